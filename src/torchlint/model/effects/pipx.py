"""pipx: every application in an environment of its own, its programs in one folder."""

from __future__ import annotations

from torchlint.model.effects import no_python, unknown_program
from torchlint.model.effects.words import PIP_VALUED, Words
from torchlint.model.files import Anything, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

VALUED = PIP_VALUED | {name: name for name in ("--python", "--suffix", "--pip-args", "--preinstall", "--fetch-missing")}


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `pipx …`: nothing of it reaches the packages of another environment."""
    return run.state if command.program() is False else follow(run, command.arguments)


def follow(run: Run, arguments: tuple[Argument, ...]) -> Snapshot:
    """The snapshot after pipx with these arguments."""
    words = Words(arguments, VALUED)
    verb = words.plain[0].value if words.plain else None
    if verb in ("ensurepath", "list", "environment", "completions") or not words.plain:
        return run.state if words.known else unknown_program(run.state)
    if verb not in ("install", "install-all", "inject", "upgrade", "upgrade-all", "reinstall", "uninstall"):
        return unknown_program(run.state)
    state = run.state
    if "--global" in words.options:
        folders: tuple[str, ...] = ("/opt/pipx", "/usr/local/bin")
    else:
        home = run.home()
        # Where an older pipx keeps its environments, and where a newer one does, both lie below here.
        told = [(run.lookup("PIPX_HOME"), f"{home}/.local"), (run.lookup("PIPX_BIN_DIR"), f"{home}/.local/bin")]
        if home is None or any(value is None for value, _ in told):
            folders = ("/",)
        else:
            folders = tuple(normal(value) if value else usual for value, usual in told)
    return state._replace(files=state.files.then(Anything(folders, no_python)))

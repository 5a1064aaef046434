"""When uv finds no Python that a project allows, and may not fetch one."""

from __future__ import annotations

from torchlint.model.files import Found
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.world import World

VERBS = ("sync", "run", "venv")
BARE = ("python", "tool")
"""Kinds of images that bring no Python managed by uv."""

ONLY_THERE = ("never", "manual", "0", "false", "no", "off")


class NoPython(NamedTuple):
    """What a project asks for ("3.13", ">=3.13"), which Pythons are there, what keeps uv from fetching another."""

    asked: str
    there: tuple[str, ...]
    because: str


def no_python(command: Command, world: World) -> NoPython | None:
    """Why uv surely finds no Python for the project; None when it finds one or that cannot be known."""
    from torchlint.model.effects import uv_project, uv_python
    from torchlint.model.effects.words import UV_VALUED, Words
    from torchlint.model.reading import Reading
    from torchlint.model.run import Run

    words = Words(command.arguments, UV_VALUED)
    verb = words.plain[0].value if words.plain else None
    if command.name != "uv" or verb not in VERBS or not words.known:
        return None
    run = Run(command.before, world, Reading(), stage=command.stage, step=command.step, dialect="sh")
    run.variables, run.cwd = dict(command.env), command.cwd
    because = _because(run, frozenset(words.options))
    root = uv_project.folder_of(run, words, command.cwd)
    if not because or root is None or "--script" in words.options or "--no-project" in words.options:
        return None
    if run.lookup("UV_PROJECT_ENVIRONMENT") != "" or command.before.find(f"{root}/.venv") is not False:
        return None
    asked = uv_python.request(run, root, words.options.get("--python"))
    if not asked.known or asked.path is not None:
        return None
    names = ("python", "python3", *(f"python{one}" for one in uv_python.MINORS))
    there = _minors(command.before, run, names)
    if not there or any(asked.admits(one) is not False for one in there):
        return None
    return NoPython(asked.minor or asked.requires or "", there, because)


def _because(run: Run, options: frozenset[str]) -> str:
    """What keeps uv from fetching a Python; "" if nothing surely does."""
    for option in ("--no-python-downloads", "--no-managed-python"):
        if option in options:
            return option
    for name, values in (("UV_PYTHON_DOWNLOADS", ONLY_THERE), ("UV_PYTHON_PREFERENCE", ("only-system",))):
        value = (run.lookup(name) or "").lower()
        if value in values:
            return f"{name}={value}"
    return ""


def _minors(state: Snapshot, run: Run, names: tuple[str, ...]) -> tuple[str, ...]:
    """The minor versions of all Pythons that uv finds; empty if there may be others."""
    from torchlint.model.effects.uv import MANAGED

    home = run.home()
    if state.base.kind not in BARE or home is None or run.lookup("UV_PYTHON_INSTALL_DIR") != "":
        return ()
    if isinstance(state.find(f"{home}/{MANAGED}"), Found):
        return ()
    found: dict[str, None] = {}
    for name in names:
        program = state.which(name, path=run.search_path())
        environment = state.environment_of(program)
        if program is False:
            continue
        if environment is None or environment.python.value is None:
            return ()
        found[environment.python.value] = None
    return tuple(found)

"""pipenv: into the system's Python or an environment of its own, what Pipfile.lock says."""

from __future__ import annotations

from torchlint.model.effects import locked, project_places, unknown_program
from torchlint.model.effects.words import PIP_VALUED, Words
from torchlint.model.environment import Environment
from torchlint.model.files import Found, Made, normal
from torchlint.syntax.lock.selection import Wanted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.effects.locked import Contents
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

VALUED = PIP_VALUED | {"--categories": "--categories", "--pypi-mirror": "--pypi-mirror", "--extra-pip-args": "--extra"}
QUIET = frozenset("requirements graph check audit scripts verify --version --where --venv --py".split())


def follow(command: Command, run: Run) -> Snapshot:
    """The snapshot after `pipenv …`."""
    words = Words(command.arguments, VALUED)
    verb = words.plain[0].value if words.plain else None
    root = project_places.root_of(run, command.cwd, "Pipfile")
    if verb == "run" and root is not None:
        number = next(at for at, word in enumerate(command.arguments) if word.value == "run")
        where = _prefix(run, words, root)
        return project_places.inside(command, run, where, command.arguments[number + 1 :], command.cwd)
    if verb in QUIET or (verb is None and words.known):
        return run.state
    if verb not in ("install", "sync", "lock", "update", "upgrade") or root is None:
        return unknown_program(run.state)
    told = len(words.plain) > 1
    deployed = verb == "sync" or "--deploy" in words.options or "--ignore-pipfile" in words.options
    state = run.state
    if verb != "lock":
        state = _installed(command, run, words, root, deployed and not told)
    if not deployed:
        for name in ("Pipfile", "Pipfile.lock"):
            made = Made(normal(f"{root}/{name}"), Found("file", None, command.at))
            state = state._replace(files=state.files.then(made))
    return state


def _prefix(run: Run, words: Words, root: str) -> str | None:
    """Where the packages go; None when unknown."""
    if "--system" in words.options or project_places.flag(run, "PIPENV_SYSTEM"):
        system = project_places.current(run, "pipenv")
        return system.prefix if system is not None else None
    active = project_places.active(run)
    if isinstance(active, Environment):
        return None if project_places.flag(run, "PIPENV_IGNORE_VIRTUALENVS") else active.prefix
    inside = run.lookup("PIPENV_VENV_IN_PROJECT")
    if active is None or inside is None:
        return None
    if project_places.flag(run, "PIPENV_VENV_IN_PROJECT") or (
        not inside and project_places.exists(run, f"{root}/.venv")
    ):
        return normal(f"{root}/.venv")
    return None


def _installed(command: Command, run: Run, words: Words, root: str, deployed: bool) -> Snapshot:
    where = _prefix(run, words, root)
    home = run.home()
    if where is None:
        if "--system" in words.options or project_places.active(run) is not False or run.lookup("WORKON_HOME") is None:
            return unknown_program(run.state)
        return project_places.somewhere(run, (home, run.lookup("WORKON_HOME") or home, root))
    found = locked.read(run, f"{root}/Pipfile.lock", "pipenv")
    requires = None if found is None else found[1].requires_python or ""
    state, environment = project_places.made(command, run, where, project_places.current(run, "pipenv"), requires)
    contents: Contents | None = None
    if found is not None and words.known and deployed and "--categories" not in words.options:
        groups = frozenset({"develop"}) if {"--dev", "-d", "--dest"} & words.options.keys() else frozenset[str]()
        contents = locked.contents(run, found, Wanted(environment.python.value, groups=groups))
    return project_places.filled(state, environment, contents)

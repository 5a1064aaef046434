"""pdm: an environment in the project's folder, and what pdm.lock puts into it."""

from __future__ import annotations

from torchlint.model.effects import locked, project_places, unknown_program
from torchlint.model.effects.words import Words
from torchlint.model.environment import Environment
from torchlint.model.files import Found, Made, normal
from torchlint.syntax import pyproject
from torchlint.syntax.lock.selection import Wanted
from torchlint.syntax.wheelname import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.effects.locked import Contents
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.lock import Lock

VALUED = {"-G": "--group", "--with": "--group", "-p": "--project", "-L": "--lockfile", "-o": "--output"} | {
    name: name for name in "--group --without --project --lockfile --output --venv --override --config-setting".split()
}
QUIET = frozenset("cache list show search info build publish outdated completion --version".split())


def follow(command: Command, run: Run) -> Snapshot:
    """The snapshot after `pdm …`."""
    words = Words(command.arguments, VALUED)
    verb = words.plain[0].value if words.plain else None
    folder = command.cwd
    told = words.options.get("--project")
    if told is not None:
        folder = run.state.absolute(told.value, folder) if told.value is not None else None
    root = project_places.root_of(run, folder, "pyproject.toml")
    if verb == "run" and root is not None:
        number = next(at for at, word in enumerate(command.arguments) if word.value == "run")
        arguments = command.arguments[number + 1 :]
        while arguments and (arguments[0].value or "").startswith("-"):
            arguments = arguments[1:]
        return project_places.inside(command, run, _prefix(run, root), arguments, command.cwd)
    if verb is None and words.known:
        return run.state
    if verb in ("lock", "export"):
        told = words.options.get("--output")
        name = "pdm.lock" if verb == "lock" else told.value if told is not None else None
        where = run.state.absolute(name, root if verb == "lock" else command.cwd) if name is not None else None
        files = run.state.files
        return run.state._replace(
            files=files if where is None else files.then(Made(where, Found("file", None, command.at)))
        )
    if verb in QUIET or "--dry-run" in words.options:
        return run.state
    if verb not in ("install", "sync", "add", "update", "remove") or root is None:
        return unknown_program(run.state)
    where = _prefix(run, root)
    return unknown_program(run.state) if where is None else _installed(command, run, words, verb, root, where)


def _prefix(run: Run, root: str) -> str | None:
    """Where the project's environment is or will be; None when settings may lead elsewhere."""
    active = project_places.active(run)
    if active is None or any(run.lookup(name) != "" for name in ("PDM_USE_VENV", "PDM_VENV_IN_PROJECT", "PDM_PYTHON")):
        return None
    if isinstance(active, Environment):
        return None if run.lookup("PDM_IGNORE_ACTIVE_VENV") != "" else active.prefix
    home = run.home()
    settings = [f"{root}/pdm.toml", f"{root}/.pdm.toml", f"{root}/.pdm-python", f"{root}/__pypackages__"]
    settings += [f"{home}/.config/pdm/config.toml"]
    if home is None or any(run.state.find(normal(path)) is not False for path in settings):
        return None
    return normal(f"{root}/.venv")


def _installed(command: Command, run: Run, words: Words, verb: str, root: str, where: str) -> Snapshot:
    found = locked.read(run, f"{root}/pdm.lock", "pdm")
    project = run.reading.other(run.state.find(f"{root}/pyproject.toml"), pyproject.parse)
    requires = None if project is None or project[1].problems else project[1].requires_python or ""
    state, environment = project_places.made(command, run, where, project_places.current(run, "pdm"), requires)
    contents: Contents | None = None
    frozen = {"--frozen-lockfile", "--frozen", "--check", "--no-lock"} & words.options.keys()
    if found is not None and project is not None and words.known and (verb == "sync" or (verb == "install" and frozen)):
        wanted = _wanted(words, environment.python.value, found[1], frozenset(name for name, _ in project[1].groups))
        contents = locked.contents(run, found, wanted) if wanted is not None else None
    elif verb != "sync":
        for name in ("pdm.lock", "pyproject.toml"):
            made = Made(normal(f"{root}/{name}"), Found("file", None, command.at))
            state = state._replace(files=state.files.then(made))
    return project_places.filled(state, environment, contents, complete="--no-self" in words.options)


def _wanted(words: Words, python: str | None, lock: Lock, development: frozenset[str]) -> Wanted | None:
    """Groups that the options ask for; None when nobody can tell which of the lock's are for development."""
    asked = {normalize(word.value or "") for word in words.all("--group")}
    production = bool({"--prod", "--production", "-P", "--no-dev"} & words.options.keys())
    every = {group for one in lock.packages for group in one.groups or ()} - {"default"}
    if ":all" in asked or "--without" in words.options or (not production and not every <= development | asked):
        return None
    groups = asked if production else asked | {normalize(name) for name in development}
    return Wanted(python, main="--no-default" not in words.options, groups=frozenset(groups))

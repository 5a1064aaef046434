"""uv's project commands: the environment that `uv sync` makes of a lock, and what `uv run` starts in it."""

from __future__ import annotations

from torchlint.model.effects import forget_packages, locked, uv_python, venv
from torchlint.model.effects.words import UV_VALUED, Words
from torchlint.model.environment import NOWHERE, Distribution, Environment
from torchlint.model.files import Anything, Found, Made, normal
from torchlint.syntax import pyproject
from torchlint.syntax.lock.selection import Wanted
from torchlint.syntax.wheelname import normalize
from torchlint.text import Fact, Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.lock import Lock, Locked
    from torchlint.syntax.pyproject import Pyproject
    from torchlint.text import Source

TRUE = ("1", "true", "yes", "on", "t", "y")
SEEDS = ("pip", "setuptools", "wheel", "uv")
"""What an exact sync leaves in an environment that uv did not make."""

SHARED = ("/usr", "/usr/local", "/opt/conda")
"""Folders where a Python lives that the image brings."""

NEITHER = frozenset({"--dry-run", "--check", "--help", "-h"})
SHADOW = frozenset({"--with", "--with-editable", "--with-requirements", "--isolated"})
"""Options of `uv run` that put another environment before the project's."""


def follow(command: Command, run: Run, words: Words, verb: str) -> Snapshot:
    """The snapshot after `uv sync`, `uv run`, `uv add` or `uv remove`."""
    if NEITHER & words.options.keys() and verb != "run":
        return run.state
    where: str | None = None
    if "--script" not in words.options and "--no-project" not in words.options:
        root = _root(run, words, command.cwd)
        where = _environment_folder(run, words, root)
        if root is None or where is None:
            run.state = forget_packages(run.state)._replace(files=run.state.files.then(Anything(("/",))))
        elif not _flag(run, words, "--no-sync") and not ("--frozen" in words.options and verb in ("add", "remove")):
            run.state = _synced(command, run, words, verb, root, where)
    elif verb != "run":
        return forget_packages(run.state)._replace(files=run.state.files.then(Anything(("/",))))
    if verb == "run":
        _start(command, run, words, where)
    return run.state


def written(command: Command, run: Run, words: Words) -> Snapshot:
    """The snapshot after `uv lock`: unless it only checks, the lock may say something else."""
    root = _root(run, words, command.cwd)
    if {"--check", "--locked", "--frozen", "--dry-run"} & words.options.keys() or root is None:
        return run.state
    return run.state._replace(files=run.state.files.then(Made(f"{root}/uv.lock", Found("file", None, command.at))))


def folder_of(run: Run, words: Words, cwd: str | None) -> str | None:
    """The folder of the project: the nearest with a pyproject.toml; None when unknown."""
    folder = cwd
    for option in ("--directory", "--project"):
        told = words.options.get(option)
        if told is not None:
            folder = run.state.absolute(told.value, folder) if told.value is not None else None
    while folder is not None:
        if run.state.find(normal(f"{folder}/pyproject.toml")) is not False:
            return folder
        folder = _above(folder)
    return None


def _root(run: Run, words: Words, cwd: str | None) -> str | None:
    """The folder of the workspace that the project belongs to, where lock and environment lie."""
    folder = folder_of(run, words, cwd)
    above = folder
    while above is not None:
        # A project without a lock of its own may be a member of a workspace above.
        if isinstance(run.state.find(normal(f"{above}/uv.lock")), Found):
            return above
        above = _above(above)
        if above is not None and run.state.find(normal(f"{above}/pyproject.toml")) is False:
            break
    return folder


def _above(folder: str) -> str | None:
    return None if folder == "/" else folder.rpartition("/")[0] or "/"


def _environment_folder(run: Run, words: Words, root: str | None) -> str | None:
    if "--active" in words.options:
        active = run.lookup("VIRTUAL_ENV")
        if active != "":
            return normal(active) if active is not None and active.startswith("/") else None
    told = run.lookup("UV_PROJECT_ENVIRONMENT")
    return None if told is None or root is None else run.state.absolute(told or ".venv", root)


def _synced(command: Command, run: Run, words: Words, verb: str, root: str, where: str) -> Snapshot:
    state, environment = _environment(command, run, words, root, where)
    exact = verb == "sync" and "--inexact" not in words.options
    before = environment.packages if not exact else {}
    if environment.kind != "venv":
        before = before or {name: one for name, one in environment.packages.items() if name in SEEDS}
    found = locked.read(run, f"{root}/uv.lock", "uv")
    project = run.reading.other(state.find(f"{root}/pyproject.toml"), pyproject.parse)
    packages: tuple[Distribution, ...] = ()
    complete = False
    fresh = state.find(f"{root}/uv.lock") is False and not {"--frozen", "--locked"} & words.options.keys()
    wanted = _wanted(run, words, environment.python.value, project[1] if project is not None else None, found)
    if verb in ("add", "remove"):
        state = _edited(state, command, root)
    elif found is not None and wanted is not None and _current(run, words, found[1], project):
        packages, complete = locked.contents(run, found, wanted, _left_out(words))
        complete = complete and project is not None
    elif found is not None or "--no-install-package" in words.options:
        pass
    elif project is not None and not project[1].problems:
        # A lock that nobody can read here holds at least this.
        packages, complete = _asked(project, wanted)
        complete = complete and fresh
    if found is not None and verb in ("sync", "run") and not _current(run, words, found[1], project):
        state = state._replace(files=state.files.then(Made(f"{root}/uv.lock", Found("file", None, command.at))))
    after = environment._replace(
        packages=before, complete=complete and words.known and (exact or environment.complete)
    ).with_packages(*packages)
    files = locked.with_programs(state.files.then(Anything((where,), _not_settings)), after, packages)
    return state._replace(files=files).with_environment(after)


def _not_settings(word: str) -> bool:
    return word == "pip.conf"


def _environment(command: Command, run: Run, words: Words, root: str, where: str) -> tuple[Snapshot, Environment]:
    """The environment at `where`, made or kept as the project's Python asks for."""
    asked = uv_python.request(run, root, words.options.get("--python"))
    existing = run.state.environments.get(where)
    if existing is not None:
        fits = asked.admits(existing.python.value)
        if fits or existing.kind != "venv":
            return run.state, existing
        if fits is None:
            return run.state, existing._replace(python=Fact(None))
    if where in SHARED and run.state.find(f"{where}/bin/python") is not False:
        # No venv, but the Python that lives there.
        shared = Environment(where, "image", NOWHERE, {}, complete=False, managed=None, at=command.at)
        return run.state, shared
    maker = uv_python.chosen(run, asked)
    state = venv.create(run, command, where, maker, pip=False)
    state = uv_python.linked(state, where, maker, command.at)
    return state, state.environments[where]


def _flag(run: Run, words: Words, option: str) -> bool:
    """A switch, as an option or its variable."""
    return option in words.options or (run.lookup(f"UV_{option[2:].replace('-', '_').upper()}") or "").lower() in TRUE


def _current(run: Run, words: Words, lock: Lock, project: tuple[Source, Pyproject] | None) -> bool:
    """True if uv installs what the lock says: it may not change it, or the project still asks for the same."""
    if _flag(run, words, "--frozen") or _flag(run, words, "--locked"):
        return True
    if project is None or lock.requires is None:
        return False
    own = project[1]
    asked: dict[str, set[tuple[str, frozenset[str]]]] = {"": set()}
    groups = [("", own.dependencies), *(("", listed) for _, listed in own.optional), *own.groups]
    for group, listed in groups:
        for one in listed:
            if one.requirement is None:
                return False
            clauses = frozenset(f"{clause.operator}{clause.version}" for clause in one.requirement.clauses)
            asked.setdefault(group, set()).add((one.requirement.name, clauses))
    was = {
        group: {(name, frozenset(filter(None, specifier.replace(" ", "").split(",")))) for name, specifier in listed}
        for group, listed in lock.requires.items()
    }
    return {name: listed for name, listed in asked.items() if listed} == {
        name: listed for name, listed in was.items() if listed
    }


def _wanted(
    run: Run, words: Words, python: str | None, project: Pyproject | None, found: tuple[Source, Lock] | None
) -> Wanted | None:
    """What is asked of the lock; None when an option cannot be read."""
    if any(word.value is None for _, word in words.several) or {"--all-packages", "--no-extra"} & words.options.keys():
        return None
    only = {word.value or "" for word in words.all("--only-group")} | (
        {"dev"} if "--only-dev" in words.options else set()
    )
    told = project.default_groups if project is not None else None
    known = {name for name, _ in project.groups} if project is not None else set()
    if found is not None:
        known |= {name for one in found[1].packages for name in one.grouped}
    groups = {"dev"} & known if told is None else known if told == ("*",) else set(told)
    if only or _flag(run, words, "--no-default-groups"):
        groups = set()
    if _flag(run, words, "--no-dev"):
        groups.discard("dev")
    groups |= known if "--all-groups" in words.options else set()
    groups |= only | {word.value or "" for word in words.all("--group")}
    groups |= {"dev"} & known if "--dev" in words.options else set()
    groups -= {word.value or "" for word in words.all("--no-group")}
    package = words.options.get("--package")
    return Wanted(
        python,
        project=normalize(package.value or "") if package is not None else None,
        main=not only,
        extras=frozenset(normalize(word.value or "") for word in words.all("--extra")),
        all_extras="--all-extras" in words.options,
        groups=frozenset(normalize(group) for group in groups),
    )


def _left_out(words: Words) -> Callable[[Locked], bool]:
    """Which packages of the lock the options keep out of the environment."""
    names = {normalize(word.value or "") for word in words.all("--no-install-package")}
    projects = bool({"--no-install-workspace", "--no-install-local"} & words.options.keys())
    own = "--no-install-project" in words.options

    def left_out(one: Locked) -> bool:
        return one.name in names or (one.kind == "project" and (projects or (own and one.url == ".")))

    return left_out


def _asked(project: tuple[Source, Pyproject], wanted: Wanted | None) -> locked.Contents:
    """What the project asks for itself, where no lock says more."""
    source, own = project
    extras = frozenset() if wanted is None else wanted.extras
    groups = frozenset() if wanted is None else wanted.groups
    listed = [*(own.dependencies if wanted is None or wanted.main else ())]
    listed += [one for name, group in own.optional if normalize(name) in extras for one in group]
    listed += [one for name, group in own.groups if normalize(name) in groups for one in group]
    packages = tuple(
        Distribution(
            one.requirement.name,
            None,
            one.requirement.specifier,
            None,
            "uv",
            Place(source, one.span or Span(0, 0)),
            tuple(map(normalize, one.requirement.extras))
            if one.requirement.kind == "named" and not own.sources
            else None,
        )
        for one in listed
        if one.requirement is not None and one.requirement.name and one.requirement.marker is None
    )
    # A line with a marker may count, and what is dynamic only the project's build tells.
    whole = wanted is not None and wanted.main and len(packages) == len(listed) and "dynamic" not in source.text
    return locked.Contents(packages, whole)


def _edited(state: Snapshot, command: Command, root: str) -> Snapshot:
    """`uv add` and `uv remove` write the project's file and its lock."""
    files = state.files
    for name in ("pyproject.toml", "uv.lock"):
        files = files.then(Made(f"{root}/{name}", Found("file", None, command.at)))
    return state._replace(files=files)


def _start(command: Command, run: Run, words: Words, where: str | None) -> None:
    """Follow the program that `uv run` starts."""
    started = _program(command)
    if not started:
        return
    kept = run.scope()
    path = run.lookup("PATH")
    if where is None or SHADOW & words.options.keys():
        run.variables["PATH"] = None
    else:
        run.variables.update(PATH=None if path is None else f"{where}/bin:{path}", VIRTUAL_ENV=where)
    told = words.options.get("--directory")
    if told is not None:
        run.cwd = None if told.value is None else run.state.absolute(told.value, run.cwd)
    run.execute(started, command)
    run.restore(kept)


def _program(command: Command) -> tuple[Argument, ...]:
    """The words of the program: a script gets its Python, a module `python -m`."""
    arguments = command.arguments
    number = next((at for at, word in enumerate(arguments) if word.value == "run"), len(arguments)) + 1
    module = False
    while number < len(arguments):
        value = arguments[number].value
        if value is None or not value.startswith("-"):
            break
        number += 1
        if value == "--":
            break
        module = module or value in ("-m", "--module")
        if value in UV_VALUED and value not in ("-m", "--module"):
            number += 1
    rest = arguments[number:]
    if not rest:
        return ()
    python = rest[0]._replace(value="python", written="python")
    if module:
        return (python, python._replace(value="-m", written="-m"), *rest)
    return (python, *rest) if (rest[0].value or "").endswith(".py") else rest

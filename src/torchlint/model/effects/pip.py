"""pip: what an install asks for, where it looks, and into which environment it goes."""

from __future__ import annotations

from torchlint.model.command import Install
from torchlint.model.effects import (
    disturbed,
    forget_packages,
    no_package,
    no_python,
    not_configuration,
    unknown_program,
)
from torchlint.model.effects.asking import Reader
from torchlint.model.effects.indexes import configured, indexes
from torchlint.model.effects.scripts import SCRIPTS, Others, renews_pip, with_scripts
from torchlint.model.effects.words import PIP_VALUED, Words
from torchlint.model.environment import Distribution, Environment, asked
from torchlint.model.files import Anything, Doubted, Found, Made, Removed, inside, normal
from torchlint.model.markers import UNKNOWN, plain
from torchlint.model.users import account_of
from torchlint.syntax.requirement import Requirement, parse_requirement
from torchlint.syntax.wheelname import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from torchlint.model.command import Argument, Command, Requested
    from torchlint.model.environment import Program
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.world.repository_needs import Project

ROOT = ("root", "0", "0:0", "root:root")

CACHED = "http/downloaded"
"""Stands for what an installer leaves in its cache folder."""


NEWEST = "fastapi"
"""From 0.112.4 on it brings no server. Up to 0.114 no release asks for other versions of what it needs than those just
before, so that nothing but a bound on itself makes an installer take one that brings uvicorn."""


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `pip …`."""
    return follow(command, run, command.arguments, command.program())


def follow(command: Command, run: Run, arguments: tuple[Argument, ...], program: Program | bool | None) -> Snapshot:
    """The snapshot after pip with these arguments, run by `program` (pip itself, or the Python of `python -m pip`)."""
    words = Words(arguments, PIP_VALUED)
    verb = words.plain[0].value if words.plain else None
    if verb is None and not words.known:
        return unknown_program(run.state)
    if verb == "cache":
        return cache_emptied(run, words, "PIP_")
    if verb == "config":
        return _configured(command, run, words)
    if verb == "uninstall":
        return uninstalled(run, words, words.plain[1:], run.state.environment_of(program))
    if verb in ("download", "wheel"):
        return run.state._replace(files=run.state.files.then(Anything(("/",), no_python)))
    if verb != "install":
        return run.state
    words.plain = words.plain[1:]
    environment = _environment(command, run, words, program)
    install = read(command, run, words, "pip", program, environment, "PIP_")
    run.installs.append(install)
    return installed(run, install)


def read(
    command: Command,
    run: Run,
    words: Words,
    tool: str,
    program: Program | bool | None,
    environment: Environment | None,
    prefix: str,
) -> Install:
    """The Install that these words mean: requirements files are read where the container has them."""
    reader = Reader(command, run, tool, words)
    for word in words.plain:
        reader.word(word)
    for word in words.all("--editable"):
        reader.word(word, editable=True)
    for name, constraint in (("--requirement", False), ("--constraint", True)):
        for word in words.all(name):
            reader.file(word.value, word.at, constraint)
    complete = words.known and reader.complete and run.lookup(prefix + "CONSTRAINT") == ""
    return Install(
        tool,
        command,
        program,
        environment,
        tuple(reader.requested),
        indexes(run, words, reader.options, prefix, environment),
        words.options,
        tuple(reader.files),
        complete=complete,
        missing=tuple(reader.missing),
        cache=_cache(run, words, prefix),
        downloads=_downloads(run, words, prefix),
        refused=_refused(run, words, prefix, environment),
    )


def _refused(run: Run, words: Words, prefix: str, environment: Environment | None) -> bool:
    """True if the installer surely keeps out of a Python that is marked as managed by the distribution (PEP 668)."""
    if environment is None or environment.managed is not True or configured(run, prefix, environment):
        return False
    elsewhere = ("--target", "--prefix", "--root", "--break-system-packages", "--dry-run", "-h", "--help")
    if not words.known or any(name in words.options for name in elsewhere):
        return False
    settings = ("BREAK_SYSTEM_PACKAGES", "TARGET", "PREFIX", "ROOT", "DRY_RUN")
    return all(run.lookup(prefix + name) == "" for name in settings)


def _environment(command: Command, run: Run, words: Words, program: Program | bool | None) -> Environment | None:
    """The environment that pip works on: its own, or the one that `--python` names."""
    state = run.state
    told = words.options.get("--python")
    if told is None:
        return state.environment_of(program) if run.lookup("PIP_PYTHON") == "" else None
    if told.value is None:
        return None
    where = state.absolute(told.value, command.cwd) if "/" in told.value else None
    if where is not None and where in state.environments:
        return state.environments[where]
    return state.environment_of(state.which(told.value, cwd=command.cwd, path=run.search_path()))


def _configured(command: Command, run: Run, words: Words) -> Snapshot:
    """The snapshot after `pip config`: `set` writes a file of settings, the user's unless told otherwise."""
    state = run.state
    if len(words.plain) > 1 and words.plain[1].value in ("list", "get", "debug"):
        return state
    home = run.home()
    where = "/etc/pip.conf" if "--global" in words.options else None if home is None else f"{home}/.config/pip/pip.conf"
    if where is None or "--site" in words.options:
        return state._replace(files=state.files.then(Anything(("/",))))
    return state._replace(files=state.files.then(Made(where, Found("file", None, command.at))))


def installed(run: Run, install: Install) -> Snapshot:
    """The snapshot after an install."""
    state = run.state
    if install.interpreter is False:
        return state
    if install.cache is not None:
        made = Made(f"{install.cache}/{CACHED}", Found("file", None, install.at))
        state = state._replace(files=state.files.then(made))
    if "--dry-run" in install.options:
        return state
    target = _elsewhere(run, install)
    if target is not False:
        return disturbed(state, target, no_package)
    environment = install.environment
    if environment is None:
        return forget_packages(state)._replace(files=state.files.then(Anything(("/",), no_python)))
    if "--user" in install.options or (run.lookup("PIP_USER") or "") not in ("", "0"):
        environment = _of_user(environment, run.home(), install)
        if environment is None:
            return forget_packages(state)._replace(files=state.files.then(Anything(("/",), no_python)))
        environment = state.environments.get(environment.prefix, environment)
    wanted = [(one, _name(one.requirement)) for one in install.requested]
    more = [
        _distribution(one, name, install.tool, _counts(one.requirement.marker, environment))
        for one, name in wanted
        if name and not one.constraint and not _left_out(one.requirement.marker, environment)
    ]
    told = _asked(run, install, environment, more)
    after = environment.with_packages(*more)._replace(asked=environment.asked | told)
    # A newer pip brings all its names: pip beside the pip3 of a distribution. Where it surely comes they are known.
    maybe = any(one.name == "pip" for one in more) and not any(renews_pip(install, one) for one in install.requested)
    but: Callable[[str], bool] = _but_pip if maybe else no_package
    if install.complete and all(name for _, name in wanted):
        but = Others(run.world, told, but).leave_out
    else:
        # A project of one's own has requirements that nobody reads here.
        after = after._replace(complete=False)
    # pip puts what it brings to a distribution's own Python beside that.
    folders = (environment.root, "/usr/local") if environment.kind == "system" else (environment.root,)
    state = state._replace(files=state.files.then(Anything(folders, but))).with_environment(after)
    return with_scripts(state, after, install)


def _asked(run: Run, install: Install, environment: Environment, more: list[Distribution]) -> frozenset[str]:
    """`asked`, with ">=" behind what surely is taken in a release that asks for no more than the newest does."""
    told = asked(more)
    if NEWEST not in told or NEWEST in environment.packages or not environment.complete or not install.complete:
        return told
    shelf = install.shelf
    if shelf is None or not shelf.public or any(one.constraint for one in install.requested):
        return told
    old = any(option in install.options for option in ("--resolution", "--exclude-newer", "--exclude-newer-package"))
    if old or any(run.lookup(name) != "" for name in ("UV_RESOLUTION", "UV_EXCLUDE_NEWER")):
        return told
    return told - {NEWEST} | {f"{NEWEST}>="}


def _name(requirement: Requirement) -> str:
    """The name of what a requirement brings, "" where nobody knows it."""
    held = None if requirement.name else _held(requirement)
    return requirement.name or (held.name if held is not None else "")


def _held(requirement: Requirement) -> Project | None:
    """What the well-known repository holds that a requirement names."""
    if requirement.kind != "vcs" or requirement.url is None:
        return None
    from torchlint.world.repository_needs import project

    return project(requirement.url, tuple(map(normalize, requirement.extras)))


def _distribution(one: Requested, name: str, tool: str, sure: bool) -> Distribution:
    requirement = one.requirement
    held = _held(requirement)
    if held is not None:
        return Distribution(name, None, "", None, "git", one.at, None, sure, held.asks)
    # A wheel tells what it needs as the release on the index does; what a repository or a folder holds needs anything.
    known = requirement.kind == "named" or requirement.wheel is not None
    extras = tuple(map(normalize, requirement.extras)) if known else None
    version, specifier = (_exact(requirement), requirement.specifier) if sure else (None, "")
    return Distribution(name, version, specifier, None, tool, one.at, extras, sure)


def _left_out(marker: str | None, environment: Environment) -> bool:
    """True if a line with this marker surely does not count; for which processor it installs nobody here knows."""
    python = environment.python.value
    return marker is not None and python is not None and "machine" not in marker and plain(marker, python) is False


def _counts(marker: str | None, environment: Environment) -> bool:
    """False if whether a line with this marker counts depends on a Python or a machine that is not known."""
    python = environment.python.value
    if marker is None or (python is not None and not any(word in marker for word in UNKNOWN)):
        return True
    return plain(marker, python or "") is True


def _but_pip(word: str) -> bool:
    """True for what an install of pip surely does not create."""
    return not_configuration(word) or (no_package(word) and not word.startswith("pip"))


def _elsewhere(run: Run, install: Install) -> str | Literal[False] | None:
    """The folder of `--target`, `--prefix` or `--root`; None when unknown, False when none of them is told."""
    for option in ("--target", "--prefix", "--root"):
        told = install.options.get(option)
        inherited = run.lookup(f"PIP_{option[2:].upper()}") if install.tool == "pip" else ""
        value = told.value if told is not None else inherited
        if told is not None or inherited:
            return run.state.absolute(value, install.command.cwd) if value is not None else None
    return False


def _of_user(environment: Environment, home: str | None, install: Install) -> Environment | None:
    """The user's own site-packages beside an environment; None when the home folder is unknown."""
    if home is None:
        return None
    return Environment(f"{home}/.local", "user", environment.python, {}, at=install.at)


def _exact(requirement: Requirement) -> str | None:
    """The version that `==version` or a wheel's file name says, without its local label."""
    if requirement.wheel is not None:
        return requirement.wheel.version.split("+", 1)[0]
    for clause in requirement.clauses:
        if clause.operator in ("==", "===") and not clause.version.endswith(".*"):
            return clause.version.split("+", 1)[0]
    return None


def _cache(run: Run, words: Words, prefix: str) -> str | None:
    """The folder an installer keeps its downloads in; None when it keeps none or that cannot be known."""
    if "--no-cache-dir" in words.options or "--no-cache" in words.options or "-n" in words.options:
        return None
    # Any value of PIP_NO_CACHE_DIR turns the cache off, "0" and "false" too: pip keeps this for old scripts.
    if run.lookup(f"{prefix}NO_CACHE_DIR" if prefix == "PIP_" else f"{prefix}NO_CACHE") != "":
        return None
    folder = _downloads(run, words, prefix)
    return None if folder is None or (prefix == "PIP_" and _of_another(run, folder)) else folder


def _of_another(run: Run, folder: str) -> bool:
    """Whether the cache folder may lie in a home folder of another user, where pip keeps nothing."""
    home = run.home()
    if home is None or not inside(folder, home):
        return False
    if run.state.user.value in ROOT:
        return home not in ("/", "/root")
    own = account_of(run.state, home.rpartition("/")[2])
    there = isinstance(run.state.find(home), Found) or (own is not None and own.made and own.home == home)
    return home != "/tmp" and not there


def _downloads(run: Run, words: Words, prefix: str) -> str | None:
    """The folder for downloads, whether they are kept or not; None when it cannot be known."""
    told = words.options.get("--cache-dir")
    folder = told.value if told is not None else run.lookup(f"{prefix}CACHE_DIR")
    if folder is None:
        return None
    if folder:
        return run.state.absolute(folder, run.cwd)
    home = run.home()
    if home is None or run.lookup("XDG_CACHE_HOME") != "":
        return None
    return normal(f"{home}/.cache/{'pip' if prefix == 'PIP_' else 'uv'}")


def cache_emptied(run: Run, words: Words, prefix: str) -> Snapshot:
    """The snapshot after `pip cache purge`, `uv cache clean` and their kin."""
    folder = _cache(run, words, prefix)
    return run.state if folder is None else run.state._replace(files=run.state.files.then(Removed(folder)))


def uninstalled(run: Run, words: Words, names: list[Argument], environment: Environment | None) -> Snapshot:
    """The snapshot after an uninstall, from one environment or (None) nobody knows which. What the packages needed
    stays."""
    read = [parse_requirement(word.value or "") for word in names]
    gone = {one.name for one in read if isinstance(one, Requirement)}
    sure = words.known and "--requirement" not in words.options
    state = run.state
    for own in [environment] if environment is not None else list(state.environments.values()):
        packages = {name: told for name, told in own.packages.items() if sure and name not in gone}
        # What torch needs comes back with the next one, and that it is gone is worth knowing.
        known = sure and set(own.packages) - set(packages) <= {"torch", "torchvision", "torchaudio"}
        state = state.with_environment(own._replace(packages=packages, complete=own.complete and known))
        for path in (f"{own.root}/bin/{script}" for name in gone for script in SCRIPTS.get(name, ())):
            event = Removed(path) if environment is not None and sure else Doubted(path)
            state = state._replace(files=state.files.then(event))
    return state

"""What an install compiles against torch: packages from their repositories, clones of these, and source archives."""

from __future__ import annotations

from torchlint.model.building import isolated
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Command, Install, Requested
    from torchlint.world import World
    from torchlint.world.extension import Extension

PATCHING = frozenset({"sed", "patch", "perl", "awk"})
"""Programs that change a source before it is compiled: nobody knows what it does then."""

ONE_FOLDER = {"mmcv", "mmcv-full"}
"""Distributions whose files lie in one folder: the last that is installed wins."""

ANEW = ("--force-reinstall", "--ignore-installed")
"""Options with which pip installs again what is there."""

PLAIN = ("cuda", "pytorch", "python", "distribution")
"""Kinds of images that set none of the variables that builds of extensions ask for."""


class Compiled(NamedTuple):
    """A package that is compiled. `forced`: its CUDA code surely is among it (True) or surely is left out (False) as
    long as no GPU is seen; None unknown. `named`: a variable tells for which GPUs; None unknown. `overlaid`: a later
    install may put what others compiled in its place."""

    extension: Extension
    requested: Requested
    forced: bool | None
    named: bool | None
    overlaid: bool = False


class _Source(NamedTuple):
    """A repository, and the branch, tag or commit that is asked for."""

    repository: str
    ref: str


class Clone(NamedTuple):
    """A `git clone` of a repository of which something is known, and the folder that it makes."""

    command: Command
    source: _Source
    folder: str


def clones(build: Build, world: World) -> tuple[Clone, ...]:
    """The clones of such repositories in all stages, in order."""
    found = []
    for stage in build.stages:
        for step in stage.steps:
            for one in step.commands:
                clone = _clone(one) if one.name == "git" and "clone" in one.values else None
                if clone is not None and _told_of(clone.source.repository, world):
                    found.append(clone)
    return tuple(found)


def _told_of(repository: str, world: World) -> bool:
    """Whether something is known of what an install makes of a repository."""
    if world.extension_of(repository) or world.torch_source(repository):
        return True
    return bool(world.refused_metadata(repository.partition("/")[2].lower()))


def compiled(build: Build, install: Install, world: World, known: tuple[Clone, ...]) -> tuple[Compiled, ...]:
    """What an install compiles, as far as it is known how that is built; one that surely does not run compiles none.

    `known`: the clones of the build.
    """
    # In an environment of its own there is no torch to compile against.
    if not install.command.certain or isolated(build, install):
        return ()
    found: list[Compiled] = []
    for one in install.requested:
        extension = None if one.constraint else _extension(build, install, one, world, known)
        if extension is None:
            continue
        if extension.flag is not None and not any(extension.flag in (word or "") for word in install.command.values):
            continue
        forced: bool | None = True
        if extension.switch is not None:
            value = variable(install.command, extension.switch)
            # A list of architectures counts whatever it says, FORCE_CUDA and its like only as 1.
            forced = (
                None if value is None else value == "1" or (bool(value) and not extension.switch.startswith("FORCE"))
            )
        architectures = extension.architectures
        value = "" if architectures is None else variable(install.command, architectures)
        named = True if architectures is None else None if value is None else value != ""
        found.append(Compiled(extension, one, forced, named, _overlaid(build, install, one)))
    return tuple(found)


def _overlaid(build: Build, install: Install, one: Requested) -> bool:
    """Whether a later install may write a wheel of its maker over what is compiled for a requirement."""
    name, environment = one.requirement.name, install.environment
    every = build.installs()
    for later in every[every.index(install) + 1 :]:
        above = any(stage.index == install.stage for stage in build.lineage(later.stage))
        if not above or environment is None or later.environment is None:
            continue
        if environment.prefix != later.environment.prefix:
            continue
        for other in later.requested:
            made = other.requirement.wheel is not None or later.shelf is None or not later.shelf.only_public
            if not made or other.constraint:
                continue
            if {name, other.requirement.name} == ONE_FOLDER:
                return True
            exact = other.requirement.specifier.startswith("==") and other.requirement != one.requirement
            if other.requirement.name == name and (exact or any(word in later.options for word in ANEW)):
                return True
    return False


def built_with_torch(
    build: Build, install: Install, one: Requested, world: World, known: tuple[Clone, ...]
) -> str | None:
    """The name of what a requirement surely takes as a source that imports torch to be built, without asking for it.

    `known`: the clones of the build.
    """
    name, requirement = one.requirement.name, one.requirement
    if requirement.kind != "named":
        told = _needing_torch(build, install, one, world, known)
        if told is not None:
            return told
        part = "subdirectory=" in (requirement.url or "")
        extension = None if part else _of_source(build, install, one, world, known)
        return extension.package if extension is not None and extension.imports_torch else None
    pin = install.pin(name)
    if install.has(name) or (pin is None and requirement.specifier):
        return None
    made = None if pin is None else world.companion(name, pin.version)
    if made is not None and not _newer(install.python, made.pythons):
        return None
    return name if world.builds_with_torch(name, pin and pin.version) else None


def _needing_torch(
    build: Build, install: Install, one: Requested, world: World, known: tuple[Clone, ...]
) -> str | None:
    """The name of what a requirement takes from a repository whose setup.py needs torch without asking for it."""
    source, folder = _checked_out(build, install, one, known)
    found = world.torch_source(source.repository) if source is not None else None
    if found is None or source is None or found.folder != folder or not found.holds(source.ref):
        return None
    return found.package if found.unless is None or variable(install.command, found.unless) == "" else None


def repository_of(build: Build, install: Install, one: Requested, known: tuple[Clone, ...]) -> str | None:
    """The repository whose own project a requirement takes, as it is there, "facebookresearch/fairseq@main", with ""
    behind the @ for its tip; None where that cannot be known."""
    source, folder = _checked_out(build, install, one, known)
    return f"{source.repository}@{source.ref}" if source is not None and not folder else None


def _checked_out(
    build: Build, install: Install, one: Requested, known: tuple[Clone, ...]
) -> tuple[_Source | None, str]:
    """The repository that a requirement takes something from, itself or by a clone, and the folder there."""
    url, command = one.requirement.url or "", install.command
    if one.requirement.wheel is not None or "/archive/" in url:
        return None, ""
    if one.requirement.kind != "path":
        return _on_github(url, one.requirement.ref or ""), url.partition("subdirectory=")[2].strip("/")
    where = command.before.absolute(url, command.cwd) or ""
    clone = next((one for one in reversed(known) if f"{where}/".startswith(f"{one.folder}/")), None)
    if clone is None:
        return None, ""
    return _as_it_is(build, clone, command), where[len(clone.folder) + 1 :]


def _newer(python: str | None, pythons: tuple[str, ...] | None) -> bool:
    """True if a Python surely is newer than all these: a release then has its source only."""
    if python is None or not pythons:
        return False
    here, newest = (int(one.partition(".")[2]) for one in (python, pythons[-1]))
    return here > newest


def variable(command: Command, name: str) -> str | None:
    """A variable of a command's environment: "" if it surely is unset, None if that cannot be known."""
    if name in command.env:
        return command.env[name]
    known = command.before.variable(name)
    if known is not None:
        return known.value
    return "" if command.before.base.kind in PLAIN or command.before.env_complete else None


def _extension(
    build: Build, install: Install, one: Requested, world: World, known: tuple[Clone, ...]
) -> Extension | None:
    requirement = one.requirement
    if requirement.kind == "named":
        extension = world.extension(requirement.name)
        if extension is None or extension.sdist_from is None or install.shelf is None or not install.shelf.only_public:
            return None
        pin = install.pin(requirement.name)
        if "--only-binary" in install.options or (pin is not None and _below(pin.version, extension.sdist_from)):
            return None
        return extension if pin is not None or not requirement.specifier else None
    extension = _of_source(build, install, one, world, known)
    if extension is not None or requirement.kind != "path":
        return extension
    from torchlint.model.own_extension import own_extension

    steps = [step for stage in build.lineage(install.stage) for step in stage.steps]
    return own_extension(install, one, steps, PATCHING)


def _of_source(
    build: Build, install: Install, one: Requested, world: World, known: tuple[Clone, ...]
) -> Extension | None:
    """The extension whose repository, archive or clone a requirement names, as it is there."""
    requirement = one.requirement
    if requirement.wheel is not None or requirement.url is None:
        return None
    source = _on_github(requirement.url, requirement.ref or "")
    if requirement.kind == "path":
        where = install.command.before.absolute(requirement.url, install.command.cwd)
        source = next(
            (_as_it_is(build, clone, install.command) for clone in reversed(known) if clone.folder == where), None
        )
    extension = world.extension_of(source.repository) if source is not None else None
    if extension is None or source is None:
        return None
    below = extension.sdist_from is not None and _below(source.ref.removeprefix("v"), extension.sdist_from)
    return None if below else extension


def _below(version: str, first: str) -> bool:
    major, wanted = version.split(".")[0], first.split(".")[0]
    return major.isdigit() and int(major) < int(wanted)


def _on_github(url: str, ref: str) -> _Source | None:
    """The repository that an address names: "git+https://github.com/NVIDIA/apex.git@..."."""
    _, host, rest = url.replace(":", "/").partition("github.com/")
    parts = rest.partition("#")[0].split("/")
    if not host or len(parts) < 2:
        return None
    name = parts[1].partition("@")[0].removesuffix(".git")
    return _Source(f"{parts[0]}/{name}", ref)


def _as_it_is(build: Build, clone: Clone, command: Command) -> _Source | None:
    """What a clone holds when a command runs; None if something may have changed it since, or it comes later."""
    lineage = build.lineage(command.stage)
    if clone.command.stage not in {stage.index for stage in lineage}:
        return None
    found: _Source | None = None
    for stage in reversed(lineage):
        for step in stage.steps:
            for one in step.commands:
                if one is command:
                    return found
                if one is clone.command:
                    found = clone.source
                elif found is not None and one.name == "git" and {"checkout", "switch", "reset"} & set(one.values):
                    found = found._replace(ref=one.values[-1] or "")
                elif found is not None and one.name in PATCHING:
                    return None
    return None


def _clone(command: Command) -> Clone | None:
    values = [value or "" for value in command.values]
    operands: list[str] = []
    ref, skip = "", False
    for number, value in enumerate(values):
        if skip:
            skip = False
        elif value in ("-b", "--branch", "--depth", "-j", "--jobs", "-c", "--config", "-o", "--origin"):
            skip = True
            ref = values[number + 1] if value in ("-b", "--branch") and number + 1 < len(values) else ref
        elif not value.startswith("-"):
            operands.append(value)
    if len(operands) < 2 or operands[0] != "clone":
        return None
    source = _on_github(operands[1], ref)
    name = operands[2] if len(operands) > 2 else operands[1].rstrip("/").rpartition("/")[2].removesuffix(".git")
    folder = command.before.absolute(name, command.cwd)
    return None if source is None or folder is None else Clone(command, source, folder)

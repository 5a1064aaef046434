"""Commands that the release of a program that surely is there no longer has."""

from __future__ import annotations

import re

from torchlint.model.environment import Program
from torchlint.model.outgrown import Chosen, fits
from torchlint.model.reading import Reading
from torchlint.record import NamedTuple
from torchlint.world.dropped import dropped
from torchlint.world.release_ranges import release_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.model.build import Build
    from torchlint.model.command import Argument, Command, Install
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Place
    from torchlint.world import World
    from torchlint.world.dropped import Dropped

CONDAS = ("condaforge/mambaforge", "condaforge/miniforge3", "continuumio/miniconda3")
"""Images whose tags are releases of conda. Those of the Jupyter stacks are newer where they have no tag."""

BARE = ("cuda", "distribution", "python", "pytorch")
"""The kinds of images that bring none of the tools that are no package's dependency."""

_TAG = re.compile(r"v?(\d+\.\d+\.\d+)", re.ASCII)


class Gone(NamedTuple):
    """`said`: the release of the package that surely is there, "poetry 2.0.0 or newer"; `at`: what brings it."""

    row: Dropped
    word: Argument
    said: str
    at: Place | None


def gone(build: Build, command: Command, world: World) -> Gone | None:
    """What a command asks for that its program surely has no more; None where it may have it."""
    rows = dropped(command.name or "", command.values)
    if not rows or not (command.fatal and command.certain) or command.program() is False:
        return None
    stages = reversed(build.lineage(command.stage))
    every = [one for stage in stages for step in stage.steps for one in step.commands]
    earlier = every[: every.index(command)]
    for row in rows:
        if row.unless and _added(command, earlier, row.unless):
            continue
        there = _conda(command, earlier, row) if row.package == "conda" else _there(build, command, earlier, row, world)
        if there is not None:
            return Gone(row, command.words[row.at + 1], *there)
    return None


def _there(
    build: Build, command: Command, earlier: list[Command], row: Dropped, world: World
) -> tuple[str, Place | None] | None:
    """The release of a package that surely is there and no longer has it, and what brings it."""
    state, program = command.before, command.program()
    apart = list(_apart(build, earlier, row.package))
    holders = _holding(state, row.package, world)
    if len(holders) + len(apart) != 1:
        return None
    if apart:
        version, at = apart[0]
        pythons = {one.python.value for one in state.environments.values()}
        newest = bool(pythons) and all(fits(row.python, one) for one in pythons)
        return _said(row, version, at) if version else (f"{row.package} {row.since} or newer", at) if newest else None
    (environment,) = holders
    if isinstance(program, Program) and program.prefix not in (None, environment.prefix):
        return None
    package = environment.packages.get(row.package)
    if package is not None and package.version is not None:
        return _said(row, package.version, package.at) if package.sure else None
    if package is not None and (package.source not in ("pip", "uv") or not package.sure):
        return None
    words = {id(one.words) for one in earlier}
    installs = [one for one in build.installs() if id(one.command.words) in words and _into(one, environment)]
    if not installs or not fits(row.python, environment.python.value) or _bounded(installs, row.package):
        return None
    if row.alone and not environment.complete and state.base.kind not in BARE:
        return None
    if any(name in state.packages for name in (row.package, f"python3-{row.package}")):
        return None
    # If what brings it brought none of it, its program would not be there either.
    if not row.alone and not Chosen(build, installs[-1], world, command).reaches(row.package, row.since, row.needs):
        return None
    return f"{row.package} {row.since} or newer", None if package is None else package.at


def _added(command: Command, earlier: Iterable[Command], package: str) -> bool:
    """Whether a package may be there, as that of a project or of an installer."""
    state = command.before
    if any(package in one.packages for one in state.environments.values()):
        return True
    if any(package in (value or package) for one in earlier if one.name in ("pipx", "poetry") for value in one.values):
        return True
    where = state.absolute("pyproject.toml", command.cwd)
    found = state.find(where) if where is not None else None
    text = Reading.text(found)
    return found is not False and (text is None or package in text.text)


def _holding(state: Snapshot, package: str, world: World) -> list[Environment]:
    """The environments that a package was installed into, or where something was that may bring it."""
    every = list(state.environments.values())
    asked = [one for one in every if package in one.packages]
    if asked:
        return asked
    told = [(one, world.may_bring(one.asked)) for one in every]
    known = all(brought is not None for _, brought in told)
    return [one for one, brought in told if brought is not None and package in brought] if known else []


def _into(install: Install, environment: Environment) -> bool:
    return install.environment is not None and install.environment.prefix == environment.prefix


def _bounded(installs: Iterable[Install], package: str) -> bool:
    """Whether a line or constraint may keep a package from being the newest."""
    lines = [one for install in installs for one in install.requested if one.requirement.name == package]
    signs = {clause.operator for one in lines for clause in one.requirement.clauses}
    return any(one.requirement.kind != "named" for one in lines) or not signs <= {">=", ">", "!="}


def _apart(build: Build, earlier: Iterable[Command], package: str) -> Iterator[tuple[str, Place]]:
    """What brings a program outside of any environment: its release, "" for the newest one, "?" for one unknown."""
    for one in earlier:
        values = [value or "" for value in one.values]
        if one.name == "pipx" and "install" in values:
            for value in values:
                if re.split(r"[=<>~!\[]", value)[0] == package:
                    told = value.removeprefix(package)
                    yield (told.removeprefix("==") if told.startswith("==") else "?" if told else ""), one.at
        elif package == "poetry" and any("install.python-poetry.org" in value for value in values):
            told = build.stages[one.stage].steps[one.step].instruction.rest.text
            open_to = not any(mark in told for mark in ("POETRY_VERSION", "--version", "--git", "--path", "--preview"))
            newest = open_to and one.before.variable("POETRY_VERSION") is None
            yield ("" if newest else "?"), one.at


def _conda(command: Command, earlier: Iterable[Command], row: Dropped) -> tuple[str, Place | None] | None:
    """The conda of an image whose tag tells its release."""
    base = command.before.base
    reference = base.reference
    if reference is None or base.pinned:
        return None
    stacks = reference.repository.startswith("jupyter/") and reference.repository.endswith("-notebook")
    if reference.repository not in CONDAS and not stacks:
        return None
    changing = (one for one in earlier if one.name in ("conda", "mamba") or one.unknown)
    if any(re.match(r"(.*::)?conda *[=<]", value or "conda=") for one in changing for value in one.values):
        return None
    if reference.tag in (None, "latest"):
        return f"conda {row.since} or newer", base.at
    told = _TAG.match(reference.tag or "")
    return None if told is None or stacks else _said(row, told[1], base.at)


def _said(row: Dropped, version: str, at: Place | None) -> tuple[str, Place | None] | None:
    there, since = release_key(version), release_key(row.since)
    reached = there is not None and since is not None and there >= since
    return (f"{row.package} {version}", at) if reached else None

"""Which releases of a project keep what data/outgrown.json names below its newest release, as their metadata say.

Prints the rows of data/caps.json, for the packages that need something of that, and for those that are named:

    python -m tests.world.caps [NAME ...] > rows.json
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.world.dependencies import requirements
from tests.world.numpy_needs import admits, releases, told_by
from tests.world.package_index import addresses
from torchlint import world
from torchlint.world import KNOWLEDGE_DATE
from torchlint.world.dependencies import _table, direct_needs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from packaging.version import Version

FOLDER = Path(world.__file__).parent / "data"
MINORS = ("3.8", "3.9", "3.10", "3.11", "3.12", "3.13")
SERIES = 200
"""Of how many series X.Y the oldest and the newest release are read: the newest of them."""

APART = frozenset({"numpy"})
"""What another table tells."""


@cache
def followed() -> tuple[str, ...]:
    """What the rows of outgrown.json say that newer releases of break something, and what dropped a command."""
    rows = json.loads((FOLDER / "outgrown.json").read_text())["rows"]
    dropped = json.loads((FOLDER / "dropped_commands.json").read_text())["rows"]
    names = {one["dependency"] for one in rows} | {one["package"] for one in dropped if not one["alone"]}
    return tuple(sorted(names - APART))


@cache
def highest(project: str, specifier: str) -> str:
    """The newest final release that a specifier lets through: "*" if that is the newest that there is, "?" if none."""
    every = list(releases(project))
    asked = SpecifierSet(specifier)
    found = next((one for one in reversed(every) if asked.contains(one)), None)
    return "?" if found is None else "*" if found == every[-1] else str(found)


@cache
def said(text: str, python: str) -> tuple[str, str] | None:
    """What one requirement says on a Python of one of the projects that are followed: its name, and `highest`."""
    name = canonicalize_name(re.split(r"[^\w.-]", text.strip(), maxsplit=1)[0])
    if name not in followed() or "extra ==" in text:
        return None
    one = Requirement(text)
    there = {"python_version": python, "python_full_version": f"{python}.9", "extra": "", "sys_platform": "linux"}
    there |= {"platform_system": "Linux", "platform_machine": "x86_64", "os_name": "posix"}
    if one.marker is not None and not one.marker.evaluate(there):
        return None
    return name, "*" if one.url is not None else highest(name, str(one.specifier))


def bounds(told: Iterable[str], python: str) -> dict[str, str]:
    """By name: the newest release that may be taken on that Python; those that may be any are left out."""
    found: dict[str, str] = {}
    for text in told:
        try:
            one = said(text, python)
        except InvalidRequirement:
            continue
        if one is not None and one[1] != "*":
            found[one[0]] = "?" if one[0] in found else one[1]
    return found


def of_release(project: str, version: Version) -> dict[str, str]:
    """`bounds` where they are the same on each Python, "?" where not."""
    name = releases(project)[version][0]
    try:
        told = told_by(project, version) if name.endswith(".whl") else requirements(name, addresses(project)[name])
    except (URLError, OSError, ValueError, KeyError, EOFError, tarfile.TarError, zipfile.BadZipFile):
        told = None
    if told is None:
        return {name: "?" for name in followed() if name in (direct_needs(project) or ())}
    requires = releases(project)[version][1]
    every = [bounds(told, python) for python in MINORS if admits(requires, python)] or [bounds(told, "3.8")]
    names = {name for one in every for name in one}
    return {name: every[0].get(name, "*") if len({one.get(name, "*") for one in every}) == 1 else "?" for name in names}


def row(project: str) -> dict[str, Any] | None:
    """The row of the table; None if no release keeps anything below its newest one."""
    every = list(releases(project))
    series: dict[tuple[int, ...], list[Version]] = {}
    for version in every:
        series.setdefault((version.epoch, *version.release[:2]), []).append(version)
    ranges: dict[str, dict[str, str]] = {}
    kept = list(series.values())[-SERIES:]
    for members in kept:
        told = [(one, of_release(project, one)) for one in dict.fromkeys((members[0], members[-1]))]
        if len(told) > 1 and told[0][1] != told[1][1]:
            told = [(one, of_release(project, one)) for one in members]
        for version, said_there in told:
            for name in {*said_there, *ranges}:
                states = ranges.setdefault(name, {str(kept[0][0]): "*"} if version != kept[0][0] else {})
                state = said_there.get(name, "*")
                if not states or list(states.values())[-1] != state:
                    states[str(version)] = state
    # What nobody read is not known.
    if len(kept) < len(series):
        ranges = {name: {"0": "?", **told} for name, told in ranges.items()}
    ranges = {name: told for name, told in ranges.items() if set(told.values()) != {"*"}}
    if not ranges:
        return None
    newest = {}
    for python in MINORS:
        fit = [version for version, (_, requires) in releases(project).items() if admits(requires, python)]
        if fit and max(fit) != every[-1]:
            newest[python] = str(max(fit))
    return {
        "package": project,
        "caps": {
            name: ", ".join(f"{first} {state}" for first, state in told.items())
            for name, told in sorted(ranges.items())
        },
        "last": str(every[-1]),
        "newest": " ".join(f"{python}:{version}" for python, version in newest.items()),
        "source": f"Requires-Dist of the releases of {project} on the index, {KNOWLEDGE_DATE}",
        "verified": True,
    }


def main(names: list[str]) -> None:
    wanted = set(followed())
    projects = sorted({*names, *(one for one in _table() if not wanted.isdisjoint(direct_needs(one) or ()))})
    for name in wanted:
        releases(name)
    with ThreadPoolExecutor(8) as pool:
        for one in pool.map(_row, projects):
            if one is not None:
                print(f"  {json.dumps(one)},", flush=True)


def _row(project: str) -> dict[str, Any] | None:
    try:
        return row(project)
    except (URLError, OSError, ValueError) as error:
        sys.stderr.write(f"{project}: {error}\n")
        return None


if __name__ == "__main__":
    main(sys.argv[1:])

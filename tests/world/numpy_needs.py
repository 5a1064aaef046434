"""Whether the releases of a project need numpy, and whether numpy 2 may be it, as their metadata say.

Prints the rows of data/numpy_needs.json, for the packages that stand there and those that are named:

    python -m tests.world.numpy_needs [NAME ...] > rows.json
"""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, canonicalize_name, parse_sdist_filename
from packaging.utils import parse_wheel_filename as parse_wheel

from tests.world.dependencies import requirements
from tests.world.package_index import addresses, files
from torchlint import world
from torchlint.world import KNOWLEDGE_DATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from packaging.version import Version

DATA = Path(world.__file__).parent / "data" / "numpy_needs.json"
MINORS = ("3.9", "3.10", "3.11", "3.12")
"""The Pythons that both numpy 2 and some torch before 2.3 have wheels for."""

SECOND = {
    "3.9": ("2.0.2",),
    "3.10": ("2.0.2", "2.1.3", "2.2.6"),
    "3.11": ("2.0.2", "2.1.3", "2.2.6", "2.3.5"),
    "3.12": ("2.0.2", "2.1.3", "2.2.6", "2.3.5"),
}
"""What there is of numpy 2 for them."""

FIRST = ("1.21.6", "1.22.4", "1.23.5", "1.24.4", "1.25.2", "1.26.4")
"""What may be there of numpy 1."""

SERIES = 90
"""Of how many series X.Y the oldest and the newest release are read: the newest of them."""

BOUND = ("pandas", "scipy", "scikit-learn", "scikit-image", "matplotlib", "numba", "onnx", "tensorboard", "contourpy")
"""Packages whose older releases want a numpy below 2: who keeps these old may keep numpy old."""


FORCING = ("opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless")
"""Packages that much asks for and whose newest releases want numpy 2."""


def need(told: Iterable[str], python: str) -> str:
    """What a release with these requirements makes of numpy on that Python: "needs" a numpy that may be 2, "needs2" one
    that is no older, is "free" of it, or "?", also where the release asks for an older one of a package that may bound
    numpy."""
    state = "free"
    for text in told:
        try:
            one = Requirement(text)
        except InvalidRequirement:
            return "?"
        there = {"python_version": python, "python_full_version": f"{python}.9", "extra": "", "sys_platform": "linux"}
        there |= {"platform_system": "Linux", "platform_machine": "x86_64", "os_name": "posix"}
        name = canonicalize_name(one.name)
        if name not in ("numpy", *BOUND) or (one.marker is not None and not one.marker.evaluate(there)):
            continue
        if name != "numpy":
            if not one.specifier.contains(newest(name, python)):
                return "?"
        elif not any(one.specifier.contains(version) for version in SECOND[python]):
            return "?"
        elif not any(one.specifier.contains(version) for version in FIRST):
            state = "needs2"
        elif state == "free":
            state = "needs"
    return state


@cache
def newest(project: str, python: str) -> Version:
    """The newest release that says it is for that Python."""
    fit = [version for version, (_, said) in releases(project).items() if admits(said, python)]
    return max(fit)


def admits(said: str, python: str) -> bool:
    """Whether a Requires-Python admits a minor version."""
    try:
        return SpecifierSet(said).contains(f"{python}.9")
    except InvalidSpecifier:
        return False


@cache
def releases(project: str) -> dict[Version, tuple[str, str]]:
    """The final releases in order: the file that tells most, and what they require of Python."""
    found: dict[Version, list[tuple[str, str]]] = {}
    for name, said, _ in files(project):
        try:
            version = parse_wheel(name)[1] if name.endswith(".whl") else parse_sdist_filename(name)[1]
        except (InvalidWheelFilename, InvalidSdistFilename):
            continue
        if not version.is_prerelease:
            found.setdefault(version, []).append((name, said))
    return {
        one: max(found[one], key=lambda file: (file[0].endswith(".whl"), "any" in file[0], "linux" in file[0]))
        for one in sorted(found)
    }


def ranges(project: str) -> tuple[dict[str, str], str, dict[str, str]]:
    """From which release on it is what; the newest release; and by Python what the newest is that fits."""
    every = list(releases(project))
    series: dict[tuple[int, ...], list[Version]] = {}
    for version in every:
        series.setdefault((version.epoch, *version.release[:2]), []).append(version)
    told: dict[str, str] = {}
    for members in list(series.values())[-SERIES:]:
        ends = {one: of_release(project, one) for one in (members[0], members[-1])}
        if len(set(ends.values())) > 1:
            ends = {one: of_release(project, one) for one in members}
        for version, state in ends.items():
            if not told or list(told.values())[-1] != state:
                told[str(version)] = state
    fresh = {}
    for python in MINORS:
        state = of_release(project, newest(project, python), python)
        if state != "?":
            through = forced_by(project, python) if state != "needs2" else ""
            fresh[python] = f"needs2={through}" if through else state
    return told, str(every[-1]), fresh


def forced_by(project: str, python: str) -> str:
    """Which of FORCING the newest release for that Python asks for, if any; "" if none."""
    there = {"python_version": python, "python_full_version": f"{python}.9", "extra": "", "sys_platform": "linux"}
    there |= {"platform_system": "Linux", "platform_machine": "x86_64", "os_name": "posix"}
    for text in told_by(project, newest(project, python)) or ():
        one = Requirement(text)
        name = canonicalize_name(one.name)
        if name not in FORCING or (one.marker is not None and not one.marker.evaluate(there)):
            continue
        last = newest(name, python)
        if one.specifier.contains(last) and of_release(name, last, python) == "needs2":
            return name
    return ""


@cache
def told_by(project: str, version: Version) -> list[str] | None:
    """The requirements of a release by its wheel; None if it has none or nobody can tell."""
    name = releases(project)[version][0]
    for _ in range(5) if name.endswith(".whl") else ():
        try:
            return requirements(name, addresses(project)[name])
        except HTTPError:
            return None
        except URLError:
            time.sleep(1)
    return None


def of_release(project: str, version: Version, python: str = "") -> str:
    """`need` of a release on one Python, or if it is the same on all of them."""
    told = told_by(project, version)
    states = {need(told, one) for one in MINORS if python in ("", one)} if told is not None else {"?"}
    return states.pop() if len(states) == 1 else "?"


def row(project: str) -> dict[str, Any]:
    """The row of the table."""
    told, last, fresh = ranges(project)
    return {
        "package": project,
        "ranges": ", ".join(f"{first} {state}" for first, state in told.items()),
        "last": last,
        "newest": " ".join(f"{python}:{state}" for python, state in fresh.items()),
        "source": f"Requires-Dist of the releases of {project} on the index, {KNOWLEDGE_DATE}",
        "verified": True,
    }


def main(names: list[str]) -> None:
    old = [one["package"] for one in json.loads(DATA.read_text())["rows"]] if DATA.exists() else []
    for name in BOUND:
        releases(name)
    with ThreadPoolExecutor(8) as pool:
        for one in pool.map(row, sorted({*old, *names})):
            print(f"  {json.dumps(one)},", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

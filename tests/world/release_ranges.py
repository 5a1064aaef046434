"""For which Pythons the releases of a project can be installed on Linux, as the files on the index say.

Prints the rows of data/release_ranges.json, for the packages that stand there and those that are named:

    python -m tests.world.release_ranges [NAME ...] > rows.json
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, parse_sdist_filename, parse_wheel_filename

from tests.world.package_index import files
from torchlint import world
from torchlint.world import KNOWLEDGE_DATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from packaging.tags import Tag
    from packaging.version import Version

MINORS = range(6, 16)
"""The minor versions of Python 3 that are told apart: those below and above are unknown."""
PATCHES = (0, 1, 2, 5, 9, 20, 99)
"""A release counts for a minor version as soon as one of these patches of it may have it."""
LINUX = r"(many|musl)?linux\w*_x86_64"
"""The platforms that count. Those with musl count too: who has only such a wheel is not called refused."""
DATA = Path(world.__file__).parent / "data" / "release_ranges.json"


class Range(NamedTuple):
    """For pip and for uv: uv passes over what a file says about Pythons above."""

    pip: frozenset[int]
    uv: frozenset[int]

    def __str__(self) -> str:
        """ "3.7-3.10" for both; "3.7-3.10 source" if uv builds the source for newer ones."""
        if not self.pip:
            return "?"
        low, high = min(self.pip), max(self.pip)
        if set(self.pip) != set(range(low, high + 1)):
            return "?"
        said = f"3.{low}+" if high == MINORS[-1] else f"3.{low}-3.{high}"
        return said if self.uv == self.pip else f"{said} source"


def ranges(project: str) -> dict[Version, Range]:
    """By final release, in their order."""
    found: defaultdict[Version, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for name, requires_python, _ in files(project):
        file = read(name)
        if file is None or file[0].is_prerelease or file[0].local or file[0].epoch:
            continue
        version, tags = file
        minors = set(MINORS) if tags is None else minors_of(tags, LINUX)
        pip, uv = found[version]
        pip |= minors & allowed(requires_python)
        uv |= minors & allowed(",".join(part for part in requires_python.split(",") if "<" not in part))
    return {version: Range(*map(frozenset, found[version])) for version in sorted(found)}


def read(name: str) -> tuple[Version, frozenset[Tag] | None] | None:
    """The version of a file, and the tags of a wheel; None for what is neither wheel nor source."""
    try:
        if name.endswith(".whl"):
            _, version, _, tags = parse_wheel_filename(name)
            return version, tags
        return parse_sdist_filename(re.sub(r"\.(tar\.bz2|tgz)$", ".tar.gz", name))[1], None
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None


def minors_of(tags: Iterable[Tag], platforms: str) -> set[int]:
    """The minor versions of Python 3 that a wheel for a platform of that pattern is for, as far as its name says."""
    found: set[int] = set()
    for tag in tags:
        python = re.fullmatch(r"(cp|py)3([0-9]*)", tag.interpreter)
        machine = tag.platform == "any" or re.fullmatch(platforms, tag.platform)
        if python is None or not machine or tag.abi.endswith("t"):
            continue
        first = int(python[2] or 0)
        alone = python[1] == "cp" and python[2] and tag.abi != "abi3"
        found.update(minor for minor in MINORS if minor == first or (minor > first and not alone))
    return found


def allowed(requires_python: str) -> set[int]:
    """The minor versions that a Requires-Python admits some patch of; all of them where it cannot be read."""
    try:
        asked = SpecifierSet(requires_python)
    except InvalidSpecifier:
        return set(MINORS)
    return {minor for minor in MINORS if any(asked.contains(f"3.{minor}.{patch}") for patch in PATCHES)}


def row(project: str) -> dict[str, object] | None:
    """The row of the table, None for a project that no Python of those is too old or too new for."""
    said: list[tuple[str, str]] = []
    found = ranges(project)
    for version, one in found.items():
        if not said or said[-1][1] != str(one):
            said.append((str(version), str(one)))
    if not found or {one for _, one in said} <= {f"3.{MINORS[0]}+", "?"}:
        return None
    return {
        "package": project,
        "ranges": ", ".join(f"{version} {one}" for version, one in said),
        "last": str(list(found)[-1]),
        "source": f"the files of {project} on the Python package index, {KNOWLEDGE_DATE}",
        "verified": True,
    }


def main(names: list[str]) -> None:
    known = [one["package"] for one in json.loads(DATA.read_text())["rows"]] if DATA.exists() else []
    made = [one for one in map(row, sorted({*known, *names})) if one is not None]
    print("\n".join(f"  {json.dumps(one)}," for one in made))


if __name__ == "__main__":
    main(sys.argv[1:])

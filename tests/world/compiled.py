"""For which Pythons the releases of packages with compiled code have wheels on x86_64 Linux, as the index says.

Prints the rows of data/compiled.json, for the packages that stand there and those that are named. What their sources
need to be built is kept as it stands: `tests.world.source_builds` tries that.

    python -m tests.world.compiled [NAME ...] > rows.json
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.world.package_index import files, yanked
from tests.world.release_ranges import MINORS, allowed, minors_of, read
from torchlint import world
from torchlint.world import KNOWLEDGE_DATE

if TYPE_CHECKING:
    from packaging.version import Version

DATA = Path(world.__file__).parent / "data" / "compiled.json"
GLIBC = r"(many)?linux\w*_x86_64"
SINCE = "2017"
"""Of releases before that year none has a wheel for a Python of today's images."""


class Release(NamedTuple):
    """The minor versions of Python 3 that wheels are for and those that the source is."""

    wheels: set[int]
    source: set[int]

    def __str__(self) -> str:
        return f"{_range(self.wheels)}/{_range(self.source)}"


def releases(project: str) -> dict[Version, Release]:
    """The final releases in order, without those that were withdrawn."""
    found: dict[Version, Release] = {}
    for name, requires_python, uploaded in files(project):
        file = read(name)
        if file is None or name in yanked(project) or uploaded < SINCE:
            continue
        version, tags = file
        if version.is_prerelease or version.local or version.epoch:
            continue
        one = found.get(version, Release(set(), set()))
        if tags is None:
            one.source.update(allowed(requires_python))
        else:
            one.wheels.update(allowed(requires_python) & minors_of(tags, GLIBC))
        found[version] = one
    return {version: found[version] for version in sorted(found)}


def _range(minors: set[int]) -> str:
    """ "7-10", "7-" for all from there on, "" for none. What lies between counts: silence is better than a mistake."""
    if not minors:
        return ""
    first, last = min(minors), max(minors)
    return f"{first}-" if last == MINORS[-1] else f"{first}-{last}"


def told(found: dict[Version, Release]) -> str:
    """The releases as the table has them: see `torchlint.world.compiled`."""
    groups: list[tuple[str, list[str]]] = []
    before = ""
    for version, release in found.items():
        if not groups or groups[-1][0] != str(release):
            groups.append((str(release), []))
            before = ""
        text = str(version)
        series, _, last = text.rpartition(".")
        short = last if series and before == series and last.isdigit() else text
        groups[-1][1].append(short)
        before = series
    return ";".join(f"{said}:{' '.join(versions)}" for said, versions in groups)


def row(project: str, old: dict[str, Any]) -> dict[str, Any]:
    """The row of the table."""
    return {
        "package": project,
        "releases": told(releases(project)),
        "needs": old.get("needs", ""),
        "source": old.get("source", f"the files of {project} on the Python package index, {KNOWLEDGE_DATE}"),
        "verified": True,
    }


def main(names: list[str]) -> None:
    old = {one["package"]: one for one in json.loads(DATA.read_text())["rows"]} if DATA.exists() else {}
    every = sorted({*old, *names})
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda name: row(name, old.get(name, {})), every))
    print("\n".join(f"  {json.dumps(one)}," for one in made))


if __name__ == "__main__":
    main(sys.argv[1:])

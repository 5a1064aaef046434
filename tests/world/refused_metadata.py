"""Which releases pip refuses from 24.1 on, as a requirement in their metadata is no valid one.

Prints the rows of data/refused_metadata.json, for the packages that stand there and those that are named. Rows with
`through` come from the needs of the other releases of all these packages:

    python -m tests.world.refused_metadata [NAME ...] > rows.json
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_sdist_filename, parse_wheel_filename
from packaging.version import InvalidVersion, Version

from tests.world.dependencies import requirements
from tests.world.package_index import addresses
from torchlint import world
from torchlint.world import KNOWLEDGE_DATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DATA = Path(world.__file__).parent / "data" / "refused_metadata.json"
REPOSITORIES = ("repositories", "refs")


class Refusal(NamedTuple):
    """A requirement that is no valid one, or that only refused releases of the package `through` fulfil."""

    what: str
    through: str


Told = dict[Version, "list[str] | None"]
"""What the metadata of each final release ask for; None for those that have no wheel to read them from."""


def told(project: str) -> Told:
    """In the order of the releases."""
    wheels: dict[Version, tuple[str, str]] = {}
    every: set[Version] = set()
    for name, address in addresses(project).items():
        version = _version(name)
        if version is None or version.is_prerelease or version.local:
            continue
        every.add(version)
        if name.endswith(".whl"):
            wheels[version] = (name, address)
    return {version: requirements(*wheels[version]) if version in wheels else None for version in sorted(every)}


def _version(name: str) -> Version | None:
    try:
        if name.endswith(".whl"):
            return parse_wheel_filename(name)[1]
        return parse_sdist_filename(name)[1]
    except (InvalidWheelFilename, InvalidVersion, ValueError):
        return None


def invalid(asked: Iterable[str]) -> str | None:
    """The first of these requirements that is no valid one, its marker left out."""
    for one in asked:
        try:
            Requirement(one)
        except InvalidRequirement:
            return one.partition(" ;")[0]
    return None


def refusals(every: Mapping[str, Told]) -> dict[str, dict[Version, Refusal]]:
    """By project and release, until no more are found that need only refused ones."""
    found: dict[str, dict[Version, Refusal]] = {project: {} for project in every}
    for project, releases in every.items():
        for version, asked in releases.items():
            what = invalid(asked or ())
            if what is not None:
                found[project][version] = Refusal(what, "")
    grown = True
    while grown:
        grown = False
        for project, releases in every.items():
            for version, asked in releases.items():
                reason = None if version in found[project] else _through(asked or (), every, found)
                if reason is not None:
                    found[project][version] = reason
                    grown = True
    return found


def _through(
    asked: Iterable[str], every: Mapping[str, Told], found: Mapping[str, Mapping[Version, Refusal]]
) -> Refusal | None:
    for text in asked:
        one = Requirement(text)
        name = canonicalize_name(one.name)
        if name not in every or not one.specifier or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        admitted = [version for version in every[name] if one.specifier.contains(version)]
        if admitted and all(version in found[name] for version in admitted):
            return Refusal(f"{one.name}{one.specifier}", name)
    return None


def runs(project: str, releases: Told, refused: Mapping[Version, Refusal]) -> Iterator[dict[str, object]]:
    """The rows of a project: releases that follow each other, refused for the same."""
    order = list(releases)
    at = 0
    while at < len(order):
        if order[at] not in refused:
            at += 1
            continue
        end = at
        while end + 1 < len(order) and order[end + 1] in refused and _same(refused[order[end + 1]], refused[order[at]]):
            end += 1
        later = [one for one in order[end + 1 :] if releases[one] is not None and one not in refused]
        # A neighbour that could not be read may be in order: then nothing is said of ranges.
        known = at > 0 and releases[order[at - 1]] is not None and bool(later) and later[0] == order[end + 1]
        reason = refused[order[end]]
        yield {
            "package": project,
            "before": str(order[at - 1]) if known else "",
            "releases": " ".join(map(str, order[at : end + 1])),
            "after": str(later[0]) if later else "",
            **reason._asdict(),
            "source": f"the metadata of all releases of {project} on the Python package index, {KNOWLEDGE_DATE}",
            "verified": True,
        }
        at = end + 1


def _same(one: Refusal, other: Refusal) -> bool:
    return one.through == other.through


def main(names: list[str]) -> None:
    old = json.loads(DATA.read_text())["rows"] if DATA.exists() else []
    projects = sorted({*(one["package"] for one in old), *names})
    # Which repositories hold such a release was read there.
    read = {(one["package"], one["releases"]): {key: one[key] for key in REPOSITORIES if key in one} for one in old}
    with ThreadPoolExecutor(8) as pool:
        every = dict(zip(projects, pool.map(told, projects), strict=True))
    found = refusals(every)
    rows = [
        row | read.get((row["package"], row["releases"]), {})
        for project in projects
        for row in runs(project, every[project], found[project])
    ]
    print("\n".join(f"  {json.dumps(one)}," for one in rows))


if __name__ == "__main__":
    main(sys.argv[1:])

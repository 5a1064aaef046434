"""Which releases of a package a newer release of what it depends on breaks, found by importing them.

Prints the row of data/outgrown.json:

    python -m tests.world.outgrown NAME==VERSION DEPENDENCY PYTHON[,PYTHON...] [MODULE]

VERSION is one that cannot be imported today; the Pythons are tried in that order. Where the range ends is searched by
halves, as is the release of the dependency from which on the import fails. DEPENDENCY may name the one that is known to
be the first, `numpy==2.0.0`, and then VERSION the range, `1.0.1...1.3.0`, of which the ends are tried and what follows.
$HELD holds other requirements of each trial, where something else would fail first.
"""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.world.import_alone import tried
from tests.world.numpy_needs import admits, releases, told_by
from torchlint.world import KNOWLEDGE_DATE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HELD = os.environ.get("HELD", "").split()


class Trials:
    """Trials of one package with one dependency."""

    def __init__(self, package: str, dependency: str, pythons: Sequence[str], module: str) -> None:
        self.package, self.dependency, self.pythons, self.module = package, dependency, pythons, module
        self.said = ""
        self.cause = ""

    def works(self, version: Version, held: str = "") -> bool | None:
        """Whether a release can be imported with the dependency as `held` says; None if it cannot be installed."""
        for python in self.pythons:
            asked = [f"{self.package}=={version}", *HELD, *([self.dependency + held] if held else [])]
            found = tried(f"{','.join(asked)}@{python}{'/' * bool(self.module)}{self.module}")
            sys.stderr.write(f"{found['asked']}: {found.get('failed', found)}\n"[:300])
            if "failed" in found:
                if found["failed"] and not held:
                    self.said = re.sub(r" \(/.*", "", next(iter(found["failed"].values()))[0].splitlines()[0])
                return not found["failed"]
        return None

    def outgrown(self, version: Version, dropped: Version) -> bool:
        """Whether it fails with the newest release for the same reason, and is well with one from before."""
        fails = self.works(version) is False and reason(self.said) == self.cause
        return fails and self.works(version, f"<{dropped}") is True


def reason(said: str) -> str:
    """What the text of an exception blames: a module, where it names one."""
    module = re.search(r"(?:^ImportError: .* from|^AttributeError: module) '([\w.]+)'", said)
    return module[1] if module else said


def first(every: Sequence[Version], holds: Callable[[Version], bool]) -> Version | None:
    """The first of which it holds, as of all after it; None if it holds of none."""
    low, high = 0, len(every)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(every[middle]) else (middle + 1, high)
    return every[low] if low < len(every) else None


def row(asked: str, dependency: str, pythons: Sequence[str], module: str) -> dict[str, Any] | None:
    """The row of the table; None if what was asked does not fail, or the dependency is not why."""
    package, _, version = asked.partition("==")
    trials, here = Trials(package, dependency.partition("==")[0], pythons, module), Version(version)
    if trials.works(here) is not False:
        return None
    said, trials.cause = trials.said, reason(trials.said)
    dependency, _, hint = dependency.partition("==")
    there = [one for one, (_, says) in releases(dependency).items() if any(admits(says, minor) for minor in pythons)]
    dropped = Version(hint) if hint else first(there, lambda one: trials.works(here, f"=={one}") is False)
    if dropped is None or trials.works(here, f"<{dropped}") is not True:
        return None
    every = list(releases(package))
    newer = [one for one in every if one > here]
    older = [one for one in reversed(every) if one < here]
    until = first(newer, lambda one: not trials.outgrown(one, dropped))
    before = first(older, lambda one: not trials.outgrown(one, dropped))
    since = next(one for one in every if (before is None or one > before) and one <= here)
    return written(package, since, until, dependency, dropped, module, said)


def floors(package: str, version: Version) -> str:
    """What a release needs of others at least, "click>=8.1.3 jinja2>=3.1.2": older ones of these keep it away."""
    found = set()
    for text in told_by(package, version) or ():
        one = Requirement(text)
        signs = (">=", ">", "==", "~=")
        least = [Version(said.version.removesuffix(".*")) for said in one.specifier if said.operator in signs]
        if least and "extra" not in str(one.marker):
            found.add(f"{canonicalize_name(one.name)}>={max(least)}")
    return " ".join(sorted(found))


def written(
    package: str, since: Version, until: Version | None, dependency: str, dropped: Version, module: str, said: str
) -> dict[str, Any]:
    """The row of the table."""
    _, requires = releases(dependency)[dropped]
    return {
        "package": canonicalize_name(package),
        "since": str(since),
        "until": str(until or ""),
        "dependency": canonicalize_name(dependency),
        "dropped": str(dropped),
        "python": (re.search(r">=\s*(3\.\d+)", requires) or ["", "3.7"])[1],
        "module": module,
        "said": said,
        "needs": floors(dependency, dropped),
        "source": f"tried: import of {since} to the last before {until or 'none'} with {dependency} of both sides, "
        f"{KNOWLEDGE_DATE}",
        "verified": True,
    }


def checked(asked: str, dependency: str, pythons: Sequence[str], module: str) -> dict[str, Any] | None:
    """The row of a range that is known: None unless both its ends fail for one reason, and what follows does not."""
    package, _, ends = asked.partition("==")
    name, _, dropped = dependency.partition("==")
    since, last = map(Version, ends.split("..."))
    trials = Trials(package, name, pythons, module)
    if trials.works(last) is not False:
        return None
    said, trials.cause = trials.said, reason(trials.said)
    after = next((one for one in releases(package) if one > last), None)
    if after is not None and trials.works(after) is not True and reason(trials.said) == trials.cause:
        return None
    if not all(trials.outgrown(one, Version(dropped)) for one in {since, last}):
        return None
    return written(package, since, after, name, Version(dropped), module, said)


def main(words: list[str]) -> None:
    asked, dependency, pythons, *module = words
    made = checked if "..." in asked else row
    print(json.dumps(made(asked, dependency, pythons.split(","), module[0] if module else "")))


if __name__ == "__main__":
    main(sys.argv[1:])

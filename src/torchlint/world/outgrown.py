"""Releases that a newer release of what they depend on breaks, and which other releases keep that one old enough."""

from __future__ import annotations

from functools import cache

from torchlint.record import NamedTuple
from torchlint.world.release_ranges import release_key

Bound = tuple[tuple[tuple[int, ...], int], int]
"""The newest release that may be taken: what orders it, and 1, or 0 where it is the first that may not."""


class Outgrown(NamedTuple):
    """`import module` ends with `error` where the dependency is `dropped` or newer. Source: tried on both sides.

    `fixed`: the release of the package that is well with it, "" if none is. `python`: the oldest Python that `dropped`
    is for; `needs`: what that one needs of others at least, "click>=8.1.3 jinja2>=3.1.2".
    """

    package: str
    dependency: str
    dropped: str
    python: str
    module: str
    error: str
    fixed: str
    needs: str


def outgrown(package: str, version: str) -> tuple[Outgrown, ...]:
    """What breaks a release, by normalised name and exact version."""
    from torchlint.world.tables.outgrown import ROWS

    wanted, found = release_key(version), []
    for since, until, dependency, dropped, python, module, error, needs in ROWS.get(package, ()):
        first, end = release_key(since), release_key(until)
        if wanted is not None and first is not None and first <= wanted and (end is None or wanted < end):
            found.append(Outgrown(package, dependency, dropped, python, module, error, until, needs))
    return tuple(found)


def bound_of(clause: str, version: str) -> Bound | None:
    """The bound that a clause, "<" and "3.0", "==" and "2.3.*", sets; None for one that sets none or is not clear."""
    parts = version.removesuffix(".*").partition("+")[0].split(".")
    key = release_key(".".join(parts))
    if key is None or clause not in ("<", "<=", "==", "~="):
        return None
    if clause == "~=" or version.endswith(".*"):
        kept = parts[:-1] if clause == "~=" else parts
        key = release_key(".".join((*kept[:-1], str(int(kept[-1]) + 1)))) if kept else None
        return None if key is None else (key, 0)
    return key, 0 if clause == "<" else 1


def keeps(package: str, dependency: str) -> bool:
    """Whether some release of a package keeps some release of a dependency out."""
    return bool(_ranges(package, dependency))


def cap(package: str, dependency: str, bound: Bound | None, python: str) -> Bound | str | None:
    """The newest release of a dependency that a package lets through, of which the newest release that `bound` leaves
    is taken; "?" if that is not known, None if it lets through all that there are."""
    _, last, newest = _row(package)
    fitting = dict(one.split(":") for one in newest.split(" ") if one).get(python, last)
    end = release_key(fitting)
    if end is None or (bound is not None and bound > (end, 1) and bound[1]):
        return "?"
    top: Bound = (end, 1) if bound is None else min(bound, (end, 1))
    state = "?"
    for one in _ranges(package, dependency).split(", "):
        first, _, said = one.partition(" ")
        key = release_key(first)
        if key is not None and (key, 1) <= top:
            state = said
    if state == "*":
        return None
    key = release_key(state)
    return "?" if key is None else (key, 1)


def _ranges(package: str, dependency: str) -> str:
    """From which release of a package on what it lets through of a dependency, "" if always all."""
    told = (one.partition(":") for one in _row(package)[0].split(";"))
    return next((ranges for name, _, ranges in told if name == dependency), "")


@cache
def _row(package: str) -> list[str]:
    from torchlint.world.tables.caps import CAPS

    start = CAPS.find(f"\n{package}|") if "|" not in package and "\n" not in package else -1
    return CAPS[start + len(package) + 2 : CAPS.index("\n", start + 1)].split("|") if start >= 0 else ["", "", ""]

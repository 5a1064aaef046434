"""For which Pythons the package index has something to install, release by release."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST, LAST = 6, 15
"""The minor versions of Python 3 that the table tells apart."""

_Key = tuple[tuple[int, ...], int]


class Pythons(NamedTuple):
    """Minor versions, "3.7" to "3.10"; `newest` None: those that came later too, as far as is known.

    `source`: for newer ones uv builds the source, as it passes over what a release says about them; pip stops.
    """

    oldest: str
    newest: str | None
    source: bool

    def fits(self, python: str, tool: str) -> bool | None:
        """Whether that tool finds something to install for a minor version; None for those that are not known."""
        minor = _minor(python)
        if not python.startswith("3.") or not FIRST <= minor <= LAST:
            return None
        if minor < _minor(self.oldest):
            return False
        return self.newest is None or minor <= _minor(self.newest) or (self.source and tool != "pip")

    def __str__(self) -> str:
        """In words: "3.8 and newer", "3.7 to 3.10", "3.8 and older"."""
        if self.newest is None:
            return f"{self.oldest} and newer"
        if _minor(self.oldest) == FIRST:
            return f"{self.newest} and older"
        return self.oldest if self.oldest == self.newest else f"{self.oldest} to {self.newest}"


def pythons_of(package: str, version: str) -> Pythons | None:
    """By normalised name and exact version, a local label left out."""
    found = None
    wanted = release_key(version)
    for first, pythons in _ranges(package, wanted):
        if wanted is None or first > wanted:
            break
        found = pythons
    return found


def pythons_from(package: str, version: str) -> Pythons | None:
    """By normalised name: what this release or a later one is for, where those to come are taken to be for newer
    Pythons too; None if one of them is not known."""
    wanted = release_key(version)
    known: list[Pythons | None] = []
    for first, pythons in _ranges(package, wanted):
        known = [pythons] if wanted is not None and first <= wanted else [*known, pythons]
    oldest = [_minor(one.oldest) for one in known if one is not None]
    return Pythons(f"3.{min(oldest)}", None, source=False) if known and len(oldest) == len(known) else None


def _ranges(package: str, version: _Key | None) -> Iterator[tuple[_Key, Pythons | None]]:
    """From which release on which Pythons, the oldest first; nothing if the table does not reach to that version."""
    from torchlint.world.tables.release_ranges import RANGES

    start = -1 if "|" in package or "\n" in package else RANGES.find(f"\n{package}|")
    if start < 0 or version is None:
        return
    ranges, last = RANGES[start + len(package) + 2 : RANGES.index("\n", start + 1)].split("|")
    if version > (release_key(last) or version):
        return
    for one in ranges.split(", "):
        release, said, *source = one.split(" ")
        key = release_key(release)
        if key is None:
            continue
        oldest, dash, newest = said.partition("-")
        if said == "?":
            yield key, None
        else:
            yield key, Pythons(oldest.removesuffix("+"), newest if dash else None, bool(source))


def release_key(version: str) -> _Key | None:
    """What orders final releases and their .postN; None for any other version."""
    release, post, number = version.partition("+")[0].partition(".post")
    parts = release.split(".")
    if not all(one.isascii() and one.isdigit() for one in ((*parts, number) if post else parts)):
        return None
    while len(parts) > 1 and not int(parts[-1]):
        parts.pop()
    return tuple(map(int, parts)), int(number) if post else -1


def _minor(python: str) -> int:
    return int(python.partition(".")[2])

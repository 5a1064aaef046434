"""Packages that hold compiled code: for which Pythons their releases have wheels, and how their sources are built."""

from __future__ import annotations

from functools import cache

from torchlint.record import NamedTuple
from torchlint.world.release_ranges import release_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BEYOND = 99
"""Above all minor versions of Python 3 that will come."""


class Release(NamedTuple):
    """A release on x86_64 Linux: the minor versions of Python 3 that it has wheels for, and those that its source says
    it is for."""

    version: str
    wheels: range
    source: range

    def takes_source(self, python: str, tool: str) -> bool | None:
        """Whether an installer has nothing but its source for a minor version, "3.12"; None where it has nothing at
        all. uv passes over what a release says about newer Pythons."""
        minor = minor_of(python)
        if minor in self.wheels:
            return False
        told = range(self.source.start, BEYOND) if self.source and tool == "uv" else self.source
        return True if minor in told else None


class Compiled(NamedTuple):
    """What is known of a package. `needs`: a program without which no release from one to another can be built."""

    name: str
    releases: tuple[Release, ...]
    needs: tuple[tuple[str, str, str], ...]

    def release(self, version: str) -> Release | None:
        """By exact version, a local label left out."""
        key = release_key(version)
        return next((one for one in self.releases if key is not None and release_key(one.version) == key), None)

    def program(self, version: str) -> str | None:
        """Without what a release surely cannot be built: "gcc" for any compiler of C, "cargo"; None if unknown."""
        return next((program for program, *ends in self.needs if _between(version, *ends)), None)

    def wheeled_after(self, version: str, python: str) -> str | None:
        """The first later release that has a wheel for a Python."""
        found = next((index for index, one in enumerate(self.releases) if one.version == version), len(self.releases))
        minor = minor_of(python)
        return next((one.version for one in self.releases[found:] if minor in one.wheels), None)


class Unbuildable(NamedTuple):
    """Why the source of a release surely cannot be built for a Python. `held`: a constraint on what builds it may help.
    `alone`: it is built apart from the environment whatever the installer."""

    why: str
    held: bool
    alone: bool


@cache
def compiled(package: str) -> Compiled | None:
    """By normalised name."""
    from torchlint.world.tables.compiled import PACKAGES

    start = PACKAGES.find(f"\n{package}|") if "|" not in package and "\n" not in package else -1
    if start < 0:
        return None
    releases, needs = PACKAGES[start + len(package) + 2 : PACKAGES.index("\n", start + 1)].split("|")
    told = (one.split(" ") for one in needs.split(",") if one)
    return Compiled(package, tuple(_releases(releases)), tuple((program, first, last) for program, first, last in told))


def unbuildable(package: str, version: str, python: str) -> Unbuildable | None:
    """By normalised name, exact version and minor version of Python."""
    from torchlint.world.tables.unbuildable import FAILING

    minor = str(minor_of(python))
    for first, last, pythons, why, held, alone in FAILING.get(package, ()):
        if minor in pythons.split(" ") and _between(version, first, last):
            return Unbuildable(why, held, alone)
    return None


def minor_of(python: str) -> int:
    """12 of "3.12", -1 for what is no Python 3."""
    major, _, minor = python.partition(".")
    return int(minor) if major == "3" and minor.isascii() and minor.isdigit() else -1


def _releases(text: str) -> Iterator[Release]:
    """`7-9/7-:1.20.0 1 2`: the Pythons of the wheels, those of the source, and releases, of which one that is a bare
    number differs from the one before in its last part alone."""
    for group in text.split(";"):
        pythons, _, versions = group.partition(":")
        wheels, _, source = pythons.partition("/")
        there, told, series = _range(wheels), _range(source), ""
        for one in versions.split(" "):
            version = one if "." in one or not series else f"{series}.{one}"
            series = version.rpartition(".")[0]
            yield Release(version, there, told)


def _range(text: str) -> range:
    first, dash, last = text.partition("-")
    return range(int(first), int(last) + 1 if last else BEYOND) if dash else range(0)


def _between(version: str, first: str, last: str) -> bool:
    key, low, high = release_key(version), release_key(first), release_key(last)
    return key is not None and low is not None and high is not None and low <= key <= high

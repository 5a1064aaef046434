"""Releases that pip refuses from 24.1 on, as a requirement in their metadata is no valid one."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.world.release_ranges import release_key


class Refused(NamedTuple):
    """Final releases of a package that follow each other, all of them refused, the oldest first.

    `before` and `after`: the valid releases next to them, "" where there is none. `what`: the requirement. `through`:
    a package that they need of which they let no other releases through than refused ones, "" if their own metadata
    are meant. `sources`: repositories that hold one of them, "owner/name@" and a branch or tag, "" for their tip.
    """

    before: str
    releases: tuple[str, ...]
    after: str
    what: str
    through: str
    sources: tuple[str, ...] = ()

    def holds(self, version: str) -> bool:
        """Whether an exact version is one of them."""
        key = release_key(version)
        return key is not None and any(release_key(one) == key for one in self.releases)


def refused_metadata(package: str) -> tuple[Refused, ...]:
    """By normalised name, the oldest first."""
    from torchlint.world.tables.refused_metadata import REFUSED

    return tuple(
        Refused(before, tuple(releases.split(" ")), after, what, through, sources)
        for before, releases, after, what, through, sources in REFUSED.get(package, ())
    )

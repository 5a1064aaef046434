"""What package indexes hold and lack, and published flaws of what they hold."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Advisory(NamedTuple):
    """A published flaw that a release of a package has. `below`: the first later release without any known flaw."""

    id: str
    since: str
    below: str
    what: str


def pytorch_index_lacks(package: str) -> bool:
    """Whether a package is surely not on the PyTorch index."""
    from torchlint.world.tables.index_gaps import GAPS

    return package in GAPS


def advisory(package: str, version: str) -> Advisory | None:
    """The flaw of a final release that was mended first; a release before `below` has it or a later one."""
    from torchlint.world.tables.advisories import ADVISORIES

    number = _numbers(version)
    if number is None:
        return None
    flaws = [Advisory(*row) for row in ADVISORIES.get(package, ())]
    had = [flaw for flaw in flaws if (_numbers(flaw.since) or ()) <= number < (_numbers(flaw.below) or ())]
    return had[0]._replace(below=had[-1].below) if had else None


def _numbers(version: str) -> tuple[int, ...] | None:
    """Of a final release, at least three; None for another version."""
    parts = version.partition("+")[0].split(".")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return (*map(int, parts), 0, 0)[: max(3, len(parts))]


def library_name(name: str) -> str | None:
    """The fate of a requirement with the name of one of Python's own modules: "absent" from the package index, or
    "useless"; None for others."""
    from torchlint.world.tables.library_names import FATES

    return FATES.get(name)

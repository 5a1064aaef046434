"""Mended texts to their files: each group whole or not at all."""

from __future__ import annotations

from torchlint.project import WriteRefused
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.fix.shapes import Mended


class Unwritten(NamedTuple):
    """A file that could not be written, and why; `others`: files that belong to its fixes and were left alone, too."""

    path: str
    why: str
    others: tuple[str, ...]


_WAYS_OUT = {
    "is read-only": "make it writable, or run as its owner",
    "has changed since it was read": "run torchlint again",
    "permission denied": "give yourself the right to write in its folder",
    "no such file or folder": "it is gone since it was read",
}


def write(mended: Mended) -> tuple[Unwritten, ...]:
    """Write every group of files that can be written; what cannot be is as it was."""
    refused = []
    for group in mended.groups:
        try:
            mended.first.project.write_all([(one.source, one.text) for one in group])
        except WriteRefused as error:
            way_out = _WAYS_OUT.get(error.why)
            why = f"{error.why}; {way_out}" if way_out else error.why
            others = tuple(one.source.path for one in group if one.source.path != error.path)
            refused.append(Unwritten(error.path, why, others))
    return tuple(refused)

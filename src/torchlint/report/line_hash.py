"""The hash of a line by which GitHub knows an alert again when lines move: of its first hundred letters, and those of
the lines below it if it is shorter.

GitHub's upload action computes it where it is absent, and warns where it is another; its REST interface does neither,
and without the hash shows each alert anew.
"""

from __future__ import annotations

from itertools import accumulate
from struct import unpack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Source

_LETTERS = 100
_BASE = 37
_WRAP = 1 << 64
_END = 0xFFFF


def line_hashes(source: Source) -> list[str]:
    """The hash of each line, from the first, as `hash:count` with the number of lines so far that have it."""
    letters, starts = _letters(source)
    padded = [*letters, *[0] * _LETTERS]
    # before[i]: the polynomial of the first i letters, so that each window is a difference of two.
    before = list(accumulate(padded, lambda value, letter: (value * _BASE + letter) % _WRAP, initial=0))
    first = pow(_BASE, _LETTERS, _WRAP)
    seen: dict[int, int] = {}
    found = []
    for start in starts:
        value = (before[start + _LETTERS] - before[start] * first) % _WRAP
        seen[value] = seen.get(value, 0) + 1
        found.append(f"{value:x}:{seen[value]}")
    return found


def _letters(source: Source) -> tuple[list[int], list[int]]:
    """The UTF-16 units of a text without blanks and with one sign at each line's end, and where in them lines begin."""
    data = source.to_bytes().decode("utf-8", "replace").encode("utf-16-le")
    units = unpack(f"<{len(data) // 2}H", data)
    letters: list[int] = []
    starts: list[int] = []
    begins, after_cr = True, False
    for unit in [*units, _END]:
        if unit in (0x20, 0x09) or (after_cr and unit == 0x0A):
            after_cr = False
            continue
        after_cr = unit == 0x0D
        if begins:
            starts.append(len(letters))
        begins = unit in (0x0A, 0x0D)
        letters.append(0x0A if after_cr else unit)
    return letters, starts

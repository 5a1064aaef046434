"""Where places of a text lie once it is changed, and how changes are made one after the other."""

from __future__ import annotations

from bisect import bisect_right

from torchlint.record import NamedTuple
from torchlint.text import Edit, Source, Span, apply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Change(NamedTuple):
    """An edit of whichever Source holds the file of that path, as shown."""

    path: str
    span: Span
    text: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """`text` with all `changes` made, equal ones once. Raises OverlappingEdits."""
    holder = Source("", text)
    return apply(text, [Edit(holder, change.span, change.text) for change in changes])


class Moves:
    """Changes of one text that share no byte: what they touch, and where they put the rest."""

    __slots__ = ("_after", "_ends", "_lengths", "_shifts", "_starts")

    def __init__(self, changes: Iterable[Change]) -> None:
        ordered = sorted({(change.span, change.text) for change in changes})
        self._starts = [span.start for span, _ in ordered]
        self._ends = [span.end for span, _ in ordered]
        self._lengths = [len(text) for _, text in ordered]
        self._after: list[int] = []
        self._shifts = [0]
        for span, text in ordered:
            self._after.append(span.start + self._shifts[-1])
            self._shifts.append(self._shifts[-1] + len(text) - (span.end - span.start))

    def offset(self, at: int) -> int:
        """Where the byte at `at` lies afterwards: behind what is put in there. Of a replaced byte: the begin of what
        replaces it."""
        number = bisect_right(self._ends, at)
        if number < len(self._starts) and self._starts[number] < at:
            at = self._starts[number]
        return at + self._shifts[number]

    def touches(self, span: Span) -> bool:
        """True if a byte of `span` is replaced, or text is put into it or right behind it."""
        number = bisect_right(self._ends, span.start)
        if number == len(self._starts):
            return False
        start, end = self._starts[number], self._ends[number]
        return start < span.end or start == end == span.end

    def span(self, span: Span) -> Span:
        """Where a span that is not touched lies afterwards."""
        start = self.offset(span.start)
        return Span(start, start + span.end - span.start)

    def place(self, at: int) -> int:
        """What stands for the place of a byte before: its offset afterwards, or below zero the number of the change
        that replaces it. Equal to `place_after` of the same place."""
        number = bisect_right(self._ends, at)
        inside = number < len(self._starts) and self._starts[number] <= at
        return -1 - number if inside else at + self._shifts[number]

    def place_after(self, at: int) -> int:
        """What stands for the place of a byte afterwards: its offset, or below zero the number of the change that put
        it there."""
        number = bisect_right(self._after, at) - 1
        inside = number >= 0 and at < self._after[number] + self._lengths[number]
        return -1 - number if inside else at

    def new(self, span: Span) -> bool:
        """True if a span of the text afterwards holds, or touches, what was put there or taken away."""
        number = bisect_right(self._after, span.end) - 1
        return number >= 0 and self._after[number] + self._lengths[number] >= span.start

    def only_in(self, span: Span) -> bool:
        """True if nothing is taken away outside of `span`; what is put in may stand anywhere."""
        outside = (a for a, b in zip(self._starts, self._ends, strict=True) if a < b and not span.contains(Span(a, b)))
        return next(outside, None) is None

    def rebased(self, change: Change) -> Change:
        """A change of the text before that shares no byte with these, as one of the text afterwards."""
        return change._replace(span=self.span(change.span))


def by_path(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Changes by the file they belong to."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.path, []).append(change)
    return found

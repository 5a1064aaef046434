"""Logical text glued from pieces of a Source, where every character still knows its byte."""

from __future__ import annotations

from bisect import bisect_right

from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.text import Source

# The indices of a text of one piece; shared, so never to be changed.
WHOLE = [0]


class Joined:
    """Text as its reader gets it: continuations and the comments between them are cut out.

    `text[i]` is the same character as `source.text[offset(i)]`.
    """

    __slots__ = ("_indices", "_offsets", "source", "text")

    def __init__(self, source: Source, text: str, indices: list[int], offsets: list[int]) -> None:
        """Piece k of `text` starts at `indices[k]` and was read at `offsets[k]`.

        `indices` starts at 0 and rises; for a single piece it is WHOLE itself.
        """
        self.source = source
        self.text = text
        self._indices = indices
        self._offsets = offsets

    @classmethod
    def of(cls, source: Source, span: Span) -> Joined:
        """The bytes of `span` as they are: one piece, nothing cut."""
        return cls(source, source.text[span.start : span.end], WHOLE, [span.start])

    @classmethod
    def glued(cls, parts: Sequence[Joined]) -> Joined:
        """The texts of all parts, one after the other; they are of one source, and there is at least one."""
        indices: list[int] = []
        offsets: list[int] = []
        length = 0
        for part in parts:
            if part.text:
                indices += [length + index for index in part._indices]
                offsets += part._offsets
                length += len(part.text)
        if len(indices) < 2:
            return cls(parts[0].source, "".join(part.text for part in parts), WHOLE, offsets or [parts[0].whole.start])
        return cls(parts[0].source, "".join(part.text for part in parts), indices, offsets)

    def offset(self, index: int) -> int:
        """Byte offset of `text[index]`; for `index == len(text)` the end of the last piece."""
        indices = self._indices
        if indices is WHOLE:
            return self._offsets[0] + index
        piece = bisect_right(indices, min(index, len(self.text) - 1)) - 1
        return self._offsets[piece] + index - indices[piece]

    def span(self, start: int, end: int) -> Span:
        """The bytes that hold `text[start:end]`, with what was cut out between them."""
        if self._indices is WHOLE:
            base = self._offsets[0]
            return Span(base + start, base + end)
        first = self.offset(start)
        return Span(first, self.offset(end - 1) + 1 if end > start else first)

    def part(self, start: int, end: int) -> Joined:
        """`text[start:end]`, which still knows its bytes."""
        text = self.text[start:end]
        indices = self._indices
        if indices is WHOLE:
            return Joined(self.source, text, WHOLE, [self._offsets[0] + start])
        if start == end:
            return Joined(self.source, "", WHOLE, [self.offset(start)])
        low = bisect_right(indices, start) - 1
        high = bisect_right(indices, end - 1, low)
        offsets = self._offsets[low:high]
        offsets[0] += start - indices[low]
        if len(offsets) == 1:
            return Joined(self.source, text, WHOLE, offsets)
        return Joined(self.source, text, [0, *[index - start for index in indices[low + 1 : high]]], offsets)

    @property
    def whole(self) -> Span:
        """The bytes that hold all of `text`."""
        return self.span(0, len(self.text))

    def __repr__(self) -> str:
        return f"Joined({self.text!r} at {self.whole.start})"

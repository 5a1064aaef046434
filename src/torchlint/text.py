"""Places in bytes: a file's text, spans in it, and edits to it. Nothing about what is written there."""

from __future__ import annotations

from bisect import bisect_right

from torchlint.record import Generic, NamedTuple, TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T_co = TypeVar("T_co", covariant=True)

MARK = "\xef\xbb\xbf"
"""UTF-8's byte order mark, as a Source holds it."""

LOST_MARK = b"\xef\xbf\xbd\xef\xbf\xbd"
"""What a UTF-16 byte order mark becomes when a tool takes the file for UTF-8 and writes it back."""


class Span(NamedTuple):
    """Half-open range of byte offsets into one Source."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """True if `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two share a byte, or are insertions at the same offset."""
        return self.start < other.end and other.start < self.end or self == other


class Position(NamedTuple):
    """Line and column for people: both from 1, columns in Unicode code points."""

    line: int
    column: int


class Source:
    """One file's text, held as latin-1 so that an offset into `text` is a byte offset into the file.

    `path` is what messages show: relative to where torchlint runs, with `/` on every platform.
    `exact` is False when the file's bytes are not the text's bytes (UTF-16 input): then it cannot be edited.
    """

    __slots__ = ("_counted", "_starts", "exact", "path", "text")

    def __init__(self, path: str, text: str, *, exact: bool = True) -> None:
        self.path = path
        self.text = text
        self.exact = exact
        self._starts: list[int] | None = None
        self._counted = (0, 0)

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> Source:
        """Hold `data` byte for byte; text marked as UTF-16 or UTF-32 by its BOM is re-encoded as UTF-8."""
        if data.startswith(LOST_MARK) and b"\0" in data[6:10]:
            data = b"\xff\xfe" + data[len(LOST_MARK) :]
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            codec = "utf-32" if data[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff") else "utf-16"
            recoded = data.decode(codec, "replace").encode("utf-8")
            return cls(path, recoded.decode("latin-1"), exact=False)
        return cls(path, data.decode("latin-1"))

    def to_bytes(self) -> bytes:
        """The file's bytes as they were read."""
        return self.text.encode("latin-1")

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            starts = [0]
            found = self.text.find("\n")
            while found >= 0:
                starts.append(found + 1)
                found = self.text.find("\n", found + 1)
            self._starts = starts
        return self._starts

    def line_at(self, offset: int) -> int:
        """Number of the line, from 1, that holds the byte at `offset`."""
        return bisect_right(self._line_starts(), offset)

    def line_count(self) -> int:
        """How many lines there are; text after the last LF counts as one even when it is empty."""
        return len(self._line_starts())

    def line_span(self, line: int) -> Span:
        """Bytes of a line, from 1, without its LF and without a CR before it."""
        starts = self._line_starts()
        start = starts[line - 1]
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def position(self, offset: int) -> Position:
        """Line and column of the byte at `offset`."""
        line = self.line_at(offset)
        start, column = self._line_starts()[line - 1], 0
        if line == 1 and offset >= 3 and self.text.startswith(MARK):
            start = 3
        # Places are asked for in order: on a long line counting goes on from the last one.
        if start <= self._counted[0] <= offset:
            start, column = self._counted
        column += len(decoded(self.text[start:offset]))
        if not "\x80" <= self.text[offset : offset + 1] < "\xc0":  # not amid a character
            self._counted = (offset, column)
        return Position(line, column + 1)

    @property
    def newline(self) -> str:
        """What ends the first line, "\\n" if nothing does: for text that a fix adds."""
        end = self.text.find("\n")
        return "\r\n" if end > 0 and self.text[end - 1] == "\r" else "\n"

    def lines(self) -> Iterator[tuple[int, str]]:
        """Each line with the offset it begins at: without its LF, and the first without a byte order mark."""
        start = len(MARK) if self.text.startswith(MARK) else 0
        while start < len(self.text):
            end = self.text.find("\n", start)
            stop = len(self.text) if end < 0 else end
            yield start, self.text[start:stop]
            start = stop + 1

    def show(self, span: Span) -> str:
        """The text of `span` as a person reads it: UTF-8 with replacement."""
        return decoded(self.text[span.start : span.end])

    def whole(self) -> Span:
        """The span of the whole file."""
        return Span(0, len(self.text))

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} bytes)"


def decoded(latin1: str) -> str:
    """Text held as latin-1 bytes, as a person reads it: UTF-8 with replacement."""
    return latin1 if latin1.isascii() else latin1.encode("latin-1").decode("utf-8", "replace")


def encoded(text: str) -> str:
    """The inverse of `decoded`: words for an edit, as the latin-1 image of their UTF-8 bytes."""
    return text if text.isascii() else text.encode("utf-8", "surrogateescape").decode("latin-1")


class Place(NamedTuple):
    """Somewhere in some file."""

    source: Source
    span: Span

    def __repr__(self) -> str:
        return f"{self.source.path}:{self.span.start}-{self.span.end}"


class Fact(NamedTuple, Generic[T_co]):
    """A value that knows where it was read; `at` is None for what no file says (a default, a base image)."""

    value: T_co
    at: Place | None = None


class Edit(NamedTuple):
    """Replace the bytes of `span` in `source` by `text` (latin-1 image of the new bytes)."""

    source: Source
    span: Span
    text: str


class OverlappingEdits(ValueError):
    """Two edits claim the same bytes."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits` made; equal edits count once.

    Raises OverlappingEdits when two different edits share a byte.
    """
    pieces: list[str] = []
    done = 0
    last: Edit | None = None
    for edit in sorted(set(edits), key=lambda e: (e.span, e.text)):
        if last is not None and (edit.span.start < done or edit.span == last.span):
            raise OverlappingEdits(f"{last.span} and {edit.span}")
        pieces.append(text[done : edit.span.start])
        pieces.append(edit.text)
        done = edit.span.end
        last = edit
    pieces.append(text[done:])
    return "".join(pieces)

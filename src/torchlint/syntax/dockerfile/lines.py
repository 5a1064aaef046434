"""Physical lines to logical ones: continuations joined, comments and blank lines put aside."""

from __future__ import annotations

from itertools import accumulate

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.blanks import ASCII, skipped
from torchlint.syntax.dockerfile.shapes import Comment
from torchlint.syntax.joined import WHOLE, Joined
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Source

_BOM = "\xef\xbb\xbf"
# BuildKit's scanner refuses a longer one; the LF does not count, a CR does.
LONGEST_LINE = 65_535


class Lines:
    """The lines of one file, read forwards. `index` is the next physical line, from 0; `first` is the byte where the
    logical line read last begins."""

    __slots__ = ("comments", "first", "index", "lines", "notes", "source", "starts")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.index = 0
        self.first = 0
        self.lines = source.text.split("\n")
        self.starts = [0, *accumulate([len(line) + 1 for line in self.lines])]
        if self.lines[0].startswith(_BOM):
            self.lines[0] = self.lines[0][len(_BOM) :]
            self.starts[0] = len(_BOM)
        if not self.lines[-1]:
            self.lines.pop()
        self.comments: list[Comment] = []
        self.notes: list[SyntaxProblem] = []

    def end(self, line: int) -> int:
        """Where physical line `line` ends, without its line end."""
        return self.starts[line] + len(self.lines[line].rstrip("\r"))

    def next(self, escape: str) -> Joined | None:
        """The next logical line; afterwards `index` is past its last physical line. None at the end of the file."""
        lines = self.lines
        while self.index < len(lines):
            index = self.index
            line = lines[index]
            body = line.lstrip(ASCII)
            if body and body[0] > "\xc1":
                body = body[skipped(body, 0, len(body)) :]
            self.index = index + 1
            if not body:
                continue
            start = self.starts[index] + len(line) - len(body)
            if body[0] == "#":
                self.comment(body, start)
                continue
            self.first = start
            body = body.rstrip("\r")
            kept = body.rstrip(" \t")
            if kept[-1:] == escape and kept[-2:-1] != escape:
                return self.continued(kept[:-1], start, escape)
            return Joined(self.source, body, WHOLE, [start])
        return None

    def continued(self, first: str, start: int, escape: str) -> Joined:
        """Go on after a line that ends in the escape character."""
        lines = self.lines
        pieces: list[str] = []
        indices: list[int] = []
        offsets: list[int] = []
        length = 0
        piece = first
        going_on = True
        while True:
            if piece:
                pieces.append(piece)
                indices.append(length)
                offsets.append(start)
                length += len(piece)
            if not going_on:
                break
            while self.index < len(lines):
                line = lines[self.index]
                start = self.starts[self.index]
                self.index += 1
                body = line.lstrip(ASCII)
                if body and body[0] > "\xc1":
                    body = body[skipped(body, 0, len(body)) :]
                if not body:
                    span = Span(start, start + len(line.rstrip("\r")))
                    self.notes.append(SyntaxProblem("empty-continuation", "blank line inside an instruction", span))
                elif body[0] == "#":
                    self.comment(body, start + len(line) - len(body))
                else:
                    break
            else:
                break
            piece = line.rstrip("\r")
            kept = piece.rstrip(" \t")
            going_on = kept[-1:] == escape and kept[-2:-1] != escape
            if going_on:
                piece = kept[:-1]
        if len(pieces) < 2:
            return Joined(self.source, "".join(pieces), WHOLE, offsets or [start])
        return Joined(self.source, "".join(pieces), indices, offsets)

    def comment(self, body: str, start: int) -> None:
        """Remember the comment `body`, which starts at byte `start`."""
        body = body.rstrip("\r")
        self.comments.append(Comment(body[1:], Span(start, start + len(body))))

"""Documents written below their instruction: `RUN <<EOF`."""

from __future__ import annotations

import re
from bisect import bisect_left

from torchlint.record import NamedTuple
from torchlint.syntax import SyntaxProblem
from torchlint.syntax.dockerfile.shapes import Heredoc
from torchlint.syntax.words import raw_words, unquoted_words
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.dockerfile.lines import Lines
    from torchlint.syntax.joined import Joined

_MARKER = r"([0-9]*+)<<(-?)[\t\n\f\r ]*+([^<]*)\Z"
_LEADING_TABS = r"(?m)^\t+"
# Where reading goes on after a document that nothing closes: a line that can hardly be anything but an instruction.
_RESUME = r"(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|RUN|SHELL|USER|VOLUME|WORKDIR)[ \t]"


class Marker(NamedTuple):
    """A `<<NAME` word and what it says of its document."""

    name: str
    expand: bool
    chomp: bool
    fd: int
    span: Span


def read_marker(word: str, span: Span) -> Marker | None:
    """The marker that `word` is, if it is one."""
    match = re.match(_MARKER, word)
    if match is None or not match[3]:
        return None
    names = unquoted_words(match[3])
    if names is None or len(names) != 1:
        return None
    quoted = unquoted_words(match[3], raw_quotes=True)
    expand = quoted is not None and _quotes("".join(quoted)) == _quotes(names[0])
    return Marker(names[0], expand, match[2] == "-", int(match[1][-9:] or 0), span)


def _quotes(word: str) -> int:
    return word.count("'") + word.count('"')


def read_markers(joined: Joined) -> list[Marker]:
    """The markers of a whole logical line; none when BuildKit cannot lex it, as with an odd quote."""
    words = raw_words(joined.text) or []
    found = [read_marker(word.text, joined.span(word.start, word.end)) for word in words if "<<" in word.text]
    return [marker for marker in found if marker]


class Documents:
    """Finds where documents end; remembers the lines so that no document needs a walk of its own."""

    __slots__ = ("closings", "lines", "resumes")

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.closings: dict[bool, dict[str, list[int]]] = {}
        self.resumes: list[int] | None = None

    def read(self, markers: list[Marker], problems: list[SyntaxProblem]) -> tuple[Heredoc, ...]:
        """The documents that follow the line just read, one after the other."""
        found: list[Heredoc] = []
        lines = self.lines
        for marker in markers:
            first = lines.index
            last = self.closing(marker, first)
            if last is None:
                message = f"no line closes the heredoc {marker.name}"
                problems.append(SyntaxProblem("unterminated-heredoc", message, marker.span))
                last = self.resume(first)
                lines.index = last
            else:
                lines.index = last + 1
            # A document of no lines, whose end is missing too, lies at the end of the line that begins it.
            start = lines.starts[first] if lines.index > first else lines.end(first - 1)
            stop = min(lines.starts[last], len(lines.source.text)) if lines.index > first else start
            body = Span(start, max(start, stop))
            text = lines.source.text[body.start : body.end]
            if marker.chomp:
                text = re.sub(_LEADING_TABS, "", text)
            end = max(lines.end(lines.index - 1), start)
            name, expand, chomp, fd, span = marker
            found.append(Heredoc(name, Span(start, end), body, text, expand, chomp, fd, span))
        return tuple(found)

    def closing(self, marker: Marker, first: int) -> int | None:
        """Index of the first line from `first` on that closes the document."""
        closings = self.closings.get(marker.chomp)
        if closings is None:
            closings = self.closings[marker.chomp] = {}
            for index, line in enumerate(self.lines.lines):
                line = line.rstrip("\r")
                closings.setdefault(line.lstrip("\t") if marker.chomp else line, []).append(index)
        candidates = closings.get(marker.name, [])
        place = bisect_left(candidates, first)
        return candidates[place] if place < len(candidates) else None

    def resume(self, first: int) -> int:
        """Index of the line where reading goes on after a document without an end."""
        if self.resumes is None:
            self.resumes = [index for index, line in enumerate(self.lines.lines) if re.match(_RESUME, line)]
        place = bisect_left(self.resumes, first)
        return self.resumes[place] if place < len(self.resumes) else len(self.lines.lines)

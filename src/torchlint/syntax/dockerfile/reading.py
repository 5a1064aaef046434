"""One instruction while its arguments are read: the ways to split them, and where complaints go."""

from __future__ import annotations

import re
from functools import cache

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.blanks import LEADS, WIDE
from torchlint.syntax.dockerfile.shapes import Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.dockerfile.shapes import Flag
    from torchlint.syntax.joined import Joined
    from torchlint.text import Span

# The old form of ENV and LABEL, and FROM, EXPOSE and COPY, split at these alone, whatever the quotes.
FIELD = re.compile(r"[^\t\v\f\r ]+")
# Arrays were meant where a quote stands right behind the bracket or a comma after the first word: in a command line
# `[` may be the shell's test or a PowerShell type.
_MEANT = r"\[(?:[\"']|\xe2\x80[\x98\x9c]|[ \t]*(?:\"[^\"]*\"|'[^']*'|[^][ \t,\"']+)[ \t]*,)"
_QUOTES = ('"', "'", "\xe2\x80\x9c", "\xe2\x80\x9d")


@cache
def _word(escape: str, wide: bool) -> re.Pattern[str]:
    """A word of ENV, LABEL or ARG, which ends outside of quotes; an escape that ends the line belongs to no word.

    Without `wide` there must be no bytes in the text that could begin a blank beyond ASCII."""
    sign = re.escape(escape)
    plain = rf"[^\t-\r '\"{sign}{LEADS}]++|(?!{WIDE})[{LEADS}]" if wide else rf"[^\t-\r '\"{sign}]++"
    blanks = rf"(?:[\t-\r ]|{WIDE})*+" if wide else r"[\t-\r ]*+"
    double = rf"\"(?:[^\"{sign}]++|{sign}.)*+(?:\"|(?={sign}?\Z))"
    return re.compile(rf"{blanks}((?:{plain}|{sign}.|'[^']*(?:'|\Z)|{double})++)", re.DOTALL)


class Reading:
    """What the reader of one instruction needs, and where it leaves what it found wrong."""

    __slots__ = ("array", "escape", "flags", "keyword", "keyword_span", "notes", "problems", "rest")

    def __init__(
        self,
        keyword: str,
        keyword_span: Span,
        flags: tuple[Flag, ...],
        rest: Joined,
        escape: str,
        problems: list[SyntaxProblem],
        notes: list[SyntaxProblem],
    ) -> None:
        self.keyword = keyword
        self.keyword_span = keyword_span
        self.flags = flags
        self.rest = rest
        self.escape = escape
        self.array: tuple[Word, ...] | None = None
        self.problems = problems
        self.notes = notes

    def refuse(self, kind: str, message: str, span: Span | None = None) -> None:
        """Note that BuildKit refuses this; without `span` the keyword is the place."""
        self.problems.append(SyntaxProblem(kind, message, span or self.keyword_span))

    def fields(self) -> list[Word]:
        """The arguments split at plain blanks."""
        span = self.rest.span
        return [Word(found[0], span(found.start(), found.end()), False) for found in FIELD.finditer(self.rest.text)]

    def words(self) -> list[tuple[str, int, int]]:
        """The arguments split outside quotes: text, start, end."""
        text = self.rest.text
        match = _word(self.escape, not text.isascii() and any(lead in text for lead in LEADS)).match
        found: list[tuple[str, int, int]] = []
        pos = 0
        while word := match(text, pos):
            pos = word.end()
            found.append((word[1], word.start(1), pos))
        return found

    def word(self, start: int, end: int) -> Word:
        """One word of the arguments."""
        return Word(self.rest.text[start:end], self.rest.span(start, end), False)

    def read_array(self, start: int = 0) -> bool:
        """Try the arguments from `start` as a JSON array; False when its elements are no strings."""
        text = self.rest.text
        if not text.startswith("[", start):
            return True
        from torchlint.syntax.dockerfile.arrays import is_array, read_array

        array = self.array = read_array(self.rest, start)
        if array is None and is_array(text, start):
            span = self.rest.span(start, len(text))
            self.refuse("json-elements", "every element of a JSON array must be a string", span)
            return False
        if array is None and self.keyword != "SHELL" and self.meant_as_array(start):
            message = "this looks like a JSON array but is none, so it is read as plain text"
            self.notes.append(SyntaxProblem("malformed-json", message, self.rest.span(start, len(text))))
        return True

    def meant_as_array(self, start: int) -> bool:
        text = self.rest.text
        quoted = any(quote in text for quote in _QUOTES)
        if self.keyword in ("COPY", "ADD", "VOLUME"):
            return quoted
        if self.keyword in ("RUN", "HEALTHCHECK"):
            return re.match(_MEANT, text[start:]) is not None
        return quoted or "," in text

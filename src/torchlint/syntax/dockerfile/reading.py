"""One instruction while its arguments are read: the ways to split them, and where complaints go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.blanks import LEADS, WIDE
from torchlint.syntax.dockerfile.arrays import NOT_STRINGS, read_array
from torchlint.syntax.dockerfile.shapes import Word

if TYPE_CHECKING:
    from torchlint.syntax.dockerfile.shapes import Flag
    from torchlint.syntax.joined import Joined
    from torchlint.text import Span

# The old form of ENV and LABEL, and FROM, EXPOSE and COPY, split at these alone, whatever the quotes.
FIELD = re.compile(r"[^\t\v\f\r ]+")
# ENV, LABEL and ARG split where no quote is open. An escape that ends the line belongs to no word.
_WORDS = {
    escape: re.compile(
        rf"(?:[\t-\r ]|{WIDE})*+((?:[^\t-\r '\"{sign}{LEADS}]++|(?!{WIDE})[{LEADS}]|{sign}."
        rf"|'[^']*+(?:'|\Z)|\"(?:[^\"{sign}]++|{sign}.)*+(?:\"|(?={sign}?\Z)))++)",
        re.DOTALL,
    )
    for escape, sign in (("\\", r"\\"), ("`", "`"))
}
# In a command line `[` may be the shell's test or a PowerShell type: a quote right behind it, or a comma after the
# first word, shows that an array was meant.
_ARRAY = re.compile(r"\[(?:[\"']|\xe2\x80[\x98\x9c]|[ \t]*(?:\"[^\"]*\"|'[^']*'|[^][ \t,\"']+)[ \t]*,)")
_QUOTES = ('"', "'", "\xe2\x80\x9c", "\xe2\x80\x9d")


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
        match = _WORDS[self.escape].match
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
        array = read_array(self.rest, start)
        if array is NOT_STRINGS:
            span = self.rest.span(start, len(text))
            self.refuse("json-elements", "every element of a JSON array must be a string", span)
            return False
        self.array = array
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
            return _ARRAY.match(text, start) is not None
        return quoted or "," in text

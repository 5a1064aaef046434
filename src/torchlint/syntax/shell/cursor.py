"""A place in a shell text, and the steps that every floor of the grammar takes from it.

The reader is one object in floors, each a file: cursor, quotes, dollars, reader (words), simple, parser. Words hold
commands and commands hold words, so the lower floors name what a higher one provides.
"""

from __future__ import annotations

import re

from torchlint.syntax import SyntaxProblem
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.shell.nodes import List, Redirect

MAX_DEPTH = 40  # of nested expansions and compound commands; each level takes up to ten frames of Python's thousand
META = frozenset(" \t\n;&|<>()")
NOTHING: frozenset[str] = frozenset()
PARENTHESIS = frozenset(")")

_BLANKS = re.compile(r"[ \t]*+(?:\\\n[ \t]*+)*+")
_BARE = re.compile(r"[^ \t\n;&|<>()\\'\"`$]++")


class TooDeep(Exception):
    """More levels than MAX_DEPTH."""


class Cursor:
    """A place in `text`, moved forwards up to `end`."""

    __slots__ = ("_depth", "comments", "end", "escaping", "pos", "problems", "text", "waiting")

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.end = len(text)
        self.problems: list[SyntaxProblem] = []
        self.comments: list[Span] = []
        self.escaping = ""  # inside backquotes: before these a backslash belongs to them rather than to the commands
        self.waiting: list[tuple[Redirect, str, bool]] = []  # here-documents whose body has not come yet
        self._depth = 0

    def commands(self, stops: frozenset[str]) -> List:
        """Commands up to the end or one of `stops`."""
        raise NotImplementedError

    def heredoc(self, redirect: Redirect, delimiter: str, quoted: bool) -> None:
        """Read a body up to its closing line, and hand it to its redirect."""
        raise NotImplementedError

    def problem(self, kind: str, message: str, start: int, end: int) -> None:
        """Remember what could not be accepted."""
        self.problems.append(SyntaxProblem(kind, message, Span(start, end)))

    def enter(self) -> None:
        """One level down."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooDeep

    def leave(self) -> None:
        """One level up."""
        self._depth -= 1

    def at(self, sign: str) -> bool:
        """True if `sign` stands here."""
        return self.text.startswith(sign, self.pos, self.end)

    def blanks(self) -> str:
        """Skip blanks, continuations and a comment; the character after them, "" at the end."""
        char = self.spaces()
        if char == "#":
            start = self.pos
            found = self.text.find("\n", start, self.end)
            self.pos = self.end if found < 0 else found
            self.comments.append(Span(start, self.pos))
            return "" if found < 0 else "\n"
        return char

    def spaces(self) -> str:
        """Skip blanks and continuations; the character after them, "" at the end."""
        pos = _BLANKS.match(self.text, self.pos, self.end).end()  # type: ignore[union-attr]
        self.pos = pos
        return self.text[pos] if pos < self.end else ""

    def lines(self) -> str:
        """Skip blanks, comments and line ends, here-documents included; the character after them."""
        while (char := self.blanks()) == "\n":
            self.pos += 1
            if self.waiting:
                waiting, self.waiting = self.waiting, []
                for redirect, delimiter, quoted in waiting:
                    self.heredoc(redirect, delimiter, quoted)
        return char

    def bare(self) -> str:
        """The word here if it is written without any quote or expansion, else ""; the place stays."""
        found = _BARE.match(self.text, self.pos, self.end)
        if found is None:
            return ""
        stop = found.end()
        if stop == self.end or self.text[stop] in META or self.text.startswith("\\\n", stop):
            return found[0]
        return ""

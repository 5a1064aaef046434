"""A script as ShellCheck gets it, and the way back from its lines and columns to the bytes of the Dockerfile."""

from __future__ import annotations

import re
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.shellcheck.scripts import Script
    from torchlint.text import Span

# What applies to a whole script must stay above its first command: a `#!` line, and comments for ShellCheck.
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*+")
_SAYS_DIALECT = re.compile(r"#[ \t]*shellcheck[ \t][^\n]*\bshell=", re.ASCII)


class Sent:
    """`text` is what is sent, held as latin-1: the script with what is given to it behind its first comments.

    `busybox`: whether ShellCheck knows that shell."""

    __slots__ = ("_added", "_at", "_starts", "script", "text")

    def __init__(self, script: Script, *, busybox: bool = True) -> None:
        written = script.text.text
        found = _HEAD.match(written)
        self._at = found.end() if found is not None else 0
        head = written[: self._at]
        name = script.dialect.name if busybox or script.dialect.name != "busybox" else "dash"
        dialect = "" if _SAYS_DIALECT.search(head) else f"# shellcheck shell={name}\n"
        self._added = len(dialect) + len(script.given)
        self.script = script
        self.text = f"{head}{dialect}{script.given}{written[self._at :]}"
        self._starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def index(self, line: int, column: int) -> int | None:
        """Which byte of the script stands there; its length for what is behind it, None for what was given to it."""
        lines = len(self._starts) - 1
        if line > lines:
            return len(self.script.text.text)
        start, end = self._starts[line - 1], self._starts[line] - 1
        written = _bytes_of(self.text[start:end], column - 1)
        index = min(start + written, end)
        if index < self._at:
            return index
        return None if index < self._at + self._added else index - self._added

    def span(self, start: int, end: int) -> Span:
        """The bytes of the Dockerfile for a part of the script: whole characters, and one where the part is empty."""
        text = self.script.text.text
        start, end = min(start, len(text)), min(end, len(text))
        if end <= start:
            while start and (start == len(text) or text[start] in "\r\n"):
                start -= 1
            end = min(start + 1, len(text))
        while start and "\x80" <= text[start] < "\xc0":
            start -= 1
        while end < len(text) and "\x80" <= text[end] < "\xc0":
            end += 1
        return self.script.text.span(start, end)


def _bytes_of(line: str, characters: int) -> int:
    """How many bytes of a line, held as latin-1, make so many of the characters that ShellCheck counts."""
    if line.isascii():
        return characters
    kept = line.encode("latin-1").decode("utf-8", "surrogateescape")[:characters]
    return len(kept.encode("utf-8", "surrogateescape"))

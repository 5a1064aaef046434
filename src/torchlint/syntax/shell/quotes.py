"""Text between quotes: what is taken as it is, and what is not."""

from __future__ import annotations

import re

from torchlint.syntax.shell.cursor import Cursor
from torchlint.syntax.shell.words import Literal, Opaque
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.shell.words import Part

_QUOTED = re.compile(r"[^\"\\$`]++")
UNQUOTED = r"[^\\$`]++"
"""Kept as text: few scripts need it."""
# Compiled when first needed: most scripts have none.
_ANSI = r"[^'\\]++|\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{1,4}|U[0-9A-Fa-f]{1,8}|c.|.)?"
_ANSI_ESCAPES = dict(zip("abeEfnrtv", "\a\b\x1b\x1b\f\n\r\t\v", strict=True))


class QuoteReader(Cursor):
    """Adds quotes."""

    __slots__ = ()

    def dollar(self, parts: list[Part], quoted: bool, inside: bool) -> None:
        """A dollar; `inside` double quotes or a here-document, where `$'` and `$"` mean nothing."""
        raise NotImplementedError

    def backquote(self, parts: list[Part], quoted: bool, inside: bool) -> None:
        """A backquote; `inside` double quotes."""
        raise NotImplementedError

    def literal(self, parts: list[Part], start: int, end: int, quoted: bool) -> None:
        """Take `text[start:end]` as it is."""
        self.pos = end
        parts.append(Literal(self.text[start:end], Span(start, end), quoted))

    def escape(self, parts: list[Part]) -> None:
        """A backslash outside quotes."""
        text, pos = self.text, self.pos
        self.pos = stop = min(pos + 2, self.end)
        if stop == pos + 1:
            parts.append(Literal("\\", Span(pos, stop), True))
        elif text[pos + 1] in self.escaping:
            if text[pos + 1] == "\\":
                self.pos = stop = self.doubled(pos)
            elif text[pos + 1] == '"':  # a quote, for the commands: all up to the next such one is in it
                close = text.find('\\"', stop, self.end)
                self.pos = stop = self.end if close < 0 else close + 2
            parts.append(Opaque(Span(pos, stop)))
        elif text[pos + 1] != "\n":
            parts.append(Literal(text[pos + 1], Span(pos, stop), True))

    def doubled(self, pos: int) -> int:
        """Inside backquotes: the end of the character that the two backslashes at `pos` escape as one."""
        after = pos + 2
        pair = self.text[after : min(after + 2, self.end)]
        again = len(pair) == 2 and pair[0] == "\\" and pair[1] in self.escaping
        return after + 2 if again else min(after + 1, self.end)

    def expansion(self, parts: list[Part], quoted: bool) -> None:
        """A quote, a backquote or a dollar outside quotes."""
        char = self.text[self.pos]
        if char == "'":
            self.single(parts)
        elif char == '"':
            self.double(parts)
        elif char == "`":
            self.backquote(parts, quoted, False)
        else:
            self.dollar(parts, quoted, False)

    def single(self, parts: list[Part]) -> None:
        """`'…'`."""
        start = self.pos + 1
        close = self.text.find("'", start, self.end)
        if close < 0:
            self.problem("unterminated-quote", "This quote is never closed", self.pos, self.end)
        stop = self.end if close < 0 else close
        span = Span(start, stop)
        self.pos = stop + (close >= 0)
        if self.escaping and self.text.find("\\", start, stop) >= 0:
            parts.append(Opaque(span))
        else:
            parts.append(Literal(self.text[start:stop], span, True))

    def double(self, parts: list[Part]) -> None:
        """`"…"`."""
        start = self.pos
        self.pos += 1
        count = len(parts)
        if not self.text_until('"', _QUOTED, parts):
            self.problem("unterminated-quote", "This quote is never closed", start, self.end)
        elif len(parts) == count:
            parts.append(Literal("", Span(start + 1, start + 1), True))

    def text_until(self, closing: str, chunk: re.Pattern[str], parts: list[Part], escapable: str = '$`"\\') -> bool:
        """Read as between double quotes, up to `closing` ("" for the end); False when it does not come."""
        text, end = self.text, self.end
        while (pos := self.pos) < end:
            found = chunk.match(text, pos, end)
            if found and found.end() > pos:
                self.literal(parts, pos, found.end(), True)
                continue
            char = text[pos]
            if char == "\\":
                following = text[pos + 1] if pos + 1 < end else ""
                if following == "\n":
                    self.pos += 2
                elif following and following in self.escaping:
                    self.pos += 2
                    if following == "\\" and self.pos < end and text[self.pos] in escapable:
                        self.pos = self.doubled(pos)
                    parts.append(Opaque(Span(pos, self.pos)))
                elif following and following in escapable:
                    self.pos += 2
                    parts.append(Literal(following, Span(pos, pos + 2), True))
                else:
                    self.literal(parts, pos, pos + 1, True)
            elif char == closing:
                self.pos += 1
                return True
            elif char == "`":
                self.backquote(parts, True, closing == '"')
            elif char == "$":
                self.dollar(parts, True, True)
            else:
                self.literal(parts, pos, pos + 1, True)
        return not closing

    def ansi(self, parts: list[Part]) -> None:
        """`$'…'`, from its first quote."""
        start = self.pos
        self.pos += 1
        count = len(parts)
        ansi = re.compile(_ANSI, re.DOTALL)
        while found := ansi.match(self.text, self.pos, self.end):
            written = found[0]
            span = Span(found.start(), found.end())
            self.pos = found.end()
            if written[0] != "\\":
                parts.append(Literal(written, span, True))
                continue
            decoded = _ansi_escape(written)
            opaque = decoded is None or (len(written) > 1 and written[1] in self.escaping)
            parts.append(Opaque(span) if opaque or decoded is None else Literal(decoded, span, True))
        if self.pos >= self.end:
            self.problem("unterminated-quote", "This quote is never closed", start, self.end)
        else:
            self.pos += 1
            if len(parts) == count:
                parts.append(Literal("", Span(start + 1, start + 1), True))


def _ansi_escape(written: str) -> str | None:
    """What an escape in `$'…'` stands for, in UTF-8 held as latin-1; None when shells differ."""
    char = written[1:2]
    if char in _ANSI_ESCAPES:
        return _ANSI_ESCAPES[char]
    if char and char in "01234567":
        return chr(int(written[1:], 8) & 0xFF)
    if len(written) > 2 and char in "xuU":
        digits = written[2:]
        number = int(digits, 16)
        if char == "x":
            return chr(number)
        return None if number > 0x10FFFF or 0xD800 <= number < 0xE000 else chr(number).encode().decode("latin-1")
    return char if char and char in "\\'\"?" else None

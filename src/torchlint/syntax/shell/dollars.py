"""What stands for something else: parameters, substitutions, arithmetic."""

from __future__ import annotations

import re

from torchlint.syntax.shell.cursor import NOTHING, PARENTHESIS
from torchlint.syntax.shell.quotes import UNQUOTED, QuoteReader
from torchlint.syntax.shell.words import Literal, Opaque, Parameter, Substitution, Word, merged
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.shell.words import Part

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*+")
# Compiled when first needed: most scripts need none of them.
_NAME = r"(?:(#)(?=[A-Za-z0-9_@*])|(!)(?=[A-Za-z0-9_@*#]))?([A-Za-z_][A-Za-z0-9_]*+|[0-9]++|[@*#?$!-])?"
_OPERATOR = r":?[-=?+]|##?|%%?|/[/#%]?|\^\^?|,,?|:"
_ARGUMENT = r"[^}\\'\"`$]++"
_BACKQUOTED = r"(?:[^`\\]|\\.)*+"
_PARENTHESES = r"[^()\\'\"]++|\\.?|'[^']*+'?|\"(?:[^\"\\]|\\.)*+\"?|([()])"


class DollarReader(QuoteReader):
    """Adds expansions."""

    __slots__ = ()

    def dollar(self, parts: list[Part], quoted: bool, inside: bool) -> None:
        """A dollar; `inside` double quotes or a here-document, where `$'` and `$"` mean nothing."""
        text, pos = self.text, self.pos
        name = _IDENTIFIER.match(text, pos + 1, self.end)
        following = text[pos + 1] if pos + 1 < self.end else ""
        if name:
            self.pos = name.end()
            parts.append(Parameter(name[0], None, None, Span(pos, self.pos), quoted))
        elif following == "{":
            parts.append(self._braced(quoted, inside))
        elif following == "(":
            parts.append(self._parenthesised(quoted))
        elif following and following in "0123456789@*#?$!-":
            self.pos = pos + 2
            parts.append(Parameter(following, None, None, Span(pos, self.pos), quoted))
        elif following == "[":  # bash's old arithmetic
            self.pos = pos + 2
            parts.append(Opaque(Span(pos, self.pos)))
        elif inside or following not in ("'", '"'):
            self.literal(parts, pos, pos + 1, quoted)
        else:
            self.pos = pos + 1
            if following == '"':
                self.double(parts)
            else:
                self.ansi(parts)

    def _braced(self, quoted: bool, inside: bool) -> Parameter:
        """`${…}`."""
        text, start = self.text, self.pos
        found = re.compile(_NAME).match(text, start + 2, self.end)
        assert found is not None
        self.pos = found.end()
        operator: str | None = None
        argument: Word | None = None
        if text[self.pos : self.pos + 1] == "}" and found[3] and self.pos < self.end:
            operator = "length" if found[1] else "other" if found[2] else None
            self.pos += 1
        else:
            plain = found[3] and not found[1] and not found[2]
            sign = re.compile(_OPERATOR).match(text, self.pos, self.end) if plain else None
            operator = sign[0] if sign else "other"
            if sign:
                self.pos = sign.end()
            self.enter()
            argument = self._argument(inside, operator[0] in "#%/")
            self.leave()
            if self.pos < self.end:
                self.pos += 1
            else:
                self.problem("unterminated-expansion", "This ${ is never closed", start, self.end)
        return Parameter(found[3] or "", operator, argument, Span(start, self.pos), quoted)

    def _argument(self, inside: bool, pattern: bool) -> Word:
        """The word after an operator, up to `}` or the end."""
        text, end, start = self.text, self.end, self.pos
        plain = inside and not pattern  # single quotes stand for themselves
        parts: list[Part] = []
        chunk = re.compile(_ARGUMENT)
        while (pos := self.pos) < end:
            found = chunk.match(text, pos, end)
            if found:
                self.literal(parts, pos, found.end(), plain)
                continue
            char = text[pos]
            if char == "}":
                break
            if plain and char == "\\" and text[pos + 1 : pos + 2] not in ("$", "`", '"', "\\", "}", "\n"):
                self.literal(parts, pos, pos + 1, True)
            elif char == "\\":
                self.escape(parts)
            elif char == "'" and plain:
                self.literal(parts, pos, pos + 1, True)
            elif char == "$":
                self.dollar(parts, plain, inside)
            else:
                self.expansion(parts, plain)
        return Word(Span(start, self.pos), merged(parts, text))

    def _parenthesised(self, quoted: bool) -> Part:
        """`$((…))` or `$(…)`."""
        start = self.pos
        if self.text.startswith("((", start + 1) and (close := self.arithmetic_end(start + 3)) is not None:
            inside = self.arithmetic(start + 3, close)
            return Opaque(Span(start, self.pos), inside)
        self.pos = start + 2
        return self.substitution(start, quoted, False)

    def substitution(self, start: int, quoted: bool, process: bool) -> Substitution:
        """Commands up to `)`."""
        self.enter()
        waiting, self.waiting = self.waiting, []
        body = self.commands(PARENTHESIS)
        self.waiting = waiting + self.waiting
        self.leave()
        if self.pos < self.end:
            self.pos += 1
        else:
            self.problem("unterminated-substitution", "This parenthesis is never closed", start, self.end)
        return Substitution(body, Span(start, self.pos), quoted, process)

    def backquote(self, parts: list[Part], quoted: bool, inside: bool) -> None:
        """`` `…` ``; `inside` double quotes."""
        text, start, end = self.text, self.pos, self.end
        found = re.compile(_BACKQUOTED, re.DOTALL).match(text, start + 1, end)
        assert found is not None
        close = found.end()
        closed = close < end and text[close] == "`"
        span = Span(start, close + closed)
        if not closed:
            self.problem("unterminated-substitution", "This backquote is never closed", start, end)
        if text.find("\\`", start, close) >= 0:
            self.pos = span.end
            parts.append(Opaque(span))  # backquotes in backquotes: their words cannot be read in place
            return
        self.enter()
        waiting, self.waiting = self.waiting, []
        escaping, self.escaping = self.escaping, '$`\\"' if inside else "$`\\"
        self.pos, self.end = start + 1, close
        body = self.commands(NOTHING)
        self.pos, self.end = span.end, end
        self.escaping = escaping
        self.waiting = waiting + self.waiting
        self.leave()
        parts.append(Substitution(body, span, quoted))

    def arithmetic_end(self, pos: int) -> int | None:
        """Where the `))` stands that closes a `((` before `pos`; None when these are nested parentheses."""
        close = self.parenthesis_end(pos)
        return close if close is not None and self.text.startswith("))", close, self.end) else None

    def parenthesis_end(self, pos: int) -> int | None:
        """Where the `)` stands that closes a `(` before `pos`; quoted ones do not count."""
        level = 0
        for found in re.compile(_PARENTHESES, re.DOTALL).finditer(self.text, pos, self.end):
            if found.lastindex:
                level += 1 if found[1] == "(" else -1
                if level < 0:
                    return found.start()
        return None

    def arithmetic(self, start: int, close: int) -> tuple[Part, ...]:
        """The expansions between `start` and `close`; the place is then after `))`."""
        inside = self.expansions_in(start, close)
        self.pos = close + 2
        return inside

    def expansions_in(self, start: int, close: int) -> tuple[Part, ...]:
        """What is expanded between `start` and `close`; the plain text is left out."""
        parts: list[Part] = []
        self.enter()
        end = self.end
        self.pos, self.end = start, close
        self.text_until("", re.compile(UNQUOTED), parts)
        self.end = end
        self.leave()
        return tuple(part for part in parts if type(part) is not Literal)

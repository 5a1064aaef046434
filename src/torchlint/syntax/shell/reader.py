"""Shell words and the bodies of here-documents, read from the text."""

from __future__ import annotations

import re

from torchlint.syntax.shell.cursor import META
from torchlint.syntax.shell.dollars import DollarReader
from torchlint.syntax.shell.nodes import HeredocBody
from torchlint.syntax.shell.quotes import UNQUOTED
from torchlint.syntax.shell.words import Glob, Literal, Opaque, Tilde, Word, empty, merged
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.shell.nodes import Redirect
    from torchlint.syntax.shell.words import Part

_CHUNK = re.compile(r"[^ \t\n;&|<>()\\'\"`$*?\[{~]++")
# Compiled when first needed: most scripts need none of them.
_BRACKET = r"\[[!^]?\]?[^\]\\'\"`$ \t\n;&|<>()]{0,200}+\]"  # bounded: a row of `[` must not cost its square
_PLAIN = r"[^{},\\'\"`$ \t\n;&|<>()]"
_BRACE = r"\{(?:" + _PLAIN + "*+(?:," + _PLAIN + r"*+)++|[A-Za-z0-9+-]++\.\." + _PLAIN + r"++)\}"
_UNQUOTE = r"\\(.)|['\"]"


class WordReader(DollarReader):
    """Adds words."""

    __slots__ = ()

    def word(self, *, value: bool = False, regex: bool = False) -> Word | None:
        """The word here, or None. `value`: an assignment's; `regex`: what follows `=~`."""
        text, end, start = self.text, self.end, self.pos
        parts: list[Part] = []
        braces = False
        level = 0
        stop = start  # a continuation at the end is no part of the word
        while self.pos < end:
            pos = self.pos
            found = _CHUNK.match(text, pos, end)
            if found:
                stop = found.end()
                self.literal(parts, pos, stop, value)
                continue
            char = text[pos]
            if text.startswith("\\\n", pos, end):
                self.pos += 2
                continue
            if char in " \t\n":
                if not level or char == "\n":
                    break
                self.literal(parts, pos, pos + 1, value)
            elif char == "\\":
                self.escape(parts)
            elif char in "'\"`$":
                self.expansion(parts, value)
            elif char in "*?[{~":
                if text[pos + 1 : pos + 2] == "(" and char in "*?" and not regex:
                    self._extended(parts, pos)
                else:
                    braces |= self._special(parts, pos, value or regex, pos == start)
            elif char in "<>" and text[pos + 1 : pos + 2] == "(" and pos + 1 < end and not regex:
                self._process(parts)
            elif char == "(" and (regex or (pos > start and text[pos - 1] in "@+!" and _unquoted_end(parts, pos))):
                if regex:
                    level += 1
                    self.literal(parts, pos, pos + 1, value)
                else:
                    self._shorten(parts)
                    self._extended(parts, pos - 1)
            elif regex and (char == "|" or (level and char in "<>)&;")):
                level -= char == ")"
                self.literal(parts, pos, pos + 1, value)
            else:
                break
            stop = self.pos
        if not parts:
            return empty(self.pos) if value and self.pos > start else None
        span = Span(start, stop)
        if braces and _expands(parts):
            return Word(span, (Opaque(span, tuple(parts)),))
        return Word(span, merged(parts, text) if len(parts) > 1 else tuple(parts))

    def _shorten(self, parts: list[Part]) -> None:
        """Give back the last character of the last part, a literal: it belongs to `@(` or its like."""
        last = parts.pop()
        assert isinstance(last, Literal)
        if len(last.text) > 1:
            parts.append(Literal(last.text[:-1], Span(last.span.start, last.span.end - 1), last.quoted))

    def _special(self, parts: list[Part], pos: int, value: bool, first: bool) -> bool:
        """A character that is special outside quotes: `*?[{~`. True for a brace that may begin an expansion."""
        text, end = self.text, self.end
        char = text[pos]
        if char == "~":
            if first or (value and text[pos - 1] == ":"):
                found = _CHUNK.match(text, pos + 1, end)
                user = found[0].partition("/")[0] if found else ""
                if value:
                    user = user.partition(":")[0]
                self.pos = pos + 1 + len(user)
                parts.append(Tilde(user, Span(pos, self.pos)))
                return False
        elif char == "{":
            found = None if value else re.compile(_BRACE).match(text, pos, end)
            if found:
                self.pos = found.end()
                parts.append(Opaque(Span(pos, self.pos)))
                return False
            self.literal(parts, pos, pos + 1, value)
            return not value
        elif not value:
            stop = pos + 1
            if char == "[":
                found = re.compile(_BRACKET).match(text, pos, end)
                stop = found.end() if found else stop
            if char != "[" or stop > pos + 1 or (stop < end and text[stop] not in META):
                self.pos = stop
                parts.append(Glob(text[pos:stop], Span(pos, stop)))
                return False
        self.literal(parts, pos, pos + 1, value)
        return False

    def _process(self, parts: list[Part]) -> None:
        """`<(…)` or `>(…)`."""
        start = self.pos
        self.pos += 2
        parts.append(self.substitution(start, True, True))

    def _extended(self, parts: list[Part], start: int) -> None:
        """`@(a|b)` and its like, from its first character."""
        close = self.parenthesis_end(start + 2)
        if close is None:
            close = self.end
            self.problem("unterminated-pattern", "This parenthesis is never closed", start, close)
        inside = self.expansions_in(start + 2, close)
        self.pos = min(close + 1, self.end)
        parts.append(Opaque(Span(start, self.pos), inside))

    def expect_heredoc(self, redirect: Redirect) -> None:
        """A `<<` was read: its body comes after the line's end."""
        written = self.text[redirect.target.span.start : redirect.target.span.end]
        delimiter = re.sub(_UNQUOTE, lambda found: found[1] or "", written, flags=re.DOTALL)
        self.waiting.append((redirect, delimiter, delimiter != written))

    def heredoc(self, redirect: Redirect, delimiter: str, quoted: bool) -> None:
        """Read a body up to its closing line, and hand it to its redirect."""
        text, end, start = self.text, self.end, self.pos
        chomp = redirect.operator == "<<-"
        line = start
        while line < end:
            stop = text.find("\n", line, end)
            if stop < 0:
                stop = end
            first = line
            while chomp and first < stop and text[first] == "\t":
                first += 1
            if stop - first == len(delimiter) and text.startswith(delimiter, first):
                break
            line = stop + 1
        else:
            line = stop = end
            self.problem("unterminated-heredoc", "The closing line of this here-document is missing", *redirect.span)
        parts: list[Part] = []
        self.pos, self.end = start, line
        if quoted:
            self.literal(parts, start, line, True)
        else:
            self.enter()
            self.text_until("", re.compile(UNQUOTED), parts, "$`\\")
            self.leave()
        self.end = end
        if chomp:
            parts = _without_tabs(parts, text, start)
        redirect.heredoc = HeredocBody(Span(start, line), merged(parts, text), quoted)
        self.pos = min(stop, end)
        if self.pos < end:
            self.pos += 1


def _unquoted_end(parts: list[Part], pos: int) -> bool:
    """True if the last part is plain text up to `pos`."""
    last = parts[-1] if parts else None
    return type(last) is Literal and not last.quoted and last.span.end == pos


def _expands(parts: list[Part]) -> bool:
    """True if the braces in these parts may be a brace expansion."""
    text = "".join(part.text if type(part) is Literal and not part.quoted else "\0" for part in parts)
    inside = text[text.find("{") + 1 : max(text.rfind("}"), 0)]
    return "," in inside or ".." in inside


def _without_tabs(parts: list[Part], text: str, start: int) -> list[Part]:
    """The parts of a `<<-` body that begins at `start`: each line without the tabs before it."""
    kept: list[Part] = []
    for part in parts:
        if type(part) is not Literal or len(part.text) != part.span.end - part.span.start:
            kept.append(part)
            continue
        pos = part.span.start
        while pos < part.span.end:
            stop = text.find("\n", pos, part.span.end) + 1 or part.span.end
            while pos < stop and text[pos] == "\t" and (pos == start or text[pos - 1] in "\n\t"):
                pos += 1
            if pos < stop:
                kept.append(Literal(text[pos:stop], Span(pos, stop), True))
            pos = stop
    return kept

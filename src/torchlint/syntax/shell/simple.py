"""Simple commands: assignments, words and redirects; also `[[ … ]]`."""

from __future__ import annotations

import re

from torchlint.syntax.shell.nodes import Assignment, Redirect, Simple
from torchlint.syntax.shell.reader import WordReader
from torchlint.syntax.shell.words import Literal, Opaque, Word, empty, expansions
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.shell.nodes import Node

_PLAIN = re.compile(r"[ \t]*+(?:([^ \t\n;&|<>()\\'\"`$*?\[{~#][^ \t\n;&|<>()\\'\"`$*?\[{]*+)(?=[ \t\n;&|)]|\Z))?")
# Patterns kept as texts are needed by few commands: `re` compiles and remembers them when they are.
_ASSIGNMENT = r"([A-Za-z_](?:[A-Za-z0-9_]++|\\\n)*+(?:\[[^\]\n]*+\])?)(\+?)="
_REDIRECT = r"([0-9]++|\{[A-Za-z_][A-Za-z0-9_]*+\})?(&>>?|<<<|<<-?|<[>&]|>[>&|]|[<>](?!\())"
_REDIRECTS = frozenset("<>&{0123456789")
_QUOTES = frozenset("\"'$`*?[")
_DECLARING = frozenset(("declare", "export", "local", "readonly", "typeset"))


def _found(pattern: str, text: str, start: int, end: int) -> re.Match[str] | None:
    return re.compile(pattern).match(text, start, end)


class SimpleReader(WordReader):
    """Adds simple commands."""

    __slots__ = ()

    def signature(self) -> bool:
        """Step over the `()` of a function's definition, if that stands here."""
        start = self.pos
        if self.at("("):
            self.pos = start + 1
            if self.spaces() == ")":
                self.pos += 1
                return True
        self.pos = start
        return False

    def function_body(self, start: int, name: str, stops: frozenset[str]) -> Node:
        """A function's definition after its `name ()`, which began at `start`."""
        raise NotImplementedError

    def simple(self, stops: frozenset[str]) -> Node | None:
        """A simple command, or a function's definition; None when there is neither."""
        text, end, start = self.text, self.end, self.pos
        assignments: list[Assignment] = []
        words: list[Word] = []
        redirects: list[Redirect] = []
        plain = _PLAIN.match
        last = start
        while True:
            found = plain(text, self.pos, end)
            assert found is not None
            if found.lastindex:
                begin, last = found.span(1)
                word = Word(Span(begin, last), (Literal(found[1], Span(begin, last), False),))
                if words or "=" not in found[1] or not (sign := _found(_ASSIGNMENT, text, begin, end)):
                    words.append(word)
                    self.pos = last
                    continue
            else:
                begin = self.pos = found.end()
                if begin >= end:
                    break
                char = text[begin]
                if char in "\n;|)" or (char == "&" and not text.startswith("&>", begin)):
                    break
                if char == "(":
                    if len(words) == 1 and not assignments and not redirects and self.signature():
                        return self.function_body(start, text[words[0].span.start : words[0].span.end], stops)
                    if not self._declared_array(words):
                        break
                    last = self.pos
                    continue
                if char == "\\" and text.startswith("\n", begin + 1, end):
                    self.pos = begin + 2
                    continue
                if char == "#":
                    self.blanks()
                    break
                if char in _REDIRECTS and (redirect := _found(_REDIRECT, text, begin, end)):
                    redirects.append(self._redirect(redirect))
                    last = redirects[-1].span.end
                    continue
                sign = None if words or char in _QUOTES else _found(_ASSIGNMENT, text, begin, end)
                if not sign:
                    read = self.word()
                    if read is None:
                        break
                    words.append(read)
                    last = read.span.end
                    continue
            assignments.append(self._assignment(sign))
            last = assignments[-1].span.end
        if not words and not assignments and not redirects:
            return None
        return Simple(Span(start, last), tuple(assignments), tuple(words), tuple(redirects))

    def _assignment(self, sign: re.Match[str]) -> Assignment:
        """What `sign` begins."""
        self.pos = sign.end()
        array: tuple[Word, ...] | None = None
        value: Word | None = None
        if self.at("("):
            array = self._array()
        else:
            value = self.word(value=True) or empty(self.pos)
        end = self.pos if value is None else value.span.end
        return Assignment(sign[1].replace("\\\n", ""), value, bool(sign[2]), Span(sign.start(), end), array)

    def _array(self) -> tuple[Word, ...]:
        """The elements between parentheses."""
        start = self.pos
        self.pos += 1
        words: list[Word] = []
        while (char := self.lines()) and char != ")" and (word := self.word()):
            words.append(word)
        if self.at(")"):
            self.pos += 1
        else:
            self.problem("unterminated-array", "This parenthesis is never closed", start, self.pos)
        return tuple(words)

    def _declared_array(self, words: list[Word]) -> bool:
        """The `(…)` in `declare -a name=(…)`: it joins the last word."""
        if not words or words[0].literal not in _DECLARING:
            return False
        last = words[-1]
        if last.span.end != self.pos or not self.text.endswith("=", last.span.start, self.pos):
            return False
        start = self.pos
        inside = tuple(expansions(self._array()))
        words[-1] = Word(Span(last.span.start, self.pos), (*last.parts, Opaque(Span(start, self.pos), inside)))
        return True

    def _redirect(self, found: re.Match[str]) -> Redirect:
        """What `found` begins."""
        number, operator = found[1], found[2]
        self.pos = found.end()
        self.blanks()
        target = self.word()
        if target is None:
            self.problem("missing-redirect-target", f"No file stands after `{operator}`", found.start(), found.end())
            target = Word(Span(found.end(), found.end()), ())
        descriptor = int(number) if number and number.isdigit() and len(number) < 10 else None
        redirect = Redirect(Span(found.start(), target.span.end), descriptor, operator, target)
        if operator in ("<<", "<<-") and target.span.end > target.span.start:
            self.expect_heredoc(redirect)
        return redirect

    def redirects(self) -> tuple[Redirect, ...]:
        """The redirects here, blanks between them."""
        found: list[Redirect] = []
        while self.blanks() and (sign := _found(_REDIRECT, self.text, self.pos, self.end)):
            found.append(self._redirect(sign))
        return tuple(found)

    def test(self) -> Simple:
        """`[[ … ]]`."""
        text, start = self.text, self.pos
        words = [_plain(text, start, start + 2)]
        self.pos = start + 2
        written = ""
        while written != "]]" and (char := self.lines()):
            pos = self.pos
            if self.at("&&") or self.at("||"):
                word: Word | None = _plain(text, pos, pos + 2)
            elif char in "()" or (char in "<>" and not text.startswith("(", pos + 1)):
                word = _plain(text, pos, pos + 1)
            else:
                word = None if char in ";&|" else self.word(regex=written == "=~")
            if word is None:
                break
            words.append(word)
            self.pos = word.span.end
            written = text[word.span.start : word.span.end]
        if written != "]]":
            self.problem("unterminated-test", "`]]` is missing", start, words[-1].span.end)
        redirects = self.redirects()
        end = (redirects or words)[-1].span.end
        return Simple(Span(start, end), (), tuple(words), redirects)


def _plain(text: str, start: int, end: int) -> Word:
    span = Span(start, end)
    return Word(span, (Literal(text[start:end], span, False),))

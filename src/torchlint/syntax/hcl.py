"""The part of HCL that bake files say plain things in: blocks, attributes, literal values.

Whatever is computed (variables, functions, templates, heredocs) reads as Computed, never as something else.
"""

from __future__ import annotations

import re

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Source


class Computed:
    """A value that nobody can read off the file."""

    __slots__ = ()


COMPUTED = Computed()

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"] | Computed


class Block(NamedTuple):
    """`kind "label" { … }`. Of a repeated attribute the last counts. `blocks`: those inside."""

    kind: str
    labels: tuple[str, ...]
    attributes: dict[str, Value]
    blocks: tuple[Block, ...]


class _Token(NamedTuple):
    """`kind`: "name", "text", "number", "line" (a line ends), "template" (a text that is computed), or the mark."""

    kind: str
    text: str


_DEEPEST = 24
_TOKEN = re.compile(
    r"""(?P<blank>[ \t\r]+)|(?P<line>(?:(?:\#|//)[^\n]*)?\n|(?:\#|//)[^\n]*\Z)"""
    r"""|(?P<name>[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff-]*)|(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"""
    r"""|(?P<heredoc><<-?[A-Za-z_][A-Za-z0-9_-]*\n)|(?P<mark>[\[\](){},=:]|[^\s"])""",
    re.ASCII,
)
_TEXT = re.compile(r'"((?:[^"\\\n$%]|\\[nrt"\\]|[$%](?!\{))*)"')
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_CLOSES = {"[": "]", "(": ")", "{": "}"}


class _Unreadable(Exception):
    """The text is no HCL that is understood here."""


def read(source: Source) -> tuple[Block, ...] | None:
    """The blocks of a file; None where it is not HCL of the form that is understood."""
    try:
        reader = _Reader(_tokens(source.text.removeprefix("\xef\xbb\xbf")))
        _, blocks = reader.body("")
    except _Unreadable:
        return None
    return blocks


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    position = 0
    while position < len(text):
        if text[position] == '"':
            plain = _TEXT.match(text, position)
            if plain is not None:
                said = _ESCAPED.sub(lambda escape: _ESCAPES[escape[1]], plain[1])
                found.append(_Token("text", said))
                position = plain.end()
            else:
                position = _past_template(text, position)
                found.append(_Token("template", ""))
            continue
        if text.startswith("/*", position):
            end = text.find("*/", position + 2)
            if end < 0:
                raise _Unreadable
            position = end + 2
            continue
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            raise _Unreadable
        kind = match.lastgroup
        position = match.end()
        if kind == "heredoc":
            position = _past_heredoc(text, match[0], position)
            found += [_Token("template", ""), _Token("line", "")]
        elif kind != "blank":
            found.append(_Token(match[0] if kind == "mark" else kind, match[0]))
    found.append(_Token("end", ""))
    return found


def _past_template(text: str, position: int) -> int:
    """Behind the quote that ends a text with computed parts; these may hold texts of their own."""
    inside: list[str] = ['"']
    position += 1
    while inside:
        if position >= len(text) or len(inside) > _DEEPEST:
            raise _Unreadable
        char = text[position]
        if inside[-1] == '"':
            if char == "\n":
                raise _Unreadable
            if char == "\\":
                position += 1
            elif char == '"':
                inside.pop()
            elif char in "$%" and text.startswith("{", position + 1):
                # `$${` is text.
                position += 1
                if text[position - 2] != char:
                    inside.append("{")
        elif char == '"' or char == "{":
            inside.append(char)
        elif char == "}":
            inside.pop()
        position += 1
    return position


def _past_heredoc(text: str, opening: str, position: int) -> int:
    ending = opening.lstrip("<-").rstrip("\n")
    while position < len(text):
        newline = text.find("\n", position)
        stop = len(text) if newline < 0 else newline
        if text[position:stop].strip(" \t\r") == ending:
            return stop + 1
        position = stop + 1
    raise _Unreadable


class _Reader:
    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.position = 0
        self.depth = 0

    @property
    def token(self) -> _Token:
        return self.tokens[self.position]

    def take(self) -> _Token:
        token = self.tokens[self.position]
        self.position += token.kind != "end"
        return token

    def lines(self) -> None:
        while self.token.kind == "line":
            self.position += 1

    def body(self, closing: str) -> tuple[dict[str, Value], tuple[Block, ...]]:
        """Attributes and blocks up to the mark that closes them, or to the end of the file."""
        attributes: dict[str, Value] = {}
        blocks: list[Block] = []
        while True:
            self.lines()
            token = self.take()
            if token.kind == (closing or "end"):
                return attributes, tuple(blocks)
            if token.kind != "name":
                raise _Unreadable
            if self.token.kind == "=":
                self.position += 1
                attributes[token.text] = self.value(closing)
                if self.token.kind not in ("line", "end", closing):
                    raise _Unreadable
            else:
                blocks.append(self.block(token.text))

    def block(self, kind: str) -> Block:
        labels = []
        while self.token.kind in ("text", "name"):
            labels.append(self.take().text)
        if self.take().kind != "{":
            raise _Unreadable
        self._deeper()
        attributes, blocks = self.body("}")
        self.depth -= 1
        return Block(kind, tuple(labels), attributes, blocks)

    def value(self, *closing: str) -> Value:
        """One value up to a line's end, a comma or the mark that closes what it is in."""
        start = self.position
        found = self._literal()
        if self.token.kind in ("line", ",", "end", *closing) and not isinstance(found, Computed):
            return found
        self.position = start
        self._skip(closing)
        return COMPUTED

    def _literal(self) -> Value:
        token = self.take()
        if token.kind == "text":
            return token.text
        if token.kind == "number":
            return int(token.text) if token.text.isdigit() and len(token.text) < 19 else COMPUTED
        if token.kind == "name":
            return {"true": True, "false": False, "null": None}.get(token.text, COMPUTED)
        if token.kind == "[":
            return self._list()
        if token.kind == "{":
            return self._object()
        return COMPUTED

    def _list(self) -> Value:
        self._deeper()
        found: list[Value] = []
        while True:
            self.lines()
            if self.token.kind == "]":
                self.position += 1
                self.depth -= 1
                return found
            found.append(self.value("]"))
            self.lines()
            if self.token.kind == ",":
                self.position += 1
            elif self.token.kind != "]":
                raise _Unreadable

    def _object(self) -> Value:
        self._deeper()
        found: dict[str, Value] = {}
        while True:
            while self.token.kind in ("line", ","):
                self.position += 1
            token = self.take()
            if token.kind == "}":
                self.depth -= 1
                return found
            if token.kind not in ("name", "text") or self.token.kind not in ("=", ":"):
                # Keys that are computed, or a loop.
                return self._passed_over(token)
            self.position += 1
            found[token.text] = self.value("}")

    def _passed_over(self, token: _Token) -> Value:
        """Past the rest of an object, from its last token that was taken on."""
        if token.kind == "end":
            raise _Unreadable
        self.position -= 1
        while True:
            self._skip(("}",))
            end = self.take()
            if end.kind == "end":
                raise _Unreadable
            if end.kind == "}":
                self.depth -= 1
                return COMPUTED

    def _skip(self, closing: tuple[str, ...]) -> None:
        """Past an expression, with all that is in brackets."""
        expected: list[str] = []
        while True:
            kind = self.token.kind
            if not expected and kind in ("line", ",", "end", *closing):
                return
            if kind == "end" or (kind in ("]", ")", "}") and (not expected or expected.pop() != kind)):
                raise _Unreadable
            if kind in _CLOSES:
                expected.append(_CLOSES[kind])
            self.position += 1

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _Unreadable

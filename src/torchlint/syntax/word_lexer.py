"""The lexer behind words: BuildKit's own, quirks included, over text held as latin-1."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple
from torchlint.syntax.blanks import blank_at, skipped, unblank
from torchlint.text import decoded, encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum
    from typing import Final, Literal, TypeAlias

    class Unset(Enum):
        UNSET = "unset"
else:
    # A true enumeration takes as long to make as a file to read.
    Unset = type("Unset", (), {})
    Unset.UNSET = Unset()
UNSET: Final = Unset.UNSET

# A str is the value; None means set to something that cannot be known; UNSET means defined nowhere.
Lookup: TypeAlias = "Callable[[str], str | Literal[Unset.UNSET] | None]"


class Variable(NamedTuple):
    """`$name` or `${name...}` at `text[start:end]`; `operator` is "" for the plain forms, `word` its raw operand."""

    name: str
    start: int
    end: int
    operator: str
    word: str


class RawWord(NamedTuple):
    """A word with its quotes and escapes, and where it stands."""

    text: str
    start: int
    end: int


_PLAIN = re.compile(r"[^$<'\"\\`}/\t-\r \x80-\xff]+")
_QUOTED = re.compile(r'[^"$\\`]+')
_NAME = re.compile(r"[0-9]+|[@*#?$!-]|[A-Za-z0-9_\x80-\xff]*")
# BuildKit has no limit; ours keeps `${a:-${b:-...}}` off Python's recursion limit.
_DEEPEST = 50


class Refused(Exception):
    """BuildKit reports a syntax error here."""


class Lexer:
    """One pass over one text. Unknown values make the result None; only Refused leaves early."""

    __slots__ = (
        "depth",
        "escape",
        "keep_quotes",
        "keep_unset",
        "lookup",
        "pos",
        "raw_escapes",
        "raw_quotes",
        "seen",
        "text",
        "undefined",
        "used",
        "word",
        "word_start",
        "words",
    )

    def __init__(
        self,
        text: str,
        lookup: Lookup,
        escape: str,
        *,
        raw_quotes: bool = False,
        raw_escapes: bool = False,
        keep_quotes: bool = False,
        keep_unset: bool = False,
    ) -> None:
        self.text = text
        self.lookup = lookup
        self.escape = escape
        self.raw_quotes = raw_quotes
        self.raw_escapes = raw_escapes
        self.keep_quotes = keep_quotes
        self.keep_unset = keep_unset
        self.pos = 0
        self.depth = 0
        self.undefined: list[str] = []
        self.used: list[str] = []
        self.seen: list[Variable] = []
        self.words: list[RawWord] = []
        self.word: list[str] = []
        self.word_start = 0

    def run(self, stop: str = "") -> str | None:
        """Read up to `stop`, or to the end without one."""
        text = self.text
        parts: list[str | None] = []
        if stop:
            # BuildKit reads operands into the same buffer: what the word had before a `${x:-...}` is lost.
            self.word.clear()
        while self.pos < len(text):
            start = self.pos
            plain = _PLAIN.match(text, start)
            char = text[start]
            part: str | None
            if plain:
                part = plain[0]
                self.pos = plain.end()
            elif char == stop:
                self.pos += 1
                return _glued(parts)
            elif char == "$":
                part = self.dollar()
                if not stop and part:
                    self.add_split(part, start)
                parts.append(part)
                continue
            elif char == "'" and not self.keep_quotes:
                part = self.single_quote()
            elif char == '"' and not self.keep_quotes:
                part = self.double_quote()
            elif char == "<":
                part = self.angle()
            elif char == self.escape:
                part = (char if self.raw_escapes else "") + text[start + 1 : start + 2]
                self.pos += 2
            else:
                blank = blank_at(text, start)
                part = text[start : start + blank] or char
                self.pos += len(part)
                if blank and not stop:
                    self.close(start)
                    parts.append(part)
                    continue
            if not stop and part:
                self.add(part, start)
            parts.append(part)
        if stop:
            raise Refused
        return _glued(parts)

    def add(self, part: str, start: int) -> None:
        if not self.word:
            self.word_start = start
        self.word.append(part)

    def add_split(self, value: str, start: int) -> None:
        index = 0
        while index < len(value):
            end = skipped(value, index, len(value))
            if end > index:
                self.close(self.pos)
            index = unblank(value, end)
            if index > end:
                self.add(value[end:index], start)

    def close(self, end: int) -> None:
        if self.word:
            self.words.append(RawWord("".join(self.word), self.word_start, end))
            self.word.clear()

    def closed(self) -> list[RawWord]:
        """The words, the last one included."""
        self.close(len(self.text))
        return self.words

    def single_quote(self) -> str:
        end = self.text.find("'", self.pos + 1)
        if end < 0:
            raise Refused
        start = self.pos
        self.pos = end + 1
        return self.text[start : end + 1] if self.raw_quotes else self.text[start + 1 : end]

    def double_quote(self) -> str | None:
        text = self.text
        parts: list[str | None] = ['"'] if self.raw_quotes else []
        self.pos += 1
        while self.pos < len(text):
            plain = _QUOTED.match(text, self.pos)
            char = text[self.pos]
            if plain:
                parts.append(plain[0])
                self.pos = plain.end()
            elif char == '"':
                self.pos += 1
                if self.raw_quotes:
                    parts.append('"')
                return _glued(parts)
            elif char == "$":
                parts.append(self.dollar())
            else:
                self.pos += 1
                if char == self.escape:
                    if self.raw_escapes:
                        parts.append(char)
                    if self.pos < len(text) and text[self.pos] in ('"', "$", char):
                        char = text[self.pos]
                        self.pos += 1
                parts.append(char)
        raise Refused

    def angle(self) -> str:
        """`<`, or `<<` together with the blanks after it, so that `<< EOF` stays one word."""
        text = self.text
        start = self.pos
        self.pos += 1
        if text.startswith("<", self.pos):
            self.pos += 1
            while self.pos < len(text) and text[self.pos] in "\t\r ":
                self.pos += 1
        return text[start : self.pos]

    def name(self) -> str:
        match = _NAME.match(self.text, self.pos)
        name = match[0] if match else ""
        if not name.isascii():
            letters = decoded(name)
            ends = (i for i, char in enumerate(letters) if not (char == "_" or char.isalpha() or char.isdecimal()))
            name = encoded(letters[: next(ends, len(letters))])
        self.pos += len(name)
        return name

    def dollar(self) -> str | None:
        text = self.text
        start = self.pos
        self.pos += 1
        if not text.startswith("{", self.pos):
            name = self.name()
            if not name:
                return "$"
            return self.plain(name, start)
        self.pos += 1
        if text[self.pos : self.pos + 1] in ("", "{", "}", ":"):
            raise Refused
        name = self.name()
        operator = text[self.pos : self.pos + 1]
        self.pos += 1
        if operator == "}":
            return self.plain(name, start)
        if operator == ":":
            operator += text[self.pos : self.pos + 1]
            self.pos += 1
        elif operator == "/" and text.startswith("/", self.pos):
            operator = "//"
            self.pos += 1
        elif operator == "" or operator not in "+-?#%/":
            raise Refused
        if operator in (":#", ":%"):
            raise Refused
        return self.operated(name, operator, start)

    def plain(self, name: str, start: int) -> str | None:
        self.seen.append(Variable(name, start, self.pos, "", ""))
        self.used.append(name)
        value = self.lookup(name)
        if value is UNSET:
            if self.keep_unset:
                return self.text[start : self.pos]
            self.undefined.append(name)
            return ""
        return value

    def operated(self, name: str, operator: str, start: int) -> str | None:
        """The value of `${name<operator>...}`, read up to its closing brace."""
        self.used.append(name)
        operand_start = self.pos
        used, undefined = len(self.used), len(self.undefined)
        replacement: str | None = ""
        if operator in ("/", "//"):
            word = self.operand("/", raw_escapes=True)
            replacement = self.operand("}", raw_escapes=True)
        else:
            word = self.operand("}", raw_escapes=operator in ("#", "%"))
        self.seen.append(Variable(name, start, self.pos, operator, self.text[operand_start : self.pos - 1]))
        value = self.lookup(name)
        if value is UNSET and self.keep_unset:
            return f"${{{name}{operator}{word}{'/' + (replacement or '') if operator in ('/', '//') else ''}}}"
        takes_word = True
        result: str | None = None
        if operator in ("-", ":-"):
            takes_word = value is UNSET or (operator == ":-" and not value)
            if value is not None:
                result = word if takes_word or value is UNSET else value
        elif operator in ("+", ":+"):
            takes_word = value is not UNSET and (operator == "+" or value != "")
            if value is not None or operator == "+":
                result = word if takes_word else ""
        elif operator in ("?", ":?"):
            takes_word = False
            if value is UNSET or (operator == ":?" and value == ""):
                self.undefined[undefined:] = [name] if value is UNSET else []
                raise Refused
            result = value
        elif operator in ("#", "%", "/", "//"):
            if value is UNSET:
                self.undefined.append(name)
                value = ""
            if value is not None and word is not None and replacement is not None:
                result = _edited(value, operator, word, replacement)
        else:
            raise Refused
        if not takes_word:
            del self.used[used:]
        if not takes_word or value is None:
            del self.undefined[undefined:]
        return result

    def operand(self, stop: str, *, raw_escapes: bool) -> str | None:
        if self.depth == _DEEPEST:
            raise Refused
        kept = self.raw_escapes
        self.raw_escapes = raw_escapes
        self.depth += 1
        value = self.run(stop)
        self.depth -= 1
        self.raw_escapes = kept
        return value


def _glued(parts: list[str | None]) -> str | None:
    """The value; None if it is unknown, or so long that a variable must have been doubled again and again."""
    try:
        return "".join(parts) if sum(map(len, parts)) < 65_536 else None  # type: ignore[arg-type]
    except TypeError:
        return None


def _edited(value: str, operator: str, pattern: str, replacement: str) -> str | None:
    from torchlint.syntax.patterns import replaced, without_prefix, without_suffix

    value, pattern, replacement = decoded(value), decoded(pattern), decoded(replacement)
    if operator in ("#", "%"):
        cut, longest = without_prefix if operator == "#" else without_suffix, pattern[:1] == operator
        result = cut(value, pattern[longest:], longest=longest)
    else:
        result = replaced(value, pattern, replacement, everywhere=operator == "//")
    return None if result is None else encoded(result)

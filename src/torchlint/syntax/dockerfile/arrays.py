"""JSON arrays of strings, as in `CMD ["python", "x.py"]`, with the place of every element."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final, Literal

from torchlint.syntax.dockerfile.shapes import Word
from torchlint.text import encoded

if TYPE_CHECKING:
    from torchlint.syntax.joined import Joined


class NotStrings(Enum):
    """The type of NOT_STRINGS."""

    NOT_STRINGS = "not strings"


# A valid array with an element that is no string: the one JSON mistake BuildKit refuses instead of trying a shell.
NOT_STRINGS: Final = NotStrings.NOT_STRINGS

_STRING = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"'
_OPEN = re.compile(r"\[[ \t\r\n]*+")
_ELEMENT = re.compile(rf"({_STRING})[ \t\r\n]*+([,\]])[ \t\r\n]*+")
_TOKEN = re.compile(
    rf"[ \t\r\n]*+({_STRING}|-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?|true|false|null|[\[\]{{}},:])"
)
_ESCAPE = re.compile(r"((?:\\u[0-9a-fA-F]{4})+)|\\(.)")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
# Go's decoder gives up at this depth, and BuildKit then takes the text for shell.
_DEEPEST = 10_000


def read_array(joined: Joined, start: int) -> tuple[Word, ...] | Literal[NotStrings.NOT_STRINGS] | None:
    """The strings of the array that fills `joined.text[start:]`; None when it is no JSON array.

    A word's span lies between its quotes.
    """
    text = joined.text
    opening = _OPEN.match(text, start)
    if opening is None:
        return None
    words: list[Word] = []
    pos = opening.end()
    if text.startswith("]", pos) and not text[pos + 1 :].strip(" \t\r\n"):
        return ()
    while True:
        match = _ELEMENT.match(text, pos)
        if match is None:
            return NOT_STRINGS if _is_array(text, start) else None
        raw = match[1][1:-1]
        span = joined.span(pos + 1, pos + 1 + len(raw))
        words.append(Word(_unescaped(raw) if "\\" in raw else raw, span, True))
        pos = match.end()
        if match[2] == "]":
            return tuple(words) if pos == len(text) else None


def _unescaped(raw: str) -> str:
    return _ESCAPE.sub(lambda found: _units(found[1]) if found[1] else _ESCAPED.get(found[2], found[2]), raw)


def _units(escapes: str) -> str:
    r"""What `\uXXXX\uXXXX` stands for; half a pair becomes U+FFFD."""
    units = bytes.fromhex(escapes.replace("\\u", ""))
    return encoded(units.decode("utf-16-be", "replace"))


def _is_array(text: str, start: int) -> bool:
    """True if `text[start:]` is a JSON array of whatever elements."""
    stack: list[str] = []
    # What may come next: a value, a value or `]`, a key or `}`, a key, `:`, or what follows a value.
    state = "value"
    pos = start
    while match := _TOKEN.match(text, pos):
        pos = match.end()
        token = match[1]
        if state in ("value", "first") and token in "[{":
            stack.append(token)
            state = "first" if token == "[" else "first key"
            if len(stack) > _DEEPEST:
                return False
        elif (state == "first" and token == "]") or (state == "first key" and token == "}"):
            stack.pop()
            state = "after"
        elif state in ("value", "first") and token not in "]},:":
            state = "after"
        elif state in ("key", "first key") and token[0] == '"':
            state = "colon"
        elif state == "colon" and token == ":":
            state = "value"
        elif state == "after" and stack and token == ",":
            state = "value" if stack[-1] == "[" else "key"
        elif state == "after" and stack and token == ("]" if stack[-1] == "[" else "}"):
            stack.pop()
        else:
            return False
        if not stack:
            return not text[pos:].strip(" \t\r\n")
    return False

"""JSON arrays of strings, as in `CMD ["python", "x.py"]`, with the place of every element."""

from __future__ import annotations

import re

from torchlint.syntax.dockerfile.shapes import Word
from torchlint.text import encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.joined import Joined


_STRING = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"'
# Patterns kept as texts are needed by few files: `re` compiles and remembers them when they are.
_ELEMENT = rf"[ \t\r\n]*+({_STRING})[ \t\r\n]*+([,\]])"
_TOKEN = rf"[ \t\r\n]*+({_STRING}|-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?|true|false|null|[\[\]{{}},:])"
_ESCAPE = r"((?:\\u[0-9a-fA-F]{4})+)|\\(.)"
_BLANKS = " \t\r\n"
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
# Go's decoder gives up at this depth, and BuildKit then takes the text for shell.
_DEEPEST = 10_000


def read_array(joined: Joined, start: int) -> tuple[Word, ...] | None:
    """The elements of the array of strings that fills `joined.text[start:]`; None when it is no such array.

    `text[start]` is the opening bracket. A word's span lies between its quotes.
    """
    text = joined.text
    words: list[Word] = []
    pos = start + 1
    found = _element(text, pos)
    if found is None and text[pos:].strip(_BLANKS) == "]":
        return ()
    while found is not None:
        begin, end, sign = found
        raw = text[begin:end]
        words.append(Word(_unescaped(raw) if "\\" in raw else raw, joined.span(begin, end), True))
        if text[sign] == "]":
            return tuple(words) if not text[sign + 1 :].strip(_BLANKS) else None
        found = _element(text, sign + 1)
    return None


def _element(text: str, pos: int) -> tuple[int, int, int] | None:
    """Where the string at `pos` begins and ends within its quotes, and the comma or bracket behind it."""
    begin = _after_blanks(text, pos) + 1
    end = text.find('"', begin)
    if end < 0 or text[begin - 1] != '"':
        return None
    raw = text[begin:end]
    if "\\" in raw:
        match = re.compile(_ELEMENT).match(text, pos)
        return None if match is None else (begin, match.end(1) - 1, match.start(2))
    sign = _after_blanks(text, end + 1)
    # JSON has no control characters in its strings.
    return (begin, end, sign) if text[sign : sign + 1] in (",", "]") and min(raw, default=" ") >= " " else None


def _after_blanks(text: str, pos: int) -> int:
    while pos < len(text) and text[pos] in _BLANKS:
        pos += 1
    return pos


def _unescaped(raw: str) -> str:
    return re.sub(_ESCAPE, lambda found: _units(found[1]) if found[1] else _ESCAPED.get(found[2], found[2]), raw)


def _units(escapes: str) -> str:
    r"""What `\uXXXX\uXXXX` stands for; half a pair becomes U+FFFD."""
    units = bytes.fromhex(escapes.replace("\\u", ""))
    return encoded(units.decode("utf-16-be", "replace"))


def is_array(text: str, start: int) -> bool:
    """True if `text[start:]` is a JSON array of whatever elements."""
    stack: list[str] = []
    # What may come next: a value, a value or `]`, a key or `}`, a key, `:`, or what follows a value.
    state = "value"
    pos = start
    token_at = re.compile(_TOKEN).match
    while match := token_at(text, pos):
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

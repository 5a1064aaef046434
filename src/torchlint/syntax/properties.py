"""Java's `.properties`: keys and values with their places, as java.util.Properties loads them."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple
from torchlint.text import MARK, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Source

_BLANKS = " \t\f"
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}
_BREAK = re.compile(r"[\r\n]|\Z")
_HEX = frozenset("0123456789abcdefABCDEF")


class Property(NamedTuple):
    """One entry. `key` and `value` with escapes resolved, characters beyond latin-1 as their UTF-8 bytes.

    `span` covers the entry without its line end, `key_span` and `value_span` what is written of each; the value of a
    key alone is empty and has an empty span at the entry's end.
    """

    key: str
    value: str
    span: Span
    key_span: Span
    value_span: Span


class Properties(NamedTuple):
    """A file. `entries` in order; the last one of a key is the one that counts."""

    source: Source
    entries: tuple[Property, ...]

    def last(self, key: str) -> Property | None:
        """The entry of a key that counts."""
        return next((one for one in reversed(self.entries) if one.key == key), None)

    def get(self, key: str) -> str | None:
        """The value of a key; None when it is not set."""
        found = self.last(key)
        return None if found is None else found.value


def parse(source: Source) -> Properties:
    """Read a file; no text is an error: what cannot be an entry is a key without a value."""
    text = source.text
    entries: list[Property] = []
    position = len(MARK) if text.startswith(MARK) else 0
    while position < len(text):
        start = _skipped(text, position)
        if start < len(text) and text[start] in "#!":
            position = _line_end(text, start)
        elif start < len(text) and text[start] not in "\r\n":
            entry, position = _entry(text, start)
            entries.append(entry)
        else:
            position = start
        position = _past_break(text, position)
    return Properties(source, tuple(entries))


def _entry(text: str, start: int) -> tuple[Property, int]:
    """The entry at `start`, and where its logical line ends."""
    end, stop = _logical_end(text, start)
    position = start
    while position < end and text[position] not in "=:" + _BLANKS:
        # A backslash takes the next character into the key, whatever it is; a line break with it.
        position = _past(text, position) if text[position] == "\\" else position + 1
    key = Span(start, min(position, end))
    position = _blank(text, key.end, end)
    if position < end and text[position] in "=:":
        position = _blank(text, position + 1, end)
    value = Span(min(position, end), end)
    return Property(_resolved(text, key), _resolved(text, value), Span(start, end), key, value), stop


def _blank(text: str, position: int, end: int) -> int:
    """Past blanks, and past line breaks that a backslash joins."""
    while position < end:
        if text[position] in _BLANKS:
            position += 1
        elif text[position] == "\\" and text[position + 1 : position + 2] in ("\r", "\n"):
            position = _past(text, position)
        else:
            break
    return min(position, end)


def _past(text: str, backslash: int) -> int:
    """Past a backslash and what it takes with it: a character, or a line break and the blanks that begin the next."""
    after = backslash + 1
    if text[after : after + 1] not in ("\r", "\n"):
        return after + 1
    return _skipped(text, _past_break(text, after))


def _logical_end(text: str, position: int) -> tuple[int, int]:
    """Where an entry ends, lines that a backslash joins counted in, and where its last line does: a backslash that
    has nothing to join is no part of the entry."""
    while True:
        end = _line_end(text, position)
        backslashes = end
        while backslashes > position and text[backslashes - 1] == "\\":
            backslashes -= 1
        if (end - backslashes) % 2 == 0:
            return end, end
        if end == len(text):
            return end - 1, end
        position = _past_break(text, end)


def _line_end(text: str, position: int) -> int:
    found = _BREAK.search(text, position)
    return len(text) if found is None else found.start()


def _past_break(text: str, position: int) -> int:
    if text.startswith("\r\n", position):
        return position + 2
    return position + 1 if text[position : position + 1] in ("\r", "\n") else position


def _skipped(text: str, position: int) -> int:
    while position < len(text) and text[position] in _BLANKS:
        position += 1
    return position


def _resolved(text: str, span: Span) -> str:
    """The characters that are meant."""
    if "\\" not in text[span.start : span.end]:
        return text[span.start : span.end]
    found: list[str] = []
    position = span.start
    while position < span.end:
        if text[position] != "\\":
            found.append(text[position])
            position += 1
            continue
        letter = text[position + 1 : position + 2]
        digits = text[position + 2 : position + 6]
        if letter == "u" and len(digits) == 4 and _HEX.issuperset(digits):
            found.append(chr(int(digits, 16)).encode("utf-8", "replace").decode("latin-1"))
            position += 6
            continue
        if letter not in ("\r", "\n"):
            found.append(_ESCAPES.get(letter, letter))
        position = _past(text, position)
    return "".join(found)

"""Quotes, escapes and variables in the words of a Dockerfile, as BuildKit takes them."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.syntax.word_lexer import UNSET, Lexer, Lookup, RawWord, Refused, Unset, Variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

__all__ = [
    "UNSET",
    "Expansion",
    "Lookup",
    "RawWord",
    "Unset",
    "Variable",
    "expand",
    "expand_words",
    "raw_words",
    "unquoted_words",
    "variables",
]

_ACTIVE = frozenset("$'\"\\`")


class Expansion(NamedTuple):
    """`value` is None when it needs something unknown or BuildKit refuses the text. `undefined` are the names that
    were unset and had no default, `used` all names the value depends on, both in order of first use."""

    value: str | None
    undefined: tuple[str, ...]
    used: tuple[str, ...]


def expand(text: str, lookup: Lookup, escape: str = "\\", *, literal: bool = False) -> Expansion:
    """`text` with quotes and escapes removed and variables replaced; `literal` leaves the quotes in."""
    if _ACTIVE.isdisjoint(text):
        return Expansion(text, (), ())
    lexer = Lexer(text, lookup, escape, keep_quotes=literal)
    try:
        value = lexer.run()
    except Refused:
        value = None
    return Expansion(value, tuple(dict.fromkeys(lexer.undefined)), tuple(dict.fromkeys(lexer.used)))


def expand_words(text: str, lookup: Lookup, escape: str = "\\") -> list[str] | None:
    """The words of `text`, split at blanks after expansion; None when unknown or refused."""
    lexer = Lexer(text, lookup, escape)
    try:
        if lexer.run() is None:
            return None
    except Refused:
        return None
    return [word.text for word in lexer.closed()]


def variables(text: str, escape: str = "\\") -> list[Variable]:
    """The variables `text` mentions, also inside operands, in text order; up to the first refused place."""
    lexer = Lexer(text, _unknown, escape)
    try:
        lexer.run()
    except Refused:
        pass
    return sorted(lexer.seen, key=lambda seen: seen.start)


def raw_words(text: str) -> list[RawWord] | None:
    """`text` split where heredoc markers are looked for: quotes, escapes and variables stay; None when refused.

    The escape is always a backslash here, whatever the file's directive says.
    """
    lexer = Lexer(text, _unset, "\\", raw_quotes=True, raw_escapes=True, keep_unset=True)
    try:
        lexer.run()
    except Refused:
        return None
    return lexer.closed()


def unquoted_words(text: str, *, raw_quotes: bool = False) -> list[str] | None:
    """`text` split and unescaped with its variables left as they are; None when refused."""
    lexer = Lexer(text, _unset, "\\", raw_quotes=raw_quotes, keep_unset=True)
    try:
        lexer.run()
    except Refused:
        return None
    return [word.text for word in lexer.closed()]


def _unset(_name: str) -> Literal[Unset.UNSET]:
    return UNSET


def _unknown(_name: str) -> None:
    return None

"""The script in a word of `bash -c "…"`: what the inner shell reads after the outer one took quotes and variables out
of it."""

from __future__ import annotations

import re

from torchlint.syntax import shell
from torchlint.syntax.joined import Joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from torchlint.text import Span

_PLAIN = re.compile(r"(?![A-Za-z_]\w*\+?=(?!=))[\w./:@%+=,-]+", re.ASCII)
"""Values that mean the same put into the text as handed over in a variable: they hold nothing that a shell reads."""


def inner_text(
    word: shell.Word, text: Joined, lookup: Callable[[str], str | None], assigned: Iterable[str]
) -> Joined | None:
    """The script in a word, with its places; None when it cannot be known.

    What the outer shell replaces stays in it as `$NAME`, where the inner shell finds the same value: that keeps the
    places true. `assigned`: names that only the inner shell has anew.
    """
    pieces: list[Joined] = []
    kept: dict[Span, str] = {}
    for part in word.parts:
        start, end = part.span
        if isinstance(part, shell.Literal):
            # Of an escape the places would not be true: a change that covers it has to leave the backslash.
            if text.text[start:end] != part.text:
                return None
        elif isinstance(part, shell.Parameter) and part.operator is None and part.name not in assigned:
            value = lookup(part.name)
            if value is None or not _PLAIN.fullmatch(value):
                return None
            kept[text.span(start, end)] = part.name
        else:
            return None
        pieces.append(text.part(start, end))
    inner = Joined.glued(pieces or [text.part(word.span.start, word.span.start)])
    return inner if not kept or _same(inner, kept) else None


def _same(inner: Joined, kept: dict[Span, str]) -> bool:
    """Whether the inner shell gives these parameters, by their places, the values that the outer one did."""
    names = set(kept.values())
    if any(re.search(rf"(?<![\w$/-])(?<!\$\{{){name}(?![\w/-])", inner.text, re.ASCII) for name in names):
        # It may give that name another value, as what it activates does to PATH.
        return False
    if "PATH" in names and re.search(r"activate|source |(?<!\S)\. ", inner.text):
        return False
    found: set[Span] = set()
    pending: list[object] = [shell.parse(inner.text).body]
    while pending:
        shape = pending.pop()
        if isinstance(shape, tuple):
            pending += shape
        elif isinstance(shape, shell.Shape):
            if isinstance(shape, shell.Parameter):
                found.add(inner.span(*shape.span))
            pending += (getattr(shape, name) for name in shape.inner)
    return found >= set(kept)

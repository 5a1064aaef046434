"""What every command line is asked first: most have no options, and the reader of these is not loaded for them."""

from __future__ import annotations

from torchlint.cli.asked import Check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class UsageError(Exception):
    """The command line makes no sense; the message says why in one line."""


class Help(Exception):
    """The user asked for this text."""


def check_of(words: Sequence[str]) -> Check:
    """What `torchlint check` with these words asks for. Raises UsageError or Help."""
    if not any(word.startswith("-") and word != "-" for word in words):
        return Check(operands(words))
    from torchlint.cli.parsing import values_of

    values, paths = values_of("check", words)
    return Check(paths, **values)


def operands(words: Sequence[str]) -> tuple[str, ...]:
    """The operands. An empty one, such as a variable that was never set, must not pass for the folder here."""
    if "" in words:
        raise UsageError("an operand is empty; `.` is the folder here")
    return tuple(words)


def meant(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` for the nearest known word, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), list(known), 1, 0.6)
    return f"; did you mean {near[0]}?" if near else ""

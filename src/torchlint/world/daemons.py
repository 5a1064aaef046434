"""What stays in the foreground: programs that detach themselves, and shells that stay as a program's parent."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def detaches(program: str, words: Sequence[str]) -> tuple[bool, bool]:
    """Whether a program started with these words goes to the background, and whether settings may say otherwise."""
    from torchlint.world.tables.daemons import DAEMONS

    row = DAEMONS.get(program)
    if row is None:
        return False, False
    asked, unless, configured = row
    given = {part for word in words for part in (word, word.partition("=")[0], *word.split(" "))}
    does = (not asked or not given.isdisjoint(asked.split())) and given.isdisjoint(unless.split())
    return does, configured


def stays_parent(os: str | None) -> bool:
    """True if the distribution's /bin/sh surely stays as the parent of the last command of `sh -c`."""
    from torchlint.world.tables.daemons import KEEPS_PARENT

    return os in KEEPS_PARENT

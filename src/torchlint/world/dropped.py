"""Commands and options of well-known programs that newer releases of these no longer have."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Dropped(NamedTuple):
    """A command line ends with an error from release `since` of a package on. Source: tried with both.

    `shown`: what is gone, as it is called. `python`: the oldest minor version of Python that the release is for.
    `instead`: what to do about it. `alone`: nothing that depends on the package keeps it old. `unless`: the package
    that has it since, "" if none does. `needs`: what that release needs of others at least.
    """

    package: str
    shown: str
    at: int
    since: str
    python: str
    instead: str
    alone: bool
    unless: str
    needs: str


def dropped(program: str, values: Sequence[str | None]) -> tuple[Dropped, ...]:
    """What a program's words, those behind its name, ask for that later releases have no more; `at`: which of these
    words, -1 for the program itself."""
    from torchlint.world.tables.dropped_commands import PROGRAMS

    found = []
    plain = [(number, value) for number, value in enumerate(values) if value is None or value[:1] != "-"]
    first, verb = plain[0] if plain else (-1, "")
    for package, wanted, word, since, python, instead, alone, unless, needs in PROGRAMS.get(program, ()):
        if wanted and wanted != verb:
            continue
        at = first if wanted else -1
        if word:
            at = next((number for number, value in enumerate(values) if _is(value or "", word)), -1)
            if at < 0:
                continue
        shown = " ".join(filter(None, (program, wanted, word)))
        found.append(Dropped(package, shown, at, since, python, instead, alone, unless, needs))
    return tuple(found)


def _is(value: str, word: str) -> bool:
    """Whether a word of a command line is that option or name; a letter may stand among others behind its dash."""
    if len(word) == 2 and word[0] == "-":
        return value[:1] == "-" != value[1:2] and word[1] in value[1:] and value[1:].isalpha()
    return value == word or value.startswith(f"{word}=")

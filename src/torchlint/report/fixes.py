"""What was fixed, what was not and why, and what waits for the user's word: for people."""

from __future__ import annotations

from torchlint.findings import Safety
from torchlint.report.styled import Piece, brief, columns, sentence, shown
from torchlint.report.summary import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torchlint.fix.shapes import Refused, Told, Withheld
    from torchlint.report.styled import Layout

_MOST_SHOWN = 3


def made(fixed: Sequence[Told], layout: Layout) -> Iterator[Piece]:
    """The fixes that were made, one line each."""
    if not fixed or layout.quiet:
        return
    files = {path for told in fixed for path in told.files}
    yield Piece(f"Made {number_of(len(fixed))} in {counted(len(files), 'file')}:\n", "strong")
    for told in fixed:
        yield from _line(told, "", layout)
    yield Piece("\n")


def not_made(refused: Sequence[Refused], layout: Layout) -> Iterator[Piece]:
    """The fixes that were taken back, or could not be made, each with its reason."""
    if not refused or layout.quiet:
        return
    yield Piece("\nNot made:\n", "strong")
    for told, fault in refused:
        yield from _line(told, f": {brief(fault.why, layout.cut)}", layout)


def waiting(withheld: Sequence[Withheld], command: Callable[[Withheld], str], layout: Layout) -> Iterator[Piece]:
    """The unsafe fixes that were not asked for: what each may change, and the command that makes it."""
    if not withheld or layout.quiet:
        return
    yield Piece(f"\n{number_of(len(withheld))} not made, for each may change what the image does:\n", "strong")
    for one in withheld:
        yield from _line(one.told, f" ({may_change(one)}): {command(one)}", layout)


def may_change(one: Withheld) -> str:
    """What a fix may change, in a few words."""
    if not one.may_change:
        return "what it may change cannot be predicted"
    more = len(one.may_change) - _MOST_SHOWN
    told = one.may_change[:_MOST_SHOWN] if more > 1 else one.may_change
    return ", ".join(told) + (f" and {more} more" if more > 1 else "")


def _line(told: Told, behind: str, layout: Layout) -> Iterator[Piece]:
    place = f"{shown(told.path)}:{told.line}"
    yield Piece("  ")
    yield Piece(place, "place")
    unsafe = " (unsafe)" if told.safety is Safety.UNSAFE and not behind else ""
    text = f": {told.rule}: {told.title}{unsafe}{behind}"
    yield Piece(sentence(text, 2 + columns(place), 6, layout.room) + "\n")


def number_of(number: int) -> str:
    """ "3 fixes"."""
    return "1 fix" if number == 1 else f"{number} fixes"

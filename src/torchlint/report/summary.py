"""The last lines of a report for people: how much was found, and what could not be judged."""

from __future__ import annotations

from torchlint.findings import Safety, Severity
from torchlint.report.styled import Piece, brief, columns, sentence, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.check import Counts, Report
    from torchlint.findings import Fix
    from torchlint.report.styled import Layout


def counted(number: int, word: str) -> str:
    """`number` of `word`, which forms its plural with an s."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


_MOST_UNKNOWNS = 12


def summary(report: Report, layout: Layout) -> Iterator[Piece]:
    """What could not be judged, with the way out, and then the line that people look for; nothing if `quiet`."""
    if layout.quiet:
        return
    if report.unknowns:
        yield Piece("Could not be judged:\n", "strong")
        many = len(report.unknowns) - _MOST_UNKNOWNS
        listed = report.unknowns if layout.verbose or many <= 1 else report.unknowns[:_MOST_UNKNOWNS]
        for unknown in listed:
            before = 2
            yield Piece("  ")
            if unknown.at is not None:
                source, span = unknown.at
                line, column = source.position(span.start)
                place = f"{shown(source.path)}:{line}:{column}"
                before += columns(place) + 2
                yield Piece(place, "place")
                yield Piece(": ")
            yield Piece(sentence(brief(unknown.message, layout.cut), before, 4, layout.room) + "\n")
        yield Piece("\n" if len(listed) == len(report.unknowns) else f"  and {many} more; -v lists them all\n\n")
    yield from verdict(report)
    yield Piece("\n")


def verdict(report: Report) -> Iterator[Piece]:
    counts = report.counts
    found = [finding for finding in report.findings if finding.suppressed is None]
    read_at_all = {build.source.path for build in report.builds}
    partly = sum(failure.path in read_at_all for failure in report.failures)
    unread = len(report.failures) - partly
    lacking = ", ".join(
        (
            *([f"{counted(unread, 'file')} could not be read"] if unread else ()),
            *([f"{counted(partly, 'file')} could not be checked in full"] if partly else ()),
            *([f"{counted(len(report.crashed), 'check')} failed"] if report.crashed else ()),
        )
    )
    read = files_read(counts) + (f", {counts.suppressed} suppressed" if counts.suppressed else "")
    if found:
        yield Piece("Found ")
        kinds = [(severity, sum(finding.severity is severity for finding in found)) for severity in Severity]
        for index, (severity, number) in enumerate([kind for kind in kinds if kind[1]]):
            word = severity.value if severity is Severity.INFO else counted(number, severity.value).partition(" ")[2]
            yield Piece(", " if index else "")
            yield Piece(f"{number} {word}", severity.value)
        yield Piece(f" in {counted(len({finding.at.source.path for finding in found}), 'file')}")
        yield Piece(f" ({counts.suppressed} suppressed)." if counts.suppressed else ".")
        yield Piece(_fixes([finding.fix for finding in found if finding.fix is not None]))
        yield Piece(f" {lacking[0].upper()}{lacking[1:]}." if lacking else "")
    elif report.unknowns or lacking:
        yield Piece("Nothing found", "strong")
        yield Piece(f", but {lacking or 'not everything could be judged'} ({read}).")
    else:
        yield Piece("All checks passed!", "good")
        yield Piece(f" ({read})")


def _fixes(fixes: list[Fix]) -> str:
    safe = sum(fix.safety is Safety.SAFE for fix in fixes)
    told = [f"{number} {word}" for number, word in ((safe, "safe"), (len(fixes) - safe, "unsafe")) if number]
    return f" Fixes known: {', '.join(told)}." if told else ""


def files_read(counts: Counts) -> str:
    """ "1 Dockerfile, 2 requirements files": what was looked at."""
    kinds = (
        (counts.dockerfiles, "Dockerfile"),
        (counts.requirements, "requirements file"),
        (counts.environments, "conda environment"),
    )
    return ", ".join(counted(number, word) for number, word in kinds if number) or "no file"

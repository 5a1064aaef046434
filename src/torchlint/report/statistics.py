"""How often each rule was found, most often first."""

from __future__ import annotations

from torchlint.report.styled import Piece
from torchlint.report.summary import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.check import Report
    from torchlint.report.styled import Layout


def render(report: Report, layout: Layout) -> Iterator[Piece]:
    """One line for each rule and severity with its number of findings, then the summary."""
    tally: dict[tuple[str, str], int] = {}
    for finding in report.findings:
        if finding.suppressed is None:
            key = finding.severity.value, finding.rule
            tally[key] = tally.get(key, 0) + 1
    wide = len(str(max(tally.values(), default=0)))
    for (severity, rule), number in sorted(tally.items(), key=lambda row: (-row[1], row[0])):
        yield Piece(f"{number:>{wide}}  ")
        yield Piece(f"{severity:<7}", severity)
        yield Piece(f"  {rule}\n")
    if tally and not layout.quiet:
        yield Piece("\n")
    yield from summary(report, layout)

"""The `grouped` format: the findings of each file below its path, in columns."""

from __future__ import annotations

from itertools import groupby

from torchlint.report.styled import Piece, brief, sentence, shown
from torchlint.report.summary import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.report.styled import Layout


def render(report: Report, layout: Layout) -> Iterator[Piece]:
    """Path, then `line:column severity rule message` for each of its findings; at the end the summary."""
    for path, group in groupby(report.findings, key=lambda finding: finding.at.source.path):
        yield Piece(f"{shown(path)}\n", "place")
        yield from _file(list(group), layout)
        yield Piece("\n")
    yield from summary(report, layout)


def _file(findings: list[Finding], layout: Layout) -> Iterator[Piece]:
    places = []
    for finding in findings:
        line, column = finding.at.source.position(finding.at.span.start)
        places.append(f"{line}:{column}")
    wide = max(map(len, places))
    named = max(len(finding.rule) for finding in findings)
    for place, finding in zip(places, findings, strict=True):
        severity = finding.severity.value
        before = 2 + wide + 2 + 7 + 2 + named + 2
        message = brief(finding.message, layout.cut) + (" (suppressed)" if finding.suppressed is not None else "")
        yield Piece(f"  {place:<{wide}}  ")
        yield Piece(f"{severity:<7}", severity)
        yield Piece("  ")
        yield Piece(finding.rule, severity, finding.url)
        yield Piece(" " * (named - len(finding.rule) + 2) + sentence(message, before, before, layout.room) + "\n")

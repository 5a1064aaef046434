"""The `concise` format: one line for each finding, to be searched and clicked."""

from __future__ import annotations

from torchlint.report.styled import Piece, brief, shown
from torchlint.report.summary import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.check import Report
    from torchlint.report.styled import Layout


def render(report: Report, layout: Layout) -> Iterator[Piece]:
    """`path:line:column: severity[rule] message` for each finding, then the summary."""
    for finding in report.findings:
        source, span = finding.at
        line, column = source.position(span.start)
        severity = finding.severity.value
        yield Piece(f"{shown(source.path)}:{line}:{column}", "place")
        yield Piece(": ")
        yield Piece(f"{severity}[", severity)
        yield Piece(finding.rule, severity, finding.url)
        yield Piece("]", severity)
        message = shown(brief(finding.message, layout.cut))
        yield Piece(f" {message} (suppressed)\n" if finding.suppressed is not None else f" {message}\n")
    yield from summary(report, layout)

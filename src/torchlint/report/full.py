"""The `full` format: every finding with its source, when it hurts, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint.findings import Confidence, Outcome
from torchlint.report.excerpt import Mark, excerpt
from torchlint.report.styled import Piece, shown
from torchlint.report.summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.check import Report
    from torchlint.findings import Finding

WHEN = {
    Outcome.BUILD: "the build stops",
    Outcome.START: "the container will not start",
    Outcome.IMPORT: "the program stops at an import",
    Outcome.RUN: "the program fails while it runs",
    Outcome.WASTE: "it works, but wastes space or time",
    Outcome.RISK: "it works, but at a risk",
}
"""When it hurts, in words."""

HINT = "`torchlint explain RULE` says more. `# torchlint: ignore[RULE] reason` on the line above silences one."

_SILENCED_BY = {"inSource": "a comment", "config": "the configuration", "baseline": "the baseline"}


def render(report: Report, *, width: int = 120, cut: str = "…", quiet: bool = False) -> Iterator[Piece]:
    """The whole report. Source lines are cut to `width` columns, with `cut` where something was left out; `quiet`
    leaves out the summary."""
    for finding in report.findings:
        yield from _finding(finding, width, cut)
        yield Piece("\n")
    if not quiet:
        yield from summary(report)
        if any(finding.suppressed is None for finding in report.findings):
            yield Piece(f"\n{HINT}\n", "quiet")


def _finding(finding: Finding, width: int, cut: str) -> Iterator[Piece]:
    severity = finding.severity.value
    yield Piece(f"{severity}[", severity)
    yield Piece(finding.rule, severity, finding.url)
    yield Piece("]", severity)
    yield Piece(": ")
    yield Piece(shown(finding.message), "strong")
    yield Piece("\n")
    marks = [Mark(finding.at, "", severity, "^")]
    marks += [Mark(related.at, related.message, "related", "-") for related in finding.related]
    blank = ""
    for piece in excerpt(marks, width=width, cut=cut):
        if not blank:
            # The excerpt begins with its arrow, which stands where the gutter of all lines ends.
            blank = piece.text.partition("-->")[0] + " "
        yield piece
    yield Piece(f"{blank}|\n", "gutter")
    for name, text in _notes(finding):
        yield Piece(f"{blank}= ", "gutter")
        if name:
            yield Piece(name, "note")
            yield Piece(": ")
        yield Piece(shown(text) + "\n")


def _notes(finding: Finding) -> Iterator[tuple[str, str]]:
    when = WHEN[finding.outcome]
    if finding.estimate_bytes is not None:
        when += f": about {_size(finding.estimate_bytes)}"
    if finding.confidence is not Confidence.HIGH:
        when += f" (confidence: {finding.confidence.value})"
    yield "", when
    if finding.help:
        yield "help", finding.help
    for fix in finding.fixes:
        yield f"fix ({fix.safety.value})", fix.title
    if finding.suppressed is not None:
        by = _SILENCED_BY.get(finding.suppressed.kind, finding.suppressed.kind)
        yield "suppressed", f"by {by}" + (f": {finding.suppressed.reason}" if finding.suppressed.reason else "")


def _size(count: int) -> str:
    """Bytes for people: "2.9 GB", "340 MB", "12 kB"."""
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= size:
            number = count / size
            return f"{number:.1f} {unit}" if number < 10 else f"{number:.0f} {unit}"
    return f"{count} bytes"

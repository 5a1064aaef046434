"""The `full` format: every finding with its source, when it hurts, and the way out."""

from __future__ import annotations

from torchlint.findings import Confidence, Outcome
from torchlint.report.excerpt import Mark, excerpt
from torchlint.report.styled import Piece, brief, sentence
from torchlint.report.summary import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.report.styled import Layout
    from torchlint.text import Place

WHEN = {
    Outcome.BUILD: "the build stops",
    Outcome.START: "the container will not start",
    Outcome.IMPORT: "the program stops at an import",
    Outcome.RUN: "the program fails while it runs",
    Outcome.WASTE: "it costs space or time",
    Outcome.RISK: "it is a risk",
}
"""When it hurts, in words."""

HINT = "`torchlint explain RULE` says more. `# torchlint: ignore[RULE] reason` on the line above silences one."

_SILENCED_BY = {"inSource": "a comment", "config": "the configuration", "baseline": "the baseline"}


def render(report: Report, layout: Layout) -> Iterator[Piece]:
    """The whole report."""
    over = _as_it_is
    if any(finding.secret for finding in report.findings):
        from torchlint.report.covering import Cover

        over = Cover(report.findings).over
    for finding in report.findings:
        yield from _finding(finding, layout, over)
        yield Piece("\n")
    yield from summary(report, layout)
    if not layout.quiet and any(finding.suppressed is None for finding in report.findings):
        yield Piece(f"\n{sentence(HINT, 0, 0, layout.room)}\n", "quiet")


def _as_it_is(place: Place) -> Place:
    return place


def _finding(finding: Finding, layout: Layout, over: Callable[[Place], Place]) -> Iterator[Piece]:
    severity = finding.severity.value
    yield Piece(f"{severity}[", severity)
    yield Piece(finding.rule, severity, finding.url)
    yield Piece("]", severity)
    yield Piece(": ")
    message = brief(finding.message, layout.cut)
    yield Piece(sentence(message, len(severity) + len(finding.rule) + 4, 4, layout.room), "strong")
    yield Piece("\n")
    marks = [Mark(over(finding.at), "", severity, "^")]
    marks += [Mark(over(other.at), brief(other.message, layout.cut), "related", "-") for other in finding.related]
    blank = ""
    for piece in excerpt(marks, width=layout.width, cut=layout.cut):
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
        before = len(blank) + 2
        text = brief(text, layout.cut)
        yield Piece(sentence(text, before + (len(name) + 2 if name else 0), before, layout.room) + "\n")


def _notes(finding: Finding) -> Iterator[tuple[str, str]]:
    when = WHEN[finding.outcome]
    if finding.estimate_bytes is not None:
        from torchlint.report.amounts import amount

        when += f": about {amount(finding.estimate_bytes)}"
    if finding.confidence is not Confidence.HIGH:
        when += f" (confidence: {finding.confidence.value})"
    yield "", when
    if finding.help and finding.help not in [fix.title for fix in finding.fixes]:
        yield "help", finding.help
    for fix in finding.fixes:
        yield f"fix ({fix.safety.value})", fix.title
    if finding.suppressed is not None:
        by = _SILENCED_BY.get(finding.suppressed.kind, finding.suppressed.kind)
        yield "suppressed", f"by {by}" + (f": {finding.suppressed.reason}" if finding.suppressed.reason else "")

"""The `markdown` format: a table for the summary of a job or a comment."""

from __future__ import annotations

from torchlint.report.styled import brief, plain, shown
from torchlint.report.summary import verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.check import Report
    from torchlint.findings import Finding

_SPECIAL = {ord(letter): f"\\{letter}" for letter in "\\`*_{}[]()#+!|~$"}
_SPECIAL |= {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;", ord("@"): "&#64;"}
_ROOM = 900_000
"""Bytes after which rows are left out: GitHub takes summaries of up to a mebibyte."""


def render(report: Report) -> str:
    """A heading, the verdict, a row for each finding that is not suppressed, the worst first, and what failed."""
    lines = ["## torchlint", "", _escaped("".join(plain(verdict(report)))), ""]
    found = sorted(
        (finding for finding in report.findings if finding.suppressed is None), key=lambda one: one.severity.rank
    )
    if found:
        lines += ["| Severity | Rule | Place | What breaks | Way out |", "|---|---|---|---|---|"]
        size = 0
        for number, finding in enumerate(found):
            row = _row(finding)
            size += len(row.encode("utf-8", "replace"))
            if size > _ROOM:
                lines += ["", f"And {len(found) - number} more, which have no room here."]
                break
            lines.append(row)
        lines.append("")
    told = [f"{failure.path}: {failure.message}" for failure in report.failures]
    told += [
        f"{crash.rule} failed{f' on {crash.path}' if crash.path else ''}: {crash.error}" for crash in report.crashed
    ]
    told += [unknown.message for unknown in report.unknowns]
    if told:
        lines += ["Could not be judged:", "", *(f"- {_escaped(text)}" for text in told), ""]
    return "\n".join(lines)


def _row(finding: Finding) -> str:
    line, column = finding.at.source.position(finding.at.span.start)
    place = f"{finding.at.source.path}:{line}:{column}"
    cells = (finding.severity.value, finding.rule, place, finding.message, finding.help)
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |"


def _escaped(text: str) -> str:
    """`text` on one line, without any sign that Markdown, a table or HTML would take for its own."""
    return shown(brief(text, "…")).translate(_SPECIAL)

"""The `rdjson` format: what reviewdog reads. Its columns count bytes."""

from __future__ import annotations

from torchlint.report import json_
from torchlint.text import MARK, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.text import Source, Span


def render(report: Report) -> str:
    """One DiagnosticResult. The format knows no suppression: what is suppressed is left out."""
    found = [_diagnostic(finding) for finding in report.findings if finding.suppressed is None]
    return json_.dumped({"source": {"name": "torchlint"}, "diagnostics": found})


def _diagnostic(finding: Finding) -> dict[str, Any]:
    source, span = finding.at
    message = finding.message + (f"\n{finding.help[0].upper()}{finding.help[1:]}" if finding.help else "")
    for related in finding.related:
        line = related.at.source.line_at(related.at.span.start)
        message += f"\n{related.at.source.path}:{line}: {related.message}"
    diagnostic: dict[str, Any] = {
        "message": message,
        "location": {"path": source.path, "range": _range(source, span)},
        "severity": finding.severity.value.upper(),
        "code": {"value": finding.rule, **({"url": finding.url} if finding.url else {})},
    }
    # A suggestion is taken alone: a fix of several edits, or of another file, cannot be one.
    single = [fix.edits[0] for fix in finding.fixes if len(fix.edits) == 1 and fix.edits[0].source is source]
    if single and source.exact:
        diagnostic["suggestions"] = [
            {"range": _range(source, edit.span), "text": decoded(edit.text)} for edit in single
        ]
    return diagnostic


def _range(source: Source, span: Span) -> dict[str, Any]:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    line = source.line_at(offset)
    start = source.line_span(line).start
    if line == 1 and source.text.startswith(MARK):
        start = min(offset, len(MARK))
    return {"line": line, "column": offset - start + 1}

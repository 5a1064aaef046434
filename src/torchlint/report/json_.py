"""The `json` format: a list of findings in a stable form, described by findings.schema.json beside this file."""

from __future__ import annotations

import json

from torchlint.text import Place, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from torchlint.check import Report
    from torchlint.findings import Finding, Fix
    from torchlint.text import Edit


def render(report: Report, *, show_suppressed: bool = False) -> str:
    """The findings as a JSON list; with `show_suppressed` each says whether and why it is suppressed."""
    return dumped(findings(report, show_suppressed=show_suppressed))


def dumped(value: object) -> str:
    """JSON that is the same on every machine and safe in every encoding."""
    return json.dumps(value, indent=2) + "\n"


def findings(report: Report, *, show_suppressed: bool) -> list[dict[str, Any]]:
    """The findings as plain values."""
    return [_finding(finding, show_suppressed) for finding in report.findings]


def place(at: Place) -> dict[str, Any]:
    """Path, and line and column of begin and end: from 1, columns in Unicode code points, the end exclusive."""
    source, span = at
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return {"path": source.path, "line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _finding(finding: Finding, show_suppressed: bool) -> dict[str, Any]:
    fixes = [_fix(fix) for fix in finding.fixes]
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "outcome": finding.outcome.value,
        "message": finding.message,
        **place(finding.at),
        "stage": finding.stage,
        "related": [{**place(related.at), "message": related.message} for related in finding.related],
        "fix": fixes[0] if fixes else None,
        "fixes": fixes,
        **({"suppressed": finding.suppressed and finding.suppressed._asdict()} if show_suppressed else {}),
        "estimate_bytes": finding.estimate_bytes,
        "fingerprint": finding.fingerprint,
        "url": finding.url,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {"title": fix.title, "safety": fix.safety.value, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    where = place(Place(edit.source, edit.span))
    path = where.pop("path")
    return {"path": path, "start": edit.span.start, "end": edit.span.end, **where, "text": decoded(edit.text)}

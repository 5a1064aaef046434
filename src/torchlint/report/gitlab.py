"""The `gitlab` format: a Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

from torchlint.findings import Severity
from torchlint.report import json_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.report.rooted import Root

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render(report: Report, root: Root) -> str:
    """A JSON list of issues. The format knows no suppression: what is suppressed is left out."""
    return json_.dumped([_issue(finding, root) for finding in report.findings if finding.suppressed is None])


def _issue(finding: Finding, root: Root) -> dict[str, Any]:
    at = json_.place(finding.at)
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": finding.message,
        "categories": ["Security" if finding.family == "security" else "Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {
            "path": root.named(at["path"]),
            "lines": {"begin": at["line"], "end": at["end_line"]},
            "positions": {
                "begin": {"line": at["line"], "column": at["column"]},
                "end": {"line": at["end_line"], "column": at["end_column"]},
            },
        },
    }

"""The `json-report` format: the findings, and what a script must know to trust their absence."""

from __future__ import annotations

from torchlint.findings import Safety, Severity
from torchlint.report import json_
from torchlint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from torchlint.check import Report
    from torchlint.model.build import Unknown

SCHEMA_VERSION = 1
"""Grows when a key goes or changes its meaning, not when one is added."""


def render(report: Report, *, show_suppressed: bool = False, evidence: Mapping[str, object] | None = None) -> str:
    """One JSON object with tool, summary, unknowns, files that could not be read, and findings; and the evidence for
    fixes where some was asked for."""
    return json_.dumped(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "torchlint", "version": __version__},
            "summary": _summary(report),
            "unknowns": [_unknown(unknown) for unknown in report.unknowns],
            "files_failed": [failure._asdict() for failure in report.failures],
            "findings": json_.findings(report, show_suppressed=show_suppressed),
            **({} if evidence is None else {"evidence": evidence}),
        }
    )


def _summary(report: Report) -> dict[str, Any]:
    found = [finding for finding in report.findings if finding.suppressed is None]
    fixes = [finding.fix.safety for finding in found if finding.fix is not None]
    return {
        **{severity.value: sum(finding.severity is severity for finding in found) for severity in Severity},
        "suppressed": report.counts.suppressed,
        "fixes": {safety.value: fixes.count(safety) for safety in Safety},
        "dockerfiles": report.counts.dockerfiles,
        "requirements": report.counts.requirements,
        "environments": report.counts.environments,
        "rules_crashed": [crash._asdict() for crash in report.crashed],
        "complete": not (report.unknowns or report.failures or report.crashed),
    }


def _unknown(unknown: Unknown) -> dict[str, Any]:
    return {"message": unknown.message, "at": None if unknown.at is None else json_.place(unknown.at)}

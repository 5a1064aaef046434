"""The `checkstyle` format: what Java's Checkstyle writes, read by Jenkins, reviewdog and many others."""

from __future__ import annotations

from itertools import groupby

from torchlint.report.xml_text import HEAD, attributes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.check import Report
    from torchlint.findings import Finding


def render(report: Report) -> str:
    """An `error` element for each finding in a `file` element for each file. The format knows no suppression: what is
    suppressed is left out."""
    lines = [f'{HEAD}<checkstyle version="4.3">']
    found = [finding for finding in report.findings if finding.suppressed is None]
    for path, group in groupby(found, key=lambda finding: finding.at.source.path):
        lines += [f"  <file{attributes({'name': path})}>", *map(_error, group), "  </file>"]
    for failure in report.failures:
        said: dict[str, str | int] = {"line": 1, "severity": "error", "message": failure.message, "source": "torchlint"}
        lines += [f"  <file{attributes({'name': failure.path})}>", f"    <error{attributes(said)}/>", "  </file>"]
    return "\n".join([*lines, "</checkstyle>"]) + "\n"


def _error(finding: Finding) -> str:
    line, column = finding.at.source.position(finding.at.span.start)
    said: dict[str, str | int] = {
        "line": line,
        "column": column,
        "severity": finding.severity.value,
        "message": finding.message,
        "source": f"torchlint.{finding.rule}",
    }
    return f"    <error{attributes(said)}/>"

"""The `github` format: commands that GitHub Actions turns into annotations of the changed files."""

from __future__ import annotations

from torchlint.findings import Severity
from torchlint.report.styled import shown
from torchlint.report.summary import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.report.rooted import Root

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST_SHOWN = 10
"""Of each kind GitHub shows so many for one step; the log holds all."""


def render(report: Report, root: Root) -> str:
    """One command for each finding, the worst first, and one that says how many GitHub will not show."""
    found = sorted(
        (finding for finding in report.findings if finding.suppressed is None), key=lambda one: one.severity.rank
    )
    lines = [_command(finding, root) for finding in found]
    lines = [
        *(f"::error {_properties({'file': root.named(one.path)})}::{_data(one.message)}" for one in report.failures),
        *lines,
    ]
    hidden = _hidden(found, len(report.failures))
    if hidden:
        # The first notice of all, so that it is among those that are shown.
        at = sum(finding.severity is not Severity.INFO for finding in found) + len(report.failures)
        lines.insert(at, f"::notice title=torchlint::{_data(hidden)}")
    return "".join(f"{line}\n" for line in lines)


def _hidden(found: Sequence[Finding], failures: int) -> str:
    kinds = {severity: sum(finding.severity is severity for finding in found) for severity in Severity}
    kinds[Severity.ERROR] += failures
    if max(kinds.values()) <= _MOST_SHOWN:
        return ""
    kinds[Severity.INFO] += 1  # the notice that says this
    more = [
        counted(number - _MOST_SHOWN, _COMMANDS[severity]) for severity, number in kinds.items() if number > _MOST_SHOWN
    ]
    return f"GitHub shows {_MOST_SHOWN} annotations of each kind for one step; the log has {', '.join(more)} more"


def _command(finding: Finding, root: Root) -> str:
    source, span = finding.at
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    properties = {"file": root.named(source.path), "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub refuses columns of several lines.
        properties |= {"col": str(column), "endColumn": str(max(end_column, column + 1))}
    properties["title"] = f"torchlint {finding.rule}"
    text = shown(finding.message) + (f"\nhelp: {shown(finding.help)}" if finding.help else "")
    return f"::{_COMMANDS[finding.severity]} {_properties(properties)}::{_data(text)}"


def _properties(values: dict[str, str]) -> str:
    return ",".join(f"{name}={_data(value).replace(':', '%3A').replace(',', '%2C')}" for name, value in values.items())


def _data(text: str) -> str:
    """Escaped as the runner reads it: line ends as %0A, other controls as pictures."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return shown(text)

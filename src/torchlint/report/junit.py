"""The `junit` format: findings as failed tests, for servers that show nothing else."""

from __future__ import annotations

from itertools import groupby

from torchlint.report.xml_text import HEAD, attributes, content

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.check import Report
    from torchlint.findings import Finding


class _Case:
    """One test case: its element, and what it counts as ("failures", "errors", "skipped" or nothing)."""

    def __init__(self, name: str, classname: str, counts: str = "", inner: str = "") -> None:
        self.counts = counts
        said: dict[str, str | int] = {"name": name, "classname": classname, "time": "0"}
        self.text = f"    <testcase{attributes(said)}" + (f">{inner}</testcase>" if inner else "/>")


def render(report: Report) -> str:
    """A suite for each file with findings, a failed test for each finding, a skipped one for each that is suppressed.

    What could not be read or judged is a test with an error. Without all this one test that passed, since servers take
    an empty file for a failure.
    """
    suites = [
        (path, [_finding(finding) for finding in group])
        for path, group in groupby(report.findings, key=lambda finding: finding.at.source.path)
    ]
    broken = [_error(failure.path, failure.message) for failure in report.failures]
    broken += [_error(crash.path or "torchlint", f"{crash.rule}: {crash.error}") for crash in report.crashed]
    if broken or not suites:
        suites.append(("torchlint", broken or [_Case("nothing found", "torchlint")]))
    counted = _counts([case for _, cases in suites for case in cases])
    del counted["skipped"]  # the schema of Jenkins knows it of a suite only
    lines = [f"{HEAD}<testsuites{attributes({'name': 'torchlint', **counted})}>"]
    for name, cases in suites:
        lines += [f"  <testsuite{attributes({'name': name, **_counts(cases)})}>"]
        lines += [*(case.text for case in cases), "  </testsuite>"]
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _counts(cases: Sequence[_Case]) -> dict[str, str | int]:
    kinds = {kind: sum(case.counts == kind for case in cases) for kind in ("failures", "errors", "skipped")}
    return {"tests": len(cases), **kinds, "time": "0"}


def _finding(finding: Finding) -> _Case:
    path = finding.at.source.path
    line, column = finding.at.source.position(finding.at.span.start)
    name = f"{finding.rule} {line}:{column}"
    if finding.suppressed is not None:
        why = attributes({"message": finding.suppressed.reason or finding.suppressed.kind})
        return _Case(name, path, "skipped", f"<skipped{why}/>")
    said = attributes({"type": finding.severity.value, "message": finding.message})
    text = f"{path}:{line}:{column}: {finding.message}" + (f"\nhelp: {finding.help}" if finding.help else "")
    return _Case(name, path, "failures", f"<failure{said}>{content(text)}</failure>")


def _error(path: str, why: str) -> _Case:
    return _Case(path, "torchlint", "errors", f"<error{attributes({'type': 'error', 'message': why})}/>")

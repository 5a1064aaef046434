"""How often each rule was found, most often first, and how many of that a fix is known for."""

from __future__ import annotations

from torchlint.findings import Safety
from torchlint.report.styled import Piece
from torchlint.report.summary import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.report.styled import Layout


def render(report: Report, layout: Layout) -> Iterator[Piece]:
    """One line for each rule and severity with its number of findings and of fixes, then the summary."""
    tally: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        if finding.suppressed is None:
            tally.setdefault((finding.severity.value, finding.rule), []).append(finding)
    wide = max((len(str(len(found))) for found in tally.values()), default=0)
    named = max((len(rule) for _, rule in tally), default=0)
    for (severity, rule), found in sorted(tally.items(), key=lambda row: (-len(row[1]), row[0])):
        yield Piece(f"{len(found):>{wide}}  ")
        yield Piece(f"{severity:<7}", severity)
        yield Piece(f"  {rule}")
        fixes = _fixes(found)
        if fixes:
            yield Piece(" " * (named - len(rule) + 2))
            yield Piece(fixes, "good")
        yield Piece("\n")
    if tally and not layout.quiet:
        yield Piece("\n")
    yield from summary(report, layout)


def _fixes(findings: list[Finding]) -> str:
    """ "fixes: 3 safe, 1 unsafe": those that `fix` offers first."""
    offered = [finding.fix.safety for finding in findings if finding.fix is not None]
    kinds = ", ".join(f"{offered.count(safety)} {safety.value}" for safety in Safety if safety in offered)
    return f"fixes: {kinds}" if kinds else ""

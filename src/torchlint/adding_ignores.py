"""Comments that silence what was found, put where they will be read: above the instruction or the line."""

from __future__ import annotations

from bisect import bisect_right

from torchlint.record import NamedTuple
from torchlint.text import MARK, Edit, Span, encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from torchlint.check import Report
    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.text import Source


class Additions(NamedTuple):
    """Insertions by file, and the fingerprints of the findings that they are to silence."""

    edits: dict[Source, tuple[Edit, ...]]
    silences: frozenset[str]


def additions(report: Report, reason: str, lists: Collection[str]) -> Additions:
    """Comments that silence the findings of a report. `lists`: paths of the files that are read line by line, as
    requirements are. What stands in any other file, or outside all instructions, has no place for a comment."""
    dockerfiles = {build.source.path: build.dockerfile for build in report.builds}
    wanted: dict[Source, dict[int, set[str]]] = {}
    silences = set()
    for finding in report.findings:
        source, span = finding.at
        if finding.suppressed is not None or not source.exact:
            continue
        dockerfile = dockerfiles.get(source.path)
        if dockerfile is not None:
            above = _above_instruction(dockerfile, span.start)
        else:
            above = _above_line(source, span.start) if source.path in lists else None
        if above is not None:
            wanted.setdefault(source, {}).setdefault(above, set()).add(finding.rule)
            silences.add(finding.fingerprint)
    edits = {
        source: tuple(_comment(source, above, names, reason) for above, names in sorted(places.items()))
        for source, places in wanted.items()
    }
    return Additions(edits, frozenset(silences))


def _above_instruction(dockerfile: Dockerfile, offset: int) -> int | None:
    """Where the line begins on which the instruction begins that holds `offset`."""
    index = bisect_right(dockerfile.instructions, offset, key=lambda one: one.span.start) - 1
    if index < 0 or offset > dockerfile.instructions[index].span.end:
        return None
    return _line_start(dockerfile.source, dockerfile.source.line_at(dockerfile.instructions[index].span.start))


def _above_line(source: Source, offset: int) -> int:
    """Where the line begins that holds `offset`, or the first of those that it is continued from."""
    line = source.line_at(offset)
    while line > 1:
        span = source.line_span(line - 1)
        if not source.text[span.start : span.end].endswith("\\"):
            break
        line -= 1
    return _line_start(source, line)


def _line_start(source: Source, line: int) -> int:
    start = source.line_span(line).start
    return start + len(MARK) if line == 1 and source.text.startswith(MARK) else start


def _comment(source: Source, above: int, names: Iterable[str], reason: str) -> Edit:
    end = above
    while source.text[end : end + 1] in (" ", "\t"):
        end += 1
    said = f"# torchlint: ignore[{', '.join(sorted(names))}]" + (f" {reason}" if reason else "")
    return Edit(source, Span(above, above), source.text[above:end] + encoded(said) + source.newline)

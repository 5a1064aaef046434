"""What `torchlint test` found: which laws of rules are broken, by which example, under which change."""

from __future__ import annotations

import json

from torchlint.harness.meaningless import CHANGES
from torchlint.report.styled import Piece, sentence, shown
from torchlint.report.summary import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torchlint.harness.laws import Broken
    from torchlint.harness.trying import Failure, Tried
    from torchlint.report.styled import Layout

_CHANGED = {
    "as-written": "as it is written",
    "crlf": "with the line ends of Windows",
    "commented": "with comments between the instructions",
    "lower-case": "with keywords in lower case",
    "renamed-stages": "with other names of stages",
}
_AROUND = 2
_HEADING = 2
"""The lines of a diff before its first part."""
_STYLES = {"+": "error", "-": "good", ".": "gutter"}


def full(failures: Sequence[Failure], named: Callable[[str], str], layout: Layout) -> Iterator[Piece]:
    """Every failure with what was expected and what came; `named` gives the paths to show."""
    for failure in failures:
        broken = failure.broken
        yield Piece(f"broken[{failure.rule}]", "error")
        yield Piece(": ")
        yield Piece(sentence(broken.why, len(failure.rule) + 10, 4, layout.room), "strong")
        yield Piece("\n")
        yield Piece("  --> ", "gutter")
        yield Piece(_place(failure, named), "place")
        yield Piece("\n")
        for line in _compared(broken):
            yield Piece("   | ", "gutter")
            yield Piece(shown(line), _STYLES.get(line[:1], ""))
            yield Piece("\n")
        under = _under(failure)
        if under:
            yield Piece("   = ", "gutter")
            yield Piece(sentence(under, 5, 5, layout.room) + "\n")
        yield Piece("\n")


def concise(failures: Sequence[Failure], named: Callable[[str], str]) -> Iterator[Piece]:
    """`path:line: rule: what` for each failure."""
    for failure in failures:
        under = _under(failure)
        yield Piece(_place(failure, named), "place")
        yield Piece(": ")
        yield Piece(failure.rule, "error")
        yield Piece(f": {shown(failure.broken.why)}{f' ({under})' if under else ''}\n")


def summary(everything: Sequence[Tried]) -> Iterator[Piece]:
    """The last line."""
    failures = sum(len(one.failures) for one in everything)
    examples = counted(sum(one.examples for one in everything), "example")
    trials = counted(sum(one.trials for one in everything), "trial")
    if not failures:
        yield Piece("All rules do what their pages say!", "good")
        yield Piece(f" ({counted(len(everything), 'rule')}, {examples}, {trials})\n")
        return
    wrong = sum(bool(one.failures) for one in everything)
    yield Piece(f"{wrong} of {counted(len(everything), 'rule')}", "error")
    yield Piece(f" {'does' if wrong == 1 else 'do'} not do what the page says: {counted(failures, 'law')} broken")
    yield Piece(f" ({examples}, {trials})\n")


def as_json(everything: Sequence[Tried], named: Callable[[str], str]) -> str:
    """For programs, described by trials.schema.json beside this file."""
    found = {
        "rules": len(everything),
        "examples": sum(one.examples for one in everything),
        "trials": sum(one.trials for one in everything),
        "failures": [
            {
                "rule": failure.rule,
                "path": named(failure.path),
                "line": failure.line or None,
                "message": failure.broken.why,
                "changes": list(failure.changes),
                "file": failure.broken.file or None,
                "expected": failure.broken.expected,
                "actual": failure.broken.actual,
            }
            for one in everything
            for failure in one.failures
        ],
    }
    return json.dumps(found, indent=2) + "\n"


def _place(failure: Failure, named: Callable[[str], str]) -> str:
    return shown(named(failure.path)) + (f":{failure.line}" if failure.line else "")


def _compared(broken: Broken) -> Iterator[str]:
    """What the page says as removed lines, what came as added ones."""
    from difflib import unified_diff

    if broken.expected == broken.actual:
        return
    whose = broken.file or "report"
    before, after = broken.expected.split("\n"), broken.actual.split("\n")
    if before[-1] == after[-1] == "":
        del before[-1], after[-1]
    lines = unified_diff(before, after, f"{whose} of the page", f"{whose} that came", n=_AROUND, lineterm="")
    for number, line in enumerate(lines):
        if not line.startswith("@"):
            yield line
        elif number > _HEADING:
            yield "..."


def _under(failure: Failure) -> str:
    """Under which changes of the example, as a clause."""
    if not failure.changes or len(failure.changes) == len(CHANGES):
        return ""
    return "; ".join(_CHANGED[name] for name in failure.changes)

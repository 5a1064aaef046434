from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Severity, Span, rule


@rule(Install, Severity.WARNING, Outcome.RISK, when=("install",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    asked = [one for one in install.requested if not one.constraint and one.at.source is install.at.source]
    found: list[Place] = []
    for first, second in pairwise(asked):
        tool, verb = first.requirement, second.requirement
        if (tool.name, verb.name) != ("pip", "install") or tool.specifier or verb.specifier or verb.extras:
            continue
        source, span = first.at
        # Only blanks between them: they are written like a command.
        if source.text[span.end : second.at.span.start].strip(" \t"):
            continue
        found.append(first.at)
    if not found:
        return
    alone = found[0] == asked[0].at
    edits = tuple(Edit(source, Span(span.start, span.start), "&& ") for source, span in found)
    yield Problem(
        found[0],
        "pip install is read as two packages here, pip and install: the second one is somebody's project of that name",
        "remove these two words" if alone else "write && before it" if len(found) == 1 else "write && before each",
        None if alone else Fix("make it a command of its own", edits),
        related=tuple(Related(at, "and here") for at in found[1:]),
    )

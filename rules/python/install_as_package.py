from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Severity, Span, rule


@rule(Install, Severity.WARNING, Outcome.RISK, when=("install",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    asked = [one for one in install.requested if not one.constraint and one.at.source is install.at.source]
    for first, second in pairwise(asked):
        tool, verb = first.requirement, second.requirement
        if (tool.name, verb.name) != ("pip", "install") or tool.specifier or verb.specifier or verb.extras:
            continue
        source, span = first.at
        # Only blanks between them: they are written like a command.
        if source.text[span.end : second.at.span.start].strip(" \t"):
            continue
        alone = first is asked[0]
        edit = Edit(source, Span(span.start, span.start), "&& ")
        yield Problem(
            first.at,
            "pip install is read as two packages here, pip and install: "
            "the second one is somebody's project of that name",
            "remove these two words" if alone else "write && before it",
            None if alone else Fix("make it a command of its own", (edit,)),
        )

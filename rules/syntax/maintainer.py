from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Safety, Severity, Step, rule


@rule(Step, Severity.INFO, Outcome.RISK, when=("MAINTAINER",), strict=True)
def check(step: Step, on: Context) -> Iterator[Problem]:
    if step.instruction.keyword != "MAINTAINER":
        return
    who, fix = step.instruction.rest.text.rstrip(" \t\r"), None
    if len(who) > 1 and who[0] == who[-1] == '"':
        who = who[1:-1]
    if who and not any(sign in who for sign in "\"'\\$`\n"):
        edit = Edit(step.at.source, step.at.span, f'LABEL org.opencontainers.image.authors="{who}"')
        fix = Fix("write it as a label", (edit,), Safety.SAFE)
    yield Problem(
        step.at,
        "MAINTAINER is deprecated: a label says the same, and tools find it",
        'write LABEL org.opencontainers.image.authors="..."',
        fix,
    )

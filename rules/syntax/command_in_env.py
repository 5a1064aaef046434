from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule


@rule(
    Step,
    Severity.WARNING,
    Outcome.RISK,
    when=("ENV $(", "ARG $(", "WORKDIR $(", "LABEL $(", "USER $(", "COPY $(", "ADD $(", "EXPOSE $("),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    assert on.build is not None
    for at in on.build.variables.substitutions(step):
        yield Problem(
            at,
            f"no shell reads {step.instruction.keyword}: this command never runs, and its text is what is taken",
            "write the result, or set the variable in the RUN that needs it",
        )

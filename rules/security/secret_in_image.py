from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule


@rule(Step, Severity.WARNING, Outcome.RISK, when=("a secret",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    below = on.build.stages[step.stage].steps[step.index + 1 :]
    for name, value, at, given in step.declared:
        if not on.world.secret_name(name) or on.build.variables.names_secret(name, below):
            continue
        if value is not None and not on.world.harmless(value):
            message = f"everyone who has the image can read {name}: docker history shows its value"
        elif given and not value:
            message = f"everyone who has the image can read {name}: ENV keeps what --build-arg {given[0]} says"
        else:
            continue
        yield Problem(
            at,
            message,
            f"give it when the container starts (docker run -e {name}), "
            f"or to the one RUN that needs it (RUN --mount=type=secret,id={name.lower()})",
            secret=bool(value),
        )

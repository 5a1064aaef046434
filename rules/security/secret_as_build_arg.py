from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Related, Severity, Stage, Step, rule


@rule(Step, Severity.WARNING, Outcome.RISK, when=("ARG & a secret",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    stage = on.build.stages[step.stage]
    known = {one.name for one in step.declared if not on.world.harmless(one.value or "")}
    for name, at in step.arguments:
        if not on.world.secret_name(name) or name in known or keeps(stage, name):
            continue
        below = stage.steps[step.index + 1 :]
        run = next((one for one in below if one.instruction.keyword == "RUN"), None)
        if run is not None and not on.build.variables.names_secret(name, below):
            yield Problem(
                at,
                f"docker history shows the {name} that --build-arg gives: it is kept with every RUN below this ARG",
                f"give it to the one RUN that needs it: RUN --mount=type=secret,id={name.lower()},env={name}",
                related=(Related(run.at, "the first RUN that keeps it"),),
            )


def keeps(stage: Stage, name: str) -> bool:
    """True if an ENV copies the ARG: secret-in-image says so there."""
    return any(name in one.given for step in stage.steps for one in step.declared)

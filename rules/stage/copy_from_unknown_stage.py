from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Place, Problem, Related, Severity, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("COPY --from & no earlier stage",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    flag = step.instruction.flag("from")
    if flag is None or not flag.value or on.build is None:
        return
    stages, own = on.build.stages, on.stage_of(step)
    at = Place(step.at.source, flag.value_span or flag.span)
    if flag.value.isascii() and flag.value.isdigit():
        index = int(flag.value)
        if index >= len(stages):
            last = f"the last stage has the number {len(stages) - 1}, the first one 0"
            yield Problem(at, f"there is no stage {index} and the build stops: {last}", "name the stage that is meant")
            return
    elif any(stage.name is not None and stage.name.lower() == flag.value.lower() for stage in stages[: step.stage]):
        return
    else:
        named = (stage.index for stage in stages[step.stage :] if (stage.name or "").lower() == flag.value.lower())
        index = next(named, -1)
    if index < step.stage:
        return
    meant = stages[index]
    if index == step.stage:
        yield Problem(
            at,
            f"{meant.title} copies from itself and the build stops: --from takes earlier stages only",
            "drop --from and use RUN cp, or name the stage that is meant",
            related=(Related(meant.at, "this is the stage that the COPY stands in"),),
        )
    else:
        yield Problem(
            at,
            f"{meant.title} comes after {own.title} and the build stops: --from takes earlier stages only",
            f"move {meant.title} above {own.title}",
            related=(Related(meant.at, f"{meant.title} begins here"),),
        )

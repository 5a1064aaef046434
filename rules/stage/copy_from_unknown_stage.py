from __future__ import annotations

from collections.abc import Iterator, Sequence

from torchlint import Confidence, Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Stage, Step, rule

USUAL = frozenset(
    "base build build-env build-image build-stage builder compile compile-image compiler dependencies deps final "
    "prod production runtime".split()
)
"""What many call a stage, and nobody an image."""


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
        nearly = _nearly(flag.value, stages[: step.stage])
        if nearly is not None and not on.world.official(flag.value):
            yield Problem(
                at,
                f"no stage and no official image is called {flag.value}: BuildKit asks the registry for it, gets "
                "nothing and the build stops",
                f"write --from={nearly.name} if that stage is meant",
                Fix(f"copy from {nearly.name}", (Edit(*at, nearly.name or ""),)),
                related=(Related(nearly.at, f"this stage is called {nearly.name}"),),
                confidence=Confidence.MEDIUM,
            )
        elif nearly is None and flag.value in USUAL and step.stage and not on.world.official(flag.value):
            # The engine may have an image of its own that is called so.
            yield Problem(
                at,
                f"no stage above is called {flag.value}, and no official image: BuildKit asks the registry for it, "
                "gets nothing and the build stops",
                f"write AS {flag.value} behind the FROM of the stage that is meant",
                severity=Severity.WARNING,
                confidence=Confidence.MEDIUM,
            )
        return
    meant = stages[index]
    if index == step.stage:
        yield Problem(
            at,
            f"{meant.title} copies from itself and the build stops: --from takes earlier stages only",
            "drop --from and use RUN cp, or name the stage that is meant",
            related=(Related(meant.at, "this is the stage that the COPY stands in"),),
        )
    elif step.stage in _below(meant, stages):
        yield Problem(
            at,
            f"{own.title} copies from {meant.title}, which is made from {own.title}: the build stops at this circle",
            "drop one of these copies: no order of the stages helps",
            related=(Related(meant.at, f"{meant.title} begins here"),),
        )
    else:
        yield Problem(
            at,
            f"{meant.title} comes after {own.title} and the build stops: --from takes earlier stages only",
            f"move {meant.title} above {own.title}",
            related=(Related(meant.at, f"{meant.title} begins here"),),
        )


def _below(stage: Stage, stages: Sequence[Stage]) -> frozenset[int]:
    """The numbers of the stages that a stage stands on, or copies from."""
    found: set[int] = set()
    waiting = [stage.index]
    while waiting:
        one = stages[waiting.pop()]
        above = [one.parent, *(step.copied.stage for step in one.steps if step.copied is not None)]
        fresh = {index for index in above if index is not None} - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _nearly(value: str, stages: Sequence[Stage]) -> Stage | None:
    """The stage whose name is so much like this one that it must be meant; None where another image may be."""
    said = value.lower()
    if len(said) < 3 or not said.replace("-", "").replace("_", "").isalnum():
        return None
    names = {stage.name.lower(): stage for stage in stages if stage.name is not None}
    for name, stage in names.items():
        if len(name) >= 4 and (said.startswith(name) or name.startswith(said)) and abs(len(said) - len(name)) <= 3:
            return stage
    from difflib import get_close_matches

    close = get_close_matches(said, [name for name in names if len(name) >= 4], 1, 0.8)
    return names[close[0]] if close else None

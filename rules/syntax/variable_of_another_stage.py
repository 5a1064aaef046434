from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Problem, Related, Severity, Step, rule


@rule(Step, Severity.WARNING, Outcome.RISK, when=("RUN $ of a later stage",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    assert build is not None
    found = _elsewhere(build, step)
    text = build.source.text[step.at.span.start : step.at.span.end]
    if not any(name in text for name in found):
        return
    earlier = build.stages[step.stage].steps[: step.index]
    said = {use.name for one in earlier if "$" in one.instruction.rest.text for use in build.variables.unset(one)}
    for use in build.variables.unset(step):
        if use.name not in found or use.name in said or build.variables.declared_above(use.name):
            continue
        other = found[use.name]
        stage = build.stages[other.stage]
        keyword = other.instruction.keyword
        yield Problem(
            use.at,
            f"{use.name} is empty here: {keyword} sets it in {stage.title}, on which this one does not build",
            f"declare {use.name} in {build.stages[step.stage].title} too",
            related=(Related(other.at, "set here"),),
        )


def _elsewhere(build: Build, step: Step) -> dict[str, Step]:
    """The variables that earlier stages set, and the first step that does."""
    found: dict[str, Step] = {}
    for stage in build.stages[: step.stage]:
        for one in stage.steps:
            for name in one.sets:
                found.setdefault(name, one)
    return found

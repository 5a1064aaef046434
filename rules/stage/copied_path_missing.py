from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Related, Severity, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("COPY --from",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied = step.copied
    if copied is None or copied.stage is None or copied.origin is None or on.build is None:
        return
    stage = on.build.stages[copied.stage]
    for source in copied.sources:
        if source.name is None or any(mark in source.name for mark in "*?["):
            continue
        path = "/" + source.name.strip("/")
        if copied.origin.find(path) is False:
            yield Problem(
                source.at,
                f"{stage.title} has no {path}: nothing there creates it, so this COPY stops the build",
                f"create {path} in {stage.title}, or drop it from this COPY",
                related=(Related(stage.at, f"{stage.title} begins here"),),
            )

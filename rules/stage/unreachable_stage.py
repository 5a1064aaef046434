from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Problem, Severity, rule


@rule(Build, Severity.INFO, Outcome.WASTE, strict=True)
def check(build: Build, on: Context) -> Iterator[Problem]:
    if len(build.stages) < 2:
        return
    used = build.needed
    if used is None:
        return
    for stage in build.stages:
        if stage.index not in used:
            yield Problem(
                stage.at,
                f"nothing uses {stage.title}: the image that is shipped neither builds on it nor copies from it",
                "remove it, or say which stage is shipped: --target-stage NAME",
            )

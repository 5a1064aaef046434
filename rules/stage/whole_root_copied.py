from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule


@rule(Step, Severity.WARNING, Outcome.WASTE, when=("COPY --from & copies all",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied = step.copied
    if copied is None or on.build is None or not on.build.in_shipped(step.stage):
        return
    # Into an empty image it is a way to make one layer of many.
    if step.before.base.kind == "scratch" or on.stage_of(step).parent is not None:
        return
    # An image of a few files that is made to be taken whole has no steps here.
    if copied.stage is None or not any(one.steps for one in on.build.lineage(copied.stage)):
        return
    target = step.before.absolute(copied.target or "")
    for source in copied.sources:
        if source.name is not None and source.name.strip("/.") == "" and source.name.startswith("/") and target == "/":
            origin = on.build.stages[copied.stage].title
            yield Problem(
                source.at,
                f"this copies all of {origin} over this image: compilers, caches and secrets come along, and files of "
                "two distributions mix",
                "name what is needed: COPY --from=builder /opt/venv /opt/venv",
            )

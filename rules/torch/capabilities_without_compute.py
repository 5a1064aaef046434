from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Severity, Span, Step, rule

NAME = "NVIDIA_DRIVER_CAPABILITIES"


@rule(Step, Severity.WARNING, Outcome.RUN, when=("ENV & NVIDIA_DRIVER_CAPABILITIES",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    one = next((one for one in step.declared if one.name == NAME), None)
    if build is None or one is None or not one.value or not build.in_shipped(step.stage):
        return
    words = [word.strip(" ") for word in one.value.split(",")]
    if "all" in words or "compute" in words or build.stages[step.stage].final.env[NAME].at != one.at:
        return
    shipped = [index for index in build.shipped if step.stage in {stage.index for stage in build.lineage(index)}]
    if not any(torch.there for index in shipped for torch in on.torch_held(index).values()):
        return
    source, span = one.at
    start = source.text.find(one.value, span.start, span.end)
    end = start + len(one.value)
    fix = Fix("add compute", (Edit(*Place(source, Span(end, end)), ",compute"),)) if start >= 0 else None
    yield Problem(
        one.at,
        f"{NAME} lacks compute: the container gets no libcuda, and torch finds no GPU",
        "add compute",
        fix,
    )

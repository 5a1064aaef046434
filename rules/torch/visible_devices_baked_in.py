from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Severity, Span, Step, rule


@rule(Step, Severity.WARNING, Outcome.RUN, when=("ENV & CUDA_VISIBLE_DEVICES", "ENV & NVIDIA_VISIBLE_DEVICES"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    if build is None or not build.in_shipped(step.stage):
        return
    last = build.stages[step.stage].final.env
    for one in step.declared:
        if one.name not in ("CUDA_VISIBLE_DEVICES", "NVIDIA_VISIBLE_DEVICES") or one.value is None:
            continue
        if last[one.name].at != one.at:
            continue
        numbers = all(part.strip(" ").isdecimal() for part in one.value.split(","))
        if one.name == "CUDA_VISIBLE_DEVICES" and one.value == "all":
            message = f"{one.name}=all is no valid value: it hides every GPU"
        elif not numbers:
            continue
        elif one.name == "CUDA_VISIBLE_DEVICES":
            message = (
                f"{one.name}={one.value} hides the other GPUs from every container of this image, whatever it is given"
            )
        else:
            message = f"{one.name}={one.value} picks GPUs of a host that the image does not know"
        source, span = step.at
        alone = len(step.declared) == 1 and source.text[span.end : span.end + 1] in ("", "\n", "\r")
        end = span.end
        while alone and source.text[end : end + 1] in ("\r", "\n"):
            end += 1
            if source.text[end - 1] == "\n":
                break
        fix = Fix("choose GPUs when the container is started", (Edit(source, Span(span.start, end), ""),))
        yield Problem(one.at, message, "drop it, and choose GPUs with docker run --gpus", fix if alone else None)

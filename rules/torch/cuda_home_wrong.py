from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Span, Step, rule


@rule(Step, Severity.WARNING, Outcome.RUN, when=("ENV & CUDA_HOME", "ENV & CUDA_PATH"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    stage = on.stage_of(step)
    for one in step.declared:
        value = (one.value or "").rstrip("/")
        if one.name not in ("CUDA_HOME", "CUDA_PATH") or not value.startswith("/usr/local/cuda"):
            continue
        if stage.final.env[one.name].at == one.at and on.lacks_cuda_folder(stage, value):
            usual = on.lacks_cuda_folder(stage, "/usr/local/cuda") is False
            yield Problem(
                one.at,
                f"{one.name} names {one.value}, which this image does not have: what is compiled finds no CUDA there",
                "name the folder of the image's own CUDA, /usr/local/cuda, or drop it",
                _fix(one.at, value) if usual else None,
                related=(Related(stage.base.at, "this is the image"),),
            )


def _fix(at: Place, value: str) -> Fix | None:
    """The folder of the image's own CUDA, if the wrong one stands there once."""
    source, (start, end) = at
    if source.text.count(value, start, end) != 1:
        return None
    begin = source.text.index(value, start, end)
    return Fix("write /usr/local/cuda", (Edit(source, Span(begin, begin + len(value)), "/usr/local/cuda"),))

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Related, Severity, Stage, rule


@rule(Stage, Severity.WARNING, Outcome.RUN, when=("cuda-image", "pytorch-image"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    if base.kind not in ("cuda", "pytorch") or not on.ships(stage):
        return
    torches = on.torch_held(stage).values()
    found = [torch for torch in torches if torch.there]
    if not found or any(torch.cuda != "cpu" or torch.source == "base" for torch in found):
        return
    at = found[0].at
    yield Problem(
        base.at if at is None else at,
        f"torch {(found[0].version or '').partition('+')[0]} for the CPU is installed into an image for GPUs: it will "
        "not see any",
        "take the build for CUDA, or begin from a slim image of Python",
        related=() if at is None else (Related(base.at, "this image is for GPUs"),),
        severity=Severity.ERROR if on.target.gpus else None,
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Confidence, Context, Outcome, Problem, Severity, Stage, rule


@rule(Stage, Severity.WARNING, Outcome.BUILD, when=("pytorch-image",), confidence=Confidence.LOW)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    reference = base.reference
    if stage.parent is not None or base.kind != "pytorch" or reference is None or reference.digest is not None:
        return
    image = on.world.pytorch_image(reference.tag or "latest")
    if image is not None and image.doubt is not None:
        yield Problem(
            base.at,
            f"{base.name} was probably never published: {image.doubt}",
            "look it up at hub.docker.com/r/pytorch/pytorch/tags, and take a tag that is there",
        )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Confidence, Context, Fix, Outcome, Problem, Severity, Stage, rule

PUBLIC = (None, "docker.io", "index.docker.io", "nvcr.io")


@rule(Stage, Severity.ERROR, Outcome.BUILD, when=("removed-image",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    image, reference = base.cuda, base.reference
    if stage.parent is not None or image is None or reference is None or image.status != "removed":
        return
    # A mirror may have kept what the registry has lost.
    if reference.digest is not None or reference.registry not in PUBLIC:
        return
    use = f"use {', or '.join(image.nearest)}" if image.nearest else "use a tag that is still there"
    if image.instead is not None:
        use += f", such as {image.instead}"
    named = base.name if base.argument is None else f"{base.name} (the default of ARG {base.argument})"
    edit = base.retagged(image.nearest[0]) if image.nearest else None
    fix = None if edit is None else Fix(f"use the tag {image.nearest[0]}", (edit,))
    # The lists are of Docker Hub; NVIDIA's own registry follows them, as its policy says.
    sure = None if reference.registry != "nvcr.io" else Confidence.MEDIUM
    yield Problem(base.at, f"{named} cannot be pulled and the build stops: {image.why}", use, fix, confidence=sure)

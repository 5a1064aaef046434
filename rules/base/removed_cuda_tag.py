from __future__ import annotations

from collections.abc import Iterator

from torchlint import Confidence, Context, Edit, Fix, Outcome, Problem, Severity, Span, Stage, rule

PUBLIC = (None, "docker.io", "index.docker.io", "nvcr.io")


@rule(Stage, Severity.ERROR, Outcome.BUILD)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    image, reference = base.cuda, base.reference
    if stage.parent is not None or image is None or reference is None or image.status != "removed":
        return
    # A mirror may have kept what the registry has lost.
    if reference.digest is not None or reference.registry not in PUBLIC:
        return
    use = f"use {', or '.join(image.nearest)}" if image.nearest else "use a tag that is still there"
    fix = None
    source, start = base.at.source, base.at.span.start
    if image.nearest and reference.tag_span is not None and source.text.startswith(base.name or "", start):
        span = Span(start + reference.tag_span[0], start + reference.tag_span[1])
        fix = Fix(f"use the tag {image.nearest[0]}", (Edit(source, span, image.nearest[0]),))
    # The lists are of Docker Hub; NVIDIA's own registry follows them, as its policy says.
    sure = None if reference.registry != "nvcr.io" else Confidence.MEDIUM
    yield Problem(base.at, f"{base.name} cannot be pulled and the build stops: {image.why}", use, fix, confidence=sure)

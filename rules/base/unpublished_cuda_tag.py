from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Outcome, Problem, Severity, Stage, rule


@rule(Stage, Severity.ERROR, Outcome.BUILD, when=("never-published-image",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    image, reference = base.cuda, base.reference
    if stage.parent is not None or image is None or reference is None or image.status != "never-published":
        return
    if reference.digest is not None:
        return
    use = f"use {', or '.join(image.nearest)}" if image.nearest else "use a tag that is still there"
    edit = base.retagged(image.nearest[0]) if image.nearest else None
    fix = None if edit is None else Fix(f"use the tag {image.nearest[0]}", (edit,))
    yield Problem(base.at, f"{base.name} cannot be pulled and the build stops: {image.why}", use, fix)

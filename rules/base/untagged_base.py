from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Stage, rule


@rule(Stage, Severity.WARNING, Outcome.RISK, when=("latest-image",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    reference = base.reference
    if stage.parent is not None or reference is None or base.kind == "scratch" or reference.digest is not None:
        return
    # A stage whose FROM cannot be read may be meant.
    if on.build is None or any(one.kind == "from-arguments" for one in on.build.dockerfile.problems):
        return
    if base.cuda is not None and base.cuda.status == "removed" or base.named:
        return
    moves = on.world.latest(reference.familiar)
    if moves != "rests" and base.kind not in (None, "declared"):
        moves = "moves"
    # No name of a lone image that Docker Hub has: it was built next door.
    if moves in ("rolls", "rests") or (moves is None and "/" not in reference.familiar):
        return
    name, written = base.name or "", base.at.source.text[base.at.span.start : base.at.span.end]
    given = base.argument is not None and "$" in written.rpartition("/")[2]
    whose = f" (the default of ARG {base.argument})" if given and not written.endswith(":latest") else ""
    certain = moves == "moves" and not given and on.build.in_shipped(stage.index)
    severity = None if certain else Severity.INFO
    if reference.tag in (None, "latest"):
        said = "names no tag, so :latest is pulled" if reference.tag is None else "moves"
        what = "another system, Python or CUDA" if moves == "moves" else "another one"
        yield Problem(
            base.at,
            f"{name}{whose} {said}: the next build may get {what}",
            f"name a release: {name.removesuffix(':latest')}:<release>",
            severity=severity,
        )
    elif base.python_least is not None and _goes_on(reference.tag, on):
        variant = [part for part in reference.tag.split("-") if part != "3"]
        yield Problem(
            base.at,
            f"{name}{whose} names no minor version: each October it becomes another Python, "
            "and compiled packages have no wheels for that at first, some for months",
            f"name one: {name.removesuffix(reference.tag)}{'-'.join(('3.<minor>', *variant))}",
            severity=severity,
        )


def _goes_on(tag: str, on: Context) -> bool:
    """Whether a tag of python still gets newer ones: not one of an old Debian."""
    image = on.world.python_image(tag)
    return image is not None and image.rebuilt is not False

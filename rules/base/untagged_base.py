from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Stage, rule


@rule(Stage, Severity.WARNING, Outcome.RISK, when=("latest-image",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    reference = base.reference
    if stage.parent is not None or reference is None or base.kind == "scratch" or reference.digest is not None:
        return
    if reference.tag not in (None, "latest") or (base.cuda is not None and base.cuda.status == "removed"):
        return
    name, written = base.name or "", base.at.source.text[base.at.span.start : base.at.span.end]
    # A stage whose FROM cannot be read may be meant.
    if on.build is not None and any(one.kind == "from-arguments" for one in on.build.dockerfile.problems):
        return
    # The default of an ARG may be a stand-in, or an image that was built next door.
    if base.argument is not None and base.kind is None and "/" not in name:
        return
    said = "names no tag, so :latest is pulled" if reference.tag is None else "moves"
    told = base.argument is not None and "$" in written.rpartition("/")[2] and not written.endswith(":latest")
    whose = f" (the default of ARG {base.argument})" if told else ""
    yield Problem(
        base.at,
        f"{name}{whose} {said}: the next build may get another system, Python or CUDA",
        f"name a release: {name.removesuffix(':latest')}:<release>",
    )

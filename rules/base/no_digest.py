from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Stage, rule


@rule(Stage, Severity.INFO, Outcome.RISK, strict=True)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    reference = base.reference
    if stage.parent is not None or reference is None or base.kind == "scratch" or reference.digest is not None:
        return
    # Of the latest one another rule speaks; an ARG's default may be a stand-in for what a build names.
    if reference.tag in (None, "latest") or base.argument is not None:
        return
    yield Problem(
        base.at,
        f"{base.name} names no digest: the tag may point to another image tomorrow",
        f"pin what you have tested, as {base.name}@sha256:..., with what `docker buildx imagetools inspect` tells",
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Severity, Stage, rule

REGISTRY = "registry.acme.example/"
MIRROR = f"{REGISTRY}hub/"


@rule(Stage, Severity.ERROR, Outcome.RISK)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    # Another stage of the file, nothing at all, or a name that only the builder knows.
    if stage.parent is not None or base.kind == "scratch" or base.name is None or base.name.startswith(REGISTRY):
        return
    source, span = base.at
    host, slash, _ = base.name.partition("/")
    mirrored = not (slash and ("." in host or ":" in host))
    fix = None
    if mirrored and source.text[span.start : span.end] == base.name:
        # The mirror brings the same image, but nobody has looked whether it has this one: the fix is not called safe.
        fix = Fix(f"take it from {MIRROR}", (Edit(source, span, MIRROR + base.name),))
    yield Problem(
        base.at,
        f"{base.name} is not from {REGISTRY}: nobody has scanned it, and the build hosts may not reach it",
        f"take {MIRROR}{base.name}" if mirrored else f"have it mirrored, then take it from {REGISTRY}",
        fix,
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Stage, rule


@rule(Stage, Severity.INFO, Outcome.RISK, when=("installs", "pytorch-image"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(stage.index):
        return
    version = brought(stage, on) if stage.base.kind == "pytorch" and stage.parent is None else None
    flaw = on.world.advisory("torch", version) if version is not None else None
    if flaw is not None:
        yield Problem(
            stage.base.at,
            f"{stage.base.name} brings torch {version}, which has {flaw.id}: {flaw.what}",
            f"begin from an image with torch {flaw.below} or newer, or load safetensors files only",
        )
    for install in (one for step in stage.steps for one in step.installs):
        change = on.torch_change(install)
        # The image's own stays, and what it has is said above.
        if change is not None and change.after.source == "base":
            continue
        pin = install.pin("torch") if "--dry-run" not in install.options else None
        flaw = on.world.advisory("torch", pin.version) if pin is not None else None
        if pin is not None and flaw is not None:
            yield Problem(
                pin.requested.at,
                f"torch {pin.version} has {flaw.id}: {flaw.what}",
                f"take torch {flaw.below} or newer, or load safetensors files only",
            )


def brought(stage: Stage, on: Context) -> str | None:
    """The torch of a stage's base that an image which ships still has in the end."""
    build = on.build
    above = [one for one in build.shipped if stage in build.lineage(one)] if build is not None else []
    held = [torch for one in above for torch in on.torch_held(one).values() if torch.source == "base" and torch.exact]
    return held[0].version if held else None

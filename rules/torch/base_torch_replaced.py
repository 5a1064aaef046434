from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(Install, Severity.WARNING, Outcome.WASTE, when=("torch & torch in an image",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    change, build = on.torch_change(install), on.build
    if change is None or build is None or not build.in_shipped(install.stage):
        return
    before, after = change.thrown or change.before, change.after
    if before.source != "base" or after.at is None:
        return
    if change.thrown is None and not change.replaced(install):
        return
    base, release = on.stage_of(install).base, on.world.torch_release(before.version or "")
    new = f"torch {after.told}" if after.exact else "another torch"
    told = tuple(
        Related(at, f"the default of {arg} is used here")
        for line in install.asks("torch")
        for arg, at in install.defaults(line)
    )
    told += (Related(base.at, f"torch {before.told} comes with this image"),)
    if base.kind == "ngc" and change.thrown is None:
        yield Problem(
            after.at,
            f"this puts {new} in the place of NVIDIA's own build: what the image compiled against that no longer fits",
            "leave torch to the image, or begin from an image without it",
            related=told,
            outcome=Outcome.RUN,
        )
        return
    yield Problem(
        after.at,
        f"this puts {new} in the place of the image's {before.told}, whose bytes stay in the layers below",
        "begin from an image with the torch that is wanted, or leave torch to the image",
        related=told,
        estimate_bytes=None if release is None else release.unpacked_bytes,
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(
    Install,
    Severity.WARNING,
    Outcome.WASTE,
    when=(
        "torch & after another",
        "torchvision & after another",
        "torchaudio & after another",
        "torchtext & after another",
        "xformers & after another",
        "vllm & after another",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    change, build = on.torch_change(install), on.build
    if change is None or build is None or change.before.source in ("base", None):
        return
    before, after = change.before, change.after
    # A companion that wants another torch than the one that is known to be there is the finding of companion-mismatch.
    if not after.exact or after.at is None or (before.exact and not any(install.asks("torch"))):
        return
    first = next((one for one in on.earlier(install) if any(line.at == before.at for line in one.requested)), None)
    if first is None or (first.stage, first.command.step) == (install.stage, install.command.step):
        return
    if not build.in_shipped(install.stage):
        return
    old, new = before.version if before.exact else on.open_torch(first), after.version or ""
    release, releases = on.world.torch_release(old or ""), on.world.torch_releases()
    if release is None or not (change.replaced(install) if before.exact else _older(new, release.version, releases)):
        return
    yield Problem(
        after.at,
        f"this puts torch {after.told} in the place of {before.told if before.exact else f'{old} or newer'}, "
        "which keeps its place in a lower layer",
        "ask for one torch, in one install or with the same version in both",
        related=(Related(before.at, "this brings the first one"),) if before.at is not None else (),
        estimate_bytes=release.cpu_unpacked_bytes if before.cuda == "cpu" else release.unpacked_bytes,
    )


def _older(one: str, other: str, releases: tuple[str, ...]) -> bool:
    return one in releases and releases.index(one) < releases.index(other)

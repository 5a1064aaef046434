from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Related, Severity, rule

ANEW = (
    "--upgrade",
    "--force-reinstall",
    "--ignore-installed",
    "--reinstall",
    "--user",
    "--target",
    "--prefix",
    "--root",
)


COMPANIONS = ("torchvision", "torchaudio", "torchtext")


@rule(
    Install,
    Severity.WARNING,
    Outcome.WASTE,
    when=("torch & asks index", "torch & asks extra", "torch & asks find-links"),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf, build = install.shelf, on.build
    if build is None or shelf is None or shelf.everything or len(shelf.variants) != 1:
        return
    lines = list(install.asks("torch"))
    if any(
        one.requirement.kind != "named" or one.requirement.marker or "+" in one.requirement.specifier for one in lines
    ):
        return
    if not install.command.certain or any(option in install.options for option in ANEW):
        return
    found = _there(install, on)
    if found is None:
        return
    what, at = found
    missing = [name for name in COMPANIONS if any(install.asks(name)) and install.has(name) is not True]
    gap = all(install.has(name) is False for name in missing)
    rest = f"asked only for {' and '.join(missing) if gap else 'what is not there yet'}" if missing else "not asked"
    variant, line = shelf.variants[0], lines[0]
    releases = [release for version in on.world.torch_releases() if (release := on.world.torch_release(version))]
    # What the build for the processor takes is known of some releases, and differs little.
    sizes = [one.unpacked_bytes - one.cpu_unpacked_bytes for one in releases if one.cpu_unpacked_bytes is not None]
    spared = sizes[-1] if sizes and variant == "cpu" else None
    yield Problem(
        line.at,
        f"torch is there already, {what}: {install.tool} is content with it, and the index for {variant} is {rest}",
        f"install torch from the index for {variant} first, and what needs it afterwards",
        related=() if at is None else (Related(at, "this brings torch"),),
        outcome=None if variant == "cpu" else Outcome.RISK,
        estimate_bytes=spared,
    )


def _there(install: Install, on: Context) -> tuple[str, Place | None] | None:
    """The torch that the install finds good enough though it is of another build, and what brought it."""
    change, build, shelf = on.torch_change(install), on.build, install.shelf
    if change is None or build is None or shelf is None:
        return None
    before, wanted = change.before, on.world.variant_cuda(shelf.variants[0]) or shelf.variants[0]
    if before.exact and before.cuda is not None and before.version is not None:
        if before.cuda == wanted or change.after != before:
            return None
        return f"{before.version} for {_spoken(before.cuda)}", before.at
    if any(one.requirement.specifier for one in install.asks("torch")) or before.exact:
        return None
    # Not known which release it is: but the public index has builds for CUDA only.
    first = None
    for one in reversed(on.earlier(install)):
        bringing = [
            line
            for line in one.requested
            if on.world.needs_torch(line.requirement.name) or any(line is named for named in one.asks("torch"))
        ]
        if not bringing or "--no-deps" in one.options and not any(one.asks("torch")):
            continue
        shelf = one.shelf
        sure = one.command.certain and shelf is not None and shelf.only_public and build.machine(one.stage) == "x86_64"
        if not sure or any(line.requirement.kind != "named" or line.requirement.marker for line in bringing):
            return None
        first = first or bringing[0]
    return None if first is None else ("in the build for CUDA of the public index", first.at)


def _spoken(cuda: str) -> str:
    return f"CUDA {cuda}" if cuda[0].isdigit() else cuda

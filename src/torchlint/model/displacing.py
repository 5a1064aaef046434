"""Companions of torch without a version, whose newest release needs another torch than the one that is there."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install, Requested
    from torchlint.model.torch_held import Change, Torch
    from torchlint.world import World
    from torchlint.world.companions import Companion
    from torchlint.world.torch import TorchRelease

NAMES = ("torchvision", "xformers", "vllm")


class Displacing(NamedTuple):
    """`requested` takes the release `newest`, or a newer one: that puts another torch in the place of `there`, which is
    of `release`."""

    requested: Requested
    newest: Companion
    release: TorchRelease
    there: Torch


def displacing(install: Install, change: Change | None, world: World) -> tuple[Displacing, ...]:
    """Those that surely do so. `change`: what the install does to torch."""
    python, shelf = install.python, install.shelf
    if change is None or python is None or shelf is None or not shelf.only_public or not install.command.certain:
        return ()
    before = change.before
    release = world.torch_release(before.version or "") if before.exact else None
    named = any(one.requirement.name == "torch" for one in install.requested)
    if release is None or named or "--no-deps" in install.options:
        return ()
    image = install.command.before.base.kind == "pytorch" and before.source == "base"
    found = []
    for name in NAMES:
        lines = list(install.asks(name))
        # The images of PyTorch bring torchvision, and neither of the others.
        absent = install.has(name) is False or (image and name != "torchvision" and install.has(name) is None)
        if len(lines) != 1 or not absent or lines[0].requirement.specifier or lines[0].requirement.marker:
            continue
        known = (world.companion(name, version) for version in reversed(world.releases(name)))
        newest = next((one for one in known if one is not None and one.runs_on(python)), None)
        if newest is not None and not newest.admits(release.version):
            found.append(Displacing(lines[0], newest, release, before))
    return tuple(found)

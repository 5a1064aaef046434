"""Releases of torch, torchvision and torchaudio that have no wheel for the Python that asks for them."""

from __future__ import annotations

from torchlint.model.family import versions
from torchlint.model.wheels import torch_without_end, versions_of_torch
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install
    from torchlint.model.wheels import Pin, Shelf
    from torchlint.world import World


class Wheelless(NamedTuple):
    """What has no wheel: `said` in words. `version`: the release nearest to those that may have one, `pythons`: the
    Pythons that it has wheels for; "" and empty where that is not known."""

    said: str
    version: str
    pythons: tuple[str, ...]


def wheelless(install: Install, name: str, world: World) -> Wheelless | None:
    """Of what is asked for by a name; None unless it is sure that nothing can be installed."""
    python, shelf, pin = install.python, install.shelf, install.pin(name)
    if python is None or shelf is None:
        return None
    early = world.early_pythons(name, pin.version) if pin is not None and shelf.only_public else None
    if pin is not None and early is not None and pin.label is None:
        sure = python not in early and lacks(install, name, pin.version)
        return Wheelless(f"{name} {pin.version} has no wheel", pin.version, early) if sure else None
    if name != "torch":
        return _companion(install, name, pin, shelf, python, world)
    coming = torch_without_end(install, world)
    found = coming or versions_of_torch(install, world)
    wheels = [shelf.pythons(version, world) for version in found]
    if not found or not all(pythons and python not in pythons for pythons in wheels):
        return None
    if coming:
        said = f"torch {found[0]} and its successors have no wheel"
        sure = _passed(python, found[-1], world) and install.has(name) is False
        return Wheelless(said, found[0], _pythons(found[0], world)) if sure else None
    said = f"torch {found[0]} has no wheel" if pin else f"torch {found[0]} to {found[-1]} have no wheel"
    sure = all(lacks(install, name, version) for version in found)
    # Nobody changes to a Python without its global lock for a wheel.
    usual = (one for one in wheels[-1] or () if not one.endswith("t"))
    return Wheelless(said, found[-1], tuple(sorted(usual, key=_minor))) if sure else None


def _companion(
    install: Install, name: str, pin: Pin | None, shelf: Shelf, python: str, world: World
) -> Wheelless | None:
    if pin is None:
        few = [world.companion(name, version) for version in versions(install, name, world)]
        if not few or any(one is None or one.runs_on(python) for one in few):
            return None
        asked = next(install.asks(name)).requirement.specifier.replace(",", ", ")
        sure = shelf.only_public and install.has(name) is False
        return Wheelless(f"{name} {asked} has no wheel", "", ()) if sure else None
    made = world.companion(name, pin.version)
    if made is None or made.runs_on(python):
        return None
    if not lacks(install, name, pin.version) and not _of_another_torch(install, made.torch_exact):
        return None
    # The PyTorch index has wheels of a companion for the Pythons that torch itself has them for, and for no other.
    folders = () if shelf.only_public else shelf._replace(public=False).pythons(made.torch_exact or "", world)
    sure = folders is not None and python not in folders
    return Wheelless(f"{name} {made.version} has no wheel", "", made.pythons or ()) if sure else None


def lacks(install: Install, name: str, version: str) -> bool:
    """Whether a version surely is not there, or does not count, given that no wheel of it fits: then no install above
    can have brought it, and only the image could."""
    there, base, own = install.satisfied(name, version), install.command.before.base, install.environment
    brought = own is not None and (own.kind == "image" or (own.kind == "venv" and own.at == base.at))
    held = own is not None and any(one.source == "base" for one in own.packages.values())
    bare = base.kind == "tool" and base.unmaintained is None and brought and not held
    return there is False or (there is None and (bare or "--target" in install.options))


def _of_another_torch(install: Install, made_for: str | None) -> bool:
    """True if the image brings torch, and with it the companions of another release than that one."""
    own = install.environment.packages.get("torch") if install.environment is not None else None
    if own is None or own.source != "base" or own.version is None or made_for is None:
        return False
    return own.version.split(".")[:2] != made_for.split(".")[:2]


def _pythons(version: str, world: World) -> tuple[str, ...]:
    release = world.torch_release(version)
    return () if release is None else release.pythons


def _passed(python: str, newest: str, world: World) -> bool:
    """True if a Python is older than all that the newest torch has wheels for: no later one has them again."""
    return all(_minor(python) < _minor(one) for one in _pythons(newest, world))


def _minor(python: str) -> tuple[int, ...]:
    return tuple(int(part) for part in python.split("."))

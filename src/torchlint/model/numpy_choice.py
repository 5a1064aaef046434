"""Which numpy an install chooses that does not say: whether one comes with the rest, and whether it may be numpy 2."""

from __future__ import annotations

from torchlint.model.wheels import together
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.model.build import Build
    from torchlint.model.command import Install, Requested
    from torchlint.text import Place
    from torchlint.world import World

ALONE = frozenset({"wandb", "pip", "setuptools", "wheel"})
"""Not all that these may bring is known, but none of it keeps numpy below 2."""


ANEW = ("--upgrade", "--force-reinstall", "--ignore-installed", "--reinstall", "--target", "--prefix", "--root")
"""Options after which what is there may not stay, or is not what counts."""

OLDER = ("--no-deps", "--resolution", "--exclude-newer", "--uploaded-prior-to", "--target", "--prefix", "--root")
"""Options after which the newest release may not be taken, or not into the environment."""

HOLDING = ("UV_EXCLUDE_NEWER", "PIP_CONSTRAINT", "UV_CONSTRAINT", "UV_OVERRIDE", "PIP_NO_DEPS", "UV_RESOLUTION")
"""Variables that may do the same."""

FIRST_SECOND = {"3.9": "2.0.2", "3.10": "2.2.6", "3.11": "2.2.6", "3.12": "2.2.6"}
"""By the Pythons for which there are both a numpy 2 and a torch that was built before it: one of its releases."""


class Bringer(NamedTuple):
    """What brings a numpy. `demander`: the package with it that wants numpy 2, itself or another one; None if numpy 1
    would do. `exact`: it has a version, so that no other release may be taken."""

    requested: Requested
    demander: str | None
    exact: bool


class OldTorch(NamedTuple):
    """A torch that was built before numpy 2: in words, and what asks for it. `second`: what brought a numpy 2 that
    surely is there before it comes, and stays."""

    told: str
    at: Place | None
    second: Requested | None = None


def old_torch(install: Install, build: Build | None, earlier: Iterable[Install], world: World) -> OldTorch | None:
    """The torch of an install, or the one that is there, if it surely was built before numpy 2. `earlier`: the installs
    before it into its environment, the last one first."""
    lines = list(install.asks("torch"))
    there = install.environment.packages.get("torch") if install.environment is not None and not lines else None
    pin = install.pin("torch")
    versions: tuple[str, ...]
    at: Place | None
    if pin is not None and lines:
        versions, told, at = (pin.version,), f"torch {pin.version}", pin.requested.at
    elif lines:
        versions, told, at = install.torch_versions(world), f"torch{lines[0].requirement.specifier}", lines[0].at
    elif there is None:
        return None
    elif there.version is not None:
        versions, told, at = (there.version,), f"torch {there.version}", there.at
    else:
        asked = together((there.specifier,)) if "<" in there.specifier or "~=" in there.specifier else None
        known = world.torch_releases() if asked is not None and not asked.contains("999") else ()
        versions = tuple(one for one in known if asked is not None and asked.contains(one))
        told, at = f"torch{there.specifier}", there.at
    releases = [world.torch_release(one) for one in versions]
    if not releases or any(one is None or one.numpy2_ok for one in releases):
        return None
    if len(releases) == 1 and releases[0] is not None:
        told = f"torch {releases[0].version}"
    return OldTorch(
        told, at, second_there(install, earlier, world) if lines and not _uninstalls(install, build) else None
    )


def _uninstalls(install: Install, build: Build | None) -> bool:
    """Whether anything was uninstalled in its stage or one below."""
    stages = build.lineage(install.stage) if build is not None else ()
    steps = (step for stage in stages for step in stage.steps)
    return any("uninstall" in one.values for step in steps for one in step.commands)


def second_there(install: Install, earlier: Iterable[Install], world: World) -> Requested | None:
    """What brought a numpy 2 that surely is there before an install, and that this leaves there."""
    environment = install.environment
    if environment is None or not environment.complete or not install.complete:
        return None
    if any(option in install.options for option in ANEW) or next(install.asks("numpy"), None) is not None:
        return None
    # What was there before the numpy is judged where that came.
    if not open_to_2(install, world, demanded=True):
        return None
    for one in earlier:
        if one.tool not in ("pip", "uv") or not one.complete or not one.command.certain or one.refused:
            return None
        found = _brings_second(one, world)
        if found is not None:
            kept = environment.packages.get(found.requirement.name)
            return found if kept is not None and kept.at == found.at else None
        if next(one.asks("numpy"), None) is not None or not open_to_2(one, world, demanded=True):
            return None
    return None


def _brings_second(install: Install, world: World) -> Requested | None:
    """What an install asks for that surely is a numpy 2 or brings one, where no numpy was."""
    line, shelf, python = next(install.asks("numpy"), None), install.shelf, install.python
    if shelf is None or not shelf.public or python not in FIRST_SECOND or any(one in install.options for one in OLDER):
        return None
    if install.told((), HOLDING) or install.has("numpy") is not False or not open_to_2(install, world):
        return None
    if line is None:
        brought = bringer(install, world)
        return brought.requested if brought is not None and install.admits("numpy", FIRST_SECOND[python]) else None
    pin = install.pin("numpy")
    if not install.applies(line) or line.requirement.kind != "named":
        return None
    second = pin.version.startswith("2.") if pin is not None else install.admits("numpy", FIRST_SECOND[python])
    return line if second else None


def bringer(install: Install, world: World) -> Bringer | None:
    """What an install asks for that surely brings a numpy of the public index; None if nothing does. Those that want
    numpy 2 come first."""
    shelf, python = install.shelf, install.python or ""
    if install.tool not in ("pip", "uv") or "--no-deps" in install.options or shelf is None or not shelf.public:
        return None
    found = None
    for one in install.requested:
        requirement, release = one.requirement, _release(one)
        if one.constraint or requirement.marker or world.numpy_need(requirement.name, release, python) != "needs":
            continue
        demander = world.numpy_demander(requirement.name, release, python)
        if demander is not None and _fetched(install, requirement.name, demander):
            return Bringer(one, demander, demander == requirement.name and bool(release))
        found = found or Bringer(one, None, bool(release))
    return found


def _fetched(install: Install, name: str, demander: str) -> bool:
    """Whether neither of the two surely is there already or may be held back by what is asked for."""
    there = {one for kept in install.seen for one in kept.packages}
    own = any(one.requirement.name == demander for one in install.requested)
    return name not in there and (name == demander or (demander not in there and not own))


def open_to_2(install: Install, world: World, *, demanded: bool = False) -> bool:
    """True if nothing that it asks for, that may come with that or that is there keeps numpy below 2. `demanded`: what
    it asks for wants numpy 2, and what is there and is not needed for that has no say."""
    asked = [one for one in install.requested if not one.constraint and one.requirement.name not in (*ALONE, "numpy")]
    brought = world.may_bring(
        f"{one.requirement.name}=={release}" if (release := _release(one)) else one.requirement.name for one in asked
    )
    if brought is None:
        return False
    said = dict.fromkeys(brought, "") | {one.requirement.name: _release(one) for one in asked}
    there = {name: one.version for kept in install.seen for name, one in kept.packages.items()}
    said |= {name: version for name, version in there.items() if not demanded or name in said}
    return all(
        name == "numpy" or name in ALONE or world.numpy_need(name, release, install.python or "") is not None
        for name, release in said.items()
    )


def _release(one: Requested) -> str | None:
    """The release that it asks for; "" if that is the newest that there is, None if it may be any."""
    specifier = one.requirement.specifier.replace(" ", "")
    if specifier.startswith("==") and "," not in specifier and "*" not in specifier:
        return specifier.lstrip("=").partition("+")[0]
    return None if any(sign in specifier.replace(">=", "") for sign in "=<") else ""

"""Which numpy an install chooses that does not say: whether one comes with the rest, and whether it may be numpy 2."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install, Requested
    from torchlint.world import World

ALONE = frozenset({"wandb", "pip", "setuptools", "wheel"})
"""Not all that these may bring is known, but none of it keeps numpy below 2."""


def bringer(install: Install, world: World) -> Requested | None:
    """What an install asks for that surely brings a numpy of the public index; None if nothing does."""
    shelf, python = install.shelf, install.python
    if install.tool not in ("pip", "uv") or "--no-deps" in install.options or shelf is None or not shelf.public:
        return None
    asked = (one for one in install.requested if not (one.constraint or one.requirement.marker))
    return next(
        (one for one in asked if world.numpy_need(one.requirement.name, _release(one), python or "") == "needs"), None
    )


def open_to_2(install: Install, world: World) -> bool:
    """True if nothing that it asks for, that may come with that or that is there keeps numpy below 2."""
    asked = [one for one in install.requested if not one.constraint and one.requirement.name not in (*ALONE, "numpy")]
    brought = world.may_bring(
        f"{one.requirement.name}=={release}" if (release := _release(one)) else one.requirement.name for one in asked
    )
    if brought is None:
        return False
    said = dict.fromkeys(brought, "") | {one.requirement.name: _release(one) for one in asked}
    said |= {name: there.version for kept in install.seen for name, there in kept.packages.items()}
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

"""Which distributions an environment surely lacks, for all that its packages may have brought."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Snapshot
    from torchlint.world import World

SOURCES = frozenset({"pip", "uv", "lock", "git"})
"""From where packages come of which World knows what they need."""


def lacks(state: Snapshot, environment: Environment, names: tuple[str, ...], world: World) -> bool:
    """True if nothing that was installed into it brings one of these distributions."""
    packages = environment.packages
    if not environment.complete or environment.kind == "conda" or not packages.keys().isdisjoint(names):
        return False
    if any(one.source not in SOURCES for one in packages.values()):
        return False
    if environment.kind == "system" and not _without_modules(state, world):
        return False
    brought = world.may_bring(environment.asked)
    return brought is not None and brought.isdisjoint(names)


def _without_modules(state: Snapshot, world: World) -> bool:
    """True if the system's packages bring no modules to its Python, as those that need Python may."""
    for name in state.packages:
        brings = world.apt_brings(name)
        if not name.startswith("python") and (brings is None or brings.python3):
            return False
    return state.packages_complete

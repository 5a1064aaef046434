"""Which release of pip surely runs an install, at least: the one its Python came with, or the one installed since."""

from __future__ import annotations

from torchlint.world.release_ranges import release_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.model.command import Install
    from torchlint.text import Place
    from torchlint.world import World


def pip_from(
    install: Install, release: str, earlier: Iterable[Install], world: World
) -> tuple[str, Place | None] | None:
    """The pip that runs an install if it surely is that release or a later one, as in "pip 25.3 or newer", and what
    brought it; None if it may be an older one. `earlier`: the installs before into the same environment."""
    environment = install.environment
    if install.tool != "pip" or environment is None:
        return None
    there = environment.packages.get("pip")
    if there is not None and there.version is not None:
        return (f"pip {there.version}", there.at) if _reaches(there.version, release) else None
    if there is not None:
        asked = next(
            ((one, line) for one in earlier for line in one.requested if line.at == there.at and not line.constraint),
            None,
        )
        clauses = asked[1].requirement.clauses if asked is not None else ()
        if asked is None or not asked[0].command.certain or any(one.operator not in (">=", ">") for one in clauses):
            return None
        least = any(_reaches(one.version, release) for one in clauses)
        renewed = asked[0].complete and {"--upgrade", "--force-reinstall"} & asked[0].options.keys()
        open_to = world.pythons_of("pip", release) if renewed else None
        newest = open_to is not None and install.python is not None and open_to.fits(install.python, "pip") is True
        return (f"pip {release} or newer", there.at) if least or newest else None
    state = install.command.before
    brought = None
    if environment.kind in ("image", "venv") and install.python is not None:
        base = state.base
        tag = base.reference.tag if base.reference is not None and base.kind == "python" else None
        image = world.python_image(tag) if tag and not base.pinned else None
        if image is not None and image.python == install.python:
            brought = world.bundled_pip(install.python, image.patch, image.last_listed)
        else:
            brought = world.bundled_pip(install.python)
    elif environment.kind == "system" and state.base.os is not None and "python3-pip" in state.packages:
        brought = world.system_pip(state.base.os)
    if brought is None or not _reaches(brought, release):
        return None
    return f"pip {brought}" + ("" if environment.kind == "system" else " or newer"), environment.at


def _reaches(version: str, release: str) -> bool:
    known, least = release_key(version), release_key(release)
    return known is not None and least is not None and known >= least

"""Which release of pip surely runs an install, at least: the one its Python came with, or the one installed since."""

from __future__ import annotations

import re

from torchlint.world.release_ranges import release_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.model.build import Build
    from torchlint.model.command import Install
    from torchlint.model.environment import Distribution
    from torchlint.text import Place
    from torchlint.world import World

_SCRIPT = re.compile(r"https?://bootstrap\.pypa\.io/(?:pip/([23]\.[0-9]+)/)?get-pip\.py", re.ASCII)


def pip_from(
    build: Build, install: Install, release: str, earlier: Iterable[Install], world: World
) -> tuple[str, Place | None] | None:
    """The pip that runs an install if it surely is that release or a later one, as in "pip 25.3 or newer", and what
    brought it; None if it may be an older one. `earlier`: the installs before into the same environment."""
    environment = install.environment
    if install.tool not in ("pip", "conda") or environment is None:
        return None
    there = environment.packages.get("pip")
    if install.tool == "conda":
        return _of_new_conda(install, release, there, world)
    if there is not None and there.version is not None:
        return (f"pip {there.version}", there.at) if _reaches(there.version, release) else None
    if there is not None:
        surely = _renewed(install, release, there, earlier, world) or _fetched(build, install, release, there, world)
        return (f"pip {release} or newer", there.at) if surely else None
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
    else:
        brought = of_system(install, world)
    if brought is None or not _reaches(brought, release):
        return None
    return f"pip {brought}" + ("" if environment.kind == "system" else " or newer"), environment.at


def _of_new_conda(
    install: Install, release: str, there: Distribution | None, world: World
) -> tuple[str, Place | None] | None:
    """Of an environment that conda makes with a pip of no version: it takes the newest for its Python."""
    made = "create" in install.command.values and there is not None and there.version is None and not there.specifier
    if there is None or not made or not _newest(install.python, release, world):
        return None
    return f"pip {release} or newer", there.at


def of_system(install: Install, world: World) -> str | None:
    """The pip that runs an install where that surely is the python3-pip of a known release."""
    state, environment = install.command.before, install.environment
    if install.tool != "pip" or environment is None or environment.kind != "system" or state.base.os is None:
        return None
    if any("pip" in one.packages for one in install.seen) or "python3-pip" not in state.packages:
        return None
    return world.system_pip(state.base.os)


def _renewed(install: Install, release: str, there: Distribution, earlier: Iterable[Install], world: World) -> bool:
    """Whether an earlier install surely brought that release or a later one: it says so, or takes the newest."""
    asked = next(
        ((one, line) for one in earlier for line in one.requested if line.at == there.at and not line.constraint), None
    )
    clauses = asked[1].requirement.clauses if asked is not None else ()
    if asked is None or not asked[0].command.certain or any(one.operator not in (">=", ">") for one in clauses):
        return False
    if any(_reaches(one.version, release) for one in clauses):
        return True
    if not asked[0].complete or not {"--upgrade", "--force-reinstall"} & asked[0].options.keys():
        return False
    return not kept_by_debian(install) and _newest(install.python, release, world)


def kept_by_debian(install: Install) -> bool:
    """Whether the pip there may be one that no other pip can take the place of: python3-pip of a release that marks its
    Python as managed has no RECORD, and installing a newer one ends with an error."""
    environment, state = install.environment, install.command.before
    own = state.environments.get("/usr") if environment is not None and environment.kind == "system" else None
    return own is not None and own.managed is not False and "python3-pip" in state.packages


def _fetched(build: Build, install: Install, release: str, there: Distribution, world: World) -> bool:
    """Whether get-pip.py surely brought it: the current script takes the newest pip, one for an older Python the last
    one for that."""
    if there.specifier:
        return False
    script = script_of(build, install, there)
    return script is not None and _newest(script or install.python, release, world)


def script_of(build: Build, install: Install, there: Distribution) -> str | None:
    """The Python that the get-pip.py is for that brought a pip, "3.8"; "" of the current one, None where none surely
    did."""
    for stage in build.lineage(install.stage):
        for run in (one for step in stage.steps for one in step.get_pips):
            if run.command.at == there.at and run.command.certain and None not in run.command.values:
                match = _SCRIPT.fullmatch(run.address)
                return (match[1] or "") if match is not None else None
    return None


def _newest(python: str | None, release: str, world: World) -> bool:
    """Whether the newest pip for a Python is that release or a later one."""
    open_to = world.pythons_of("pip", release) if python is not None else None
    return open_to is not None and python is not None and open_to.fits(python, "pip") is True


def _reaches(version: str, release: str) -> bool:
    known, least = release_key(version), release_key(release)
    return known is not None and least is not None and known >= least

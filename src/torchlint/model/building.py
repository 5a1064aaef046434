"""What a package that is built from source finds there: the environment's packages, or what it asks for alone."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Install

LATEST_WITH_SETUPTOOLS = 11
"""The last minor version of Python 3 whose official images and virtual environments have setuptools."""

FIRST_APART = (25, 3)
"""The first pip that never runs setup.py in the environment."""

FIRST_WITH_SUCH = 9
"""The first minor version of Python 3 for which there is such a pip."""

HELD = ("--build-constraint", "--build-constraints", "--constraint", "--exclude-newer", "--uploaded-prior-to")
HOLDING = ("PIP_BUILD_CONSTRAINT", "PIP_CONSTRAINT", "UV_BUILD_CONSTRAINT", "UV_CONSTRAINT", "UV_EXCLUDE_NEWER")
"""Options and variables that may keep the tools of a build at an older release."""


ELSE = ("--only-binary", "--no-build", "--no-build-package", "--dry-run")
ELSE_SET = ("PIP_ONLY_BINARY", "UV_NO_BUILD", "UV_NO_BUILD_PACKAGE")
"""With these an install builds nothing, or not everything."""


def builds(install: Install) -> bool:
    """Whether an install builds what the public index has as source only, and stops the build where that fails."""
    shelf = install.shelf
    return install.stops_build and shelf is not None and shelf.public and not install.told(ELSE, ELSE_SET)


def held(install: Install) -> bool:
    """Whether something may keep the tools of a build, such as setuptools, at an older release."""
    return install.told(HELD, HOLDING)


def isolated(build: Build, install: Install) -> bool | None:
    """Whether a source without pyproject.toml is built apart from the environment; None if that cannot be known.

    uv always does that, and pip from 25.3 on. An older pip does it when setuptools or wheel is missing: without them it
    cannot run setup.py itself.
    """
    command, environment = install.command, install.environment
    prefix = "UV_" if install.tool == "uv" else "PIP_"
    if "--no-build-isolation" in install.options or "--no-build-isolation-package" in install.options:
        return False
    told = command.env.get(f"{prefix}NO_BUILD_ISOLATION", "")
    if told != "" or command.before.variable(f"{prefix}NO_BUILD_ISOLATION") is not None:
        return None
    if install.tool == "uv" or "--use-pep517" in install.options or _never_in_place(build, install):
        return True
    if environment is None or environment.python.value is None or environment.kind not in ("image", "venv"):
        return None
    if not environment.complete or {"setuptools", "wheel"} <= environment.packages.keys():
        return None
    minor = environment.python.value.partition(".")[2]
    return True if minor.isdigit() and int(minor) > LATEST_WITH_SETUPTOOLS else None


def _never_in_place(build: Build, install: Install) -> bool:
    """True if the pip that runs surely is one that knows no other way."""
    from torchlint.model.pip_release import kept_by_debian, script_of

    pip = next((one.packages["pip"] for one in install.seen if "pip" in one.packages), None)
    minor = (install.python or "").partition(".")[2]
    if pip is None or not minor.isdigit() or int(minor) < FIRST_WITH_SUCH or pip.source != "pip":
        return False
    if pip.version is not None:
        numbers = re.findall(r"[0-9]+", pip.version)
        return tuple(int(part) for part in numbers[:2]) >= FIRST_APART
    if re.search("[<=~!]=|<", pip.specifier.replace(">=", ">")) or pip.at is None:
        return False
    brought = [one for one in build.installs() if any(asked.at == pip.at for asked in one.requested)]
    if brought:
        return all("--upgrade" in one.options for one in brought) and not kept_by_debian(install)
    script = script_of(build, install, pip)
    return script is not None and int((script or install.python or "").partition(".")[2]) >= FIRST_WITH_SUCH

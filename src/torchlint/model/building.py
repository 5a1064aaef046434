"""What a package that is built from source finds there: the environment's packages, or what it asks for alone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install

LATEST_WITH_SETUPTOOLS = 11
"""The last minor version of Python 3 whose official images and virtual environments have setuptools."""


def isolated(install: Install) -> bool | None:
    """Whether a source without pyproject.toml is built apart from the environment; None if that cannot be known.

    uv always does that. pip does it when setuptools or wheel is missing: without them it cannot run setup.py itself.
    """
    command, environment = install.command, install.environment
    prefix = "UV_" if install.tool == "uv" else "PIP_"
    if "--no-build-isolation" in install.options or "--no-build-isolation-package" in install.options:
        return False
    told = command.env.get(f"{prefix}NO_BUILD_ISOLATION", "")
    if told != "" or command.before.variable(f"{prefix}NO_BUILD_ISOLATION") is not None:
        return None
    if install.tool == "uv" or "--use-pep517" in install.options:
        return True
    if environment is None or environment.python.value is None or environment.kind not in ("image", "venv"):
        return None
    if not environment.complete or {"setuptools", "wheel"} <= environment.packages.keys():
        return None
    minor = environment.python.value.partition(".")[2]
    return True if minor.isdigit() and int(minor) > LATEST_WITH_SETUPTOOLS else None

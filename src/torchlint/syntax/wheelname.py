"""Names of projects and of wheel files."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple


class WheelName(NamedTuple):
    """The parts of `name-version[-build]-python-abi-platform.whl`. `name` is normalised, the rest is as written."""

    name: str
    version: str
    build: str | None
    python_tags: tuple[str, ...]
    abi_tags: tuple[str, ...]
    platform_tags: tuple[str, ...]


def normalize(name: str) -> str:
    """The one spelling (PEP 503) under which an index knows a project: lower case, runs of `-_.` as one `-`."""
    if "_" in name or "." in name or "--" in name:
        name = re.sub("[-_.]+", "-", name)
    return name.lower() if name.isascii() else re.sub("[A-Z]+", lambda match: match[0].lower(), name)


def wheel_name(filename: str) -> WheelName | None:
    """Parts of a wheel's file name (no folders, no URL escapes); None when it is not one."""
    if not filename.endswith(".whl") or re.search(r"[\s/\\]", filename, re.ASCII):
        return None
    parts = filename[:-4].split("-")
    if len(parts) not in (5, 6) or not all(parts):
        return None
    name, version, *build, pythons, abis, platforms = parts
    if build and build[0][0] not in "0123456789":
        return None
    return WheelName(
        normalize(name),
        version,
        build[0] if build else None,
        tuple(pythons.split(".")),
        tuple(abis.split(".")),
        tuple(platforms.split(".")),
    )

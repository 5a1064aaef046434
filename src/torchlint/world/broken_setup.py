"""Releases without a wheel whose setup.py stops before anything is compiled, whatever the machine has."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.world.release_ranges import release_key

PYTHON, SETUPTOOLS, ALONE, NEVER = "python", "setuptools", "alone", "never"
"""What it stops for: a Python that is too new, a setuptools that is too new, that it is built apart from the
environment, where a module is missing, or that it is built apart at all."""

NEWEST = "*"
"""What stands among the releases for the newest one, which is taken where no version is asked for."""


class BrokenSetup(NamedTuple):
    """`why`: what it does and since when that fails. `kind`: PYTHON, SETUPTOOLS, ALONE or NEVER. `limit`: the last
    Python that it can be built for, the first setuptools that is too new, or the module that is missing. `after`: the
    next release that can be installed, "" if there is none. `through`: the package whose setup.py stops, if it is one
    that the release needs; "" if it is its own."""

    why: str
    kind: str
    limit: str
    after: str
    through: str


def broken_setup(package: str, version: str | None, python: str) -> BrokenSetup | None:
    """By normalised name, exact version and minor version of Python; version None: the newest."""
    from torchlint.world.tables.broken_setups import BROKEN

    wanted = release_key(version) if version is not None else None
    for releases, since, *told in BROKEN.get(package, ()):
        among = releases.split(" ")
        if _minor(python) < since:
            continue
        if NEWEST in among if version is None else wanted and any(release_key(one) == wanted for one in among):
            return BrokenSetup(*told)
    return None


def _minor(python: str) -> int:
    major, _, minor = python.partition(".")
    return int(minor) if major == "3" and minor.isascii() and minor.isdigit() else -1

"""Packages that compile CUDA code against the torch that is there."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Extension(NamedTuple):
    """How one package is built. Source: its setup.py."""

    package: str
    switch: str | None
    """The environment variable with which CUDA code is compiled though no GPU is seen; None if it always is."""
    flag: str | None
    """The option that asks for CUDA code; None if none is needed."""
    exact: bool
    """Whether it refuses another minor version of CUDA than torch's, too."""
    imports_torch: bool
    """Whether its setup.py cannot be run without torch, though no commit of its repository asks for that."""
    architectures: str | None
    """The variable that must name the GPUs where none is seen; None if it has a list of its own."""
    sdist_from: str | None
    """The first release that the package index has as source only; None if it has none."""


def extension(package: str) -> Extension | None:
    """By normalised name."""
    from torchlint.world.tables.extensions import EXTENSIONS

    row = EXTENSIONS.get(package)
    return Extension(package, *row) if row is not None else None


def extension_of(repository: str) -> Extension | None:
    """By repository on GitHub, "owner/name" in any case."""
    from torchlint.world.tables.extensions import REPOSITORIES

    package = REPOSITORIES.get(repository.casefold())
    return extension(package) if package is not None else None

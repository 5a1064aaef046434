"""Packages of the Python package index: what they are, whatever torch is beside them."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Lookalike(NamedTuple):
    """A name that is not the project that people mean. Source: asked the index, tried the installs.

    `what`: "refuses" (its newest release stops every install), "absent" (no such project) or "another" (one that has
    nothing to do with it). `instead`: the right requirement. `open_only`: an exact version can be installed, unless it
    begins with `refuses`. `allowed_by`: an environment variable that lets the install through.
    """

    name: str
    what: str
    instead: str
    open_only: bool
    refuses: str | None
    allowed_by: str | None


def lookalike(name: str) -> Lookalike | None:
    """By normalised name."""
    from torchlint.world.tables.lookalikes import NAMES

    row = NAMES.get(name)
    return Lookalike(name, *row) if row is not None else None


class SourceOnly(NamedTuple):
    """A package of which the index has no wheel for Linux, and that has to be compiled. Source: asked the index, tried.

    `wheeled`: the last release that has a wheel, "" if none has. `packages`: of Debian, what it needs to be built.
    `instead`: the same with wheels, "" if there is none.
    """

    name: str
    wheeled: str
    packages: str
    instead: str


def source_only(name: str) -> SourceOnly | None:
    """By normalised name."""
    from torchlint.world.tables.source_only import PACKAGES

    row = PACKAGES.get(name)
    return SourceOnly(name, *row) if row is not None else None


class TorchSource(NamedTuple):
    """A repository whose setup.py needs torch without asking for it. Source: that file.

    `folder`: where it lies in the repository. `unless`: a variable that, set to 1, keeps it from needing torch.
    """

    package: str
    folder: str
    refs: str
    unless: str | None

    def holds(self, ref: str) -> bool:
        """Whether that is known of a branch or tag; "" is the default branch."""
        import re

        return re.fullmatch(self.refs, ref, re.ASCII) is not None


def torch_source(repository: str) -> TorchSource | None:
    """By repository on GitHub, "owner/name" in any case."""
    from torchlint.world.tables.torch_sources import SOURCES

    row = SOURCES.get(repository.casefold())
    return TorchSource(*row) if row is not None else None


def builds_with_torch(package: str, version: str | None) -> bool | None:
    """By normalised name; None where it is not known."""
    from torchlint.world.tables.build_needs import PACKAGES

    versions, newest = PACKAGES.get(package, ("", False))
    if package not in PACKAGES or version is None:
        return newest or None
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(versions).contains(version) or None

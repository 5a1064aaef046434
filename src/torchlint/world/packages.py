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


def builds_with_torch(package: str, version: str | None) -> bool | None:
    """By normalised name; None where it is not known."""
    from torchlint.world.tables.build_needs import PACKAGES

    versions, newest = PACKAGES.get(package, ("", False))
    if package not in PACKAGES or version is None:
        return newest or None
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(versions).contains(version) or None

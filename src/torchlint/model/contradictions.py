"""Requirements of one install that no release can fulfil together."""

from __future__ import annotations

from torchlint.model.markers import applies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.model.command import Requested
    from torchlint.syntax.requirement import Requirement


def contradictions(requested: Iterable[Requested], python: str | None) -> tuple[tuple[Requested, Requested], ...]:
    """One pair for each name with an exact version that another line excludes, the earlier one first.

    Only lines that surely count under that Python are compared, and two constraints never.
    """
    by_name: dict[str, list[Requested]] = {}
    for one in requested:
        if one.requirement.kind == "named" and one.requirement.clauses:
            by_name.setdefault(one.requirement.name, []).append(one)
    found = []
    for lines in by_name.values():
        if len(lines) > 1 and len({one.requirement.specifier for one in lines}) > 1:
            counting = [one for one in lines if applies(one.requirement.marker, python)]
            pairs = ((one, other) for number, other in enumerate(counting) for one in counting[:number])
            pair = next((pair for pair in pairs if _exclude(*pair)), None)
            if pair is not None:
                found.append(pair)
    return tuple(found)


def _exclude(one: Requested, other: Requested) -> bool:
    if one.constraint and other.constraint:
        return False
    pins = [(exact(first.requirement), second.requirement) for first, second in ((one, other), (other, one))]
    # With two exact versions one with a local label fulfils the same without: one way round is enough.
    said = [admits(requirement, version) for version, requirement in pins if version is not None]
    return bool(said) and all(answer is False for answer in said)


def exact(requirement: Requirement) -> str | None:
    """The version behind the only `==` of a requirement."""
    clauses = requirement.clauses
    if len(clauses) != 1 or clauses[0].operator != "==" or clauses[0].version.endswith(".*"):
        return None
    return None if "$" in clauses[0].version else clauses[0].version


def admits(requirement: Requirement, version: str) -> bool | None:
    """Whether a requirement lets a version through; None for what cannot be compared."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet
    from packaging.version import InvalidVersion

    if "===" in requirement.specifier:
        return None
    try:
        return SpecifierSet(requirement.specifier).contains(version, prereleases=True)
    except (InvalidSpecifier, InvalidVersion):
        return None

"""Packages that need a certain torch, and what torch needs: which releases may stand beside each other."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.world.torch import numbers_of, padded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class Companion(NamedTuple):
    """One release of a package that needs a certain torch. Source: metadata of its linux wheels."""

    package: str
    version: str
    date: str
    requires_torch: str | None
    """Specifier text, "==2.4.1"; "" if it asks for any torch; None if for none."""
    torch_exact: str | None
    """The one torch release it fits, if it is one."""
    pythons: tuple[str, ...] | None
    """Minor versions with a wheel; None if the wheel fits many or it is unknown."""
    requires_python: str | None
    breaks_from: str | None = None
    """The first torch release that it admits and cannot be imported with, as it was compiled for an older one."""

    def admits(self, torch: str) -> bool:
        """Whether its metadata let that torch release stand beside it."""
        return not self.requires_torch or _contains(self.requires_torch, torch)

    def breaks_with(self, torch: str) -> bool:
        """Whether it surely cannot be imported with that torch release, which it admits."""
        first, asked = numbers_of(self.breaks_from or ""), numbers_of(torch)
        return first is not None and asked is not None and asked >= first

    def runs_on(self, python: str) -> bool:
        """Whether a Python of that minor version can install a wheel of it."""
        if self.pythons is not None:
            return python in self.pythons
        return not self.requires_python or _contains(self.requires_python, f"{python}.99")


class Need(NamedTuple):
    """What a torch release asks of another package, such as ">=1.13.3"."""

    specifier: str

    def admits(self, version: str) -> bool:
        """Whether that version is good enough; True for one that is no final release."""
        return numbers_of(version) is None or _contains(self.specifier, version)

    @property
    def version(self) -> str | None:
        """The version that it names, if that is one to ask for."""
        return self.specifier.lstrip("=>") if self.specifier.startswith(("==", ">=")) else None


def torch_needs(version: str) -> Mapping[str, Need]:
    """Known from 2.2 on; those before ask for any version."""
    from torchlint.world.tables.torch_pins import NEEDS

    return {name: Need(specifier) for name, specifier in NEEDS.get(padded(version), {}).items()}


def companion(package: str, version: str) -> Companion | None:
    """Complete for the packages of the table up to the knowledge date, as far as they have wheels."""
    from torchlint.world.tables.companions import BREAKS, COMPANIONS

    releases = COMPANIONS.get(package, {})
    if version not in releases:
        version = padded(version)
    row = releases.get(version)
    return Companion(package, version, *row, BREAKS.get(package, {}).get(version)) if row is not None else None


def companions_of(torch_version: str, package: str) -> tuple[str, ...]:
    """From exact pins, and where a release has none, from the projects' own tables."""
    from torchlint.world.tables.companions import PAIRS

    return PAIRS.get(padded(torch_version), {}).get(package, ())


def newest_companion(package: str, today: str, stale: bool) -> str | None:
    """By version among those out on `today`."""
    from torchlint.world.tables.companions import COMPANIONS

    if stale:
        return None
    return next((version for version, row in reversed(COMPANIONS.get(package, {}).items()) if row[0] <= today), None)


def _contains(specifier: str, version: str) -> bool:
    plain = _compared(specifier, version)
    if plain is not None:
        return plain
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(specifier).contains(version)


_SIGNS = {"==": (0,), "!=": (-1, 1), ">=": (0, 1), "<=": (-1, 0), ">": (1,), "<": (-1,)}


def _compared(specifier: str, version: str) -> bool | None:
    """What packaging says, whose import takes as long as a whole check; None unless final versions are compared."""
    asked = _final(version)
    for clause in specifier.split(","):
        clause = clause.strip(" ")
        sign = clause[: 2 if clause[1:2] == "=" else 1]
        other = _final(clause[len(sign) :].strip(" "))
        if asked is None or other is None or sign not in _SIGNS:
            return None
        if (asked > other) - (asked < other) not in _SIGNS[sign]:
            return False
    return True


def _final(version: str) -> tuple[int, ...] | None:
    """The numbers of a final version, without the zeros at its end; None for anything else."""
    numbers = numbers_of(version)
    while numbers and not numbers[-1]:
        numbers = numbers[:-1]
    return numbers

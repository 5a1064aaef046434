"""Requirements of which the package index has no release for the Python that they are installed for."""

from __future__ import annotations

from torchlint.model.wheels import PUBLIC, page_of
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Install, Requested
    from torchlint.syntax.requirement import Requirement
    from torchlint.world import World
    from torchlint.world.release_ranges import Pythons

OF_TORCH = ("torch", "torchvision", "torchaudio")
"""What other tables know by build."""

ANY_PYTHON = ("--ignore-requires-python", "--find-links")


class Unfit(NamedTuple):
    """A requirement that nothing can be installed for.

    `version`: the only one that it admits, or the oldest. `pythons`: those that something it admits is for.
    """

    requested: Requested
    version: str
    pythons: Pythons

    def fits(self, python: str, tool: str) -> bool | None:
        """Whether that tool finds something to install for a minor version; None if that is not known."""
        return self.pythons.fits(python, tool)


def unfit(build: Build, install: Install, world: World) -> tuple[Unfit, ...]:
    """Those of an install that surely counts, in its order; only of releases that World knows the files of."""
    python, base, shelf = install.python, install.command.before.base, install.shelf
    if python is None or shelf is None or not shelf.public or base.libc == "musl":
        return ()
    if build.machine(install.stage) != "x86_64" or any(option in install.options for option in ANY_PYTHON):
        return ()
    if any(install.command.before.variable(f"{tool}_IGNORE_REQUIRES_PYTHON") for tool in ("PIP", "UV")):
        return ()
    others = any(one.kind == "extra" and page_of(one.url) != PUBLIC for one in install.indexes or ())
    if others and install.tool != "pip":
        return ()
    pin = install.pin("torch")
    torch_for = shelf.pythons(pin.version, world) if pin is not None else None
    # Where torch has no wheel either, that is said of torch.
    if torch_for is not None and python not in torch_for:
        return ()
    found = []
    for one in install.requested:
        requirement = one.requirement
        if one.constraint or requirement.kind != "named" or not requirement.clauses or requirement.name in OF_TORCH:
            continue
        known = _of_pin(one, world) or _of_range(one, world)
        if known is None or known.fits(python, install.tool) is not False:
            continue
        if install.applies(one) and install.has(requirement.name) is False:
            found.append(known)
    return tuple(found)


def _of_pin(one: Requested, world: World) -> Unfit | None:
    version = _behind(one.requirement, ("==",))
    pythons = world.pythons_of(one.requirement.name, version) if version is not None else None
    return None if version is None or pythons is None else Unfit(one, version, pythons)


def _of_range(one: Requested, world: World) -> Unfit | None:
    """Only what is too new for a Python: a release to come may well be for newer ones, and not for older ones."""
    version = _behind(one.requirement, (">=", ">", "~="))
    pythons = world.pythons_from(one.requirement.name, version) if version is not None else None
    return None if version is None or pythons is None else Unfit(one, version, pythons)


def _behind(requirement: Requirement, operators: tuple[str, ...]) -> str | None:
    """The version behind the only one of these operators that a requirement has."""
    versions = [one.version for one in requirement.clauses if one.operator in operators]
    return versions[0] if len(versions) == 1 and not versions[0].endswith("*") else None

"""Requirements that an install surely builds from source, as no wheel is for the Python that it installs for."""

from __future__ import annotations

from torchlint.model.building import held, isolated
from torchlint.model.wheels import PUBLIC, page_of, specifiers, together
from torchlint.record import NamedTuple
from torchlint.world.compiled import minor_of
from torchlint.world.release_ranges import release_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from torchlint.model.build import Build
    from torchlint.model.command import Install, Requested
    from torchlint.world import World
    from torchlint.world.compiled import Compiled, Release, Unbuildable

ELSEWHERE = ("--only-binary", "--find-links", "--dry-run", "--ignore-requires-python")
"""Options with which something else than the source that the index has is taken, or nothing is built."""

SET = ("PIP_FIND_LINKS", "UV_FIND_LINKS", "PIP_ONLY_BINARY", "PIP_IGNORE_REQUIRES_PYTHON")
"""Variables that say the same."""

SHOWN = 3
"""Of how many requirements newer releases are named."""


class FromSource(NamedTuple):
    """A requirement of which no wheel is for the Python.

    `version`: the one that is built. `wheels`: the minor versions of Python 3 that it has wheels for. `later`: the
    first later release that has a wheel for this one. `program`: without what it surely cannot be built, "gcc" for any
    compiler of C, "cargo" or "cmake"; None if unknown. `fails`: why it cannot be built whatever there is.
    """

    requested: Requested
    version: str
    wheels: range
    later: str | None
    program: str | None
    fails: Unbuildable | None

    def __str__(self) -> str:
        """In words: "numpy 1.24.3 (for 3.8 to 3.11)"."""
        first, last = self.wheels.start, self.wheels.stop - 1
        told = f"3.{first}" if first == last else f"3.{first} to 3.{last}"
        return f"{self.requested.requirement.name} {self.version} ({f'for {told}' if self.wheels else 'for none'})"

    def listed(self, others: Sequence[FromSource]) -> str:
        """This and others in words, the first ones by name."""
        more = len(others) + 1 - SHOWN
        return ", ".join(map(str, (self, *others)[:SHOWN])) + (f" and {more} more" if more > 0 else "")

    def python(self, others: Iterable[FromSource], python: str) -> int | None:
        """The minor version next to a Python, an older one first, that this and others have wheels for."""
        first = max(one.wheels.start for one in (self, *others))
        last = min(one.wheels.stop for one in (self, *others)) - 1
        here = minor_of(python)
        return None if first > last else min(max(first, here), last)

    def advice(self, others: Iterable[FromSource], python: str) -> str:
        """What to do about this and others: "ask for numpy 1.26.0 or newer, or begin from Python 3.11"."""
        every = (self, *others)
        named = [f"{one.requested.requirement.name} {one.later}" for one in every[:SHOWN] if one.later is not None]
        minor = self.python(others, python)
        newer = f"ask for {' and '.join(named)} or newer" if len(named) == len(every[:SHOWN]) else ""
        begin = f"begin from Python 3.{minor}" if minor is not None else ""
        return ", or ".join(one for one in (newer, begin) if one) or "ask for other releases"


def from_source(build: Build, install: Install, world: World) -> tuple[FromSource, ...]:
    """Those of an install in its order; only of packages whose releases World knows."""
    python, shelf, state = install.python, install.shelf, install.command.before
    if python is None or shelf is None or not shelf.public or state.base.libc == "musl":
        return ()
    if install.tool not in ("pip", "uv") or build.machine(install.stage) != "x86_64":
        return ()
    places = [one.kind for one in install.indexes or () if page_of(one.url) != PUBLIC]
    if install.told(ELSEWHERE, SET) or "find-links" in places or (install.tool == "uv" and "extra" in places):
        return ()
    # Where torch has no wheel either, that is said of torch.
    pin = install.pin("torch")
    torch_for = shelf.pythons(pin.version, world) if pin is not None else None
    if torch_for is not None and python not in torch_for:
        return ()
    return tuple(_found(build, install, python, world))


def _found(build: Build, install: Install, python: str, world: World) -> Iterator[FromSource]:
    prepared = install.told(("--no-build-isolation", "--no-build-isolation-package"), ("PIP_NO_BUILD_ISOLATION",))
    seen = set()
    for one in install.requested:
        requirement = one.requirement
        name = requirement.name
        if one.constraint or requirement.kind != "named" or not requirement.clauses or name in seen:
            continue
        package = world.compiled(name)
        if package is None or not install.applies(one) or install.has(name) is not False:
            continue
        release = _taken(install, package, python)
        if release is None or not release.takes_source(python, install.tool):
            continue
        seen.add(name)
        fails = world.unbuildable(name, release.version, python)
        if fails is not None and (prepared or (fails.held and held(install))):
            fails = None
        if fails is not None and not fails.alone and isolated(build, install) is not True:
            fails = None
        later, program = package.wheeled_after(release.version, python), package.program(release.version)
        yield FromSource(one, release.version, release.wheels, later, program, fails)


def _taken(install: Install, package: Compiled, python: str) -> Release | None:
    """The release that is taken; None where that is unknown, or where one of those that may be taken has a wheel."""
    pin = install.pin(package.name)
    if pin is not None:
        return package.release(pin.version) if pin.label is None else None
    texts = specifiers(install, package.name)
    if texts is None or _reaches_wheel(texts, package, minor_of(python)):
        return None
    asked = together(texts)
    # What is open to newer releases may have got one with a wheel since.
    if asked is None or asked.prereleases or asked.contains("99999") or asked.contains(package.releases[-1].version):
        return None
    admitted = {one: one.takes_source(python, install.tool) for one in package.releases if asked.contains(one.version)}
    if False in admitted.values():
        return None
    return next((one for one, sourced in reversed(admitted.items()) if sourced), None)


def _reaches_wheel(texts: tuple[str, ...], package: Compiled, minor: int) -> bool:
    """Whether the newest release below all upper bounds has a wheel, or there are no bounds: that spares most ranges
    the loading of what reads them to the letter."""
    clauses = [clause.strip(" ") for text in texts for clause in text.split(",")]
    if not any(clause.startswith(("<", "~=", "==")) for clause in clauses):
        return True
    bounds = [release_key(one[1:].strip(" ")) for one in clauses if one.startswith("<") and not one.startswith("<=")]
    below = [
        release
        for release in package.releases
        if all(bound is None or (release_key(release.version) or bound) < bound for bound in bounds)
    ]
    return bool(bounds) and bool(below) and minor in below[-1].wheels

"""Exact versions that cannot be imported any more, as nothing keeps what they depend on from being too new for them."""

from __future__ import annotations

from torchlint.model.markers import applies
from torchlint.record import NamedTuple
from torchlint.world.outgrown import bound_of, cap, keeps
from torchlint.world.release_ranges import release_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.model.build import Build, Stage
    from torchlint.model.command import Command, Install, Requested
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Snapshot
    from torchlint.model.wheels import Pin
    from torchlint.world import World
    from torchlint.world.outgrown import Bound, Outgrown

HOLDING = ("UV_EXCLUDE_NEWER", "PIP_CONSTRAINT", "UV_CONSTRAINT", "UV_OVERRIDE", "PIP_NO_DEPS", "UV_RESOLUTION")
"""Variables that may keep releases old."""

OLDER = ("--no-deps", "--resolution", "--exclude-newer", "--uploaded-prior-to", "--pre", "--prerelease")
"""Options after which it is not the newest releases that are taken, with all that they need."""

MINORS_OF_NUMPY_2 = ("3.9", "3.10", "3.11", "3.12")
"""The Pythons of which it is known what keeps numpy below 2."""


NOT_BESIDE_TORCH = frozenset(
    "altair flask gdown gradio-client huggingface-hub itsdangerous notebook pyarrow torchmetrics transformers "
    "werkzeug".split()
)
"""What neither torch nor conda needs, so that images of pytorch/pytorch have no cause to bring it. Inferred from what
these ask for; no image was looked into."""

HOLDING_NUMPY = frozenset({"numba", "tensorflow", "tensorflow-cpu", "tensorflow-gpu"})
"""What may keep numpy so old that newer releases of what needs numpy stay away. Source: Requires-Dist of numba before
0.57 and of tensorflow 2.4 to 2.6; no other package that is often met does so."""

OF_PYTHON = ("", "-pip", "-dev", "-venv", "-setuptools", "-wheel", "-distutils", "-full", "-is-python3")
"""How packages of Debian go on behind "python3" or "python3.11" that bring nothing of that kind."""


class Broken(NamedTuple):
    """A requirement whose `import` fails. `by`: what it depends on and has not kept old enough, one row for each, first
    the one that Python complains of.
    `free`: no line says anything of these."""

    requested: Requested
    version: str
    by: tuple[Outgrown, ...]
    free: bool

    @property
    def fixed(self) -> str:
        """The first release that is well with all of these, "" if there is none."""
        fixed = [one.fixed for one in self.by]
        return "" if "" in fixed else max(fixed, key=lambda one: release_key(one) or ((), 0))


def broken(build: Build, install: Install, world: World) -> Iterator[Broken]:
    """Those of an install that surely are there as they stand, in every image that is made of it."""
    python, chosen = install.python, None
    for one in install.requested:
        name = one.requirement.name
        pin = None if one.constraint else install.pin(name)
        rows = world.outgrown(name, pin.version) if pin is not None and pin.requested is one else ()
        rows = tuple(row for row in rows if fits(row.python, python))
        if pin is None or not rows or not install.applies(one):
            continue
        chosen = chosen or Chosen(build, install, world)
        reached = tuple(row for row in rows if chosen.reaches(row.dependency, row.dropped, row.needs))
        if reached:
            newest = sorted(reached, key=lambda row: release_key(row.dropped) or ((), 0), reverse=True)
            by = {row.dependency: row for row in newest}
            told = {other.requirement.name for other in install.requested}
            free = not (one.declared or one.requirement.options) and told.isdisjoint(by)
            order = dict.fromkeys(row.dependency for row in reached)
            yield Broken(one, pin.version, tuple(by[dependency] for dependency in order), free)


class Chosen:
    """Which releases are there, once all has run that installs into the environment of an install. `until`: or all
    that runs before this command."""

    def __init__(self, build: Build, install: Install, world: World, until: Command | None = None) -> None:
        self.world, self.python = world, install.python or ""
        self._bounds: dict[str, Bound | str | None] = {}
        own, environment = build.stages[install.stage if until is None else until.stage], install.environment
        above = [one for one in build.stages if own in build.lineage(one.index)] if until is None else [own]
        stages = {stage.index for one in above for stage in build.lineage(one.index)}
        prefixes = {one.prefix for one in install.seen}
        run = None if until is None else {id(one.words) for one in _run(build, own, until)}
        self.installs = [
            one
            for one in build.installs()
            if one.stage in stages
            and (one.environment is None or one.environment.prefix in prefixes)
            and (run is None or id(one.command.words) in run)
        ]
        asked: set[str] = set()
        self.known = environment is not None and all(map(_plain, self.installs))
        self._absent = True
        for stage in above:
            there = stage.final if until is None else until.before
            last = there.environments.get(environment.prefix) if environment is not None else None
            if last is None or not _followed(there, _run(build, stage, until), last, world):
                self.known = False
                continue
            asked |= last.asked
            self._absent &= last.complete
            self.known &= all(one.source in ("pip", "uv", "base") for one in last.packages.values())
        brought = world.may_bring(asked) if self.known else None
        self.brought = frozenset() if brought is None else brought
        self.known &= brought is not None

    def reaches(self, dependency: str, release: str, needs: str = "") -> bool:
        """Whether the release of a dependency surely is this one or a newer one. `needs`: what this one needs of others
        at least, "click>=8.1.3": what keeps these older keeps it away."""
        key = release_key(release)
        if not self.known or key is None or dependency not in self.brought:
            return False
        if not self._absent and dependency not in NOT_BESIDE_TORCH:
            return False
        for name, _, version in (one.partition(">=") for one in needs.split()):
            least, above = release_key(version), self.bound(name)
            if name == "numpy" and not HOLDING_NUMPY.isdisjoint(self.brought):
                return False
            if isinstance(above, str) or (above is not None and (least is None or above <= (least, 0))):
                return False
        if dependency == "numpy":
            return self._numpy_2(key)
        found = self.bound(dependency)
        return not isinstance(found, str) and (found is None or (key, 1) <= found)

    def bound(self, name: str) -> Bound | str | None:
        """The newest release that may be taken of something; None for any, "?" if that is not known."""
        if name not in self._bounds:
            # What depends on itself by others is not kept old by that.
            self._bounds[name] = None
            self._bounds[name] = self._least(name)
        return self._bounds[name]

    def _least(self, name: str) -> Bound | str | None:
        found = list(self._said(name))
        for other in self.brought:
            if not keeps(other, name):
                continue
            above = self.bound(other)
            found.append("?" if isinstance(above, str) else cap(other, name, above, self.python))
        if "?" in found:
            return "?"
        bounds = [one for one in found if one is not None and not isinstance(one, str)]
        return min(bounds) if bounds else None

    def _said(self, name: str) -> Iterator[Bound | str | None]:
        """What the lines and constraints say of it."""
        for install in self.installs:
            for one in install.requested:
                requirement = one.requirement
                if requirement.name != name or applies(requirement.marker, install.python) is False:
                    continue
                if requirement.kind != "named" or requirement.marker:
                    yield "?"
                for clause in requirement.clauses:
                    if clause.operator not in (">=", ">", "!="):
                        yield bound_of(clause.operator, clause.version) or "?"

    def _numpy_2(self, key: tuple[tuple[int, ...], int]) -> bool:
        """Whether nothing keeps numpy below 2, and the release is one from before that or its first one."""
        if self.python not in MINORS_OF_NUMPY_2 or key > ((2,), -1):
            return False
        if any(isinstance(one, str) or (one is not None and one < (((2,), -1), 1)) for one in self._said("numpy")):
            return False
        for name in self.brought - {"numpy"}:
            bound = self.bound(name)
            exact = next((one.version for one in self._pins(name)), "")
            if (bound is not None and not exact) or self.world.numpy_need(name, exact, self.python) is None:
                return False
        return True

    def _pins(self, name: str) -> Iterator[Pin]:
        for install in self.installs:
            pin = install.pin(name)
            if pin is not None:
                yield pin


def _run(build: Build, stage: Stage, until: Command | None) -> Iterator[Command]:
    """All commands of a stage and those below it, or those before one."""
    for below in reversed(build.lineage(stage.index)):
        for step in below.steps:
            for one in step.commands:
                if until is not None and one.words is until.words:
                    return
                yield one


def _followed(there: Snapshot, commands: Iterable[Command], environment: Environment, world: World) -> bool:
    """Whether all that was installed into an environment is known, but for what an image of PyTorch had there."""
    if environment.kind == "system":
        brought = (name for name in there.packages if not _of_python(name))
        known = [world.apt_brings(name) for name in brought]
        return environment.complete and all(one is not None and not one.python3 for one in known)
    if there.base.kind != "pytorch":
        return environment.complete and environment.kind != "conda"
    return not any(one.unknown or one.name in ("conda", "mamba") for one in commands)


def _of_python(package: str) -> bool:
    rest = package.removeprefix("python").lstrip("0123456789.")
    return package.startswith("python") and rest in OF_PYTHON


def fits(oldest: str, python: str | None) -> bool:
    """Whether a minor version of Python 3 surely is that one or a later one."""
    if python is None or not python.startswith("3."):
        return False
    return int(python.partition(".")[2]) >= int(oldest.partition(".")[2])


def _plain(install: Install) -> bool:
    """Whether an install takes the newest releases of the public index, or of PyTorch's, that what it reads lets
    through."""
    if install.tool not in ("pip", "uv") or install.shelf is None or any(one in install.options for one in OLDER):
        return False
    # With hashes pip takes nothing that is not listed.
    if any(one.requirement.hashes for one in install.requested):
        return False
    return not install.told((), HOLDING)

"""Which torch each environment holds at the end of each stage: installs, copies and what may have changed it since.

What an install asks for counts only where it changes something: a torch that is there and good enough stays.
"""

from __future__ import annotations

from torchlint.model.conda_asked import beside_torch
from torchlint.model.conda_installer import BARE_IMAGES, brings_bare
from torchlint.model.markers import applies
from torchlint.model.torch_names import BOUND, WITH_VISION, WITHOUT_TORCH, apt_leaves, suits
from torchlint.model.wheels import brings_torch, is_label, same_version, taken_cuda
from torchlint.model.wheels import of_variant as of_variant
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.command import Command, Install
    from torchlint.model.environment import Distribution, Environment
    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Place
    from torchlint.world import World

ANY = "*"
"""The specifier of a torch of which any version will do."""

ELSEWHERE = ("--target", "--prefix", "--root")
"""Options that install beside an environment, maybe into another one."""

INSTALLERS = frozenset("conda install.py mim pdm pip pipenv poetry setup.py uv virtualenv".split())


class Torch(NamedTuple):
    """The torch of an environment. `version`: exact when `exact`, else the specifier that it satisfies; None unknown.

    `cuda`: "12.1", "cpu" or "rocm6.2". `source`: "base", "pip", "uv", "conda", "lock". `at`: what asked for it.
    """

    version: str | None
    cuda: str | None
    source: str | None
    exact: bool = False
    at: Place | None = None

    @property
    def there(self) -> bool:
        """True if there surely is one."""
        return self.version not in (None, "absent")

    @property
    def told(self) -> str:
        """Version and build, as in "2.4.1 for CUDA 12.1"."""
        build = "" if self.cuda is None else f" for CUDA {self.cuda}" if self.cuda[0].isdigit() else f" for {self.cuda}"
        return f"{self.version}{build}"


class Change(NamedTuple):
    """The torch of an environment before and after an install into it. `thrown`: the image's own that was taken out
    above, None if there was none."""

    before: Torch
    after: Torch
    thrown: Torch | None = None

    def replaced(self, install: Install) -> bool:
        """True if the install surely puts another torch in the place of the one that was there."""
        old, new = self.before, self.after
        if not old.exact or old.version is None or not new.there or new.version is None or install.refused:
            return False
        if not new.exact:
            return install.admits("torch", old.version) is False
        if not same_version(old.version.partition("+")[0], new.version.partition("+")[0]):
            return True
        return None not in (old.cuda, new.cuda) and old.cuda != new.cuda


UNKNOWN = Torch(None, None, None)
ABSENT = Torch("absent", "absent", "absent")


def held(build: Build, world: World) -> tuple[Mapping[str, Torch], ...]:
    """For each stage the torch of its environments in the end, by their key in the last snapshot."""
    return _History(build, world).follow()


def changes(build: Build, world: World) -> tuple[tuple[Mapping[str, Torch], ...], Mapping[int, Change]]:
    """`held`, and what each install does to the torch of its environment, by the install's `id`."""
    history = _History(build, world)
    return history.follow(), history.changes


class _History:
    """Follows every stage, command by command."""

    def __init__(self, build: Build, world: World) -> None:
        self.build = build
        self.world = world
        self.done: list[dict[str, Torch]] = []
        self.machine: str | None = None
        self.changes: dict[int, Change] = {}
        self.thrown: dict[tuple[int, str], Torch] = {}

    def follow(self) -> tuple[dict[str, Torch], ...]:
        for stage in self.build.stages:
            self.machine = self.build.machine(stage.index)
            self.done.append(self._stage(stage))
        return tuple(self.done)

    def _stage(self, stage: Stage) -> dict[str, Torch]:
        if stage.parent is not None:
            known = dict(self.done[stage.parent])
            above = [(key, one) for (index, key), one in self.thrown.items() if index == stage.parent]
            self.thrown.update(((stage.index, key), one) for key, one in above)
        else:
            reference = stage.base.reference
            bare = reference is not None and reference.familiar in BARE_IMAGES
            known = {
                key: ABSENT if bare and one.kind == "conda" else self._first(one)
                for key, one in stage.initial.environments.items()
            }
        for step in stage.steps:
            if not step.commands:
                self._copied(step, known)
                continue
            ends = [*(command.before for command in step.commands[1:]), step.after]
            for command, after in zip(step.commands, ends, strict=True):
                self._command(command, after, step, known)
        return {key: known.get(key, UNKNOWN) for key in stage.final.environments}

    def _first(self, environment: Environment) -> Torch:
        """Of an environment that was not made before our eyes."""
        torch = environment.packages.get("torch")
        if torch is not None:
            return self._stated(torch)
        bringing = environment.packages.get("torchvision") or environment.packages.get("torchaudio")
        if bringing is not None and bringing.sure and bringing.source == "uv" and bringing.version is None:
            # What a project asks for brings what it needs; a lock would list that.
            return Torch(ANY, None, bringing.source, at=bringing.at)
        return ABSENT if _lacks(environment) else UNKNOWN

    def _stated(self, torch: Distribution) -> Torch:
        """What a distribution says of itself."""
        asked = torch.specifier.removeprefix("==") if torch.specifier.startswith("==") else None
        exact = torch.version or (asked if asked and not set(asked) & set(",*") else None)
        if exact is None:
            return Torch(torch.specifier or ANY, None, torch.source, at=torch.at)
        label = (asked or "").partition("+")[2] or None
        cuda = of_variant(torch.variant or label, self.world) if torch.variant or is_label(label) else None
        return Torch(exact, cuda, torch.source, exact=True, at=torch.at)

    def _command(self, command: Command, after: Snapshot, step: Step, known: dict[str, Torch]) -> None:
        install = next((one for one in step.installs if one.command is command), None)
        before = command.before.environments
        for key, new in after.environments.items():
            old = before.get(key)
            if new is old:
                continue
            if old is None and new.kind != "user":
                bare = new.kind == "conda" and install is None and brings_bare(command)
                known[key] = ABSENT if bare else self._first(new)
                if install is not None and install.tool == "conda":
                    from torchlint.model.effects.conda_packages import WITHOUT_TORCH as PLAIN

                    own = install.environment or new
                    lacks = install.complete and own.packages.keys() <= PLAIN
                    self.changes[id(install)] = Change(ABSENT if lacks else self._first(own), known[key])
            elif install is not None and any(option in install.options for option in ELSEWHERE):
                known[key] = UNKNOWN
            elif install is not None:
                prior = known.get(key, ABSENT if old is None else UNKNOWN)
                known[key] = self._installed(install, prior, new)
                thrown = self.thrown.pop((step.stage, key), None) if "torch" in new.packages else None
                self.changes[id(install)] = Change(prior, known[key], thrown)
            elif old is None or new.packages.get("torch") is not old.packages.get("torch"):
                prior = known.get(key, UNKNOWN)
                known[key] = self._first(new)
                if prior.source == "base" and prior.exact and "torch" not in new.packages:
                    self.thrown[step.stage, key] = prior
                    if _uninstalls(command):
                        known[key] = ABSENT
            elif "uninstall" in command.values and "torch" in new.packages:
                # What is taken out are others.
                continue
            elif not (
                _mere_script(command) or beside_torch(command) or apt_leaves(known.get(key), command, self.world)
            ):
                known[key] = ABSENT if new.complete and _lacks(new) else UNKNOWN

    def _copied(self, step: Step, known: dict[str, Torch]) -> None:
        stage = step.copied.stage if step.copied is not None else None
        for key, new in step.after.environments.items():
            old = step.before.environments.get(key)
            if new is old:
                continue
            torch = new.packages.get("torch")
            same = None
            for other, environment in self.build.stages[stage].final.environments.items() if stage is not None else ():
                brought = environment.packages
                if brought is new.packages or (
                    brought and all(new.packages.get(name) is one for name, one in brought.items())
                ):
                    same = self.done[stage][other] if stage is not None else None
            if same is not None:
                known[key] = same
            elif old is None or torch is None or stage is None or torch is not old.packages.get("torch"):
                known[key] = self._first(new)

    def _installed(self, install: Install, prior: Torch, new: Environment) -> Torch:
        """The torch of an environment after an install into it, or into nobody knows which."""
        lines = [one.requirement for one in install.asks("torch")]
        counts = [applies(line.marker, install.python) for line in lines]
        asked = [line for line, sure in zip(lines, counts, strict=True) if sure]
        at = next((one.at for one in install.asks("torch") if one.requirement in asked), None)
        if None in counts or (asked and (not install.command.certain or install.environment is None)):
            return UNKNOWN
        if any(line.kind != "named" for line in asked):
            return self._of_file(install, [line.url or "" for line in asked])._replace(at=at)
        exact = self._by_companions(install)
        if not asked:
            return self._beside(install, prior, new, exact)
        anew = any(name in install.options for name in ("--force-reinstall", "--ignore-installed", "--reinstall"))
        pin = install.pin("torch")
        label = pin.label if pin is not None else None
        version = pin.version if pin is not None else exact
        if version is not None and version != exact:
            release = self.world.torch_release(version)
            version = release.version if release is not None else version
        if prior.exact and prior.version is not None and not anew:
            stays = install.admits("torch", prior.version)
            upgraded = not version and ("--upgrade" in install.options or _draws(install, prior))
            if stays is None or (stays and upgraded):
                return UNKNOWN
            if stays and (not version or same_version(prior.version.partition("+")[0], version)):
                if label is None or of_variant(label, self.world) == prior.cuda:
                    return prior
                return Torch(version, of_variant(label, self.world), install.tool, exact=True, at=at)
        specifier = ",".join(line.specifier for line in asked if line.specifier) or ANY
        clean = anew or prior is ABSENT or prior.exact
        if version:
            cuda = self._cuda(install, version, label) if clean or label is not None else None
            return Torch(version, cuda, install.tool, exact=True, at=at)
        cuda = self._cuda_of_any(install) if clean else None
        return Torch(specifier, cuda, install.tool, at=at)

    def _beside(self, install: Install, prior: Torch, new: Environment, exact: str | None) -> Torch:
        """After an install that does not name torch. `exact`: what its companions of torch need, "" if that is open."""
        eager = install.options.get("--upgrade-strategy")
        if not _whole(install) or (eager is not None and eager.value != "only-if-needed"):
            return UNKNOWN
        names = {one.requirement.name for one in install.requested if not one.constraint}
        if "--no-deps" in install.options:
            return prior
        bringing = brings_torch(install, self.world) if prior is ABSENT and install.command.certain else ()
        if bringing and not exact and install.environment is not None:
            return Torch(ANY, self._cuda_of_any(install), install.tool, at=bringing[0].at)
        vision = install.environment is not None and "torchvision" in install.environment.packages
        # An image that brings torch brings the torchvision of it.
        own = (prior.version or "") if prior.source == "base" and "--upgrade" not in install.options else ""
        disturbing = names & BOUND or (not vision and any(not suits(name, own) for name in names & WITH_VISION))
        if not disturbing:
            if prior.version is not None and prior is not ABSENT:
                return prior
            return ABSENT if prior is ABSENT and _lacks(new._replace(complete=True)) else UNKNOWN
        if not exact or not install.command.certain or install.environment is None:
            return UNKNOWN
        if prior.exact and prior.version is not None and same_version(prior.version.partition("+")[0], exact):
            return prior
        clean = prior is ABSENT or prior.exact
        cuda = self._cuda(install, exact, None) if clean else None
        at = next(one.at for one in install.requested if one.requirement.name in BOUND and not one.constraint)
        return Torch(exact, cuda, install.tool, exact=True, at=at)

    def _by_companions(self, install: Install) -> str | None:
        """The torch release that torchvision and its kin in the same install need; "" when one of them is open or
        unknown, None when there are none."""
        found: set[str] = set()
        for one in install.requested:
            name = one.requirement.name
            if one.constraint or name == "torch" or name not in BOUND:
                continue
            pin = install.pin(name)
            companion = self.world.companion(name, pin.version) if pin is not None else None
            found.add((companion.torch_exact if companion is not None else None) or "")
        return None if not found else found.pop() if len(found) == 1 else ""

    def _of_file(self, install: Install, urls: list[str]) -> Torch:
        """Of a wheel that is named by its address."""
        from torchlint.syntax.wheelname import wheel_name

        wheel = wheel_name(urls[0].replace("%2B", "+").replace("%2b", "+").partition("#")[0].rpartition("/")[2])
        if len(urls) > 1 or wheel is None:
            return UNKNOWN
        version, _, label = wheel.version.partition("+")
        return Torch(version, of_variant(label, self.world) if is_label(label) else None, install.tool, exact=True)

    def _cuda(self, install: Install, version: str, label: str | None) -> str | None:
        return taken_cuda(install, version, label, self.world, self.machine)

    def _cuda_of_any(self, install: Install) -> str | None:
        """The same for a torch whose version is open: known if all that may be chosen agree."""
        shelf = install.shelf
        if shelf is not None and not shelf.public and not shelf.everything and len(shelf.variants) == 1:
            return of_variant(shelf.variants[0], self.world)
        found = {self._cuda(install, version, None) for version in install.torch_versions(self.world)}
        return found.pop() if len(found) == 1 else None


def _lacks(environment: Environment) -> bool:
    """True if torch surely is not there: all that was installed is known not to bring it."""
    return environment.complete and all(
        one.name in WITHOUT_TORCH and (one.at is None or "[" not in one.at.source.text[slice(*one.at.span)])
        for one in environment.packages.values()
    )


def _whole(install: Install) -> bool:
    """True if nothing else is asked for: what NVIDIA's images constrain adds nothing."""
    if install.complete or install.command.before.base.kind != "ngc":
        return install.complete
    named = all(one.requirement.kind == "named" for one in install.requested)
    return named and "--requirement" not in install.options and None not in install.command.values


def _draws(install: Install, prior: Torch) -> bool:
    """True if pip may put another torch in the place of one that is there: it takes the newest of what is not there
    yet and then the torch that this needs, where uv takes what fits the torch that is there."""
    names = {one.requirement.name for one in install.requested if not one.constraint}
    if names & WITH_VISION:
        names.add("torchvision")
    # Images that bring torch bring these two.
    brought = ("torchvision", "torchaudio") if prior.source == "base" else ()
    return install.tool != "uv" and any(install.has(name) is not True for name in names & BOUND if name not in brought)


def _uninstalls(command: Command) -> bool:
    """True if it surely takes torch out of the only Python that is known."""
    sure = command.certain and len(command.before.environments) == 1
    return sure and "uninstall" in command.values and "torch" in command.values


def _mere_script(command: Command) -> bool:
    """True for a Python script or module that is no installer: such things do not exchange torch."""
    words = {(value or "").rsplit("/", 1)[-1] for value in command.values}
    return (command.name or "").startswith("python") and not words & INSTALLERS

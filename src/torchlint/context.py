"""What a rule may ask: the questions that lie between a subject and all the rest."""

from __future__ import annotations

from torchlint.installing import Installing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.bases import Base
    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.command import Command, Install, Requested
    from torchlint.model.compiling import Clone, Compiled
    from torchlint.model.conda_asked import CondaAsked
    from torchlint.model.conda_installer import Refusal
    from torchlint.model.displacing import Displacing
    from torchlint.model.entry import Entry
    from torchlint.model.extensions import BuiltFor
    from torchlint.model.family import Clash
    from torchlint.model.from_source import FromSource
    from torchlint.model.left_behind import LeftBehind
    from torchlint.model.numpy_choice import Bringer, OldTorch
    from torchlint.model.release_fit import Unfit
    from torchlint.model.synced import Synced
    from torchlint.model.tags import Misfit
    from torchlint.model.target import Target
    from torchlint.model.torch_floor import Unused
    from torchlint.model.torch_held import Change, Torch
    from torchlint.model.torchserve import TorchServe
    from torchlint.project import Project
    from torchlint.syntax.properties import Properties
    from torchlint.text import Place
    from torchlint.world import World

    TorchHistory = tuple[tuple[Mapping[str, Torch], ...], Mapping[int, Change]]


class Context(Installing):
    """What a rule may ask beside its subject. `build` is None for subjects that belong to no Dockerfile."""

    __slots__ = ("_clones", "_servers", "_torch", "build", "project", "world")

    def __init__(self, project: Project, world: World, build: Build | None = None) -> None:
        self.project = project
        self.world = world
        self.build = build
        self._clones: tuple[Clone, ...] | None = None
        self._servers: dict[int, TorchServe | None] = {}
        self._torch: TorchHistory | None = None

    def stage_of(self, subject: Step | Command | Install) -> Stage:
        """The stage a step, command or install belongs to."""
        assert self.build is not None, "only subjects of a Dockerfile have a stage"
        return self.build.stages[subject.stage]

    def ships(self, stage: Stage | int) -> bool:
        """True if the stage is one that gets shipped, not only built from."""
        assert self.build is not None, "only subjects of a Dockerfile have a stage"
        return (stage if isinstance(stage, int) else stage.index) in self.build.shipped

    def earlier(self, install: Install) -> tuple[Install, ...]:
        """The installs before it into the same environment, in its stage and in those below, the last one first."""
        assert self.build is not None, "an install has a build"
        environment = install.environment
        if environment is None:
            return ()
        stages = self.build.lineage(install.stage)
        found = [one for stage in stages for step in reversed(stage.steps) for one in reversed(step.installs)]
        return tuple(
            one
            for one in found[found.index(install) + 1 :]
            if one.environment is not None and one.environment.prefix == environment.prefix
        )

    def misnamed_wheel(self, one: Requested) -> str | None:
        """The file name that a requirement points at, if that ends like a wheel's and is none."""
        from torchlint.model.tags import misnamed

        return misnamed(one.requirement)

    def built_for(self, install: Install, one: Requested) -> BuiltFor | None:
        """The torch that a compiled extension among its requirements was built for; None where nothing says it."""
        from torchlint.model.extensions import built_for

        return built_for(install, one)

    def open_torch(self, install: Install) -> str | None:
        """The newest torch known that an install takes for `torch` without a version; None unless that is sure."""
        from torchlint.model.wheels import open_torch

        return open_torch(install, self.world)

    def clash(self, install: Install) -> Clash | None:
        """What it asks for of torch and of packages made for one torch that no torch release fulfils together."""
        from torchlint.model.family import clash

        return clash(install, self.world)

    def fitting(self, install: Install, name: str) -> str | None:
        """The newest release that surely can be installed there beside its torch; None where nobody can tell."""
        from torchlint.model.fitting import fitting

        return fitting(install, name, self.world)

    def numpy_bringer(self, install: Install) -> Bringer | None:
        """What it asks for that surely brings a numpy of the public index; None if nothing does."""
        from torchlint.model.numpy_choice import bringer

        return bringer(install, self.world)

    def unused_torch(self, install: Install) -> Unused | None:
        """The transformers that an install surely takes, if it uses no torch as old as the one that is there then."""
        from torchlint.model.torch_floor import unused

        return unused(install, self.torch_change(install), self.world)

    def torch_of_numpy_1(self, install: Install) -> OldTorch | None:
        """The torch of an install, or the one that is there, if it surely was built before numpy 2."""
        from torchlint.model.numpy_choice import old_torch

        return old_torch(install, self.build, self.earlier(install), self.world)

    def numpy_open(self, install: Install, *, demanded: bool = False) -> bool:
        """Whether nothing that it asks for or that comes with it, nor what is there unless numpy 2 is `demanded`, keeps
        numpy below 2."""
        from torchlint.model.numpy_choice import open_to_2

        return open_to_2(install, self.world, demanded=demanded)

    def contradictions(self, install: Install) -> tuple[tuple[Requested, Requested], ...]:
        """Pairs of its requirements that no release can fulfil together, the earlier one first, one for each name."""
        from torchlint.model.contradictions import contradictions

        return contradictions(install.requested, install.python)

    def unfit(self, install: Install) -> tuple[Unfit, ...]:
        """What it asks for that the public index surely has no release of for its Python."""
        from torchlint.model.release_fit import unfit

        return () if self.build is None else unfit(self.build, install, self.world)

    def from_source(self, install: Install) -> tuple[FromSource, ...]:
        """What it asks for that surely is built from source, as no wheel of it is for its Python."""
        from torchlint.model.from_source import from_source

        return () if self.build is None else from_source(self.build, install, self.world)

    def pip_from(self, install: Install, release: str) -> tuple[str, Place | None] | None:
        """The pip that runs an install if it surely is that release or a later one, and what brought it."""
        from torchlint.model.pip_release import pip_from

        return None if self.build is None else pip_from(self.build, install, release, self.earlier(install), self.world)

    def misfit(self, install: Install, one: Requested) -> Misfit | None:
        """Why the wheel that a requirement names surely is refused; None if it fits, is none or that is unknown."""
        from torchlint.model.tags import refusal

        return None if self.build is None else refusal(self.build, install, one, self.world)

    def taken_cuda(self, install: Install, torch: str, label: str | None) -> str | None:
        """What the wheel is built for ("12.1", "cpu") that an install takes of a package made for a torch release."""
        from torchlint.model.wheels import taken_cuda

        assert self.build is not None, "an install has a build"
        return taken_cuda(install, torch, label, self.world, self.build.machine(install.stage))

    def terms_unaccepted(self, command: Command) -> Place | None:
        """The installer of a conda that surely refuses a command, as nobody accepted the terms of Anaconda's channels;
        None when it does not or that cannot be known."""
        from torchlint.model.conda_terms import unaccepted

        return None if self.build is None else unaccepted(self.build, command, self.world)

    def installer_refused(self, command: Command) -> Refusal | None:
        """The installer of conda that a command runs and that surely stops, as the system's glibc is too old for it."""
        from torchlint.model.conda_installer import refusal

        return refusal(command, self.world)

    def conda_asked(self, command: Command) -> CondaAsked | None:
        """What a conda command asks for, on its line or in its environment file; None when it installs nothing or that
        cannot be known."""
        from torchlint.model.conda_asked import conda_asked

        return conda_asked(command)

    def beyond_runtime(self, base: Base) -> int | None:
        """The bytes that a devel image takes more than its runtime flavour; None where that is not known."""
        from torchlint.model.sizes import beyond_runtime

        return beyond_runtime(base, self.world)

    def checked(self, stage: Stage) -> bool:
        """Whether a step of the stage compares what was downloaded with a sum or a signature."""
        from torchlint.model.checksums import checked

        return checked(stage)

    def user_made(self, entry: Entry) -> Command | None:
        """The command that makes the last user of its stage, or of those that this is built on."""
        from torchlint.model.as_root import user_made

        return None if self.build is None else user_made(entry, self.build)

    def needs_root(self, entry: Entry) -> bool:
        """Whether what a Python program needs may be for root alone; also True where that is not known."""
        from torchlint.model.as_root import needs_root

        return self.build is None or needs_root(entry, self.build)

    def synced_torch(self, command: Command, names: tuple[str, ...]) -> Synced | None:
        """The first of these that a `uv sync` surely has to install from a known index; None if that is unknown."""
        from torchlint.model.synced import synced_torch

        return synced_torch(command, names)

    def torch_change(self, install: Install) -> Change | None:
        """The torch of the environment before and after an install into it; None when that cannot be known."""
        return self._history()[1].get(id(install))

    def stays(self, install: Install, name: str) -> bool | None:
        """Whether a release of what it asks for stays that is there; None when that cannot be known."""
        from torchlint.model.staying import stays

        return stays(install, name, self.earlier(install), self.torch_change(install), self.world)

    def left_behind(self, install: Install) -> tuple[LeftBehind, ...]:
        """What was made for the torch that was there, and surely does not load beside the one that it brings."""
        from torchlint.model.left_behind import left_behind

        held, changes = self._history()
        build = self.build
        return () if build is None else tuple(left_behind(build, install, changes.get(id(install)), held, self.world))

    def displacing(self, install: Install) -> tuple[Displacing, ...]:
        """Companions without a version whose newest release surely brings another torch than the one that is there."""
        from torchlint.model.displacing import displacing

        return displacing(install, self.torch_change(install), self.world)

    def torch_held(self, stage: Stage | int) -> Mapping[str, Torch]:
        """The torch of each environment at the end of a stage, by the environment's prefix."""
        return self._history()[0][stage if isinstance(stage, int) else stage.index]

    @property
    def target(self) -> Target:
        """Where the image will run, as far as the configuration says."""
        from torchlint.model.target import Target

        settings = self.build.input.settings if self.build is not None else None
        return Target((), None) if settings is None else Target(tuple(settings.gpu), settings.driver)

    def uses_gpu(self, stage: Stage) -> bool | None:
        """True if anything says that what a stage starts uses a GPU, False if it surely computes on the CPU."""
        from torchlint.model.gpu_use import uses_gpu

        return None if self.build is None else uses_gpu(self.build, stage, self.target)

    def torchserve(self, stage: Stage) -> TorchServe | None:
        """How a container of a stage starts TorchServe; None when it does not, or nobody knows."""
        if stage.index not in self._servers:
            from torchlint.model.torchserve import torchserve

            self._servers[stage.index] = torchserve(stage)
        return self._servers[stage.index]

    def properties(self, stage: Stage, path: str) -> Properties | None:
        """A Java properties file that lies in a stage in the end; None when it does not, or its text is unknown."""
        from torchlint.model.torchserve import properties_at

        return properties_at(stage, path)

    def compiles_with(self, command: Command) -> str | None:
        """The CUDA toolkit that a build of torch extensions finds when a command runs, as "12.1"; "absent" if there
        surely is none, None if that cannot be known."""
        from torchlint.model.toolkit import compiles_with

        return None if self.build is None else compiles_with(self.build, command, self.world)

    def lacks_cuda_folder(self, stage: Stage, folder: str) -> bool | None:
        """Whether a folder such as /usr/local/cuda-12.1 surely is not in a stage in the end; None when unknown."""
        from torchlint.model.toolkit import lacks_folder

        return None if self.build is None else lacks_folder(self.build, stage, self.world, folder)

    def lacks_source(self, command: Command) -> bool:
        """Whether a command is `source` in a dash that an image brings as /bin/sh, and its failure counts."""
        from torchlint.model.obstacles import lacks_source

        return lacks_source(command)

    def lacks_project_file(self, command: Command) -> str | None:
        """The pyproject.toml or uv.lock, as a path, that uv or poetry surely needs here and does not find."""
        from torchlint.model.project_missing import missing

        return missing(command)

    def lacks_project(self, command: Command) -> str | None:
        """The readme or package, as a path, that a `poetry install` of the project surely stops for."""
        from torchlint.model.poetry_root import missing

        assert self.build is not None, "a command has a build"
        stages = self.build.lineage(command.stage)
        every = [one for stage in reversed(stages) for step in stage.steps for one in step.commands]
        return missing(command, every[: every.index(command)])

    def unprepared(self, command: Command, script: tuple[Command, ...], entry: Entry | None = None) -> bool:
        """True if a command surely is `conda activate` in a shell that has not read conda's functions. `script`: all
        commands of that shell. `entry`: what starts it, where no step does."""
        from torchlint.model.hooks import unprepared

        return unprepared(command, script, entry)

    def another_sh(self, stage: Stage) -> bool:
        """Whether a step of a stage, or of one below it, may have made another shell the /bin/sh."""
        from torchlint.model.obstacles import another_sh

        stages = () if self.build is None else self.build.lineage(stage.index)
        return another_sh(step for one in stages for step in one.steps)

    def compiled(self, install: Install) -> tuple[Compiled, ...]:
        """The packages that an install surely compiles, and that hold CUDA code for torch."""
        from torchlint.model.compiling import compiled

        return () if self.build is None else compiled(self.build, install, self.world, self._all_clones())

    def built_with_torch(self, install: Install, one: Requested) -> str | None:
        """The name of what a requirement surely takes as a source that imports torch to be built, without asking for
        it; None for others."""
        from torchlint.model.compiling import built_with_torch

        clones = self._all_clones()
        return None if self.build is None else built_with_torch(self.build, install, one, self.world, clones)

    def _all_clones(self) -> tuple[Clone, ...]:
        if self._clones is None:
            from torchlint.model.compiling import clones

            self._clones = () if self.build is None else clones(self.build, self.world)
        return self._clones

    def _history(self) -> TorchHistory:
        if self._torch is None:
            from torchlint.model.torch_held import changes

            self._torch = changes(self.build, self.world) if self.build is not None else ((), {})
        return self._torch

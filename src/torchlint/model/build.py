"""Stages, steps and what ships: the prediction of one Dockerfile in its context."""

from __future__ import annotations

from torchlint.model import entry
from torchlint.model.images import Images
from torchlint.model.naming import platform_of
from torchlint.model.platforms import arguments as platform_arguments
from torchlint.model.reading import Reading
from torchlint.model.snapshot import Variable
from torchlint.model.step import Step as Step
from torchlint.model.steps import PLATFORM_ARGS, PREDEFINED_ARGS, Surroundings, follow
from torchlint.record import NamedTuple
from torchlint.syntax.dockerfile import Arg, From, Onbuild
from torchlint.syntax.words import UNSET, expand, variables
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.bases import Base
    from torchlint.model.command import Command, Install
    from torchlint.model.entry import Entry
    from torchlint.model.requirement import RequirementsFile
    from torchlint.model.snapshot import Snapshot
    from torchlint.model.variables import Variables
    from torchlint.project import Context, DockerfileInput, Project
    from torchlint.syntax.dockerfile import Dockerfile, Instruction
    from torchlint.syntax.words import Unset
    from torchlint.text import Source
    from torchlint.world import World


class Unknown(NamedTuple):
    """Something that could not be judged: what, where, and the way to tell torchlint."""

    message: str
    at: Place | None


class Stage:
    """One FROM and what follows. `parent` is the index of the stage it builds FROM, None for an outside image.

    `name`: as written after AS, else None. `initial` and `final`: its first and last snapshot. `entry`: what a
    container of it starts, None when nothing is set in the file or that cannot be known. `probe`: the commands of its
    HEALTHCHECK, as the container runs them.
    """

    __slots__ = ("at", "entry", "final", "index", "initial", "instruction", "name", "parent", "probe", "steps")

    def __init__(
        self,
        index: int,
        name: str | None,
        instruction: Instruction,
        at: Place,
        parent: int | None,
        steps: tuple[Step, ...],
        initial: Snapshot,
        final: Snapshot,
        entry: Entry | None,
        probe: tuple[Command, ...] = (),
    ) -> None:
        self.index = index
        self.probe = probe
        self.name = name
        self.instruction = instruction
        self.at = at
        self.parent = parent
        self.steps = steps
        self.initial = initial
        self.final = final
        self.entry = entry

    @property
    def base(self) -> Base:
        """The outside image at the bottom of this stage, through the local stages it builds FROM."""
        return self.initial.base

    @property
    def title(self) -> str:
        """How to call it in a message."""
        return f"stage '{self.name}'" if self.name is not None else f"stage {self.index}"


class Build(NamedTuple):
    """All stages of one Dockerfile in its context.

    `shipped`: indices of the stages that get shipped; `lineage` of one: itself and the stages it builds FROM.
    `requirements`: the requirements files that its installs read.
    """

    input: DockerfileInput
    dockerfile: Dockerfile
    source: Source
    context: Context
    stages: tuple[Stage, ...]
    shipped: frozenset[int]
    unknowns: tuple[Unknown, ...]
    requirements: tuple[RequirementsFile, ...]

    def lineage(self, index: int) -> tuple[Stage, ...]:
        """A stage and the local stages below it, the stage itself first."""
        found = [self.stages[index]]
        while found[-1].parent is not None:
            found.append(self.stages[found[-1].parent])
        return tuple(found)

    def machine(self, index: int) -> str | None:
        """The processor a stage is for: x86_64 unless its FROM says otherwise; None for others and unknown ones."""
        value = self.lineage(index)[-1].instruction.value
        flag = value.platform if isinstance(value, From) else None
        target = self.input.settings.platform or "linux/amd64"
        told = target if flag is None else flag.value or ""
        told = target if told.strip("${}") in ("TARGETPLATFORM", "BUILDPLATFORM") else told
        platform = platform_of(self.stages[index].base.reference) or told
        if platform in ("linux/amd64", "linux/x86_64"):
            return "x86_64"
        return "aarch64" if platform.startswith(("linux/arm64", "linux/aarch64")) else None

    def installs(self) -> tuple[Install, ...]:
        """Every install of every stage, in order."""
        return tuple(install for stage in self.stages for step in stage.steps for install in step.installs)

    @property
    def variables(self) -> Variables:
        """What can be asked about the variables that instructions mention."""
        from torchlint.model.variables import Variables

        return Variables(self.dockerfile)

    def archives_before(self, command: Command) -> tuple[Command, ...] | None:
        """The add-apt-repository commands before an apt command; None when it may ask archives added otherwise."""
        from torchlint.model.archives import added

        return added(self, command)

    def of_alpine(self, install: Install) -> bool:
        """Whether it surely goes to the Python of Alpine's packages, into which nothing above it put torch."""
        from torchlint.model.alpine import of_alpine

        return of_alpine(install, self)

    def in_shipped(self, stage: int) -> bool:
        """True if what the stage's steps leave behind is part of a shipped image."""
        return any(stage == one.index for shipped in self.shipped for one in self.lineage(shipped))

    @property
    def needed(self) -> frozenset[int] | None:
        """Indices of the shipped stages and of all that these need; None where a variable may name others."""
        from torchlint.model.needed import needed

        return needed(self)

    @property
    def needed_by_default(self) -> frozenset[int] | None:
        """As `needed`, if nobody gives the ARGs of FROM other values; None where one has none that is known."""
        from torchlint.model.needed import needed

        return needed(self, by_default=True)


def predict(input: DockerfileInput, project: Project, world: World) -> Build:
    """Follow every stage of a Dockerfile."""
    settings = project.settings_for(input.source.path)
    images = Images(world, tuple(settings.mirrors), settings.bases)
    args = {**_composed_args(input), **settings.build_args}
    platform = platform_arguments(settings.platform)
    around = Surroundings(input.parsed, input.context, world, images, Reading(), {}, args, [], {}, platform)
    predictor = _Predictor(around)
    for instruction in input.parsed.instructions:
        predictor.instruction(instruction)
    predictor.end_stage()
    stages = tuple(predictor.stages)
    return Build(
        input,
        input.parsed,
        input.source,
        input.context,
        stages,
        _shipped(stages, settings.target_stage or input.target, input, around),
        tuple(predictor.unknowns),
        _requirements(stages, around.reading),
    )


class _Predictor:
    """Walks the instructions, stage by stage."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.stages: list[Stage] = []
        self.unknowns: list[Unknown] = []
        self._globals: dict[str, Variable] = {}
        self._opened: tuple[Instruction, From, str | None, int | None, Snapshot] | None = None
        self._steps: list[Step] = []
        self._state: Snapshot | None = None
        self._triggers: dict[int, list[Instruction]] = {}

    def instruction(self, instruction: Instruction) -> None:
        """Follow one instruction."""
        value = instruction.value
        if isinstance(value, From):
            self.end_stage()
            self._begin(instruction, value)
        elif self._state is None:
            if isinstance(value, Arg):
                self._global(value)
        elif isinstance(value, Onbuild):
            self._triggers.setdefault(len(self.stages), []).append(value.inner)
        else:
            self._step(instruction)

    def end_stage(self) -> None:
        """Close the open stage."""
        if self._opened is None or self._state is None:
            return
        instruction, _, name, parent, initial = self._opened
        index = len(self.stages)
        state = self._state
        at = Place(self.around.dockerfile.source, instruction.span)
        starts = entry.combine(state, index, self.around.world, self.around.reading)
        probe = entry.probe(state, index, self.around.world, self.around.reading)
        steps = tuple(self._steps)
        if starts is not None:
            starts = starts._replace(stages=self.stages)
        self.stages.append(Stage(index, name, instruction, at, parent, steps, initial, state, starts, probe))
        self.around.by_index.append(state)
        if name is not None:
            self.around.by_name[name.lower()] = index
        self._opened = None
        self._steps = []

    def _global(self, value: Arg) -> None:
        source = self.around.dockerfile.source
        for item in value.items:
            at = Place(source, item.span)
            if item.name in self.around.build_args:
                self._globals[item.name] = Variable(self.around.build_args[item.name], at, "arg")
            else:
                said = None if item.default is None else self._expand(item.default.text)
                said = self.around.platform.get(item.name) if item.default is None else said
                origin = "platform" if item.name in PLATFORM_ARGS else "arg"
                self._globals[item.name] = Variable(said, at, origin, overridable=True)

    def _expand(self, text: str) -> str | None:
        def lookup(name: str) -> str | Unset | None:
            known = self._globals.get(name)
            if known is not None:
                return known.value
            return self.around.platform.get(name, None if name in PREDEFINED_ARGS else UNSET)

        return expand(text, lookup, self.around.dockerfile.escape).value

    def _begin(self, instruction: Instruction, value: From) -> None:
        around = self.around
        name = self._expand(value.image.text)
        at = Place(around.dockerfile.source, value.image.span)
        parent = around.by_name.get(name.lower()) if name is not None else None
        if parent is not None:
            # A stage that builds on another inherits its ENV, its ARGs and its files.
            state = self.stages[parent].final
        else:
            used = [one.name for one in variables(value.image.text, around.dockerfile.escape)]
            argument = next((one for one in used if one in self._globals and self._globals[one].overridable), None)
            state = around.images.start(name or None, at, argument=argument)
            if state.base.kind is None:
                self._unknown_base(value, name, at)
        around = around._replace(global_args=dict(self._globals))
        self.around = around
        alias = value.alias.text if value.alias is not None else None
        self._opened = (instruction, value, alias, parent, state)
        self._state = state
        for trigger in self._triggers.get(parent, ()) if parent is not None else ():
            self._step(trigger)

    def _unknown_base(self, value: From, name: str | None, at: Place) -> None:
        if name:
            said = f"base {name} is unknown: interpreter, packages and start were not checked"
            mend = "describe it under [tool.torchlint.bases]"
        else:
            said = f"base {value.image.text} has no value here: interpreter, packages and start were not checked"
            used = (one.name for one in variables(value.image.text, self.around.dockerfile.escape))
            names = [one for one in used if one in self._globals]
            # Without an ARG above the first FROM the option does nothing.
            mend = f"say it with --build-arg {names[0]}=VALUE" if names else "declare it with ARG above the first FROM"
        self.unknowns.append(Unknown(f"{said}; {mend}", at))

    def _step(self, instruction: Instruction) -> None:
        assert self._state is not None, "a step belongs to a stage"
        stage, number = len(self.stages), len(self._steps)
        before = self._state
        outcome = follow(instruction, before, self.around, stage=stage, step=number)
        at = Place(self.around.dockerfile.source, instruction.span)
        self._steps.append(Step(number, stage, instruction, at, before, outcome))
        self._state = outcome.after


def _composed_args(input: DockerfileInput) -> dict[str, str | None]:
    """The build arguments that Compose and bake files give."""
    if not input.composed:
        return {}
    from torchlint.project.composed import agreed

    return agreed(input.composed)


def _shipped(
    stages: tuple[Stage, ...], target: str | None, input: DockerfileInput, around: Surroundings
) -> frozenset[int]:
    """The stage that the user names, else the last one, those that Compose and bake files name, and stages with an
    entry of their own that nothing builds on."""
    if not stages:
        return frozenset()
    if target is not None:
        from torchlint.model.steps import stage_named

        named = stage_named(target, around)
        if named is not None:
            return frozenset({named})
    used = {stage.parent for stage in stages} | {
        step.copied.stage for stage in stages for step in stage.steps if step.copied is not None
    }
    with_entry = {
        stage.index
        for stage in stages
        if stage.index not in used and any(step.instruction.keyword in ("CMD", "ENTRYPOINT") for step in stage.steps)
    }
    if input.composed:
        from torchlint.model.steps import stage_named

        composed = {stage_named(service.target, around) for service in input.composed if service.target}
        with_entry |= {index for index in composed if index is not None}
    return frozenset(with_entry | {stages[-1].index})


def _requirements(stages: tuple[Stage, ...], reading: Reading) -> tuple[RequirementsFile, ...]:
    """The requirements files that installs read, each with the installs that read it."""
    readers: dict[int, list[Install]] = {}
    for stage in stages:
        for step in stage.steps:
            for install in step.installs:
                for place in install.files:
                    readers.setdefault(id(place.source), []).append(install)
    if not readers:
        return ()
    from torchlint.model.requirement import files_read

    return files_read(reading, readers)

"""What rules are asked about: the subjects of each build and of the files beside it."""

from __future__ import annotations

from torchlint import requirement_triggers, triggers
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from torchlint.model.build import Build, Step
    from torchlint.model.command import Install
    from torchlint.model.requirement import RequirementLine, RequirementsFile
    from torchlint.project import Project
    from torchlint.syntax.dockerfile import Instruction
    from torchlint.world import World


class Group:
    """All subjects of one kind in file order, with the words that can trigger a rule about them."""

    __slots__ = ("_words_at", "subjects")

    def __init__(self, subjects: Iterable[Any], words: Callable[[Any], Iterable[str | None]] | None = None) -> None:
        self.subjects = list(subjects)
        self._words_at: dict[str | None, list[int]] = {}
        if words is not None:
            for index, subject in enumerate(self.subjects):
                for word in dict.fromkeys(words(subject)):
                    self._words_at.setdefault(word, []).append(index)

    def chosen(self, when: tuple[str, ...]) -> list[Any]:
        """The subjects with one of the words, all if none is asked for."""
        if not when:
            return self.subjects
        hits: set[int] = set()
        for word in when:
            if word in self._words_at:
                hits.update(self._words_at[word])
            elif " & " in word:
                one, other = word.split(" & ")
                hits.update(set(self._words_at.get(one, ())).intersection(self._words_at.get(other, ())))
        return [self.subjects[index] for index in sorted(hits)] if hits else []


def of_build(build: Build, text: str, world: World) -> dict[str, Group]:
    """The subjects of a build. `text`: its Dockerfile and whatever says what to install, in lower case."""
    steps = [step for stage in build.stages for step in stage.steps]
    installs = [install for step in steps for install in step.installs]
    entries = [stage.entry for stage in build.stages if stage.entry is not None and stage.index in build.shipped]
    above = [item.name for one in _above_from(build) for item in getattr(one.value, "items", ())]
    exposes = any(step.instruction.keyword == "EXPOSE" for step in steps)
    begun = [stage.initial for stage in build.stages]
    begun += [step.after for step in steps if step.copied is not None and step.copied.image is not None]
    based = any("torch" in one.packages for state in begun for one in state.environments.values())
    often: dict[tuple[int, str], int] = {}
    for step in steps:
        place = step.stage, step.instruction.keyword
        often[place] = often.get(place, 0) + 1

    def of_step(step: Step) -> Iterator[str | None]:
        keyword = step.instruction.keyword
        if often[step.stage, keyword] > 1:
            yield f"{keyword} again"
        yield from triggers.of_step(step, build.context)

    def of_install(install: Install) -> Iterator[str]:
        if based:
            yield "torch in an image"
        if install is not installs[0]:
            yield "after another"
        yield from requirement_triggers.of_install(install, text)

    return {
        "Build": Group([build], lambda one: triggers.of_dockerfile(one, above)),
        "Stage": Group(build.stages, lambda stage: triggers.of_stage(stage, above, world)),
        "Step": Group(steps, of_step),
        "Command": Group(
            (command for step in steps for command in step.commands), lambda one: triggers.of_command(one, world)
        ),
        "Install": Group(installs, of_install),
        "Entry": Group(entries, lambda entry: triggers.of_entry(entry, build, exposes=exposes)),
    }


def _above_from(build: Build) -> Iterator[Instruction]:
    """The ARGs before the first FROM."""
    for one in build.dockerfile.instructions:
        if one.keyword == "FROM":
            return
        if one.keyword == "ARG":
            yield one


def lines_of(file: RequirementsFile) -> Iterator[RequirementLine]:
    """What a requirements file asks for, line by line."""
    from torchlint.model.requirement import RequirementLine
    from torchlint.syntax.requirements import Requirement

    for line in file.document.lines:
        if isinstance(line, Requirement):
            yield RequirementLine(file.document, line, Place(file.source, line.span))


def requirements(project: Project, builds: Iterable[Build]) -> Iterator[RequirementsFile]:
    """Each file once: with the installs of all builds that read it, else on its own."""
    found: dict[str, RequirementsFile] = {}
    for build in builds:
        for file in build.requirements:
            known = found.get(file.source.path)
            if known is not None:
                installs = tuple(dict.fromkeys((*known.reached_by, *file.reached_by)))
                file = known._replace(reached_by=installs, constraint=known.constraint and file.constraint)
            found[file.source.path] = file
    for source in project.requirements:
        if source.path not in found:
            from torchlint.model.requirement import RequirementsFile
            from torchlint.syntax.requirements import parse

            name = source.path.rpartition("/")[2]
            found[source.path] = RequirementsFile(parse(source), source, (), name.startswith("constraints"))
    return iter(found.values())

"""What rules are asked about: the subjects of each build and of the files beside it."""

from __future__ import annotations

from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.command import Command, Install
    from torchlint.model.entry import Entry
    from torchlint.model.requirement import RequirementLine, RequirementsFile
    from torchlint.project import Project


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
        hits = {index for word in when for index in self._words_at.get(word, ())}
        return [self.subjects[index] for index in sorted(hits)]


def of_build(build: Build) -> dict[str, Group]:
    steps = [step for stage in build.stages for step in stage.steps]
    entries = [stage.entry for stage in build.stages if stage.entry is not None and stage.index in build.shipped]
    return {
        "Build": Group([build], _complaints),
        "Stage": Group(build.stages, _of_stage),
        "Step": Group(steps, _of_step),
        "Command": Group((command for step in steps for command in step.commands), _of_command),
        "Install": Group((install for step in steps for install in step.installs), _of_install),
        "Entry": Group(entries, _of_entry),
    }


def _complaints(build: Build) -> Iterator[str]:
    return (problem.kind for problem in (*build.dockerfile.problems, *build.dockerfile.notes))


def _of_stage(stage: Stage) -> Iterator[str | None]:
    base = stage.base
    if base.reference is not None:
        yield f"{base.reference.repository.rpartition('/')[2]}-image"
        if base.reference.tag in (None, "latest"):
            yield "latest-image"
    yield from (f"{word}-image" for word in (base.kind, base.flavour) if word)
    if base.cuda is not None:
        yield f"{base.cuda.status}-image"
    if base.unmaintained is not None:
        yield "unmaintained-image"
    for step in stage.steps:
        if step.installs:
            yield "installs"
        yield from (command.name for command in step.commands)
    if stage.entry is not None:
        yield from (command.name for command in stage.entry.commands)


def _of_step(step: Step) -> Iterator[str | None]:
    keyword = step.instruction.keyword
    yield keyword
    yield from (f"{keyword} --{flag.name}" for flag in step.instruction.flags)
    if step.installs:
        yield "installs"
    yield from (command.name for command in step.commands)


def _of_command(command: Command) -> Iterator[str | None]:
    yield command.name
    if command.piped:
        yield f"{command.name} |"


def _of_install(install: Install) -> Iterator[str]:
    for one in install.requested:
        yield one.requirement.name
        yield f"a {one.requirement.kind}"
    if install.missing:
        yield "missing-file"


def _of_entry(entry: Entry) -> Iterator[str | None]:
    yield "shell-form" if entry.shell_form else "exec-form"
    yield from (command.name for command in entry.commands)


def of_file(file: RequirementsFile) -> Iterator[str]:
    """The words of a requirements file."""
    if file.document.problems:
        yield "unreadable"


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

"""Rules times subjects: what there is to say about a project."""

from __future__ import annotations

from torchlint import catalog
from torchlint.context import Context
from torchlint.findings import Severity
from torchlint.record import NamedTuple
from torchlint.said import Said, findings, stage_at, stage_of
from torchlint.subjects import Group, lines_of, of_build, requirements
from torchlint.text import Place, Span
from torchlint.triggers import of_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TypeAlias

    from torchlint.catalog import Entry
    from torchlint.findings import Finding, Problem
    from torchlint.ignores import Silencer
    from torchlint.model.build import Build, Unknown
    from torchlint.model.requirement import RequirementsFile
    from torchlint.project import Failure, Project
    from torchlint.rule import Rule
    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.text import Source
    from torchlint.world import World

    Selection: TypeAlias = Callable[[Entry, str], bool]
    """Whether a rule is wanted for the file of that path, as shown."""


class Crash(NamedTuple):
    """A rule, or "prediction", that failed on a file: our own mistake, never the user's."""

    rule: str
    path: str
    error: str


class Counts(NamedTuple):
    """How many files of each kind were looked at, and how many findings were silenced."""

    dockerfiles: int
    requirements: int
    environments: int
    suppressed: int


class Report(NamedTuple):
    """All there is to say. `findings` are sorted by path, position and rule; those with `suppressed` set are among
    them only if asked for. `unknowns`: what could not be judged, each once. `builds`: the predictions made."""

    findings: tuple[Finding, ...]
    unknowns: tuple[Unknown, ...]
    failures: tuple[Failure, ...]
    crashed: tuple[Crash, ...]
    notes: tuple[str, ...]
    counts: Counts
    builds: tuple[Build, ...]


def check(
    project: Project,
    *,
    world: World,
    selection: Selection | None = None,
    show_suppressed: bool = False,
    require_reason: bool = False,
    rules: tuple[Entry, ...] | None = None,
) -> Report:
    """Ask every rule that is wanted. `rules` are those to choose from: by default all that are installed."""
    run = _Run(project, world, selection, catalog.entries() if rules is None else rules)
    run.predict()
    run.ask_all()
    run.silence(require_reason)
    found = findings(run.said.values(), project.rooted)
    unknowns: dict[str, Unknown] = {}
    for build in run.builds:
        for unknown in build.unknowns:
            unknowns.setdefault(unknown.message, unknown)
    silenced = sum(finding.suppressed is not None for finding in found)
    return Report(
        findings=tuple(finding for finding in found if show_suppressed or finding.suppressed is None),
        unknowns=tuple(unknowns.values()),
        failures=project.failures,
        crashed=tuple(run.crashed),
        notes=project.notes,
        counts=Counts(len(project.dockerfiles), len(run.requirements), len(project.environments), silenced),
        builds=tuple(run.builds),
    )


class _Run:
    """One check while it goes on."""

    def __init__(self, project: Project, world: World, selection: Selection | None, rules: tuple[Entry, ...]) -> None:
        self.project = project
        self.world = world
        self.selection = selection
        self.rules = rules
        self.builds: list[Build] = []
        self.requirements: list[RequirementsFile] = []
        self.crashed: list[Crash] = []
        self.said: dict[tuple[str, str, Span, str], Said] = {}
        self._loaded: dict[str, Rule[Any] | None] = {}
        self._wanted: dict[str, list[Entry]] = {}

    def predict(self) -> None:
        """Make every build, and find every requirements file once, however it is reached."""
        if self.project.dockerfiles:
            from torchlint.model.build import predict

            for dockerfile in self.project.dockerfiles:
                try:
                    self.builds.append(predict(dockerfile, self.project, self.world))
                except Exception as error:
                    self.crashed.append(Crash("prediction", dockerfile.source.path, _told(error)))
        self.requirements = list(requirements(self.project, self.builds))

    def ask_all(self) -> None:
        """Every wanted rule about everything but suppressions."""
        paths = list(_sources(self.project, self.builds, self.requirements))
        for entry in self.rules:
            if self.selection is None or any(self.selection(entry, path) for path in paths):
                self._wanted.setdefault(entry.subject, []).append(entry)
        for build in self.builds:
            on = Context(self.project, self.world, build)
            text = _mentioning(build, self.project)
            for kind, group in of_build(build, text).items():
                self._ask(kind, group, on, build.source.path, text)
        on = Context(self.project, self.world)
        self._ask("Project", Group([self.project]), on, "")
        for file in self.requirements:
            text = file.source.text.lower()
            self._ask("RequirementsFile", Group([file], of_file), on, file.source.path, text)
            lines = Group(lines_of(file), lambda line: (line.requirement.name,))
            self._ask("RequirementLine", lines, on, file.source.path, text)

    def silence(self, require_reason: bool) -> None:
        """Apply the suppression comments, then ask the rules about them."""
        silencers = _silencers(self.project, self.builds, self.requirements)
        self._apply(silencers)
        crashed = {crash.rule for crash in self.crashed}
        on = Context(self.project, self.world)
        for path, silencer in silencers.items():
            ran = {
                entry.name
                for kind, wanted in self._wanted.items()
                for entry in wanted
                if kind != "Suppressions" and entry.name not in crashed and self._wants(entry, path)
            }
            subject = silencer.report(self.rules, ran, require_reason)
            if subject is not None:
                self._ask("Suppressions", Group([subject]), on, path)
        self._apply(silencers)

    def _apply(self, silencers: dict[str, Silencer]) -> None:
        for said in self.said.values():
            silencer = silencers.get(said.problem.at.source.path)
            if silencer is not None and said.suppressed is None:
                said.suppressed = silencer.silence(said.entry, said.problem.at.span.start)

    def _wants(self, entry: Entry, path: str) -> bool:
        return self.selection is None or self.selection(entry, path)

    def _ask(self, kind: str, group: Group, on: Context, path: str, text: str = "") -> None:
        """Every wanted rule about these subjects; a crash is noted once per rule and file."""
        if not group.subjects:
            return
        for entry in self._wanted.get(kind, ()):
            subjects = group.chosen(entry.when)
            if subjects and entry.mentions and not any(word in text for word in entry.mentions):
                continue
            rule = self._rule(entry) if subjects else None
            if rule is None:
                continue
            try:
                for subject in subjects:
                    for problem in rule.check(subject, on):
                        self._note(entry, rule, problem, subject, on.build)
            except Exception as error:
                self.crashed.append(Crash(entry.name, path, _told(error)))

    def _rule(self, entry: Entry) -> Rule[Any] | None:
        if entry.name not in self._loaded:
            try:
                self._loaded[entry.name] = catalog.load(entry)
            except Exception as error:
                self._loaded[entry.name] = None
                self.crashed.append(Crash(entry.name, "", _told(error)))
        return self._loaded[entry.name]

    def _note(self, entry: Entry, rule: Rule[Any], problem: Problem, subject: Any, build: Build | None) -> None:
        source, span = problem.at
        if not self._wants(entry, source.path):
            return
        if build is not None and entry.family != "syntax":
            problem = _where_it_is_built(problem, rule, build)
        key = (entry.name, source.path, span, problem.message)
        said = self.said.get(key)
        if said is None:
            said = self.said[key] = Said(entry, rule, problem, stage_of(problem.at, subject, build))
        else:
            said.also(problem)
        if build is not None:
            at = getattr(subject, "at", None) or Place(build.source, Span(0, 0))
            said.reached.setdefault(build.source.path, (build, at))


def _where_it_is_built(problem: Problem, rule: Rule[Any], build: Build) -> Problem:
    """A build that stops is an error where the stage is built: BuildKit leaves out what no shipped stage needs."""
    if (problem.outcome or rule.outcome) != "build" or (problem.severity or rule.severity) != "error":
        return problem
    index = stage_at(problem.at, build)
    needed = build.needed if index is not None else None
    if index is None or needed is None or index in needed:
        return problem
    message = f"{problem.message}; no shipped stage needs this one, so only a build with --target gets here"
    return problem._replace(severity=Severity.WARNING, message=message)


def _mentioning(build: Build, project: Project) -> str:
    """The Dockerfile, and whatever file says what to install, in lower case."""
    found = {id(one): one for one in (build.source, *(file.source for file in build.requirements))}
    found.update((id(one), one) for one in project.environments)
    found.update((id(one.at.source), one.at.source) for install in build.installs() for one in install.requested)
    return "\n".join([source.text for source in found.values()]).lower()


def _sources(
    project: Project, builds: Iterable[Build], requirements: Iterable[RequirementsFile]
) -> dict[str, tuple[Source, Dockerfile | None]]:
    """Every file that is checked, by path; Dockerfiles as they were read."""
    found: dict[str, tuple[Source, Dockerfile | None]] = {
        source.path: (source, None) for source in (*project.environments, *(file.source for file in requirements))
    }
    found.update((build.source.path, (build.source, build.dockerfile)) for build in builds)
    return found


def _silencers(
    project: Project, builds: Iterable[Build], requirements: Iterable[RequirementsFile]
) -> dict[str, Silencer]:
    """Files with suppression comments; the reader of these is only loaded if a file may hold one."""
    words = ("torchlint", "hadolint", "skip=")
    found: dict[str, Silencer] = {}
    for path, (source, dockerfile) in _sources(project, builds, requirements).items():
        if any(word in source.text for word in words):
            from torchlint.ignores import Silencer

            found[path] = Silencer(source, dockerfile)
    return found


def _told(error: Exception) -> str:
    """An exception in one line, with the place in the code where it was raised."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = "" if frame is None else f" ({frame.tb_frame.f_code.co_filename.rpartition('/')[2]}:{frame.tb_lineno})"
    return f"{type(error).__name__}: {error}{where}"

"""Rules times subjects: what there is to say about a project."""

from __future__ import annotations

from torchlint import catalog
from torchlint.context import Context
from torchlint.record import NamedTuple
from torchlint.requirement_triggers import of_file
from torchlint.said import Said, as_it_is_built, findings, stage_of
from torchlint.subjects import Group, lines_of, of_build, requirements
from torchlint.text import Place, Span

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
    from torchlint.shellcheck.asking import Round
    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.text import Source
    from torchlint.world import World

    Selection: TypeAlias = Callable[[Entry, str], bool]
    """Whether a rule is wanted for the file of that path, as shown."""


class Crash(NamedTuple):
    """A rule, or "prediction", that failed on a file: our own mistake, or that of a pack."""

    rule: str
    path: str
    error: str
    pack: bool = False

    @property
    def told(self) -> str:
        """What happened, in one line."""
        on = f" on {self.path}" if self.path else ""
        who = f"the pack's rule {self.rule} failed{on}" if self.pack else f"internal error in {self.rule}{on}"
        return f"{who}: {self.error}"


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
    more_rules: Callable[[str], bool] = lambda _path: False,
    shell: Callable[[str], bool] = lambda _path: False,
) -> Report:
    """Ask every rule that is wanted. `rules` are those to choose from: by default torchlint's own. `more_rules` says
    whether comments in the file of that path may name rules of packs that are not among them, `shell` whether
    ShellCheck is to read its shell commands."""
    run = _Run(project, world, selection, catalog.entries() if rules is None else rules)
    run.predict()
    asked = run.ask_shellcheck(shell)
    try:
        run.ask_all()
        run.hear(asked)
    finally:
        if asked is not None:
            asked.close()
    run.silence(require_reason, more_rules)
    found = findings(run.said.values(), project.rooted)
    unknowns: dict[str, Unknown] = {}
    for unknown in (*(one for build in run.builds for one in _unknowns(build)), *run.unknowns):
        unknowns.setdefault(unknown.message, unknown)
    silenced = sum(finding.suppressed is not None for finding in found)
    return Report(
        findings=tuple(finding for finding in found if show_suppressed or finding.suppressed is None),
        unknowns=tuple(unknowns.values()),
        failures=(*project.failures, *run.failures),
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
        self.failures: list[Failure] = []
        self.unknowns: list[Unknown] = []
        self.heard: frozenset[str] = frozenset()
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
            for kind, group in of_build(build, text, self.world).items():
                self._ask(kind, group, on, build.source.path, text)
        on = Context(self.project, self.world)
        self._ask("Project", Group([self.project]), on, "")
        for file in self.requirements:
            text = file.source.text.lower()
            self._ask("RequirementsFile", Group([file], of_file), on, file.source.path, text)
            lines = Group(lines_of(file), lambda line: (line.requirement.name,))
            self._ask("RequirementLine", lines, on, file.source.path, text)

    def ask_shellcheck(self, wanted: Callable[[str], bool]) -> Round | None:
        """ShellCheck, at work on the Dockerfiles for which it is wanted."""
        builds = [build for build in self.builds if wanted(build.source.path)]
        if not builds:
            return None
        from torchlint.shellcheck.asking import Round

        try:
            return Round(builds)
        except Exception as error:
            self.crashed.append(Crash("shell", builds[0].source.path, _told(error)))
            return None

    def hear(self, asked: Round | None) -> None:
        """Take what ShellCheck says, but for what a rule has said already at that place."""
        if asked is None:
            return
        self.unknowns += asked.unknowns
        said = [(one.entry, (one.problem.at, *(related.at for related in one.related))) for one in self.said.values()]
        try:
            for entry, problem, step, build, url in asked.told(said):
                self._note(entry, problem, step, build, url)
        except Exception as error:
            self.crashed.append(Crash("shell", asked.paths[0], _told(error)))
            return
        if asked.trouble:
            more = f" and those of {len(asked.paths) - 1} more" if len(asked.paths) > 1 else ""
            from torchlint.project import Failure

            self.failures.append(Failure(asked.paths[0], f"its shell commands{more} were not checked: {asked.trouble}"))
        else:
            self.heard = frozenset(asked.paths)

    def silence(self, require_reason: bool, more_rules: Callable[[str], bool]) -> None:
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
            if path in self.heard:
                ran |= self._asked_of_shellcheck(silencer.names, path)
            subject = silencer.report(self.rules, ran, require_reason, all_known=more_rules(path))
            if subject is not None:
                self._ask("Suppressions", Group([subject]), on, path)
        self._apply(silencers)

    def _asked_of_shellcheck(self, names: Iterable[str], path: str) -> set[str]:
        """Those of the names in suppression comments for which ShellCheck was asked."""
        from torchlint.shellcheck.codes import FAMILY, entry, is_code

        return {name for name in names if name == FAMILY or (is_code(name) and self._wants(entry(name), path))}

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
                        self._note(entry, problem, subject, on.build)
            except Exception as error:
                self.crashed.append(_crash(entry, path, error))

    def _rule(self, entry: Entry) -> Rule[Any] | None:
        if entry.name not in self._loaded:
            try:
                self._loaded[entry.name] = catalog.load(entry)
            except Exception as error:
                self._loaded[entry.name] = None
                self.crashed.append(_crash(entry, "", error))
        return self._loaded[entry.name]

    def _note(self, entry: Entry, problem: Problem, subject: Any, build: Build | None, url: str | None = None) -> None:
        source, span = problem.at
        if not self._wants(entry, source.path):
            return
        # By what the rule says: how mild it is depends on the stage, and the same from two stages is one finding.
        key = (entry.name, source.path, span, problem.message)
        if build is not None and entry.family not in ("syntax", "shell"):
            built = as_it_is_built(problem, entry, subject, build)
            if built is None:
                return
            problem = built
        said = self.said.get(key)
        if said is None:
            said = self.said[key] = Said(entry, problem, stage_of(problem.at, subject, build), url)
        else:
            said.also(problem)
        if build is not None:
            at = getattr(subject, "at", None) or Place(build.source, Span(0, 0))
            said.reached.setdefault(build.source.path, (build, at))


def _unknowns(build: Build) -> tuple[Unknown, ...]:
    """What could not be judged of a Dockerfile: its unknown bases, then what of it and its installs is not there."""
    if all(one.complete for one in build.installs()) and not build.dockerfile.fragment:
        return build.unknowns
    from torchlint.model.unread import unread

    return (*build.unknowns, *unread(build))


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


def _crash(entry: Entry, path: str, error: Exception) -> Crash:
    """A rule that failed; one of a pack says itself what happened."""
    if entry.file:
        from torchlint.packs.code import Fault

        if isinstance(error, Fault):
            return Crash(entry.name, path, str(error), pack=True)
    return Crash(entry.name, path, _told(error))


def _told(error: Exception) -> str:
    """An exception in one line, with the place in the code where it was raised."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = "" if frame is None else f" ({frame.tb_frame.f_code.co_filename.rpartition('/')[2]}:{frame.tb_lineno})"
    return f"{type(error).__name__}: {error}{where}"

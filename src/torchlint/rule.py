"""What a rule is: one function from a subject to problems, declared in one line."""

from __future__ import annotations

from torchlint.findings import Confidence, Outcome, Severity
from torchlint.record import Generic, TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torchlint.findings import Problem
    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.command import Command, Install
    from torchlint.project import Project
    from torchlint.world import World

S = TypeVar("S")


class Context:
    """What a rule may ask beside its subject. `build` is None for subjects that belong to no Dockerfile."""

    __slots__ = ("build", "project", "world")

    def __init__(self, project: Project, world: World, build: Build | None = None) -> None:
        self.project = project
        self.world = world
        self.build = build

    def stage_of(self, subject: Step | Command | Install) -> Stage:
        """The stage a step, command or install belongs to."""
        assert self.build is not None, "only subjects of a Dockerfile have a stage"
        return self.build.stages[subject.stage]

    def ships(self, stage: Stage | int) -> bool:
        """True if the stage is one that gets shipped, not only built from."""
        assert self.build is not None, "only subjects of a Dockerfile have a stage"
        return (stage if isinstance(stage, int) else stage.index) in self.build.shipped


class Rule(Generic[S]):
    """A declared rule. Its name and family are its file's and folder's, given by the catalogue."""

    __slots__ = ("by_date", "check", "confidence", "outcome", "severity", "strict", "subject", "when")

    def __init__(
        self,
        subject: type[S],
        severity: Severity,
        outcome: Outcome,
        check: Callable[[S, Context], Iterator[Problem]],
        *,
        when: tuple[str, ...],
        by_date: bool,
        strict: bool,
        confidence: Confidence,
    ) -> None:
        self.subject = subject
        self.severity = severity
        self.outcome = outcome
        self.check = check
        self.when = when
        self.by_date = by_date
        self.strict = strict
        self.confidence = confidence


def rule(
    subject: type[S],
    severity: Severity,
    outcome: Outcome,
    *,
    when: tuple[str, ...] = (),
    by_date: bool = False,
    strict: bool = False,
    confidence: Confidence = Confidence.HIGH,
) -> Callable[[Callable[[S, Context], Iterator[Problem]]], Rule[S]]:
    """Declare a rule about `subject`.

    `when`: words; the rule is asked only about subjects that have one of them, and not loaded where none has. Empty:
    about all. The words of a
    - Build: the kinds of the file's problems and notes ("malformed-json").
    - Stage: of its base the last part of the name, the kind, the flavour and the status of a CUDA tag ("python-image",
      "cuda-image", "devel-image", "removed-image"), "latest-image" without a release's tag, "unmaintained-image"; the
      programs that its steps and its entry run ("source"); "installs" if a step has installs.
    - Step: its keyword, alone and with each flag ("COPY", "COPY --from"); its programs; "installs" if it has any.
    - Command: its program ("curl"), and that with a bar if its output is read by the next one ("curl |").
    - Install: the distributions it asks for ("torch"), the kinds of its requirements ("a vcs", "a url");
      "missing-file" if a file that it reads is not there.
    - Entry: "exec-form" or "shell-form"; its programs.
    - RequirementsFile: "unreadable" if it has a line that cannot be read.
    - RequirementLine: the distribution ("torch").

    `by_date`: what it says may change with World's `today`.

    `strict`: right, but not worth stopping for; asked only under the profile "strict" or when selected.
    """

    def declare(check: Callable[[S, Context], Iterator[Problem]]) -> Rule[S]:
        return Rule(subject, severity, outcome, check, when=when, by_date=by_date, strict=strict, confidence=confidence)

    return declare

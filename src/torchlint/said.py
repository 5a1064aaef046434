"""Problems as rules say them, made into findings: merged, placed, fingerprinted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from torchlint.findings import Confidence, Finding, Outcome, Related, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from torchlint.catalog import Entry
    from torchlint.findings import Problem, Suppression
    from torchlint.model.build import Build
    from torchlint.model.command import Command
    from torchlint.model.step import Step
    from torchlint.text import Place


class Said:
    """A problem with who said it and from where; `reached` are the builds whose subjects led to it. `url`: where more
    is said of it."""

    __slots__ = ("entry", "problem", "reached", "related", "stage", "suppressed", "url")

    def __init__(self, entry: Entry, problem: Problem, stage: str | None, url: str | None = None) -> None:
        self.entry = entry
        self.problem = problem
        self.stage = stage
        self.related = list(problem.related)
        self.reached: dict[str, tuple[Build, Place]] = {}
        self.suppressed: Suppression | None = None
        self.url = url

    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts by path, position, rule and message."""
        source, span = self.problem.at
        return source.path, *span, self.entry.name, self.problem.message

    def also(self, problem: Problem) -> None:
        """The same again, perhaps seen from elsewhere: the worse one counts."""
        self.related += [related for related in problem.related if related not in self.related]
        own, other = ((one.severity or Severity(self.entry.severity)).rank for one in (self.problem, problem))
        if other < own:
            self.problem = problem

    def places(self) -> tuple[Related, ...]:
        """The rule's related places, and one in each Dockerfile if several led here."""
        seen = {related.at.source.path for related in self.related} | {self.problem.at.source.path}
        ways = [at for _, at in self.reached.values() if at.source.path not in seen] if len(self.reached) > 1 else []
        related = [*self.related, *(Related(at, "reached from here") for at in ways)]
        return tuple(Related(one.at, _words(one.message)) for one in related)


def stage_of(at: Place, subject: Any, build: Build | None) -> str | None:
    """Name or number of the stage a problem belongs to: the one it stands in, else that of its subject."""
    if build is None:
        return None
    index = stage_at(at, build) if at.source is build.source else getattr(subject, "stage", None)
    return None if index is None else build.stages[index].name or str(index)


def stage_at(at: Place, build: Build) -> int | None:
    """The stage in which a place of the Dockerfile lies; None above the first one and in other files."""
    index = None
    for stage in build.stages if at.source is build.source else ():
        if stage.at.span.start <= at.span.start:
            index = stage.index
    return index


def as_it_is_built(problem: Problem, entry: Entry, subject: Any, build: Build) -> Problem | None:
    """A problem, milder where a build does not get to it unless it is told to; None in a script that no shell reads."""
    step = _step_at(problem.at, build)
    if step is not None and step.problems and step.refused is not None:
        return None
    if (problem.severity or entry.severity) == "info":
        return problem
    commands = _commands_at(problem.at, step)
    if not commands:
        commands = [one for one in (getattr(subject, "command", subject),) if hasattr(one, "dead")]
    given = [one.dead for one in commands]
    if not given or None in given:
        return _where_it_is_built(problem, entry, subject, build)
    names = next((names for names in given if names), None)
    who = (
        "as the file stands no build gets here" if names is None else f"only a build with another {names[0]} gets here"
    )
    return problem._replace(severity=Severity.INFO, message=f"{problem.message}; {who}")


def _step_at(at: Place, build: Build) -> Step | None:
    """The instruction in which a place of the Dockerfile lies."""
    index = stage_at(at, build)
    steps = () if index is None else build.stages[index].steps
    return next((one for one in steps if one.at.source is at.source and one.at.span.contains(at.span)), None)


def _commands_at(at: Place, step: Step | None) -> list[Command]:
    """The commands of a RUN in which a place lies, each time that they are met."""
    commands = () if step is None else step.commands
    return [one for one in commands if one.at.source is at.source and one.at.span.contains(at.span)]


def _where_it_is_built(problem: Problem, entry: Entry, subject: Any, build: Build) -> Problem:
    """A build that stops is an error where the stage is built: BuildKit leaves out what no shipped stage needs."""
    if (problem.outcome or entry.outcome) != "build" or (problem.severity or entry.severity) != "error":
        return problem
    inside = problem.at.source is build.source
    index = stage_at(problem.at, build) if inside else getattr(subject, "stage", None)
    built = build.needed_by_default if index is not None else None
    if index is None or (built is not None and index in built):
        return problem
    if built is None:
        from torchlint.model.needed import needed

        if index in (needed(build, surely=True) or ()):
            return problem
        message = f"{problem.message}; whether a shipped stage needs this one is up to a --build-arg or --target"
    elif build.needed is None:
        message = (
            f"{problem.message}; only another --build-arg or --target gets here, as no shipped stage needs this one"
        )
    else:
        message = f"{problem.message}; no shipped stage needs this one, so only a build with --target gets here"
    # A stage without a name is nobody's target.
    severity = Severity.WARNING if build.needed is None or build.stages[index].name else Severity.INFO
    return problem._replace(severity=severity, message=message)


def findings(everything: Iterable[Said], rooted: Callable[[str], str]) -> list[Finding]:
    """Sorted, with messages decoded, each with its fingerprint. `rooted` gives the paths that fingerprints go by."""
    seen: dict[tuple[str, ...], int] = {}
    paths: dict[str, str] = {}
    found: list[Finding] = []
    for one in sorted(everything, key=Said.order):
        problem = one.problem
        path = problem.at.source.path
        if path not in paths:
            paths[path] = rooted(path)
        identity = (one.entry.name, paths[path], one.stage or "", _normal(one))
        ordinal = seen[identity] = seen.get(identity, -1) + 1
        fix = problem.fix
        if fix is not None:
            from torchlint.offered import offered

            fix, comment = offered(fix, [build for build, _ in one.reached.values()])
            one.related += [] if comment is None else [comment]
        found.append(
            Finding(
                rule=one.entry.name,
                family=one.entry.family,
                severity=problem.severity or Severity(one.entry.severity),
                confidence=problem.confidence or Confidence(one.entry.confidence),
                outcome=problem.outcome or Outcome(one.entry.outcome),
                message=_words(problem.message),
                help=_words(problem.help),
                at=problem.at,
                related=one.places(),
                stage=one.stage,
                fixes=() if fix is None else (fix._replace(title=_words(fix.title)),),
                suppressed=one.suppressed,
                estimate_bytes=problem.estimate_bytes,
                fingerprint=_hashed("\0".join((*identity, str(ordinal)))),
                url=one.url,
                secret=problem.secret,
            )
        )
    return found


def _normal(said: Said) -> str:
    """The words a problem points at, blanks evened out; of a whole instruction only its keyword."""
    source, span = said.problem.at
    for build, _ in said.reached.values():
        if build.source is source:
            instructions = build.dockerfile.instructions
            first = bisect_left(instructions, span.start, key=lambda one: one.span.start)
            end = bisect_right(instructions, span.end, key=lambda one: one.span.end)
            if first < end:
                return " ".join(one.keyword for one in instructions[first:end])
    text = source.text[span.start : span.end].translate({9: " ", 10: " ", 13: " "})
    return " ".join(word for word in text.split(" ") if word)


def _hashed(text: str) -> str:
    """FNV-1a of 64 bits. It keeps nobody out, and hashlib would cost every start some milliseconds."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8", "surrogatepass"):
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def _words(text: str) -> str:
    """A rule's words, in which pieces of source text are held as latin-1; what is no UTF-8 then is text already."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text

"""Every law that a fix must keep, asked of what was seen before it and after it."""

from __future__ import annotations

from torchlint.findings import Confidence, Outcome, Severity
from torchlint.fix.moves import Moves
from torchlint.fix.novelty import left, news
from torchlint.fix.second_reader import second_fault
from torchlint.fix.shapes import Fault, Need
from torchlint.fix.untouched import dockerfile_fault, other_fault, requirements_fault, text_fault
from torchlint.text import Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from torchlint.findings import Finding
    from torchlint.fix.shapes import Candidate, Seen


def fault(
    batch: Sequence[Candidate],
    texts: Mapping[str, tuple[str, str]],
    moved: Mapping[str, Moves],
    before: Seen,
    after: Seen,
) -> Fault | None:
    """The first law that the fixes of `batch` break together, None if they keep all. `texts`: the files that they
    change, before and after; `moved`: what they move in these.

    The places of the candidates' findings are those of the text that was planned on: `before` is seen on that, with
    fixes accepted since then, in which case `batch` holds places as they are after those.
    """
    for path, (old, new) in texts.items():
        why = text_fault(old, new, moved[path], path)
        if why is not None:
            return why
    return (
        _unreadable(before, after)
        or _structure(batch, texts, moved, before, after)
        or _findings(batch, moved, before, after)
        or _prediction(batch, before, after)
    )


def _unreadable(before: Seen, after: Seen) -> Fault | None:
    for failure in after.report.failures:
        if failure not in before.report.failures:
            return Fault(f"{failure.path} {failure.message}")
    known = {(crash.rule, crash.path) for crash in (*before.report.crashed, *before.guard.crashed)}
    for crash in (*after.report.crashed, *after.guard.crashed):
        if (crash.rule, crash.path) not in known:
            return Fault(f"{crash.rule} fails on the result: {crash.error}", ours=not crash.pack)
    return None


def _structure(
    batch: Sequence[Candidate],
    texts: Mapping[str, tuple[str, str]],
    moved: Mapping[str, Moves],
    before: Seen,
    after: Seen,
) -> Fault | None:
    then = {one.source.path: one.parsed for one in before.project.dockerfiles}
    now = {one.source.path: one.parsed for one in after.project.dockerfiles}
    requirements = _requirements(before)
    for path, (old, new) in texts.items():
        moves, places = moved[path], _places(batch, path)
        if path in then:
            if path not in now:
                return Fault(f"{path} would be no Dockerfile", ours=True)
            why = dockerfile_fault(then[path], now[path], moves, places)
            why = why or second_fault(then[path], now[path], moves, path)
        elif path in requirements:
            from torchlint.syntax.requirements import parse

            why = requirements_fault(parse(Source(path, old)), parse(Source(path, new)), moves, places)
        else:
            why = other_fault(path, old, new)
        if why is not None:
            return why
    return None


def _requirements(seen: Seen) -> set[str]:
    found = {source.path for source in seen.project.requirements}
    return found.union(file.source.path for build in seen.report.builds for file in build.requirements)


def _places(batch: Iterable[Candidate], path: str) -> list[Span]:
    return [one.finding.at.span for one in batch if one.finding.at.source.path == path]


def _findings(batch: Sequence[Candidate], moved: Mapping[str, Moves], before: Seen, after: Seen) -> Fault | None:
    still = left(batch, after.report.findings, moved)
    if still is not None:
        return Fault(f"{still.finding.rule} says the same after it", ours=True)
    least = max(one.finding.severity.rank for one in batch)
    mended = [one.finding for one in batch]
    for was, now in ((before.report, after.report), (before.guard, after.guard)):
        for one in news(was.findings, now.findings, moved, mended):
            if one.severity.rank > least or _hidden(one, mended) or _uncovered(one, mended, before, moved):
                continue
            # Each alone: what one uncovers must not hide what another one brings.
            if len(batch) > 1 or not _behind(one, mended[0], before, moved):
                return Fault(f"it would bring {_said(one)}")
    return None


def _behind(one: Finding, was: Finding, before: Seen, moved: Mapping[str, Moves]) -> bool:
    """Whether it could not be seen, as it stands below the line where the build surely stopped, and the fix takes
    nothing away but from that instruction."""
    path, (start, end) = was.at.source.path, was.at.span
    surely = (was.severity, was.confidence, was.outcome) == (Severity.ERROR, Confidence.HIGH, Outcome.BUILD)
    file = next((file for file in before.project.dockerfiles if file.source.path == path), None)
    if not surely or one.at.source.path != path or set(moved) != {path} or file is None:
        return False
    instruction = next((one.span for one in file.parsed.instructions if one.span.contains(Span(start, start))), None)
    text, moves = file.source.text, moved[path]
    below = text.find("\n", end) + 1 or len(text)
    return instruction is not None and moves.only_in(instruction) and one.at.span.start >= moves.offset(below)


def _hidden(one: Finding, mended: Iterable[Finding]) -> bool:
    """Whether an import that fails could not be seen, as the container surely did not start at all."""
    return one.outcome is Outcome.IMPORT and any(
        was.outcome is Outcome.START
        and (was.severity, was.confidence) == (Severity.ERROR, Confidence.HIGH)
        and (was.at.source.path, was.stage) == (one.at.source.path, one.stage)
        for was in mended
    )


def _uncovered(one: Finding, mended: Iterable[Finding], before: Seen, moved: Mapping[str, Moves]) -> bool:
    """Whether it was only not seen in an instruction that was read otherwise than it was meant: nothing fails of it, or
    the container did not start before either."""
    path, at = one.at.source.path, one.at.span.start
    file = next((file for file in before.project.dockerfiles if file.source.path == path), None)
    if file is None:
        return False
    for was in mended:
        start = was.at.span.start
        if was.family != "syntax" or was.at.source.path != path or one.severity.rank < was.severity.rank:
            continue
        here = next((here.span for here in file.parsed.instructions if here.span.contains(Span(start, start))), None)
        moves = moved[path]
        inside = here is not None and moves.offset(here.start) <= at <= moves.offset(here.end)
        if inside and (one.outcome in (Outcome.RISK, Outcome.WASTE) or one.outcome is was.outcome is Outcome.START):
            return True
    return False


def _said(one: Finding) -> str:
    line = one.at.source.line_at(one.at.span.start)
    return f"{one.severity.value}[{one.rule}] in line {line} of {one.at.source.path}: {one.message}"


def _prediction(batch: Sequence[Candidate], before: Seen, after: Seen) -> Fault | None:
    """Only asked of batches whose members need the same."""
    need = batch[0].need
    if need is Need.NOTHING:
        return None
    from torchlint.fix.sameness import compare

    now = {build.source.path: build for build in after.report.builds}
    for build in before.report.builds:
        made = now.get(build.source.path)
        if made is None:
            return Fault(f"{build.source.path} can no longer be predicted", ours=True)
        found = compare(build, made, before.world, content_only=need is Need.CONTENT).differences
        if found:
            return Fault(f"it is claimed to be safe, but {'; '.join(found[:3])}", ours=True)
    return None

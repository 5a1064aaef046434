"""What no fix claims is as it was: instructions, comments and lines, as our own readers see them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from torchlint.fix.shapes import Fault
from torchlint.text import MARK, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    from torchlint.fix.moves import Moves
    from torchlint.syntax import SyntaxProblem
    from torchlint.syntax.dockerfile import Dockerfile, Instruction
    from torchlint.syntax.requirements import RequirementsFile
    from torchlint.text import Source

    class _Spanned(Protocol):
        @property
        def span(self) -> Span: ...


def text_fault(before: str, after: str, moves: Moves, path: str) -> Fault | None:
    """What a fix must not do to any file: mix line ends, lose the byte order mark, break the encoding."""
    lines, marks = before.count("\n"), before.count("\r\n")
    if lines and (
        (marks == lines and after.count("\r\n") != after.count("\n")) or (marks == 0 and after.count("\r\n"))
    ):
        return Fault(f"it would mix line ends in {path}", ours=True)
    claimed = before.startswith(MARK) and moves.place(0) < 0
    if before.startswith(MARK) != after.startswith(MARK) and not claimed:
        return Fault(f"it would lose the byte order mark of {path}", ours=True)
    if _is_utf8(before) and not _is_utf8(after):
        return Fault(f"it would leave bytes in {path} that are no UTF-8", ours=True)
    return None


def _is_utf8(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def dockerfile_fault(before: Dockerfile, after: Dockerfile, moves: Moves, places: Iterable[Span]) -> Fault | None:
    """Every instruction, comment and directive that is not claimed is read as it was, and nothing stands between
    that no change explains. Claimed is what a change touches, and what holds one of `places`."""
    claimed = _claimed(before.instructions, moves, places)
    there = {one.span: one for one in after.instructions}
    expected: set[Span] = set()
    extents: list[Span] = []
    for index, one in enumerate(before.instructions):
        if index in claimed:
            extents.append(Span(moves.offset(one.span.start), moves.offset(one.span.end)))
            continue
        span = moves.span(one.span)
        expected.add(span)
        if span not in there or not _alike(one, there[span]):
            return Fault(_otherwise(before.source, one.span), ours=True)
    begins = [extent.start for extent in extents]
    for span in there:
        if span in expected or moves.new(span):
            continue
        # What was claimed may have become several.
        number = bisect_right(begins, span.start) - 1
        if number < 0 or span.start > extents[number].end:
            return Fault(_otherwise(after.source, span), ours=True)
    comments = {one.span for one in after.comments}
    for comment in before.comments:
        if not moves.touches(comment.span) and moves.span(comment.span) not in comments:
            return Fault(f"the comment in line {before.source.line_at(comment.span.start)} would be lost", ours=True)
    merged = _merged([before.instructions[index] for index in claimed], after, moves)
    if merged is not None:
        return Fault(f"it would make one word of two in line {before.source.line_at(merged.start)}", ours=True)
    if {one[:2] for one in before.directives} != {one[:2] for one in after.directives}:
        if not any(moves.touches(one.span) for one in before.directives):
            return Fault("the directives at the top of the file would be read otherwise", ours=True)
    return _problems(before.problems, after.problems)


def _claimed(spans: Sequence[_Spanned], moves: Moves, places: Iterable[Span]) -> set[int]:
    """The numbers of those that a change touches or that hold one of `places`; they stand in order."""
    found = {index for index, one in enumerate(spans) if moves.touches(one.span)}
    starts = [one.span.start for one in spans]
    for place in places:
        index = max(bisect_right(starts, place.start) - 1, 0)
        while index < len(spans) and starts[index] <= max(place.start, place.end - 1):
            if spans[index].span.end >= place.start:
                found.add(index)
            index += 1
    return found


def _merged(claimed: Iterable[Instruction], after: Dockerfile, moves: Moves) -> Span | None:
    """An element of a JSON list that got words, which no shell will tell apart."""
    there = {one.span.start: one for one in after.instructions}
    for one in claimed:
        start = moves.offset(one.span.start)
        # Where one was taken away begins what stood below it.
        now = there.get(start) if start != moves.offset(one.span.end) else None
        was = _words(one)
        if now is None or not was:
            continue
        for word in set(_words(now)) - set(was):
            if any(word.startswith(f"{old} ") or word.endswith(f" {old}") for old in was if old and " " not in old):
                return one.span
    return None


def _words(instruction: Instruction) -> tuple[str, ...]:
    """What an exec form starts; nothing where that is a shell, whose script is one element."""
    from torchlint.model.invocation import SHELLS
    from torchlint.syntax.dockerfile import Exec

    value = instruction.value
    if not isinstance(value, Exec) or value.argv is None:
        return ()
    words = tuple(word.text for word in value.argv)
    return () if any(word.rsplit("/", 1)[-1] in SHELLS for word in words) else words


def _alike(before: Instruction, after: Instruction) -> bool:
    return (
        before.keyword == after.keyword
        and before.rest.text == after.rest.text
        and before.exec_form == after.exec_form
        and [(flag.name, flag.value) for flag in before.flags] == [(flag.name, flag.value) for flag in after.flags]
        and [one.text for one in before.heredocs] == [one.text for one in after.heredocs]
    )


def _otherwise(source: Source, span: Span) -> str:
    return f"line {source.line_at(span.start)} of {source.path}, which it does not claim, would be read otherwise"


def _problems(before: Iterable[SyntaxProblem], after: Iterable[SyntaxProblem]) -> Fault | None:
    more = Counter(one.kind for one in after) - Counter(one.kind for one in before)
    if not more:
        return None
    problem = next(one for one in after if one.kind in more)
    return Fault(f"the result would have a fault that was not there: {problem.message}")


def requirements_fault(
    before: RequirementsFile, after: RequirementsFile, moves: Moves, places: Iterable[Span]
) -> Fault | None:
    """The same of the lines of a requirements file."""
    claimed = _claimed(before.lines, moves, places)
    there = {line.span: type(line) for line in after.lines}
    for index, line in enumerate(before.lines):
        if index not in claimed and there.get(moves.span(line.span)) is not type(line):
            return Fault(_otherwise(before.source, line.span), ours=True)
    comments = set(after.comments)
    for span in before.comments:
        if not moves.touches(span) and moves.span(span) not in comments:
            return Fault(f"the comment in line {before.source.line_at(span.start)} would be lost", ours=True)
    return _problems(before.problems, after.problems)


def other_fault(path: str, before: str, after: str) -> Fault | None:
    """Of a file in another form: it can be read if it could be."""
    if not path.endswith(".toml") or not _is_toml(before) or _is_toml(after):
        return None
    return Fault(f"{path} would be no TOML", ours=True)


def _is_toml(text: str) -> bool:
    import tomllib

    try:
        tomllib.loads(text.encode("latin-1").decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return True

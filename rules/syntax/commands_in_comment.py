from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Span, Step, rule


@rule(Step, Severity.WARNING, Outcome.RUN, when=("RUN #", "CMD #", "ENTRYPOINT #"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    assert on.build is not None
    source, escape = step.at.source, on.build.dockerfile.escape
    empty = {one.span.start for one in on.build.dockerfile.notes if one.kind == "empty-continuation"}
    for at in step.swallowed:
        line = source.line_span(source.line_at(at.span.start))
        if _next_line(source.text, line.end) in empty:
            continue  # That the line goes on at all is said already.
        below = source.line_span(source.line_at(line.end) + 1)
        end = at.span.start + len(
            source.text[at.span.start : line.end].rstrip(" \t").removesuffix(escape).rstrip(" \t")
        )
        yield Problem(
            Place(source, Span(at.span.start, end)),
            "this comment takes the lines below into it, so the shell never runs them: to it they are one line",
            "move the comment to a line of its own",
            moved(on.build, step, line, Span(at.span.start, end)),
            (Related(Place(source, below), "a part of the comment, as is what follows"),),
        )


def moved(build: Build, step: Step, line: Span, comment: Span) -> Fix:
    """The fix that puts the comment above its line."""
    source = build.source
    text = source.text[line.start : comment.start]
    indent = text[: len(text) - len(text.lstrip(" \t"))]
    kept = line.start + len(text.rstrip(" \t"))
    words = source.text[comment.start : comment.end]
    if not words.strip("# \t"):
        # What is left of a comment once the sign that continues the line is taken off.
        start = comment.start if source.text.startswith(build.dockerfile.escape, comment.end) else kept
        return Fix("remove the empty comment", (Edit(source, Span(start, comment.end), ""),))
    above = Edit(source, Span(line.start, line.start), f"{indent}{words}{source.newline}")
    return Fix("move the comment to a line of its own", (above, Edit(source, Span(kept, comment.end), "")))


def _next_line(text: str, end: int) -> int:
    """Where the next line begins that is no comment of its own."""
    while (start := text.find("\n", end) + 1) and text[start : start + 200].lstrip(" \t").startswith("#"):
        end = start
    return start

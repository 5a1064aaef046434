from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Place, Problem, Related, Safety, Severity, Span, rule

KEYWORDS = frozenset({"ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "RUN", "USER", "WORKDIR"})


@rule(Build, Severity.WARNING, Outcome.RISK, when=("empty-continuation",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    source = build.source
    for instruction in build.dockerfile.instructions:
        blank = [
            one.span
            for one in build.dockerfile.notes
            if one.kind == "empty-continuation" and instruction.span.contains(one.span)
        ]
        if not blank:
            continue
        for last in blank:
            below = source.line_at(last.end) + 1
            line = source.line_span(below) if below <= source.line_count() else last
            word = source.text[line.start : line.end].lstrip(" \t").split(" ", 1)[0]
            if word in KEYWORDS and instruction.keyword != "HEALTHCHECK":
                yield swallowed(build, instruction.keyword, word, last, line)
                break
        else:
            above = source.line_span(source.line_at(blank[0].start) - 1)
            ends = [(span.start, source.text.find("\n", span.start) + 1) for span in blank]
            edits = tuple(Edit(source, Span(start, end or len(source.text)), "") for start, end in ends)
            often = f", {len(blank)} times" if len(blank) > 1 else ""
            yield Problem(
                Place(source, above),
                f"the next line is empty, but {instruction.keyword} goes on behind it{often}: "
                "BuildKit warns that it will refuse that one day",
                "remove the empty line, or the sign that continues this one if the instruction ends here",
                Fix("remove the empty lines", edits, Safety.SAFE),
            )


def swallowed(build: Build, keyword: str, word: str, blank: Span, line: Span) -> Problem:
    """The instruction was meant to end, and has taken in the next one."""
    source, escape = build.source, build.dockerfile.escape
    end = blank.start
    while source.text[end - 1] in " \t\r\n":
        end -= 1
    start = end - len(escape)
    while source.text[start - 1] in " \t":
        start -= 1
    at = source.line_span(source.line_at(start))
    edits = (Edit(source, Span(start, end), ""),) if source.text[:end].endswith(escape) else ()
    return Problem(
        Place(source, at),
        f"this line ends in {escape}, so the {word} below the empty line is but a part of this {keyword}",
        f"remove the {escape} from the end of this line",
        Fix(f"remove the {escape} from the end of the line", edits) if edits else None,
        related=(Related(Place(source, line), f"read as a part of {keyword}"),),
    )

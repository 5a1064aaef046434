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
                above = Span(instruction.span.start, last.start - 1)
                yield swallowed(build, instruction.keyword, word, above, line)
                break
        else:
            yield gaps(
                build,
                instruction.keyword,
                blank,
                Span(instruction.span.start, max(instruction.span.end, blank[-1].end)),
            )


def gaps(build: Build, keyword: str, blank: list[Span], span: Span) -> Problem:
    """Empty lines between the parts of an instruction, or below its last one."""
    source, escape = build.source, build.dockerfile.escape
    last = _last_line(source.text, span)
    inner = [one for one in blank if one.start < last.start]
    cut = _sign(source.text, last, escape) if len(inner) < len(blank) else None
    ends = [(one.start, source.text.find("\n", one.start) + 1) for one in (inner if cut else blank)]
    edits = [Edit(source, Span(start, end or len(source.text)), "") for start, end in ends]
    if cut is not None and not inner:
        return Problem(
            Place(source, last),
            f"this line ends in {escape}, and nothing that {keyword} could go on with stands below it: BuildKit warns "
            "that it will refuse that one day",
            f"remove the {escape} from the end of this line",
            Fix(f"remove the {escape} from the end of the line", (Edit(source, cut, ""),), Safety.SAFE),
            severity=Severity.INFO,
        )
    if cut is not None:
        edits.append(Edit(source, cut, ""))
    often = f", {len(blank)} times" if len(blank) > 1 else ""
    return Problem(
        Place(source, source.line_span(source.line_at(blank[0].start) - 1)),
        f"the next line is empty, but {keyword} goes on behind it{often}: "
        "BuildKit warns that it will refuse that one day",
        "remove the empty line, or the sign that continues this one if the instruction ends here",
        Fix("remove the empty lines", tuple(edits), Safety.SAFE),
        severity=Severity.INFO,
    )


def _last_line(text: str, span: Span) -> Span:
    """The last line of `span` that holds a word."""
    end = span.end
    while True:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip(" \t\r")
        if (line and not line.startswith("#")) or start <= span.start:
            return Span(start, end)
        end = start - 1


def _sign(text: str, line: Span, escape: str) -> Span | None:
    """The escape character that ends a line, and the blanks around it."""
    written = text[line.start : line.end].rstrip("\r")
    kept = written.rstrip(" \t")
    if not kept.endswith(escape):
        return None
    return Span(line.start + len(kept.removesuffix(escape).rstrip(" \t")), line.start + len(written))


def swallowed(build: Build, keyword: str, word: str, above: Span, below: Span) -> Problem:
    """The instruction was meant to end with `above`, and has taken in the next one."""
    source, escape = build.source, build.dockerfile.escape
    last = _last_line(source.text, above)
    cut = _sign(source.text, last, escape)
    fix = Fix(f"remove the {escape} from the end of the line", (Edit(source, cut, ""),)) if cut is not None else None
    return Problem(
        Place(source, last),
        f"this line ends in {escape}, so the {word} below the empty line is but a part of this {keyword}",
        f"remove the {escape} from the end of this line",
        fix,
        related=(Related(Place(source, below), f"read as a part of {keyword}"),),
    )

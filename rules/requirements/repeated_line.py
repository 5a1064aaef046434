from __future__ import annotations

from collections.abc import Iterator

from torchlint import (
    Context,
    Edit,
    Fix,
    Outcome,
    Place,
    Problem,
    Related,
    RequirementsFile,
    Safety,
    Severity,
    Span,
    rule,
)


@rule(RequirementsFile, Severity.INFO, Outcome.RISK, when=("twice",), strict=True)
def check(file: RequirementsFile, on: Context) -> Iterator[Problem]:
    first: dict[tuple[object, ...], Span] = {}
    for one in file.requirements:
        same = (one.name, one.kind, one.extras, one.specifier, one.marker, one.url, one.options)
        if not one.name or one.options or same not in first:
            first.setdefault(same, one.span)
            continue
        source = file.source
        line = source.line_span(source.line_at(one.span.start))
        alone = line.end == one.span.end and line.start == one.span.start
        whole = Span(line.start, min(line.end + len(source.newline), len(source.text)))
        yield Problem(
            Place(source, one.span),
            f"{one.name} stands here twice: whoever changes one line and not the other stops the install",
            "delete one of the two lines",
            fix=Fix("delete the second line", (Edit(source, whole, ""),), Safety.SAFE) if alone else None,
            related=(Related(Place(source, first[same]), "the first line"),),
        )

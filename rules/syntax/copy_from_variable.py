from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Safety, Severity, Span, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("COPY --from $",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    flag = step.instruction.flag("from")
    if flag is None or flag.value is None or "$" not in flag.value.rstrip("$"):
        return
    yield Problem(
        Place(step.at.source, flag.value_span or flag.span),
        f"variable expansion is not supported for --from: docker build takes {flag.value} as it is written, and stops",
        f"write `FROM {flag.value} AS source` above this stage, its ARG above the first FROM, and --from=source here",
        _fix(step, on, flag.value, flag.value_span),
    )


def _fix(step: Step, on: Context, image: str, at: Span | None) -> Fix | None:
    """A stage of the image above this one, where an ARG above the first FROM decides it."""
    build, source = on.build, step.at.source
    if build is None or at is None or source is not build.source or source.text[slice(*at)] != image:
        return None
    before, dollar, rest = image.partition("$")
    name = rest.lstrip("{").split("}")[0].split(":")[0]
    above = build.variables.declared_above(name)
    given = isinstance(above, Place) and "=" in source.text[slice(*above.span)]
    stage = before.rstrip(":@").rpartition("/")[2]
    if image.count(dollar) != 1 or not given or not stage.isascii() or not stage.replace("-", "a").isalnum():
        return None
    if not rest.startswith("{") and rest != name or stage in {one.name for one in build.stages} or not stage.islower():
        return None
    start = above_comments(on.stage_of(step).at)
    edits = (Edit(source, Span(start, start), f"FROM {image} AS {stage}{source.newline * 2}"), Edit(source, at, stage))
    return Fix(f"name the image as stage {stage}", edits, Safety.SAFE)


def above_comments(at: Place) -> int:
    """Where the comment lines right above begin; the place itself if they may be directives of the file."""
    source, (start, _) = at
    number = source.line_at(start)
    line = number
    while line > 1 and source.text.startswith("#", source.line_span(line - 1).start):
        line -= 1
    return source.line_span(line).start if 1 < line < number else start

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, RequirementsFile, Severity, Span, rule


@rule(RequirementsFile, Severity.WARNING, Outcome.RISK, when=("dropped-option",))
def check(file: RequirementsFile, on: Context) -> Iterator[Problem]:
    stops = any(install.tool == "uv" and install.stops_build for install in file.reached_by)
    for one in file.requirements:
        if not one.ignored or (not stops and file.said_elsewhere(one)):
            continue
        use, name = one.ignored[0], one.name or "a requirement"
        if stops:
            message = f"{use.name} behind {name} is not allowed: uv stops the build, pip would drop the option"
        else:
            message = f"{use.name} behind {name} has no effect: pip drops it unless it stands on a line of its own"
        yield Problem(
            Place(file.source, use.span),
            message,
            f"write {use.name} on a line of its own, where it holds for the whole file",
            fix=moved(file, one.span, use.span, len(one.ignored)),
            severity=Severity.ERROR if stops else None,
            outcome=Outcome.BUILD if stops else None,
        )


def moved(file: RequirementsFile, requirement: Span, option: Span, options: int) -> Fix | None:
    """The option on a line above, if it is the only one and ends a line that is not continued."""
    source = file.source
    line = source.line_span(source.line_at(requirement.start))
    if options != 1 or requirement != line or option.end != requirement.end:
        return None
    start = option.start
    while source.text[start - 1] in " \t":
        start -= 1
    written = source.text[option.start : option.end]
    edits = (
        Edit(source, Span(line.start, line.start), written + source.newline),
        Edit(source, Span(start, option.end), ""),
    )
    return Fix("move the option to a line of its own", edits)

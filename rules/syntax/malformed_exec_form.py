from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint import Build, Context, Edit, Fix, Outcome, Place, Problem, Safety, Severity, Span, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint import Step

POSIX = ("sh", "bash", "dash", "ash", "zsh")
BREAKS = {
    Outcome.BUILD: "no such program is found and the build stops",
    Outcome.START: "no such program is found and the container does not start",
    Outcome.RUN: "no such program is found and the container is never healthy",
    Outcome.RISK: "it is read as plain text",
}


@rule(Build, Severity.ERROR, Outcome.START, when=("malformed-json",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    source = build.source
    for one in build.dockerfile.notes:
        if one.kind != "malformed-json":
            continue
        steps = (step for stage in build.stages for step in stage.steps if step.instruction.span.contains(one.span))
        step = next(steps, None)
        outcome = Outcome.RISK if step is None else outcome_of(build, step, source.text[one.span.start : one.span.end])
        edit = meant(source.text[one.span.start : one.span.end])
        fix = None
        if edit is not None:
            array, length = edit
            span = Span(one.span.start, one.span.start + length)
            safety = Safety.UNSAFE if outcome is Outcome.RISK else Safety.SAFE
            fix = Fix("write it as a JSON array", (Edit(source, span, array),), safety)
        yield Problem(
            Place(source, one.span),
            f"this is no JSON array, so a shell gets it as it stands: {BREAKS[outcome]}"
            if outcome is not Outcome.RISK
            else f"this is no JSON array, though it looks like one: {BREAKS[outcome]}",
            "put each word in double quotes, commas between them, nothing behind the bracket",
            fix,
            severity=Severity.WARNING if outcome is Outcome.RISK else None,
            outcome=outcome,
        )


def outcome_of(build: Build, step: Step, text: str) -> Outcome:
    """What surely comes of a shell that is given the brackets, RISK where that cannot be known."""
    keyword, shell = step.instruction.keyword, step.before.shell.value
    if shell is None or shell[0].rpartition("/")[2] not in POSIX or any(sign in text for sign in ";&|\n$`"):
        return Outcome.RISK
    if keyword == "RUN":
        return Outcome.BUILD
    stage = build.stages[step.stage]
    if stage.index in build.shipped:
        final = stage.final
        if keyword == "HEALTHCHECK":
            return Outcome.RUN
        if keyword == "ENTRYPOINT" and final.entrypoint is not None and final.entrypoint.at == step.at:
            return Outcome.START
        if keyword == "CMD" and final.entrypoint is None and final.cmd is not None and final.cmd.at == step.at:
            return Outcome.START
    return Outcome.RISK


def meant(text: str) -> tuple[str, int] | None:
    """The array that was meant and how much of the text it takes the place of; None where that is not clear."""
    import ast
    import json

    for curly, plain in (("\xe2\x80\x9c", '"'), ("\xe2\x80\x9d", '"'), ("\xe2\x80\x98", "'"), ("\xe2\x80\x99", "'")):
        text = text.replace(curly, plain)
    try:
        array = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(array, ast.List) or not array.elts or not text.isascii() or "\n" in text or "#" in text:
        return None
    words = []
    for element in array.elts:
        written = ast.get_source_segment(text, element) or ""
        if not isinstance(element, ast.Constant) or not isinstance(element.value, str):
            return None
        # Python joins strings that stand side by side; here a comma was forgotten.
        if "\\" in written or written[:1] in written[1:-1]:
            return None
        words.append(element.value)
    return json.dumps(words), len(text)

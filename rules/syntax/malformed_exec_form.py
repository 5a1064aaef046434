from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Confidence, Context, Edit, Fix, Outcome, Place, Problem, Safety, Severity, Span, Step, rule

POSIX = ("sh", "bash", "dash", "ash", "zsh")
SHELL = "so a shell looks for a program that begins with a bracket"
CURLY = {"\xe2\x80\x9c": '"', "\xe2\x80\x9d": '"', "\xe2\x80\x98": "'", "\xe2\x80\x99": "'"}


@rule(Build, Severity.ERROR, Outcome.START, when=("malformed-json",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    for one in build.dockerfile.notes:
        if one.kind != "malformed-json":
            continue
        steps = (step for stage in build.stages for step in stage.steps if step.instruction.span.contains(one.span))
        step = next(steps, None)
        found = None if step is None else surely(build, step, build.source.text[one.span.start : one.span.end])
        doubtful = step is not None and found is None and handed_on(build, step, one.span)
        if doubtful:
            outcome, what = Outcome.START, f"{SHELL} and the container does not start"
        else:
            outcome, what = found or (Outcome.RISK, "so it is read as plain text")
        edits = repair(build, one.span)
        safety = Safety.SAFE if found else Safety.UNSAFE
        yield Problem(
            Place(build.source, one.span),
            f"this looks like a JSON array but is none, {what}",
            "put each word in double quotes, a comma between two of them, and nothing behind the bracket",
            Fix("write it as a JSON array", edits, safety) if edits else None,
            severity=None if found or doubtful else Severity.WARNING,
            outcome=outcome,
            confidence=Confidence.MEDIUM if doubtful else None,
        )


def surely(build: Build, step: Step, text: str) -> tuple[Outcome, str] | None:
    """When it breaks and how; None where the shell may make something of it, or nothing needs it."""
    keyword, stage, shell = step.instruction.keyword, build.stages[step.stage], step.before.shell.value
    if step.copied is not None:
        names = [one.name for one in step.copied.sources if one.name is not None]
        lacking = not step.copied.from_elsewhere and any(build.context.kind(name) is False for name in names)
        return (Outcome.BUILD, "so its pieces are taken for paths and the build stops") if lacking else None
    if shell is None or shell[0].rpartition("/")[2] not in POSIX or any(sign in text for sign in ";&|\n$`"):
        return None
    # With a blank behind it the bracket is the shell's test, which may well succeed.
    tested = text[1:2] in " \t"
    if keyword == "RUN" and not tested:
        return Outcome.BUILD, f"{SHELL} and the build stops"
    if stage.index in build.shipped and stage.entry is not None and stage.entry.at == step.at:
        ends = "so a shell takes the bracket for its test and the container ends at once"
        return Outcome.START, ends if tested else f"{SHELL} and the container does not start"
    if stage.index in build.shipped and keyword == "HEALTHCHECK" and not tested:
        return Outcome.RUN, "so the shell that gets it always fails and the container is never healthy"
    return None


def handed_on(build: Build, step: Step, span: Span) -> bool:
    """Whether the text names a program for an image of which nobody knows what else it starts: that would have to take
    `sh -c [...` for its arguments."""
    stage, text = build.stages[step.stage], build.source.text[span.start : span.end]
    entrypoint, cmd = stage.final.entrypoint, stage.final.cmd
    if step.instruction.keyword != "CMD" or stage.index not in build.shipped or stage.entry is not None:
        return False
    unknown = entrypoint is not None and entrypoint.stage is None and entrypoint.words is None
    shell = step.before.shell.value
    plain = shell is not None and shell[0].rpartition("/")[2] in POSIX and not any(sign in text for sign in ";&|\n$`")
    first = text[1:].lstrip(" \t\"'")
    # Behind a dash stand arguments, which the program of the image may expect.
    return unknown and plain and cmd is not None and cmd.at == step.at and text[1:2] not in " \t" and first[:1] != "-"


def repair(build: Build, span: Span) -> tuple[Edit, ...]:
    """Edits that write the array that was meant; none where that is not clear."""
    import ast
    import json

    source = build.source
    written = text = source.text[span.start : span.end]
    for curly, plain in CURLY.items():
        text = text.replace(curly, plain)
    try:
        array = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    if not isinstance(array, ast.List) or not array.elts or not text.isascii() or "\n" in text:
        return ()
    words = []
    for element in array.elts:
        inner = (ast.get_source_segment(text, element) or "")[1:-1]
        # Python joins strings that stand side by side; here a comma was forgotten.
        if not isinstance(element, ast.Constant) or element.value != inner or '"' in inner or "'" in inner:
            return ()
        words.append(inner)
    end = array.end_col_offset or len(text)
    rest = text[end:]
    if not rest:
        return (Edit(source, span, json.dumps(words)),)
    if len(text) != len(written):
        return ()
    start = next(one.span.start for one in build.dockerfile.instructions if one.span.contains(span))
    above = Edit(source, Span(start, start), rest.lstrip(" \t") + source.newline)
    return above, Edit(source, span, json.dumps(words))

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Place, Problem, Related, Severity, Span, rule

REWRITING = frozenset({"sed", "perl", "awk", "dos2unix", "tee", "ex"})


@rule(Entry, Severity.ERROR, Outcome.START, when=("script",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main, source = entry.main, entry.file
    if main is None or source is None or on.build is None or not entry.alone or not main.certain:
        return
    first = source.text.split("\n", 1)[0].rstrip("\r")
    words = [word for word in first.removeprefix("#!").replace("\t", " ").split(" ") if word]
    if not first.startswith("#!") or not words or _rewritten(entry, on):
        return
    at = Place(source, Span(0, len(first)))
    program = words[0]
    if program.endswith("/env"):
        named = next((word for word in words[1:] if not word.startswith("-") and "=" not in word), "")
        missing = named if named and entry.state.which(named) is False else ""
    else:
        missing = program if program.startswith("/") and entry.state.find(program) is False else ""
    if not missing:
        return
    stage = on.build.stages[entry.stage]
    yield Problem(
        entry.at,
        f"the container cannot start: the first line of {source.path} asks for {missing}, which is not in the image",
        f"install {missing.rpartition('/')[2]} in {stage.title}, or write #!/bin/sh if the script is plain sh",
        related=(Related(at, "this line"),),
    )


def _rewritten(entry: Entry, on: Context) -> bool:
    """Whether a step may have changed the first line."""
    stages = on.build.lineage(entry.stage) if on.build is not None else ()
    return any(one.name in REWRITING for stage in stages for step in stage.steps for one in step.commands)

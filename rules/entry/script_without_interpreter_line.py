from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Place, Problem, Related, Safety, Severity, Span, rule

REWRITING = frozenset({"sed", "perl", "awk", "dos2unix", "tee", "ex"})
NAMED_AFTER = {".sh": "#!/bin/sh", ".bash": "#!/bin/bash", ".py": "#!/usr/bin/env python3"}


@rule(Entry, Severity.ERROR, Outcome.START, when=("script",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main, source = entry.main, entry.file
    if main is None or source is None or on.build is None or entry.shell_form or main.words != entry.argv:
        return
    text = source.text
    # An empty file is one of which nothing is known yet.
    if text.startswith("#!") or not text.strip(" \t\r\n"):
        return
    stages = on.build.lineage(entry.stage)
    if any(one.name in REWRITING for stage in stages for step in stage.steps for one in step.commands):
        return
    late = text.lstrip(" \t\r\n").startswith("#!")
    first = NAMED_AFTER.get(source.path[source.path.rfind(".") :])
    fix = None
    if first is not None and not late:
        edit = Edit(source, Span(0, 0), first + source.newline)
        fix = Fix(f"begin the script with {first}", (edit,), Safety.UNSAFE)
    why = "blanks stand before its #! line" if late else "its first line does not name a program with #!"
    yield Problem(
        entry.at,
        f"the container cannot start: {source.path} is no program that the kernel knows, as {why}",
        "remove what stands before #!" if late else f"begin the file with {first or '#!/bin/sh'}",
        fix,
        related=(Related(Place(source, Span(0, 0)), "here"),),
    )

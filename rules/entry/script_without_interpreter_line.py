from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Safety, Severity, Span, rule

NAMED_AFTER = {".sh": "#!/bin/sh", ".bash": "#!/bin/bash", ".py": "#!/usr/bin/env python3"}


@rule(Entry, Severity.ERROR, Outcome.START, when=("script",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    obstacle, source = entry.obstacle("line"), entry.file
    if obstacle is None or obstacle.at is None or source is None:
        return
    late = obstacle.what == "late"
    first = NAMED_AFTER.get(source.path[source.path.rfind(".") :])
    fix = None
    if first is not None and not late:
        edit = Edit(source, Span(0, 0), first + source.newline)
        fix = Fix(f"begin the script with {first}", (edit,), Safety.UNSAFE)
    yield Problem(
        entry.at,
        f"the container cannot start: {obstacle.said}",
        "remove what stands before #!" if late else f"begin the file with {first or '#!/bin/sh'}",
        fix,
        related=(Related(obstacle.at, "here"),),
    )

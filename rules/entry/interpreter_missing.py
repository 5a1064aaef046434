from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, rule


@rule(Entry, Severity.ERROR, Outcome.START, when=("script",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    obstacle = entry.obstacle("interpreter", "return")
    if obstacle is None or obstacle.at is None or on.build is None:
        return
    program = obstacle.what.rpartition("/")[2]
    yield Problem(
        entry.at,
        f"the container cannot start: {obstacle.said}",
        "save the script with LF line ends, and keep git from turning them: *.sh text eol=lf in .gitattributes"
        if obstacle.kind == "return"
        else f"install {program} in {on.build.stages[entry.stage].title}, or write #!/bin/sh if the script is plain sh",
        related=(Related(obstacle.at, "this line"),),
    )

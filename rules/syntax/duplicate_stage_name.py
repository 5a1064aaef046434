from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Place, Problem, Related, Severity, rule


@rule(Build, Severity.WARNING, Outcome.RISK, when=("a stage name twice",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for stage in build.stages:
        name = (stage.name or "").lower()
        if name and name in first:
            yield Problem(
                stage.at,
                f"a second stage is called '{stage.name}': which of them a line means depends on their order",
                "give it a name of its own",
                related=(Related(first[name], "the first one"),),
            )
        elif name:
            first[name] = stage.at

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Problem, Related, Severity, Span, Stage, Step, rule


@rule(Build, Severity.WARNING, Outcome.RISK, when=("an ARG of FROM",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    for stage in build.stages:
        said: set[str] = set()
        for step in stage.steps:
            for use in build.variables.unset(step):
                above = build.variables.declared_above(use.name)
                if above is False or use.name in said:
                    continue
                said.add(use.name)
                why = "what an ARG before the first FROM declares is for FROM lines only"
                if above is True:
                    why = "the builder sets it only where an ARG asks for it"
                yield Problem(
                    use.at,
                    f"{use.name} is empty in {stage.title}: {why}",
                    f"write ARG {use.name} in {stage.title}, above this line",
                    declaring(build, stage, step, use.name),
                    () if above is True else (Related(above, "declared here"),),
                )


def declaring(build: Build, stage: Stage, step: Step, name: str) -> Fix | None:
    """The fix that declares the ARG just above its first use; None where that stands in an ONBUILD elsewhere."""
    start = step.instruction.span.start
    if not any(one is step.instruction for one in build.dockerfile.instructions):
        return None
    later = (one for one in stage.steps[step.index :] if one.instruction.keyword == "ARG")
    if any(name in (one.name for one in other.declared) for other in later):
        return None  # It is declared too late: which of the two lines should move is not clear.
    edit = Edit(build.source, Span(start, start), f"ARG {name}{build.source.newline}")
    return Fix(f"declare ARG {name} above", (edit,))

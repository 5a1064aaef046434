from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Place, Problem, Related, Safety, Severity, Span, Stage, rule


@rule(Stage, Severity.ERROR, Outcome.BUILD, when=("FROM $",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    build, base = on.build, stage.base
    assert build is not None
    unset = build.variables.unset_in_from(stage)
    if not unset:
        return
    use = unset[0]
    inside = declared_in(build, stage, use.name)
    why = "an ARG inside a stage is for that stage only" if inside else "no ARG above the first FROM declares it"
    mend = f"move ARG {use.name}" if inside else f"write ARG {use.name}=<value>"
    platform = stage.instruction.flag("platform")
    in_platform = platform is not None and platform.span.contains(use.at.span)
    if not in_platform and not build.variables.can_name_image(stage):
        return
    valid = stage.parent is not None or base.reference is not None
    # Another variable may be unknown: then what the name comes to is unknown too.
    sure = use.alone if in_platform else use.alone or (base.name is not None and not valid)
    left = "" if use.alone or valid or not base.name else f", as {base.name} names no image"
    yield Problem(
        use.at,
        f"{use.name} is empty here{f' and the build stops{left}' if sure else ''}: {why}",
        f"{mend} above the first FROM",
        _fix(build, inside, use.name, sure=sure),
        related=(Related(inside, "declared here"),) if inside else (),
        severity=None if sure else Severity.WARNING,
        outcome=None if sure else Outcome.RISK,
    )


def declared_in(build: Build, stage: Stage, name: str) -> Place | None:
    """Where an ARG or ENV in an earlier stage declares a name."""
    for other in build.stages[: stage.index]:
        for step in other.steps:
            for one in step.declared:
                if one.name == name:
                    return one.at
    return None


def _fix(build: Build, inside: Place | None, name: str, *, sure: bool) -> Fix | None:
    """The ARG of the earlier stage, above the first FROM too."""
    source = build.source
    written = "" if inside is None or inside.source is not source else source.text[slice(*inside.span)]
    plain = written.startswith(f"{name}=") and not any(sign in written for sign in "$ \n")
    if not plain:
        return None
    start = build.stages[0].instruction.span.start
    edit = Edit(source, Span(start, start), f"ARG {written}{source.newline}")
    return Fix(f"declare ARG {name} above the first FROM", (edit,), Safety.SAFE if sure else Safety.UNSAFE)

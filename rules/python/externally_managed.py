from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, Span, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("refused",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    stage, environment = on.stage_of(install), install.environment
    if environment is None or not _stops(install):
        return
    stopping = [one for step in stage.steps for one in step.installs if _stops(one)]
    first, *others = [one for one in stopping if one.environment and one.environment.prefix == environment.prefix]
    if first is not install:
        return
    step = stage.steps[install.command.step]
    source, start = step.at.source, step.at.span.start
    variable = f"{'UV' if install.tool == 'uv' else 'PIP'}_BREAK_SYSTEM_PACKAGES=1"
    fix = None
    if source is install.at.source:
        line = f"ENV {variable}{source.newline}"
        fix = Fix(f"set {variable}", (Edit(source, Span(start, start), line),), Safety.SAFE)
    yield Problem(
        install.at,
        f"{install.tool} refuses to install into the Python of {stage.base.name}: externally-managed-environment",
        f"install into a virtual environment that is first on PATH, or set ENV {variable}",
        fix,
        related=tuple(Related(one.at, "this one would be refused too") for one in others[:5]),
    )


def _stops(install: Install) -> bool:
    return install.refused and install.stops_build

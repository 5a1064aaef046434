from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, Span, Stage, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("refused",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    stage, environment = on.stage_of(install), install.environment
    if environment is None or not _stops(install):
        return
    stopping = [one for step in stage.steps for one in step.installs if _stops(one)]
    first, *others = [one for one in stopping if one.environment and one.environment.prefix == environment.prefix]
    if first is not install:
        return
    variable = f"{'UV' if install.tool == 'uv' else 'PIP'}_BREAK_SYSTEM_PACKAGES=1"
    yield Problem(
        install.at,
        f"{install.tool} refuses to install into the Python of {stage.base.name}: externally-managed-environment",
        f"install into a virtual environment that is first on PATH, or set ENV {variable}",
        _apart(install, on) or _all_the_same(install, stage, variable),
        related=tuple(Related(one.at, "this one would be refused too") for one in others[:5]),
    )


def _stops(install: Install) -> bool:
    return install.refused and install.stops_build


def _apart(install: Install, on: Context) -> Fix | None:
    edits = on.apart(install)
    return Fix("install into a virtual environment", edits) if edits is not None else None


def _all_the_same(install: Install, stage: Stage, variable: str) -> Fix | None:
    """Into the marked Python, where the image's own packages are, or something needs the distribution's."""
    step = stage.steps[install.command.step]
    source, start = step.at.source, step.at.span.start
    if source is not install.at.source or any(_replaces_pip(one) for step in stage.steps for one in step.installs):
        return None
    edit = Edit(source, Span(start, start), f"ENV {variable}{source.newline}")
    return Fix(f"set {variable}", (edit,), Safety.SAFE)


def _replaces_pip(install: Install) -> bool:
    """Whether it is to remove the distribution's own pip, which has no list of its files: that stops the build, too."""
    upgrades = "--upgrade" in install.options or "-U" in install.options
    return _stops(install) and upgrades and any(one.requirement.name == "pip" for one in install.requested)

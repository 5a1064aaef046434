"""What a changed Dockerfile would be predicted to start, before the change is offered to anybody."""

from __future__ import annotations

from torchlint.text import Source, apply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.model.build import Build, Stage
    from torchlint.model.environment import Environment
    from torchlint.project import Project
    from torchlint.text import Edit
    from torchlint.world import World

TOOLS = frozenset({"pip", "setuptools", "wheel"})
"""Distributions that an environment may bring or lack without a program noticing."""


def changed(build: Build, edits: Iterable[Edit], project: Project, world: World) -> Build:
    """The prediction with `edits` made."""
    from torchlint.model.build import predict
    from torchlint.syntax.dockerfile import parse

    source = Source(build.source.path, apply(build.source.text, edits))
    return predict(build.input._replace(source=source, parsed=parse(source)), project, world)


def different(build: Build, stage: Stage, edits: tuple[Edit, ...], project: Project, world: World) -> str | None:
    """What the prediction of the result says otherwise, None if it is the same."""
    after = changed(build, edits, project, world)
    if after.dockerfile.problems or len(after.stages) != 2:
        return "the result would not be read as it is meant"
    made = after.stages[1]
    was, now = stage.entry, made.entry
    old = was.environment if was is not None else None
    new = now.environment if now is not None else None
    if was is None or now is None or old is None or new is None:
        return "what the result starts cannot be predicted"
    if [word.value for word in was.argv] != [word.value for word in now.argv] or was.script != now.script:
        return "the result would start something else"
    if now.program is False or (was.script is not None and not _alike(stage, made, was.script)):
        return "the result would lack what it starts"
    if old.python.value != new.python.value or old.python.value is None:
        return "the Python of the result would be another, or is not known"
    if _packages(old) != _packages(new):
        return "the result would not hold the same packages"
    if (stage.final.user.value, stage.final.workdir.value) != (made.final.user.value, made.final.workdir.value):
        return "user or folder would be others"
    variables = [
        {name: one.value for name, one in state.env.items() if name not in ("PATH", "VIRTUAL_ENV")}
        for state in (stage.final, made.final)
    ]
    return None if variables[0] == variables[1] else "variables would be others"


def _alike(stage: Stage, made: Stage, path: str) -> bool:
    was, now = stage.final.find(path), made.final.find(path)
    return type(was) is type(now) and (was is False) == (now is False)


def _packages(environment: Environment) -> dict[str, tuple[str | None, str, str | None]]:
    return {
        name: (one.version, one.specifier, one.variant)
        for name, one in environment.packages.items()
        if name not in TOOLS
    }

"""Which stages the shipped images need: those they build on, copy from and mount from."""

from __future__ import annotations

from torchlint.syntax.dockerfile import From, mounts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build


def needed(build: Build, *, by_default: bool = False, surely: bool = False) -> frozenset[int] | None:
    """Indices of the stages that are shipped and of all that these need; None where a variable may name others.

    `by_default`: as the variables of FROM are here; None only where one of them has no value that is known. `surely`:
    those that are needed whatever it is; never None.
    """
    names = {stage.name.lower(): stage.index for stage in build.stages if stage.name is not None}
    found: set[int] = set()
    waiting = list(build.shipped)
    while waiting:
        index = waiting.pop()
        if index in found:
            continue
        found.add(index)
        stage = build.stages[index]
        waiting += [] if stage.parent is None else [stage.parent]
        value = stage.instruction.value
        open_ = isinstance(value, From) and "$" in value.image.text
        if open_ and not surely and not (by_default and _named(build, index)):
            return None
        said = [mount.from_ for step in stage.steps for mount in mounts(step.instruction) if mount.from_ is not None]
        said += [flag.value or "" for step in stage.steps if (flag := step.instruction.flag("from")) is not None]
        for name in said:
            if "$" in name and not surely:
                return None
            known = int(name) if name.isascii() and name.isdigit() and len(name) < 6 else names.get(name.lower(), -1)
            waiting += [known] if 0 <= known < len(build.stages) else []
    return frozenset(found)


def _named(build: Build, index: int) -> bool:
    """Whether it is known what the FROM of a stage names."""
    stage = build.stages[index]
    return stage.parent is not None or bool(stage.base.name)

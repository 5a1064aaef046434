from __future__ import annotations

import re
from collections.abc import Iterator

from torchlint import Context, Outcome, Place, Problem, Severity, Stage, rule

TOOLS = frozenset(("pip", "setuptools", "wheel", "uv", "virtualenv", "poetry", "pipx", "hatch"))
"""What is installed to make environments with."""


@rule(
    Stage, Severity.WARNING, Outcome.RISK, when=("a Python", "pytorch-image", "ngc-image", "tool-image"), by_date=True
)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if stage.parent is None and stage.base.kind in ("pytorch", "ngc", "tool"):
        yield from _held(stage, on)
    for python, what, at in pythons(stage, on):
        ending = on.world.end_of_life("python", python)
        if ending is not None and ending.ended:
            also, own = "", at == stage.base.at
            running = runs(stage, on) if own else None
            if running is not None:
                yield Problem(
                    at,
                    f"{what} Python {python}, which ended on {ending.date}: here Python {running} is used, "
                    "but the image is no longer rebuilt, so that its system gets no fixes",
                    "begin from an image whose Python is supported",
                    severity=Severity.INFO,
                )
                continue
            system = stage.base.os if own else None
            last = None if system is None else on.world.system_ended(system)
            if system is not None and last is not None:
                family = system.rstrip("0123456789.")
                also = f", and the {family} {system[len(family) :]} below it ended on {last}"
            yield Problem(
                at,
                f"{what} Python {python}, which ended on {ending.date}{also}: no fixes, "
                "and new releases of packages no longer support it",
                "move to a Python that is supported" + (", and to a newer system with it" if also else ""),
                # What a stage that is only built with leaves behind may be for any Python.
                severity=None if on.build is None or on.build.in_shipped(stage.index) else Severity.INFO,
            )


def _held(stage: Stage, on: Context) -> Iterator[Problem]:
    """The Python of an image that is chosen for what else is in it."""
    base = stage.base
    for environment in stage.initial.environments.values() if base.unmaintained is None else ():
        python = environment.python.value if environment.kind != "system" else None
        ending = on.world.end_of_life("python", python) if python is not None else None
        if python is not None and ending is not None and ending.ended and _in_use(stage, python, on):
            yield Problem(
                base.at,
                f"{base.name} brings Python {python}, which ended on {ending.date}: no fixes, "
                "and new releases of packages no longer support it",
                "move to a Python that is supported" if base.kind == "tool" else "begin from a newer image of its kind",
                severity=None if base.kind == "tool" else Severity.INFO,
            )


def _in_use(stage: Stage, python: str, on: Context) -> bool:
    """Whether that Python of its base is what an image that ships from a stage runs, as far as one can see."""
    build, base = on.build, stage.base
    for above in [build.stages[one] for one in build.shipped if stage in build.lineage(one)] if build else []:
        running = above.entry.environment if above.entry is not None else None
        every = above.final.environments.values()
        beside = [one for one in every if one.at != base.at and one.kind not in ("system", "user")]
        if all(one.python.value == python for one in (beside if running is None else [running])):
            return True
    return False


def runs(stage: Stage, on: Context) -> str | None:
    """The Python that every image shipped from a stage uses, where that is known and not the one of its base."""
    build = on.build
    above = [build.stages[one] for one in build.shipped if stage in build.lineage(one)] if build is not None else []
    found = {used(one) for one in above}
    python = found.pop() if len(found) == 1 else None
    return python if python != stage.base.python_tag else None


def used(stage: Stage) -> str | None:
    """The Python that a stage's program runs in; where that is not known, the one that all packages are for."""
    environments = stage.final.environments.values()
    running = stage.entry.environment if stage.entry is not None else None
    if running is None:
        # What apt brings is the system's, and need not be meant.
        others = [one for one in environments if one.kind not in ("system", "user") and one.at != stage.base.at]
        own = {name for one in environments if one.at == stage.base.at for name in one.packages}
        running = others[0] if len(others) == 1 and own <= TOOLS else None
    return None if running is None or running.at == stage.base.at else running.python.value


def pythons(stage: Stage, on: Context) -> Iterator[tuple[str, str, Place]]:
    """Pythons that this file chose: the image's, and the one that the shipped program runs in."""
    base = stage.base
    if stage.parent is None and base.python_tag is not None:
        yield base.python_tag, f"{base.name} brings", base.at
    environment = stage.entry.environment if stage.entry is not None and on.ships(stage) else None
    if environment is None or environment.at is None or environment.at == base.at:
        return
    python = environment.python.value
    # What belongs to the system is kept up, and ends, with the system; a venv was made by a Python named above.
    own = base.os is not None and python == on.world.python3_of(base.os)
    if python is not None and python != base.python_tag and not own:
        made = environment.python.at or environment.at
        yield python, "the container runs", chosen(made, python, on) or made


def chosen(at: Place, python: str, on: Context) -> Place | None:
    """The ARG above all stages whose value is the version that the command there names by it."""
    build = on.build
    if build is None or build.source is not at.source:
        return None
    names = re.findall(r"\$\{?([A-Za-z_][A-Za-z0-9_]*)", at.source.text[at.span.start : at.span.end])
    declared = [build.variables.declared_above(name) for name in names]
    places = [one for one in declared if isinstance(one, Place) and python in one.source.show(one.span).split("=")]
    return places[0] if places else None

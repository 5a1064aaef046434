from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Place, Problem, Severity, Stage, rule


@rule(Stage, Severity.WARNING, Outcome.RISK, when=("a Python",), by_date=True)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    for python, what, at in pythons(stage, on):
        ending = on.world.end_of_life("python", python)
        if ending is not None and ending.ended:
            also = ""
            system = stage.base.os if at == stage.base.at else None
            last = None if system is None else on.world.system_ended(system)
            if system is not None and last is not None:
                family = system.rstrip("0123456789.")
                also = f", and the {family} {system[len(family) :]} below it ended on {last}"
            yield Problem(
                at,
                f"{what} Python {python}, which ended on {ending.date}{also}: no fixes, "
                "and new releases of packages no longer support it",
                "move to a Python that is supported" + (", and to a newer system with it" if also else ""),
            )


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
        yield python, "the container runs", environment.at

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Fix, Outcome, Problem, Safety, Severity, Step, rule

APT = ("apt-get", "apt", "aptitude")
REMOVE = "rm -rf /var/lib/apt/lists/*"


@rule(Step, Severity.INFO, Outcome.WASTE, when=("leaves package lists",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    at = step.leaves_apt_lists
    if at is None:
        return
    fix = None
    if not _installs(step):
        mend = "join this with the RUN that installs, and end that one with && rm -rf /var/lib/apt/lists/*"
    elif any(_installs(later) and not _updates(later) for later in on.stage_of(step).steps[step.index + 1 :]):
        mend = "install all packages in this RUN, and end it with && rm -rf /var/lib/apt/lists/*"
    else:
        mend = "end this RUN with && rm -rf /var/lib/apt/lists/*"
        fix = _fix(step, _later(step, on.build), on)
    message = "the package lists that this downloads stay in the layer, and removing them in a later RUN frees nothing"
    yield Problem(at, message, mend, fix)


def _installs(step: Step) -> bool:
    return any(command.name in APT and "install" in command.values for command in step.commands)


def _updates(step: Step) -> bool:
    return any(command.name in APT and "update" in command.values for command in step.commands)


def _later(step: Step, build: Build) -> list[Step]:
    """What runs on the files that the step leaves."""
    above = [stage for stage in build.stages if step.stage in {one.index for one in build.lineage(stage.index)}]
    return [one for stage in above for one in stage.steps if (one.stage, one.index) > (step.stage, step.index)]


def _fix(step: Step, later: list[Step], on: Context) -> Fix | None:
    """Behind the last command of apt, joined as its neighbours are."""
    if any(_installs(one) and not _updates(one) for one in later):
        return None
    edit = on.behind([command for command in step.commands if command.name in APT][-1], REMOVE)
    if edit is None:
        return None
    unknown = any(one.instruction.keyword == "RUN" and not one.commands for one in later)
    unknown = unknown or any(command.unknown for one in later for command in one.commands)
    return Fix("remove the package lists in the same RUN", (edit,), Safety.UNSAFE if unknown else Safety.SAFE)

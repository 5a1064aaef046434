from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from torchlint import Build, Command, Context, Fix, Outcome, Problem, Safety, Severity, Step, rule

APT = ("apt-get", "apt", "aptitude")
REMOVE = "rm -rf /var/lib/apt/lists/*"
WITHOUT_LISTS = frozenset(
    "update clean autoclean auto-clean distclean dist-clean autoremove auto-remove autopurge remove purge mark hold "
    "unhold markauto unmarkauto edit-sources moo help".split()
)
"""What apt does that needs no package lists, or brings them."""

RUNS_OTHERS = frozenset(
    "make gmake just task npm npx yarn pnpm ansible ansible-playbook rosdep playwright eval".split()
)
"""Programs that run what is written elsewhere."""

CALLS_APT = re.compile(
    r"(?<![\w./-])(?:/?usr/)?(?:s?bin/)?(?:apt(?:-get|-cache|-file|itude)?|dselect|gdebi)(?![\w./-])", re.ASCII
)


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
        fix = _fix(step, on.build, on)
    message = "the package lists that this downloads stay in the layer, and removing them in a later RUN frees nothing"
    yield Problem(at, message, mend, fix)


def _installs(step: Step) -> bool:
    return any(command.name in APT and "install" in command.values for command in step.commands)


def _updates(step: Step) -> bool:
    return any(command.name in APT and "update" in command.values for command in step.commands)


def _fix(step: Step, build: Build, on: Context) -> Fix | None:
    """Behind the last command of apt, joined as its neighbours are; not where something may read the lists later."""
    last = [command for command in step.commands if command.name in APT][-1]
    behind = step.commands[step.commands.index(last) + 1 :]
    needs = [_needs(behind), *(_of_step(one) for one in _with_these_lists(step, build))]
    edit = None if True in needs else on.behind(last, REMOVE)
    if edit is None:
        return None
    safety = Safety.UNSAFE if None in needs else Safety.SAFE
    return Fix("remove the package lists in the same RUN", (edit,), safety)


def _with_these_lists(step: Step, build: Build) -> Iterator[Step]:
    """What runs on the files that the step leaves, up to the next update."""
    renewed: set[int] = set()
    for stage in build.stages:
        line = {one.index for one in build.lineage(stage.index)}
        if step.stage not in line or renewed & line:
            continue
        for one in stage.steps:
            if (one.stage, one.index) <= (step.stage, step.index):
                continue
            yield one
            if _updates(one):
                renewed.add(stage.index)
                break


def _of_step(step: Step) -> bool | None:
    """Whether a step reads package lists that were there before; None if that cannot be known."""
    instruction = step.instruction
    if instruction.keyword in ("CMD", "ENTRYPOINT"):
        return CALLS_APT.search(instruction.rest.text) is not None
    if instruction.keyword != "RUN":
        return False
    if not step.commands:
        return True if CALLS_APT.search(instruction.rest.text) else None
    return _needs(step.commands)


def _needs(commands: Iterable[Command]) -> bool | None:
    unsure = False
    for command in commands:
        words = [word.value or word.written for word in command.arguments]
        if command.name in APT:
            verb = next((word for word in words if not word.startswith("-")), "help")
            if verb == "update":
                break
            if verb not in WITHOUT_LISTS:
                return True
        elif any(CALLS_APT.search(word) for word in (command.name or "", *words)):
            # Through another program: xargs, sh -c, python -c.
            return True
        unsure = unsure or command.unknown or command.name in RUNS_OTHERS
    return None if unsure else False

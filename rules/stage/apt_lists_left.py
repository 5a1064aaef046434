from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

APT = ("apt-get", "apt", "aptitude")


@rule(Step, Severity.WARNING, Outcome.WASTE, when=("RUN",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    at = step.leaves_apt_lists
    if at is None:
        return
    if not _installs(step):
        mend = "join this with the RUN that installs, and end that one with && rm -rf /var/lib/apt/lists/*"
    elif any(_installs(later) and not _updates(later) for later in on.stage_of(step).steps[step.index + 1 :]):
        mend = "install all packages in this RUN, and end it with && rm -rf /var/lib/apt/lists/*"
    else:
        mend = "end this RUN with && rm -rf /var/lib/apt/lists/*"
    message = "the package lists that this downloads stay in the layer, and removing them in a later RUN frees nothing"
    yield Problem(at, message, mend)


def _installs(step: Step) -> bool:
    return any(command.name in APT and "install" in command.values for command in step.commands)


def _updates(step: Step) -> bool:
    return any(command.name in APT and "update" in command.values for command in step.commands)

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, Stage, rule

# Programs that leave apt's list of archives as it is.
HARMLESS = ("apt-get", "apt", "cd", "echo", "export", "ln", "mkdir", "rm", "set", "true")


@rule(Stage, Severity.WARNING, Outcome.RISK, by_date=True)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    # An image that is gone needs a new tag anyway, and another rule says so.
    gone = base.cuda is not None and base.cuda.status in ("removed", "never-published")
    if stage.parent is not None or base.os is None or gone:
        return
    last = on.world.system_ended(base.os)
    if last is None:
        return
    distro = on.world.distro_of(base.os)
    apt = first_apt(stage) if distro is not None and distro.apt_works is False and distro.apt_sure else None
    family, system = base.os.rstrip("0123456789."), called(base.os)
    named = base.name if base.argument is None else f"{base.name} (the default of ARG {base.argument})"
    what = f"{named} ended" if base.name == system.replace(" ", ":") else f"{named} is {system}, which ended"
    if apt is not None:
        yield Problem(
            base.at,
            f"{what} on {last} and has left the package archive: {apt.name} fails and the build stops",
            f"begin from a newer {family}",
            related=(Related(apt.at, "asks for what is no longer there"),),
            severity=Severity.ERROR,
            outcome=Outcome.BUILD,
        )
        return
    python = base.python_tag and on.world.end_of_life("python", base.python_tag)
    if python and python.ended:
        return  # end-of-life-python asks for another tag already
    yield Problem(
        base.at,
        f"{what} on {last}: no security fixes, and its packages may vanish from the archive",
        f"begin from a newer {family}",
    )


def called(os: str) -> str:
    """A system in words: "debian10" is debian 10."""
    family = os.rstrip("0123456789.")
    return f"{family} {os[len(family) :]}"


def first_apt(stage: Stage) -> Command | None:
    """The first command that asks apt's archive, if it surely asks the one that the image names and must succeed."""
    for step in stage.steps:
        if step.copied is not None and (step.copied.target is None or "apt" in step.copied.target):
            return None
        for command in step.commands:
            words = [*command.values, *(redirect.target.value for redirect in command.redirects)]
            if command.name not in HARMLESS or any(word is None or "/etc" in word for word in words):
                return None
            if command.name in ("apt-get", "apt") and ("update" in words or "install" in words):
                return command if command.fatal and command.certain else None
    return None

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Fix, Outcome, Problem, Safety, Severity, rule

LISTS = "/var/lib/apt/lists/downloaded"
# A package that brings this many others does so in every release and flavour of the official images.
MANY = 4


@rule(Command, Severity.WARNING, Outcome.RISK, when=("asks first",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked = command.asked
    if asked is None or asked.verb != "install" or asked.agrees is not False or not asked.packages:
        return
    if command.shell is None or on.build is None or not command.fatal or _answered(command, on):
        return
    if asked.manager == "apt" and _asks_nothing(command, on):
        return
    likely = asked.manager != "apt" or _brings_many(command, on)
    if likely is False:
        return
    # Not there where a manager's other word for it is written: dnf in.
    word = next((word for word in command.arguments if word.value == "install"), None)
    sure = asked.manager == "apt" and command.certain and _asks(command, on)
    fix = None
    if word is not None and word.written == "install":
        edit = on.added(word.at, "-y")
        safety = Safety.SAFE if sure else Safety.UNSAFE
        fix = None if edit is None else Fix("answer yes beforehand", (edit,), safety)
    if sure:
        said = "asks whether to go on, nobody answers, and the build stops"
        yield Problem(
            command.at, f"{command.name} {said}", "add -y", fix, severity=Severity.ERROR, outcome=Outcome.BUILD
        )
    else:
        said = "stops the build if it asks whether to go on: nobody answers"
        severity = None if likely else Severity.INFO
        yield Problem(command.at, f"{command.name} {said}", "add -y", fix, severity=severity)


def _asks(command: Command, on: Context) -> bool:
    """Whether apt surely brings more than what is named: only then it asks."""
    asked, base = command.asked, command.before.base
    if asked is None or base.kind not in ("distribution", "cuda", "python") or base.flavour == "":
        return False
    if command.before.find("/etc/apt/apt.conf.d/assume-yes") is not False:
        return False
    if any((word.value or "").endswith("-") for word in asked.packages):
        return True
    names = {word.value or "" for word in asked.packages}
    new = [name for name in names if name not in command.before.packages]
    brings = [on.world.apt_brings(name, recommends=False) for name in new]
    return len(command.before.packages) == 0 and any(
        one is not None and one.packages >= MANY + len(names) for one in brings
    )


def _brings_many(command: Command, on: Context) -> bool | None:
    """Whether a package brings others on a bare system, and for other images so many that few have all of them; None
    if one is unknown."""
    asked = command.asked
    names = {word.value or "" for word in asked.packages} if asked is not None else set()
    brings = [on.world.apt_brings(name, recommends=not command.has("--no-install-recommends")) for name in names]
    bare = command.before.base.kind in ("distribution", "cuda", "python")
    if any(one is not None and one.packages >= len(names) + (1 if bare else MANY) for one in brings):
        return True
    return None if None in brings or any(name.endswith("-") for name in names) else False


def _asks_nothing(command: Command, on: Context) -> bool:
    """Whether apt surely stops before it asks, as it has no package lists, or brings nothing beside what is named."""
    asked, before = command.asked, command.before
    names = [word.value or "" for word in asked.packages] if asked is not None else []
    if before.find(LISTS) is False and not command.has("--update", "-U"):
        return True
    return all(name in before.packages or on.world.apt_there(name, before.base.variety) for name in names)


def _answered(command: Command, on: Context) -> bool:
    """Whether settings written before may answer for it."""
    steps = [step for stage in on.build.lineage(command.stage) for step in stage.steps] if on.build else []
    words = [word for step in steps for one in step.commands for word in one.words]
    words += [redirect.target for step in steps for one in step.commands for redirect in one.redirects]
    texts = [word.value or word.written for word in words]
    texts += [step.copied.target or "" for step in steps if step.copied is not None]
    return any("apt.conf" in text or "/etc/apt" in text or "assumeyes" in text for text in texts)

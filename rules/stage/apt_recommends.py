from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Fix, Outcome, Problem, Safety, Severity, rule


@rule(Command, Severity.INFO, Outcome.WASTE, when=("apt-get", "apt"), strict=True)
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked = command.asked
    if asked is None or asked.verb != "install" or not asked.packages or not asked.complete or on.build is None:
        return
    told = " ".join(value or "" for value in command.values).lower()
    if "recommends" in told or not on.build.in_shipped(command.stage) or _set_before(command, on):
        return
    extra = 0
    for word in asked.packages:
        slim, full = (on.world.apt_brings(word.value or "", recommends=wanted) for wanted in (False, True))
        extra = max(extra, full.megabytes - slim.megabytes if slim is not None and full is not None else 0)
    word = next(word for word in command.arguments if word.value == "install")
    fix = None
    if word.written == "install":
        edit = on.added(word.at, "--no-install-recommends")
        fix = None if edit is None else Fix("leave out recommended packages", (edit,), Safety.UNSAFE)
    size = f", about {extra} MB here" if extra else ""
    yield Problem(
        command.at,
        f"this installs recommended packages too{size}: few of them are needed in a container",
        "add --no-install-recommends, and name what is missed then",
        fix,
        estimate_bytes=extra * 1_000_000 if extra else None,
    )


def _set_before(command: Command, on: Context) -> bool:
    """Whether settings of apt may say the same."""
    steps = [step for stage in on.build.lineage(command.stage) for step in stage.steps] if on.build else []
    words = [word for step in steps for one in step.commands for word in one.words]
    words += [redirect.target for step in steps for one in step.commands for redirect in one.redirects]
    texts = [word.value or word.written for word in words]
    texts += [step.copied.target or "" for step in steps if step.copied is not None]
    return any("apt.conf" in text or "Install-Recommends" in text for text in texts)

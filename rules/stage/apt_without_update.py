from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, rule

LISTS = "/var/lib/apt/lists/downloaded"


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("no package lists",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked, before = command.asked, command.before
    if asked is None or asked.verb != "install" or not (command.fatal and command.certain):
        return
    base = before.base
    if not (base.newest or (base.os or "").startswith(("debian", "ubuntu"))) or command.has("--update", "-U"):
        return
    if base.kind not in ("distribution", "cuda", "python") or base.flavour == "" or before.find(LISTS) is not False:
        return
    for word in asked.packages:
        name = word.value or ""
        gone = base.os is not None and on.world.apt_lacks(name.partition("=")[0], base.os)
        if not (gone or on.world.apt_absent(name, base.variety)) or name in before.packages:
            continue
        stage = on.stage_of(command)
        emptied = _emptied(command, on)
        why = "were removed by an earlier RUN" if emptied else f"are not in {base.name}"
        yield Problem(
            word.at,
            f"apt does not find {name} and the build stops: the package lists {why}",
            f"write apt-get update && before this {command.name}" + (_instead(name, on) if gone else ""),
            related=() if emptied else (Related(stage.at, "official images come without package lists"),),
        )
        return


def _instead(name: str, on: Context) -> str:
    """What follows where no list of this release has the package."""
    instead = on.world.apt_instead(name)
    return f", and {instead} for {name}" if instead is not None else f"; but this release has no {name}"


def _emptied(command: Command, on: Context) -> bool:
    """Whether an update ran before: then something emptied the lists again."""
    steps = [step for stage in on.build.lineage(command.stage) for step in stage.steps] if on.build else []
    return any(
        one.asked is not None and one.asked.verb == "update" and one.at.span.start < command.at.span.start
        for step in steps
        for one in step.commands
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, rule

PYTHONS = ("python3", "python")
PIPS = ("pip3", "pip")


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("python", "python3", "pip", "pip3"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not (command.fatal and command.certain) or command.program() is not False:
        return
    state = command.before
    path = command.env.get("PATH", "")
    if any(state.which(word, path=path) is not False for word in (*PYTHONS, *PIPS)):
        return
    stage = on.stage_of(command)
    first = next(one for step in stage.steps for one in step.commands if one.name in (*PYTHONS, *PIPS))
    if first is not command:
        return
    name = command.name or ""
    what = "no Python" if name in PYTHONS else "no Python and no pip"
    message = f"{name} is not found and the build stops: {stage.base.name} has {what}"
    packages = "python3" if name in PYTHONS else "python3 python3-pip"
    install = f"apt-get install -y --no-install-recommends {packages}"
    if stage.base.libc == "musl":
        install = "apk add --no-cache " + packages.replace("python3-pip", "py3-pip")
    yield Problem(
        command.words[0].at,
        f"{message}, and no step before this one installs it",
        f"install it first ({install}), or begin from an image with Python",
        related=(Related(stage.base.at, "this image has no Python"),),
    )

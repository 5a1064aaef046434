from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Safety, Severity, Stage, rule


@rule(Stage, Severity.ERROR, Outcome.BUILD, when=("source",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if not (stage.base.os or "").startswith(("debian", "ubuntu")) or _reconfigured(stage, on):
        return
    for step in stage.steps:
        for command in step.commands:
            if _fails(command):
                yield _problem(command, "the build stops")
    if stage.entry is not None and on.ships(stage):
        for command in stage.entry.commands:
            if _fails(command):
                yield _problem(command, "the container cannot start")._replace(outcome=Outcome.START)


def _fails(command: Command) -> bool:
    """Whether `source` surely meets the dash that the distribution has as /bin/sh, and its failure counts."""
    value = command.words[0].value
    if value != "source" or command.shell not in ("sh", "dash") or not (command.fatal and command.certain):
        return False
    sh = command.before.find("/bin/sh")
    return isinstance(sh, tuple) and sh.at is None


def _reconfigured(stage: Stage, on: Context) -> bool:
    """Whether a step may have made bash the /bin/sh: dpkg-reconfigure dash, or a program nobody knows."""
    lineage = on.build.lineage(stage.index) if on.build is not None else ()
    commands = (command for one in lineage for step in one.steps for command in step.commands)
    return any(command.name in ("dpkg-reconfigure", "update-alternatives", "dpkg-divert") for command in commands)


def _problem(command: Command, what: str) -> Problem:
    word = command.words[0]
    script = command.words[1].value if len(command.words) > 1 else None
    fix = None
    if script is not None and "/" in script and script.endswith(("/activate", "/env", "/conda.sh")):
        edit = Edit(word.at.source, word.at.span, ".")
        fix = Fix("write . in place of source", (edit,), Safety.SAFE) if word.written == "source" else None
    return Problem(
        word.at,
        f"source is not found and {what}: /bin/sh is dash here, which knows only the dot command",
        "write . in place of source"
        if fix
        else 'put SHELL ["/bin/bash", "-c"] above, or write . if the file is plain sh',
        fix,
    )

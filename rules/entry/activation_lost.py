from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Related, Severity, Step, rule

PYTHONS = ("python", "python3", "pip", "pip3")


@rule(Step, Severity.WARNING, Outcome.RISK, when=("source", "."))
def check(step: Step, on: Context) -> Iterator[Problem]:
    last = step.commands[-1] if step.commands else None
    if last is None or not last.certain:
        return
    folder = _activated(last)
    later = None if folder is None else _outside(step, folder, on)
    if folder is None or later is None:
        return
    fix = None
    change = f'ENV PATH="{folder}/bin:$PATH"'
    if len(step.commands) == 1 and not step.instruction.flags and folder in step.after.environments:
        source, span = step.at
        fix = Fix(f"put {folder}/bin on PATH for all that follows", (Edit(source, span, change),))
    yield Problem(
        last.at,
        f"activating {folder} ends with this RUN: what follows runs outside of it",
        f"write {change}",
        fix,
        related=(Related(later.at, f"{later.name} is not the one of {folder}"),),
    )


def _activated(command: Command) -> str | None:
    """The folder of the environment that the command activates; None when it activates none or that is unknown."""
    script = command.values[0] if command.values else None
    if command.words[0].value not in ("source", ".") or script is None or not script.endswith("/bin/activate"):
        return None
    where = command.before.absolute(script, command.cwd)
    folder = where.removesuffix("/bin/activate") if where is not None else None
    return folder if folder in command.before.environments else None


def _outside(step: Step, folder: str, on: Context) -> Command | None:
    """The first later command of the stage that runs a Python or pip of another environment."""
    stage = on.stage_of(step)
    commands = [one for later in stage.steps[step.index + 1 :] for one in later.commands]
    commands += stage.entry.commands if stage.entry is not None else ()
    for command in commands:
        if command.words[0].value not in PYTHONS:
            continue
        program = command.program()
        environment = command.before.environment_of(program)
        if environment is None:
            return None
        return command if environment.prefix != folder else None
    return None

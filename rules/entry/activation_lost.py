from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Related, Severity, Span, Step, rule

PYTHONS = ("python", "python3", "pip", "pip3")


@rule(
    Step,
    Severity.WARNING,
    Outcome.RISK,
    when=("source", ".", "conda last", "mamba last", "micromamba last"),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    last = step.commands[-1] if step.commands else None
    if last is None or not last.certain:
        return
    named = _named(last)
    if named is not None:
        # Where it stops the build, nothing follows.
        if last.program() is not False and not on.unprepared(last, step.commands):
            yield from _of_conda(step, last, named, on)
        return
    folder = _activated(last)
    later = None if folder is None else _outside(step, folder, on)
    if folder is None or later is None:
        return
    fix = None
    change = f'ENV PATH="{folder}/bin:$PATH"'
    edit = _lasting(step, last, change) if folder in step.after.environments else None
    if edit is not None:
        fix = Fix(f"put {folder}/bin on PATH for all that follows", (edit,))
    yield Problem(
        last.at,
        f"activating {folder} ends with this RUN: what follows runs outside of it",
        f"write {change}",
        fix,
        related=(Related(later.at, f"{later.name} is not the one of {folder}"),),
    )


def _named(command: Command) -> str | None:
    """The environment that `conda activate NAME` names."""
    values = command.values
    if command.name not in ("conda", "mamba", "micromamba") or len(values) != 2 or values[0] != "activate":
        return None
    return values[1]


def _of_conda(step: Step, last: Command, named: str, on: Context) -> Iterator[Problem]:
    stage = on.stage_of(step)
    folder = (
        named
        if "/" in named
        else next((one for one in step.after.environments if one.endswith(f"/envs/{named}")), None)
    )
    commands = [one for later in stage.steps[step.index + 1 :] for one in later.commands]
    commands += stage.entry.commands if stage.entry is not None else ()
    later = next((one for one in commands if one.words[0].value in PYTHONS), None)
    if later is None or named == "base":
        return
    environment, path = later.before.environment_of(later.program()), later.before.env.get("PATH")
    if environment is None and (path is None or path.origin != "base" or path.at is not None):
        return  # a PATH of one's own may lead into it
    if environment is not None and (environment.prefix == folder or environment.prefix.endswith(f"/envs/{named}")):
        return
    change = f'write ENV PATH="{folder}/bin:$PATH"' if folder else f"write conda run -n {named} before what follows"
    yield Problem(
        last.at,
        f"activating {named} ends with this RUN, and a shell without conda's functions refuses it: what follows runs "
        "outside of it",
        change,
        related=(Related(later.at, f"{later.name} is not the one of {named}"),),
    )


def _lasting(step: Step, last: Command, change: str) -> Edit | None:
    """The change in place of the activation, or behind the RUN that it ends."""
    source, span = step.at
    if last.at.span.end != span.end or last.redirects:
        return None
    if len(step.commands) == 1:
        return None if step.instruction.flags else Edit(source, span, change)
    end = step.commands[-2].at.span.end
    between = source.text[end : last.at.span.start].replace("\r", "").replace("\\\n", "")
    cut = Span(end, span.end)
    return Edit(source, cut, f"{source.newline}{change}") if between.strip(" \t") == "&&" else None


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

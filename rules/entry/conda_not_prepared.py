from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, Span, Stage, rule


@rule(Stage, Severity.ERROR, Outcome.BUILD, when=("conda", "mamba"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    for step in stage.steps:
        if not step.instruction.heredocs:
            yield from _problems(step.commands, "the build stops", on, None)
    entry = stage.entry
    if entry is not None and on.ships(stage):
        for problem in _problems(entry.commands, "the container cannot start", on, entry):
            yield problem._replace(outcome=Outcome.START)


def _problems(commands: tuple[Command, ...], what: str, on: Context, entry: Entry | None) -> Iterator[Problem]:
    for command in commands:
        if not on.unprepared(command, commands, entry):
            continue
        program = command.program()
        prefix = program.prefix if isinstance(program, tuple) else None
        named = command.values[1] if len(command.values) > 1 else None
        script = f". {prefix}/etc/profile.d/conda.sh"
        fix = None
        if prefix is not None and command.words[0].written in ("", "conda"):
            source, span = command.at
            edit = Edit(source, Span(span.start, span.start), f"{script} && ")
            fix = Fix("prepare the shell for it", (edit,), Safety.SAFE)
        yield Problem(
            command.at,
            f"{command.name} activate works only in a shell that has read {command.name}'s functions, and this one has "
            f"not: {what}",
            f"write conda run -n {named or 'NAME'} before each command, or put {script} && in front",
            fix,
        )
        return

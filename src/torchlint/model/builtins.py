"""Builtins of the shell: what they change lasts until the RUN ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint.model.effects import unknown_program

if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run


def builtin(command: Command, run: Run) -> bool:
    """Follow a builtin of the shell. False when it is none."""
    name, values = command.name, command.values
    if name == "cd":
        target = values[0] if values else run.home()
        run.cwd = run.state.absolute(target, run.cwd) if target not in (None, "-") else None
    elif name in ("export", "declare", "local", "readonly", "typeset"):
        for value in values:
            if value is not None and "=" in value:
                variable, _, content = value.partition("=")
                run.variables[variable] = content
            elif value is None:
                _exported(command, run)
    elif name == "set":
        _set(values, run)
    elif name == "unset":
        run.variables.update({value: "" for value in values if value})
    elif name in ("exit", "return"):
        run.ended = command.certain
    elif name in (".", "source"):
        _source(command, run)
    elif name == "eval":
        run.state = unknown_program(run.state)
        run.variables["PATH"] = None
    else:
        return name in (
            ":",
            "true",
            "false",
            "trap",
            "umask",
            "shopt",
            "wait",
            "hash",
            "alias",
            "ulimit",
            "read",
            "shift",
        )
    return True


def _exported(command: Command, run: Run) -> None:
    for argument in command.arguments:
        name, equals, _ = argument.written.partition("=")
        if argument.value is None and equals:
            run.variables[name] = None


def _set(values: tuple[str | None, ...], run: Run) -> None:
    following = False
    for value in values:
        if value is None:
            continue
        if following:
            run.pipefail = run.pipefail or value == "pipefail"
            run.errexit = run.errexit or value == "errexit"
            following = False
        elif value[:1] == "-":
            run.errexit = run.errexit or "e" in value
            following = value.endswith("o")
        elif value[:1] == "+":
            run.errexit = run.errexit and "e" not in value


def _source(command: Command, run: Run) -> None:
    """`. venv/bin/activate` puts the venv before PATH until this RUN ends; another file may do anything to it."""
    target = command.values[0] if command.values else None
    where = run.state.absolute(target, run.cwd) if target is not None and "/" in target else None
    if (
        where is not None
        and where.endswith("/bin/activate")
        and where[: -len("/bin/activate")] in run.state.environments
    ):
        prefix = where[: -len("/bin/activate")]
        path = run.lookup("PATH")
        run.variables["PATH"] = None if path is None else f"{prefix}/bin:{path}"
        run.variables["VIRTUAL_ENV"] = prefix
    else:
        run.variables["PATH"] = None
        run.variables["VIRTUAL_ENV"] = None

"""conda, mamba and micromamba: environments by name or prefix, at the level of "something is installed there"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint.model.effects import forget_packages, unknown_program
from torchlint.model.environment import Environment, Program
from torchlint.model.files import Anything, Found, Made
from torchlint.text import Fact

if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

QUIET = frozenset({"clean", "init", "info", "list", "config", "--version", "activate", "deactivate", "search", "shell"})


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `conda …`."""
    program = command.program()
    if program is False:
        return run.state
    verbs = [value for value in command.values if value is not None and not value.startswith("-")]
    verb = verbs[0] if verbs else None
    if verb in ("activate", "deactivate"):
        run.variables["PATH"] = None
        return run.state
    if verb in QUIET:
        return run.state
    if verb == "create" or verbs[:2] == ["env", "create"]:
        return _created(command, run, program)
    if verb in ("install", "update", "upgrade", "remove", "env"):
        return _changed(run)
    return unknown_program(run.state)


def _option(command: Command, *names: str) -> str | None:
    values = command.values
    for number, value in enumerate(values):
        if value in names and number + 1 < len(values):
            return values[number + 1]
        for name in names:
            if value is not None and value.startswith(f"{name}="):
                return value[len(name) + 1 :]
    return None


def _created(command: Command, run: Run, program: Program | bool | None) -> Snapshot:
    state = run.state
    prefix = _option(command, "-p", "--prefix")
    name = _option(command, "-n", "--name")
    if prefix is None and name is not None and isinstance(program, Program) and program.prefix is not None:
        prefix = f"{program.prefix}/envs/{name}"
    where = state.absolute(prefix, command.cwd) if prefix is not None else None
    if where is None:
        return forget_packages(state)._replace(files=state.files.then(Anything(("/",))))
    environment = Environment(where, "conda", Fact(_python(command)), {}, complete=False, at=command.at)
    files = state.files.then(Anything((where,)))
    if environment.python.value is not None:
        for one in ("python", "python3"):
            files = files.then(Made(f"{where}/bin/{one}", Found("file", Program("python", where), command.at)))
        files = files.then(Made(f"{where}/bin/pip", Found("file", Program("pip", where), command.at)))
    return state._replace(files=files).with_environment(environment)


def _python(command: Command) -> str | None:
    """The minor version that `python=3.10` asks for."""
    for value in command.values:
        if value is not None and value.startswith("python="):
            parts = value.lstrip("python").strip("=").split(".")
            if len(parts) >= 2 and all(part.isdigit() for part in parts[:2]):
                return ".".join(parts[:2])
    return None


def _changed(run: Run) -> Snapshot:
    """An install may replace anything in its environment, the Python too."""
    state = forget_packages(run.state)
    environments = {
        prefix: one._replace(python=Fact(None), packages={}) if one.kind == "conda" else one
        for prefix, one in state.environments.items()
    }
    return state._replace(files=state.files.then(Anything(("/",))), environments=environments)

"""Builtins of the shell: what they change lasts until the RUN ends."""

from __future__ import annotations

from torchlint.model.effects import unknown_program
from torchlint.model.files import Found
from torchlint.model.snapshot import UNKNOWN_REST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run


QUIET = frozenset(
    ": true false trap umask shopt wait hash alias unalias ulimit shift break continue jobs times".split()
)
"""Builtins that change nothing a snapshot knows."""

PLAIN = QUIET | frozenset(
    "cd pushd popd export declare local readonly typeset set unset read mapfile readarray getopts exit return".split()
)
"""Builtins that run no other program."""


def builtin(command: Command, run: Run) -> bool:
    """Follow a builtin of the shell. False when it is none."""
    name, values = command.name, command.values
    if name in ("cd", "pushd"):
        folders = [value for value in values if value is None or not value.startswith("-") or value == "-"]
        target = folders[0] if folders else run.home() if name == "cd" else None
        run.cwd = run.state.absolute(target, run.cwd) if target not in (None, "-") else None
    elif name == "popd":
        run.cwd = None
    elif name in ("export", "declare", "local", "readonly", "typeset"):
        for value in values:
            if value is not None and "=" in value:
                variable, _, content = value.partition("=")
                run.variables[variable] = content
            elif value is None:
                _exported(command, run)
    elif name == "set":
        _set(command, run)
    elif name == "unset":
        run.variables.update({value: "" for value in values if value})
    elif name in ("read", "mapfile", "readarray", "getopts"):
        run.variables.update({value: None for value in values if value and not value.startswith("-")})
    elif name in ("exit", "return"):
        _leave(name, values, run)
    elif name in (".", "source"):
        _source(command, run)
    elif name == "eval":
        if not _hooked(command, run):
            run.state = unknown_program(run.state)
            run.variables["PATH"] = None
    else:
        return name in QUIET
    return True


def _leave(name: str, values: tuple[str | None, ...], run: Run) -> None:
    """`exit` and `return`: a status other than 0 fails the RUN where this shell's does; else it ends well here."""
    failing = bool(values) and (values[0] or "").strip("0").isdigit()
    if not failing or not (run.exits if name == "exit" else run.returns):
        run.left = (*run.left, run.state)
    run.ended = name


def _exported(command: Command, run: Run) -> None:
    for argument in command.arguments:
        name, equals, _ = argument.written.partition("=")
        if argument.value is None and equals:
            run.variables[name] = None


def _set(command: Command, run: Run) -> None:
    """`set -e` counts where it surely runs, `set +e` always."""
    following = ""
    for value in command.values:
        if following:
            on = following == "-"
            if value == "pipefail":
                run.pipefail = (run.pipefail or command.certain) if on else False
            elif value == "errexit":
                run.errexit = (run.errexit or command.certain) if on else False
            following = ""
        elif value is None or value[:1] not in ("-", "+") or value == "--":
            return
        else:
            if "e" in value:
                run.errexit = (run.errexit or command.certain) if value[0] == "-" else False
            following = value[0] if value.endswith("o") else ""


def _hooked(command: Command, run: Run) -> bool:
    """`eval "$(conda shell.bash hook)"`. False for anything else."""
    written = " ".join(word.written for word in command.arguments)
    if "hook" not in written:
        return False
    from torchlint.model.effects import conda_places

    return conda_places.hook(run, written)


def _source(command: Command, run: Run) -> None:
    """`. venv/bin/activate` puts the venv before PATH until this RUN ends; another file may do anything to it."""
    target = command.values[0] if command.values else None
    where = run.state.absolute(target, run.cwd) if target is not None and "/" in target else None
    if target is not None and ("conda" in target or "mamba" in target or target.endswith("activate")):
        from torchlint.model.effects import conda_places

        if conda_places.sourced(run, target, where, command.values[1:]):
            return
    if (
        where is not None
        and where.endswith("/bin/activate")
        and where[: -len("/bin/activate")] in run.state.environments
    ):
        prefix = where[: -len("/bin/activate")]
        path = run.lookup("PATH")
        run.variables["PATH"] = f"{prefix}/bin:{UNKNOWN_REST if path is None else path}"
        run.variables["VIRTUAL_ENV"] = prefix
    elif where is not None and where.endswith("/env") and isinstance(run.state.find(f"{where[:-3]}uv"), Found):
        # What uv's installer writes beside it puts that folder on PATH, and does nothing else.
        path = run.lookup("PATH")
        run.variables["PATH"] = f"{where[:-4]}:{UNKNOWN_REST if path is None else path}"
    else:
        run.variables["PATH"] = None
        run.variables["VIRTUAL_ENV"] = None

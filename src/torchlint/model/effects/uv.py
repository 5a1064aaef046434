"""uv: `uv pip install` as pip's kin, `uv venv`, and the environment that `uv sync` makes."""

from __future__ import annotations

from torchlint.model.effects import (
    forget_packages,
    no_interpreter,
    pip,
    unknown_program,
    venv,
)
from torchlint.model.effects.words import UV_VALUED, Words
from torchlint.model.environment import Environment, Program
from torchlint.model.files import Anything, Found, Made, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

MANAGED = ".local/share/uv/python"
"""Where the Pythons lie that uv manages, below the home folder: it takes them before others."""


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `uv …`."""
    return follow(command, run, command.arguments)


def follow(command: Command, run: Run, arguments: tuple[Argument, ...]) -> Snapshot:
    """The snapshot after uv with these arguments."""
    if command.program() is False:
        return run.state
    words = Words(arguments, _valued(arguments))
    verbs = [word.value for word in words.plain[:2]]
    if not verbs:
        return run.state if words.known else unknown_program(run.state)
    if verbs == ["pip", "install"]:
        words.plain = words.plain[2:]
        environment = _environment(command, run, words)
        program = Program("python", environment.prefix) if environment is not None else None
        install = pip.read(command, run, words, "uv", program, environment, "UV_")
        run.installs.append(install)
        return pip.installed(run, install)
    if verbs == ["pip", "uninstall"]:
        return pip.uninstalled(run, words, words.plain[2:], _environment(command, run, words))
    if verbs == ["python", "install"]:
        home = run.home()
        files = run.state.files.then(Anything(("/",)))
        made = files if home is None else files.then(Made(f"{home}/{MANAGED}", Found("dir", None, command.at)))
        return run.state._replace(files=made)
    if verbs[:1] == ["venv"]:
        return _venv(command, run, words)
    if verbs[0] in ("sync", "run", "add", "remove"):
        from torchlint.model.effects import uv_project

        return uv_project.follow(command, run, words, verbs[0])
    if verbs[0] == "lock":
        from torchlint.model.effects import uv_project

        return uv_project.written(command, run, words)
    if verbs[0] == "tool" or command.name == "uvx":
        return _tool(run, verbs)
    if verbs[0] == "export":
        told = words.options.get("--output-file")
        where = run.state.absolute(told.value, command.cwd) if told is not None and told.value is not None else None
        files = run.state.files
        return run.state._replace(
            files=files if where is None else files.then(Made(where, Found("file", None, command.at)))
        )
    if verbs in (["cache", "clean"], ["cache", "prune"]):
        return pip.cache_emptied(run, words, "UV_")
    if verbs[:1] in (["cache"], ["version"], ["tree"]) or verbs in (
        ["pip", "compile"],
        ["pip", "list"],
    ):
        return run.state
    return forget_packages(run.state)._replace(files=run.state.files.then(Anything(("/",))))


def _valued(arguments: tuple[Argument, ...]) -> Mapping[str, str]:
    """The options that take a value; `-c` clears an environment where there are no constraints."""
    if any(word.value == "venv" for word in arguments):
        return {name: long for name, long in UV_VALUED.items() if name != "-c"}
    return UV_VALUED


def _environment(command: Command, run: Run, words: Words) -> Environment | None:
    """The environment `uv pip` works on: --system or --python, VIRTUAL_ENV, else `.venv` in or above the folder."""
    state = run.state
    asked = words.options.get("--python")
    if asked is not None:
        if asked.value is None:
            return None
        whole = state.absolute(asked.value, command.cwd) if "/" in asked.value else None
        if whole is not None and whole in state.environments:
            return state.environments[whole]
        return (
            state.environment_of(state.which(asked.value, cwd=command.cwd, path=run.search_path())) if whole else None
        )
    system = run.lookup("UV_SYSTEM_PYTHON")
    if "--system" in words.options or (system is not None and system.lower() in ("1", "true", "yes", "on")):
        return _on_path(run)
    active = run.lookup("VIRTUAL_ENV")
    if system is None or active is None:
        return None
    if active:
        return state.environments.get(normal(active)) if active.startswith("/") else None
    folder = command.cwd
    while folder is not None:
        found = state.find(normal(f"{folder}/.venv"))
        if found is not False:
            return state.environments.get(normal(f"{folder}/.venv"))
        folder = None if folder == "/" else folder.rpartition("/")[0] or "/"
    return None


def _on_path(run: Run) -> Environment | None:
    """The environment of the first Python on PATH; None if that is a virtual one, which uv passes over here."""
    for name in ("python", "python3"):
        found = run.state.which(name, path=run.search_path())
        if found is not False:
            environment = run.state.environment_of(found)
            return None if environment is not None and environment.kind == "venv" else environment
    return None


def _venv(command: Command, run: Run, words: Words) -> Snapshot:
    from torchlint.model.effects import uv_project, uv_python

    folder = words.plain[1].value if len(words.plain) > 1 else None
    project = None if "--no-project" in words.options else uv_project.folder_of(run, words, command.cwd)
    if len(words.plain) == 1:
        # In a project's own folder it is the project's environment that is made.
        told = run.lookup("UV_PROJECT_ENVIRONMENT") if project is not None and project == command.cwd else ""
        folder = ".venv" if told == "" else told
    if folder is None or not words.known:
        # Wherever it is, there is a Python in it.
        return unknown_program(run.state)
    asked = uv_python.request(run, project or command.cwd, words.options.get("--python"))
    maker = uv_python.chosen(run, asked)
    state = venv.create(run, command, folder, maker, pip="--seed" in words.options)
    where = state.absolute(folder, command.cwd)
    return state if maker is None or where is None else uv_python.linked(state, where, maker, command.at)


def _tool(run: Run, verbs: list[str | None]) -> Snapshot:
    """`uv tool install` and `uvx`: applications in environments of their own."""
    if verbs[1:] and verbs[1] in ("list", "dir", "update-shell"):
        return run.state
    return run.state._replace(files=run.state.files.then(Anything(("/",), no_interpreter)))

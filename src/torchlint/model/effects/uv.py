"""uv: `uv pip install` as pip's kin, `uv venv`, and the environment that `uv sync` makes."""

from __future__ import annotations

from torchlint.model.effects import forget_packages, no_python, pip, venv
from torchlint.model.effects.words import UV_VALUED, Words
from torchlint.model.environment import Environment, Program
from torchlint.model.files import Anything, Found, Made, normal
from torchlint.text import Fact

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
    if verbs == ["pip", "install"]:
        words.plain = words.plain[2:]
        environment = _environment(command, run, words)
        program = Program("python", environment.prefix) if environment is not None else None
        install = pip.read(command, run, words, "uv", program, environment, "UV_")
        run.installs.append(install)
        return pip.installed(run, install)
    if verbs == ["python", "install"]:
        home = run.home()
        files = run.state.files.then(Anything(("/",)))
        made = files if home is None else files.then(Made(f"{home}/{MANAGED}", Found("dir", None, command.at)))
        return run.state._replace(files=made)
    if verbs[:1] == ["venv"]:
        return _venv(command, run, words)
    if verbs[:1] in (["sync"], ["run"], ["add"]):
        return _project(command, run, words)
    if verbs in (["cache", "clean"], ["cache", "prune"]):
        return pip.cache_emptied(run, words, "UV_")
    if verbs[:1] in (["cache"], ["lock"], ["export"], ["version"], ["--version"]) or verbs in (
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


def _asked_by_project(run: Run) -> bool:
    """True if `.python-version` or pyproject.toml, here or above, may ask for a certain Python."""
    folder = run.cwd
    while folder is not None:
        if any(
            run.state.find(normal(f"{folder}/{name}")) is not False for name in (".python-version", "pyproject.toml")
        ):
            return True
        folder = None if folder == "/" else folder.rpartition("/")[0] or "/"
    return run.cwd is None


def _venv(command: Command, run: Run, words: Words) -> Snapshot:
    folder = words.plain[1].value if len(words.plain) > 1 else ".venv"
    asked = words.options.get("--python")
    maker = _on_path(run) if asked is None and run.lookup("UV_PYTHON") == "" and not _asked_by_project(run) else None
    if maker is not None and isinstance(run.state.find(f"{run.home()}/{MANAGED}"), Found):
        maker = None
    if asked is not None and asked.value is not None and maker is None:
        names = [asked.value, f"python{asked.value.removeprefix('python')}"]
        for name in names:
            found = run.state.which(name, cwd=command.cwd, path=run.search_path())
            maker = maker or run.state.environment_of(found)
        if maker is None and asked.value.removeprefix("python").count(".") == 1:
            # uv finds or downloads exactly the minor that was asked for.
            minor = asked.value.removeprefix("python")
            maker = Environment("", "uv", Fact(minor if minor.replace(".", "").isdigit() else None), {}, managed=True)
    if folder is None or not words.known:
        return forget_packages(run.state)._replace(files=run.state.files.then(Anything(("/",), no_python)))
    state = venv.create(run, command, folder, maker, pip="--seed" in words.options)
    where = state.absolute(folder, command.cwd)
    if maker is not None and maker.kind == "uv" and where is not None:
        state = state.with_environment(state.environments[where]._replace(home=None))
    return state


def _project(command: Command, run: Run, words: Words) -> Snapshot:
    """`uv sync` and `uv run` make or fill the project's environment with what the lock says."""
    state = run.state
    told = run.lookup("UV_PROJECT_ENVIRONMENT")
    folder = (told or ".venv") if told is not None else None
    where = _project_folder(command, run, words)
    where = state.absolute(folder, where) if folder is not None and where is not None else None
    if where is None or (words.options.keys() & {"--active", "--script", "--no-project"}):
        return forget_packages(state)._replace(files=state.files.then(Anything(("/",))))
    if where not in state.environments:
        environment = Environment(where, "venv", Fact(None), {}, complete=False, managed=None, at=command.at)
        state = state.with_environment(environment)
    state = forget_packages(state)
    files = state.files.then(Anything((where,)))
    for name in ("python", "python3"):
        files = files.then(Made(f"{where}/bin/{name}", Found("file", Program("python", where), command.at)))
    files = files.then(Made(f"{where}/bin/activate", Found("file", None, command.at)))
    return state._replace(files=files)


def _project_folder(command: Command, run: Run, words: Words) -> str | None:
    """The folder of the project: the nearest with a pyproject.toml; None when unknown."""
    folder = command.cwd
    for option in ("--directory", "--project"):
        told = words.options.get(option)
        if told is not None:
            folder = run.state.absolute(told.value, folder) if told.value is not None else None
    while folder is not None:
        if run.state.find(normal(f"{folder}/pyproject.toml")) is not False:
            return folder
        folder = None if folder == "/" else folder.rpartition("/")[0] or "/"
    return None

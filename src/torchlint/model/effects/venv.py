"""Virtual environments: `python -m venv`, virtualenv, `uv venv`."""

from __future__ import annotations

from torchlint.model.effects import unknown_program
from torchlint.model.environment import Environment, Program
from torchlint.model.files import Found, Made, Removed
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

VALUED = frozenset(
    {"-p", "--python", "--prompt", "--app-data", "--seeder", "--pip", "--setuptools", "--wheel", "--discovery"}
)


def apply(command: Command, run: Run) -> Snapshot:
    """virtualenv: the Python is the one named by -p, else the one virtualenv itself runs on."""
    folder, python, known = _words(command.arguments)
    if not known or folder is None:
        return unknown_program(run.state)
    maker = command.before.environment_of(command.program())
    if python is not None:
        named = f"python{python}" if python[:1].isdigit() else python
        found = run.state.which(named, cwd=command.cwd, path=run.search_path())
        maker = run.state.environment_of(found)
    elif command.name == "virtualenv":
        maker = None
    return create(run, command, folder, maker, pip=not command.has("--no-pip"))


def with_module(command: Command, run: Run, arguments: tuple[Argument, ...], maker: Environment | None) -> Snapshot:
    """`python -m venv DIR` and `python -m virtualenv DIR`, run by the Python of `maker`."""
    folder, python, known = _words(arguments)
    if not known or folder is None:
        return unknown_program(run.state)
    return create(run, command, folder, maker if python is None else None, pip=not command.has("--without-pip"))


def create(run: Run, command: Command, folder: str, maker: Environment | None, *, pip: bool) -> Snapshot:
    """The snapshot with a new, empty environment at `folder`, made by the Python of `maker` (None = unknown)."""
    state = run.state
    where = state.absolute(folder, command.cwd)
    if where is None:
        return unknown_program(state)
    python = Fact(maker.python.value if maker is not None else None, command.at)
    shared = command.has("--system-site-packages")
    packages = dict(maker.packages) if shared and maker is not None else {}
    there = None if command.has("--clear") else state.environments.get(where)
    if there is not None and there.python.value == python.value:
        packages |= there.packages
    environment = Environment(
        where,
        "venv",
        python,
        packages,
        # What comes to lie beside the Python below it later on is seen as well.
        complete=not shared and (there is None or there.complete),
        home=_home(maker),
        at=command.at,
        rewritten=command.has("--relocatable") or run.lookup("UV_VENV_RELOCATABLE") != "",
        asked=there.asked if there is not None else frozenset(),
    )
    names = ["python", "python3", *([f"python{python.value}"] if python.value else [])]
    files = state.files
    if not isinstance(files.find(f"{where}/bin"), Found) or command.has("--clear"):
        files = files.then(Removed(f"{where}/bin"))
    files = files.then(Made(where, Found("dir", None, command.at)))
    for name in names:
        files = files.then(Made(f"{where}/bin/{name}", Found("file", Program("python", where), command.at)))
    for name in ("pip", "pip3", *([f"pip{python.value}"] if python.value else [])) if pip else ():
        files = files.then(Made(f"{where}/bin/{name}", Found("file", Program("pip", where), command.at)))
    files = files.then(Made(f"{where}/bin/activate", Found("file", None, command.at)))
    return state._replace(files=files).with_environment(environment)


def _home(maker: Environment | None) -> str | None:
    """The interpreter that a venv made by `maker` links to."""
    if maker is None:
        return None
    if maker.kind == "venv":
        return maker.home
    prefix = maker.prefix.split("@", 1)[0]
    return f"{prefix}/bin/python3" if maker.python.value is None else f"{prefix}/bin/python{maker.python.value}"


def _words(arguments: tuple[Argument, ...]) -> tuple[str | None, str | None, bool]:
    """The folder, the Python that is asked for, and whether every word is known."""
    folder = python = None
    following: str | None = None
    for word in arguments:
        value = word.value
        if value is None:
            return None, None, False
        if following is not None:
            python = value if following in ("-p", "--python") else python
            following = None
        elif value.startswith("--python="):
            python = value.split("=", 1)[1]
        elif value.startswith("-"):
            following = value if value in VALUED else None
        elif folder is None:
            folder = value
    return folder, python, True

"""The environments of project managers: which one is in use, how it is made, and what a lock puts into it."""

from __future__ import annotations

from torchlint.model.effects import OF_SYSTEMS, locked, uv_python, venv
from torchlint.model.environment import Environment
from torchlint.model.files import Anything, Found, normal
from torchlint.model.snapshot import UNKNOWN_REST
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.effects.locked import Contents
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

TRUE = ("1", "true", "yes", "on", "t", "y")


def root_of(run: Run, folder: str | None, *names: str) -> str | None:
    """The nearest folder, from `folder` up, with a file of one of these names; None when unknown."""
    while folder is not None:
        if any(run.state.find(normal(f"{folder}/{name}")) is not False for name in names):
            return folder
        folder = None if folder == "/" else folder.rpartition("/")[0] or "/"
    return None


def active(run: Run) -> Environment | bool | None:
    """The environment that is activated; False when surely none is, None when unknown."""
    told = run.lookup("VIRTUAL_ENV")
    if told is None:
        return None
    return run.state.environments.get(normal(told)) if told else False


def current(run: Run, manager: str) -> Environment | None:
    """The Python that runs a project manager, if it surely is the one on PATH too."""
    state = run.state
    for name in ("python", "python3"):
        program = state.which(name, cwd=run.cwd, path=run.search_path())
        if program is False:
            continue
        found = state.environment_of(program)
        rivals = [one for one in state.environments.values() if one.kind not in ("venv", "user")]
        sure = found is not None and (manager in found.packages or rivals == [found])
        return found if sure else None
    return None


def made(
    command: Command, run: Run, where: str, maker: Environment | None, requires: str | None
) -> tuple[Snapshot, Environment]:
    """The environment at `where`, kept or made of `maker` if the project admits that one. `requires` None: unknown."""
    existing = run.state.environments.get(where)
    minor = maker.python.value if maker is not None else None
    if existing is not None:
        minor = existing.python.value
    admitted = None if minor is None or requires is None else not requires or uv_python.fits(requires, minor)
    if existing is not None and (admitted or existing.kind != "venv"):
        return run.state, existing
    if existing is not None:
        return run.state, existing._replace(python=Fact(None), complete=False)
    state = venv.create(run, command, where, maker if admitted else None, pip=False)
    environment = state.environments[where]
    # Some managers seed pip, some do not.
    state = state._replace(files=state.files.then(Anything((where,))))
    return state, environment


def filled(state: Snapshot, environment: Environment, contents: Contents | None, *, complete: bool = True) -> Snapshot:
    """The state after a lock's packages went into an environment; `contents` None: nobody knows which."""
    packages = contents.packages if contents is not None else ()
    known = complete and contents is not None and contents.complete and environment.complete
    after = environment.with_packages(*packages)._replace(complete=known)
    files = locked.with_programs(
        state.files.then(Anything((environment.root, "/usr/local"), _settings)), after, packages
    )
    return state._replace(files=files).with_environment(after)


def _settings(word: str) -> bool:
    return word in ("pip.conf", "uv.toml") or word in OF_SYSTEMS


def somewhere(run: Run, folders: tuple[str | None, ...]) -> Snapshot:
    """The state after an environment came to be at a path that nobody knows, below one of `folders`."""
    known = tuple(folder for folder in folders if folder)
    below = known if len(known) == len(folders) else ("/",)
    return run.state._replace(files=run.state.files.then(Anything(below)))


def inside(
    command: Command, run: Run, prefix: str | None, arguments: tuple[Argument, ...], cwd: str | None
) -> Snapshot:
    """Follow a program that a manager starts in its environment; `prefix` None: nobody knows where that is."""
    kept = run.scope()
    path = run.lookup("PATH")
    rest = UNKNOWN_REST if path is None else path
    run.variables["PATH"] = None if prefix is None else f"{prefix}/bin:{rest}"
    run.variables["VIRTUAL_ENV"] = prefix
    run.cwd = cwd
    if arguments and arguments[0].value == "--":
        arguments = arguments[1:]
    run.execute(arguments, command)
    run.restore(kept)
    return run.state


def flag(run: Run, name: str) -> bool | None:
    """A switch among the variables; None when it is unset or cannot be known."""
    told = run.lookup(name)
    return told.lower() in TRUE if told else None


def exists(run: Run, path: str) -> bool:
    """True if a path surely is there."""
    return isinstance(run.state.find(normal(path)), Found)

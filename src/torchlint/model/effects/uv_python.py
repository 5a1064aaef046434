"""Which Python uv takes for a new environment: what asks for one, and which of those there are fits."""

from __future__ import annotations

from torchlint.model.effects.uv import MANAGED
from torchlint.model.environment import Environment
from torchlint.model.files import Found, Made, normal
from torchlint.record import NamedTuple
from torchlint.syntax import pyproject
from torchlint.syntax.lock import minor, python_version
from torchlint.syntax.marking import Surroundings, holds
from torchlint.syntax.requirement import Requirement, parse_requirement
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Place

MINORS = tuple(f"3.{number}" for number in range(7, 16))
"""The Pythons that a range may leave."""


class Request(NamedTuple):
    """What asks for a Python. `known`: nothing else does. `path`: an interpreter by its path or name.

    `minor`: one minor version; `requires`: a range of versions.
    """

    known: bool = True
    path: str | None = None
    minor: str | None = None
    requires: str | None = None

    def admits(self, python: str | None) -> bool | None:
        """Whether a Python of that minor version will do; None when that cannot be known."""
        if not self.known or python is None or self.path is not None:
            return None
        if self.minor is not None:
            return python == self.minor
        return True if self.requires is None else fits(self.requires, python)

    @property
    def only(self) -> str | None:
        """The one minor version that will do; None when several will."""
        if not self.known or self.path is not None:
            return None
        if self.minor is not None:
            return self.minor
        left = [] if self.requires is None else [one for one in MINORS if fits(self.requires, one) is not False]
        return left[0] if len(left) == 1 else None


def request(run: Run, folder: str | None, asked: Argument | None) -> Request:
    """What `--python`, UV_PYTHON, .python-version and requires-python ask for in a project's folder."""
    told = asked.value if asked is not None else run.lookup("UV_PYTHON")
    if told is None:
        return Request(known=False)
    if told:
        return _named(told)
    requires = _requires(run, folder)
    if requires is None:
        return Request(known=False)
    above = folder
    while above is not None:
        answer = run.state.find(normal(f"{above}/.python-version"))
        if answer is not False:
            found = run.reading.other(answer, python_version)
            pinned = found[1] if found is not None else None
            if pinned is None:
                return Request(known=False)
            # uv passes over a pin that the project does not admit.
            if not requires or fits(requires, pinned) is not False:
                return Request(minor=pinned)
        above = None if above == "/" else above.rpartition("/")[0] or "/"
    return Request(known=folder is not None, requires=requires or None)


def _named(told: str) -> Request:
    """`3.11`, `3.11.4`, `python3.11`, `cpython@3.11`, `>=3.10`, a path, or a name to look for."""
    plain = told.removeprefix("cpython").removeprefix("python").lstrip("@-")
    version = minor(plain)
    if version is not None:
        return Request(minor=version)
    if told[0] in "<>=~!":
        return Request(requires=told)
    return Request(path=told)


def _requires(run: Run, folder: str | None) -> str | None:
    """The project's range of Pythons, "" without one; None when unknown."""
    if folder is None:
        return None
    answer = run.state.find(normal(f"{folder}/pyproject.toml"))
    if answer is False:
        return ""
    found = run.reading.other(answer, pyproject.parse)
    if found is None or found[1].problems:
        return None
    return found[1].requires_python or ""


def fits(requires: str, python: str) -> bool | None:
    """Whether a Python of that minor version lies in a range; None when its patch number decides."""
    parsed = parse_requirement(f"python{requires}")
    if not isinstance(parsed, Requirement) or parsed.marker is not None:
        return None
    around = Surroundings(python)
    said = [holds(f"python_full_version {one.operator} '{one.version}'", around) for one in parsed.clauses]
    return False if False in said else None if None in said else True


def chosen(run: Run, asked: Request) -> Environment | None:
    """The Python that a new environment is made of; None when it cannot be known."""
    if not asked.known:
        return None
    state = run.state
    if asked.path is not None:
        return state.environment_of(state.which(asked.path, cwd=run.cwd, path=run.search_path()))
    managed = isinstance(state.find(f"{run.home()}/{MANAGED}"), Found)
    if not managed:
        names = ([f"python{asked.minor}"] if asked.minor is not None else []) + ["python", "python3"]
        for name in names:
            program = state.which(name, cwd=run.cwd, path=run.search_path())
            environment = state.environment_of(program)
            if program is not False and (environment is None or environment.python.value is None):
                break
            if environment is not None and environment.kind != "venv" and asked.admits(environment.python.value):
                return environment
    # Whatever fits, found or downloaded, is of the one version that fits.
    if asked.only is None:
        return None
    return Environment(_folder(run, asked.only, managed) or "", "uv", Fact(asked.only), {}, managed=True)


def _folder(run: Run, python: str, managed: bool) -> str | None:
    """Where a Python surely lies that uv brings; None when it may take one of the image, or the folder is unknown."""
    told, home = run.lookup("UV_PYTHON_INSTALL_DIR"), run.home()
    only = run.lookup("UV_PYTHON_PREFERENCE") == "only-managed" or run.lookup("UV_MANAGED_PYTHON") in ("1", "true")
    names = (f"python{python}", "python3", "python")
    others = any(run.state.which(name, cwd=run.cwd, path=run.search_path()) is not False for name in names)
    if told is None or (others and not managed and not only):
        return None
    folder = run.state.absolute(told, run.cwd) if told else None if home is None else f"{home}/{MANAGED}"
    if folder is None or (not told and run.lookup("XDG_DATA_HOME") != ""):
        return None
    return f"{folder}/cpython-{python}"


def linked(state: Snapshot, where: str, maker: Environment | None, at: Place) -> Snapshot:
    """The state in which the new environment at `where` links to a Python of uv's; nothing changes for another."""
    if maker is not None and maker.kind != "uv":
        return state
    python = maker.python.value if maker is not None else None
    home = f"{maker.prefix}/bin/python{python}" if maker is not None and maker.prefix and python else None
    if home is not None:
        state = state._replace(files=state.files.then(Made(home, Found("file", None, at))))
    return state.with_environment(state.environments[where]._replace(home=home))

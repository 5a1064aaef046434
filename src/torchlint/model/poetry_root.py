"""What `poetry install` needs of the project itself, which it installs behind its dependencies."""

from __future__ import annotations

from torchlint.model.files import normal
from torchlint.model.reading import Reading
from torchlint.syntax.wheelname import normalize
from torchlint.text import decoded, encoded
from torchlint.world.release_ranges import release_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from torchlint.model.command import Command
    from torchlint.model.snapshot import Snapshot

STRICT = "2.0.0"
"""The first poetry that stops where older ones only warn. Source: tried with 1.8.5 and 2.5.1; its changelog."""

WITHOUT = ("--no-root", "--dry-run", "--help", "-h", "--directory", "--project", "-C", "-P")
"""Options with which it leaves the project alone, or looks at another one."""


PYTHONS = frozenset(str(minor) for minor in range(9, 20))
"""The minors of Python 3 for which there is such a poetry."""


def missing(command: Command, earlier: Iterable[Command]) -> str | None:
    """The path of the readme or package that a `poetry install` of the project surely lacks and then stops for; None
    if it has them, or does without them, or that cannot be known. `earlier`: the commands before."""
    state, values = command.before, command.values
    if command.name != "poetry" or command.cwd is None or None in values or command.has(*WITHOUT):
        return None
    if not {"install", "sync"} & set(values[:1]) or not _strict(state, earlier):
        return None
    text = Reading.text(state.find(normal(f"{command.cwd}/pyproject.toml")))
    project = None if text is None else _read(text.text)
    if project is None:
        return None
    poetry = _table(_table(project, "tool"), "poetry")
    own = _table(project, "project")
    backend = _table(project, "build-system").get("build-backend")
    if poetry.get("package-mode") is False or not isinstance(backend, str) or not backend.startswith("poetry.core"):
        return None
    wanted = [[one] for one in _readmes(poetry.get("readme", own.get("readme")))]
    wanted += _packages(poetry.get("packages"), poetry.get("name", own.get("name")))
    for places in wanted:
        paths = [normal(f"{command.cwd}/{encoded(place)}") for place in places]
        if all(state.find(path) is False for path in paths):
            return paths[0]
    return None


def _strict(state: Snapshot, earlier: Iterable[Command]) -> bool:
    """Whether the only poetry that is there surely is new enough: named, or the newest for its Python."""
    every = state.environments.values()
    found = [(one.packages["poetry"], one.python.value) for one in every if "poetry" in one.packages]
    apart = [value or "" for one in earlier if one.name == "pipx" and "install" in one.values for value in one.values]
    apart = [value for value in apart if value.startswith("poetry")]
    pythons = {one.python.value for one in every}
    if len(found) + len(apart) != 1:
        return False
    if apart:
        version = apart[0].partition("==")[2]
        return _reaches(version) if version else apart == ["poetry"] and _serves(pythons)
    poetry, python = found[0]
    if poetry.version is None:
        return poetry.specifier == "" and poetry.sure and _serves({python})
    return _reaches(poetry.version)


def _serves(pythons: set[str | None]) -> bool:
    return bool(pythons) and all((python or "").removeprefix("3.") in PYTHONS for python in pythons)


def _reaches(version: str) -> bool:
    key, least = release_key(version), release_key(STRICT)
    return key is not None and least is not None and key >= least


def _read(text: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(decoded(text).removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _table(holder: dict[str, Any], key: str) -> dict[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def _readmes(told: object) -> list[str]:
    if isinstance(told, dict):
        told = told.get("file")
    listed = told if isinstance(told, list) else [told]
    return [one for one in listed if isinstance(one, str)]


def _packages(told: object, name: object) -> list[list[str]]:
    """For each package the places of which one has to be there."""
    if isinstance(told, list):
        includes = [(one.get("from", ""), one.get("include")) for one in told if isinstance(one, dict)]
        # A pattern asks for anything that it fits.
        return [[f"{folder}/{include}"] for folder, include in includes if _plain(folder) and _plain(include)]
    if told is not None or not isinstance(name, str):
        return []
    module = normalize(name).replace("-", "_")
    return [[f"{folder}{module}{ending}" for folder in ("", "src/") for ending in ("", ".py")] + [name, f"src/{name}"]]


def _plain(one: object) -> bool:
    return isinstance(one, str) and not set(one) & set("*?[")

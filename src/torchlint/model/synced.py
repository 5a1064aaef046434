"""What `uv sync` has to put into an environment, where it takes torch from a known index."""

from __future__ import annotations

from torchlint.model.reading import Reading
from torchlint.record import NamedTuple
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.lock import Locked
    from torchlint.syntax.pyproject import Pyproject

ELSEWHERE = (
    *("--directory", "--project", "--script", "--package", "--all-packages", "--config-file", "--only-group"),
    *("--only-dev", "--no-install-package", "--dry-run", "--check", "--index", "--default-index", "--index-url"),
    *("--extra-index-url", "--find-links", "-f", "-i", "--no-index", "--active", "--only-install-package"),
)
"""Options that choose another project, less of it, or another index."""

INDEXES = ("UV_INDEX", "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_CONFIG_FILE")


class Synced(NamedTuple):
    """A distribution of torch's that a project asks for on every machine. `at`: where its file says so. `version`: the
    one it must be. `variant`: the folder of the PyTorch index it comes from, None for the public index."""

    name: str
    at: Place
    version: str | None
    variant: str | None


def synced_torch(command: Command, names: tuple[str, ...]) -> Synced | None:
    """The first of `names` that a `uv sync` or `uv run` surely has to install from the public index or from one folder
    of PyTorch's; None where none is asked for, and where that cannot be known."""
    state = command.before
    if command.name != "uv" or command.cwd is None or command.has(*ELSEWHERE):
        return None
    verb = next((value for value in command.values if value is not None and not value.startswith("-")), None)
    if verb not in ("sync", "run") or command.has("--no-sync", "--no-project") or _told(command, state):
        return None
    folder = command.cwd.rstrip("/")
    project = Reading.text(state.find(f"{folder}/pyproject.toml"))
    if project is None or state.find(f"{folder}/uv.toml") is not False:
        return None
    from torchlint.syntax.pyproject import parse

    own = parse(project)
    if own.problems:
        return None
    found = next(
        (
            one
            for one in own.dependencies
            if one.requirement is not None and one.requirement.name in names and one.requirement.kind == "named"
        ),
        None,
    )
    if found is None or found.requirement is None or found.requirement.marker is not None:
        return None
    from torchlint.model.wheels import PUBLIC, page_of

    name = found.requirement.name or ""
    page = _page(own, name)
    if page is None:
        return None
    lock = Reading.text(state.find(f"{folder}/uv.lock"), 4 * 1024 * 1024)
    if lock is not None:
        from torchlint.syntax.lock import parse as read

        locked = read(lock, "uv")
        same: list[Locked] = [] if locked is None else [one for one in locked.packages if one.name == name]
        if not same or any(one.kind != "index" or page_of(one.url) != page or one.markers for one in same):
            return None
    exact = [one.version for one in found.requirement.clauses if one.operator == "==" and "*" not in one.version]
    version = exact[0].partition("+")[0] if exact else None
    return Synced(name, Place(project, found.span or Span(0, 0)), version, None if page == PUBLIC else page)


def _page(own: Pyproject, name: str) -> str | None:
    """Where the project lets uv take a distribution from: PUBLIC, a folder of the PyTorch index, None if unknown."""
    from torchlint.model.wheels import EVERYTHING, PUBLIC, page_of

    pages = {str(one.get("name")): page_of(str(one.get("url"))) for one in own.indexes}
    told = next((source for key, source in own.sources if key == name), None)
    if told is None:
        return PUBLIC if all(one.get("explicit") is True for one in own.indexes) else None
    listed = told if isinstance(told, list) else [told]
    if len(listed) != 1 or not isinstance(listed[0], dict) or listed[0].keys() != {"index"}:
        return None
    page = pages.get(str(listed[0]["index"]))
    return None if page == EVERYTHING else page


def _told(command: Command, state: Snapshot) -> bool:
    """Whether a variable may name another index."""
    return any(name in command.env or state.variable(name) is not None for name in INDEXES)

"""Lock files: what uv, poetry, pipenv, pdm and pylock.toml say is to be installed."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.text import Source


class Edge(NamedTuple):
    """One package's need of another. `version` and `source` tell packages of one name apart, where a lock holds
    several."""

    name: str
    version: str | None = None
    source: str | None = None
    marker: str | None = None
    extras: tuple[str, ...] = ()


class Locked(NamedTuple):
    """One package. `version` is None for a project whose version its own files compute.

    `kind`: "index", "git", "url", "path" or "project" (a folder installed from where it lies; a "virtual" one is not
    installed itself). `url`: the index, repository, file or folder; None for the default index where a lock leaves it
    out. `groups`: None where only the edges from the root tell. `markers`: by group, "" for every group.
    `optional` and `grouped`: the edges that an extra or a dependency group adds. The spans stand in the file; None
    where the text is not laid out as its tool writes it.
    """

    name: str
    version: str | None
    kind: str
    url: str | None
    groups: tuple[str, ...] | None = None
    markers: Mapping[str, str] = {}
    edges: tuple[Edge, ...] = ()
    optional: Mapping[str, tuple[Edge, ...]] = {}
    grouped: Mapping[str, tuple[Edge, ...]] = {}
    virtual: bool = False
    name_span: Span | None = None
    version_span: Span | None = None

    @property
    def public_version(self) -> str | None:
        """The version without its local label."""
        return None if self.version is None else self.version.split("+", 1)[0]

    @property
    def label(self) -> str | None:
        """The local label of the version ("cu121"), None without one."""
        return self.version.partition("+")[2] or None if self.version is not None else None


class Lock(NamedTuple):
    """A read lock file. `tool`: "uv", "poetry", "pipenv", "pdm" or "pylock".

    `extras`: the names of the project's extras, where a flat lock tells them.
    `requires`: what the root asked for when the lock was made, as (name, specifier) by group ("" = the project's own);
    None where the lock does not tell. `default_groups`: those that are installed without asking.
    """

    tool: str
    packages: tuple[Locked, ...]
    requires_python: str | None = None
    extras: frozenset[str] = frozenset()
    requires: Mapping[str, frozenset[tuple[str, str]]] | None = None
    default_groups: tuple[str, ...] = ()


NAMES = {
    "uv.lock": "uv",
    "poetry.lock": "poetry",
    "Pipfile.lock": "pipenv",
    "pdm.lock": "pdm",
    "pylock.toml": "pylock",
}
"""Which tool writes a lock file of that name."""


def parse(source: Source, tool: str) -> Lock | None:
    """Read a lock file; None when it is not one that this version of its tool's format allows to be read."""
    if tool == "pipenv":
        from torchlint.syntax.lock import pipfile

        return pipfile.read(source)
    if tool == "uv":
        from torchlint.syntax.lock import uv

        return uv.read(source)
    from torchlint.syntax.lock import flat

    return flat.reader(tool)(source)


def python_version(source: Source) -> str | None:
    """The minor version, as "3.11", that a `.python-version` asks for; None when it asks for something else."""
    for line in source.text.split("\n"):
        word = line.strip(" \t\r").removeprefix("\xef\xbb\xbf")
        if word and not word.startswith("#"):
            return minor(word.removeprefix("cpython@").removeprefix("cpython-").removeprefix("python"))
    return None


def minor(version: str) -> str | None:
    """ "3.11" of "3.11" and "3.11.9"; None for anything else."""
    parts = version.split(".")
    if len(parts) not in (2, 3) or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return ".".join(parts[:2])

"""uv.lock: one resolution for every platform; edges from the project lead to what one environment gets."""

from __future__ import annotations

from torchlint.syntax.lock import Edge, Lock, Locked
from torchlint.syntax.lock.toml import load, name_of, packages, table_of, text_of, texts_of
from torchlint.syntax.wheelname import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from torchlint.text import Source

SOURCES = {
    "registry": "index",
    "git": "git",
    "url": "url",
    "path": "path",
    "directory": "project",
    "editable": "project",
    "virtual": "project",
}
"""What the key of a package's `source` means."""

VERSION = 1
"""The only version of the format there is: uv refuses a lock with another one."""


def read(source: Source) -> Lock | None:
    """Read the file; None when it is no lock of a version known here."""
    document = load(source)
    if document is None or document.get("version") != VERSION:
        return None
    found = []
    requires: dict[str, frozenset[tuple[str, str]]] | None = None
    for table, name_span, version_span in packages(document, "package", source):
        key, url = _source(table.get("source"))
        root = key in ("editable", "virtual", "directory")
        if key in ("editable", "virtual") and url == ".":
            metadata = table_of(table, "metadata")
            requires = {"": _requires(metadata.get("requires-dist"))}
            for group, listed in table_of(metadata, "requires-dev").items():
                requires[group] = _requires(listed)
        grouped = table_of(table, "dev-dependencies") or table_of(table, "dependency-groups")
        found.append(
            Locked(
                name_of(table),
                text_of(table, "version"),
                SOURCES.get(key, "url"),
                url,
                edges=_edges(table.get("dependencies")),
                optional=_lists(table_of(table, "optional-dependencies")),
                grouped=_lists(grouped) if root else {},
                virtual=key == "virtual",
                name_span=name_span,
                version_span=version_span,
            )
        )
    return Lock("uv", tuple(found), text_of(document, "requires-python"), requires=requires)


def _source(value: object) -> tuple[str, str | None]:
    if isinstance(value, dict):
        for key, url in value.items():
            if key in SOURCES and isinstance(url, str):
                return key, url
    return "", None


def _edges(value: object) -> tuple[Edge, ...]:
    made = []
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict) and isinstance(one.get("name"), str):
            extras = texts_of(one, "extra") or texts_of(one, "extras")
            url = _source(one.get("source"))[1]
            made.append(Edge(name_of(one), text_of(one, "version"), url, text_of(one, "marker"), extras))
    return tuple(made)


def _lists(table: dict[str, Any]) -> dict[str, tuple[Edge, ...]]:
    return {normalize(name): _edges(listed) for name, listed in table.items()}


def _requires(value: object) -> frozenset[tuple[str, str]]:
    """What the project asked for when it was locked."""
    listed = value if isinstance(value, list) else ()
    return frozenset(
        (name_of(one), text_of(one, "specifier") or "")
        for one in listed
        if isinstance(one, dict) and isinstance(one.get("name"), str)
    )

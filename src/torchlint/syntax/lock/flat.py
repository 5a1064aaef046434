"""poetry.lock, pdm.lock and pylock.toml: packages that carry the groups and markers they are installed under."""

from __future__ import annotations

from torchlint.syntax.lock import Lock, Locked
from torchlint.syntax.lock.toml import load, name_of, packages, table_of, text_of, texts_of
from torchlint.syntax.wheelname import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.text import Source

UNREADABLE = "?"
"""A marker of which nobody can say whether it holds."""


def reader(tool: str) -> Callable[[Source], Lock | None]:
    """The function that reads the lock file of a tool."""
    return {"poetry": poetry, "pdm": pdm, "pylock": pylock}[tool]


def poetry(source: Source) -> Lock | None:
    """Read poetry.lock; None for one of poetry 1, whose packages carry no groups."""
    document = load(source)
    if document is None or "metadata" not in document:
        return None
    found = []
    for table, name_span, version_span in packages(document, "package", source):
        if "groups" not in table:
            return None
        origin = table_of(table, "source")
        kind = {"git": "git", "url": "url", "file": "path", "directory": "project"}.get(
            text_of(origin, "type") or "", "index"
        )
        found.append(
            Locked(
                name_of(table),
                text_of(table, "version"),
                kind,
                text_of(origin, "url"),
                texts_of(table, "groups"),
                _markers(table.get("markers")),
                name_span=name_span,
                version_span=version_span,
            )
        )
    python = text_of(table_of(document, "metadata"), "python-versions")
    extras = frozenset(normalize(name) for name in table_of(document, "extras"))
    return Lock("poetry", tuple(found), python, extras, default_groups=("main",))


def pdm(source: Source) -> Lock | None:
    """Read pdm.lock; None for one without the groups of its packages (made without `inherit_metadata`)."""
    document = load(source)
    metadata = table_of(document or {}, "metadata")
    if document is None or "inherit_metadata" not in texts_of(metadata, "strategy"):
        return None
    found = []
    for table, name_span, version_span in packages(document, "package", source):
        kind, url = "index", None
        for key, meaning in (("git", "git"), ("url", "url"), ("path", "path")):
            if key in table:
                kind, url = meaning, text_of(table, key)
        if kind == "path" and not (url or "").endswith((".whl", ".gz", ".zip")):
            kind = "project"
        found.append(
            Locked(
                name_of(table),
                text_of(table, "version"),
                kind,
                url,
                texts_of(table, "groups"),
                _markers(table.get("marker")),
                name_span=name_span,
                version_span=version_span,
            )
        )
    targets = metadata.get("targets")
    pythons = [one for one in targets if isinstance(one, dict)] if isinstance(targets, list) else []
    python = text_of(pythons[0], "requires_python") if len(pythons) == 1 else None
    return Lock("pdm", tuple(found), python, default_groups=("default",))


def pylock(source: Source) -> Lock | None:
    """Read pylock.toml, whose markers name extras and groups."""
    document = load(source)
    if document is None or not (text_of(document, "lock-version") or "").startswith("1."):
        return None
    found = []
    for table, name_span, version_span in packages(document, "packages", source):
        kind, url = "index", text_of(table, "index")
        for key, meaning in (("vcs", "git"), ("archive", "url"), ("directory", "project")):
            if key in table:
                kind, url = meaning, text_of(table_of(table, key), "url") or text_of(table_of(table, key), "path")
        found.append(
            Locked(
                name_of(table),
                text_of(table, "version"),
                kind,
                url,
                ("",),
                _markers(table.get("marker")),
                name_span=name_span,
                version_span=version_span,
            )
        )
    return Lock(
        "pylock",
        tuple(found),
        text_of(document, "requires-python"),
        default_groups=texts_of(document, "default-groups"),
    )


def _markers(value: object) -> dict[str, str]:
    """A marker for every group, or one for each."""
    if isinstance(value, str):
        return {"": value}
    if isinstance(value, dict):
        return {name: one if isinstance(one, str) else UNREADABLE for name, one in value.items()}
    return {}

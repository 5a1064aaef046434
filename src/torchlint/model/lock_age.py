"""Whether a lock file still belongs to the pyproject.toml beside it, as its own tool judges."""

from __future__ import annotations

from torchlint.model.reading import Reading
from torchlint.record import NamedTuple
from torchlint.text import Place, Span, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from torchlint.model.command import Command
    from torchlint.text import Source

ELSEWHERE = ("--directory", "--project", "--script", "--no-project", "--package", "--all-packages", "--config-file")
VERBS = {"uv": ("sync", "run"), "poetry": ("install", "sync")}
LEGACY = ("dependencies", "source", "extras", "dev-dependencies")
OF_PROJECT = ("requires-python", "dependencies", "optional-dependencies")


class StaleLock(NamedTuple):
    """A lock that was made for another pyproject.toml.

    `lacks`: what the project asks for and the lock does not know, where that can be told; `main`: of these what no
    extra or group asks for. `at`: the first of these, or the lock's own record of the project.
    """

    lock: str
    lacks: tuple[str, ...]
    main: tuple[str, ...]
    at: Place


def stale_lock(command: Command) -> StaleLock | None:
    """The lock that a `uv sync`, `uv run` or `poetry install` reads, if it surely is out of date."""
    verb = next((value for value in command.values if value is not None and not value.startswith("-")), None)
    if command.cwd is None or command.has(*ELSEWHERE) or verb not in VERBS.get(command.name or "", ()):
        return None
    folder = command.cwd.rstrip("/")
    project = Reading.text(command.before.find(f"{folder}/pyproject.toml"))
    lock = Reading.text(command.before.find(f"{folder}/{command.name}.lock"), 4 * 1024 * 1024)
    if project is None or lock is None:
        return None
    return _of_uv(project, lock) if command.name == "uv" else _of_poetry(project, lock)


def _of_uv(project: Source, source: Source) -> StaleLock | None:
    from torchlint.syntax.lock import parse
    from torchlint.syntax.pyproject import parse as read

    lock, own = parse(source, "uv"), read(project)
    if lock is None or lock.requires is None or own.problems:
        return None
    known = {name for listed in lock.requires.values() for name, _ in listed} | {one.name for one in lock.packages}
    asked = [*own.dependencies, *(one for _, listed in (*own.optional, *own.groups) for one in listed)]
    lacking = [one for one in asked if one.requirement is not None and one.requirement.name not in known]
    names = tuple(dict.fromkeys(one.requirement.name for one in lacking if one.requirement and one.requirement.name))
    if not names:
        return None
    main = {one.requirement.name for one in own.dependencies if one.requirement is not None}
    span = next((one.span for one in lacking if one.span is not None), Span(0, 0))
    return StaleLock("uv.lock", names, tuple(name for name in names if name in main), Place(project, span))


def _of_poetry(project: Source, source: Source) -> StaleLock | None:
    """poetry compares a hash of what pyproject.toml asks for with the one that it wrote into the lock."""
    import tomllib

    try:
        document = tomllib.loads(decoded(project.text).removeprefix("\ufeff"))
        written = tomllib.loads(decoded(source.text)).get("metadata", {}).get("content-hash")
    except (tomllib.TOMLDecodeError, RecursionError, AttributeError):
        return None
    tool = document.get("tool", {})
    poetry = tool.get("poetry") if isinstance(tool, dict) else None
    if not isinstance(written, str) or len(written) != 64 or not isinstance(poetry or {}, dict):
        return None
    if not poetry and "project" not in document:
        return None
    try:
        if written in _hashes(document, poetry or {}):
            return None
    except TypeError:
        return None
    start = source.text.find(written)
    return StaleLock("poetry.lock", (), (), Place(source, Span(start, start + len(written))))


def _hashes(document: dict[str, Any], poetry: dict[str, Any]) -> set[str]:
    """The hashes that poetry 1.0 to 2 write. Source: python-poetry/poetry, src/poetry/packages/locker.py."""
    project = {key: document.get("project", {}).get(key) for key in OF_PROJECT}
    project = {key: value for key, value in project.items() if value is not None}
    groups = document.get("dependency-groups", {})
    old = {key: poetry.get(key) for key in LEGACY}
    group = {"group": poetry["group"]} if poetry.get("group") is not None else {}
    own = {key: value for key, value in {**old, **group}.items() if value is not None}
    forms: list[dict[str, Any]] = [old, {**old, **group}, own]
    for tables in ({}, {"dependency-groups": groups}):
        forms.append({"project": project, "tool": {"poetry": own}, **tables})
        forms.append({"tool": {"poetry": own}, **tables})
        forms.append({**own, **tables})
    return {_digest(form) for form in forms}


def _digest(form: dict[str, Any]) -> str:
    import hashlib
    import json

    return hashlib.sha256(json.dumps(form, sort_keys=True).encode()).hexdigest()

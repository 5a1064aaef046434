"""What bake files beside a Dockerfile say of its build, as `docker buildx bake` reads them: stage and arguments."""

from __future__ import annotations

import os

from torchlint.project import BAKE_FILES
from torchlint.project.composed import Service
from torchlint.project.files import MEGABYTE, Failure, as_name
from torchlint.syntax.hcl import COMPUTED, Block, Computed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.project.files import Files
    from torchlint.syntax.hcl import Value
    from torchlint.text import Source

    Attributes = dict[str, Value]
    Targets = dict[str, Attributes]

_MOST_PARENTS = 100


def services(dockerfile: str, folders: tuple[str, ...], files: Files) -> tuple[Service, ...]:
    """The targets in the bake files of `folders` that build the Dockerfile at this absolute path."""
    found: list[Service] = []
    for folder in dict.fromkeys(folders):
        targets = _of_folder(folder, files)
        if targets is not None:
            found += _services(targets, folder, os.path.realpath(dockerfile))
    return tuple(found)


def _of_folder(folder: str, files: Files) -> tuple[Targets, frozenset[str]] | None:
    """The targets of all files in a folder, later ones over earlier ones, and those that a group names; None where one
    file cannot be read, as nobody knows what it changes then."""
    targets: Targets = {}
    grouped: set[str] = set()
    read = []
    for name in BAKE_FILES:
        path = os.path.join(folder, name)
        if not files.overlays(path) and not os.path.isfile(path):
            continue
        source = files.source(path, MEGABYTE)
        blocks = None if isinstance(source, Failure) else _blocks(source, name)
        if blocks is None:
            return None
        read.append(name)
        for block in blocks:
            if block.kind == "target" and len(block.labels) == 1:
                _merge(targets.setdefault(block.labels[0], {}), block.attributes)
            elif block.kind == "group":
                listed = block.attributes.get("targets")
                grouped |= {one for one in listed if isinstance(one, str)} if isinstance(listed, list) else set()
    # Releases differ in which of these two comes first.
    if {"docker-bake.hcl", "docker-bake.override.json"} <= set(read):
        return None
    return targets, frozenset(grouped)


def _blocks(source: Source, name: str) -> tuple[Block, ...] | None:
    if name.endswith(".hcl"):
        from torchlint.syntax.hcl import read

        return read(source)
    import json

    try:
        document = json.loads(source.text)
    except (ValueError, RecursionError):
        return None
    return tuple(_of_json(document)) if isinstance(document, dict) else None


def _of_json(document: dict[str, object]) -> Iterator[Block]:
    for kind in ("target", "group"):
        listed = document.get(kind)
        for name, told in listed.items() if isinstance(listed, dict) else ():
            for body in told if isinstance(told, list) else [told]:
                if isinstance(body, dict):
                    yield Block(kind, (name,), {key: _plain(value) for key, value in body.items()}, ())


def _plain(value: object) -> Value:
    """A value of JSON; texts in it are templates, too."""
    if isinstance(value, str):
        return COMPUTED if "${" in value or "%{" in value else value
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value if value is None or isinstance(value, (bool, int)) else COMPUTED


def _merge(target: Attributes, later: Attributes) -> None:
    """Arguments are merged one by one; null leaves what there was."""
    for name, value in later.items():
        known = target.get(name)
        if name != "args":
            if value is not None:
                target[name] = value
        elif isinstance(value, dict) and (known is None or isinstance(known, dict)):
            target[name] = {**(known or {}), **{key: one for key, one in value.items() if one is not None}}
        elif value is not None:
            target[name] = COMPUTED


def _services(told: tuple[Targets, frozenset[str]], folder: str, dockerfile: str) -> Iterator[Service]:
    targets, grouped = told
    parents = [attributes.get("inherits") for attributes in targets.values()]
    inherited = {one for listed in parents if isinstance(listed, list) for one in listed if isinstance(one, str)}
    known: dict[str, Attributes | None] = {}
    for name in targets:
        # What others inherit from and nobody names is no image of its own.
        if name in inherited and name not in grouped and name != "default":
            continue
        whole = _inheriting(name, targets, known)
        if whole is None or whole.get("dockerfile-inline") is not None:
            continue
        context, file = _text(whole.get("context"), "."), _text(whole.get("dockerfile"), "Dockerfile")
        if context is None or file is None:
            continue
        path = os.path.normpath(os.path.join(folder, as_name(context)))
        if os.path.realpath(os.path.join(path, as_name(file))) == dockerfile:
            stage = whole.get("target")
            target = None if stage is None else _text(stage) or ""
            yield Service(name, target, tuple(_arguments(whole.get("args"))), path)


def _inheriting(name: str, targets: Targets, known: dict[str, Attributes | None], depth: int = 0) -> Attributes | None:
    """A target with all that it inherits; None where that cannot be known."""
    own = targets.get(name)
    listed = own.get("inherits", []) if own is not None else None
    if name in known or own is None or not isinstance(listed, list) or depth > _MOST_PARENTS:
        return known.get(name)
    # Until it is known it is not: that ends a circle.
    known[name] = None
    found: Attributes = {}
    for parent in listed:
        inherited = _inheriting(parent, targets, known, depth + 1) if isinstance(parent, str) else None
        if inherited is None:
            return None
        _merge(found, inherited)
    _merge(found, own)
    known[name] = found
    return found


def _text(value: Value, default: str | None = None) -> str | None:
    if value is None:
        return default
    # No file is called by a name with a NUL, and to ask for one raises.
    return value if isinstance(value, str) and "\0" not in value else None


def _arguments(args: Value) -> Iterator[tuple[str, str | None]]:
    for name, value in args.items() if isinstance(args, dict) else ():
        if isinstance(value, bool):
            yield name, "true" if value else "false"
        elif isinstance(value, int):
            yield name, str(value)
        elif isinstance(value, (str, Computed)):
            yield name, value if isinstance(value, str) else None

"""What Compose files beside a Dockerfile say of its build: which stage, which arguments, and whether it gets a GPU."""

from __future__ import annotations

import os

from torchlint.project import COMPOSE_FILES
from torchlint.project.files import MEGABYTE, Failure, as_name
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.project.files import Files
    from torchlint.syntax.simple_yaml import Node

_MARKS = ("build:",)


class Service(NamedTuple):
    """A service, or a target of a bake file, that builds the Dockerfile. `target`: the stage; None for the last, ""
    where it cannot be known.

    `args`: values of build arguments; None where one is set, but to what cannot be known. `context`: the absolute path
    of the folder that it builds in. `mounts`: folders are mounted into its container.
    """

    name: str
    target: str | None
    args: tuple[tuple[str, str | None], ...]
    context: str
    mounts: bool = False


def services(dockerfile: str, folders: tuple[str, ...], files: Files) -> tuple[Service, ...]:
    """The services in the Compose files of `folders` that build the Dockerfile at this absolute path."""
    found: list[Service] = []
    for folder in dict.fromkeys(folders):
        for name in COMPOSE_FILES:
            path = os.path.join(folder, name)
            if not files.overlays(path) and not os.path.isfile(path):
                continue
            source = files.source(path, MEGABYTE)
            if not isinstance(source, Failure) and all(mark in source.text for mark in _MARKS):
                from torchlint.syntax.simple_yaml import read

                found += _of(read(source), folder, os.path.realpath(dockerfile))
    return tuple(found)


def _of(document: Node, folder: str, dockerfile: str) -> Iterator[Service]:
    from torchlint.syntax.simple_yaml import Scalar, Table

    listed = document.get("services") if isinstance(document, Table) else None
    for key, service in listed.pairs if isinstance(listed, Table) else ():
        build = service.get("build") if isinstance(service, Table) else None
        if isinstance(build, Scalar):
            build = Table(((Scalar("context", build.span), build),))
        if not isinstance(build, Table):
            continue
        context = _literal(build.get("context"), ".")
        name = _literal(build.get("dockerfile"), "Dockerfile")
        if context is None or name is None:
            continue
        path = os.path.normpath(os.path.join(folder, as_name(context)))
        if os.path.realpath(os.path.join(path, as_name(name))) == dockerfile:
            stage = build.get("target")
            target = None if stage is None else _literal(stage) or ""
            mounts = isinstance(service, Table) and service.get("volumes") is not None
            yield Service(key.text, target, tuple(_arguments(build.get("args"))), path, mounts)


def _arguments(args: Node) -> Iterator[tuple[str, str | None]]:
    from torchlint.syntax.simple_yaml import Items, Scalar, Table

    if isinstance(args, Table):
        for key, node in args.pairs:
            yield key.text, _literal(node)
    elif isinstance(args, Items):
        for item in args.nodes:
            text = item.text if isinstance(item, Scalar) else ""
            name, equals, value = text.partition("=")
            # Without a value it comes from the environment of whoever builds.
            yield name, value if equals and "$" not in value else None


def _literal(node: Node, default: str | None = None) -> str | None:
    """The text of a scalar without variables; the default where nothing stands."""
    from torchlint.syntax.simple_yaml import Scalar

    if node is None:
        return default
    return node.text if isinstance(node, Scalar) and "$" not in node.text else None


def agreed(found: tuple[Service, ...]) -> dict[str, str | None]:
    """The arguments that services give: a value where all that build the file agree, else None."""
    named = dict.fromkeys(name for service in found for name, _ in service.args)
    values: dict[str, str | None] = {}
    for name in named:
        said = {dict(service.args).get(name) for service in found}
        values[name] = said.pop() if len(said) == 1 else None
    return values

"""The fields of `RUN --mount=`."""

from __future__ import annotations

import re

from torchlint.syntax.dockerfile.shapes import Mount
from torchlint.text import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.dockerfile.shapes import Instruction

_FIELD = r'(?:"((?:[^"]|"")*+)"|([^",]*+))(,|\Z)'
_TYPES = ("bind", "cache", "tmpfs", "secret", "ssh")
_ALIASES = {"src": "source", "dst": "target", "destination": "target"}
_SWITCHES = ("readonly", "ro", "readwrite", "rw", "required")
_KEYS = (
    *_SWITCHES,
    *_ALIASES,
    *("type", "from", "source", "target", "id", "sharing", "size", "mode", "uid", "gid", "env"),
)
_OF_PODMAN = (
    *("Z", "z", "U", "relabel", "bind-propagation", "bind-nonrecursive", "no-dereference", "consistency"),
    *("shared", "rshared", "private", "rprivate", "slave", "rslave", "nosuid", "nodev", "noexec"),
    *("tmpfs-size", "tmpfs-mode", "tmpcopyup"),
)
"""Fields that buildah reads, and podman with it, of which BuildKit knows none. Source: internal/volumes/volumes.go of
containers/buildah."""


def mounts(instruction: Instruction) -> tuple[Mount, ...]:
    """The mounts of a RUN in order; one whose fields cannot be split is left out."""
    found: list[Mount] = []
    for flag in instruction.flags:
        if flag.name != "mount" or flag.value is None or flag.value_span is None:
            continue
        fields = _fields(flag.value)
        if fields is None:
            continue
        options = tuple(_option(field) for field in fields)
        named = {_ALIASES.get(key, key): value for key, value in options}
        found.append(
            Mount(
                type=_lowered(named.get("type") or "bind"),
                options=options,
                source=named.get("source"),
                target=named.get("target"),
                from_=named.get("from"),
                id=named.get("id"),
                span=flag.value_span,
            )
        )
    return tuple(found)


def mount_error(value: str) -> str | None:
    """Why every builder refuses the mount, as far as that is sure before variables are known."""
    fields = _fields(value)
    if fields is None:
        return "--mount has a stray quote"
    for field in fields:
        key, word = _option(field)
        if field.partition("=")[0] in _OF_PODMAN:
            continue
        if key not in _KEYS:
            return f"--mount has no field {decoded(key)}"
        if word is None:
            if key not in _SWITCHES:
                return f"the field {key} of --mount needs a value"
        elif key == "from" and "$" in word[:-1]:
            return "from in --mount takes no variables"
        elif key == "type" and "$" not in word and _lowered(word) not in _TYPES:
            return f"--mount has no type {decoded(word)}"
    return None


def field_of_podman(value: str) -> str | None:
    """The first field that BuildKit refuses and podman and buildah take."""
    names = (field.partition("=")[0] for field in _fields(value) or ())
    return next((name for name in names if name in _OF_PODMAN), None)


def _fields(value: str) -> list[str] | None:
    """`value` split at commas as CSV; None when its quotes are misplaced."""
    fields: list[str] = []
    start = 0
    field = re.compile(_FIELD)
    while value:
        match = field.match(value, start)
        if match is None:
            return None
        fields.append(match[2] if match[1] is None else match[1].replace('""', '"'))
        if not match[3]:
            break
        start = match.end()
    return fields


def _option(field: str) -> tuple[str, str | None]:
    key, equals, value = field.partition("=")
    return _lowered(key), value if equals else None


def _lowered(text: str) -> str:
    return text.lower() if text.isascii() else text

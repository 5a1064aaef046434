"""The JSON schema of a configuration, for editors and for people: torchlint.schema.json beside this file."""

from __future__ import annotations

import json
import os

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Row(NamedTuple):
    """A key of a configuration: what its value may be, and what it means."""

    key: str
    values: str
    meaning: str


def of(names: Iterable[str]) -> dict[str, Any]:
    """The schema; `names` are what may be said where a rule is named."""
    found = _read()
    found["$defs"]["rule"]["anyOf"][0]["enum"] = list(names)
    return found


def rows() -> list[Row]:
    """Every key, in the order of the schema."""
    found = _read()
    return [
        Row(key, _values(form, found["$defs"]), form["description"].rstrip("."))
        for key, form in found["properties"].items()
    ]


def _values(form: dict[str, Any], shared: dict[str, Any]) -> str:
    """The values that a key may have, in a few words."""
    name = form.get("$ref", "").rpartition("/")[2]
    if name:
        return _NAMED.get(name) or _values(shared[name], shared)
    if "enum" in form:
        return " | ".join(form["enum"])
    return "day" if form.get("format") == "date" else _TYPES[form["type"]]


_NAMED = {"rules": "list of rules", "texts": "list of strings"}
_TYPES = {"boolean": "true | false", "string": "string", "object": "table"}


def _read() -> dict[str, Any]:
    path = os.path.join(os.path.dirname(__file__), "torchlint.schema.json")
    with open(path, encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found

"""Lock files in TOML: read without their lists of archives, which are most of their bytes."""

from __future__ import annotations

import re

from torchlint.syntax.wheelname import normalize
from torchlint.text import Span, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from torchlint.text import Source

# Lists of archives as their tools lay them out: one table a line. Anything else stays and is read with the rest.
_ARCHIVES = re.compile(r"^(?:wheels|files) = \[\n(?:[ \t]+\{[^\n]*\},?\n)*\]\n|^sdist = \{[^\n]*\}\n", re.MULTILINE)
_HEAD = re.compile(
    r'^\[\[packages?\]\]\r?\n(?:name = "([^"\\\n]*)"\r?\n)(?:version = "([^"\\\n]*)"\r?\n)?', re.MULTILINE
)


def load(source: Source) -> dict[str, Any] | None:
    """The file's tables without its lists of archives; None when it is no TOML."""
    import tomllib

    text = source.text.removeprefix("\xef\xbb\xbf")
    if '"""' not in text and "'''" not in text:
        text = _ARCHIVES.sub("", text)
    try:
        return tomllib.loads(decoded(text))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def packages(
    document: dict[str, Any], key: str, source: Source
) -> list[tuple[dict[str, Any], Span | None, Span | None]]:
    """The tables of the packages, each with the places of its name and its version."""
    tables = [one for one in document.get(key) or () if isinstance(one, dict) and isinstance(one.get("name"), str)]
    heads = list(_HEAD.finditer(source.text))
    if [decoded(head[1]) for head in heads] != [table["name"] for table in tables]:
        return [(table, None, None) for table in tables]
    return [
        (table, Span(*head.span(1)), Span(*head.span(2)) if head[2] is not None else None)
        for table, head in zip(tables, heads, strict=True)
    ]


def text_of(table: dict[str, Any], key: str) -> str | None:
    """A text value, None for anything else."""
    value = table.get(key)
    return value if isinstance(value, str) else None


def texts_of(table: dict[str, Any], key: str) -> tuple[str, ...]:
    """The texts of a list."""
    value = table.get(key)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def table_of(holder: dict[str, Any], key: str) -> dict[str, Any]:
    """A table, empty when there is none."""
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def name_of(table: dict[str, Any]) -> str:
    """The normalised name of a package."""
    return normalize(table["name"])

"""Pipfile.lock: two flat lists, for use and for development."""

from __future__ import annotations

import re

from torchlint.syntax.lock import Lock, Locked
from torchlint.syntax.lock.toml import table_of, text_of
from torchlint.syntax.wheelname import normalize
from torchlint.text import Span, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Source

# As pipenv writes it: four blanks for each level.
_SECTION = re.compile(
    r'^    "([^"\\]*)": \{\n|^        "([^"\\]*)": \{\n|^            "version": "([^"\\]*)"', re.MULTILINE
)


def read(source: Source) -> Lock | None:
    """Read the file; None when it is no lock."""
    import json

    try:
        document = json.loads(decoded(source.text).removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or not table_of(document, "_meta"):
        return None
    meta = table_of(document, "_meta")
    sources = meta.get("sources")
    indexes = {
        text_of(one, "name"): text_of(one, "url")
        for one in (sources if isinstance(sources, list) else ())
        if isinstance(one, dict)
    }
    places = _places(source)
    found = []
    for group in ("default", "develop"):
        for name, table in table_of(document, group).items():
            if not isinstance(table, dict):
                continue
            kind, url = "index", indexes.get(text_of(table, "index"))
            for key, meaning in (("git", "git"), ("file", "url"), ("path", "project")):
                if key in table:
                    kind, url = meaning, text_of(table, key)
            version = text_of(table, "version")
            marker = text_of(table, "markers")
            spans = places.get((group, name), (None, None))
            found.append(
                Locked(
                    normalize(name),
                    version.lstrip("=") if version is not None else None,
                    kind,
                    url,
                    (group,),
                    {} if marker is None else {"": marker},
                    name_span=spans[0],
                    version_span=spans[1],
                )
            )
    requires = table_of(meta, "requires")
    python = text_of(requires, "python_full_version") or text_of(requires, "python_version")
    return Lock("pipenv", tuple(found), None if python is None else f"=={python}.*", default_groups=("default",))


def _places(source: Source) -> dict[tuple[str, str], tuple[Span | None, Span | None]]:
    """Where the names and versions stand."""
    found: dict[tuple[str, str], tuple[Span | None, Span | None]] = {}
    section = name = ""
    for match in _SECTION.finditer(source.text):
        if match[1] is not None:
            section = match[1]
        elif match[2] is not None:
            name = match[2]
            found[section, name] = (Span(*match.span(2)), None)
        elif (section, name) in found:
            operator = len(match[3]) - len(match[3].lstrip("="))
            found[section, name] = (found[section, name][0], Span(match.start(3) + operator, match.end(3)))
    return found

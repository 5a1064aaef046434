"""TOML as most configurations are written: one line for each key, with a text, a truth or a list of texts.

The reader of all of TOML takes as long to import as a fifth of a small check; what is not read here is left to it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Plain: TypeAlias = str | bool | list[str]


def read(text: str) -> dict[str, Plain | dict[str, Plain]] | None:
    """What tomllib makes of the text; None where it holds more than the plainest forms, or what is wrong."""
    whole: dict[str, Plain | dict[str, Plain]] = {}
    inside: dict[str, Plain] | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        line = line.strip(" \t")
        if _ends(line):
            continue
        if line[0] == "[":
            heading = line[1:-1]
            if line[-1] != "]" or not _bare(heading) or heading in whole:
                return None
            inside = whole[heading] = {}
            continue
        key, _, written = line.partition("=")
        name = _key(key.rstrip(" \t"))
        found = _value(written.lstrip(" \t"))
        if name is None or found is None or not _ends(found[1].lstrip(" \t")):
            return None
        if inside is not None and name not in inside:
            inside[name] = found[0]
        elif inside is None and name not in whole:
            whole[name] = found[0]
        else:
            return None
    return whole


def _ends(rest: str) -> bool:
    """Whether nothing more stands on a line than a comment."""
    return not rest or (rest[0] == "#" and rest.isprintable())


def _bare(key: str) -> bool:
    return key.isascii() and key.replace("-", "").replace("_", "").isalnum()


def _key(written: str) -> str | None:
    if _bare(written):
        return written
    found = _text(written)
    return found[0] if found is not None and not found[1] else None


def _value(written: str) -> tuple[Plain, str] | None:
    """A value and what follows it on its line."""
    for word, value in (("true", True), ("false", False)):
        if written.startswith(word):
            return value, written[len(word) :]
    return _texts(written[1:]) if written.startswith("[") else _text(written)


def _texts(written: str) -> tuple[list[str], str] | None:
    found: list[str] = []
    rest = written.lstrip(" \t")
    while not rest.startswith("]"):
        one = _text(rest)
        if one is None:
            return None
        found.append(one[0])
        rest = one[1].lstrip(" \t")
        if rest.startswith(","):
            rest = rest[1:].lstrip(" \t")
        elif not rest.startswith("]"):
            return None
    return found, rest[1:]


def _text(written: str) -> tuple[str, str] | None:
    """A text in quotes, without escapes and line ends, and what follows it."""
    quote = written[:1]
    if quote not in ("'", '"') or written.startswith(quote * 3):
        return None
    text, closed, rest = written[1:].partition(quote)
    plain = closed and text.isprintable() and (quote == "'" or "\\" not in text)
    return (text, rest) if plain else None

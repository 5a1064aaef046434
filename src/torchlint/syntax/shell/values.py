"""What the shell makes of a word's parts once the parameters are known. Loaded only for words that need it."""

from __future__ import annotations

import re

from torchlint.syntax.shell.words import Glob, Literal, Parameter, Tilde

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.shell.words import Lookup, Part, Word

_BLANKS = " \t\n"
_PATTERN_CHARACTERS = frozenset("*?[\\")


LONGEST = 65_536
"""A longer value is not known: doubling a variable sixty times would fill any memory."""


def expanded(parts: tuple[Part, ...], lookup: Lookup, patterns: bool) -> tuple[str, ...] | None:
    """The arguments that `parts` become (see Word.fields)."""
    fields: list[str] = []
    current: str | None = None  # the field in the making; None between fields
    for part in parts:
        if len(fields) > LONGEST or len(current or "") > LONGEST:
            return None
        if isinstance(part, Literal):
            text = part.text
        elif isinstance(part, Glob):
            if not patterns:
                return None
            text = part.text
        elif isinstance(part, Tilde):
            home = None if part.user else lookup("HOME")
            if not home:
                return None
            text = home
        elif isinstance(part, Parameter):
            value = parameter(part, lookup)
            if value is None:
                return None
            if part.quoted:
                text = value
            else:
                if lookup("IFS") not in (None, "", " \t\n"):
                    return None
                if not patterns and not _PATTERN_CHARACTERS.isdisjoint(value):
                    return None
                pieces = _split(value)
                if not pieces:
                    if value and current is not None:
                        fields.append(current)
                        current = None
                    continue
                if value[0] in _BLANKS and current is not None:
                    fields.append(current)
                    current = None
                if len(pieces) > 1:
                    fields.append((current or "") + pieces[0])
                    fields.extend(pieces[1:-1])
                    current = None
                current = (current or "") + pieces[-1]
                if value[-1] in _BLANKS:
                    fields.append(current)
                    current = None
                continue
        else:
            return None
        current = text if current is None else current + text
    if current is not None:
        fields.append(current)
    return tuple(fields) if all(len(field) <= LONGEST for field in fields) else None


def _split(value: str) -> list[str]:
    return [piece for piece in value.replace("\t", " ").replace("\n", " ").split(" ") if piece]


def parameter(part: Parameter, lookup: Lookup) -> str | None:
    """The text that `$name` or `${name…}` stands for, before splitting; None when unknown."""
    name, operator = part.name, part.operator
    if operator == "other" or name in "@*#?$!-":
        return None  # `$@`, `$?` and their like change from command to command
    value = lookup(name)
    if value is None:
        return None
    if operator is None:
        return value
    if operator == "length":
        return str(len(value)) if value.isascii() else None
    word = part.argument
    if operator in ("-", "=", "?", "+") and not value:
        return None  # unset or empty: these four tell them apart
    if operator in (":?", "?"):
        return value or None
    if operator in (":-", "-", ":=", "="):
        return value or _replacement(word, lookup, part.quoted)
    if operator in (":+", "+"):
        return _replacement(word, lookup, part.quoted) if value else ""
    if operator in ("^", "^^", ",", ",,"):
        if (word is not None and word.parts) or not value.isascii():
            return None
        change = str.upper if operator[0] == "^" else str.lower
        return change(value) if len(operator) == 2 else change(value[:1]) + value[1:]
    if operator == ":":
        return _slice(value, word)
    return _cut(value, operator, word, lookup)


def _replacement(word: Word | None, lookup: Lookup, quoted: bool) -> str | None:
    """The value of `word` in `${x:-word}`; None also where quotes inside it would keep blanks together."""
    texts: list[str] = []
    for part in word.parts if word is not None else ():
        text = (
            part.text if isinstance(part, Literal) else parameter(part, lookup) if isinstance(part, Parameter) else None
        )
        if text is None:
            return None
        if not quoted and part.quoted and (not text or any(c in _BLANKS or c in _PATTERN_CHARACTERS for c in text)):  # type: ignore[union-attr]
            return None
        texts.append(text)
    return "".join(texts)


def _slice(value: str, word: Word | None) -> str | None:
    written = word.literal if word is not None else None
    found = re.fullmatch(r"[ ]?([0-9]{1,6})(?::([0-9]{1,6}))?", written or "")
    if not found or not value.isascii():
        return None
    start = int(found[1])
    return value[start:] if found[2] is None else value[start : start + int(found[2])]


def _cut(value: str, operator: str, word: Word | None, lookup: Lookup) -> str | None:
    """`#`, `%` and `/` with their doubles: patterns of `*` and `?` only."""
    pieces: list[tuple[str, bool]] = []  # text, and whether pattern characters in it count
    for part in word.parts if word is not None else ():
        if isinstance(part, Literal):
            pieces.append((part.text, not part.quoted))
        elif isinstance(part, Parameter):
            text = parameter(part, lookup)
            if text is None or not _PATTERN_CHARACTERS.isdisjoint(text):
                return None
            pieces.append((text, False))
        else:
            return None
    replacement = ""
    if operator[0] == "/":
        for at, (text, active) in enumerate(pieces):
            if active and "/" in text:
                before, _, after = text.partition("/")
                tail = [after] + [text for text, _ in pieces[at + 1 :]]
                replacement = "".join(tail)
                pieces[at:] = [(before, True)]
                break
        if "&" in replacement or "~" in replacement[:1]:
            return None
    pattern: list[str] = []
    for text, active in pieces:
        for char in text:
            if active and char in "[\\":
                return None
            if active and char in "*?":
                if char == "*" and pattern[-1:] == [".*"]:
                    continue
                pattern.append(".*" if char == "*" else ".")
            else:
                pattern.append(re.escape(char))
    if not pattern:
        return value
    if len(value) > 4096 or pattern.count(".*") > 3 or ("." in pattern and not value.isascii()):
        return None
    glob = "".join(pattern)
    if operator in ("#", "##"):
        lazy = glob.replace(".*", ".*?") if operator == "#" else glob
        found = re.match(lazy, value, re.DOTALL)
        return value[found.end() :] if found else value
    if operator in ("%", "%%"):
        starts = range(len(value) + 1) if operator == "%%" else range(len(value), -1, -1)
        whole = re.compile(glob, re.DOTALL)
        for start in starts:
            if whole.fullmatch(value, start):
                return value[:start]
        return value
    if operator == "/%":
        return re.sub(f"(?:{glob})\\Z", lambda _: replacement, value, count=1, flags=re.DOTALL)
    if operator == "/#":
        return re.sub(f"\\A(?:{glob})", lambda _: replacement, value, count=1, flags=re.DOTALL)
    if operator == "//" and pattern == [".*"]:
        return replacement
    return re.sub(glob, lambda _: replacement, value, count=0 if operator == "//" else 1, flags=re.DOTALL)

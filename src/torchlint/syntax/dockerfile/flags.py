"""The `--name=value` flags between a keyword and its arguments."""

from __future__ import annotations

import re

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.dockerfile.mounts import field_of_podman, mount_error
from torchlint.syntax.dockerfile.shapes import Flag
from torchlint.text import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.syntax.dockerfile.reading import Reading
    from torchlint.syntax.joined import Joined

# The flag reader looks at bytes, not characters: a byte that would be a blank in Latin-1 is one here.
_BLANKS = frozenset("\t\n\v\f\r \x85\xa0")
# Patterns kept as texts are needed by few files: `re` compiles and remembers them when they are.
_WORDS = {
    escape: rf"--(?:[^\t-\r \x85\xa0'\"{sign}]++|{sign}.|{sign}\Z"
    rf"|'(?:[^'{sign}]++|{sign}.)*+(?:'|{sign}?\Z)|\"(?:[^\"{sign}]++|{sign}.)*+(?:\"|{sign}?\Z))*+"
    for escape, sign in (("\\", r"\\"), ("`", "`"))
}
_QUOTING = frozenset("'\"\\`")

_BOOL, _ONE, _MANY = "bool", "one", "many"
_COPYING = {"chown": _ONE, "chmod": _ONE, "link": _BOOL, "exclude": _MANY}
# BuildKit never looks at the flags of ARG, STOPSIGNAL and HEALTHCHECK NONE.
_KNOWN: dict[str, dict[str, str]] = {
    **{keyword: {} for keyword in ("CMD", "ENTRYPOINT", "ENV", "EXPOSE", "LABEL", "MAINTAINER", "ONBUILD", "SHELL")},
    **{keyword: {} for keyword in ("USER", "VOLUME", "WORKDIR")},
    "ADD": {**_COPYING, "keep-git-dir": _BOOL, "checksum": _ONE, "unpack": _BOOL},
    "COPY": {**_COPYING, "from": _ONE, "parents": _BOOL},
    "FROM": {"platform": _ONE},
    "HEALTHCHECK": dict.fromkeys(("interval", "timeout", "start-period", "start-interval", "retries"), _ONE),
    "RUN": {"mount": _MANY, "device": _MANY, "network": _ONE, "security": _ONE},
}
_NONE = r"(?ai)NONE\b"
_CHOICES = {"network": ("default", "none", "host"), "security": ("insecure", "sandbox")}
_DURATION = r"\+?(?:0|(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|\xc2\xb5s|\xce\xbcs|ms|s|m|h))+)\Z"
_RETRIES = r"\+?[0-9]{1,10}\Z"


def after_blanks(text: str, start: int, end: int) -> int:
    """Where the blanks at `start` end."""
    while start < end and text[start] in _BLANKS:
        start += 1
    return start


def read_flags(joined: Joined, start: int, end: int, escape: str) -> tuple[tuple[Flag, ...], int]:
    """The flags in `joined.text[start:end]`, and where the arguments start."""
    text = joined.text
    flags: list[Flag] = []
    while True:
        start = after_blanks(text, start, end)
        if not text.startswith("--", start, end):
            return tuple(flags), start
        stop = start
        while stop < end and text[stop] not in _BLANKS:
            stop += 1
        if not _QUOTING.isdisjoint(text[start:stop]):
            match = re.compile(_WORDS[escape], re.DOTALL).match(text, start, end)
            assert match is not None, "the text begins with --"
            stop = match.end()
        flag = _flag(joined, text[start:stop], start, escape)
        if flag is None:
            return tuple(flags), stop
        flags.append(flag)
        start = stop


def _flag(joined: Joined, raw: str, start: int, escape: str) -> Flag | None:
    """The flag written as `raw`; None for the bare `--` that ends the flags."""
    word, places = (raw, range(len(raw))) if _QUOTING.isdisjoint(raw) else _unquoted(raw, escape)
    if word == "--":
        return None
    span = joined.span(start, start + len(raw))
    name, equals, value = word[2:].partition("=")
    if not equals:
        return Flag(name, None, span, None)
    return Flag(name, value, span, joined.span(start + places[2 + len(name)] + 1, start + len(raw)))


def _unquoted(raw: str, escape: str) -> tuple[str, Sequence[int]]:
    """`raw` without quotes and escapes, and the index in `raw` of every character left."""
    quote = ""
    places: list[int] = []
    index = 0
    while index < len(raw):
        char = raw[index]
        if char == quote:
            quote = ""
        elif not quote and char in "'\"":
            quote = char
        elif char == escape:
            index += 1
            if index < len(raw):
                places.append(index)
        else:
            places.append(index)
        index += 1
    return "".join([raw[place] for place in places]), places


def flag_problems(reading: Reading, foreign: bool) -> None:
    """Note what BuildKit refuses in the flags of an instruction; a `foreign` frontend may know more of them."""
    keyword = reading.keyword
    known = _KNOWN.get(keyword)
    if known is None or (keyword == "HEALTHCHECK" and re.match(_NONE, reading.rest.text)):
        return
    used: set[str] = set()
    for flag in reading.flags:
        kind = known.get(flag.name)
        if kind is None:
            if not foreign:
                reading.refuse("unknown-flag", f"{keyword} has no flag --{decoded(flag.name)}", flag.span)
        elif flag.name in used and kind != _MANY:
            reading.refuse("duplicate-flag", f"the flag --{flag.name} is given twice", flag.span)
        elif not foreign and (error := _value_error(flag, kind)):
            reading.refuse("flag-value", error, flag.span)
        elif not foreign and flag.name == "mount" and (field := field_of_podman(flag.value or "")):
            reading.notes.append(SyntaxProblem("field-of-podman", field, flag.span))
        used.add(flag.name)


def _value_error(flag: Flag, kind: str) -> str | None:
    name, value = flag.name, flag.value
    if kind == _BOOL:
        fits = value is None or (value.isascii() and value.lower() in ("true", "false"))
        return None if fits else f"--{name} is either true or false"
    if value is None:
        return f"--{name} needs a value"
    if name == "mount":
        return mount_error(value)
    if name in _CHOICES:
        return None if value in _CHOICES[name] else f"--{name} is one of {', '.join(_CHOICES[name])}"
    if name == "retries":
        return None if not value or re.match(_RETRIES, value) else "--retries needs a whole number"
    if name == "interval" or name == "timeout" or name.startswith("start-"):
        return None if not value or re.match(_DURATION, value) else f"--{name} needs a duration such as 30s"
    return None

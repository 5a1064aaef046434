"""The options of one line of a requirements file."""

from __future__ import annotations

import re

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.requirement import OptionUse
from torchlint.text import Span, decoded

# Every option a line may hold, of this pip and of the last few: whether it takes a value.
_OPTIONS = {
    "--index-url": True,
    "--pypi-url": True,
    "--extra-index-url": True,
    "--no-index": False,
    "--constraint": True,
    "--requirement": True,
    "--editable": True,
    "--find-links": True,
    "--no-binary": True,
    "--only-binary": True,
    "--prefer-binary": False,
    "--require-hashes": False,
    "--no-require-hashes": False,
    "--pre": False,
    "--all-releases": True,
    "--only-final": True,
    "--trusted-host": True,
    "--use-feature": True,
    "--global-option": True,
    "--hash": True,
    "--config-settings": True,
    "--config-setting": True,
}
_SHORT = {
    "-i": "--index-url",
    "-c": "--constraint",
    "-r": "--requirement",
    "-e": "--editable",
    "-f": "--find-links",
    "-C": "--config-settings",
}
_SAME = {"--pypi-url": "--index-url", "--config-setting": "--config-settings"}
FOR_ONE_REQUIREMENT = ("--hash", "--config-settings", "--global-option")
# Every other option takes the next word for its value, whatever it looks like.
_OF_PACKAGES = ("--no-binary", "--only-binary", "--all-releases", "--only-final")
_HASHES = ("sha256:", "sha384:", "sha512:")
_WORD = r"[^ \t\r\n]+"
_PIECE = r"""(?s)([^ \t\r\n'"\\]+)|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([ \t\r\n]+)"""


def option_uses(text: str, cut: int, start: int) -> tuple[OptionUse, ...] | SyntaxProblem:
    """Read the options from `cut` on, as pip's option parser takes them: abbreviations, `=`, joined short values."""
    whole = Span(start, start + len(text))
    words = _words(text, cut)
    if words is None:
        return SyntaxProblem("invalid-requirement", f"the quotes in `{decoded(text)}` do not close", whole)
    uses = []
    rest = iter(words)
    for word, begin, end in rest:
        if word == "--":
            break
        if word[:1] != "-" or word == "-":
            continue
        if word.startswith("--"):
            written, equals, value = word.partition("=")
            name = written if written in _OPTIONS else _completed(written)
            value_begin = text.find("=", begin, end) + 1
        else:
            written, value, equals = word[:2], word[2:], word[2:3]
            name = _SHORT.get(written)
            value_begin = begin + 2
        if name is None:
            return SyntaxProblem("unknown-option", f"pip knows no option `{decoded(written)}` in a file", whole)
        takes = _OPTIONS[name]
        name = _SAME.get(name, name)
        if not takes:
            if equals:
                return SyntaxProblem("invalid-requirement", f"`{name}` takes no value", whole)
            uses.append(OptionUse(name, None, Span(start + begin, start + end), None))
            continue
        if not equals:
            following = next(rest, None)
            if following is None:
                return SyntaxProblem("invalid-requirement", f"`{name}` needs a value", whole)
            value, value_begin, end = following
        if name in _OF_PACKAGES and value.startswith("-"):
            return SyntaxProblem("invalid-requirement", f"`{name}` needs a value", whole)
        if name == "--hash" and not value.startswith(_HASHES):
            message = f"`{decoded(value)}` is not of the form sha256:digest (sha384 and sha512 are possible too)"
            return SyntaxProblem("invalid-requirement", message, whole)
        if name == "--config-settings" and "=" not in value:
            return SyntaxProblem("invalid-requirement", f"`{decoded(value)}` is not of the form key=value", whole)
        value_end = end
        if text[value_begin:end] != value and text[value_begin + 1 : end - 1] == value:
            value_begin, value_end = value_begin + 1, end - 1
        span = Span(start + value_begin, start + value_end)
        uses.append(OptionUse(name, value, Span(start + begin, start + end), span))
    return tuple(uses)


def _completed(written: str) -> str | None:
    """The option that `written` abbreviates; None when there is none or more than one."""
    found = {_SAME.get(name, name) for name in _OPTIONS if name.startswith(written)}
    return found.pop() if len(found) == 1 else None


def _words(text: str, position: int) -> list[tuple[str, int, int]] | None:
    """Words of a line from `position` on, split as shlex splits them, with their places; None if a quote stays open."""
    if "\\" not in text and "'" not in text and '"' not in text:
        return [
            (match[0], position + match.start(), position + match.end())
            for match in re.finditer(_WORD, text[position:])
        ]
    words = []
    parts: list[str] = []
    begin = position
    piece = re.compile(_PIECE)
    while position < len(text):
        match = piece.match(text, position)
        if match is None:
            return None
        position = match.end()
        plain, single, double, escaped, blank = match.groups()
        if blank is not None:
            if parts:
                words.append(("".join(parts), begin, match.start()))
                parts = []
            begin = position
        elif double is not None:
            parts.append(re.sub(r'\\(["\\])', r"\1", double))
        else:
            parts.append(plain if plain is not None else single if single is not None else escaped)
    if parts:
        words.append(("".join(parts), begin, position))
    return words

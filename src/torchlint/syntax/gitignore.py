"""`.gitignore`: one file of patterns, with Git's matching."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple
from torchlint.text import Source, Span


class Pattern(NamedTuple):
    """One pattern. `glob` is what is compared: without `!`, the slash at its end and blanks behind it."""

    glob: str
    ignores: bool
    folders_only: bool
    anywhere: bool
    span: Span


class GitIgnore:
    """A read file. Paths are relative to its folder, with `/`, in latin-1-held bytes like all text here: Git compares
    bytes, so `?` takes one byte."""

    __slots__ = ("_matchers", "patterns")

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self.patterns = patterns
        self._matchers: list[re.Pattern[str] | None] | None = None

    def match(self, path: str, folder: bool) -> bool | None:
        """True if the last pattern that matches `path` ignores it, False if it begins with `!`, None if none matches.

        Folders above `path` are not asked: in a folder that is ignored, Git looks at no file at all.
        """
        if self._matchers is None:
            self._matchers = [_compiled(pattern) for pattern in self.patterns]
        name = path.rpartition("/")[2]
        for pattern, matcher in zip(reversed(self.patterns), reversed(self._matchers), strict=True):
            if matcher is None or (pattern.folders_only and not folder):
                continue
            if matcher.fullmatch(name if pattern.anywhere else path):
                return pattern.ignores
        return None

    def __repr__(self) -> str:
        return f"GitIgnore({len(self.patterns)} patterns)"


def parse(source: Source) -> GitIgnore:
    """Read the patterns of a `.gitignore` file, in order."""
    patterns = []
    for start, line in source.lines():
        if line.endswith("\r") and start + len(line) < len(source.text):
            line = line[:-1]
        if line and line[0] != "#":
            written = _trimmed(line)
            ignores = written[:1] != "!"
            glob = written if ignores else written[1:]
            folders_only = glob.endswith("/")
            if folders_only:
                glob = glob[:-1]
            if glob:
                span = Span(start, start + len(written))
                patterns.append(Pattern(glob, ignores, folders_only, "/" not in glob, span))
    return GitIgnore(tuple(patterns))


def _trimmed(line: str) -> str:
    """Without the blanks at its end, but for one behind a backslash."""
    kept = line.rstrip(" ")
    backslashes = len(kept) - len(kept.rstrip("\\"))
    return kept + " " if backslashes % 2 and len(kept) < len(line) else kept


def _compiled(pattern: Pattern) -> re.Pattern[str] | None:
    """The pattern as a regular expression for whole paths, or names if `anywhere`; None if it matches nothing."""
    glob = pattern.glob
    position = 0
    if not pattern.anywhere and glob[0] == "/":
        position = 1
    # Git compares the plain beginning first, and then takes what follows for a pattern of its own.
    plain = re.compile(r"[^*?\[\\]*").match(glob, position)
    begin = plain.end() if plain is not None else position
    made = []
    while position < len(glob):
        char = glob[position]
        if char == "*":
            stop = position
            while glob[stop : stop + 1] == "*":
                stop += 1
            bounded = (position == begin or glob[position - 1] == "/") and glob[stop : stop + 1] in ("", "/")
            if pattern.anywhere or stop - position == 1 or not bounded:
                made.append("[^/]*")
            elif stop < len(glob):
                made.append("(?:.*/)?")
                stop += 1
            else:
                made.append(".*")
            position = stop
            continue
        position += 1
        if char == "?":
            made.append("[^/]")
        elif char == "[":
            found = _bracket(glob, position)
            if found is None:
                return None
            expression, position = found
            made.append(expression)
        elif char == "\\":
            if position == len(glob):
                return None
            made.append(re.escape(glob[position]))
            position += 1
        else:
            made.append(re.escape(char))
    return re.compile("".join(made), re.DOTALL)


_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": " \\t\\n\\x0b\\f\\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}


def _bracket(glob: str, position: int) -> tuple[str, int] | None:
    """A character class from behind its `[`, and the index behind its `]`; None when it is broken."""
    negated = glob[position : position + 1] in ("!", "^")
    if negated:
        position += 1
    body = ""
    first = position
    while position < len(glob):
        char = glob[position]
        if char == "]" and position > first:
            # A class never takes a slash, also a negated one.
            return f"(?!/)[{'^' if negated else ''}{body}]" if body else "(?!)", position + 1
        if glob.startswith("[:", position):
            close = glob.find("]", position + 2)
            if close < 0:
                return None
            if close > position + 2 and glob[close - 1] == ":":
                named = _CLASSES.get(glob[position + 2 : close - 1])
                if named is None:
                    return None
                body += named
                position = close + 1
                continue
        if char == "\\":
            position += 1
        low = glob[position : position + 1]
        high = low
        position += 1
        if glob[position : position + 1] == "-" and glob[position + 1 : position + 2] not in ("]", ""):
            position += 2 if glob[position + 1] == "\\" else 1
            high = glob[position : position + 1]
            position += 1
        if not low or not high:
            return None
        # The first end of a range counts even when the range runs backwards.
        body += re.escape(low) + (f"{re.escape(low)}-{re.escape(high)}" if low < high else "")
    return None

"""`.dockerignore`: which files of a context the builder is sent. BuildKit's matching, not Git's."""

from __future__ import annotations

import posixpath
import re

from torchlint.record import NamedTuple
from torchlint.text import Source, Span, decoded, encoded


class Pattern(NamedTuple):
    """One pattern. `text` is as written, `path` what is compared: cleaned, without `!` and without a leading slash."""

    text: str
    path: str
    includes: bool
    span: Span


class DockerIgnore:
    """A read file. Paths are relative to the context, with `/`, in latin-1-held bytes like all text here."""

    __slots__ = ("_matchers", "patterns")

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self.patterns = patterns
        self._matchers: list[re.Pattern[str] | None] | None = None

    def excludes(self, path: str) -> bool:
        """True if the builder does not get the file or folder at `path` itself."""
        return self.pattern_for(path) is not None

    def excluded_by(self, path: str) -> str | None:
        """The pattern that keeps `path` from the builder, as written; None when it is sent."""
        pattern = self.pattern_for(path)
        return None if pattern is None else pattern.text

    def pattern_for(self, path: str) -> Pattern | None:
        """The pattern that keeps `path` from the builder: of all that speak, the last decides; None when it is sent.

        A pattern speaks for a path when it matches the path or a folder above it.
        """
        if self._matchers is None:
            self._matchers = [_compiled(decoded(pattern.path)) for pattern in self.patterns]
        shown = decoded(path)
        ways = [shown]
        slash = shown.find("/")
        while slash >= 0:
            ways.append(shown[:slash])
            slash = shown.find("/", slash + 1)
        decided = None
        for pattern, matcher in zip(self.patterns, self._matchers, strict=True):
            # A pattern that would change nothing is not asked.
            if matcher is None or pattern.includes is (decided is None):
                continue
            if any(matcher.fullmatch(way) for way in ways):
                decided = None if pattern.includes else pattern
        return decided

    def may_include_below(self, folder: str) -> bool:
        """True if some `!pattern` could bring back a path below an excluded `folder`."""
        parts = decoded(folder).split("/")
        return any(pattern.includes and _reaches(decoded(pattern.path).split("/"), parts) for pattern in self.patterns)

    def __repr__(self) -> str:
        return f"DockerIgnore({len(self.patterns)} patterns)"


def parse(source: Source) -> DockerIgnore:
    """Read the patterns of a `.dockerignore` file, in order."""
    patterns = []
    for start, line in source.lines():
        # Only a `#` in the first column makes a comment.
        if line[:1] != "#":
            pattern = _pattern(line, start)
            if pattern is not None:
                patterns.append(pattern)
    return DockerIgnore(tuple(patterns))


def _pattern(line: str, start: int) -> Pattern | None:
    shown = line.encode("latin-1").decode("utf-8", "surrogateescape")
    written = shown.strip()
    if not written:
        return None
    start += len(shown[: len(shown) - len(shown.lstrip())].encode("utf-8", "surrogateescape"))
    includes = written[0] == "!"
    path = written[1:].strip() if includes else written
    if path:
        # Go cleans two leading slashes to one, Python would keep them.
        path = posixpath.normpath("/" + path.lstrip("/") if path[0] == "/" else path)
        path = path[1:] if len(path) > 1 and path[0] == "/" else path
    text = encoded(written)
    return Pattern(text, encoded(path), includes, Span(start, start + len(text)))


def _compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern as a regular expression for whole paths; None for one that matches nothing."""
    # A leading `**` before plain text compares the end of the path, wherever a name begins: `**x` takes `a/bx`.
    if pattern.startswith("**") and not re.search(r"[*?\\\[]", pattern[2:]):
        rest = pattern[2:]
        body = rf"(?:.*/)?{re.escape(rest[1:])}" if rest.startswith("/") else f".*{re.escape(rest)}"
        return re.compile(body, re.DOTALL)
    made = []
    position = 0
    while position < len(pattern):
        char = pattern[position]
        position += 1
        if pattern.startswith("**", position - 1):
            position += 1
            if pattern[position : position + 1] == "/":
                position += 1
            made.append("(?:.*/)?" if position < len(pattern) else ".*")
        elif char == "*":
            made.append("[^/]*")
        elif char == "?":
            made.append("[^/]")
        elif char == "[":
            found = _bracket(pattern, position)
            if found is None:
                return None
            expression, position = found
            made.append(expression)
        elif char == "\\":
            made.append(re.escape(pattern[position : position + 1] or "\\"))
            position += 1
        else:
            made.append(re.escape(char))
    return re.compile("".join(made), re.DOTALL)


def _bracket(pattern: str, position: int) -> tuple[str, int] | None:
    """A character class from behind its `[`, and the index behind its `]`; None when the builder would refuse it."""
    negated = pattern[position : position + 1] == "^"
    match = re.compile(r"(?:\\.|[^\]\\])+(?=\])", re.DOTALL).match(pattern, position + negated)
    if match is None:
        return None
    body = ""
    for low, high in re.findall(r"(\\.|[^\\])(?:-(\\.|[^\\]))?", match[0], re.DOTALL):
        first, last = low[-1], (high or low)[-1]
        if first > last:
            return None
        body += f"{re.escape(first)}-{re.escape(last)}"
    return f"[{'^' if negated else ''}{body}]", match.end() + 1


def _reaches(pattern: list[str], folder: list[str]) -> bool:
    """True if `pattern` could match something below `folder`, or a folder on the way to it."""
    for wanted, name in zip(pattern, folder, strict=False):
        if "**" in wanted:
            return True
        matcher = _compiled(wanted)
        if matcher is None or matcher.fullmatch(name) is None:
            return False
    return True

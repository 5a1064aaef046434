"""Comments that silence findings: ours, hadolint's and BuildKit's. Which one silences what, and which are idle."""

from __future__ import annotations

import re
from bisect import bisect_right

from torchlint.findings import Suppression
from torchlint.record import NamedTuple
from torchlint.text import Edit, Place, Span, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from torchlint.catalog import Entry
    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.text import Source

_OURS = re.compile(
    r"[ \t]*torchlint[ \t]*:[ \t]*(?:(?P<scope>ignore|file-ignore)[ \t]*\[(?P<names>[^\]]*)\](?P<why>.*))?"
)
_HADOLINT = re.compile(r"[ \t]*hadolint[ \t]+(?P<whole>global[ \t]+)?ignore[ \t]*=[ \t]*(?P<names>[A-Za-z0-9, \t]+)")
_NAME = re.compile(r"[^, \t\r]+")
_TRAILING = re.compile(r"(?:^|[ \t])#(?=[ \t]*torchlint[ \t]*:)")
_DIRECTIVE = re.compile(r"[ \t]*#[ \t]*[A-Za-z][A-Za-z0-9]*[ \t]*=")


class Name(NamedTuple):
    """One name between the brackets. `idle`: what it names was looked for, and there is nothing to silence. `now`: what
    the rule is called by now, if that is its former name."""

    text: str
    at: Place
    known: bool
    idle: bool
    now: str = ""


class Ignore(NamedTuple):
    """One `# torchlint: ignore[...] reason` or `file-ignore[...]`; without names it is not understood."""

    at: Place
    names: tuple[Name, ...]
    reason: str


class Suppressions(NamedTuple):
    """The comments of ours in one file, after everything else was checked: the subject of rules about ignoring.

    `vocabulary`: every name that may stand between the brackets. `require_reason`: the settings ask for one.
    """

    source: Source
    ignores: tuple[Ignore, ...]
    vocabulary: tuple[str, ...]
    require_reason: bool

    def without(self, ignore: Ignore, gone: Collection[Name]) -> tuple[Edit, ...]:
        """Edits that take names out of a comment, and the comment when none is left.

        Empty if without the comment the next line would be taken for a parser directive.
        """
        kept = [name for name in ignore.names if name not in gone]
        if kept:
            inside = Span(ignore.names[0].at.span.start, ignore.names[-1].at.span.end)
            return (Edit(self.source, inside, ", ".join(name.text for name in kept)),)
        text, (start, end) = self.source.text, ignore.at.span
        while start and text[start - 1] in " \t":
            start -= 1
        if start and text[start - 1] != "\n":
            return (Edit(self.source, Span(start, end), ""),)
        after = text.find("\n", end) + 1 or len(text)
        return () if _DIRECTIVE.match(text, after) else (Edit(self.source, Span(start, after), ""),)


class _Mark:
    """A comment that silences. `covers` None: the whole file. `used`: names that silenced something."""

    __slots__ = ("at", "covers", "names", "ours", "reason", "used")

    def __init__(self, at: Span, covers: Span | None, names: tuple[tuple[str, Span], ...], reason: str, ours: bool):
        self.at = at
        self.covers = covers
        self.names = names
        self.reason = reason
        self.ours = ours
        self.used: set[str] = set()


class Silencer:
    """All suppression comments of one file."""

    __slots__ = ("_marks", "source")

    def __init__(self, source: Source, dockerfile: Dockerfile | None) -> None:
        """`dockerfile` is the file read as one; None for files with `#` comments to the line's end."""
        self.source = source
        self._marks = list(_in_lines(source) if dockerfile is None else _in_dockerfile(dockerfile))

    @property
    def names(self) -> frozenset[str]:
        """Every name in our own comments."""
        return frozenset(name for mark in self._marks if mark.ours for name, _ in mark.names)

    def silence(self, rule: Entry, offset: int) -> Suppression | None:
        """Why a finding of the rule at that byte is not counted, None if it is."""
        for mark in self._marks:
            if mark.covers is None or mark.covers.start <= offset <= mark.covers.end:
                for name, _ in mark.names:
                    if _means(name, rule, mark.ours):
                        mark.used.add(name)
                        return Suppression("inSource", mark.reason)
        return None

    def report(
        self, rules: tuple[Entry, ...], ran: Collection[str], require_reason: bool, *, all_known: bool = False
    ) -> Suppressions | None:
        """What is to be said of our own comments, None if there are none. `ran`: names of the rules that were asked.
        `all_known`: what no rule is called may be one of a pack that is not loaded."""
        ours = [mark for mark in self._marks if mark.ours]
        if not ours:
            return None
        asked = {"all", *ran, *(rule.family for rule in rules if rule.name in ran)}
        vocabulary = {"all": None} | dict.fromkeys(word for rule in rules for word in (rule.name, rule.family))
        former = {old: rule.name for rule in rules for old in rule.formerly}
        found = []
        for mark in ours:
            names = tuple(
                Name(
                    name,
                    Place(self.source, span),
                    all_known or name in vocabulary or name in former or _of_shellcheck(name),
                    former.get(name, name) in asked and name not in mark.used,
                    former.get(name, ""),
                )
                for name, span in mark.names
            )
            found.append(Ignore(Place(self.source, mark.at), names, mark.reason))
        return Suppressions(self.source, tuple(found), tuple(vocabulary), require_reason)


def _of_shellcheck(name: str) -> bool:
    from torchlint.shellcheck.codes import is_name

    return is_name(name)


def _means(name: str, rule: Entry, ours: bool) -> bool:
    if ours:
        return name in (rule.name, rule.family, "all", *rule.formerly)
    # BuildKit's `skip=all` means its own checks; unlike hadolint's, their names never end in a digit.
    return name in rule.same_as or (name == "all" and any(not one[-1].isdigit() for one in rule.same_as))


def _in_dockerfile(dockerfile: Dockerfile) -> Iterator[_Mark]:
    spans = [instruction.span for instruction in dockerfile.instructions]
    starts = [span.start for span in spans]
    for directive in dockerfile.directives:
        if directive.name == "check":
            names = _skipped(directive.value)
            yield _Mark(directive.span, None, tuple((name, directive.span) for name in names), "", ours=False)
    for comment in dockerfile.comments:
        at = comment.span.start + 1
        index = bisect_right(starts, comment.span.start)
        inside = index > 0 and comment.span.start < spans[index - 1].end
        # A comment after the last instruction covers nothing: an empty span behind the text.
        end = Span(len(dockerfile.source.text) + 1, len(dockerfile.source.text) + 1)
        covers = spans[index - 1] if inside else spans[index] if index < len(spans) else end
        if theirs := _HADOLINT.match(comment.text):
            yield _Mark(comment.span, None if theirs["whole"] else covers, _names(theirs, at), "", ours=False)
        elif ours := _OURS.match(comment.text):
            yield _ours(ours, comment.span, covers, at)


def _in_lines(source: Source) -> Iterator[_Mark]:
    """Comments of requirements and conda files: behind what they silence, or on lines of their own above it."""
    for line in range(1, source.line_count() + 1):
        span = source.line_span(line)
        written = source.text[span.start : span.end]
        if (found := _TRAILING.search(written)) and (ours := _OURS.match(written, found.end())):
            alone = not written[: found.start()].strip(" \t")
            covers = _logical(source, _next_content(source, line) if alone else line)
            yield _ours(ours, Span(span.start + found.end() - 1, span.end), covers, span.start)


def _ours(match: re.Match[str], at: Span, covers: Span, base: int) -> _Mark:
    names = _names(match, base) if match["names"] is not None else ()
    whole = match["scope"] == "file-ignore"
    return _Mark(at, None if whole else covers, names, decoded((match["why"] or "").strip(" \t\r")), ours=True)


def _names(match: re.Match[str], base: int) -> tuple[tuple[str, Span], ...]:
    start = base + match.start("names")
    found = _NAME.finditer(match["names"])
    return tuple((name.group(), Span(start + name.start(), start + name.end())) for name in found)


def _skipped(directive: str) -> list[str]:
    """The checks that BuildKit's `check=skip=A,B;error=true` leaves out."""
    skips = [part.partition("=")[2] for part in directive.split(";") if part.strip(" \t").startswith("skip=")]
    return [name.strip(" \t") for skip in skips for name in skip.split(",")]


def _next_content(source: Source, line: int) -> int:
    """The next line that holds more than blanks or a comment."""
    for later in range(line + 1, source.line_count() + 1):
        span = source.line_span(later)
        if source.text[span.start : span.end].lstrip(" \t")[:1] not in ("", "#"):
            return later
    return line


def _logical(source: Source, line: int) -> Span:
    """The line with those it is continued from and to by a backslash."""
    first = last = line
    while first > 1 and _continued(source, first - 1):
        first -= 1
    while last < source.line_count() and _continued(source, last):
        last += 1
    return Span(source.line_span(first).start, source.line_span(last).end)


def _continued(source: Source, line: int) -> bool:
    span = source.line_span(line)
    return source.text[span.start : span.end].endswith("\\")

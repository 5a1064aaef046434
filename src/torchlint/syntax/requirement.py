"""One requirement, as pip takes it from its command line or from a line of a requirements file."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple
from torchlint.syntax import SyntaxProblem
from torchlint.syntax.link import ARCHIVES
from torchlint.syntax.wheelname import normalize
from torchlint.text import Span, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.wheelname import WheelName


class Clause(NamedTuple):
    """One comparison of a specifier. `span` runs from the operator to the end of the version."""

    operator: str
    version: str
    span: Span


class OptionUse(NamedTuple):
    """An option behind a requirement; `name` is the long form. `value_span` leaves enclosing quotes out."""

    name: str
    value: str | None
    span: Span
    value_span: Span | None


class Requirement(NamedTuple):
    """What to install.

    `kind`: "named" (looked up in an index), "url", "vcs" or "path" (taken from there, with or without `name @`), or
    "unknown" (only an environment variable would tell). `name` is normalised, taken from `#egg=` or a wheel's file
    name where the text does not begin with it, and "" when nothing tells it; `name_span` is then the whole text.
    `span` runs to the end of the last option. `specifier` is as written, without blanks and parentheses.
    `url` is the URL or path as written, without extras and marker; `ref` is a VCS URL's branch, tag or commit.
    `options` have an effect; `ignored` are those that pip accepts behind a requirement and then drops.
    `${NAME}` stays text everywhere.
    """

    span: Span
    name: str
    name_span: Span
    kind: str
    extras: tuple[str, ...] = ()
    specifier: str = ""
    clauses: tuple[Clause, ...] = ()
    specifier_span: Span | None = None
    marker: str | None = None
    marker_span: Span | None = None
    url: str | None = None
    url_span: Span | None = None
    ref: str | None = None
    wheel: WheelName | None = None
    hashes: tuple[str, ...] = ()
    options: tuple[OptionUse, ...] = ()
    ignored: tuple[OptionUse, ...] = ()
    editable: bool = False
    comment: Span | None = None
    extras_span: Span | None = None

    @property
    def open(self) -> bool:
        """True if any release to come may be taken: it is looked up in an index, and nothing bounds it from above."""
        return self.kind == "named" and not any(clause.operator in _BOUNDS for clause in self.clauses)


LONGEST = 200  # letters of a version: of numbers with thousands of digits int and pip die
_BOUNDS = ("==", "===", "~=", "<", "<=")
# One match reads the name, the extras and the blanks behind them.
HEAD = r"(?a)([A-Za-z0-9](?:[\w.-]*\w)?)[ \t]*(?:\[([^\[\]]*)\][ \t]*)?"
_SIGNS = ("==", ">=", "<=", "~=", "!=", "<", ">")
_CLAUSE = r"(?a)(===|[=!~<>]=|[<>])\s*([^\s,;)]*)[ \t]*(,?)[ \t]*"
_VERSION = (
    r"(?ai)v?(?:\d+!)?\d+(\.\d+)*(?:"
    r"(\.\*)|(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?\d*)?"
    r"(?:-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?:[-_.]?dev[-_.]?\d*)?(\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?)"
)
_SINGLE_EQUAL = r"(?a)[\w.-]+(?:\[[^\[\]]*\])?[ \t]*=[^=]"
BLANKS = " \t\n\r\f\v\x1c\x1d\x1e\x1f"


def parse_requirement(text: str, offset: int = 0, *, editable: bool = False) -> Requirement | SyntaxProblem:
    """Read one argument of `pip install`, quotes removed; `offset` is where `text` begins in its source.

    `editable`: it is the value of `-e`, which takes a folder or a VCS URL and knows no marker.
    """
    stripped = text.lstrip(BLANKS)
    offset += len(text) - len(stripped)
    text = stripped.rstrip(BLANKS)
    if not editable:
        named = _named(text, offset)
        if named is not None:
            return named
    from torchlint.syntax.elsewhere import elsewhere

    found = elsewhere(text, offset, editable)
    if found is not None:
        return found
    span = Span(offset, offset + len(text))
    if "${" in text:
        return Requirement(span, "", span, "unknown", editable=editable)
    message = f"`{decoded(text)}` is no requirement that pip can read"
    if re.match(_SINGLE_EQUAL, text):
        message += ": `=` is not an operator, `==` is"
    return SyntaxProblem("invalid-requirement", message, span)


def _plain(text: str) -> tuple[str, str, str] | None:
    """Most lines of most files: a name, alone or with one plain version. None for all others."""
    name, operator, version = text, "", ""
    for sign in _SIGNS:
        name, operator, version = text.partition(sign)
        if operator:
            break
    letters = name.replace("-", "a").replace("_", "a").replace(".", "a")
    if not (text.isascii() and letters.isalnum()) or name[0] in "-_." or name[-1] in "-.":
        return None
    if not operator:
        return name, "", ""
    release, plus, local = version.partition("+")
    parts = release.split(".")
    if len(parts) == 1 or "" in parts or not "".join(parts).isdigit() or len(version) > LONGEST:
        return None
    if plus and not (operator == "==" and local.isalnum() and local == local.lower()):
        return None
    return name, operator, version


def _named(text: str, offset: int) -> Requirement | None:
    """`text` as `name[extras] clauses; marker` or `name @ url; marker`."""
    plain = _plain(text)
    if plain is not None:
        raw, operator, version = plain
        stop = offset + len(text)
        name_end = offset + len(raw)
        whole, name_span = Span(offset, stop), Span(offset, name_end)
        if not operator:
            # A bare file name looks like a name, but pip takes it for the file.
            return None if raw.endswith(ARCHIVES) else Requirement(whole, normalize(raw), name_span, "named")
        span = Span(name_end, stop)
        clause = (Clause(operator, version, span),)
        return Requirement(whole, normalize(raw), name_span, "named", (), operator + version, clause, span)
    head = re.match(HEAD, text)
    if head is None:
        return None
    raw, listed = head.groups()
    name_span = Span(offset, offset + head.end(1))
    extras: tuple[str, ...] = ()
    extras_span = None
    if listed is not None:
        found = extras_of(listed)
        if found is None:
            return None
        extras = found
        extras_span = Span(offset + head.start(2) - 1, offset + head.end(2) + 1)
    position = head.end()
    length = len(text)
    if position < length and text[position] == "@":
        from torchlint.syntax.elsewhere import direct

        return direct(text, offset, position + 1, normalize(raw), name_span, extras, extras_span)
    enclosed = position < length and text[position] == "("
    if enclosed:
        position += 1
        while position < length and text[position] in " \t":
            position += 1
    start = end = position
    clauses = []
    clause_at = re.compile(_CLAUSE).match
    while position < length:
        match = clause_at(text, position)
        if match is None:
            break
        operator, version, comma = match.groups()
        if not version.isascii():
            version = _without_blanks(version)
        # `===` compares texts, so anything may stand behind it.
        if len(version) > LONGEST or (operator != "===" and not _comparable(operator, version)):
            return None
        stop = match.end(2)
        clauses.append(Clause(operator, version, Span(offset + match.start(), offset + stop)))
        position = match.end()
        end = match.end(3) if comma else stop
        if not comma:
            break
    if not clauses and raw.endswith(ARCHIVES):
        return None
    specifier = text[start:end]
    if not specifier.isascii():
        specifier = ",".join(clause.operator + clause.version for clause in clauses)
    if " " in specifier or "\t" in specifier:
        specifier = specifier.replace(" ", "").replace("\t", "")
    if enclosed:
        if position >= length or text[position] != ")":
            return None
        position += 1
        while position < length and text[position] in " \t":
            position += 1
    marker = marker_span = None
    if position < length:
        if text[position] != ";":
            return None
        marker, marker_span = marker_behind(text, position + 1, offset)
        if marker is None and marker_span is not None:
            return None
    return Requirement(
        Span(offset, offset + length),
        normalize(raw),
        name_span,
        "named",
        extras,
        specifier,
        tuple(clauses),
        Span(offset + start, offset + end) if clauses else None,
        marker,
        marker_span,
        extras_span=extras_span,
    )


def _comparable(operator: str, version: str) -> bool:
    """True if packaging takes `version` behind `operator`; `${NAME}` may stand for anything."""
    # Without the pattern where it can be: most runs compile it for nothing else than torch's +cpu and +cu121.
    public, plus, local = version.partition("+")
    plain = local.isalnum() and local.isascii() and operator in ("==", "!=") if plus else True
    if plain and public.replace(".", "").isdecimal() and ".." not in public and public[0] != "." != public[-1]:
        return operator != "~=" or "." in public
    match = re.fullmatch(_VERSION, version)
    if match is None:
        return "${" in version
    dotted, wildcard, local = match.groups()
    if operator == "==" or operator == "!=":
        return True
    return not wildcard and not local and (dotted is not None or operator != "~=")


def extras_of(listed: str) -> tuple[str, ...] | None:
    """The names between the brackets; None when pip would refuse them."""
    if not listed.strip(" \t"):
        return ()
    names = tuple(one.strip(" \t") for one in listed.split(","))
    for name in names:
        match = re.match(HEAD, name)
        if match is None or match.end(1) != len(name):
            return None
    return names


def marker_behind(text: str, position: int, offset: int) -> tuple[str | None, Span | None]:
    """The marker from `position` to the end: text and span, (None, span) when invalid, (None, None) when blank."""
    marker = text[position:].strip(BLANKS)
    start = offset + (text.index(marker, position) if marker else position)
    if not marker:
        return None, None
    from torchlint.syntax.marker import valid_marker

    return marker if valid_marker(marker) else None, Span(start, start + len(marker))


def _without_blanks(version: str) -> str:
    """packaging skips every Unicode blank behind an operator, not only ASCII's; this is a version not in ASCII."""
    return (
        version.encode("latin-1")
        .decode("utf-8", "surrogateescape")
        .lstrip()
        .encode("utf-8", "surrogateescape")
        .decode("latin-1")
    )

"""Requirements and constraints files, line by line as pip reads them."""

from __future__ import annotations

import re
from collections.abc import Callable

from torchlint.record import NamedTuple
from torchlint.syntax import SyntaxProblem
from torchlint.syntax.joined import Joined
from torchlint.syntax.requirement import Clause, OptionUse, Requirement, parse_requirement
from torchlint.syntax.wheelname import WheelName, normalize, wheel_name
from torchlint.text import Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = [
    "Clause", "Line", "Nested", "OptionLine", "OptionUse", "Requirement", "RequirementsFile", "WheelName",
    "normalize", "parse", "parse_line", "parse_requirement", "wheel_name",
]  # fmt: skip


class OptionLine(NamedTuple):
    """An option that holds for the whole run of pip; `name` is the long form, `--index-url` for `-i`."""

    span: Span
    name: str
    value: str | None
    value_span: Span | None
    comment: Span | None = None


class Nested(NamedTuple):
    """Another file: `-r path`, or `-c path` when `constraint`."""

    span: Span
    path: str
    path_span: Span
    constraint: bool
    comment: Span | None = None


Line = Requirement | OptionLine | Nested


class RequirementsFile(NamedTuple):
    """A read file. `comments` are all comments, from `#` to the end of the line."""

    source: Source
    lines: tuple[Line, ...]
    problems: tuple[SyntaxProblem, ...]
    comments: tuple[Span, ...]


_BREAKS = "\n\r\v\f\x1c\x1d\x1e"
_WIDE_BREAKS = ("\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9")
_BLANKS = " \t\n\r\f\v\x1c\x1d\x1e\x1f"
_COMMENT = re.compile(r"[ \t\n\r\f\v\x1c-\x1f]#")
_COOKIE = r"(?ai)(?:[^\n]*\n)?#[^\n]*coding[:=]\s*(?:latin[-_]?1|iso[-_]8859[-_]1)\b"


class _Sink(NamedTuple):
    """What has been read so far. `codec` is the file's, as far as it decides what a blank is."""

    lines: list[Line]
    problems: list[SyntaxProblem]
    comments: list[Span]
    codec: str = "utf-8"


def parse(source: Source) -> RequirementsFile:
    """Read a file as pip does: continuations, comments, options. Lines it would refuse become problems."""
    text = source.text
    codec = "latin-1" if "coding" in text[:200] and re.match(_COOKIE, text) else "utf-8"
    sink = _Sink([], [], [], codec)
    offset = 3 if text.startswith("\xef\xbb\xbf") else 0
    pending: list[tuple[int, str]] = []
    for raw in _physical(text[offset:] if offset else text, codec):
        start = offset
        offset += len(raw)
        body = raw.rstrip(_BREAKS)
        if not body.isascii() and body.endswith(_WIDE_BREAKS):
            body = body[: -2 if body.endswith("\x85") else -3]
        if body[-1:] == "\\" and not _is_comment(body, codec):
            kept = body.lstrip("\\")
            pending.append((start + len(body) - len(kept), kept.rstrip("\\")))
        elif not pending:
            _read(body, start, sink)
        else:
            pending.append((start, body))
            _read_joined(source, pending, sink)
            pending = []
    if pending:
        _read_joined(source, pending, sink)
    return RequirementsFile(source, tuple(sink.lines), tuple(sink.problems), tuple(sink.comments))


def parse_line(text: str, offset: int = 0) -> tuple[tuple[Line, ...], tuple[SyntaxProblem, ...]]:
    """Read one line of a requirements file that begins at `offset` of its source."""
    sink = _Sink([], [], [])
    _read(text, offset, sink)
    return tuple(sink.lines), tuple(sink.problems)


def _physical(text: str, codec: str) -> list[str]:
    """Lines with their ends, where pip sees them: it splits decoded text, so NEL and U+2028 end a line too."""
    if text.isascii():
        return text.splitlines(keepends=True)
    decoded_lines = text.encode("latin-1").decode(codec, "surrogateescape").splitlines(keepends=True)
    return [line.encode(codec, "surrogateescape").decode("latin-1") for line in decoded_lines]


def _is_comment(body: str, codec: str) -> bool:
    return body.lstrip(_BLANKS).startswith("#") or (not body.isascii() and _content(body, codec)[2] == 0)


def _content(body: str, codec: str) -> tuple[int, int, int]:
    """Where a line's content begins and ends, blanks around it left out, and where in it a comment begins or -1.

    What is blank is asked of the decoded text, as pip does: a no-break space is, a continuation byte is not.
    """
    text = body.encode("latin-1").decode(codec, "surrogateescape")
    content = text.strip()
    start = len(text[: len(text) - len(text.lstrip())].encode(codec))
    stop = start + len(content.encode(codec, "surrogateescape"))
    match = re.search(r"(?:^|\s)#", content)
    return start, stop, -1 if match is None else len(content[: match.end() - 1].encode(codec, "surrogateescape"))


def _read(body: str, start: int, sink: _Sink) -> None:
    """Read one logical line that begins at `start`."""
    if body.isascii():
        text = body.strip(_BLANKS)
        if not text:
            return
        if body[0] in _BLANKS:
            start += len(body) - len(body.lstrip(_BLANKS))
        cut = -1
        if "#" in text:
            found = _COMMENT.search(text)
            cut = 0 if text[0] == "#" else found.start() + 1 if found is not None else -1
    else:
        begin, end, cut = _content(body, sink.codec)
        text = body[begin:end]
        start += begin
    comment = None
    if cut >= 0:
        comment = Span(start + cut, start + len(text))
        sink.comments.append(comment)
        text = text[:cut]
        text = text.rstrip(_BLANKS) if text.isascii() else text[: _content(text, sink.codec)[1]]
    if not text:
        return
    if text[0] == "-" or " -" in text:
        _read_options(text, start, comment, sink)
        return
    requirement = parse_requirement(text, start)
    if isinstance(requirement, SyntaxProblem):
        sink.problems.append(requirement)
    else:
        sink.lines.append(requirement if comment is None else requirement._replace(comment=comment))


def _read_joined(source: Source, pieces: list[tuple[int, str]], sink: _Sink) -> None:
    """Read a line that was continued; a comment line ends it and is no part of it."""
    comment = None
    start, last = pieces[-1]
    if _is_comment(last, sink.codec):
        begin, end, _ = _content(last, sink.codec)
        comment = Span(start + begin, start + end)
        pieces = pieces[:-1]
    indices: list[int] = []
    offsets: list[int] = []
    texts: list[str] = []
    length = 0
    for start, text in pieces:
        if text:
            indices.append(length)
            offsets.append(start)
            texts.append(text)
            length += len(text)
    if length:
        joined = Joined(source, "".join(texts), indices, offsets)
        inner = _Sink([], [], [], sink.codec)
        _read(joined.text, 0, inner)
        sink.lines.extend(_moved(inner.lines, joined.span))
        sink.problems.extend(_moved(inner.problems, joined.span))
        sink.comments.extend(_moved(inner.comments, joined.span))
    if comment is not None:
        sink.comments.append(comment)


def _moved(value: Any, place: Callable[[int, int], Span]) -> Any:
    """`value` with every span in it put where `place` says."""
    if isinstance(value, Span):
        return place(value.start, value.end)
    if isinstance(value, list):
        return [_moved(one, place) for one in value]
    if isinstance(value, tuple):
        parts = [_moved(one, place) for one in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def _read_options(text: str, start: int, comment: Span | None, sink: _Sink) -> None:
    """Read a line with options: behind a requirement, of an editable one, or for the whole run."""
    from torchlint.syntax.pip_options import FOR_ONE_REQUIREMENT, option_uses

    cut = 0 if text[0] == "-" else text.index(" -") + 1
    uses = option_uses(text, cut, start)
    if isinstance(uses, SyntaxProblem):
        sink.problems.append(uses)
        return
    editable = next((use for use in uses if use.name == "--editable"), None)
    if cut or editable is not None:
        if cut or editable is None:
            requirement = parse_requirement(text[:cut], start)
        else:
            requirement = _editable(text, start, editable)
        if isinstance(requirement, SyntaxProblem):
            sink.problems.append(requirement)
            return
        own = tuple(use for use in uses if use.name in FOR_ONE_REQUIREMENT)
        sink.lines.append(
            requirement._replace(
                span=Span(start, uses[-1].span.end if uses else requirement.span.end),
                hashes=tuple(use.value or "" for use in own if use.name == "--hash"),
                options=own,
                ignored=tuple(use for use in uses if use.name not in FOR_ONE_REQUIREMENT and use is not editable),
                comment=comment,
            )
        )
        return
    for name in ("--requirement", "--constraint"):
        for use in uses:
            # pip reads the first file a line names and drops whatever else stands there.
            if use.name == name and use.value is not None and use.value_span is not None:
                sink.lines.append(Nested(use.span, use.value, use.value_span, name == "--constraint", comment))
                return
    sink.lines.extend(OptionLine(use.span, use.name, use.value, use.value_span, comment) for use in uses)


def _editable(text: str, start: int, use: OptionUse) -> Requirement | SyntaxProblem:
    value, span = use.value or "", use.value_span or use.span
    if text[span.start - start : span.end - start] == value:
        return parse_requirement(value, span.start, editable=True)
    read = parse_requirement(value, 0, editable=True)
    moved: Requirement | SyntaxProblem = _moved(read, lambda *_: span)
    return moved

"""Source excerpts with every place underlined, as compilers show them."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.report.styled import Piece, columns, folded, shown
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from torchlint.text import Place, Source


_BOM = "\xef\xbb\xbf"
_LEAST_LABEL = 40


class Mark(NamedTuple):
    """A place to underline with `sign`, and what to say behind it."""

    at: Place
    label: str
    style: str
    sign: str


class _OnLine(NamedTuple):
    """A mark cut down to the line it begins on; `more`: lines that it goes on for."""

    span: Span
    more: int
    mark: Mark


def excerpt(marks: Sequence[Mark], *, width: int, cut: str) -> Iterator[Piece]:
    """The lines on which `marks` begin, the first mark's file first, each headed by its place.

    Lines longer than `width` terminal columns are cut around the place, and `cut` shows where.
    """
    files: dict[Source, list[_OnLine]] = {}
    for mark in marks:
        files.setdefault(mark.at.source, []).append(_on_line(mark))
    gutter = len(str(max(mark.at.source.line_at(mark.at.span.start) for mark in marks)))
    for number, (source, found) in enumerate(files.items()):
        first = source.position(found[0].span.start)
        if number:
            yield Piece(" " * (gutter + 2) + "|\n", "gutter")
        yield Piece(" " * (gutter + 1) + ("::: " if number else "--> "), "gutter")
        yield Piece(f"{shown(source.path)}:{first.line}:{first.column}", "place")
        yield Piece("\n")
        if source.text:
            yield Piece(" " * (gutter + 2) + "|\n", "gutter")
            yield from _file(source, found, gutter, width, cut)


def _on_line(mark: Mark) -> _OnLine:
    source, span = mark.at
    line = source.line_at(span.start)
    whole = source.line_span(line)
    if span.end <= whole.end:
        return _OnLine(span, 0, mark)
    # A span that ends with its line's own end of line goes on for no line.
    more = source.line_at(max(span.start, span.end - 1)) - line
    start = min(span.start, whole.end)
    end = whole.end
    while more and end > start and source.text[end - 1] in " \t\\`":
        end -= 1
    return _OnLine(Span(start, end), more, mark)


def _file(source: Source, found: list[_OnLine], gutter: int, width: int, cut: str) -> Iterator[Piece]:
    by_line: dict[int, list[_OnLine]] = {}
    for one in found:
        by_line.setdefault(source.line_at(one.span.start), []).append(one)
    before = None
    room = width - gutter - 4
    for line in sorted(by_line):
        if before is not None and line > before + 1:
            yield Piece("...\n", "gutter")
        before = line
        whole = source.line_span(line)
        if line == 1 and source.text.startswith(_BOM):
            whole = Span(len(_BOM), max(whole.end, len(_BOM)))
        for group in _groups(by_line[line], whole, room):
            yield Piece(f" {line:>{gutter}} | ", "gutter")
            yield from _line(source, group, whole, room, " " * (gutter + 2) + "| ", cut)


def _groups(found: list[_OnLine], whole: Span, room: int) -> list[list[_OnLine]]:
    """Marks that one view of their line can show together; a long line is shown once for each that cannot."""
    if whole.end - whole.start <= room:
        return [found]
    groups: list[list[_OnLine]] = []
    for one in found:
        for group in groups:
            together = [*group, one]
            if max(each.span.end for each in together) - min(each.span.start for each in together) <= room // 2:
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _line(source: Source, found: list[_OnLine], whole: Span, room: int, blank: str, cut: str) -> Iterator[Piece]:
    view = _view(source, found, whole, room)
    left = cut if view.start > whole.start else ""
    right = cut if view.end < whole.end else ""
    text = left + shown(source.show(view)) + right
    yield Piece(text.rstrip(" ") + "\n")
    for row in _rows(found):
        yield Piece(blank, "gutter")
        done = 0
        for one in row:
            start = min(max(one.span.start, view.start), view.end)
            end = min(max(one.span.end, start), view.end)
            begin = columns(left + shown(source.show(Span(view.start, start))))
            length = columns(left + shown(source.show(Span(view.start, end)))) - begin
            yield Piece(" " * (begin - done))
            yield Piece(one.mark.sign * max(1, length), one.mark.style)
            done = begin + max(1, length)
            label = _label(one)
            if not label:
                continue
            if done + 1 + columns(label) <= room:
                yield Piece(" " + label, one.mark.style)
                continue
            # Too long to stand behind its mark: below it, as far right as leaves it room.
            start = max(0, min(begin, room - max(_LEAST_LABEL, room // 2)))
            for line in folded(label, room - start):
                yield Piece("\n")
                yield Piece(blank, "gutter")
                yield Piece(" " * start + line, one.mark.style)
        yield Piece("\n")


def _view(source: Source, found: list[_OnLine], whole: Span, room: int) -> Span:
    """The part of a line to show: all of it, or as much as fits around the marks. Counted in bytes, which are never
    fewer than columns but for tabs."""
    if whole.end - whole.start <= room:
        return whole
    room -= 2
    first = min(one.span.start for one in found)
    last = max(one.span.end for one in found)
    if last - whole.start <= room:
        start = whole.start
    else:
        start = max(whole.start, first - max(room - (last - first), 8) // 2)
        start = min(start, max(whole.start, whole.end - room))
    end = min(whole.end, start + room)
    return Span(_letter(source, start, whole.end), _letter(source, end, whole.end))


def _letter(source: Source, offset: int, end: int) -> int:
    """The next offset at which a UTF-8 character begins."""
    while offset < end and "\x80" <= source.text[offset] <= "\xbf":
        offset += 1
    return offset


def _rows(found: list[_OnLine]) -> Iterable[list[_OnLine]]:
    """Marks that share a row of underlines: all, if none overlaps another and only the last says something."""
    ordered = sorted(found, key=lambda one: one.span)
    apart = True
    end = -1
    for one in ordered:
        apart = apart and end < one.span.start
        end = max(one.span.end, one.span.start + 1)
    if apart and not any(_label(one) for one in ordered[:-1]):
        return [ordered]
    return [[one] for one in found]


def _label(one: _OnLine) -> str:
    label = shown(one.mark.label)
    if not one.more:
        return label
    more = f"and {one.more} more line{'s' if one.more > 1 else ''}"
    return f"{label} ({more})" if label else more

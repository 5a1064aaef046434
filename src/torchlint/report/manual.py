"""A rule's page as a terminal shows it best: folded, with blocks indented instead of fenced."""

from __future__ import annotations

import re

from torchlint.report.styled import Piece, folded, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"(`{3,})([^`]*)$")
_ITEM = re.compile(r"([-*]|\d+\.) ")
_WIDEST = 100
_HEADINGS = {"Bad": "error", "Good": "good"}


def render(page: str, *, width: int) -> Iterator[Piece]:
    """`page` is Markdown as `torchlint.page.shown` gives it: headings, paragraphs, lists and fenced blocks."""
    width = min(width, _WIDEST)
    paragraph: list[str] = []
    fence = ""
    empty = True
    prose = False
    for line in [*page.rstrip("\n").split("\n"), ""]:
        opened = _FENCE.match(line)
        if fence and line.rstrip() == fence:
            fence = ""
            yield Piece("    (empty)\n\n" if empty else "\n", "quiet")
        elif fence:
            empty = False
            said = folded(shown(line), width - 6) if prose and len(line) > width - 4 else [shown(line)]
            yield Piece("    " + "\n      ".join(said) + "\n", "code")
        elif opened or not line or line.startswith("#") or _ITEM.match(line):
            yield from _paragraph(paragraph, width, spaced=not _ITEM.match(line))
            paragraph = []
            if opened:
                fence, empty, prose = opened[1], True, opened[2] == "text"
            elif line.startswith("#"):
                heading = line.lstrip("#").strip(" ")
                yield Piece("\n".join(folded(shown(heading), width)) + "\n\n", _HEADINGS.get(heading, "strong"))
            elif line:
                paragraph = [line]
        else:
            paragraph.append(line.strip(" "))


def _paragraph(lines: list[str], width: int, *, spaced: bool) -> Iterator[Piece]:
    if not lines:
        return
    text = shown(" ".join(lines))
    indent = "  " if _ITEM.match(text) else ""
    text = f"\n{indent}".join(folded(text, width - len(indent)))
    style = "quiet" if text.startswith("Source: ") else ""
    for index, part in enumerate(text.split("`")):
        yield Piece(part, "code" if index % 2 else style)
    yield Piece("\n\n" if spaced else "\n")

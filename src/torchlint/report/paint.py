"""Styled text on a terminal: the only file that knows colours, and the only one that needs rich."""

from __future__ import annotations

from rich.console import Console
from rich.style import Style
from rich.text import Text

from torchlint.report.styled import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from torchlint.report.styled import Piece
    from torchlint.report.tables import Block

_LOOKS = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "related": "blue",
    "strong": "bold",
    "place": "bold",
    "gutter": "blue",
    "note": "bold",
    "good": "bold green",
    "code": "cyan",
    "quiet": "dim",
}


def paint(pieces: Iterable[Piece], stream: TextIO, *, links: bool) -> None:
    """Write `pieces` in colour to `stream`, which is a terminal or is to be treated as one."""
    console = _console(stream)
    text = Text(end="")
    for piece in pieces:
        style = Style.parse(_LOOKS[piece.style]) if piece.style else Style()
        if links and piece.link is not None:
            style += Style(link=piece.link)
        text.append(piece.text, style)
    console.print(text, end="", soft_wrap=True)


def tables(blocks: Sequence[Block], stream: TextIO, *, width: int, colours: bool) -> None:
    """Draw tables on `stream`, which is a terminal or is to be treated as one."""
    from rich import box
    from rich.table import Table

    console = _console(stream, width=width, colours=colours)
    for block in blocks:
        console.print(Text(shown(block.title), "bold" if colours else ""), soft_wrap=True)
        table = Table(
            box=box.ROUNDED if (stream.encoding or "utf-8").lower().startswith("utf") else box.ASCII,
            show_header=False,
        )
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for row in block.rows:
            style = _LOOKS[row.style] if row.style and colours else ""
            table.add_row(Text(shown(row.label)), Text(shown(row.value), style))
        console.print(table)


def _console(stream: TextIO, *, width: int | None = None, colours: bool = True) -> Console:
    """A console that colours what it gets and nothing else; who calls it has already decided for colour."""
    import os

    # Rich would ask the environment again; 16 colours follow the user's own theme.
    system: str = "auto" if os.name == "nt" else "standard"
    return Console(
        file=stream,
        force_terminal=True,
        color_system=system if colours else None,  # type: ignore[arg-type]
        no_color=not colours,
        width=width,
        highlight=False,
        markup=False,
        emoji=False,
    )

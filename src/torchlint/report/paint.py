"""Styled text on a terminal: the only file that knows colours, and the only one that needs rich."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.report.styled import Piece

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


def _console(stream: TextIO) -> Console:
    """A console that colours what it gets and nothing else; who calls it has already decided for colour."""
    import os

    # Rich would ask the environment again; 16 colours follow the user's own theme.
    system: str = "auto" if os.name == "nt" else "standard"
    return Console(
        file=stream,
        force_terminal=True,
        color_system=system,  # type: ignore[arg-type]
        no_color=False,
        highlight=False,
        markup=False,
        emoji=False,
    )

"""What goes to the terminal, to a pipe or to a file, and in which dress."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from torchlint.record import NamedTuple
from torchlint.report.styled import Layout, plain, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TextIO

    from torchlint.report.styled import Piece
    from torchlint.report.tables import Block

_PIPE_WIDTH = 120


class Dress(NamedTuple):
    """How text for people is written: in colours, with links, and laid out for what `terminal` says it goes to."""

    colours: bool
    links: bool
    terminal: bool
    layout: Layout


def dress_of(stream: TextIO | None, when: str = "auto") -> Dress:
    """How to write to `stream` if the user asked for colours `when`: "auto", "always" or "never"."""
    terminal = stream is not None and stream.isatty()
    colours = when == "always" or (when == "auto" and _wanted(terminal))
    layout = Layout(_width(stream) if terminal else _PIPE_WIDTH, _cut(stream), fold=terminal)
    return Dress(colours, colours and terminal, terminal, layout)


def _wanted(terminal: bool) -> bool:
    """What the environment says: see no-color.org, force-color.org and bixense.com/clicolors."""
    environ = os.environ
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0") or environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return terminal and environ.get("TERM") != "dumb" and environ.get("CLICOLOR") != "0"


def _width(stream: TextIO | None) -> int:
    try:
        found = os.get_terminal_size(stream.fileno() if stream is not None else 1).columns
    except (OSError, ValueError):
        found = 0
    # A terminal that does not know its width says 0.
    return min(max(found or _PIPE_WIDTH, 60), 160)


def _cut(stream: TextIO | None) -> str:
    try:
        "…".encode((stream.encoding if stream is not None else None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return "..."
    return "…"


def show(pieces: Iterable[Piece], dress: Dress) -> None:
    """Write styled text to standard output."""
    if dress.colours:
        from torchlint.report.paint import paint

        _output(lambda stream: paint(pieces, stream, links=dress.links))
    else:
        write(plain(pieces))


def draw(blocks: Sequence[Block], dress: Dress) -> None:
    """Write tables to standard output: drawn with lines on a terminal, as aligned text elsewhere."""
    if dress.terminal or dress.colours:
        from torchlint.report.paint import tables

        _output(lambda stream: tables(blocks, stream, width=dress.layout.width, colours=dress.colours))
    else:
        from torchlint.report.tables import aligned

        write(aligned(blocks))


def write(text: str) -> None:
    """Write to standard output."""
    _output(lambda stream: stream.write(text))


def write_bytes(data: bytes) -> None:
    """Write bytes as they are to standard output."""

    def put(stream: TextIO) -> None:
        stream.flush()
        if hasattr(stream, "buffer"):
            stream.buffer.write(data)
        else:  # A stream that stands in for it may take text only.
            stream.write(data.decode("utf-8", "replace"))

    _output(put)


def _output(action: Callable[[TextIO], object]) -> None:
    """Let `action` write: no error for what the encoding lacks, nor for a reader that has left. Raises UsageError."""
    stream: TextIO | None = sys.stdout
    if stream is None:  # Standard output was closed before the start.
        return
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        action(stream)
        stream.flush()
    except BrokenPipeError:
        _discard(stream)
    except OSError as error:
        from torchlint.cli.arguments import UsageError

        _discard(stream)
        why = error.strerror or "cannot be written"
        raise UsageError(f"standard output: {why}; the report is not whole") from error


def _discard(stream: TextIO) -> None:
    """What is still in the buffer must not fail again when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def say(line: str) -> None:
    """One line on standard error."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"torchlint: {shown(line)}\n")
            sys.stderr.flush()
        except (OSError, ValueError):
            return


def save(path: str, text: str) -> None:
    """Write a report to a file, whole or not at all. Raises UsageError."""
    from torchlint.cli.arguments import UsageError
    from torchlint.project import saving
    from torchlint.project.writing import WriteRefused

    try:
        saving.save(path, text.encode("utf-8", "backslashreplace"))
    except WriteRefused as error:
        raise UsageError(f"{error.path}: {error.why}; the report was not written") from error

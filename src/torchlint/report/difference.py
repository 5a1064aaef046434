"""Changed texts as a unified diff, which `patch` and `git apply -p0` take."""

from __future__ import annotations

from torchlint.report.styled import Piece, shown
from torchlint.text import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_AROUND = 3
_NO_END = "\\ No newline at end of file\n"
_STYLES = {"+": "good", "-": "error", "@": "gutter"}


def difference(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff of one file, each with its line end; texts as a Source holds them."""
    from difflib import unified_diff

    old, new = _lines(before), _lines(after)
    name = path.encode("utf-8", "surrogateescape").decode("latin-1")
    for line in unified_diff(old, new, name, name, n=_AROUND):
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"


def painted(path: str, before: str, after: str) -> Iterator[Piece]:
    """The same for a terminal."""
    for line in difference(path, before, after):
        style = "strong" if line.startswith(("--- ", "+++ ")) else _STYLES.get(line[:1], "")
        yield Piece(shown(decoded(line.rstrip("\r\n"))), style)
        yield Piece("\n")


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines

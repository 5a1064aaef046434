"""Tables of two columns, as `torchlint inspect` has them."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.report.styled import columns, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Row(NamedTuple):
    """One line of a table of two columns; `style` is that of the value."""

    label: str
    value: str
    style: str = ""


class Block(NamedTuple):
    """A table with its heading."""

    title: str
    rows: tuple[Row, ...]


def aligned(blocks: Sequence[Block]) -> str:
    """Tables as plain text: the values of one table begin in the same column."""
    texts = []
    for block in blocks:
        wide = max((columns(shown(row.label)) for row in block.rows), default=0)
        lines = [
            f"  {shown(row.label)}{' ' * (wide - columns(shown(row.label)))}  {shown(row.value)}".rstrip(" ") + "\n"
            for row in block.rows
        ]
        texts.append(f"{shown(block.title)}\n" + "".join(lines))
    return "\n".join(texts)

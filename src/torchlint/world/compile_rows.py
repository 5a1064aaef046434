"""What the makers of tables share: how rows are asked for, and how they become what a module holds."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Row = dict[str, Any]
    Table = dict[str, Any]
    Rows = Callable[[str], list[Row]]
    """The rows of a table of data/ by its name."""


def version_key(version: str) -> tuple[int, ...]:
    """For sorting: the numbers of a version, the suffix .postN after its base."""
    return tuple(int(number) for number in re.findall(r"[0-9]+", version))


def pick(row: Row, fields: str) -> tuple[Any, ...]:
    """The values of some fields, None where there is none, lists as tuples."""
    values = (row.get(field) for field in fields.split())
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)


def lines(found: Table) -> list[str]:
    """A long table as one text, a line for each key with its cells behind it: a start pays for every single piece of
    another. See `torchlint.world.apt` for how it is asked."""
    told = {
        key: ["" if cell is None else str(cell) for cell in (cells if isinstance(cells, tuple) else (cells,))]
        for key, cells in found.items()
    }
    assert not any(mark in cell for key, cells in told.items() for cell in (key, *cells) for mark in '|\n"\\')
    return ["|".join((key, *cells)) for key, cells in told.items()]


def as_tuple(value: list[Any] | None) -> tuple[Any, ...] | None:
    """A list as a tuple, None as None."""
    return None if value is None else tuple(value)

"""What a Python script imports from outside the standard library and its own folder. Read with ast, never run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Source

LIMIT = 1_000_000
"""Bytes of the largest script that is read."""


def third_party(source: Source, path: str, state: Snapshot) -> frozenset[str] | None:
    """Top-level module names that the script at `path` imports whenever it is run; None when it cannot be parsed.

    Left out: the standard library, modules that lie beside the script or may do so, and imports inside functions and
    `try`, which a script may do without.
    """
    import ast

    if len(source.text) > LIMIT:
        return None
    try:
        tree = ast.parse(source.to_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".", 1)[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
            names.add(node.module.split(".", 1)[0])
    folder = path.rpartition("/")[0]
    return frozenset(
        name
        for name in names
        if name not in sys.stdlib_module_names
        and state.find(f"{folder}/{name}.py") is False
        and state.find(f"{folder}/{name}") is False
    )

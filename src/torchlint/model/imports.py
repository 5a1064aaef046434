"""What a Python script imports from outside the standard library and its own folder. Read with ast, never run."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast

    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Source

LIMIT = 1_000_000
"""Bytes of the largest script that is read."""


def _parsed(source: Source) -> ast.Module | None:
    """The script's syntax; None when it cannot be parsed."""
    import ast

    if len(source.text) > LIMIT:
        return None
    try:
        return ast.parse(source.to_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def modules(source: Source) -> frozenset[str] | None:
    """Top-level names of all modules that a script imports anywhere, those beside it included; "" for a relative
    import; the standard library left out. None when it cannot be parsed."""
    import ast

    tree = _parsed(source)
    if tree is None:
        return None
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".", 1)[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add("" if node.level else (node.module or "").split(".", 1)[0])
    return frozenset(names - sys.stdlib_module_names)


def words(source: Source) -> frozenset[str] | None:
    """Every name that a script's code uses: variables, attributes, keywords and modules; None when it cannot be
    parsed."""
    import ast

    tree = _parsed(source)
    if tree is None:
        return None
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                found.add(name)
            case ast.Import() | ast.ImportFrom():
                said = [alias.name for alias in node.names]
                said += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
                found.update(part for name in said for part in name.split("."))
    return frozenset(found)


def third_party(source: Source, path: str, state: Snapshot) -> frozenset[str] | None:
    """Top-level module names that the script at `path` imports whenever it is run; None when it cannot be parsed.

    Left out: the standard library, modules that lie beside the script or may do so, and imports inside functions and
    `try`, which a script may do without.
    """
    import ast

    tree = _parsed(source)
    if tree is None:
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

"""What a Python script imports from outside the standard library and its own folder. Read with ast, never run."""

from __future__ import annotations

import sys

from torchlint.model.files import Found
from torchlint.model.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator

    from torchlint.model.entry import Entry
    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Source

LIMIT = 1_000_000
"""Bytes of the largest script that is read."""

STANDARD = sys.stdlib_module_names | frozenset(
    "aifc annotationlib asynchat asyncore audioop binhex cgi cgitb chunk compression crypt distutils dummy_threading "
    "formatter imghdr imp lib2to3 macpath mailcap msilib nis nntplib ossaudiodev parser pip pipes pkg_resources "
    "setuptools smtpd sndhdr spwd sunau symbol telnetlib tomllib uu wheel xdrlib".split()
)
"""The standard library of every Python that may be in an image, and what pip brings along with it."""

FOLLOWED = 200
"""How many modules of a project are read at most."""


def needed(entry: Entry) -> frozenset[str] | None:
    """What `Entry.imports` answers."""
    path, folder, said = entry.script, "", None
    if path is None and entry.module is not None and entry.main is not None and entry.module.isascii():
        top = entry.module.partition(".")[0]
        folder = entry.state.absolute(".", entry.main.cwd) or ""
        beside = [entry.state.find(f"{folder}/{name}") for name in (top, f"{top}.py")] if folder else [None]
        stem = f"{folder}/{entry.module.replace('.', '/')}"
        places = (f"{stem}.py", f"{stem}/__main__.py")
        if all(answer is False for answer in beside):
            said = frozenset({top} - STANDARD)
        else:
            path = next((one for one in places if isinstance(entry.state.find(one), Found)), None)
    served = entry.served_module if path is None else None
    if served is not None and served.path:
        path, folder = served.path, served.folder
    source = None if path is None else Reading.text(entry.state.find(path))
    imported = None if source is None or path is None else third_party(source, path, entry.state, folder)
    return said if imported is None else imported | (said or frozenset())


def parsed(source: Source) -> ast.Module | None:
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

    tree = parsed(source)
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

    tree = parsed(source)
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


def dotted(source: Source) -> frozenset[str]:
    """Full names of what a script's code speaks of, as its imports tell: "torch.compile"; none when it cannot be
    parsed."""
    import ast

    tree = parsed(source)
    nodes = () if tree is None else tuple(ast.walk(tree))
    meaning: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ast.Import):
            meaning.update((one.asname or one.name, one.name) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            meaning.update((one.asname or one.name, f"{node.module}.{one.name}") for one in node.names)
    found = set(meaning.values())
    for node in nodes:
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if name in meaning:
                found.add(f"{meaning[name]}.{attribute}")
    return frozenset(found)


def third_party(source: Source, path: str, state: Snapshot, folder: str = "") -> frozenset[str] | None:
    """Top-level names of the modules that the script at `path` imports whenever it is run, itself or through modules
    of its own; None when it cannot be parsed, looks for modules elsewhere (`sys.path`) or may install them itself.

    `folder`: where modules of its own lie, the script's folder if "". Left out: the standard library, modules that may
    lie in that folder, and imports inside functions and `try`, which a script may do without.
    """
    folder = folder or path.rpartition("/")[0]
    todo: list[tuple[Source, str]] = [(source, path.rpartition("/")[0])]
    names: set[str] = set()
    seen = {path}
    while todo and len(seen) < FOLLOWED:
        text, package = todo.pop()
        tree = parsed(text)
        if tree is None or _moves_path(tree) or _installs(tree):
            return None
        for level, dotted in _imported(tree):
            top = dotted.split(".", 1)[0]
            if level == 0 and top in STANDARD:
                continue
            beside = folder if level == 0 else package
            for _ in range(level - 1):
                beside = beside.rpartition("/")[0]
            if level == 0 and state.find(f"{folder}/{top}.py") is False and state.find(f"{folder}/{top}") is False:
                names.add(top)
                continue
            for where in _files(beside, dotted):
                found = Reading.text(state.find(where)) if where not in seen else None
                if found is not None:
                    seen.add(where)
                    todo.append((found, where.rpartition("/")[0]))
    return frozenset(names)


def own_modules(source: Source, path: str, state: Snapshot, folder: str = "") -> Iterator[tuple[Source, ast.Module]]:
    """The script at `path` and the modules of its own that it imports whenever it is run, with their syntax; those that
    cannot be parsed are left out. `folder`: where they lie, the script's folder if ""."""
    folder = folder or path.rpartition("/")[0]
    todo, seen = [(source, path.rpartition("/")[0])], {path}
    while todo and len(seen) < FOLLOWED:
        text, package = todo.pop(0)
        tree = parsed(text)
        if tree is None:
            continue
        yield text, tree
        for level, dotted in _imported(tree):
            beside = folder if level == 0 else package
            for _ in range(level - 1):
                beside = beside.rpartition("/")[0]
            for where in _files(beside, dotted):
                found = Reading.text(state.find(where)) if where not in seen else None
                if found is not None:
                    seen.add(where)
                    todo.append((found, where.rpartition("/")[0]))


def _imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The modules that are imported as soon as the file is run: level of a relative import, and dotted name."""
    import ast

    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if module:
                yield node.level, module
            # What is imported from a package may be a module of it.
            yield from ((node.level, f"{module}.{alias.name}".strip(".")) for alias in node.names)


def _moves_path(tree: ast.Module) -> bool:
    """True if the script names sys.path, to which it may add folders."""
    import ast

    return any(
        isinstance(node, ast.Attribute)
        and node.attr == "path"
        and isinstance(node.value, ast.Name)
        and node.value.id == "sys"
        for node in ast.walk(tree)
    )


def _installs(tree: ast.Module) -> bool:
    """True if the script speaks of pip, with which it may install what it imports then."""
    import ast

    return any(
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and (node.value in ("pip", "pip3") or ("pip" in node.value and "install " in node.value))
        for node in ast.walk(tree)
    )


def _files(folder: str, dotted: str) -> Iterator[str]:
    """Where the source of a module and of the packages around it may lie."""
    stem = folder.rstrip("/")
    for part in dotted.split("."):
        stem = f"{stem}/{part}"
        yield f"{stem}/__init__.py"
        yield f"{stem}.py"

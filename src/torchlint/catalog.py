"""Which rules there are, found by looking, without importing any of them.

The wheel carries the result as `torchlint.rules._catalog`; elsewhere the rule files are scanned.
"""

from __future__ import annotations

import os
from functools import cache

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable, Iterator
    from types import ModuleType
    from typing import Any

    from torchlint.rule import Rule

PACKAGE = "torchlint.rules"


class Entry(NamedTuple):
    """What is known of a rule before it is imported; severity, outcome and confidence by their values.

    `subject` is the name of the class it is about; `when` the words of which one must occur (see `torchlint.rule`).
    `same_as`: names under which other linters know it, `formerly`: names that it had itself, as its page says.
    """

    name: str
    family: str
    module: str
    subject: str
    when: tuple[str, ...]
    mentions: tuple[str, ...]
    severity: str
    outcome: str
    confidence: str
    by_date: bool
    strict: bool
    title: str
    fixable: bool
    same_as: tuple[str, ...]
    formerly: tuple[str, ...]


class CatalogError(Exception):
    """A rule file or its page is not of the agreed form: which file, and why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


@cache
def entries() -> tuple[Entry, ...]:
    """Every rule of this installation, by family and name."""
    try:
        rows: tuple[tuple[Any, ...], ...] = _module(f"{PACKAGE}._catalog").ROWS
    except ModuleNotFoundError:
        return scan(folder())
    return tuple(map(Entry._make, rows))


def folder() -> str:
    """The folder that holds the families."""
    return str(_module(PACKAGE).__path__[0])


def find(name: str) -> Entry | None:
    """The rule of that name."""
    return next((entry for entry in entries() if entry.name == name), None)


def families() -> tuple[str, ...]:
    """The families that have a rule, in order."""
    return tuple(dict.fromkeys(entry.family for entry in entries()))


def load(entry: Entry) -> Rule[Any]:
    """Import a rule."""
    found: Rule[Any] = _module(entry.module).check
    return found


def _module(name: str) -> ModuleType:
    """What importlib.import_module does, without the time that importing importlib takes."""
    return __import__(name, fromlist=("__name__",))


def page_path(entry: Entry) -> str:
    """Where the rule's page lies."""
    return os.path.join(folder(), entry.family, entry.name.replace("-", "_") + ".md")


def scan(rules: str, package: str = PACKAGE) -> tuple[Entry, ...]:
    """The rules in a folder of families, read with `ast`. Raises CatalogError."""
    found: list[Entry] = []
    for family in sorted(os.listdir(rules)):
        inside = os.path.join(rules, family)
        if os.path.isfile(os.path.join(inside, "__init__.py")):
            for file in sorted(os.listdir(inside)):
                if file.endswith(".py") and not file.startswith("_"):
                    found.append(_read(os.path.join(inside, file), family, file[:-3], package))
    return tuple(found)


def generated(found: Iterable[Entry]) -> str:
    """The text of the module that spares the scan."""
    rows = "".join(f"    {tuple(entry)!r},\n" for entry in found)
    return f'"""Generated from the rule files when the wheel is built."""\n\nROWS = (\n{rows})\n'


def _read(path: str, family: str, stem: str, package: str) -> Entry:
    name = stem.replace("_", "-")
    subject, keywords, severity, outcome = _declaration(path)
    title, fixable, same_as, formerly = _page_facts(path[:-3] + ".md", name)
    return Entry(
        name=name,
        family=family,
        module=f"{package}.{family}.{stem}",
        subject=subject,
        when=tuple(keywords.get("when", ())),
        mentions=tuple(keywords.get("mentions", ())),
        severity=severity,
        outcome=outcome,
        confidence=keywords.get("confidence", "high"),
        by_date=keywords.get("by_date", False),
        strict=keywords.get("strict", False),
        title=title,
        fixable=fixable,
        same_as=same_as,
        formerly=formerly,
    )


def _declaration(path: str) -> tuple[str, dict[str, Any], str, str]:
    """Subject, keywords, severity and outcome of the one `@rule(...)` above `def check`."""
    import ast

    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        tree = ast.parse(text, path)
    except SyntaxError as error:
        raise CatalogError(path, f"is no Python: {error.msg}") from error
    declared = [(node.name, call) for node in tree.body if isinstance(node, ast.FunctionDef) for call in _rules(node)]
    if [function for function, _ in declared] != ["check"]:
        raise CatalogError(path, "must declare one rule: @rule(...) above def check(...)")
    call = declared[0][1]
    try:
        subject, severity, outcome = (_value(argument) for argument in call.args)
        keywords = {keyword.arg: _value(keyword.value) for keyword in call.keywords if keyword.arg is not None}
    except ValueError as error:
        raise CatalogError(path, "@rule takes a subject, a severity, an outcome and literal keywords") from error
    for keyword in ("when", "mentions"):
        words = keywords.get(keyword, ())
        if not isinstance(words, tuple) or not all(isinstance(word, str) for word in words):
            # A name would be read as its own letters, and the rule would never be asked.
            raise CatalogError(path, f"@rule takes `{keyword}` as a tuple of words, written out")
    return subject, keywords, severity, outcome


def _rules(function: ast.FunctionDef) -> Iterator[ast.Call]:
    import ast

    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "rule":
            yield decorator


def _value(node: ast.expr) -> Any:
    """A literal, a class by its name, a member of an enumeration by its value."""
    import ast

    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(), attr=member):
            return member.lower()
    return ast.literal_eval(node)


def _page_facts(path: str, name: str) -> tuple[str, bool, tuple[str, ...], tuple[str, ...]]:
    """Title, whether an example has a fixed form, and the names elsewhere: what a listing needs of a page."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except FileNotFoundError as error:
        raise CatalogError(path, "the rule has no page") from error
    head = f"# {name}: "
    if not lines[0].startswith(head) or len(lines[0]) == len(head):
        raise CatalogError(path, f"must begin with '{head}' and what is wrong")
    fixable = any(line.startswith("```") and "fixed" in line.split() for line in lines)
    same, formerly = (
        tuple(item.split()[-1] for line in lines if line.startswith(begin) for item in line[len(begin) :].split(","))
        for begin in (SAME_AS, FORMERLY)
    )
    return lines[0][len(head) :], fixable, same, formerly


SAME_AS = "Same as: "
"""Begins the line of a page that lists what other linters call the rule: `Same as: hadolint DL3006, buildkit Name`."""

FORMERLY = "Formerly: "
"""Begins the line of a page that lists the names a rule had: they keep working where people wrote them."""

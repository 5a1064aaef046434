"""What there is to know of rules without importing them, read from their files and pages.

A wheel carries what this finds: it is needed where rules are built, changed, or brought by a pack.
"""

from __future__ import annotations

import ast
import os

from torchlint.catalog import PACKAGE, CatalogError, Entry
from torchlint.findings import Confidence, Outcome, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, NoReturn

SUBJECTS = (
    "Project",
    "Build",
    "Stage",
    "Step",
    "Command",
    "Install",
    "Entry",
    "RequirementsFile",
    "RequirementLine",
    "Suppressions",
)
"""What a rule can be about."""


def scan(rules: str, package: str = PACKAGE) -> tuple[Entry, ...]:
    """The rules in a folder of families, read with `ast`. Raises CatalogError."""
    found: list[Entry] = []
    for family in sorted(os.listdir(rules)):
        inside = os.path.join(rules, family)
        if os.path.isfile(os.path.join(inside, "__init__.py")):
            for file in sorted(os.listdir(inside)):
                if file.endswith(".py") and not file.startswith("_"):
                    found.append(read(os.path.join(inside, file), family, f"{package}.{family}.{file[:-3]}"))
    return tuple(found)


def generated(found: Iterable[Entry]) -> str:
    """The text of the module that spares the scan."""
    rows = "".join(f"    {tuple(entry)!r},\n" for entry in found)
    return f'"""Generated from the rule files when the wheel is built."""\n\nROWS = (\n{rows})\n'


def read(path: str, family: str, module: str, *, file: str = "", shown: str = "") -> Entry:
    """The rule in one file, with `ast`. `shown` is the path that errors name. Raises CatalogError."""
    shown = shown or path
    name = os.path.basename(path)[:-3].replace("_", "-")
    subject, keywords, severity, outcome = _declaration(path, shown)
    title, fixable, same_as, formerly = _page_facts(path[:-3] + ".md", shown[:-3] + ".md", name)
    return Entry(
        name=name,
        family=family,
        module=module,
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
        file=file,
    )


def text_of(path: str) -> str:
    """A rule's file as torchlint holds all text, so that what it says of a file is of one kind with what it quotes."""
    with open(path, "rb") as file:
        return file.read().decode("latin-1").removeprefix("\xef\xbb\xbf")


def _declaration(path: str, shown: str) -> tuple[str, dict[str, Any], str, str]:
    """Subject, keywords, severity and outcome of the one `@rule(...)` above `def check`."""

    def refuse(why: str, node: ast.AST | None = None) -> NoReturn:
        raise CatalogError(shown, why, getattr(node, "lineno", None))

    try:
        tree = ast.parse(text_of(path), path)
    except (ValueError, RecursionError, MemoryError) as error:
        raise CatalogError(shown, f"is no Python: {error}") from error
    except SyntaxError as error:
        raise CatalogError(shown, f"is no Python: {error.msg}", error.lineno) from error
    declared = [(node, call) for node in tree.body if isinstance(node, ast.FunctionDef) for call in _rules(node)]
    if [function.name for function, _ in declared] != ["check"]:
        second = declared[1][1] if len(declared) > 1 else declared[0][0] if declared else None
        refuse("must declare one rule: @rule(...) above def check(...)", second)
    function, call = declared[0]
    taken = function.args
    needed = len(taken.posonlyargs) + len(taken.args) - len(taken.defaults)
    if needed != 2 or taken.vararg is not None or taken.kwonlyargs:
        refuse("check takes two arguments: its subject and a Context", function)
    try:
        subject, severity, outcome = (_value(argument) for argument in call.args)
        given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}
        keywords = {name: _tuple(tree, value) or _value(value) for name, value in given.items()}
    except ValueError as error:
        why = "@rule takes a subject, a severity, an outcome and literal keywords"
        raise CatalogError(shown, why, call.lineno) from error
    sure = keywords.get("confidence", "high")
    for name, value, of in (
        ("Severity", severity, Severity),
        ("Outcome", outcome, Outcome),
        ("Confidence", sure, Confidence),
    ):
        values = [str(one.value) for one in of]
        if value not in values:
            refuse(f"@rule takes a {name} of {', '.join(values).upper()}", call)
    if subject not in SUBJECTS:
        refuse(f"no rule can be about {subject}: its subject is one of {', '.join(SUBJECTS)}", call)
    for keyword, value in keywords.items():
        if keyword in ("when", "mentions"):
            if not isinstance(value, tuple) or not all(isinstance(word, str) for word in value):
                # A name would be read as its own letters, and the rule would never be asked.
                refuse(f"@rule takes `{keyword}` as a tuple of words, written out here or in a constant above", call)
        elif keyword in ("by_date", "strict"):
            if not isinstance(value, bool):
                refuse(f"@rule takes `{keyword}` as True or False, written out", call)
        elif keyword != "confidence":
            refuse(f"@rule has no keyword `{keyword}`", call)
    return subject, keywords, severity, outcome


def _rules(function: ast.FunctionDef) -> Iterator[ast.Call]:
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "rule":
            yield decorator


def _value(node: ast.expr) -> Any:
    """A literal, a class by its name, a member of an enumeration by its value."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(), attr=member):
            return member.lower()
    return ast.literal_eval(node)


def _tuple(tree: ast.Module, node: ast.expr) -> Any:
    """The literal that a name stands for, if the file assigns one to it; None for all else."""
    if not isinstance(node, ast.Name):
        return None
    for one in tree.body:
        match one:
            case ast.Assign(targets=[ast.Name(id=node.id)], value=ast.Tuple() as value):
                return ast.literal_eval(value)
    return None


def _page_facts(path: str, shown: str, name: str) -> tuple[str, bool, tuple[str, ...], tuple[str, ...]]:
    """Title, whether an example has a fixed form, and the names elsewhere: what a listing needs of a page."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except FileNotFoundError as error:
        raise CatalogError(shown, "the rule has no page") from error
    except UnicodeDecodeError as error:
        raise CatalogError(shown, "is not UTF-8 text") from error
    head = f"# {name}: "
    if not lines[0].startswith(head) or len(lines[0]) == len(head):
        raise CatalogError(shown, f"must begin with '{head}' and what is wrong", 1)
    fixable = any(line.startswith("```") and "fixed" in line.split() for line in lines)
    same, formerly = (
        tuple(
            item.split()[-1]
            for line in lines
            if line.startswith(begin)
            for item in line[len(begin) :].split(",")
            if item.strip()
        )
        for begin in (SAME_AS, FORMERLY)
    )
    return lines[0][len(head) :], fixable, same, formerly


SAME_AS = "Same as: "
"""Begins the line of a page that lists what other linters call the rule: `Same as: hadolint DL3006, buildkit Name`."""

FORMERLY = "Formerly: "
"""Begins the line of a page that lists the names a rule had: they keep working where people wrote them."""

"""Which rules there are, found by looking, without importing any of them.

The wheel carries the result as `torchlint.rules._catalog`; elsewhere the rule files are scanned.
"""

from __future__ import annotations

import os
from functools import cache

from torchlint import importing
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType
    from typing import Any

    from torchlint.rule import Rule

PACKAGE = "torchlint.rules"


class Entry(NamedTuple):
    """What is known of a rule before it is imported; severity, outcome and confidence by their values.

    `subject` is the name of the class it is about; `when` the words of which one must occur (see `torchlint.rule`).
    `same_as`: names under which other linters know it, `formerly`: names that it had itself, as its page says.
    `file`: where a rule of a pack lies, absolute; "" for torchlint's own.
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
    file: str = ""


class CatalogError(Exception):
    """A rule file or its page is not of the agreed form: which file, in which line if it is one, and why."""

    def __init__(self, path: str, why: str, line: int | None = None) -> None:
        super().__init__(f"{path}:{line}: {why}" if line else f"{path}: {why}")
        self.path = path
        self.why = why
        self.line = line


@cache
def entries() -> tuple[Entry, ...]:
    """Every rule that torchlint brings, by family and name."""
    try:
        rows: tuple[tuple[Any, ...], ...] = _module(f"{PACKAGE}._catalog").ROWS
    except ModuleNotFoundError:
        from torchlint.scanning import scan

        return scan(folder())
    return tuple(map(Entry._make, rows))


def folder() -> str:
    """The folder that holds the families."""
    return str(_module(PACKAGE).__path__[0])


def find(name: str, among: Iterable[Entry] | None = None) -> Entry | None:
    """The rule of that name, which may be a code of ShellCheck; of torchlint's own if it is not said of which."""
    found = next((entry for entry in (entries() if among is None else among) if entry.name == name), None)
    if found is None and name.startswith("SC"):
        from torchlint.shellcheck.codes import entry, is_code

        return entry(name) if is_code(name) else None
    return found


def families() -> tuple[str, ...]:
    """The families that have a rule, in order."""
    return tuple(dict.fromkeys(entry.family for entry in entries()))


def load(entry: Entry) -> Rule[Any]:
    """Import a rule. What a pack's raises, then or when it is asked, is a `torchlint.packs.code.Fault`."""
    if entry.file:
        from torchlint.packs.code import loaded

        return loaded(entry)
    found: Rule[Any] = importing.load(entry.module).check
    return found


def _module(name: str) -> ModuleType:
    """What importlib.import_module does, without the time that importing importlib takes."""
    return __import__(name, fromlist=("__name__",))


def page_path(entry: Entry) -> str:
    """Where the rule's page lies."""
    if entry.file:
        return f"{entry.file[:-3]}.md"
    return os.path.join(folder(), entry.family, entry.name.replace("-", "_") + ".md")

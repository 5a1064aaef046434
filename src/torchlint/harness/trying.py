"""All laws of some rules, tried one after the other in folders that are gone afterwards."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

from torchlint import catalog
from torchlint.harness import laws
from torchlint.harness.meaningless import CHANGES
from torchlint.page import PageError
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torchlint.catalog import Entry
    from torchlint.harness.laws import Broken
    from torchlint.page import Page


class Failure(NamedTuple):
    """A law that a rule breaks. `path` is absolute, `line` from 1 or 0 for the whole file. `changes` are those under
    which an example breaks it in this way."""

    rule: str
    path: str
    line: int
    broken: Broken
    changes: tuple[str, ...] = ()


class Tried(NamedTuple):
    """What came of one rule: how many examples and trials there were, and what failed."""

    rule: str
    examples: int
    trials: int
    failures: tuple[Failure, ...]


def tried(rule: Entry, rules: Sequence[Entry]) -> Tried:
    """Try every law of one rule; `rules` are all there are, itself among them."""
    path = catalog.page_path(rule)
    try:
        read = laws.read_page(rule)
    except PageError as error:
        return Tried(rule.name, 0, 1, (Failure(rule.name, path, error.line, laws.Broken(error.why)),))
    with TemporaryDirectory(prefix="torchlint-") as made:
        folders = _Folders(os.path.realpath(made))
        outcomes = list(_outcomes(rule, read, rules, folders))
    failures: dict[tuple[str, int, str], Failure] = {}
    for line, change, broken in outcomes:
        if broken is not None:
            where = f"{path[:-3]}.py" if broken.in_code else path
            key = (where, line or broken.line, broken.why)
            held = failures.get(key) or Failure(rule.name, where, line or broken.line, broken)
            failures[key] = held._replace(changes=(*held.changes, *((change,) if change else ())))
    return Tried(rule.name, len(read.examples), len(outcomes), tuple(failures.values()))


class _Folders:
    """Makes empty folders."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.made = 0

    def __call__(self) -> str:
        self.made += 1
        folder = os.path.join(self.root, str(self.made))
        os.mkdir(folder)
        return folder


def _outcomes(
    rule: Entry, read: Page, rules: Sequence[Entry], new_folder: _Folders
) -> Iterator[tuple[int, str, Broken | None]]:
    """The line in the page, the name of the change, and how the law is broken, for every trial."""
    yield 0, "", laws.whole(rule, read)
    yield 0, "", laws.imports(rule)
    failed = laws.declared(rule)
    yield 0, "", failed
    if failed is not None:  # It would say so of every example.
        return
    for example in read.examples:
        for change in CHANGES:
            yield example.at, change.name, laws.comes_out(rule, example, change, new_folder(), rules)
    if not rule.by_date:
        for example in read.examples:
            yield example.at, "", laws.lasts(rule, example, new_folder(), rules)
    yield 0, "", laws.shows_its_fix(rule, read, new_folder, rules)

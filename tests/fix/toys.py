"""Small rules with fixes, made from a line each, and a way to let them work on a folder."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import torchlint
from torchlint import catalog
from torchlint.fix import mend, withheld
from torchlint.fix.shapes import Seen, Wishes
from torchlint.fix.writing import write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torchlint import Finding
    from torchlint.fix.shapes import Mended, Refused, Withheld
    from torchlint.fix.writing import Unwritten

NUMBER = itertools.count()

TOY = r"""import re

from torchlint.text import Source
from torchlint import Build, Confidence, Edit, Fix, Outcome, Place, Problem, Safety, Severity, Span, rule


@rule(Build, Severity.{severity}, Outcome.{outcome})
def check(build, on):
    texts = {{build.source.path: build.source}}
    texts.update((file.source.path, file.source) for file in build.requirements)
    if not any({elsewhere!r} in one.source.text for one in on.project.dockerfiles):
        return
    source = texts.get({file!r}, build.source)
    if {crash!r} and {crash!r} in build.source.text:
        raise RuntimeError("toppled over")
    for found in re.finditer({old!r}, source.text):
        new = {new!r} and {new!r}.replace(r"\1", found[1] if found.groups() else "")
        fixes = [] if new is None else [Edit(source, Span(*found.span()), new)]
        for name, was, now in {also!r}:
            at = texts[name].text.find(was)
            fixes.append(Edit(texts[name], Span(at, at + len(was)), now))
        if {stale}:
            fixes = [edit._replace(source=Source(source.path, " " + source.text)) for edit in fixes]
        fix = Fix("write it well", tuple(fixes), Safety.{safety}) if fixes and re.search({when!r}, found[0]) else None
        yield Problem(Place(source, Span(*found.span())), {message!r}, fix=fix, confidence=Confidence.HIGH)
"""


class Toy(NamedTuple):
    """A rule that finds the pattern `old` and would write `new`, and more in other files as (path, old, new).

    It fails on a file that holds `crash`, offers its fix where what was found holds `when`, and says nothing unless
    some Dockerfile of the project holds `elsewhere`. `stale`: its edits are of a text that nobody read."""

    old: str
    new: str | None = None
    severity: str = "WARNING"
    outcome: str = "RISK"
    safety: str = "UNSAFE"
    file: str = "Dockerfile"
    also: tuple[tuple[str, str, str], ...] = ()
    crash: str = ""
    message: str = "it is wrong"
    when: str = ""
    elsewhere: str = ""
    stale: bool = False


class Workshop:
    """A folder, the rules that look at it, and what becomes of it."""

    def __init__(self, root: Path, rules: tuple[catalog.Entry, ...] | None = None) -> None:
        self.root = root
        self.rules = rules
        self.first = self.read({}, ("Dockerfile",))

    def read(self, texts: Mapping[str, str], paths: tuple[str, ...]) -> torchlint.Project:
        return torchlint.read(paths, overlay={path: text.encode("latin-1") for path, text in texts.items()})

    def look(self, texts: Mapping[str, str], only: tuple[str, ...] | None) -> Seen:
        project = self.read(texts, (".",) if only is None else only)
        report = torchlint.check(project, world=torchlint.World(), rules=self.rules, show_suppressed=True)
        return Seen(project, report, report, torchlint.World())

    def mend(self, *, unsafe: bool = True, unfixable: tuple[str, ...] = ()) -> Mended:
        return mend(self.look, self.wishes(unsafe, unfixable))

    def withheld(self, mended: Mended) -> tuple[tuple[Withheld, ...], tuple[Refused, ...]]:
        return withheld(self.look, self.wishes(False, ()), mended)

    def fix(self, *, unsafe: bool = True) -> tuple[Mended, tuple[Unwritten, ...]]:
        mended = self.mend(unsafe=unsafe)
        return mended, write(mended)

    @staticmethod
    def wishes(unsafe: bool, unfixable: tuple[str, ...]) -> Wishes:
        def fixable(finding: Finding) -> bool:
            return finding.rule not in unfixable

        return Wishes(fixable, lambda _finding: unsafe, lambda _source: "")


def texts(mended: Mended) -> dict[str, str]:
    """The files that would be written."""
    return {one.source.path: one.text for group in mended.groups for one in group}


def reasons(mended: Mended) -> dict[str, str]:
    """Why which rule's fix was not made."""
    return {refused.told.rule: refused.fault.why for refused in mended.refused}


def make(root: Path, **toys: Toy) -> None:
    """Write a package of toy rules."""
    family = root / "toys"
    family.mkdir(parents=True)
    (root / "__init__.py").touch()
    (family / "__init__.py").touch()
    for name, toy in toys.items():
        (family / f"{name}.py").write_text(TOY.format(**toy._asdict()))
        (family / f"{name}.md").write_text(f"# {name.replace('_', '-')}: a toy\n")

"""One harness for all rule pages: every example comes out as its page says, under every change that means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.rules.meaningless import CHANGES, Change, is_dockerfile, moved, stage_names
from torchlint import World, catalog, page
from torchlint.text import OverlappingEdits, apply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Examine
    from torchlint import Edit, Finding
    from torchlint.catalog import Entry
    from torchlint.page import Example, Page

PASSES = 10


class Case(NamedTuple):
    rule: Entry
    example: Example

    def __str__(self) -> str:
        return f"{self.rule.name}:{self.example.at}"


def read_page(rule: Entry) -> Page:
    with open(catalog.page_path(rule), encoding="utf-8") as file:
        return page.parse(file.read())


PAGES = {rule: read_page(rule) for rule in catalog.entries()}
CASES = [Case(rule, example) for rule, read in PAGES.items() for example in read.examples]


def lay_out(folder: Path, example: Example, change: Change) -> None:
    for path, body in example.files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(change.make(path, body).encode())


def said(rule: Entry, folder: Path, as_of: str | None, examine: Examine) -> list[Finding]:
    """What the rule says; the others are switched off unless it speaks of them."""

    def selection(entry: Entry, path: str) -> bool:
        return entry.name == rule.name or rule.subject == "Suppressions"

    report = examine(folder, as_of=as_of, selection=selection)
    assert not report.crashed
    assert not report.failures
    return [finding for finding in report.findings if finding.rule == rule.name]


def expectations(findings: list[Finding]) -> list[page.Expected]:
    found = []
    for finding in findings:
        path = finding.at.source.path
        line, column = finding.at.source.position(finding.at.span.start)
        found.append(page.Expected(path, line, column, finding.severity.value, finding.outcome.value, finding.message))
    return found


def text(expected: list[page.Expected]) -> str:
    """As a `report` block has it, sorted."""
    return "".join(f"{e.path}:{e.line}:{e.column} {e.severity} {e.outcome}: {e.message}\n" for e in sorted(expected))


def fix_all(rule: Entry, folder: Path, as_of: str | None, examine: Examine) -> list[Finding]:
    """Apply the rule's fixes until none is left; what it still says then."""
    for _ in range(PASSES):
        findings = said(rule, folder, as_of, examine)
        edits: dict[str, list[Edit]] = {}
        for finding in findings:
            if finding.fix is not None:
                paths = dict.fromkeys(edit.source.path for edit in finding.fix.edits)
                try:
                    for path in paths:
                        mine = [edit for edit in finding.fix.edits if edit.source.path == path]
                        apply(mine[0].source.text, [*edits.get(path, []), *mine])
                except OverlappingEdits:
                    continue
                for edit in finding.fix.edits:
                    edits.setdefault(edit.source.path, []).append(edit)
        if not edits:
            return findings
        for path, made in edits.items():
            (folder / path).write_bytes(apply(made[0].source.text, made).encode("latin-1"))
    pytest.fail(f"the fixes of {rule.name} do not come to rest within {PASSES} passes")


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_example_comes_out_as_its_page_says(case: Case, change: Change, tmp_path: Path, examine: Examine) -> None:
    rule, example = case
    lay_out(tmp_path, example, change)
    findings = said(rule, tmp_path, example.as_of, examine)
    texts = dict(example.files)
    names = frozenset(name for path, body in example.files if is_dockerfile(path) for name in stage_names(body))

    def level(one: page.Expected, line: int) -> page.Expected:
        return one._replace(line=line, message=change.level("", one.message, names))

    expected = [level(one, moved(change, one.path, texts[one.path])[one.line]) for one in example.report]
    actual = [level(one, one.line) for one in expectations(findings)]
    assert text(actual) == text(expected)

    left = fix_all(rule, tmp_path, example.as_of, examine)
    assert not any(finding.fix for finding in left)
    if example.fixed:
        assert not left, "the fixed form is not silent:\n" + text(expectations(left))
        for path, wanted in (texts | dict(example.fixed)).items():
            after = (tmp_path / path).read_bytes().decode()
            assert change.level(path, after, names) == change.level(path, wanted, names)
            assert change.name != "crlf" or after.count("\n") == after.count("\r\n"), "the fix mixes line endings"


@pytest.mark.parametrize("case", [case for case in CASES if not case.rule.by_date], ids=str)
def test_three_years_change_only_rules_by_date(case: Case, tmp_path: Path, examine: Examine) -> None:
    rule, example = case
    lay_out(tmp_path, example, CHANGES[0])
    today = World(example.as_of).today
    later = f"{int(today[:4]) + 3}{today[4:]}" if not today.endswith("02-29") else f"{int(today[:4]) + 3}-03-01"
    assert text(expectations(said(rule, tmp_path, later, examine))) == text(list(example.report))


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.name)
def test_page_is_whole(rule: Entry) -> None:
    """It names its rule, says why, and shows silence at least as often as noise."""
    read = PAGES[rule]
    bad = [example for example in read.examples if example.bad]
    assert read.name == rule.name
    assert read.title == rule.title
    assert len(read.prose) > 80
    assert bad
    assert len(read.examples) - len(bad) >= len(bad)


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.name)
def test_rule_with_a_fix_shows_one(rule: Entry, tmp_path_factory: pytest.TempPathFactory, examine: Examine) -> None:
    offered = False
    for example in PAGES[rule].examples:
        folder = tmp_path_factory.mktemp("example")
        lay_out(folder, example, CHANGES[0])
        offered = offered or any(finding.fix for finding in said(rule, folder, example.as_of, examine))
    assert offered == rule.fixable

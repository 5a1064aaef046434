"""Every page of torchlint's own rules keeps the laws that `torchlint test` tries on a pack: the harness is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from torchlint import catalog
from torchlint.harness import laws
from torchlint.harness.meaningless import CHANGES, Change

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint.catalog import Entry
    from torchlint.harness.laws import Broken
    from torchlint.page import Example

RULES = catalog.entries()
PAGES = {rule: laws.read_page(rule) for rule in RULES}


class Case(NamedTuple):
    rule: Entry
    example: Example

    def __str__(self) -> str:
        return f"{self.rule.name}:{self.example.at}"


CASES = [Case(rule, example) for rule, read in PAGES.items() for example in read.examples]


def holds(broken: Broken | None) -> None:
    """The law is not broken; the two texts are compared before, as pytest shows in what they differ."""
    if broken is not None:
        assert broken.actual == broken.expected, broken.why
        pytest.fail(broken.why)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_example_comes_out_as_its_page_says(case: Case, change: Change, tmp_path: Path) -> None:
    holds(laws.comes_out(case.rule, case.example, change, str(tmp_path), RULES))


@pytest.mark.parametrize("case", [case for case in CASES if not case.rule.by_date], ids=str)
def test_three_years_change_only_rules_by_date(case: Case, tmp_path: Path) -> None:
    holds(laws.lasts(case.rule, case.example, str(tmp_path), RULES))


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.name)
def test_page_is_whole(rule: Entry) -> None:
    """It names its rule, says why, and shows silence at least as often as noise."""
    holds(laws.whole(rule, PAGES[rule]))


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.name)
def test_rule_with_a_fix_shows_one(rule: Entry, tmp_path_factory: pytest.TempPathFactory) -> None:
    holds(laws.shows_its_fix(rule, PAGES[rule], lambda: str(tmp_path_factory.mktemp("example")), RULES))


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.name)
def test_catalogue_says_of_a_rule_what_the_rule_is(rule: Entry) -> None:
    holds(laws.declared(rule))


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.name)
def test_rule_imports_the_window_and_the_standard_library_only(rule: Entry) -> None:
    holds(laws.imports(rule))

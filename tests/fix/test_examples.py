"""The engine makes of every page's example what the page shows: its laws stand in the way of no rule's fix."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

import torchlint
from tests.fix.toys import Workshop
from tests.rules.test_pages import PAGES
from torchlint.config import Config
from torchlint.fix import mend
from torchlint.fix.shapes import Seen
from torchlint.fix.writing import write
from torchlint.harness.laws import lay_out
from torchlint.harness.meaningless import CHANGES, Change

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torchlint import World
    from torchlint.catalog import Entry
    from torchlint.page import Example


class Case(NamedTuple):
    rule: Entry
    example: Example

    def __str__(self) -> str:
        return f"{self.rule.name}:{self.example.at}"


CASES = [Case(rule, example) for rule, page in PAGES.items() for example in page.examples if example.fixed]


def look_with(rule: Entry, world: World) -> torchlint.fix.shapes.Look:
    config = Config.discover()

    def wants(entry: Entry, path: str) -> bool:
        return entry.name == rule.name or rule.subject == "Suppressions"

    def look(texts: Mapping[str, str], only: tuple[str, ...] | None) -> Seen:
        overlay = {path: text.encode("latin-1") for path, text in texts.items()}
        project = torchlint.read(only or ["."], settings_for=config.settings_for, overlay=overlay)
        report = torchlint.check(project, world=world, selection=wants, require_reason=config.settings.require_reason)
        report = report._replace(findings=tuple(one for one in report.findings if one.rule == rule.name))
        return Seen(project, report, report, world)

    return look


@pytest.mark.parametrize("change", CHANGES[:3], ids=lambda change: change.name)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_example_is_mended_as_its_page_shows(
    case: Case, change: Change, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule, example = case
    lay_out(str(tmp_path), example, change)
    monkeypatch.chdir(tmp_path)
    look = look_with(rule, torchlint.World(example.as_of))
    mended = mend(look, Workshop.wishes(True, ()))
    assert [(refused.told.line, refused.fault) for refused in mended.refused] == []
    assert (mended.circles, mended.restless) == ((), ())
    assert write(mended) == ()
    for path, wanted in (dict(example.files) | dict(example.fixed)).items():
        after = (tmp_path / path).read_bytes().decode()
        assert change.level(path, after, frozenset()) == change.level(path, change.make(path, wanted), frozenset())
    again = mend(look, Workshop.wishes(True, ()))
    assert (again.fixed, again.groups) == ((), ())

"""The listings of `torchlint rules` that are for readers from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from torchlint import catalog
from torchlint.cli import main

if TYPE_CHECKING:
    import pytest


def test_hadolint_users_find_equal_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--hadolint"]) == 0
    lines = capsys.readouterr().out.splitlines()
    pairs = [tuple(line.split()[:2]) for line in lines]
    assert pairs == sorted(pairs)
    assert ("DL3006", "untagged-base") in pairs
    assert all(catalog.find(rule) is not None for _, rule in pairs)


class Reader(HTMLParser):
    """What is open and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br", "hr", "!doctype"):
            self.open.append(tag)
        self.ids.update(value or "" for name, value in attrs if name == "id")
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_one_page_holds_all_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--html"]) == 0
    reader = Reader()
    reader.feed(capsys.readouterr().out)
    assert reader.open == []
    assert reader.ids == {entry.name for entry in catalog.entries()}
    assert {f"#{name}" for name in reader.ids} <= set(reader.links)


def test_one_output_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--html", "--hadolint"]) == 2
    assert "ask for one" in capsys.readouterr().err

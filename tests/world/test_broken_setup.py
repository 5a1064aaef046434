"""Releases whose setup.py stops: what the table says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from torchlint import world
from torchlint.world.broken_setup import ALONE, NEVER, NEWEST, PYTHON, SETUPTOOLS, broken_setup
from torchlint.world.release_ranges import release_key
from torchlint.world.tables.compiled import PACKAGES

DATA = Path(world.__file__).parent / "data"
ROWS: list[dict[str, Any]] = json.loads((DATA / "broken_setups.json").read_text(encoding="utf-8"))["rows"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['package']}-{row['releases'].split()[0]}")
def test_rows_are_of_releases_that_can_be_ordered_and_say_how_it_would_build(row: dict[str, Any]) -> None:
    *releases, last = row["releases"].split()
    assert last == NEWEST or release_key(last) is not None
    assert all(release_key(one) is not None for one in releases)
    assert row["kind"] in (PYTHON, SETUPTOOLS, ALONE, NEVER)
    assert row["limit"].isdigit() if row["kind"] == SETUPTOOLS else bool(row["limit"]) == (row["kind"] != NEVER)
    assert 9 <= row["since"] <= 13


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["package"])
def test_no_package_is_told_twice(row: dict[str, Any]) -> None:
    """Those that have wheels for some Pythons are told by another table, those without pkg_resources by a third."""
    assert f"\n{row['package']}|" not in PACKAGES
    others = json.loads((DATA / "pkg_resources.json").read_text(encoding="utf-8"))["rows"]
    told = {version for one in others if one["name"] == row["package"] for version in one["versions"]}
    assert told.isdisjoint(row["releases"].split())


def test_a_release_stops_from_a_python_on() -> None:
    broken = broken_setup("pathtools", "0.1.2", "3.12")
    assert broken is not None
    assert (broken.kind, broken.limit) == (PYTHON, "3.11")
    assert broken_setup("pathtools", "0.1.2", "3.14") == broken
    assert broken_setup("pathtools", "0.1.2", "3.11") is None
    assert broken_setup("pathtools", "0.1.2", "2.7") is None
    assert broken_setup("torch", "2.0.0", "3.12") is None


def test_only_a_package_without_a_release_in_order_needs_no_version() -> None:
    assert broken_setup("pathtools", None, "3.12") is not None
    assert broken_setup("gym", None, "3.12") is None

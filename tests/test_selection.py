"""Which rules the settings want."""

from __future__ import annotations

import pytest

from torchlint.catalog import Entry
from torchlint.config import Settings
from torchlint.selection import by_settings


def entry(severity: str = "warning", confidence: str = "high", strict: bool = False) -> Entry:
    return Entry(
        "old-copy",
        "stage",
        "m",
        "Step",
        (),
        (),
        severity,
        "run",
        confidence,
        False,
        strict,
        "t",
        False,
        (),
        ("older-copy",),
    )


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        (Settings(), True),
        (Settings(ignore=("old-copy",)), False),
        (Settings(ignore=("stage",)), False),
        (Settings(ignore=("all",)), False),
        (Settings(ignore=("other", "syntax")), True),
        (Settings(file_ignores=("stage",)), False),
        (Settings(select=()), False),
        (Settings(select=("syntax",)), False),
        (Settings(select=("stage",)), True),
        (Settings(select=("all",), ignore=("stage",)), False),
        (Settings(select=("stage",), ignore=("stage",)), False),
        (Settings(select=("old-copy",), ignore=("stage",)), True),
        (Settings(select=("stage",), ignore=("old-copy",)), False),
        (Settings(select=("syntax",), extend_select=("old-copy",)), True),
        (Settings(extend_select=("old-copy",), ignore=("all",)), True),
        (Settings(select=("older-copy",), ignore=("stage",)), True),
        (Settings(ignore=("older-copy",)), False),
    ],
)
def test_most_precise_word_decides(settings: Settings, wanted: bool) -> None:
    assert by_settings(lambda path: settings)(entry(), "Dockerfile") is wanted


@pytest.mark.parametrize(
    ("severity", "confidence", "strict", "profiles"),
    [
        ("error", "high", False, {"min", "default", "strict"}),
        ("error", "medium", False, {"default", "strict"}),
        ("info", "high", False, {"default", "strict"}),
        ("error", "low", False, {"strict"}),
        ("error", "high", True, {"strict"}),
        ("info", "high", True, {"strict"}),
    ],
)
def test_profiles_hold_each_other(severity: str, confidence: str, strict: bool, profiles: set[str]) -> None:
    rule = entry(severity, confidence, strict)
    of = {name: Settings(profile=name) for name in ("min", "default", "strict")}
    wants = by_settings(of.__getitem__)
    assert {name for name in of if wants(rule, name)} == profiles


def test_settings_of_each_file_count_for_it_alone() -> None:
    of = {"a/Dockerfile": Settings(ignore=("stage",)), "b/Dockerfile": Settings()}
    wants = by_settings(of.__getitem__)
    assert not wants(entry(), "a/Dockerfile")
    assert wants(entry(), "b/Dockerfile")

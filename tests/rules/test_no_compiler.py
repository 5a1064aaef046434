"""The words that call the rule no-compiler are the packages that World knows to have no wheel, and any release."""

from __future__ import annotations

from torchlint import catalog
from torchlint.world.tables.source_only import PACKAGES


def test_the_rule_is_found_by_every_package_that_has_no_wheel() -> None:
    (rule,) = [entry for entry in catalog.entries() if entry.name == "no-compiler"]
    assert set(rule.when) == {*PACKAGES, "a release"}

"""What package indexes hold and lack, and flaws of releases."""

from __future__ import annotations

import pytest
from packaging.version import Version

from torchlint import World
from torchlint.world.tables.advisories import ADVISORIES

WORLD = World()


def test_the_pytorch_index_lacks_what_is_not_torch() -> None:
    assert WORLD.pytorch_index_lacks("flask")
    assert not WORLD.pytorch_index_lacks("torch")
    assert not WORLD.pytorch_index_lacks("numpy")
    assert not WORLD.pytorch_index_lacks("a-package-of-our-own")


@pytest.mark.parametrize("version", ["1.13", "1.13.0", "2.5.1", "2.5.1+cu121", "2.4"])
def test_a_release_with_several_flaws_is_told_what_has_none(version: str) -> None:
    found = WORLD.advisory("torch", version)
    assert found is not None
    assert (found.id, found.below) == ("CVE-2025-32434", "2.10.0")


@pytest.mark.parametrize("version", ["2.6", "2.6.0", "2.9.1+cu130"])
def test_a_release_with_one_flaw(version: str) -> None:
    found = WORLD.advisory("torch", version)
    assert found is not None
    assert (found.id, found.below) == ("CVE-2026-24747", "2.10.0")


@pytest.mark.parametrize("version", ["1.12.1", "2.10", "2.10.0", "2.6.0.dev1", "2.5.0rc1", "x", ""])
def test_releases_without_one(version: str) -> None:
    assert WORLD.advisory("torch", version) is None
    assert WORLD.advisory("numpy", "1.0") is None


@pytest.mark.parametrize("package", ADVISORIES)
def test_flaws_are_in_the_order_of_their_mending(package: str) -> None:
    mended = [Version(below) for _, _, below, _ in ADVISORIES[package]]
    assert mended == sorted(mended)


def test_names_of_pythons_own_modules() -> None:
    assert WORLD.library_name("sqlite3") == "absent"
    assert WORLD.library_name("argparse") == "useless"
    assert WORLD.library_name("pysqlite3") is None

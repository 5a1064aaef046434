"""For which Pythons releases have wheels, what their sources need, and which of them cannot be built at all."""

from __future__ import annotations

import pytest
from packaging.version import Version

from tests.world.compiled import Release, told
from torchlint import World
from torchlint.world.compiled import minor_of
from torchlint.world.release_ranges import release_key
from torchlint.world.tables import compiled as table
from torchlint.world.tables.unbuildable import FAILING

WORLD = World()
NAMES = [line.partition("|")[0] for line in table.PACKAGES.strip().split("\n")]


@pytest.mark.parametrize(
    ("version", "python", "tool", "sourced"),
    [
        ("1.24.3", "3.11", "pip", False),
        ("1.24.3", "3.12", "pip", True),
        ("1.24.3", "3.7", "pip", None),
        # What the release says about newer Pythons counts for pip alone.
        ("1.21.6", "3.12", "pip", None),
        ("1.21.6", "3.12", "uv", True),
        ("1.21.6", "3.6", "uv", None),
        ("1.24.3", "2.7", "pip", None),
    ],
)
def test_an_installer_takes_the_source_where_there_is_no_wheel(
    version: str, python: str, tool: str, sourced: bool | None
) -> None:
    numpy = WORLD.compiled("numpy")
    assert numpy is not None
    release = numpy.release(version)
    assert release is not None
    assert release.takes_source(python, tool) is sourced


def test_a_release_is_known_by_any_way_to_write_it() -> None:
    numpy = WORLD.compiled("numpy")
    assert numpy is not None
    assert numpy.release("1.24") == numpy.release("1.24.0") == numpy.release("1.24.0+local") is not None
    assert numpy.release("1.24.0rc1") is None
    assert numpy.release("99.1") is None


@pytest.mark.parametrize("name", ["", "our-models-of-example", "numpy|", "nump", "umpy", "numpy\n"])
def test_of_other_names_nothing_is_known(name: str) -> None:
    assert WORLD.compiled(name) is None
    assert WORLD.unbuildable(name, "1.24.3", "3.12") is None


def test_a_later_release_with_a_wheel_is_later() -> None:
    numpy = WORLD.compiled("numpy")
    assert numpy is not None
    assert numpy.wheeled_after("1.24.3", "3.12") == "1.26.0"
    assert numpy.wheeled_after("1.24.3", "3.99") is None


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_whole(name: str) -> None:
    """Releases in order, of which each is found again; what is needed is told from a release to a later one."""
    package = WORLD.compiled(name)
    assert package is not None
    keys = [release_key(one.version) for one in package.releases]
    assert None not in keys
    assert keys == sorted(keys, key=lambda key: key or ((), 0))
    assert all(package.release(one.version) == one for one in package.releases)
    for program, first, last in package.needs:
        assert program in ("gcc", "cargo", "cmake")
        assert Version(first) <= Version(last)
        assert package.program(first) == program


@pytest.mark.parametrize("name", FAILING)
def test_what_cannot_be_built_is_a_release_that_is_known(name: str) -> None:
    package = WORLD.compiled(name)
    assert package is not None
    for first, last, pythons, why, *_ in FAILING[name]:
        assert Version(first) <= Version(last)
        assert why
        for minor in pythons.split(" "):
            found = [WORLD.unbuildable(name, version, f"3.{minor}") for version in (first, last)]
            assert all(one is not None for one in found)
        assert WORLD.unbuildable(name, first, "2.7") is None


def test_numpy_of_before_3_12_cannot_be_built_for_it() -> None:
    assert WORLD.unbuildable("numpy", "1.24.3", "3.11") is None
    assert WORLD.unbuildable("numpy", "1.26.4", "3.13") is None
    found = WORLD.unbuildable("numpy", "1.24.3", "3.12")
    assert found is not None
    assert "setuptools" in found.why


@pytest.mark.parametrize(("python", "minor"), [("3.12", 12), ("3", -1), ("2.7", -1), ("", -1), ("3.12t", -1)])
def test_minor_versions_are_those_of_python_3(python: str, minor: int) -> None:
    assert minor_of(python) == minor


def test_the_maker_of_the_table_writes_what_the_question_reads() -> None:
    old, new = Release({8, 9, 10}, {8, 9, 10, 11, 12, 13, 14, 15}), Release(set(range(9, 16)), set())
    releases = {Version("1.9.8"): old, Version("1.9.9"): old, Version("1.10"): old, Version("2.0.1"): new}
    assert told(releases) == "8-10/8-:1.9.8 9 1.10;9-/:2.0.1"

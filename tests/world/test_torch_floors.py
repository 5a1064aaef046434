"""Which torch the releases of transformers use, and how the table tells it."""

from __future__ import annotations

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from torchlint.world import World
from torchlint.world.tables import torch_floors as table
from torchlint.world.torch_floors import beside_transformers, newest_transformers, release_below, transformers_wants

WORLD = World()


@pytest.mark.parametrize(
    ("release", "least"),
    [
        ("4.40.0", "0"),
        ("4.51.3", "0"),
        ("4.52.0", "2.1"),
        ("4.57.6", "2.1"),
        ("5.0.0", "2.2"),
        ("5.14.1", "2.4"),
        ("5.15.0", "2.5"),
        ("5.20.2", "2.6"),
        ("4.39.3", None),
        ("999.0", None),
        ("5.0.0rc1", None),
    ],
)
def test_the_least_torch_of_a_release(release: str, least: str | None) -> None:
    assert WORLD.torch_floor(release) == least


def test_what_is_below_a_release_takes_the_torch() -> None:
    assert release_below("2.4.0") == "5.15.0"
    assert release_below("2.5.1") == "5.20.0"
    assert release_below("1.13.1") == "4.52.0"
    assert release_below("2.6.0") is None


def test_the_table_is_in_order_and_each_python_has_a_release_that_it_knows() -> None:
    told = [one.split(" ") for one in table.FLOORS]
    assert [Version(first) for first, _ in told] == sorted(Version(first) for first, _ in told)
    assert [Version(least) for _, least in told] == sorted(Version(least) for _, least in told)
    for python in table.NEWEST:
        newest = newest_transformers(python)
        assert newest is not None
        assert WORLD.torch_floor(newest) is not None
    assert newest_transformers("3.8") is None


def test_what_stands_beside_it_says_what_it_wants_of_torch() -> None:
    beside = beside_transformers("peft", "3.12")
    assert beside is not None
    assert beside[1]
    assert beside_transformers("uvicorn[standard]", "3.12") == ("", False)
    assert beside_transformers("uvicorn[our-extra]", "3.12") is None
    assert beside_transformers("our-models-of-example", "3.12") is None
    assert transformers_wants("our-models-of-example") is None
    for specifier in [*table.WANTS.values(), *(torch for torch, _, _ in table.BESIDE.values())]:
        SpecifierSet(specifier)


def test_where_it_does_not_go_with_the_newest_transformers_nothing_is_said() -> None:
    for name, (torch, brings, apart) in table.BESIDE.items():
        assert set(apart.split()) < set(table.NEWEST), name
        for python in table.NEWEST:
            assert beside_transformers(name, python) == (None if python in apart.split() else (torch, brings))

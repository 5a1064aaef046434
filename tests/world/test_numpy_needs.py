"""Which releases bring a numpy that may be 2, and how that is read from their requirements."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.world import numpy_needs
from torchlint import World
from torchlint.world.tables import numpy_needs as table

WORLD = World()


@pytest.mark.parametrize(
    ("package", "version", "python", "need"),
    [
        ("torchvision", "0.15.2", "3.10", "needs"),
        ("torchvision", "0.15.2+cu118", "3.10", "needs"),
        ("torchvision", "", "3.10", "needs"),
        ("pandas", "2.0.3", "3.10", "needs"),
        ("pandas", "2.1.4", "3.10", None),
        ("pandas", "2.1.1", "3.10", "needs"),
        ("pandas", "2.2.1", "3.10", None),
        ("pandas", "2.2.2", "3.10", "needs"),
        ("pandas", "2.3.0", "3.10", "needs"),
        ("pandas", "", "3.9", "needs"),
        ("pandas", None, "3.10", None),
        ("scipy", "1.10.1", "3.10", None),
        ("scipy", "1.13.0", "3.10", "needs"),
        ("torch", "2.0.1", "3.10", "free"),
        ("torch", "1.8.1", "3.9", "needs"),
        ("lightgbm", None, "3.9", "needs"),
        ("flask", "3.0.3", "3.10", "free"),
        ("flask", None, "3.10", "free"),
        ("gradio", "3.50.2", "3.10", None),
        ("torchvision", "999.1", "3.10", None),
        ("torchvision", "0.15.2rc1", "3.10", None),
        ("torchvision", "", "3.8", None),
        ("our-models-of-example", "", "3.10", None),
        ("", "", "3.10", None),
        ("a|b\n", "", "3.10", None),
    ],
)
def test_what_a_release_makes_of_numpy(package: str, version: str | None, python: str, need: str | None) -> None:
    assert WORLD.numpy_need(package, version, python) == need


def test_each_row_is_in_order_and_of_known_words() -> None:
    from torchlint.world.release_ranges import release_key

    for line in table.PACKAGES.strip().split("\n"):
        _, ranges, last, newest = line.split("|")
        told = [one.split(" ") for one in ranges.split(", ")]
        keys = [key for first, _ in told if (key := release_key(first)) is not None]
        assert keys == sorted(keys), line
        assert len(keys) == len(told), line
        assert {state for _, state in told} <= {"needs", "needs2", "free", "?"}, line
        assert all(one[0] != two[0] and one[1] != two[1] for one, two in pairwise(told)), line
        assert {one.partition(":")[0] for one in newest.split()} <= set(numpy_needs.MINORS), line
        assert release_key(last) is not None, line


@pytest.mark.parametrize(
    ("told", "python", "need"),
    [
        (["numpy"], "3.10", "needs"),
        (["numpy>=1.17"], "3.10", "needs"),
        (["numpy<3,>=1.17"], "3.10", "needs"),
        (["numpy<2"], "3.10", "?"),
        (["numpy>=2"], "3.10", "needs2"),
        (["numpy<2.3.0,>=2"], "3.10", "needs2"),
        (["numpy>=2.1"], "3.10", "needs2"),
        (["numpy>=2.1"], "3.9", "?"),
        (["numpy<2; python_version < '3.9'", "numpy>=2; python_version >= '3.9'"], "3.9", "needs2"),
        (["numpy<2,>=1.26"], "3.12", "?"),
        (["requests", "torch>=2"], "3.10", "free"),
        ([], "3.10", "free"),
        (["numpy<2; python_version < '3.11'", "numpy; python_version >= '3.11'"], "3.11", "needs"),
        (["numpy<2; python_version < '3.11'", "numpy; python_version >= '3.11'"], "3.10", "?"),
        (["numpy<2; extra == 'all'"], "3.10", "free"),
        (["numpy<2; sys_platform == 'win32'"], "3.10", "free"),
        (["a >= 1.*, broken"], "3.10", "?"),
    ],
)
def test_what_requirements_say_of_numpy(told: list[str], python: str, need: str) -> None:
    assert numpy_needs.need(told, python) == need

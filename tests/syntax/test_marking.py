"""Whether a marker holds: packaging is the judge, over every patch release of a minor version."""

from __future__ import annotations

import itertools

import pytest
from packaging.markers import Marker

from torchlint.syntax.marking import Surroundings, holds

VERSIONS = ("3", "3.8", "3.10", "3.11", "3.11.0", "3.11.4", "3.12", "3.12.0", "4.0", "3.11.*", "3.*")
OPERATORS = ("<", "<=", ">", ">=", "==", "!=", "~=")
PYTHONS = ("3.8", "3.10", "3.11", "3.12")
PATCHES = (0, 1, 2, 3, 4, 5, 9, 99)


def judged(marker: str, python: str) -> bool | None:
    """What packaging says under every patch release; None when they differ."""
    said = {
        Marker(marker).evaluate(
            {
                "python_version": python,
                "python_full_version": f"{python}.{patch}",
                "sys_platform": "linux",
                "platform_system": "Linux",
                "platform_machine": "x86_64",
                "os_name": "posix",
                "implementation_name": "cpython",
                "platform_python_implementation": "CPython",
                "extra": "gpu",
            }
        )
        for patch in PATCHES
    }
    return said.pop() if len(said) == 1 else None


def versions() -> list[str]:
    """Every comparison of a Python version that packaging allows."""
    found = []
    for name, operator, version in itertools.product(("python_version", "python_full_version"), OPERATORS, VERSIONS):
        if version.endswith("*") and operator not in ("==", "!="):
            continue
        if operator == "~=" and "." not in version:
            continue
        found.append(f"{name} {operator} '{version}'")
        if operator != "~=" and not version.endswith("*"):
            found.append(f"'{version}' {operator} {name}")
    return found


@pytest.mark.parametrize("python", PYTHONS)
def test_versions_are_compared_as_packaging_compares_them(python: str) -> None:
    assert {one: holds(one, Surroundings(python)) for one in versions()} == {
        one: judged(one, python) for one in versions()
    }


@pytest.mark.parametrize(
    "marker",
    [
        "sys_platform == 'win32'",
        "sys_platform != 'darwin' and python_version >= '3.11'",
        "sys_platform == 'win32' or (os_name == 'posix' and python_full_version < '3.12')",
        "platform_machine in 'x86_64 aarch64'",
        "'linux' in sys_platform",
        "platform_machine not in 'arm64 aarch64'",
        "implementation_name == 'pypy' or platform_python_implementation != 'CPython'",
        "extra == 'gpu'",
        "extra == 'cpu' and python_version > '3'",
        "python_full_version >= '3.11.4' and sys_platform == 'win32'",
        "python_full_version >= '3.11.4' or sys_platform == 'linux'",
        "python_full_version >= '3.11.4' and sys_platform == 'linux'",
    ],
)
@pytest.mark.parametrize("python", PYTHONS)
def test_and_or_and_parentheses_decide_as_far_as_one_can(marker: str, python: str) -> None:
    assert holds(marker, Surroundings(python, extras=frozenset({"gpu"}))) == judged(marker, python)


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("'dev' in dependency_groups", True),
        ("'dev' not in dependency_groups", False),
        ("'x' in extras or 'Y_z' in extras", True),
        ("extra != 'y-z'", False),
    ],
)
def test_pylock_s_markers_ask_for_groups_and_extras(marker: str, said: bool) -> None:
    assert holds(marker, Surroundings("3.11", extras=frozenset({"y-z"}), groups=frozenset({"dev"}))) is said


@pytest.mark.parametrize(
    "marker",
    ["", "?", "python_version", "python_version >= ", "(python_version >= '3'", "platform_release > '5'", "'a' == 'b'"],
)
def test_what_cannot_be_known_is_unknown(marker: str) -> None:
    assert holds(marker, Surroundings("3.11")) is None


def test_an_unknown_python_or_machine_leaves_open_only_what_asks_for_it() -> None:
    around = Surroundings(None, None)
    assert holds("python_version >= '3.8'", around) is None
    assert holds("platform_machine == 'x86_64'", around) is None
    assert holds("sys_platform == 'win32' and python_version >= '3.8'", around) is False

"""Markers: what is read quickly says the same as packaging."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.markers import Marker

from torchlint.model.markers import LINUX, applies, plain

PYTHONS = ("3.6", "3.9", "3.10", "3.11", "3.14")
VERSIONS = ("3", "3.6", "3.9", "3.10", "3.11", "3.11.0", "3.14", "4")
ORDERS = ("==", "!=", "<", "<=", ">", ">=")
NAMES = [(name, value) for name, value in LINUX.items()] + [("sys_platform", "win32"), ("os_name", "nt")]
QUOTES = ("'", '"')


def quoted(value: str) -> st.SearchStrategy[str]:
    return st.sampled_from([f"{quote}{value}{quote}" for quote in QUOTES])


def clause(name: str, orders: tuple[str, ...], value: str) -> st.SearchStrategy[str]:
    gaps = st.sampled_from(("", " "))
    return st.builds("{}{}{}{}{}".format, st.just(name), gaps, st.sampled_from(orders), gaps, quoted(value))


CLAUSES = st.one_of(
    st.sampled_from(VERSIONS).flatmap(lambda value: clause("python_version", ORDERS, value)),
    st.sampled_from(NAMES).flatmap(lambda pair: clause(pair[0], ("==", "!="), pair[1])),
)
MARKERS = st.lists(st.lists(CLAUSES, min_size=1, max_size=3).map(" and ".join), min_size=1, max_size=3).map(" or ".join)


@given(MARKERS, st.sampled_from(PYTHONS))
def test_plain_markers_mean_what_packaging_says(marker: str, python: str) -> None:
    said = Marker(marker).evaluate({**LINUX, "python_version": python, "python_full_version": f"{python}.5"})
    assert plain(marker, python) is applies(marker, python) is said


@pytest.mark.parametrize(
    "marker",
    [
        "(python_version < '3.9')",
        "python_version in '3.9 3.10'",
        "'3.9' < python_version",
        "python_version ~= '3.9'",
        "python_version == '3.*'",
        "sys_platform < 'm'",
        "extra == 'gpu'",
        "platform_release == '5'",
        "python_full_version < '3.11.4'",
        "python_version < ${MINOR}",
        "sys_platform == 'a and b'",
        "",
    ],
)
def test_others_are_left_to_packaging(marker: str) -> None:
    assert plain(marker, "3.11") is None


@pytest.mark.parametrize(
    ("marker", "python", "answer"),
    [
        ("python_full_version < '3.11.4'", "3.10", True),
        ("python_full_version < '3.11.4'", "3.11", None),
        ("(python_version < '3.9')", "3.11", False),
        ("python_version < '3.9'", None, None),
        (None, None, True),
        ("(" * 5000 + ")" * 5000, "3.11", None),
    ],
)
def test_what_a_patch_release_decides_is_not_known(marker: str | None, python: str | None, answer: bool | None) -> None:
    assert applies(marker, python) is answer

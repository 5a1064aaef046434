"""Which wheels an installer refuses, by their tags."""

from __future__ import annotations

import pytest

from torchlint.model.tags import misfit
from torchlint.syntax.wheelname import wheel_name


def why(
    tags: str, python: str | None = "3.11", libc: str = "glibc", glibc: str = "2.36", machine: str = "x86_64"
) -> str:
    wheel = wheel_name(f"a-1-{tags}.whl")
    assert wheel is not None
    found = misfit(wheel, python, libc, glibc, machine)
    return "" if found is None else found.needs


@pytest.mark.parametrize(
    ("tags", "needs"),
    [
        ("py3-none-any", ""),
        ("py2.py3-none-any", ""),
        ("py2-none-any", "Python 2"),
        ("py311-none-any", ""),
        ("py310-none-any", ""),
        ("py312-none-any", "Python 3.12 and newer"),
        ("cp311-cp311-linux_x86_64", ""),
        ("cp311-none-linux_x86_64", ""),
        ("cp310-none-linux_x86_64", "Python 3.10"),
        ("cp310-cp310-linux_x86_64", "Python 3.10"),
        ("cp310.cp311-cp310.cp311-linux_x86_64", ""),
        ("cp27-cp27mu-linux_x86_64", "Python 2.7"),
        ("cp36-cp36m-linux_x86_64", "Python 3.6"),
        ("cp38-abi3-linux_x86_64", ""),
        ("cp312-abi3-linux_x86_64", "Python 3.12 and newer"),
        ("pp310-pypy310_pp73-linux_x86_64", "Python pp310"),
        ("cp311-cp311t-linux_x86_64", "Python 3.11 without its global lock"),
        ("cp3\xb2-cp3\xb2-linux_x86_64", ""),
    ],
)
def test_a_cpython_takes_its_own_wheels_and_those_of_older_limited_interfaces(tags: str, needs: str) -> None:
    assert why(tags) == needs


@pytest.mark.parametrize(
    ("platform", "besides"), [("win_amd64", "Windows"), ("linux_x86_64", None), ("win32.linux_x86_64", None)]
)
def test_a_platform_that_does_not_fit_either_is_told(platform: str, besides: str | None) -> None:
    wheel = wheel_name(f"a-1-cp310-cp310-{platform}.whl")
    assert wheel is not None
    found = misfit(wheel, "3.11", "glibc", "2.36", "x86_64")
    assert found is not None
    assert found.needs == "Python 3.10"
    assert (found.besides.needs if found.besides is not None else None) == besides


def test_an_unknown_python_refuses_none() -> None:
    assert why("cp310-cp310-linux_x86_64", python=None) == ""


@pytest.mark.parametrize(
    ("platform", "libc", "glibc", "machine", "needs"),
    [
        ("any", "musl", None, None, ""),
        ("win_amd64", "glibc", None, None, "Windows"),
        ("win32", None, None, None, "Windows"),
        ("macosx_11_0_arm64", "glibc", None, None, "macOS"),
        ("manylinux2014_aarch64", "glibc", "2.36", "x86_64", "aarch64"),
        ("manylinux2014_aarch64", "glibc", "2.36", None, ""),
        ("linux_x86_64", "musl", None, "x86_64", ""),
        ("manylinux_2_28_x86_64", "glibc", "2.27", None, "glibc 2.28"),
        ("manylinux_2_28_x86_64", "glibc", "2.28", None, ""),
        ("manylinux_2_28_x86_64", "glibc", None, None, ""),
        ("manylinux_2_17_x86_64.manylinux2014_x86_64", "glibc", "2.17", None, ""),
        ("manylinux_2_31_x86_64.manylinux_2_17_x86_64", "glibc", "2.28", None, ""),
        ("manylinux1_x86_64", "musl", None, None, "glibc"),
        ("musllinux_1_2_x86_64", "glibc", "2.36", None, "musl"),
        ("musllinux_1_2_x86_64", "musl", None, None, ""),
        ("solaris_sparc", "glibc", None, None, ""),
    ],
)
def test_a_platform_is_refused_only_if_that_is_sure(
    platform: str, libc: str | None, glibc: str | None, machine: str | None, needs: str
) -> None:
    wheel = wheel_name(f"a-1-py3-none-{platform}.whl")
    assert wheel is not None
    found = misfit(wheel, "3.11", libc, glibc, machine)
    assert (found.needs if found is not None else "") == needs

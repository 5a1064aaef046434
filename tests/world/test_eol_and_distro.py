"""Ends of life, and what operating systems are made of."""

from __future__ import annotations

import pytest

from torchlint.world import World

ENDINGS = [
    ("python", "3.9", "2025-10-31"),
    ("python", "3.9.18", "2025-10-31"),
    ("debian", "10", "2022-09-10"),
    ("debian", "buster", "2022-09-10"),
    ("debian", "12.6", "2026-07-11"),
    ("ubuntu", "19.10", "2020-07-17"),
    ("ubuntu", "jammy", "2027-06-01"),
    ("ubuntu", "22.04.3", "2027-06-01"),
    ("alpine", "3.19.1", "2025-11-01"),
    ("centos", "7.9.2009", "2024-06-30"),
    ("rocky", "8", "2029-05-31"),
    ("rhel", "8", "2029-05-31"),
    ("pytorch-channel", "2.5", "2024-11-13"),
    ("torchtext", "0.18.0", "2024-04-24"),
]

UNKNOWN = [
    ("python", "3.15"),
    ("python", "3.16"),
    ("python", "3"),
    ("python", ""),
    ("python", "latest"),
    ("debian", "jammy"),
    ("debian", "14"),
    ("ubuntu", "28.04"),
    ("ubuntu", "buster"),
    ("alpine", "edge"),
    ("fedora", "40"),
    ("", ""),
]


@pytest.mark.parametrize(("product", "cycle", "date"), ENDINGS)
def test_support_ends_on_the_published_day(product: str, cycle: str, date: str) -> None:
    ending = World().end_of_life(product, cycle)
    assert ending is not None
    assert ending.date == date


@pytest.mark.parametrize(("product", "cycle"), UNKNOWN)
def test_what_is_not_in_the_table_has_no_known_end(product: str, cycle: str) -> None:
    assert World().end_of_life(product, cycle) is None


def test_a_line_has_ended_only_after_its_last_day() -> None:
    for today, ended in (("2025-10-30", False), ("2025-10-31", False), ("2025-11-01", True), ("2031-01-01", True)):
        ending = World(today).end_of_life("python", "3.9")
        assert ending is not None, today
        assert ending.ended is ended, today


def test_paid_support_outlasts_free_support() -> None:
    ending = World().end_of_life("ubuntu", "20.04")
    assert ending is not None
    assert (ending.ended, ending.extended) == (True, "2030-04-23")


@pytest.mark.parametrize(
    ("os", "python"),
    [
        ("ubuntu18.04", "3.6"),
        ("ubuntu20.04", "3.8"),
        ("ubuntu22.04", "3.10"),
        ("ubuntu24.04", "3.12"),
        ("debian10", "3.7"),
        ("debian11", "3.9"),
        ("debian12", "3.11"),
        ("debian13", "3.13"),
        ("rockylinux9", "3.9"),
        ("alpine3.21", None),
        ("debian99", None),
        ("ubuntu", None),
        ("", None),
        ("scratch", None),
    ],
)
def test_each_system_has_its_own_python3(os: str, python: str | None) -> None:
    assert World().python3_of(os) == python


@pytest.mark.parametrize(
    ("family", "release", "same"),
    [
        ("debian", "bookworm", "debian12"),
        ("debian", "12.6", "debian12"),
        ("ubuntu", "noble", "ubuntu24.04"),
        ("ubuntu", "24.04.1", "ubuntu24.04"),
        ("alpine", "3.19.1", "alpine3.19"),
        ("rocky", "9", "rockylinux9"),
        ("amzn", "2023", "amazonlinux2023"),
    ],
)
def test_one_release_has_many_spellings(family: str, release: str, same: str) -> None:
    found = World().distro(family, release)
    assert found is not None
    assert found == World().distro_of(same)


@pytest.mark.parametrize(
    ("family", "release"),
    [
        ("debian", "noble"),
        ("ubuntu", "bookworm"),
        ("alpine", "bookworm"),
        ("debian", "1"),
        ("debian", ""),
        ("ubuntu", "latest"),
    ],
)
def test_a_codename_belongs_to_one_family(family: str, release: str) -> None:
    assert World().distro(family, release) is None


@pytest.mark.parametrize(
    ("os", "refuses"),
    [
        ("debian11", False),
        ("debian12", True),
        ("ubuntu22.04", False),
        ("ubuntu23.04", True),
        ("ubuntu24.04", True),
        ("alpine3.18", False),
        ("alpine3.19", True),
        ("rockylinux9", False),
    ],
)
def test_pip_refuses_the_system_python_where_pep_668_is_in_force(os: str, refuses: bool) -> None:
    found = World().distro_of(os)
    assert found is not None
    assert found.externally_managed is refuses


@pytest.mark.parametrize(
    ("os", "libc", "glibc"), [("alpine3.21", "musl", None), ("debian10", "glibc", "2.28"), ("centos7", "glibc", "2.17")]
)
def test_each_system_has_its_c_library(os: str, libc: str, glibc: str | None) -> None:
    found = World().distro_of(os)
    assert found is not None
    assert (found.libc, found.glibc) == (libc, glibc)


def test_archives_of_ended_debian_releases_are_gone_and_debian_11_still_answers() -> None:
    states = {release: World().distro("debian", release) for release in ("9", "10", "11", "12")}
    assert {release: found and (found.apt_works, found.apt_sure) for release, found in states.items()} == {
        "9": (False, True),
        "10": (False, True),
        "11": (True, True),
        "12": (True, True),
    }


def test_what_ubuntu_serves_is_not_sure_enough_for_an_error() -> None:
    for release in ("18.04", "20.04", "25.10"):
        found = World().distro("ubuntu", release)
        assert found is not None
        assert not found.apt_sure


def test_an_archive_may_move_once_all_support_ends() -> None:
    before, after = World("2028-06-30").distro("debian", "12"), World("2028-07-01").distro("debian", "12")
    assert before is not None
    assert before.apt_works is True
    assert after is not None
    assert after.apt_works is None

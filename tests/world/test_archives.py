"""What the archives of distributions have, and what they had: Pythons, pips, packages that went, libraries."""

from __future__ import annotations

import pytest

from torchlint.world import World

WORLD = World()


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("cuda-keyring_1.1-1_all.deb", "small"),
        ("cuda-repo-ubuntu2204_12.4-1_amd64.deb", "small"),
        ("cuda-repo-ubuntu2204-12-4-local_12.4.1-1_amd64.deb", "large"),
        ("packages-microsoft-prod.deb", "small"),
        ("Miniconda3-latest-Linux-x86_64.sh", "large"),
        ("libtorch-shared-with-deps-2.4.0.zip", "large"),
        ("tool-1.2.tar.gz", None),
        ("my-repo.zip", None),
    ],
)
def test_some_names_of_archives_tell_their_size(name: str, size: str | None) -> None:
    assert WORLD.archive_size(name) == size


@pytest.mark.parametrize(
    ("os", "pythons", "pip", "gone"),
    [
        ("ubuntu18.04", ("3.6", "3.7", "3.8"), "9.0.1", True),
        ("ubuntu20.04", ("3.8", "3.9"), "20.0.2", True),
        ("ubuntu22.04", ("3.10", "3.11"), "22.0.2", False),
        ("ubuntu24.04", ("3.12",), "24.0", False),
        ("debian12", ("3.11",), "23.0.1", False),
        ("alpine3.21", (), None, False),
    ],
)
def test_pythons_of_an_archive(os: str, pythons: tuple[str, ...], pip: str | None, gone: bool) -> None:
    assert WORLD.archive_pythons(os) == pythons
    assert WORLD.system_pip(os) == pip
    assert WORLD.deadsnakes_left(os) is gone


def test_the_python_of_a_release_is_in_its_archive() -> None:
    for os in ("ubuntu18.04", "ubuntu20.04", "ubuntu22.04", "ubuntu24.04", "debian11", "debian12", "debian13"):
        assert WORLD.python3_of(os) in WORLD.archive_pythons(os)


def test_current_pythons_are_those_of_the_releases_that_are_supported() -> None:
    assert World(today="2026-11-22").current_pythons("ubuntu") == ("3.10", "3.11", "3.12", "3.14")
    assert World(today="2027-07-01").current_pythons("ubuntu") == ("3.12", "3.14")
    assert World(today="2024-01-01").current_pythons("fedora") == ()


@pytest.mark.parametrize(
    ("package", "os", "lacks"),
    [
        ("libgl1-mesa-glx", "debian13", True),
        ("libgl1-mesa-glx", "debian12", False),
        ("libgl1-mesa-glx", "alpine3.21", False),
        ("python3-distutils", "ubuntu24.04", True),
        ("libasound2", "ubuntu24.04", True),
        ("netcat", "debian12", True),
        ("curl", "debian13", False),
        ("our-own-tools", "debian13", False),
    ],
)
def test_packages_that_went(package: str, os: str, lacks: bool) -> None:
    assert WORLD.apt_lacks(package, os) is lacks


def test_a_successor_is_there_where_the_old_name_is_not() -> None:
    from torchlint.world.tables.apt_gone import GONE

    rows = [line.split("|") for line in GONE.strip().split("\n")]
    assert len(rows) > 200
    for package, absent, instead in rows:
        assert absent, package
        assert WORLD.apt_instead(package) == (instead or None)
        assert not instead or not any(WORLD.apt_lacks(instead, os) for os in absent.split()), package


def test_names_with_the_signs_of_the_table_are_in_none() -> None:
    for name in ("", "\n", "netcat|", "|netcat", "netcat\ndebian12", "netcat-"):
        assert not WORLD.apt_lacks(name, "debian12")
        assert WORLD.apt_instead(name) is None


@pytest.mark.parametrize(
    ("package", "libraries"),
    [
        ("ffmpeg", ("libGL.so.1", "libglib-2.0.so.0")),
        ("libgl1", ("libGL.so.1",)),
        ("libglib2.0-0", ("libglib-2.0.so.0",)),
        ("curl", ()),
        ("our-own-tools", None),
    ],
)
def test_libraries_that_a_package_may_bring(package: str, libraries: tuple[str, ...] | None) -> None:
    assert WORLD.apt_libraries(package) == libraries


@pytest.mark.parametrize(
    ("package", "library"),
    [("libpq-dev", "libpq5"), ("zlib1g-dev", ""), ("libffi-dev", None), ("python3-dev", None)],
)
def test_library_of_a_package_for_building(package: str, library: str | None) -> None:
    assert WORLD.apt_runtime(package) == library


def test_opencv_needs_libgl_since_it_brings_a_newer_qt() -> None:
    assert WORLD.needs_libgl("opencv-python") == "4.3.0.38"
    assert WORLD.needs_libgl("opencv-python-headless") is None


@pytest.mark.parametrize(("python", "script"), [("3.8", "pip/3.8/get-pip.py"), ("3.10", None), ("3.14", None)])
def test_get_pip_has_a_script_for_each_older_python(python: str, script: str | None) -> None:
    assert WORLD.get_pip_script(python) == script

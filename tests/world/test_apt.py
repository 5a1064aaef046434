"""What distribution packages bring, and what they are for."""

from __future__ import annotations

import pytest

from torchlint.world import World
from torchlint.world.apt import AptEffect


def brings(package: str, *, recommends: bool = True) -> AptEffect:
    found = World().apt_brings(package, recommends)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("package", "recommends", "python3", "pip", "compiler"),
    [
        ("git", True, False, False, False),
        ("build-essential", False, False, False, True),
        ("python3-pip", False, True, True, False),
        ("python3-pip", True, True, True, True),
        ("ffmpeg", True, True, False, False),
        ("ffmpeg", False, False, False, False),
        ("software-properties-common", False, True, False, False),
        ("supervisor", False, True, False, False),
        ("python3", False, True, False, False),
        ("python3-venv", True, True, False, False),
        ("cmake", False, False, False, False),
        ("cmake", True, False, False, True),
        ("curl", True, False, False, False),
    ],
)
def test_packages_bring_what_they_depend_on(
    package: str, recommends: bool, python3: bool, pip: bool, compiler: bool
) -> None:
    assert brings(package, recommends=recommends)[:3] == (python3, pip, compiler)


def test_recommends_only_add() -> None:
    from torchlint.world.tables.apt import PACKAGES

    packages = [line.partition("|")[0] for line in PACKAGES.strip().split("\n")]
    assert len(packages) > 500
    for package in packages:
        lean, full = brings(package, recommends=False), brings(package)
        assert set(lean.programs) <= set(full.programs), package
        assert lean.megabytes <= full.megabytes, package


def test_packages_put_their_commands_on_path() -> None:
    for package, program in (
        ("git", "git"),
        ("curl", "curl"),
        ("wget", "wget"),
        ("nodejs", "node"),
        ("default-jre-headless", "java"),
        ("make", "make"),
    ):
        assert program in brings(package).programs, package
    assert (brings("git").git, brings("curl").curl, brings("wget").wget) == (True, True, True)
    assert not brings("git").curl


def test_packages_outside_the_table_are_unknown() -> None:
    for package in ("", "nonsense", "git=1:2", "python-pip", "Git"):
        assert World().apt_brings(package) is None


@pytest.mark.parametrize(
    ("package", "kind"),
    [
        ("build-essential", "compiler"),
        ("gcc", "compiler"),
        ("g++-11", "compiler"),
        ("cmake", "compiler"),
        ("ninja-build", "compiler"),
        ("nvidia-cuda-toolkit", "compiler"),
        ("cuda-nvcc-12-4", "compiler"),
        ("cuda-toolkit-12-4", "compiler"),
        ("python3-dev", "headers"),
        ("libssl-dev", "headers"),
        ("libcudnn8-dev", "headers"),
        ("cuda-libraries-dev-12-4", "headers"),
        ("nvidia-driver-535", "driver"),
        ("nvidia-headless-no-dkms-550", "driver"),
        ("nvidia-utils-550-server", "driver"),
        ("cuda-drivers", "driver"),
        ("cuda", "driver"),
        ("libcuda1", "driver"),
        ("python3", "python"),
        ("python3.9-venv", "python"),
        ("python-pip", "python"),
        ("python-is-python3", "python"),
        # Near misses.
        ("nvidia-container-toolkit", None),
        ("nvidia-dkms-550", None),
        ("nvidia-kernel-source-550", None),
        ("nvidia-kernel-common-550-server", None),
        ("nvidia-driver-pinning-570", None),
        ("cuda-cudart-12-4", None),
        ("libgcc-s1", None),
        ("gcc-12-base", None),
        ("git", None),
        ("libgl1", None),
        ("python3-numpy", None),
        ("makepasswd", None),
        ("device-tree", None),
        ("", None),
    ],
)
def test_packages_are_of_a_kind_by_name(package: str, kind: str | None) -> None:
    assert World().apt_kind(package) == kind


@pytest.mark.parametrize(
    ("package", "image", "there"),
    [
        ("build-essential", "cuda devel", True),
        ("build-essential", "cuda runtime", False),
        ("build-essential", "distribution", False),
        ("build-essential", "python", True),
        ("git", "python", True),
        ("git", "python slim", False),
        ("git", "cuda devel", False),
        ("ffmpeg", "python", False),
    ],
)
def test_some_flavours_hold_packages_that_others_lack(package: str, image: str, there: bool) -> None:
    assert World().apt_there(package, image) is there
    assert World().apt_absent(package, image) is not there


def test_what_some_images_hold_is_absent_from_a_bare_distribution() -> None:
    assert [World().apt_absent("curl", image) for image in ("", "cuda base", "distribution")] == [False, False, True]
    assert not World().apt_absent("bash", "distribution")


@pytest.mark.parametrize(
    ("os", "refuses"),
    [
        ("debian9", False),
        ("debian10", True),
        ("ubuntu16.04", False),
        ("ubuntu17.04", False),
        ("ubuntu17.10", True),
        ("ubuntu18.04", True),
        ("ubuntu", None),
        ("alpine3.20", None),
        ("", None),
    ],
)
def test_apt_since_1_5_refuses_lists_without_a_valid_signature(os: str, refuses: bool | None) -> None:
    assert World().apt_refuses_unsigned(os) is refuses


@pytest.mark.parametrize(
    ("tag", "old"),
    [
        ("1.6.0-cuda10.1-cudnn7-devel", True),
        ("1.11.0-cuda11.3-cudnn8-devel", True),
        ("1.11.0-cuda11.3-cudnn8-runtime", False),
        ("1.12.0-cuda11.3-cudnn8-devel", False),
        ("1.4-cuda10.1-cudnn7-devel", False),
        ("latest", False),
    ],
)
def test_which_images_have_nvidia_s_old_key(tag: str, old: bool) -> None:
    assert World().old_nvidia_key(tag) is old

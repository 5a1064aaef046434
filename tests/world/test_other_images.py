"""What other images than those of Python, CUDA and PyTorch hold: official ones, Triton's, ROCm's, RunPod's, conda's."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.world.official_systems import Dockerfile, listed, runs, system
from torchlint.world import World
from torchlint.world.tables import ngc_images, other_images

# image, tag, the system, whether every image that had the tag was made of it
ON_SYSTEMS = [
    ("node", "14-buster", "debian10", True),
    ("node", "18-alpine3.18", "alpine3.18", True),
    ("tomcat", "9-jdk17-temurin-focal", "ubuntu20.04", True),
    ("nginx", "1.25-bookworm-perl", "debian12", True),
    ("node", "10", "debian9", False),
    ("node", "10-slim", "debian9", False),
    ("node", "12.22.12", "debian9", False),
    ("node", "14", "debian10", False),
    ("node", "boron", "debian9", False),
    ("golang", "1.12", "debian10", False),
    ("golang", "1.12.6", "debian9", False),
    ("rust", "1.50.0-slim", "debian10", False),
    ("php", "7.2-apache", "debian10", False),
    ("php", "7.2.19-fpm", "debian9", False),
    ("openjdk", "8-jdk-slim", "debian11", False),
    ("java", "latest", "debian8", False),
    ("centos", "7.9.2009", "centos7", True),
    ("amazonlinux", "2", "amazonlinux2", True),
    ("rockylinux", "9.3-minimal", "rockylinux9", True),
]


@pytest.mark.parametrize(("name", "tag", "os", "lasting"), ON_SYSTEMS)
def test_official_images_say_their_system(name: str, tag: str, os: str, lasting: bool) -> None:
    image = World().other_image(name, tag)
    assert image is not None
    assert (image.os, image.lasting) == (os, lasting)
    assert (image.has_python, image.python_path, image.packages) == (None, None, ())


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("node", "latest"),
        ("node", "lts"),
        ("node", "99"),
        ("node", "99.0.0"),
        ("node", "10-onbuild"),
        ("node", "10-windowsservercore"),
        ("golang", "1.8-nanoserver"),
        ("openjdk", "8u212-jre"),
        ("node", ""),
        ("somebody", "1-buster"),
        ("team/node", "14-buster"),
        ("centos", "latest"),
        ("amazonlinux", "latest"),
    ],
)
def test_what_moves_and_what_nobody_lists_stays_unknown(name: str, tag: str) -> None:
    assert World().other_image(name, tag) is None


def test_alpine_in_a_tag_is_no_debian() -> None:
    image = World().other_image("node", "10-alpine")
    assert image is not None
    assert image.os is None


def test_the_systems_of_official_images_never_go_back_within_a_release_line() -> None:
    """A newer patch release of one line never lies on an older Debian."""
    from torchlint.world.tables.official_systems import RELEASES, TAGS

    for name, spans in RELEASES.items():
        assert list(spans) == sorted(spans), name
        for (_, last, old), (first, _, new) in pairwise(spans):
            assert last < first, name
            if last[:2] == first[:2]:
                assert int(old.removeprefix("debian")) < int(new.removeprefix("debian")), (name, last, first)
    for name, systems in TAGS.items():
        every = [tag for tags in systems.values() for tag in tags.split(" ")]
        assert len(every) == len(set(every)), name


# repository, tag, python, its folder, os, what its torch is built for
WITH_TORCH = [
    (
        "rocm/pytorch",
        "rocm6.2.3_ubuntu22.04_py3.10_pytorch_release_2.3.0",
        "3.10",
        "/opt/conda/envs/py_{python}/bin",
        "ubuntu22.04",
        "rocm6.2",
    ),
    (
        "rocm/pytorch",
        "rocm7.2.4_ubuntu24.04_py3.12_pytorch_release_2.9.1",
        "3.12",
        "/opt/venv/bin",
        "ubuntu24.04",
        "rocm7.2",
    ),
    ("runpod/pytorch", "2.0.1-py3.10-cuda11.8.0-devel", "3.10", "/usr/bin", "ubuntu22.04", "cu118"),
    ("runpod/pytorch", "1.13.0-py3.10-cuda11.7.1-devel-ubuntu22.04", "3.8", "/usr/bin", "ubuntu22.04", "cu117"),
    ("vllm/vllm-openai", "v0.8.5.post1", "3.12", "/usr/bin", "ubuntu22.04", None),
    ("rayproject/ray-ml", "2.9.0-py310-gpu", "3.10", "/home/ray/anaconda3/bin", None, None),
    ("quay.io/jupyter/pytorch-notebook", "cuda12-python-3.12", "3.12", "/opt/conda/bin", None, None),
]


@pytest.mark.parametrize(("repository", "tag", "python", "folder", "os", "variant"), WITH_TORCH)
def test_images_with_torch_say_so(
    repository: str, tag: str, python: str, folder: str, os: str | None, variant: str | None
) -> None:
    image = World().other_image(repository, tag)
    assert image is not None
    assert (image.python, image.python_path, image.os, image.variant) == (python, folder, os, variant)
    assert {"torch", "torchvision"} <= dict(image.packages).keys()


@pytest.mark.parametrize(
    ("repository", "tag"),
    [
        ("rocm/pytorch", "latest"),
        ("rocm/pytorch", "rocm8.0_ubuntu26.04_py3.14_pytorch_release_2.14.0"),
        ("runpod/pytorch", "2.4.1-py3.11-cuda12.4.1-devel-ubuntu22.04"),
        ("runpod/pytorch", "1.0.3-cu1290-torch290-ubuntu2204"),
        ("vllm/vllm-openai", "v0.27.1"),
        ("vllm/vllm-openai", "latest"),
        ("rayproject/ray", "2.31.0"),
        ("nvcr.io/nvidia/tritonserver", "27.01-py3"),
        ("nvcr.io/nvidia/tritonserver", "25.06-trtllm-python-py3"),
    ],
)
def test_newer_tags_and_those_that_say_too_little_stay_unknown(repository: str, tag: str) -> None:
    assert World().other_image(repository, tag) is None


@pytest.mark.parametrize(
    ("tag", "python", "os", "folder"),
    [
        ("20.06-v1-py3-clientsdk", None, "ubuntu18.04", None),
        ("21.08-py3", "3.8", "ubuntu20.04", "/opt/tritonserver"),
        ("23.04-py3", "3.8", "ubuntu20.04", "/opt/tritonserver"),
        ("23.05-pyt-python-py3", "3.10", "ubuntu22.04", "/opt/tritonserver"),
        ("24.05-py3-sdk", None, "ubuntu22.04", None),
        ("24.12-py3", "3.12", "ubuntu24.04", "/opt/tritonserver"),
    ],
)
def test_triton_is_on_the_ubuntu_of_its_month(tag: str, python: str | None, os: str, folder: str | None) -> None:
    image = World().other_image("nvcr.io/nvidia/tritonserver", tag)
    assert image is not None
    assert (image.python, image.os, image.workdir) == (python, os, folder)


def test_triton_and_pytorch_of_one_month_are_on_the_same_ubuntu() -> None:
    """Two tables of one maker, from different sources."""
    world, seen = World(), 0
    for tag in ngc_images.IMAGES:
        torch, triton = world.ngc_image(tag), world.other_image("nvcr.io/nvidia/tritonserver", tag)
        if torch is not None and torch.sure and triton is not None:
            assert triton.os == torch.os, tag
            assert triton.python in (None, torch.python), tag
            seen += 1
    assert seen > 60


@pytest.mark.parametrize(
    ("image", "tag", "python", "os"),
    [
        ("miniconda3", "4.6.14", "3.7", "debian9"),
        ("miniconda3", "4.7.12", "3.7", "debian10"),
        ("miniconda3", "4.8.2", None, "debian10"),
        ("miniconda3", "4.12.0", "3.9", "debian11"),
        ("miniconda3", "23.10.0-1", "3.11", "debian11"),
        ("miniconda3", "24.5.0-0", "3.12", "debian12"),
        ("miniconda3", "99.1.0-0", None, None),
        ("miniconda3", "latest", None, None),
        ("anaconda3", "5.2.0", "3.6", "debian9"),
        ("anaconda3", "2020.11", "3.8", "debian10"),
        ("anaconda3", "2024.02-1", "3.11", "debian11"),
        ("anaconda3", "latest", None, None),
    ],
)
def test_the_images_of_condas_makers_by_their_release(image: str, tag: str, python: str | None, os: str | None) -> None:
    found = World().other_image(f"continuumio/{image}", tag)
    assert found is not None
    assert (found.python, found.os, found.python_path, found.conda) == (python, os, "/opt/conda/bin", True)


def test_the_images_of_condas_makers_have_the_python_of_their_installer() -> None:
    """What another table says of the installers that these images run."""
    world = World()
    for image, maker, tags in (
        ("anaconda3", "Anaconda", ("4.4.0", "5.2.0", "5.3.0", "2019.10", "2020.11", "2021.05", "2022.10", "2024.06-1")),
        ("miniconda3", "Miniconda", ("4.5.4", "4.7.12")),
    ):
        for tag in tags:
            found = world.other_image(f"continuumio/{image}", tag)
            assert found is not None
            assert found.python == world.conda_installer_python(maker, tag), (image, tag)


def test_the_images_of_azure_ml_say_their_ubuntu_in_their_name() -> None:
    world = World()
    image = world.other_image("mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04", "20230620.v1")
    assert image is not None
    assert (image.os, image.python, image.python_path) == ("ubuntu20.04", None, "/opt/miniconda/bin")
    assert world.other_image("mcr.microsoft.com/azureml/minimal-py312-inference", "latest") is None


def test_the_patterns_of_all_rows_can_be_read() -> None:
    for repository, rows in other_images.IMAGES.items():
        patterns = [re.compile(row[0], re.ASCII) for row in rows]
        assert all(one.groupindex.keys() <= {"python", "codename", "rocm"} for one in patterns), repository
        assert len({one.pattern for one in patterns}) == len(patterns), repository
        for row, pattern in zip(rows, patterns, strict=True):
            assert "{python}" not in (row[4] or "") or "python" in pattern.groupindex, repository


LIST = """Maintainers: Somebody
GitRepo: https://example.com/image.git

# a remark
Tags: 2.1.0, 2.1, 2, latest
SharedTags: 2.1.0-any,
 2-any
GitCommit: aaaa
Directory: 2.1/bookworm

Tags: 2.0.5
amd64-GitCommit: bbbb
Directory: 2.0
"""


def test_both_forms_of_the_lists_of_official_images_are_read() -> None:
    assert list(listed(LIST)) == [
        (["2.1.0", "2.1", "2", "latest", "2.1.0-any", "2-any"], "aaaa", "2.1/bookworm"),
        (["2.0.5"], "bbbb", "2.0"),
    ]
    old = "# maintainer: Somebody\n\n1.9.3: git://example.com/image@cccc 1.9\nlatest: git://example.com/image@dddd\n"
    assert list(listed(old)) == [(["1.9.3"], "cccc", "1.9"), (["latest"], "dddd", ".")]
    assert Dockerfile("cccc", "1.9", listed=True).name == "cccc:1.9/Dockerfile"
    assert Dockerfile("dddd", ".", listed=True).name == "dddd:Dockerfile"


@pytest.mark.parametrize(
    ("text", "os"),
    [
        ("FROM debian:buster-slim\n", "debian10"),
        ("# remark\nFROM buildpack-deps:stretch-scm\n", "debian9"),
        ("FROM debian:bookworm AS build\nFROM debian:trixie-slim\n", "debian13"),
        ("FROM alpine:3.20\n", None),
        ("FROM debian:buster-slim\nFROM scratch\n", None),
        ("FROM buildpack-deps\n", None),
        ("", None),
        (None, None),
    ],
)
def test_the_debian_of_a_dockerfile_is_that_of_its_last_stage_where_every_stage_names_one(
    text: str | None, os: str | None
) -> None:
    assert system(text) == os


def test_neighbours_on_one_system_are_one_run_and_what_is_unknown_breaks_it() -> None:
    found = {"1.0.0": "debian9", "1.0.10": "debian9", "1.0.9": "debian9", "1.1.0": None, "1.2.0": "debian9", "2": "x"}
    assert list(runs(found)) == [["1.0.0", "1.0.10", "debian9"], ["1.2.0", "1.2.0", "debian9"]]
    assert list(runs({})) == []

"""What an image's name tells: its Python and pip, its system, its start; and when it tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN
from torchlint.model.snapshot import SOMEWHERE

if TYPE_CHECKING:
    from tests.model.asking import Predict

KINDS = [
    # name, kind, os, libc, what python and pip start, Python's minor
    ("python:3.11", "python", None, "glibc", "python of /usr/local", "pip of /usr/local", "3.11"),
    ("python:3.11-slim-bookworm", "python", "debian12", "glibc", "python of /usr/local", "pip of /usr/local", "3.11"),
    ("python:3.12.4-slim-bookworm", "python", "debian12", "glibc", "python of /usr/local", "pip of /usr/local", "3.12"),
    ("python:3.11-alpine3.19", "python", "alpine3.19", "musl", "python of /usr/local", "pip of /usr/local", "3.11"),
    (
        "docker.io/library/python:3.10-bullseye",
        "python",
        "debian11",
        "glibc",
        "python of /usr/local",
        "pip of /usr/local",
        "3.10",
    ),
    ("nvidia/cuda:12.1.1-runtime-ubuntu22.04", "cuda", "ubuntu22.04", "glibc", ABSENT, ABSENT, None),
    ("nvcr.io/nvidia/cuda:12.1.1-devel-ubuntu22.04", "cuda", "ubuntu22.04", "glibc", ABSENT, ABSENT, None),
    ("nvidia/cuda:12.1.1-runtime-rockylinux9", "cuda", "rockylinux9", "glibc", UNKNOWN, UNKNOWN, None),
    (
        "pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime",
        "pytorch",
        "ubuntu22.04",
        "glibc",
        "python of /opt/conda",
        "pip of /opt/conda",
        "3.11",
    ),
    ("debian:12", "distribution", "debian12", "glibc", ABSENT, ABSENT, None),
    ("ubuntu:22.04", "distribution", "ubuntu22.04", "glibc", ABSENT, ABSENT, None),
    ("alpine:3.19", "distribution", "alpine3.19", "musl", ABSENT, ABSENT, None),
    ("amd64/ubuntu:22.04", "distribution", "ubuntu22.04", "glibc", ABSENT, ABSENT, None),
    ("amd64/python:3.11", "python", None, "glibc", "python of /usr/local", "pip of /usr/local", "3.11"),
    ("arm64v8/ubuntu:22.04", "distribution", "ubuntu22.04", "glibc", ABSENT, ABSENT, None),
    ("docker.io/arm32v7/python:3.11", "python", None, "glibc", "python of /usr/local", "pip of /usr/local", "3.11"),
    ("team/arm64v8/ubuntu:22.04", None, None, None, UNKNOWN, UNKNOWN, None),
    ("registry.example/arm64v8/ubuntu:22.04", None, None, None, UNKNOWN, UNKNOWN, None),
    ("scratch", "scratch", None, None, ABSENT, ABSENT, None),
    ("condaforge/miniforge3", "tool", None, None, "python of /opt/conda", "pip of /opt/conda", None),
    ("mambaorg/micromamba:1.5", "tool", None, None, UNKNOWN, UNKNOWN, None),
    (
        "mcr.microsoft.com/devcontainers/python:1-3.12-bookworm",
        "tool",
        "debian12",
        "glibc",
        "python of /usr/local",
        "pip of /usr/local",
        "3.12",
    ),
    ("mcr.microsoft.com/devcontainers/python:3.1-bookworm", None, None, None, UNKNOWN, UNKNOWN, None),
    (
        "quay.io/jupyter/pytorch-notebook:cuda12-python-3.12.7",
        "tool",
        None,
        None,
        "python of /opt/conda",
        "pip of /opt/conda",
        "3.12",
    ),
    ("jupyter/scipy-notebook", "tool", None, None, "python of /opt/conda", "pip of /opt/conda", None),
    (
        "registry.access.redhat.com/ubi9/python-312:9.5",
        "tool",
        "ubi9",
        "glibc",
        "python of /opt/app-root",
        "pip of /opt/app-root",
        "3.12",
    ),
    ("registry.access.redhat.com/ubi8/ubi-minimal:8.10", "tool", "ubi8", "glibc", UNKNOWN, UNKNOWN, None),
    ("registry.access.redhat.com/ubi9/go-toolset", None, None, None, UNKNOWN, UNKNOWN, None),
    ("rocm/dev-ubuntu-22.04:6.4-complete", "tool", "ubuntu22.04", "glibc", UNKNOWN, UNKNOWN, None),
    ("corp/base:1", None, None, None, UNKNOWN, UNKNOWN, None),
    ("registry.example/python:3.11", None, None, None, UNKNOWN, UNKNOWN, None),
    ("registry.example/team/pytorch:2.4", None, None, None, UNKNOWN, UNKNOWN, None),
    (
        "registry.example/library/python:3.11",
        "python",
        None,
        "glibc",
        "python of /usr/local",
        "pip of /usr/local",
        "3.11",
    ),
    (
        "public.ecr.aws/docker/library/python:3.11",
        "python",
        None,
        "glibc",
        "python of /usr/local",
        "pip of /usr/local",
        "3.11",
    ),
    (
        "public.ecr.aws/lambda/python:3.11",
        "tool",
        "amazonlinux2",
        "glibc",
        "python of /var/lang",
        "pip of /var/lang",
        "3.11",
    ),
    ("python:3.11-windowsservercore", None, None, None, UNKNOWN, UNKNOWN, None),
    ("someone/python:3.11", None, None, None, UNKNOWN, UNKNOWN, None),
]


@pytest.mark.parametrize(("name", "kind", "os", "libc", "python", "pip", "minor"), KINDS)
def test_what_a_name_tells(
    predicted: Predict,
    name: str,
    kind: str | None,
    os: str | None,
    libc: str | None,
    python: str,
    pip: str,
    minor: str | None,
) -> None:
    prediction = predicted(f"FROM {name}\n")
    base = prediction.stage.base
    assert base.kind == kind
    assert base.libc == libc
    if os is not None:
        assert base.os == os
    assert (prediction.starts("python"), prediction.starts("pip")) == (python, pip)
    assert prediction.python() == minor


def test_torch_of_the_image_is_known(predicted: Predict) -> None:
    torch = (
        predicted("FROM pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime\n").environment("/opt/conda").packages["torch"]
    )
    assert (torch.version, torch.variant, torch.source) == ("2.4.1", "cu121", "base")


def test_an_image_with_a_system_python_has_no_conda(predicted: Predict) -> None:
    prediction = predicted("FROM pytorch/pytorch:2.10.0-cuda12.8-cudnn9-runtime\n")
    assert prediction.environment("/usr").managed is True
    assert prediction.starts("conda") != "conda of /opt/conda"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ARG V=3.11\nFROM python:$V\n", "python:3.11"),
        ("ARG V=3.11\nFROM python:${V}-slim\n", "python:3.11-slim"),
        ("ARG I=python:3.11\nFROM ${I}\n", "python:3.11"),
        ("FROM python:${V:-3.10}\n", "python:3.10"),
        ("ARG A=3.9\nARG V=$A\nFROM python:$V\n", "python:3.9"),
        ("ARG V\nFROM python:$V\n", None),
    ],
)
def test_arguments_decide_the_name(predicted: Predict, text: str, name: str | None) -> None:
    prediction = predicted(text)
    assert prediction.stage.base.name == name
    assert (prediction.starts("python") == UNKNOWN) is (name is None)


def test_the_argument_whose_default_decided_is_named(predicted: Predict) -> None:
    assert predicted("ARG V=3.11\nFROM python:$V\n").stage.base.argument == "V"
    assert predicted("ARG V=3.11\nFROM python:$V\n", build_args={"V": "3.9"}).stage.base.argument is None


@pytest.mark.parametrize("text", ["FROM corp/base\n", "ARG X\nFROM $X\n"])
def test_an_unknown_base_is_said_to_be_unknown(predicted: Predict, text: str) -> None:
    prediction = predicted(text)
    assert len(prediction.build.unknowns) == 1
    assert prediction.final.env_complete is False
    assert prediction.there("/usr/bin/python3") == UNKNOWN


def test_a_known_base_leaves_nothing_unsaid(predicted: Predict) -> None:
    assert predicted("FROM python:3.11-slim\n").build.unknowns == ()


@pytest.mark.parametrize(
    ("base", "word", "said"),
    [
        ("alpine:3.21", "wget", "unknown"),
        ("alpine:3.21", "unzip", "unknown"),
        ("alpine:3.21", "curl", "absent"),
        ("python:3.12-alpine", "wget", "unknown"),
        ("python:3.12-slim", "wget", "absent"),
        ("debian:12", "curl", "absent"),
    ],
)
def test_what_busybox_brings_is_not_said_to_lack(predicted: Predict, base: str, word: str, said: str) -> None:
    assert predicted(f"FROM {base}\n").starts(word) == said


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("quay.io/pypa/manylinux_2_28_x86_64", True),
        ("quay.io/pypa/manylinux2014_x86_64", True),
        ("registry.example.com/curated/acpt-pytorch-1.11-py38-gpu:latest", True),
        ("registry.example.com/gaudi/1.20.0/ubuntu22.04/pytorch-installer:latest", True),
        ("registry.access.redhat.com/ubi9/ubi", True),
        ("condaforge/miniforge3", False),
        ("continuumio/miniconda3", False),
        ("team/model7", False),
        ("pytorch/pytorch", False),
        ("python", False),
        ("team/ubuntu:22.04", False),
    ],
)
def test_some_names_say_what_they_hold(predicted: Predict, name: str, named: bool) -> None:
    assert predicted(f"FROM {name}\nRUN true\n").build.stages[0].base.named is named


@pytest.mark.parametrize(
    ("name", "kind", "os", "minor"),
    [
        ("python:3.11-slim", "python", None, "3.11"),
        ("python:3.11-slim-bookworm", "python", "debian12", "3.11"),
        ("python", None, None, None),
        ("ubuntu:latest", "distribution", None, None),
        ("ubuntu:22.04", "distribution", "ubuntu22.04", None),
        ("pytorch/pytorch:latest", None, None, None),
        ("pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime", "pytorch", "ubuntu22.04", "3.11"),
        ("pytorch/torchserve:latest-gpu", "tool", None, None),
        ("pytorch/torchserve:0.12.0-gpu", "tool", None, "3.9"),
        ("nvidia/cuda:10.2-base-ubuntu18.04", "cuda", "ubuntu18.04", None),
    ],
)
def test_a_digest_leaves_of_a_tag_what_it_always_means(
    predicted: Predict, name: str, kind: str | None, os: str | None, minor: str | None
) -> None:
    prediction = predicted(f"FROM {name}@sha256:{'0' * 64}\nRUN true\n")
    base = prediction.build.stages[0].base
    environments = prediction.build.stages[0].initial.environments.values()
    assert (base.kind, base.os, [one.python.value for one in environments] or [None]) == (kind, os, [minor])
    assert not base.newest
    assert base.retagged("other") is None
    assert base.cuda is None or base.cuda.status is None


@pytest.mark.parametrize(
    ("name", "variety"),
    [
        ("python:3.12", "python"),
        ("python:3.12-slim", "python slim"),
        ("nvidia/cuda:12.4.1-devel-ubuntu22.04", "cuda devel"),
        ("ubuntu:24.04", "distribution"),
        ("team/base", ""),
    ],
)
def test_kind_and_flavour_in_one_word(predicted: Predict, name: str, variety: str) -> None:
    assert predicted(f"FROM {name}\nRUN true\n").build.stages[0].base.variety == variety


def test_what_jupyter_and_openshift_set(predicted: Predict) -> None:
    jupyter = predicted("FROM quay.io/jupyter/base-notebook:python-3.12\n").final
    assert (jupyter.user.value, jupyter.workdir.value, jupyter.env["HOME"].value) == (
        "1000",
        "/home/jovyan",
        "/home/jovyan",
    )
    assert jupyter.shell.value == ("/bin/bash", "-o", "pipefail", "-c")
    openshift = predicted("FROM registry.access.redhat.com/ubi9/python-312\n").final
    assert (openshift.user.value, openshift.workdir.value) == ("1001", "/opt/app-root/src")
    assert openshift.env["PIP_NO_CACHE_DIR"].value is None


# name, os, Python's minor, what python, python3 and pip start, the torch that is brought, user, folder
BROUGHT = [
    ("node:10", "debian9", None, (UNKNOWN, UNKNOWN, UNKNOWN), None, "root", None),
    ("postgres:12-buster", "debian10", None, (UNKNOWN, UNKNOWN, UNKNOWN), None, None, None),
    (
        "nvcr.io/nvidia/tritonserver:23.12-py3",
        "ubuntu22.04",
        "3.10",
        (UNKNOWN, "python of /usr", "pip of /usr"),
        None,
        "root",
        "/opt/tritonserver",
    ),
    (
        "rocm/pytorch:rocm6.2.3_ubuntu22.04_py3.10_pytorch_release_2.3.0",
        "ubuntu22.04",
        "3.10",
        tuple(f"{one} of /opt/conda/envs/py_3.10" for one in ("python", "python", "pip")),
        ("", "rocm6.2"),
        None,
        None,
    ),
    (
        "rocm/pytorch:rocm7.2.4_ubuntu24.04_py3.12_pytorch_release_2.9.1",
        "ubuntu24.04",
        "3.12",
        ("python of /opt/venv", "python of /opt/venv", "pip of /opt/venv"),
        ("", "rocm7.2"),
        None,
        None,
    ),
    (
        "runpod/pytorch:2.1.0-py3.10-cuda11.8.0-devel-ubuntu22.04",
        "ubuntu22.04",
        "3.10",
        ("python of /usr", "python of /usr", "pip of /usr"),
        ("==2.1.0", "cu118"),
        "root",
        "/",
    ),
    (
        "vllm/vllm-openai:v0.7.3",
        "ubuntu22.04",
        "3.12",
        (UNKNOWN, "python of /usr", "pip of /usr"),
        ("", None),
        "root",
        "/vllm-workspace",
    ),
    (
        "rayproject/ray:2.12.0-py310-gpu",
        None,
        "3.10",
        tuple(f"{one} of /home/ray/anaconda3" for one in ("python", "python", "pip")),
        None,
        "1000",
        "/home/ray",
    ),
    (
        "continuumio/anaconda3:5.2.0",
        "debian9",
        "3.6",
        ("python of /opt/conda", "python of /opt/conda", "pip of /opt/conda"),
        None,
        "root",
        "/",
    ),
]


@pytest.mark.parametrize(("name", "os", "minor", "programs", "torch", "user", "folder"), BROUGHT)
def test_what_other_images_bring(
    predicted: Predict,
    name: str,
    os: str | None,
    minor: str | None,
    programs: tuple[str, str, str],
    torch: tuple[str, str | None] | None,
    user: str | None,
    folder: str | None,
) -> None:
    prediction = predicted(f"FROM {name}\n")
    base, final = prediction.stage.base, prediction.final
    assert (base.kind, base.os, base.libc) == ("tool", os, None if os is None else "glibc")
    assert tuple(prediction.starts(word) for word in ("python", "python3", "pip")) == programs
    assert prediction.python("python3") == minor
    held = [one.packages["torch"] for one in final.environments.values() if "torch" in one.packages]
    assert [(one.specifier, one.variant, one.source) for one in held] == ([] if torch is None else [(*torch, "base")])
    assert (final.user.value, final.workdir.value) == (user, SOMEWHERE if folder is None else folder)


def test_a_conda_environment_of_an_image_leaves_conda_where_it_is(predicted: Predict) -> None:
    prediction = predicted("FROM rocm/pytorch:rocm6.2.3_ubuntu22.04_py3.10_pytorch_release_2.3.0\n")
    assert prediction.there("/opt/conda/bin/conda") == "file"
    assert prediction.there("/opt/conda/envs/py_3.10/bin/conda") == UNKNOWN


@pytest.mark.parametrize(
    ("name", "shell"),
    [
        ("runpod/pytorch:2.1.0-py3.10-cuda11.8.0-devel-ubuntu22.04", ("/bin/bash", "-o", "pipefail", "-c")),
        ("rayproject/ray:2.12.0-py310-gpu", ("/bin/bash", "-c")),
        ("node:14-buster", ("/bin/sh", "-c")),
    ],
)
def test_the_shell_that_an_image_sets_is_that_of_the_stage(
    predicted: Predict, name: str, shell: tuple[str, ...]
) -> None:
    assert predicted(f"FROM {name}\n").final.shell.value == shell


@pytest.mark.parametrize(
    ("name", "os", "libc"),
    [
        ("node:14-buster", "debian10", "glibc"),
        ("node:14-alpine", None, "musl"),
        ("node:14", None, None),
        ("node:14.21.3-slim", None, None),
    ],
)
def test_of_an_official_image_a_digest_leaves_what_its_tag_names(
    predicted: Predict, name: str, os: str | None, libc: str | None
) -> None:
    base = predicted(f"FROM {name}@sha256:{'0' * 64}\n").stage.base
    assert (base.os, base.libc) == (os, libc)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("node:14-buster", True),
        ("continuumio/miniconda3:4.7.12", True),
        ("runpod/pytorch:2.1.0-py3.10-cuda11.8.0-devel-ubuntu22.04", False),
        ("node:14-alpine", False),
        ("centos:7", False),
    ],
)
def test_which_archives_an_image_asks_is_known_on_debian_only(predicted: Predict, name: str, known: bool) -> None:
    """An image on Ubuntu may hold deadsnakes' packages for other Pythons, as RunPod's does."""
    prediction = predicted(f"FROM {name}\nRUN apt-get update\n")
    assert prediction.build.archives_before(prediction.named("apt-get")) == (() if known else None)


@pytest.mark.parametrize(
    ("name", "marked"),
    [("node:18", True), ("golang:1.21-bookworm", True), ("rust:1.60.0", False), ("node:14-slim", False)],
)
def test_the_pip_of_apt_in_an_official_image_is_that_of_its_debian(predicted: Predict, name: str, marked: bool) -> None:
    prediction = predicted(f"FROM {name}\nRUN apt-get update && apt-get install -y python3-pip\n")
    assert prediction.starts("pip3") == "pip of /usr"
    assert prediction.environment("/usr").managed is marked

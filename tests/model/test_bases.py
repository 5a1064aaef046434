"""What an image's name tells: its Python and pip, its system, its start; and when it tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

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

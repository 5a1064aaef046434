"""Which CUDA toolkit a build of extensions finds, and which folders of CUDA surely are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.toolkit import ABSENT, compiles_with, lacks_folder
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict

DEVEL = "FROM nvidia/cuda:12.1.1-devel-ubuntu22.04\n"
RUNTIME = "FROM nvidia/cuda:12.1.1-runtime-ubuntu22.04\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (DEVEL, "12.1"),
        ("FROM pytorch/pytorch:2.4.1-cuda12.1-cudnn9-devel\n", "12.1"),
        (DEVEL.replace("\n", " AS base\n") + "FROM base\n", "12.1"),
        (RUNTIME, ABSENT),
        ("FROM pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime\n", ABSENT),
        ("FROM python:3.11-slim\n", ABSENT),
        ("FROM registry.example.com/cuda:1\n", None),
        ("FROM nvcr.io/nvidia/pytorch:24.05-py3\n", None),
        (DEVEL + "ENV CUDA_HOME=/usr/local/cuda\n", "12.1"),
        (DEVEL + "ENV CUDA_HOME=/usr/local/cuda-12.1/\n", "12.1"),
        (DEVEL + "ENV CUDA_HOME=/usr/local/cuda-11.8\n", None),
        (DEVEL + "ARG CUDA_PATH\n", None),
        (RUNTIME + "ENV CUDA_HOME=/usr/local/cuda\n", None),
        (DEVEL + "RUN apt-get install -y cuda-toolkit-11-8\n", None),
        (RUNTIME + "RUN apt-get install -y cuda-nvcc-12-1\n", None),
        (RUNTIME + "RUN apt-get install -y nvidia-cuda-toolkit\n", None),
        (DEVEL + "RUN wget https://example.com/cuda_11.8_linux.run && sh cuda_11.8_linux.run\n", None),
        (DEVEL + "RUN pip install torch --index-url https://download.pytorch.org/whl/cu121\n", "12.1"),
        (RUNTIME + "RUN ./install.sh\n", None),
        (DEVEL + "RUN ./build.sh\n", "12.1"),
        (RUNTIME + "COPY --from=nvidia/cuda:12.1.1-devel-ubuntu22.04 /usr/local/cuda /usr/local/cuda\n", None),
    ],
)
def test_a_build_of_extensions_finds(text: str, found: str | None, predicted: Predict) -> None:
    build = predicted(text + "RUN pip install thing\n")
    command = next(one for one in build.commands if "thing" in one.values)
    assert compiles_with(build.build, command, World()) == found


@pytest.mark.parametrize(
    ("text", "folder", "lacking"),
    [
        (DEVEL, "/usr/local/cuda-12.1", False),
        (RUNTIME, "/usr/local/cuda-12", False),
        (RUNTIME, "/usr/local/cuda", False),
        (RUNTIME, "/usr/local/cuda-11.8", True),
        ("FROM python:3.11-slim\n", "/usr/local/cuda", True),
        ("FROM pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime\n", "/usr/local/cuda", True),
        (RUNTIME + "COPY toolkit /usr/local/cuda-11.8\n", "/usr/local/cuda-11.8", False),
        (RUNTIME + "RUN ./setup.sh\n", "/usr/local/cuda-11.8", None),
        (RUNTIME + "RUN ln -s /usr/local/cuda /usr/local/cuda-11.8\n", "/usr/local/cuda-11.8", None),
        ("FROM registry.example.com/cuda:1\n", "/usr/local/cuda-11.8", None),
    ],
)
def test_a_folder_of_cuda_is_lacking(text: str, folder: str, lacking: bool | None, predicted: Predict) -> None:
    build = predicted(text, {"toolkit/bin/nvcc": ""})
    assert lacks_folder(build.build, build.stage, World(), folder) is lacking

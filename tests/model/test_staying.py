"""Whether what an install asks for by name is there already and stays: known, surely not, or nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.context import Context
from torchlint.project import read
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict

TORCH = "FROM pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime\n"
PLAIN = "FROM python:3.11-slim\n"
PINNED = PLAIN + "RUN pip install torch==2.6.0\n"


@pytest.mark.parametrize(
    ("above", "words", "name", "stays"),
    [
        (TORCH, "torch", "torch", True),
        (TORCH, "'torch>=2.0'", "torch", True),
        (TORCH, "'torch>=2.8'", "torch", False),
        (TORCH, "--upgrade torch", "torch", False),
        (TORCH, "--force-reinstall torch", "torch", False),
        (TORCH, "--target=/opt torch", "torch", False),
        (TORCH, "torchvision", "torchvision", True),
        (TORCH, "'torchvision>=0.30'", "torchvision", None),
        (TORCH, "xformers", "xformers", False),
        (PINNED, "'torch>=2.0'", "torch", True),
        (PINNED, "'torch<2.6'", "torch", False),
        (PINNED, "torchvision", "torchvision", False),
        (PLAIN, "torch", "torch", False),
        (PLAIN + "RUN pip install torch\n", "torch", "torch", True),
        (PLAIN + "RUN pip install torch\n", "'torch>=2.0'", "torch", None),
        (PLAIN + "RUN pip install /wheels/*.whl\n", "torch", "torch", None),
        ("FROM team/base:1\n", "torch", "torch", None),
        ("FROM team/pytorch:1\n", "torch", "torch", True),
        ("FROM team/pytorch:1\n", "xformers", "xformers", None),
        ("FROM fedora:42\n", "torch", "torch", False),
        (f"FROM nvidia/cuda@sha256:{'0' * 64}\n", "torch", "torch", False),
        ("ARG BASE\nFROM $BASE\n", "torch", "torch", None),
    ],
)
def test_what_is_there_stays_unless_its_version_or_an_option_says_otherwise(
    predicted: Predict, above: str, words: str, name: str, stays: bool | None
) -> None:
    prediction = predicted(f"{above}RUN pip install {words}\n")
    on = Context(read([]), World(), prediction.build)
    assert on.stays(prediction.installs[-1], name) is stays

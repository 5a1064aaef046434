"""Libraries of the system that wheels ask for: which images lack them, and what may bring them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict

GL, GLIB = "libGL.so.1", "libglib-2.0.so.0"


@pytest.mark.parametrize(
    ("base", "lacks"),
    [
        ("python:3.12-slim", {GL, GLIB}),
        ("python:3.12", {GL}),
        ("python:3.12-alpine", set()),
        ("debian:12", {GL, GLIB}),
        ("ubuntu:24.04", {GL, GLIB}),
        ("nvidia/cuda:12.4.1-base-ubuntu22.04", {GL, GLIB}),
        ("nvidia/cuda:12.4.1-cudnn-runtime-ubuntu22.04", {GL, GLIB}),
        ("nvidia/cuda:12.4.1-devel-ubuntu22.04", set()),
        ("nvcr.io/nvidia/pytorch:24.01-py3", set()),
        ("registry.example.com/image", set()),
    ],
)
def test_which_images_lack_them(predicted: Predict, base: str, lacks: set[str]) -> None:
    final = predicted(f"FROM {base}\n").final
    assert {name for name in (GL, GLIB) if final.lacks_library(name)} == lacks


@pytest.mark.parametrize(
    ("command", "lacks"),
    [
        ("apt-get install -y libgl1", {GLIB}),
        ("apt-get install -y libgl1-mesa-glx", {GLIB}),
        ("apt-get install -y libglib2.0-0", {GL}),
        ("apt-get install -y ffmpeg", set()),
        ("apt-get install -y git curl build-essential libsm6 libxext6 libxrender1", {GL, GLIB}),
        ("apt-get install -y some-desktop-of-ours", set()),
        ("apt-get install -y $X", set()),
        ("./setup.sh", set()),
        ("playwright install-deps", set()),
        ("python -m playwright install-deps", set()),
        ("pip install torch && git clone https://example.com/x && curl -O https://example.com/y", {GL, GLIB}),
        ("apt-get install -y libgl1 || true", {GLIB}),
        ("if [ -e /x ]; then apt-get install -y libgl1; fi", {GLIB}),
    ],
)
def test_what_may_bring_them(predicted: Predict, command: str, lacks: set[str]) -> None:
    final = predicted(f"FROM python:3.12-slim\nARG X\nRUN {command}\n").final
    assert {name for name in (GL, GLIB) if final.lacks_library(name)} == lacks


def test_a_library_that_is_not_followed_is_not_known_to_lack(predicted: Predict) -> None:
    assert not predicted("FROM python:3.12-slim\n").final.lacks_library("libfoo.so.1")

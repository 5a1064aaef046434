"""What an image takes on disk: its large parts, and what is not known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.outlook import outlook
from torchlint.model.sizes import base_bytes, beyond_runtime, parts
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict, Predicted

WORLD = World()
SLIM = "FROM python:3.11-slim-bookworm\n"
BASE = "base python:3.11-slim-bookworm"
REST = "the rest of what RUN, COPY and ADD bring"
TORCH = "torch 2.4.1 with its CUDA 12.1"


def sizes(found: Predicted) -> dict[str, int | None]:
    """The parts of the last stage, in megabytes."""
    told = parts(found.build, found.stage, WORLD)
    return {part.what: None if part.bytes is None else round(part.bytes / 1e6) for part in told}


def estimate(found: Predicted) -> int | None:
    return outlook(found.build, WORLD).final.size_estimate_bytes


@pytest.mark.parametrize(
    ("image", "megabytes"),
    [
        ("python:3.11-slim-bookworm", 130),
        ("python:3.9-slim-bookworm", 130),
        ("python:3.11-bookworm", 1010),
        ("python:3.11-alpine3.24", 61),
        ("python:3.11-alpine3.18", None),
        ("ubuntu:22.04", 78),
        ("debian:12-slim", 75),
        ("debian:12", None),
        ("nvidia/cuda:11.8.0-base-ubuntu22.04", 239),
        ("nvidia/cuda:11.8.0-devel-ubuntu20.04", 7370),
        ("nvidia/cuda:11.8.0-cudnn8-devel-ubuntu22.04", 9740),
        ("nvidia/cuda:12.1.0-cudnn8-runtime-ubuntu22.04", 3380),
        ("nvidia/cuda:12.9.0-devel-ubuntu22.04", None),
        ("pytorch/pytorch:2.6.0-cuda12.4-cudnn9-devel", 13200),
        ("pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime", None),
        ("nvcr.io/nvidia/pytorch:24.12-py3", 20600),
        ("registry.example.com/python:3.11-slim-bookworm", None),
        ("$MISSING", None),
        ("scratch", None),
    ],
)
def test_a_base_has_the_size_of_its_key(predicted: Predict, image: str, megabytes: int | None) -> None:
    found = base_bytes(predicted(f"FROM {image}\n").stage.base, WORLD)
    assert (None if found is None else round(found / 1e6)) == megabytes


@pytest.mark.parametrize(
    ("image", "megabytes"),
    [
        ("nvidia/cuda:11.8.0-devel-ubuntu22.04", 7370 - 2380),
        ("nvidia/cuda:11.7.1-cudnn8-devel-ubuntu22.04", 7690 - 2920),
        ("nvidia/cuda:11.7.1-cudnn8-runtime-ubuntu22.04", None),
        ("nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04", None),
        ("pytorch/pytorch:2.6.0-cuda12.4-cudnn9-devel", None),
    ],
)
def test_what_devel_has_beyond_runtime(predicted: Predict, image: str, megabytes: int | None) -> None:
    found = beyond_runtime(predicted(f"FROM {image}\n").stage.base, WORLD)
    assert (None if found is None else round(found / 1e6)) == megabytes


def test_torch_counts_with_its_cuda_packages(predicted: Predict) -> None:
    found = predicted(SLIM + "RUN pip install torch==2.4.1\n")
    assert sizes(found) == {TORCH: 5051, BASE: 130, REST: None}
    assert estimate(found) == 5_050_768_176 + 130_010_000


def test_torch_for_the_cpu_is_another_size(predicted: Predict) -> None:
    found = predicted(SLIM + "RUN pip install torch==2.13.0 --index-url https://download.pytorch.org/whl/cpu\n")
    assert sizes(found) == {"torch 2.13.0 for cpu": 700, BASE: 130, REST: None}


def test_a_build_whose_size_nobody_read_is_named_and_leaves_the_estimate_open(predicted: Predict) -> None:
    found = predicted(SLIM + "RUN pip install torch==2.4.1 --index-url https://download.pytorch.org/whl/cu118\n")
    assert sizes(found)["torch 2.4.1 with its CUDA 11.8"] is None
    assert estimate(found) is None


def test_an_open_torch_is_the_newest_one(predicted: Predict) -> None:
    (name,) = [name for name in sizes(predicted(SLIM + "RUN pip install torch\n")) if name.startswith("torch")]
    assert name.startswith(f"torch {WORLD.newest_torch()} with its CUDA")


def test_a_replaced_torch_keeps_its_layer(predicted: Predict) -> None:
    found = predicted(SLIM + "RUN pip install torch==2.4.1\nRUN pip install torch==2.6.0\n")
    assert list(sizes(found)) == ["torch 2.6.0 with its CUDA 12.4", TORCH, BASE, REST]


def test_a_torch_that_is_there_counts_once(predicted: Predict) -> None:
    assert list(sizes(predicted(SLIM + "RUN pip install torch==2.4.1\nRUN pip install torch\n"))) == [TORCH, BASE, REST]


def test_a_stage_below_counts_and_one_beside_does_not(predicted: Predict) -> None:
    below = "FROM python:3.11-slim-bookworm AS one\nRUN pip install torch==2.4.1\n"
    assert list(sizes(predicted(below + "FROM one\n"))) == [TORCH, BASE, REST]
    assert sizes(predicted(below + SLIM)) == {BASE: 130}


def test_a_copied_environment_brings_its_torch(predicted: Predict) -> None:
    maker = "FROM python:3.11-slim-bookworm AS one\nRUN python -m venv /venv && /venv/bin/pip install torch==2.4.1\n"
    assert list(sizes(predicted(maker + SLIM + "COPY --from=one /venv /venv\n"))) == [TORCH, BASE, REST]
    assert list(sizes(predicted(maker + SLIM + "COPY --from=one /etc/hosts /hosts\n"))) == [BASE, REST]


def test_what_may_bring_a_torch_leaves_the_estimate_open(predicted: Predict) -> None:
    found = predicted(SLIM + "RUN pip install -r requirements.txt\n", {"requirements.txt": "-r gone.txt\n"})
    assert (estimate(found), list(sizes(found))[1]) == (None, "what this pip install brings, maybe a torch")
    maker = "FROM python:3.11-slim-bookworm AS one\nRUN pip install -r gone.txt\n"
    found = predicted(maker + SLIM + "COPY --from=one /usr/local /usr/local\n")
    assert (estimate(found), list(sizes(found))[1]) == (None, "what this copy brings, maybe a torch")


def test_what_surely_brings_none_does_not(predicted: Predict) -> None:
    assert estimate(predicted(SLIM + "RUN pip install flask==3.0.0\n")) == 130_010_000


def test_large_files_count_by_name_and_small_ones_do_not(predicted: Predict) -> None:
    files = {"model.pt": "x" * 20_000_000, "app.py": "x", "data/more.pt": "x" * 20_000_000}
    found = predicted(SLIM + "COPY model.pt app.py data /app/\n", files)
    assert sizes(found) == {BASE: 130, "model.pt of the context": 20, REST: None}


def test_files_that_are_kept_from_the_builder_do_not_count(predicted: Predict) -> None:
    files = {"model.pt": "x" * 20_000_000, ".dockerignore": "*.pt\n"}
    assert list(sizes(predicted(SLIM + "COPY model.pt /app/\n", files))) == [BASE, REST]


def test_of_system_packages_the_one_that_brings_most_counts(predicted: Predict) -> None:
    found = predicted(
        SLIM + "RUN apt-get update && apt-get install -y git build-essential\nRUN apt-get install -y g++\n"
    )
    assert list(sizes(found)) == ["build-essential with what it needs", BASE, REST]


@pytest.mark.parametrize("image", ["python:3.11-bookworm", "nvidia/cuda:11.8.0-devel-ubuntu22.04"])
def test_compilers_that_a_base_has_do_not_count(predicted: Predict, image: str) -> None:
    found = predicted(f"FROM {image}\nRUN apt-get update && apt-get install -y build-essential\n")
    assert list(sizes(found)) == [f"base {image}", REST]


def test_on_another_machine_no_size_is_known(predicted: Predict) -> None:
    found = predicted(SLIM.replace("FROM", "FROM --platform=linux/arm64") + "RUN pip install torch==2.4.1\n")
    assert (sizes(found), estimate(found)) == ({}, None)


def test_nothing_from_scratch_has_no_size(predicted: Predict) -> None:
    assert estimate(predicted("FROM scratch\nCOPY app /app\n")) is None
    assert sizes(predicted("FROM scratch\n")) == {}

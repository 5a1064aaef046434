"""Whether anything says that a program uses a GPU."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.gpu_use import uses_gpu
from torchlint.model.imports import dotted
from torchlint.model.target import Target
from torchlint.text import Source

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\nCOPY app.py .\nCMD python app.py\n"
ON_CPU = "import torch\ntorch.load('m', map_location='cpu')\n"
ANYWHERE = Target((), None)


@pytest.mark.parametrize(
    ("text", "files", "used"),
    [
        (SLIM, {"app.py": ON_CPU}, False),
        ("FROM python:3.11-slim\nCOPY app.py .\nCMD uvicorn app:app\n", {"app.py": ON_CPU}, False),
        (SLIM, {"app.py": "import torch\n"}, None),
        (SLIM, {"app.py": ON_CPU + "import mine\n"}, None),
        (SLIM, {"app.py": ON_CPU + "import transformers\n"}, None),
        (SLIM, {"app.py": ON_CPU + "import os\nos.environ['DEVICE']\n"}, None),
        (SLIM, {"app.py": ON_CPU + "torch.zeros(1).cuda()\n"}, True),
        (SLIM, {"app.py": ON_CPU, "compose.yaml": "runtime: nvidia\n"}, True),
        (SLIM, {"app.py": ON_CPU, "train.py": "print('GPU')\n"}, True),
        (SLIM + "ENV NVIDIA_VISIBLE_DEVICES=all\n", {"app.py": ON_CPU}, True),
        (SLIM.replace("python:3.11-slim", "nvidia/cuda:12.4.1-base-ubuntu22.04"), {"app.py": ON_CPU}, True),
        (SLIM.replace("python:3.11-slim", "registry.example.com/base:1"), {"app.py": ON_CPU}, None),
    ],
)
def test_a_gpu_is_used(text: str, files: dict[str, str], used: bool | None, predicted: Predict) -> None:
    build = predicted(text, files)
    assert uses_gpu(build.build, build.stage, ANYWHERE) is used


def test_a_configured_gpu_is_used(predicted: Predict) -> None:
    build = predicted(SLIM, {"app.py": ON_CPU})
    assert uses_gpu(build.build, build.stage, Target(("A100",), None)) is True


def test_a_partial_context_proves_nothing(predicted: Predict) -> None:
    build = predicted(SLIM, {"app.py": ON_CPU}, context="partial")
    assert uses_gpu(build.build, build.stage, ANYWHERE) is None


def test_full_names_follow_imports() -> None:
    text = "import torch as t\nfrom torch import nn, compile\nimport re\nt.jit.load\nt.compile\nnn.Linear\nre.compile\n"
    names = dotted(Source("x.py", text))
    assert {"torch", "torch.nn", "torch.compile", "torch.jit", "torch.nn.Linear", "re.compile"} <= names
    assert dotted(Source("x.py", "torch.compile\n")) == frozenset()
    assert dotted(Source("x.py", "import torch\ntorch.compile(")) == frozenset()

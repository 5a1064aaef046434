"""A real torch, without CUDA, in a real image: what it says of itself is what was predicted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.build import trial
from tests.build.leavings import left_behind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torchlint.verify.port import Engine

VERSION = "2.13.0+cpu"
DOCKERFILE = f"""\
FROM python:3.11-slim AS build
COPY wheels /wheels
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir --find-links /wheels torch=={VERSION}

FROM python:3.11-slim
COPY --from=build /opt/venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY app.py .
USER nobody
CMD ["python", "app.py"]
"""
PROGRAM = """\
import time

import torch

print(torch.__version__, torch.version.cuda, torch.cuda.get_arch_list(), torch.ones(3).sum().item(), flush=True)
time.sleep(600)
"""


def test_real_torch_is_asked(tmp_path: Path, engine: Engine, bases: Callable[..., None]) -> None:
    bases("python:3.11-slim")
    held = tmp_path / "held"
    held.mkdir()
    wheel = trial.downloaded(f"torch=={VERSION}", held)
    if wheel is None:
        pytest.skip(f"no index that can be reached has torch=={VERSION}")
    folder = tmp_path / "project"
    (folder / "wheels").mkdir(parents=True)
    os.link(wheel, folder / "wheels" / wheel.name)
    (folder / "Dockerfile").write_text(DOCKERFILE)
    (folder / "app.py").write_text(PROGRAM)
    command = [sys.executable, "-m", "torchlint", "inspect", "--isolated", "--output-format", "json"]
    done = subprocess.run([*command, str(folder / "Dockerfile")], capture_output=True, text=True, check=True)
    predicted = json.loads(done.stdout)["final"]
    said = trial.verified(folder, "--watch", "45")
    assert (said["exit"], said["reached"]) == (0, "ran"), trial.evidence(said)
    assert said["torch"] == {"version": VERSION, "cuda": "cpu", "archs": None, "error": None}
    assert said["imports"] == {"torch": None}
    assert said["python"] == {"version": "3.11", "executable": "/opt/venv/bin/python"}
    assert said["start"]["state"] == "running"
    assert f"{VERSION} None [] 3.0" in said["start"]["log"]
    assert (predicted["torch"], predicted["torch_cuda"], predicted["python"]) == ("2.13.0", "cpu", "3.11")
    assert said["differences"] == []
    assert left_behind(engine.name) == []

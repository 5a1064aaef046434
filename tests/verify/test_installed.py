"""The torch beside torchlint, beside what is predicted: nothing is imported unless it is asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from torchlint import report

if TYPE_CHECKING:
    from pathlib import Path

STAND_IN = """\
class _Version:
    cuda, hip = {cuda!r}, None
class _Cuda:
    pass
class _C:
    @staticmethod
    def _cuda_getArchFlags():
        return {archs!r}
__version__, version, cuda = {version!r}, _Version, _Cuda
"""


def inspected(folder: Path, *words: str, version: str | None, cuda: str | None = None, archs: str = "") -> Any:
    """The JSON of `torchlint inspect` beside a module that says this of itself; without `version` there is no torch."""
    (folder / "Dockerfile").write_text("FROM python:3.11-slim\nRUN pip install torch==2.4.0\nCMD ['python']\n")
    if version is not None:
        (folder / "torch.py").write_text(STAND_IN.format(version=version, cuda=cuda, archs=archs))
    else:
        (folder / "torch.py").write_text("raise ImportError('no torch here')\n")
    command = [sys.executable, "-m", "torchlint", "inspect", "--output-format", "json", *words]
    # Of the folder that it is started in nothing is imported.
    paths = os.pathsep.join(os.path.abspath(one) for one in (str(folder), *sys.path) if one)
    environment = os.environ | {"PYTHONPATH": paths}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=environment)
    return json.loads(done.stdout)


def test_same_torch_differs_in_nothing(tmp_path: Path) -> None:
    archs = "sm_50 sm_60 sm_70 sm_75 sm_80 sm_86 sm_90"
    said = inspected(tmp_path, "--installed", version="2.4.0+cu121", cuda="12.1", archs=archs)["installed"]
    assert said["differences"] == []
    assert (said["torch"], said["torch_cuda"], said["gpu_code"]) == ("2.4.0+cu121", "12.1", archs.split())


@pytest.mark.parametrize(
    ("version", "cuda", "archs", "what"),
    [
        ("2.5.0+cu121", "12.1", "", "predicted torch"),
        ("2.4.0+cpu", None, "", "predicted CUDA"),
        ("2.4.0+cu121", "12.4", "", "CUDA of 2.4.0+cu121"),
        ("2.4.0+cu121", "12.1", "sm_90", "GPU code of 2.4.0+cu121"),
    ],
)
def test_differences_are_named(tmp_path: Path, version: str, cuda: str | None, archs: str, what: str) -> None:
    said = inspected(tmp_path, "--installed", version=version, cuda=cuda, archs=archs)["installed"]
    assert what in [one["what"] for one in said["differences"]]


def test_no_torch_is_no_error(tmp_path: Path) -> None:
    said = inspected(tmp_path, "--installed", version=None)["installed"]
    assert said["torch"] is None
    assert "no torch here" in said["why"]


def test_it_is_not_imported_unasked(tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("raise SystemExit('imported')\n")
    assert "installed" not in inspected(tmp_path, version=None)


def test_schema_knows_it(tmp_path: Path) -> None:
    from importlib.resources import files

    schema = json.loads((files(report) / "inspect.schema.json").read_text())
    for words in ((), ("--installed",)):
        jsonschema.validate(inspected(tmp_path, *words, version="2.4.0+cpu"), schema)


@pytest.mark.slow
def test_real_torch() -> None:
    torch = pytest.importorskip("torch", exc_type=ImportError)
    from torchlint.verify.installed import _here

    found, why = _here()
    assert (why, found is not None and found.version) == ("", str(torch.__version__))

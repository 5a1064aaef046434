"""What an install compiles against torch, and whether CUDA code is among it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.compiling import clones, compiled
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict

BASE = "FROM pytorch/pytorch:2.4.1-cuda12.1-cudnn9-devel\n"
GITHUB = "https://github.com/facebookresearch/detectron2"
D2 = '"git+https://github.com/facebookresearch/detectron2.git@v0.6"'


def found(text: str, predicted: Predict) -> list[tuple[str, bool | None, bool | None]]:
    build = predicted(BASE + text)
    return [
        (one.extension.package, one.forced, one.named)
        for install in build.installs
        for one in compiled(build.build, install, World(), clones(build.build, World()))
    ]


@pytest.mark.parametrize(
    ("text", "forced", "named"),
    [
        (f"RUN pip install {D2}", False, False),
        (f"ENV FORCE_CUDA=1\nRUN pip install {D2}", True, False),
        (f"ENV FORCE_CUDA=0\nRUN pip install {D2}", False, False),
        (f"ARG FORCE_CUDA\nRUN pip install {D2}", None, False),
        (f"RUN FORCE_CUDA=1 TORCH_CUDA_ARCH_LIST=8.6 pip install {D2}", True, True),
        ('RUN pip install "detectron2 @ git+https://github.com/facebookresearch/detectron2"', False, False),
        ("RUN pip install https://github.com/facebookresearch/detectron2/archive/v0.6.zip", False, False),
        (f"RUN git clone {GITHUB}.git /d2\nRUN pip install -e /d2", False, False),
        (
            "RUN git clone -b v0.6 git@github.com:facebookresearch/detectron2 && cd detectron2 && pip install .",
            False,
            False,
        ),
    ],
)
def test_detectron2_is_compiled(text: str, forced: bool | None, named: bool | None, predicted: Predict) -> None:
    assert found(text, predicted) == [("detectron2", forced, named)]


def test_source_archives_of_the_index_are_compiled(predicted: Predict) -> None:
    assert found("RUN pip install torch-scatter==2.1.2", predicted) == [("torch-scatter", False, False)]
    assert found("RUN pip install mmcv", predicted) == [("mmcv", False, False)]


def test_apex_has_cuda_code_when_it_is_asked_for(predicted: Predict) -> None:
    clone = "RUN git clone https://github.com/NVIDIA/apex && pip install"
    assert found(f'{clone} --config-settings "--build-option=--cuda_ext" ./apex', predicted) == [("apex", True, True)]
    assert found(f"{clone} ./apex", predicted) == []


@pytest.mark.parametrize(
    "text",
    [
        "RUN pip install detectron2",
        "RUN pip install torch-scatter -f https://data.pyg.org/whl/torch-2.4.0+cu121.html",
        "RUN pip install --only-binary :all: torch-scatter",
        "RUN pip install mmcv==1.7.2",
        'RUN pip install "mmcv>=1.3,<3"',
        "RUN pip install git+https://github.com/open-mmlab/mmcv@v1.7.2",
        "RUN pip install git+https://github.com/someone/detectron3",
        "RUN pip install git+https://git.example.com/facebookresearch/detectron2",
        f"RUN true || pip install {D2}",
        f"RUN git clone {GITHUB} && sed -i s/a/b/ detectron2/setup.py && pip install ./detectron2",
        f"RUN git clone {GITHUB} /d2 && pip install /d2/projects/TensorMask",
        f"RUN pip install ./detectron2 && git clone {GITHUB}",
        f"RUN git clone {GITHUB}\nFROM python:3.11-slim\nRUN pip install ./detectron2",
    ],
)
def test_is_not_known_to_be_compiled(text: str, predicted: Predict) -> None:
    assert found(text, predicted) == []


PAGE = "-f https://download.openmmlab.com/mmcv/dist/cu121/torch2.4/index.html"


@pytest.mark.parametrize(
    "later",
    [
        "RUN pip install openmim && mim install mmcv-full",
        f"RUN pip install mmcv-full {PAGE}",
        f"RUN pip install --force-reinstall mmcv==2.2.0 {PAGE}",
        f"RUN pip install mmcv==2.1.0 {PAGE}",
        f"FROM base\nRUN pip install mmcv-full {PAGE}",
        "RUN pip install https://wheels.example.com/mmcv_full-1.7.2-cp311-cp311-manylinux1_x86_64.whl",
    ],
)
def test_the_makers_wheel_may_come_over_it(later: str, predicted: Predict) -> None:
    build = predicted(f"{BASE.strip()} AS base\nRUN pip install mmcv==2.2.0\n{later}").build
    (one,) = compiled(build, build.installs()[0], World(), ())
    assert one.overlaid


@pytest.mark.parametrize(
    "later",
    [
        "RUN mim install mmengine",
        "RUN pip install mmcv-full",
        f"RUN pip install mmcv==2.2.0 {PAGE}",
        f"RUN pip install mmdet {PAGE}",
        f"RUN python -m venv /v && /v/bin/pip install mmcv-full {PAGE}",
        f"FROM {BASE[5:]}RUN pip install mmcv-full {PAGE}",
    ],
)
def test_what_is_put_elsewhere_or_not_at_all_leaves_it(later: str, predicted: Predict) -> None:
    build = predicted(f"{BASE}RUN pip install mmcv==2.2.0\n{later}").build
    (one,) = compiled(build, build.installs()[0], World(), ())
    assert not one.overlaid


def test_variables_of_an_image_that_may_set_them_are_unknown(predicted: Predict) -> None:
    build = predicted(f"FROM nvcr.io/nvidia/pytorch:24.05-py3\nRUN pip install {D2}")
    (one,) = compiled(build.build, build.install, World(), ())
    assert (one.forced, one.named) == (None, None)

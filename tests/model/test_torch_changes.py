"""What installs do to the torch that is there, and what extensions and conda's packages ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint import World, predict, read
from torchlint.context import Context

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint.model.torch_held import Change

PYTORCH = "https://download.pytorch.org/whl"
BASE = "FROM pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime\n"
SLIM = "FROM python:3.11-slim\n"


def context(folder: Path, text: str) -> Context:
    (folder / "Dockerfile").write_text(text)
    project, world = read([str(folder)]), World()
    return Context(project, world, predict(project.dockerfiles[0], project, world))


def last(folder: Path, text: str) -> tuple[Change, bool]:
    """What the last install changes, and whether that surely takes another torch out."""
    on = context(folder, text)
    assert on.build is not None
    install = on.build.installs()[-1]
    change = on.torch_change(install)
    assert change is not None
    return change, change.replaced(install)


@pytest.mark.parametrize(
    ("text", "before", "after", "replaced"),
    [
        (SLIM + "RUN pip install torch==2.4.1", "absent for absent", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN pip install torch", "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN pip install torch==2.4.1", "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN pip install torch==2.6.0", "2.4.1 for CUDA 12.1", "2.6.0 for CUDA 12.4", True),
        (BASE + "RUN pip install 'torch>=2.5'", "2.4.1 for CUDA 12.1", ">=2.5", True),
        (BASE + f"RUN pip install torch==2.4.1+cpu -i {PYTORCH}/cpu", "2.4.1 for CUDA 12.1", "2.4.1 for cpu", True),
        (BASE + f"RUN pip install torch==2.4.1 -i {PYTORCH}/cpu", "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN pip install torchvision==0.18.1", "2.4.1 for CUDA 12.1", "2.3.1 for CUDA 12.1", True),
        (SLIM + f"RUN pip install {PYTORCH}/cpu/torch-2.0.0%2Bcpu-cp311-cp311-linux_x86_64.whl\nRUN pip install torch",
         "2.0.0 for cpu", "2.0.0 for cpu", False),
        (BASE + "RUN pip install torch torchvision", "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN pip install torch torchtext", "2.4.1 for CUDA 12.1", "None", False),
        (BASE + "RUN pip install -U torch torchvision", "2.4.1 for CUDA 12.1", "None", False),
        (SLIM + "RUN pip install torch==2.4.1\nRUN pip install torch timm", "2.4.1 for CUDA 12.1", "None", False),
        (SLIM + "RUN pip install uv torch==2.4.1\nRUN uv pip install --system torch torchvision",
         "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN pip install --target=/elsewhere torch==2.6.0\nRUN pip install flask",
         "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN conda install -y -c conda-forge ffmpeg scipy==1.11.4\nRUN pip install flask",
         "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN conda install -y cudatoolkit=11.8\nRUN pip install flask", "None", "None", False),
        (BASE + "RUN conda update -y --all\nRUN pip install flask", "None", "None", False),
        (BASE + "RUN conda install -y unheard-of\nRUN pip install flask", "None", "None", False),
        (BASE + "RUN pip uninstall -y tensorboard\nRUN pip install flask",
         "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN pip install timm mmcv-full", "2.4.1 for CUDA 12.1", "2.4.1 for CUDA 12.1", False),
        (BASE + "RUN pip install --upgrade timm", "2.4.1 for CUDA 12.1", "None", False),
        (BASE + "RUN pip install facenet-pytorch", "2.4.1 for CUDA 12.1", "None", False),
        ("FROM pytorch/pytorch:1.9.0-cuda11.1-cudnn8-runtime\nRUN pip install sentence-transformers",
         "1.9.0 for CUDA 11.1", "None", False),
        ("FROM nvcr.io/nvidia/pytorch:21.10-py3\nRUN pip install -U pip setuptools",
         "1.10.0a0+0aef44c", "1.10.0a0+0aef44c", False),
        ("FROM nvcr.io/nvidia/pytorch:21.10-py3\nRUN pip install flask $MORE", "1.10.0a0+0aef44c", "None", False),
        (SLIM + "RUN pip install flask peft", "absent for absent", "*", False),
        (SLIM + "RUN pip install unheard-of pytorch-lightning", "absent for absent", "*", False),
        (SLIM + f"RUN pip install timm -i {PYTORCH}/cpu", "absent for absent", "* for cpu", False),
        (SLIM + "RUN pip install peft\nRUN pip install torch==2.6.0", "*", "2.6.0", False),
        (SLIM + "RUN pip install 'peft; platform_machine == \"x\"'", "absent for absent", "None", False),
        (SLIM + "RUN pip install peft==0.3.0", "absent for absent", "None", False),
        (SLIM + "RUN pip install --no-deps peft", "absent for absent", "absent for absent", False),
    ],
)  # fmt: skip
def test_an_install_replaces_torch_only_where_the_one_that_is_there_does_not_do(
    tmp_path: Path, text: str, before: str, after: str, replaced: bool
) -> None:
    change, sure = last(tmp_path, text + "\n")
    assert (change.before.told, change.after.told, sure) == (before, after, replaced)


@pytest.mark.parametrize(
    ("lines", "before"),
    [
        ("pip install torch==2.4.1\nRUN apt-get install -y ros-humble-ros-base python3-colcon-common-extensions",
         "2.4.1 for CUDA 12.1"),
        ("pip install torch==2.4.1\nRUN apt-get install -y python3-torch ./one.deb $(cat list)", "2.4.1 for CUDA 12.1"),
        ("apt-get install -y python3-numpy python3-opencv=4 tool", "absent for absent"),
        ("apt-get install -y python3-unheard-of", "None"),
        ("apt-get install -y python3-numpy libtorch-dev", "None"),
        ("apt-get install -y python3-numpy ./some.deb", "None"),
        ("apt-get install -y python3-numpy $(cat list)", "None"),
        ("pip install torch==2.4.1\nRUN unheard-of", "None"),
    ],
)  # fmt: skip
def test_packages_of_the_distribution_leave_torch_as_pip_put_it(tmp_path: Path, lines: str, before: str) -> None:
    text = f"FROM ubuntu:22.04\nRUN apt-get install -y python3-pip\nRUN {lines}\nRUN pip install flask\n"
    assert last(tmp_path, text)[0].before.told == before


def test_nvidias_pre_release_is_good_enough_for_an_open_bound(tmp_path: Path) -> None:
    change, replaced = last(tmp_path, "FROM nvcr.io/nvidia/pytorch:24.12-py3\nRUN pip install 'torch>=2.0'\n")
    assert (change.after, replaced) == (change.before, False)
    assert last(tmp_path, "FROM nvcr.io/nvidia/pytorch:24.12-py3\nRUN pip install 'torch>=2.6'\n")[1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x:flash_attn-2.8.3+cu12torch2.8cxx11abiTRUE-cp311-cp311-linux_x86_64.whl", ("2.8", "12", True)),
        ("x:flash_attn-2.5.8+cu122torch2.1cxx11abiFALSE-cp311-cp311-linux_x86_64.whl", ("2.1", "12.2", False)),
        ("x:nunchaku-1.2.1+cu12.8torch2.9-cp312-cp312-linux_x86_64.whl", ("2.9", "12.8", None)),
        ("x:torch_scatter-2.1.2+pt21cu118-cp311-cp311-linux_x86_64.whl", ("2.1", "11.8", None)),
        ("x:torch_scatter-2.1.0+pt113cpu-cp310-cp310-linux_x86_64.whl", ("1.13", "cpu", None)),
        ("x:sageattention-2.2.0-cp311-cp311-linux_x86_64.whl", None),
        ("torch-scatter -f https://data.pyg.org/whl/torch-2.10.0+cu128.html", ("2.10", "12.8", None)),
        ("einops -f https://data.pyg.org/whl/torch-2.10.0+cu128.html", None),
        ("mmcv-full -f https://download.openmmlab.com/mmcv/dist/cu113/torch1.11.0/index.html", ("1.11", "11.3", None)),
        ("detectron2 -f https://dl.fbaipublicfiles.com/detectron2/wheels/cu92/torch1.6", ("1.6", "9.2", None)),
        ("torch-scatter -f https://data.pyg.org/whl/nightly.html", None),
    ],
)  # fmt: skip
def test_names_say_for_which_torch_an_extension_is_built(
    tmp_path: Path, line: str, expected: tuple[str, str, bool | None] | None
) -> None:
    on = context(tmp_path, f"{SLIM}RUN pip install {line.replace('x:', 'https://x.example/')}\n")
    assert on.build is not None
    (install,) = on.build.installs()
    made = on.built_for(install, install.requested[0])
    assert (None if made is None else (made.torch, made.cuda, made.cxx11)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SLIM + "RUN pip install a", None),
        ("FROM python:3.12-slim\nRUN pip install a", True),
        ("FROM python:3.12-slim\nRUN pip install setuptools wheel\nRUN pip install a", None),
        ("FROM python:3.12-slim\nRUN pip install --no-build-isolation a", False),
        ("FROM python:3.12-slim\nENV PIP_NO_BUILD_ISOLATION=0\nRUN pip install a", None),
        (SLIM + "RUN pip install --use-pep517 a", True),
        (SLIM + "COPY --from=ghcr.io/astral-sh/uv:0.9.2 /uv /bin/uv\nRUN uv pip install --system a", True),
        ("FROM registry.example.com/python:3\nRUN pip install a", None),
    ],
)
def test_a_source_is_built_apart_by_uv_and_by_a_pip_without_setuptools(
    tmp_path: Path, text: str, expected: bool | None
) -> None:
    on = context(tmp_path, text + "\n")
    assert on.build is not None
    assert on.isolated(on.build.installs()[-1]) is expected


@pytest.mark.parametrize(
    ("line", "channels", "lowest"),
    [
        ("conda install -c pytorch -c nvidia pytorch=2.6", ("pytorch", "nvidia"), (2, 6)),
        ("mamba create -n a pytorch==2.6.0 -c https://conda.anaconda.org/conda-forge", ("conda-forge",), (2, 6, 0)),
        ("conda install 'pytorch>=2.6'", (), (2, 6)),
        ("conda install 'pytorch>=2.0,<2.6'", (), None),
        ("conda install 'pytorch<2.6'", (), None),
        ("conda install pytorch", (), None),
        ("conda env create -f environment.yml", ("pytorch",), (2, 7)),
    ],
)
def test_conda_asks_for_versions_of_channels(
    tmp_path: Path, line: str, channels: tuple[str, ...], lowest: tuple[int, ...] | None
) -> None:
    (tmp_path / "environment.yml").write_text(
        "name: a\nchannels:\n  - pytorch\n  - nodefaults\ndependencies:\n  - pytorch=2.7.*\n"
    )
    on = context(tmp_path, f"FROM continuumio/miniconda3\nCOPY environment.yml .\nRUN {line}\n")
    assert on.build is not None
    command = on.build.stages[0].steps[-1].commands[-1]
    asked = on.conda_asked(command)
    assert asked is not None
    assert (asked.channels, asked.lowest("pytorch"), asked.only) == (channels, lowest, "env" in line)


@pytest.mark.parametrize("line", ["conda clean -a", "conda install $PACKAGES", "conda install --file x.txt"])
def test_what_conda_asks_for_may_be_unknown(tmp_path: Path, line: str) -> None:
    on = context(tmp_path, f"FROM continuumio/miniconda3\nARG PACKAGES\nRUN {line}\n")
    assert on.build is not None
    assert on.conda_asked(on.build.stages[0].steps[-1].commands[-1]) is None


GONE = BASE + "RUN pip uninstall -y torch torchvision\n"


@pytest.mark.parametrize(
    ("text", "thrown"),
    [
        (GONE + "RUN pip install torch==2.6.0", "2.4.1 for CUDA 12.1"),
        (GONE + "RUN pip install torch==2.4.1", "2.4.1 for CUDA 12.1"),
        (GONE + "RUN pip install flask\nRUN pip install torch==2.6.0", "2.4.1 for CUDA 12.1"),
        (GONE.replace("runtime", "runtime AS own") + "FROM own\nRUN pip install torch==2.6.0", "2.4.1 for CUDA 12.1"),
        (GONE + "RUN pip install torch==2.6.0\nRUN pip install torch==2.7.0", None),
        (GONE + "RUN pip install flask", None),
        (BASE + "RUN pip install torch==2.6.0", None),
        (SLIM + "RUN pip install torch==2.4.1\nRUN pip uninstall -y torch\nRUN pip install torch==2.6.0", None),
    ],
)
def test_the_torch_of_an_image_that_was_uninstalled_is_remembered(
    tmp_path: Path, text: str, thrown: str | None
) -> None:
    change, _ = last(tmp_path, text)
    assert (change.thrown.told if change.thrown is not None else None) == thrown


MINICONDA = (
    "FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\n"
    "RUN wget https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh -O /c.sh\n"
    "RUN bash /c.sh -b -p /opt/conda\n"
    "ENV PATH=/opt/conda/bin:$PATH\n"
)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (MINICONDA, "absent"),
        (MINICONDA.replace("Miniconda3", "Miniforge3"), "absent"),
        (MINICONDA + "RUN conda install -y numpy\n", "absent"),
        ("FROM continuumio/miniconda3\n", "absent"),
        ("FROM docker.io/condaforge/miniforge3:24.9.2-0\n", "absent"),
        (MINICONDA + "RUN conda install -y -c pytorch pytorch=2.1.0\n", "2.1.0"),
        (MINICONDA + "RUN conda env update -n base -f environment.yml\n", None),
        (MINICONDA + "COPY setup.sh /\nRUN bash /setup.sh\n", None),
        (MINICONDA.replace("Miniconda3", "Anaconda3"), None),
        ("FROM jupyter/scipy-notebook\n", None),
    ],
)
def test_a_conda_without_more_has_no_torch(tmp_path: Path, text: str, before: str | None) -> None:
    change, _ = last(tmp_path, text + "RUN pip install torch==2.4.1\n")
    assert change.before.version == before


def test_a_conda_without_more_says_nothing_of_where_pip_looks(tmp_path: Path) -> None:
    on = context(tmp_path, MINICONDA + "RUN pip install torch==2.4.1\n")
    assert on.build is not None
    shelf = on.build.installs()[-1].shelf
    assert shelf is not None
    assert shelf.only_public

"""Where conda stops as nobody accepted the terms of Anaconda's channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint import World
from torchlint.model.conda_terms import unaccepted

if TYPE_CHECKING:
    from tests.model.asking import Predict

URL = "https://repo.anaconda.com/miniconda/Miniconda3-{}-Linux-x86_64.sh"
CONDA = "RUN wget -q {} -O /c.sh && bash /c.sh -b -p /opt/conda\nENV PATH=/opt/conda/bin:$PATH\n"
LATEST = CONDA.format(URL.format("latest"))
CREATE = "RUN conda create -y -n work python=3.10\n"


def stopped(predicted: Predict, text: str, files: dict[str, str] | None = None) -> list[str]:
    """The commands that stop, as they are written."""
    build = predicted(text, files).build
    commands = [one for stage in build.stages for step in stage.steps for one in step.commands]
    found = [one for one in commands if unaccepted(build, one, World()) is not None]
    return [" ".join(word.value or "?" for word in one.words[:3]) for one in found]


@pytest.mark.parametrize(
    "command",
    [
        "conda create -y -n work python=3.10",
        "conda install -y numpy",
        "conda install -y -c conda-forge numpy",
        "conda update -y conda",
        "/opt/conda/bin/conda install -y numpy",
        "conda env create -f environment.yml",
        "conda search numpy",
    ],
)
def test_what_looks_into_the_default_channels_stops(predicted: Predict, command: str) -> None:
    files = {"environment.yml": "name: a\nchannels: [conda-forge]\ndependencies: [numpy]\n"}
    text = f"FROM python:3.11\n{LATEST}COPY environment.yml .\nRUN {command}\n"
    assert stopped(predicted, text, files) == [" ".join(command.split()[:3])]


@pytest.mark.parametrize(
    "command",
    [
        "conda clean -ya",
        "conda init bash",
        "conda list",
        "conda install -y --override-channels -c conda-forge numpy",
        "conda install -y --offline ./a.conda",
        "conda env list",
        "conda env create -f missing.yml",
        "yes | conda install numpy",
        "conda install -y $(cat list.txt) numpy",
        "pip install numpy",
    ],
)
def test_what_does_not_or_may_not_goes_on(predicted: Predict, command: str) -> None:
    assert stopped(predicted, f"FROM python:3.11\n{LATEST}RUN {command}\n") == []


@pytest.mark.parametrize(
    ("version", "stops"),
    [
        ("latest", True),
        ("py313_25.11.1-1", True),
        ("py314_26.5.3-1", True),
        ("py312_25.9.1-0", False),
        ("py310_23.3.1-0", False),
        ("4.5.4", False),
    ],
)
def test_only_installers_that_surely_have_the_plugin(predicted: Predict, version: str, stops: bool) -> None:
    text = "FROM python:3.11\n" + CONDA.format(URL.format(version)) + CREATE
    assert bool(stopped(predicted, text)) is stops


@pytest.mark.parametrize(
    "before",
    [
        "RUN conda tos accept\n",
        "RUN conda tos accept --override-channels --channel https://repo.anaconda.com/pkgs/main\n",
        "ENV CONDA_PLUGINS_AUTO_ACCEPT_TOS=yes\n",
        "ARG CI=true\n",
        "ENV GITHUB_ACTIONS=true\n",
        "RUN conda config --remove channels defaults\n",
        "RUN conda config --system --set plugins.auto_accept_tos yes\n",
        "RUN echo 'channels: [conda-forge]' > /root/.condarc\n",
        "COPY .condarc /root/.condarc\n",
        "COPY setup.sh /\nRUN bash /setup.sh\n",
        "RUN printf 'channels:' >> ~/.condarc\n",
    ],
)
def test_what_settles_it_before(predicted: Predict, before: str) -> None:
    files = {".condarc": "channels: [conda-forge]\n", "setup.sh": "conda tos accept\n"}
    assert stopped(predicted, f"FROM python:3.11\n{LATEST}{before}{CREATE}", files) == []


@pytest.mark.parametrize(
    ("base", "stops"),
    [
        ("ubuntu:22.04", True),
        ("debian:12", True),
        ("nvidia/cuda:12.4.1-devel-ubuntu22.04", True),
        ("ubuntu:18.04", False),
        ("nvidia/cudagl:11.3.0-devel-ubuntu20.04", False),
        ("nvidia/cudagl:10.1-devel-ubuntu16.04", False),
        ("registry.example.com/base:1", False),
        ("registry.example.com/cudagl:11.3.0-devel-ubuntu20.04", False),
    ],
)
def test_the_installer_has_to_run_at_all(predicted: Predict, base: str, stops: bool) -> None:
    assert bool(stopped(predicted, f"FROM {base}\n{LATEST}{CREATE}")) is stops


def test_only_the_first_command_is_ever_reached(predicted: Predict) -> None:
    text = (
        f"FROM python:3.11 AS base\n{LATEST}{CREATE}RUN conda install -y numpy\nFROM base\nRUN conda install -y six\n"
    )
    assert stopped(predicted, text) == ["conda create -y"]


@pytest.mark.parametrize(
    ("before", "stops"),
    [
        ("bash -c 'source ~/.bashrc'", True),
        (". /opt/conda/etc/profile.d/conda.sh", True),
        ("bash -c 'conda tos accept'", False),
        ('bash -c "$SETUP"', False),
        (". /setup.sh", False),
    ],
)
def test_what_a_shell_runs_is_followed(predicted: Predict, before: str, stops: bool) -> None:
    text = f"FROM python:3.11\nARG SETUP\n{LATEST}RUN {before} && /opt/conda/bin/conda create -y -n work\n"
    assert bool(stopped(predicted, text)) is stops


def test_miniforge_asks_for_no_terms(predicted: Predict) -> None:
    url = "https://github.com/conda-forge/miniforge/releases/latest/download/Miniforge3-Linux-x86_64.sh"
    assert stopped(predicted, f"FROM python:3.11\n{CONDA.format(url)}{CREATE}") == []


def test_a_conda_that_is_called_by_its_path_needs_no_known_image(predicted: Predict) -> None:
    text = f"FROM nvidia/cudagl:11.3.0-devel-ubuntu20.04\n{LATEST}"
    text += "RUN bash -c 'source ~/.bashrc' && /opt/conda/bin/conda update -y conda\n"
    assert stopped(predicted, text) == ["/opt/conda/bin/conda update -y"]
    assert stopped(predicted, text.replace("nvidia/", "registry.example.com/")) == []

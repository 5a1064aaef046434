"""Downloads, and the installers they bring: get-pip.py, uv's script, pipx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from tests.model.asking import Predict

UBUNTU = "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y python3 curl wget\n"
URL = "https://boot.example/get-pip.py"


@pytest.mark.parametrize(
    "commands",
    [
        f"curl -o get-pip.py {URL} && python3 get-pip.py",
        f"curl -sSO {URL} && python3 get-pip.py --no-cache-dir",
        f"wget {URL} && python3 ./get-pip.py && rm get-pip.py",
        f"wget -qO ~/get-pip.py {URL} && python3 ~/get-pip.py",
        f"curl -sS {URL} | python3",
        f"curl -sS {URL} | python3 -",
        f"wget -qO- {URL} | python3 - --quiet",
    ],
)
def test_get_pip_brings_pip_for_the_python_that_runs_it(predicted: Predict, commands: str) -> None:
    prediction = predicted(f"{UBUNTU}RUN {commands}\n")
    assert [prediction.starts(word) for word in ("pip", "pip3", "pip3.10")] == ["pip of /usr"] * 3
    assert prediction.there("/usr/local/bin/pip") == "file"


def test_get_pip_for_another_python_leaves_the_first_without(predicted: Predict) -> None:
    text = "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y curl software-properties-common "
    text += "&& add-apt-repository ppa:deadsnakes/ppa && apt-get install -y python3.11\n"
    prediction = predicted(f"{text}RUN curl -sS {URL} | python3.11\n")
    environment = prediction.final.environment_of(prediction.final.which("pip"))
    assert environment is not None
    assert environment.python.value == "3.11"


def test_get_pip_for_the_user_goes_home(predicted: Predict) -> None:
    text = f"{UBUNTU}USER me\nENV HOME=/home/me PATH=/home/me/.local/bin:$PATH\nRUN curl -sS {URL} | python3 - --user\n"
    prediction = predicted(text)
    assert prediction.there("/home/me/.local/bin/pip3") == "file"
    assert prediction.starts("pip") == "pip of /usr"


def test_get_pip_in_a_venv_stays_in_it(predicted: Predict) -> None:
    text = f"FROM python:3.11-slim\nRUN python -m venv --without-pip /v && curl -O {URL} && /v/bin/python get-pip.py\n"
    prediction = predicted(text)
    assert prediction.starts("/v/bin/pip") == "pip of /v"
    assert prediction.starts("pip") == "pip of /usr/local"


def test_get_pip_with_a_version_installs_that_one(predicted: Predict) -> None:
    prediction = predicted(f"{UBUNTU}RUN curl -O {URL} && python3 get-pip.py 'pip==21.0'\n")
    assert prediction.environment("/usr").packages["pip"].version == "21.0"


@pytest.mark.parametrize("option", ["--target=/x", "--prefix=/x"])
def test_get_pip_elsewhere_brings_a_pip_of_unknown_place(predicted: Predict, option: str) -> None:
    assert predicted(f"{UBUNTU}RUN curl -O {URL} && python3 get-pip.py {option}\n").starts("pip") == UNKNOWN


@pytest.mark.parametrize(
    ("command", "path", "there"),
    [
        ("curl -o /a https://x.example/f", "/a", "file"),
        ("curl --output=/a https://x.example/f", "/a", "file"),
        ("curl -fsSLo /a https://x.example/f", "/a", "file"),
        ("curl https://x.example/f > /a", "/a", "file"),
        ("curl https://x.example/f", "/w/f", ABSENT),
        ("curl -O https://x.example/d/f", "/w/f", "file"),
        ("curl --remote-name https://x.example/f", "/w/f", "file"),
        ("curl -OL https://x.example/f", "/w/f", "file"),
        ("curl -O $X/f", "/w/f", UNKNOWN),
        ("curl -o $X https://x.example/f", "/w/f", UNKNOWN),
        ("curl -o /a https://x.example/a -o /b https://x.example/b", "/b", "file"),
        ("curl -o /dev/null https://x.example/a", "/w/a", ABSENT),
        ("wget https://x.example/f", "/w/f", "file"),
        ("wget -P /d https://x.example/f", "/d/f", "file"),
        ("wget -q --directory-prefix=/d https://x.example/f", "/d/f", "file"),
        ("wget -O /a https://x.example/f", "/a", "file"),
        ("wget -o log -O /a https://x.example/f", "/a", "file"),
        ("wget -qO- https://x.example/f", "/w/f", ABSENT),
        ("wget -i list", "/w/f", UNKNOWN),
        ("aria2c -d /d -o g https://x.example/f", "/d/g", "file"),
    ],
)
def test_where_a_download_comes_to_lie(predicted: Predict, command: str, path: str, there: str) -> None:
    assert predicted(f"FROM debian:12\nARG X\nWORKDIR /w\nRUN {command}\n").there(path) == there


@pytest.mark.parametrize(
    ("command", "path", "said"),
    [
        ("curl -LsSf https://astral.sh/uv/install.sh | sh", "/root/.local/bin/uv", "uv"),
        ("wget -qO- https://astral.sh/uv/install.sh | bash", "/root/.local/bin/uvx", "uv"),
        ("curl -LsSf https://astral.sh/uv/0.9.7/install.sh | sh", "/root/.local/bin/uv", "uv"),
        ("curl -LsSf https://astral.sh/uv/install.sh | env UV_INSTALL_DIR=/usr/bin sh", "/usr/bin/uv", "uv"),
        ("curl -LsSf https://astral.sh/uv/0.4.30/install.sh | sh", "/root/.local/bin/uv", UNKNOWN),
        ("curl -LsSf https://other.example/install.sh | sh", "/root/.local/bin/uv", UNKNOWN),
    ],
)
def test_uv_s_installer(predicted: Predict, command: str, path: str, said: str) -> None:
    prediction = predicted(f"FROM python:3.11-slim\nRUN {command}\n")
    assert prediction.starts(path) == said
    assert prediction.environment("/usr/local").complete == ("astral" in command)


def test_mim_installs_as_pip_does(predicted: Predict) -> None:
    found = predicted(
        "FROM pytorch/pytorch:1.11.0-cuda11.3-cudnn8-devel\nRUN pip install openmim\n"
        "RUN mim install -y mmcv-full==1.7.0 mmdet\nRUN mim install mmengine && mim download mmdet --config x\n"
    )
    _, both, alone = found.installs
    assert [one.requirement.name for one in both.requested] == ["mmcv-full", "mmdet"]
    # It looks in pages of its own, and mmdet brings what a list of OpenMMLab's says.
    assert (both.indexes, both.complete, alone.complete) == (None, False, True)
    assert both.environment is not None
    assert both.environment.prefix == "/opt/conda"
    assert found.final.environments["/opt/conda"].packages["mmcv-full"].version == "1.7.0"


def test_where_a_mim_of_unknown_origin_installs_nobody_knows(predicted: Predict) -> None:
    assert predicted("FROM python:3.10-slim\nRUN mim install mmcv-full\n").install.environment is None


def test_pipx_leaves_other_environments_alone(predicted: Predict) -> None:
    text = "FROM python:3.11-slim\nRUN pip install pipx && pipx ensurepath && pipx install poetry\n"
    prediction = predicted(text)
    environment = prediction.environment("/usr/local")
    assert (set(environment.packages), environment.complete) == ({"pipx"}, True)
    assert prediction.there("/root/.local/bin/poetry") == UNKNOWN
    assert predicted(text.replace("RUN", "ENV PIPX_BIN_DIR=/b\nRUN")).there("/root/.local/bin/x") == UNKNOWN

"""Which exact versions cannot be imported any more, and what keeps them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.context import Context
from torchlint.project import read
from torchlint.world import World
from torchlint.world.tables.outgrown import ROWS

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.10-slim\n"
MINORS = ("3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13")
WORLD = World()


def broken(predicted: Predict, text: str) -> list[str]:
    """What breaks in the first install: "flask<-werkzeug"."""
    build = predicted(text).build
    on = Context(read([]), WORLD, build)
    found = on.broken(build.installs()[0])
    return [f"{one.requested.requirement.name}<-{row.dependency}" for one in found for row in one.by]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("RUN pip install flask==2.2.2", ["flask<-werkzeug"]),
        ("RUN pip install Flask==2.2.2 --upgrade", ["flask<-werkzeug"]),
        ("RUN pip install flask==2.2.2 'werkzeug>=2.2'", ["flask<-werkzeug"]),
        ("RUN pip install flask==2.2.2 werkzeug!=2.2.0", ["flask<-werkzeug"]),
        ("RUN pip install flask==2.2.2 'werkzeug==3.*'", ["flask<-werkzeug"]),
        ("RUN pip install flask==2.2.2 'werkzeug<4'", ["flask<-werkzeug"]),
        ("RUN pip install flask==2.2.2\nRUN pip install numpy", ["flask<-werkzeug"]),
        ("RUN pip install flask==2.2.2 'werkzeug<=2.3.7'", []),
        ("RUN pip install flask==2.2.2 'werkzeug==2.*'", []),
        ("RUN pip install flask==2.2.2 'werkzeug~=2.2'", []),
        ("RUN pip install flask==2.2.2 'werkzeug<3; python_version < \"3.12\"'", []),
        ("RUN pip install flask==2.2.2 'werkzeug<3; python_version < \"3.8\"'", ["flask<-werkzeug"]),
        ("RUN pip install flask==2.2.2 werkzeug===2.2.2", []),
        ("RUN pip install flask==2.2.2 https://example.com/werkzeug-2.2.2-py3-none-any.whl", []),
        ("RUN pip install flask==2.2.2 our-models-of-example", []),
        ("RUN pip install flask==2.2.2\nRUN pip install our-models-of-example", []),
        ("RUN pip install flask==2.2.2\nRUN pip install 'werkzeug<3'", []),
        ("RUN pip install flask==2.2.2\nRUN ./install-things.sh", []),
        ("RUN pip install 'flask==2.2.2; python_version < \"3.8\"'", []),
        ("RUN pip install 'flask<2.3'", []),
        ("RUN pip install flask==2.2.5", []),
        ("RUN pip install --no-deps flask==2.2.2", []),
        ("RUN pip install flask==1.1.4", ["flask<-markupsafe"]),
        ("RUN pip install flask==1.1.2", ["flask<-jinja2", "flask<-itsdangerous", "flask<-werkzeug"]),
        ("RUN pip install flask==1.1.2 'jinja2<3.1' 'werkzeug<2.1'", ["flask<-itsdangerous"]),
        ("RUN pip install flask==1.1.2 jinja2==3.0.3 itsdangerous==2.0.1 werkzeug==2.0.3", []),
        ("RUN pip install flask-socketio==5.1.1", ["flask-socketio<-flask"]),
        ("RUN pip install flask-socketio==5.1.1 flask==2.3.3", []),
        ("RUN pip install flask-socketio==5.1.1 werkzeug==2.0.3", []),
        ("RUN pip install flask-socketio==5.1.1 'click<8'", []),
        ("RUN pip install flask-socketio==5.1.1 click==8.1.3", ["flask-socketio<-flask"]),
        ("RUN pip install flask-restx==1.0.3", ["flask-restx<-flask", "flask-restx<-werkzeug"]),
        ("RUN pip install flask-restx==1.0.3 flask==2.3.3 werkzeug==3.0.6", []),
        ("RUN pip install gensim==4.1.2 numpy==1.21.6", []),
        ("RUN pip install gensim==4.3.2 numpy==1.24.4", ["gensim<-scipy"]),
        ("RUN pip install gensim==4.3.2 scipy==1.12.0", []),
        ("RUN pip install gensim==4.3.2 numba==0.57.1", []),
        ("RUN pip install gensim==4.3.3", []),
        ("RUN pip install pandas==2.0.3", ["pandas<-numpy"]),
        ("RUN pip install pandas==2.0.3 numpy==2.0.1", ["pandas<-numpy"]),
        ("RUN pip install pandas==2.0.3 'numpy<2'", []),
        ("RUN pip install pandas==2.0.3 scipy==1.10.1", []),
        ("RUN pip install pandas==2.2.2", []),
    ],
)
def test_what_breaks(predicted: Predict, lines: str, found: list[str]) -> None:
    assert broken(predicted, f"{SLIM}{lines}\n") == found


@pytest.mark.parametrize(
    ("base", "found"),
    [
        ("python:3.12", ["flask<-werkzeug"]),
        ("python:3.7-slim", []),
        ("python", []),
        ("continuumio/miniconda3", []),
        ("nvcr.io/nvidia/pytorch:23.10-py3", []),
        ("pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime", ["flask<-werkzeug"]),
        ("example.com/models:1", []),
    ],
)
def test_what_the_image_may_hold(predicted: Predict, base: str, found: list[str]) -> None:
    assert broken(predicted, f"FROM {base}\nRUN pip install flask==2.2.2\n") == found


def test_what_an_image_of_torch_may_hold_itself_is_not_known(predicted: Predict) -> None:
    base = "FROM pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime\n"
    assert broken(predicted, f"{base}RUN pip install flask==1.1.2\n") == ["flask<-itsdangerous", "flask<-werkzeug"]
    assert broken(predicted, f"{base}RUN pip install pandas==2.0.3\n") == []
    assert broken(predicted, f"{base}RUN conda install numpy\nRUN pip install flask==2.2.2\n") == []


@pytest.mark.parametrize(
    ("packages", "found"),
    [
        ("python3 python3-pip", ["flask<-werkzeug"]),
        ("python3 python3-pip git curl", ["flask<-werkzeug"]),
        ("python3 python3-pip python3-flask", []),
    ],
)
def test_what_the_distribution_brings(predicted: Predict, packages: str, found: list[str]) -> None:
    text = f"FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y {packages}\nRUN pip3 install flask==2.2.2\n"
    assert broken(predicted, text) == found


def test_a_later_stage_may_mend_it(predicted: Predict) -> None:
    first = "FROM python:3.10-slim AS base\nRUN pip install flask==2.2.2\nFROM base\n"
    assert broken(predicted, f"{first}RUN pip install 'werkzeug<3'\n") == []
    assert broken(predicted, f"{first}RUN pip install rich\n") == ["flask<-werkzeug"]


def before(until: str) -> str:
    """What comes before a release, and after all that there are before it: "2.3.0" -> "2.2.9999"."""
    numbers = [int(part) for part in until.split(".")]
    while not numbers[-1]:
        numbers.pop()
    return ".".join(map(str, (*numbers[:-1], numbers[-1] - 1, 9999)))


@pytest.mark.parametrize(
    ("package", "version", "dependency", "oldest"),
    [
        (package, version, dependency, python)
        for package, rows in ROWS.items()
        for since, until, dependency, _, python, *_ in rows
        for version in (since, *([before(until)] if until else []))
    ],
)
def test_each_row_breaks_its_first_and_its_last_release_where_they_stand_alone(
    predicted: Predict, package: str, version: str, dependency: str, oldest: str
) -> None:
    """On some Python: what a package needs and keeps old is known for all releases that the row is about."""
    asked = f"RUN pip install {package}=={version}\n"
    pythons = MINORS[MINORS.index(oldest) :]
    assert any(f"{package}<-{dependency}" in broken(predicted, f"FROM python:{one}-slim\n{asked}") for one in pythons)

"""What pip refuses to put into the distribution's Python, and whether a virtual environment may have it instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.apart import apart
from torchlint.project import read
from torchlint.text import apply
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict

UBUNTU = "FROM ubuntu:24.04\n"
APT = "RUN apt-get update && apt-get install -y python3-pip\n"
WITH = "RUN apt-get update && apt-get install -y python3-pip python3-venv\n"
MADE = 'RUN python3 -m venv /opt/venv\nENV PATH="/opt/venv/bin:$PATH"\n'
FLASK = "RUN pip install flask==3.0.3\n"
START = 'COPY app.py .\nCMD ["python3", "app.py"]\n'


def made(predicted: Predict, text: str) -> str | None:
    """The file that comes out, None if none does."""
    build = predicted(text, {"app.py": "import flask\n", "requirements.txt": "flask==3.0.3\n"}).build
    install = next(one for one in build.installs() if one.refused)
    edits = apart(build, install, read([build.source.path]), World())
    return None if edits is None else apply(text, edits)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{UBUNTU}{APT}{FLASK}{START}", f"{UBUNTU}{WITH}{MADE}{FLASK}{START}"),
        (f"{UBUNTU}{WITH}{FLASK}{START}", f"{UBUNTU}{WITH}{MADE}{FLASK}{START}"),
        (f"{UBUNTU}{APT}\n# web\n{FLASK}", f"{UBUNTU}{WITH}\n{MADE}\n# web\n{FLASK}"),
        (f"{UBUNTU}{APT}COPY . .\n{FLASK}", f"{UBUNTU}{WITH}{MADE}COPY . .\n{FLASK}"),
        (f"{UBUNTU}{APT}{FLASK}RUN pip3 install rich\n", f"{UBUNTU}{WITH}{MADE}{FLASK}RUN pip3 install rich\n"),
    ],
    ids=["venv-package", "there-already", "comment", "above-files", "several"],
)
def test_environment_is_made_before_the_first_install(predicted: Predict, before: str, after: str) -> None:
    assert made(predicted, before) == after


@pytest.mark.parametrize(
    "text",
    [
        f"{UBUNTU}RUN apt-get update && apt-get install -y python3-pip python3-opencv\n{FLASK}",
        f"{UBUNTU}{APT}RUN useradd app\nUSER app\n{FLASK}",
        f"{UBUNTU}{APT}{FLASK}" + 'COPY app.py .\nCMD ["/usr/bin/python3", "app.py"]\n',
        f"{UBUNTU}{APT}{FLASK}RUN sudo pip install rich\n",
        f"{UBUNTU}{APT}{FLASK}RUN ls /usr/local/lib/python3.12/dist-packages\n",
        f"{UBUNTU.rstrip()} AS one\n{APT}{FLASK}FROM ubuntu:24.04\nCOPY --from=one /usr/local /usr/local\n",
        f"{UBUNTU}RUN apt-get update && apt-get install -y python3-pip && pip install flask==3.0.3\n",
        f"{UBUNTU}{APT}{FLASK}RUN python3 -m venv /opt/venv\n",
        f"FROM pytorch/pytorch:2.10.0-cuda12.8-cudnn9-runtime\n{FLASK}",
    ],
    ids="apt-module user by-path sudo folder-named copied-from same-run taken-path packages-of-image".split(),
)
def test_no_environment_where_something_may_need_the_other_one(predicted: Predict, text: str) -> None:
    assert made(predicted, text) is None

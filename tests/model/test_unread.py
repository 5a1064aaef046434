"""What an install asks for and nobody here can read is said, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.build import predict
from torchlint.model.unread import unread
from torchlint.project import read
from torchlint.world import World

if TYPE_CHECKING:
    from pathlib import Path

    from tests.model.asking import Predict
    from torchlint.model.build import Build

SLIM = "FROM python:3.12-slim\n"


def told(predicted: Predict, text: str, files: dict[str, str] | None = None) -> list[str]:
    """The beginnings of what could not be judged."""
    build = predicted(text, files).build
    return [one.message.partition(":")[0] for one in (*build.unknowns, *unread(build))]


def named(path: Path, text: str) -> Build:
    """The prediction of a Dockerfile that is called so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    project = read([str(path)])
    return predict(project.dockerfiles[0], project, World())


@pytest.mark.parametrize(
    ("run", "said"),
    [
        ("ARG F\nRUN pip install -r ${F}/requirements.txt", ["${F}/requirements.txt has no value here"]),
        ("ARG F\nRUN pip install --requirement $F", ["$F has no value here"]),
        ("RUN pip install $(cat names) torch==2.6.0", ["$(cat names) has no value here"]),
        ("RUN git clone https://example.com/a && pip install -r a/needs.txt", ["a/needs.txt cannot be read here"]),
        (
            "ARG F\nRUN pip install uv\nRUN uv pip install --system -r $F && uv pip install --system -r b$F",
            ["$F has no value here", "b$F has no value here"],
        ),
    ],
)
def test_what_no_file_or_variable_tells_is_said(predicted: Predict, run: str, said: list[str]) -> None:
    assert told(predicted, f"{SLIM}{run}\n") == said


@pytest.mark.parametrize(
    "run",
    [
        "RUN pip install torch==2.6.0",
        "ARG URL\nRUN pip install --index-url $URL torch==2.6.0",
        "ENV NAME=torch\nRUN pip install $NAME",
        "COPY requirements.txt .\nRUN pip install -r requirements.txt",
    ],
)
def test_what_can_be_read_is_not_said(predicted: Predict, run: str) -> None:
    assert told(predicted, f"{SLIM}{run}\n", {"requirements.txt": "torch==2.6.0\n"}) == []


def test_a_file_that_is_surely_missing_is_left_to_a_rule(predicted: Predict) -> None:
    assert told(predicted, f"{SLIM}RUN pip install -r requirements.txt\n") == []


PIECE = "ARG A=1\nRUN pip install $(cat names)\n"


@pytest.mark.parametrize("name", ["Dockerfile.base", "gpu.Dockerfile", "parts/Containerfile.in"])
def test_a_piece_without_from_is_not_judged(tmp_path: Path, name: str) -> None:
    messages = [one.message.partition(":")[0] for one in unread(named(tmp_path / name, PIECE))]
    assert messages == [f"{name.rpartition('/')[2]} has no FROM"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Dockerfile", PIECE),
        ("deploy/Containerfile", PIECE),
        ("dockerfile", PIECE),
        ("gpu.Dockerfile", f"FORM a\n{PIECE}"),
        ("gpu.Dockerfile", "# nothing\n"),
        ("gpu.Dockerfile", f"{SLIM}RUN true\n"),
    ],
)
def test_a_whole_dockerfile_is_no_piece(tmp_path: Path, name: str, text: str) -> None:
    assert list(unread(named(tmp_path / name, text))) == []


def test_of_an_unknown_base_one_thing_is_said(predicted: Predict) -> None:
    assert told(predicted, "FROM registry.example.com/a\nARG F\nRUN pip install -r $F\n") == [
        "base registry.example.com/a is unknown"
    ]

"""Virtual environments: whose Python they have, what is in them, who uses them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.model.asking import Predict

UBUNTU = "FROM ubuntu:22.04\nRUN apt-get install -y python3 python3-venv python3.11 python3.11-venv virtualenv\n"


def test_a_venv_has_the_programs_that_python_makes(predicted: Predict, tmp_path: Path) -> None:
    """Asked of the Python that runs the tests."""
    folder = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=60)
    minor = f"{sys.version_info.major}.{sys.version_info.minor}"
    prediction = predicted(f"FROM python:{minor}-slim\nRUN python -m venv --without-pip /v\n")
    for name in os.listdir(folder / "bin"):
        if name == "activate" or name.startswith("python"):
            assert prediction.there(f"/v/bin/{name}") == "file", name
    assert prediction.there("/v/bin/pip") == ABSENT


@pytest.mark.parametrize(
    ("line", "python", "home"),
    [
        ("python3 -m venv /v", "3.10", "/usr/bin/python3.10"),
        ("python3.11 -m venv /v", "3.11", "/usr/bin/python3.11"),
        ("/usr/bin/python3.11 -m venv --copies /v", "3.11", "/usr/bin/python3.11"),
        ("cd / && python3 -m venv v", "3.10", "/usr/bin/python3.10"),
        ("virtualenv -p python3.11 /v", "3.11", "/usr/bin/python3.11"),
        ("virtualenv --python=3.11 /v", "3.11", "/usr/bin/python3.11"),
        ("virtualenv -p /usr/bin/python3 --prompt x /v", "3.10", "/usr/bin/python3.10"),
        ("virtualenv /v", None, None),
    ],
)
def test_whose_python_it_has(predicted: Predict, line: str, python: str | None, home: str | None) -> None:
    environment = predicted(f"{UBUNTU}ARG X\nRUN {line}\n").environment("/v")
    assert (environment.python.value, environment.home) == (python, home)
    assert environment.packages == {}


def test_a_venv_in_a_venv_links_to_the_first_python(predicted: Predict) -> None:
    text = "FROM python:3.11-slim\nRUN python -m venv /a && /a/bin/python -m venv /b\n"
    assert predicted(text).environment("/b").home == "/usr/local/bin/python3.11"


def test_a_folder_that_is_unknown_gives_no_environment(predicted: Predict) -> None:
    prediction = predicted("FROM python:3.11-slim\nARG D\nRUN python -m venv $D\n")
    assert list(prediction.final.environments) == ["/usr/local"]
    assert prediction.there("/opt/venv/bin/python") == UNKNOWN


@pytest.mark.parametrize(
    ("line", "prefix"),
    [
        ("RUN . /v/bin/activate && pip install a", "/v"),
        ('SHELL ["bash", "-c"]\nRUN source /v/bin/activate; pip install a', "/v"),
        ("RUN . /v/bin/activate\nRUN pip install a", "/usr/local"),
        ("ENV PATH=/v/bin:$PATH\nRUN pip install a", "/v"),
        ("ENV VIRTUAL_ENV=/v PATH=/v/bin:$PATH\nRUN pip install a", "/v"),
        ("ENV VIRTUAL_ENV=/v\nENV PATH=$VIRTUAL_ENV/bin:$PATH\nRUN python -m pip install a", "/v"),
        ("ENV VIRTUAL_ENV=/v\nRUN pip install a", "/usr/local"),
        ("ENV PATH=$PATH:/v/bin\nRUN pip install a", "/usr/local"),
        ("ENV X=/v PATH=$X/bin:$PATH\nRUN pip install a", "/usr/local"),
        ("RUN cd /v && . bin/activate && pip install a", "/v"),
        ("RUN (. /v/bin/activate); pip install a", "/usr/local"),
        ("RUN bash -c '. /v/bin/activate && pip install a'", "/v"),
    ],
)
def test_who_uses_it(predicted: Predict, line: str, prefix: str) -> None:
    environment = predicted(f"FROM python:3.11-slim\nRUN python -m venv /v\n{line}\n").install.environment
    assert environment is not None
    assert environment.prefix == prefix


def test_a_second_venv_at_the_same_place_keeps_what_is_there(predicted: Predict) -> None:
    text = "FROM python:3.11-slim\nRUN python -m venv /v && /v/bin/pip install torch\nRUN python -m venv"
    assert "torch" in predicted(f"{text} /v\n").environment("/v").packages
    assert "torch" not in predicted(f"{text} --clear /v\n").environment("/v").packages


def test_system_packages_are_seen_where_asked(predicted: Predict) -> None:
    text = "FROM python:3.11-slim\nRUN pip install torch && python -m venv --system-site-packages /v\n"
    assert "torch" in predicted(text).environment("/v").packages


def test_system_packages_may_come_later(predicted: Predict) -> None:
    """What the Python below gets afterwards is seen too: nothing is surely absent."""
    text = "FROM python:3.11-slim\nRUN python -m venv {}/v\nRUN /usr/local/bin/pip install six\n"
    assert predicted(text.format("--system-site-packages ")).environment("/v").has("six") is None
    assert predicted(text.format("")).environment("/v").has("six") is False


def test_a_removed_or_moved_venv_is_gone(predicted: Predict) -> None:
    text = "FROM python:3.11-slim\nRUN python -m venv /v"
    for line in ("rm -rf /v", "mv /v /w"):
        prediction = predicted(f"{text} && {line}\n")
        assert "/v" not in prediction.final.environments
        assert prediction.there("/v/bin/python") == ABSENT

"""When uv finds no Python that a project allows and may not fetch one: tried with uv."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint import World
from torchlint.model.uv_refusal import fetched, no_environment, no_python

if TYPE_CHECKING:
    from tests.model.asking import Predict
    from torchlint.model.uv_refusal import NoPython

START = "FROM python:3.11-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.5.1 /uv /usr/bin/\nWORKDIR /app\nCOPY . .\n"
TOML = '[project]\nname = "demo"\nversion = "1"\nrequires-python = "{}"\n'


def refused(predicted: Predict, lines: str, requires: str = ">=3.12", **files: str) -> NoPython | None:
    told = {"pyproject.toml": TOML.format(requires)} | {
        "." + name.replace("_", "-"): text for name, text in files.items()
    }
    return no_python(predicted(START + lines + "\n", told).commands[-1], World())


@pytest.mark.parametrize(
    ("lines", "because"),
    [
        ("ENV UV_PYTHON_DOWNLOADS=0\nRUN uv sync", "UV_PYTHON_DOWNLOADS=0"),
        ("ENV UV_PYTHON_DOWNLOADS=never\nRUN uv run pytest", "UV_PYTHON_DOWNLOADS=never"),
        ("RUN UV_PYTHON_PREFERENCE=only-system uv sync", "UV_PYTHON_PREFERENCE=only-system"),
        ("RUN uv venv --no-python-downloads", "--no-python-downloads"),
        ("RUN export UV_PYTHON_DOWNLOADS=manual && uv sync --frozen", "UV_PYTHON_DOWNLOADS=manual"),
        ("ENV UV_NO_MANAGED_PYTHON=1\nRUN uv sync", "UV_NO_MANAGED_PYTHON=1"),
        ("RUN uv sync --python-preference only-system", "--python-preference only-system"),
    ],
)
def test_what_keeps_uv_from_fetching_one(predicted: Predict, lines: str, because: str) -> None:
    found = refused(predicted, lines)
    if "pytest" in lines:
        found = no_python(
            predicted(START + lines + "\n", {"pyproject.toml": TOML.format(">=3.12")}).commands[0], World()
        )
    assert found == (">=3.12", ("3.11",), because)


@pytest.mark.parametrize(
    ("lines", "requires"),
    [
        ("RUN uv sync", ">=3.12"),
        ("ENV UV_PYTHON_DOWNLOADS=0\nRUN uv sync", ">=3.10"),
        ("ENV UV_PYTHON_DOWNLOADS=0\nRUN uv sync", ">=3.11.5"),
        ("ENV UV_PYTHON_DOWNLOADS=automatic\nRUN uv sync", ">=3.12"),
        ("ENV UV_PYTHON_DOWNLOADS=0\nRUN uv pip install -r x.txt", ">=3.12"),
        ("ENV UV_PYTHON_DOWNLOADS=0\nRUN uv sync --python /opt/python", ">=3.12"),
        ("ENV UV_PYTHON_DOWNLOADS=0\nRUN something && uv sync", ">=3.12"),
        ("ARG WHEN\nENV UV_PYTHON_DOWNLOADS=$WHEN\nRUN uv sync", ">=3.12"),
    ],
)
def test_it_finds_one_or_that_cannot_be_known(predicted: Predict, lines: str, requires: str) -> None:
    assert refused(predicted, lines, requires) is None


@pytest.mark.parametrize(
    ("lines", "requires", "found"),
    [
        ("RUN uv sync", ">=3.12", (">=3.12", "requires-python", ("3.11",))),
        ("ENV UV_PYTHON=python3.13\nRUN uv sync", ">=3.10", ("3.13", "UV_PYTHON", ("3.11",))),
        ("ENV UV_PYTHON=3.13\nRUN uv sync --python 3.12", ">=3.10", ("3.12", "--python", ("3.11",))),
        ("RUN uv sync", ">=3.11", None),
        ("ENV UV_PYTHON_DOWNLOADS=never\nRUN uv sync", ">=3.12", None),
        ("ARG WHEN\nENV UV_PYTHON_DOWNLOADS=$WHEN\nRUN uv sync", ">=3.12", None),
        ("RUN something && uv sync", ">=3.12", None),
    ],
)
def test_which_python_uv_fetches(
    predicted: Predict, lines: str, requires: str, found: tuple[str, str, tuple[str, ...]] | None
) -> None:
    told = {"pyproject.toml": TOML.format(requires)}
    assert fetched(predicted(START + lines + "\n", told).commands[-1], World()) == found


def test_settings_of_the_project_may_keep_uv_from_fetching(predicted: Predict) -> None:
    told = {"pyproject.toml": TOML.format(">=3.12") + '[tool.uv]\npython-downloads = "manual"\n'}
    assert fetched(predicted(START + "RUN uv sync\n", told).commands[-1], World()) is None


def test_a_pin_is_asked_for_before_the_range(predicted: Predict) -> None:
    lines = "ENV UV_PYTHON_DOWNLOADS=0\nRUN uv sync"
    assert refused(predicted, lines, ">=3.10", python_version="3.13\n") == ("3.13", ("3.11",), "UV_PYTHON_DOWNLOADS=0")
    assert refused(predicted, lines, ">=3.10", python_version="3.11\n") is None


BARE = "FROM python:3.11-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.5.1 /uv /usr/bin/\nWORKDIR /app/src\n"


@pytest.mark.parametrize(
    ("lines", "stops"),
    [
        ("RUN uv pip install six", True),
        ("RUN uv pip sync requirements.txt", True),
        ("RUN uv pip uninstall six", True),
        ("RUN uv pip install --break-system-packages -e .", True),
        ("ENV UV_SYSTEM_PYTHON=0\nRUN uv pip install six", False),
        ("ENV UV_SYSTEM_PYTHON=1\nRUN uv pip install six", False),
        ("ENV UV_BREAK_SYSTEM_PACKAGES=1\nRUN uv pip install six", True),
        ("RUN uv pip install --system six", False),
        ("RUN uv pip install --python 3.11 six", False),
        ("RUN uv pip install -p /opt/venv six", False),
        ("RUN uv pip install --prefix /p six", False),
        ("ENV VIRTUAL_ENV=/opt/venv\nRUN uv pip install six", False),
        ("RUN CONDA_PREFIX=/opt/conda uv pip install six", False),
        ("ENV UV_CONFIG_FILE=/uv.toml\nRUN uv pip install six", False),
        ("RUN uv venv && uv pip install six", False),
        ("RUN uv venv /app/.venv && uv pip install six", False),
        ("RUN uv venv /opt/venv && uv pip install six", True),
        ("RUN python -m venv /opt/venv\nENV PATH=/opt/venv/bin:$PATH\nRUN uv pip install six", False),
        ("RUN python -m venv /v && . /v/bin/activate && uv pip install six", False),
        ("RUN mkdir /etc/uv && touch /etc/uv/uv.toml && uv pip install six", False),
        ("RUN ./setup.sh && uv pip install six", False),
        ("RUN uv pip compile requirements.in", False),
        ("RUN uv pip list", False),
        ("RUN pip install six", False),
    ],
)
def test_uv_pip_wants_an_environment(predicted: Predict, lines: str, stops: bool) -> None:
    assert no_environment(predicted(BARE + lines + "\n").commands[-1], World()) is stops


@pytest.mark.parametrize(
    ("text", "stops"),
    [(TOML.format(">=3.11"), True), (TOML.format(">=3.11") + "[tool.uv.pip]\nsystem = true\n", False)],
)
def test_settings_of_a_project_above_count(predicted: Predict, text: str, stops: bool) -> None:
    lines = "COPY pyproject.toml /app/\nRUN uv pip install six\n"
    assert no_environment(predicted(BARE + lines, {"pyproject.toml": text}).commands[-1], World()) is stops


@pytest.mark.parametrize("base", ["registry.example.com/base:1", "ghcr.io/astral-sh/uv:python3.12-bookworm-slim"])
def test_of_other_images_nobody_knows_their_environment(predicted: Predict, base: str) -> None:
    assert not no_environment(predicted(f"FROM {base}\nRUN uv pip install six\n").commands[-1], World())

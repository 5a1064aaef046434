"""Which commands the release of a program that is there no longer has, and where nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.context import Context
from torchlint.project import read
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.12-slim\n"
WORLD = World()
HUB = "RUN pip install huggingface_hub\n"
CALL = "RUN huggingface-cli download a/b"


def gone(predicted: Predict, text: str, files: dict[str, str] | None = None) -> list[str]:
    """What is said of the releases, one for each command that is gone."""
    build = predicted(text, files).build
    on = Context(read([]), WORLD, build)
    commands = (one for stage in build.stages for step in stage.steps for one in step.commands)
    return [found.said for found in map(on.gone, commands) if found is not None]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (HUB + CALL, ["huggingface-hub 1.0.0 or newer"]),
        ("RUN pip install 'huggingface_hub>=0.20'\n" + CALL, ["huggingface-hub 1.0.0 or newer"]),
        ("RUN pip install huggingface_hub==1.2.0\n" + CALL, ["huggingface-hub 1.2.0"]),
        ("RUN pip install transformers\n" + CALL, ["huggingface-hub 1.0.0 or newer"]),
        ("RUN pip install transformers huggingface_hub==0.36.0\n" + CALL, []),
        ("RUN pip install huggingface_hub==0.36.0\n" + CALL, []),
        ("RUN pip install 'huggingface_hub<1'\n" + CALL, []),
        ("RUN pip install 'huggingface_hub; python_version<\"3.10\"'\n" + CALL, []),
        ("RUN pip install 'huggingface_hub<1'\n" + HUB + CALL, []),
        ("RUN pip install transformers==4.51.3\n" + CALL, []),
        (HUB + "RUN pip install transformers==4.51.3\n" + CALL, []),
        (HUB + CALL + "\nRUN pip install 'huggingface_hub<1'", ["huggingface-hub 1.0.0 or newer"]),
        (HUB + CALL + "\nRUN pip install our-models-of-example", ["huggingface-hub 1.0.0 or newer"]),
        ("RUN pip install our-models-of-example\n" + HUB + CALL, []),
        ("RUN pip install git+https://github.com/example/huggingface_hub\n" + CALL, []),
        ("RUN pip install --index-url https://packages.example.com/simple huggingface_hub\n" + CALL, []),
        (HUB + CALL + " || true", []),
        (HUB + 'RUN if [ -n "$MODEL" ]; then huggingface-cli download a/b; fi', []),
        (HUB + "RUN python -m venv /venv && /venv/bin/pip install huggingface_hub==0.36.0\n" + CALL, []),
        (CALL, []),
    ],
)
def test_a_program_is_gone_where_nothing_keeps_its_package_old(predicted: Predict, lines: str, said: list[str]) -> None:
    assert gone(predicted, SLIM + lines) == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("RUN pip install jupyter", ["notebook 7.0.0 or newer"]),
        ("RUN pip install notebook ipywidgets", ["notebook 7.0.0 or newer"]),
        ("RUN pip install jupyterlab ipywidgets", ["notebook 7.0.0 or newer"]),
        ("RUN pip install jupyter 'notebook<7'", []),
        ("RUN pip install jupyterlab==3.6.7 ipywidgets", []),
        ("RUN pip install jupyter\nRUN pip install notebook==6.5.5", []),
        ("RUN pip install jupyter jupyter_contrib_nbextensions", []),
    ],
)
def test_notebook_7_has_no_extensions_to_switch_on(predicted: Predict, lines: str, said: list[str]) -> None:
    assert gone(predicted, f"{SLIM}{lines}\nRUN jupyter nbextension enable --py widgetsnbextension") == said


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("python:3.9-slim", ["huggingface-hub 1.0.0 or newer"]),
        ("python:3.8-slim", []),
        ("pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime", ["huggingface-hub 1.0.0 or newer"]),
        ("registry.example.com/team/base:3", []),
        ("nvcr.io/nvidia/pytorch:23.10-py3", []),
    ],
)
def test_what_the_image_brings_counts(predicted: Predict, image: str, said: list[str]) -> None:
    assert gone(predicted, f"FROM {image}\n{HUB}{CALL}") == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("RUN pip install poetry\nRUN poetry export -o r.txt", ["poetry 2.0.0 or newer"]),
        ("RUN pip install poetry==2.1.3\nRUN poetry export -o r.txt", ["poetry 2.1.3"]),
        ("RUN pip install our-models-of-example poetry\nRUN poetry shell", ["poetry 2.0.0 or newer"]),
        ("COPY x .\nRUN ./x.sh\nRUN pip install poetry\nRUN poetry shell", ["poetry 2.0.0 or newer"]),
        ("RUN pip install poetry==1.8.5\nRUN poetry export -o r.txt", []),
        ("RUN pip install 'poetry<2'\nRUN poetry export -o r.txt", []),
        ("RUN pip install poetry poetry-plugin-export\nRUN poetry export -o r.txt", []),
        ("RUN pip install poetry && poetry self add poetry-plugin-export\nRUN poetry export -o r.txt", []),
        ("RUN pip install pipx && pipx install poetry && poetry export", ["poetry 2.0.0 or newer"]),
        ("RUN pip install pipx && pipx install poetry==2.1.0 && poetry export", ["poetry 2.1.0"]),
        ("RUN pip install pipx && pipx install poetry==1.8.0 && poetry export", []),
        ("RUN pip install pipx && pipx install 'poetry<2' && poetry export", []),
        ("RUN pip install pipx && pipx install poetry && pipx inject poetry poetry-plugin-export && poetry export", []),
        ("RUN pip install poetry poetry==1.8.5 && poetry export", []),
        ("RUN pip install poetry && pipx install poetry && poetry export", []),
        ("RUN pip install virtualenv\nRUN virtualenv --no-site-packages /venv", ["virtualenv 20.0.0 or newer"]),
        ("RUN pip install virtualenv==16.7.10\nRUN virtualenv --no-site-packages /venv", []),
        ("RUN pip install gdown\nRUN gdown --id 1", ["gdown 6.0.0 or newer"]),
        ("RUN pip install gdown==5.2.0\nRUN gdown --id 1", []),
    ],
)
def test_tools_of_a_build(predicted: Predict, lines: str, said: list[str]) -> None:
    assert gone(predicted, SLIM + lines) == said


@pytest.mark.parametrize(
    ("environment", "text", "said"),
    [
        ("", "curl -sSL https://install.python-poetry.org | python3 -", ["poetry 2.0.0 or newer"]),
        ("", "curl -sSL https://install.python-poetry.org | python3 - --version 1.8.5", []),
        ("", "curl -sSL https://install.python-poetry.org | POETRY_VERSION=1.8.5 python3 -", []),
        ("ENV POETRY_VERSION=1.8.5\n", "curl -sSL https://install.python-poetry.org | python3 -", []),
    ],
)
def test_the_installer_of_poetry_takes_the_newest_unless_told(
    predicted: Predict, environment: str, text: str, said: list[str]
) -> None:
    lines = f"{environment}RUN {text}\nCOPY pyproject.toml .\nRUN /root/.local/bin/poetry export -o r.txt"
    assert gone(predicted, f"FROM python:3.12\n{lines}", {"pyproject.toml": ""}) == said


def test_a_project_may_ask_for_the_plugin_itself(predicted: Predict) -> None:
    text = SLIM + "WORKDIR /app\nCOPY pyproject.toml .\nRUN pip install poetry && poetry export -o r.txt"
    plain = '[tool.poetry]\nname = "app"\nversion = "1"\n'
    wanted = plain + '[tool.poetry.requires-plugins]\npoetry-plugin-export = ">=1.8"\n'
    assert gone(predicted, text, {"pyproject.toml": plain}) == ["poetry 2.0.0 or newer"]
    assert gone(predicted, text, {"pyproject.toml": wanted}) == []


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("continuumio/miniconda3", ["conda 4.13.0 or newer"]),
        ("continuumio/miniconda3:latest", ["conda 4.13.0 or newer"]),
        ("continuumio/miniconda3:24.1.2-0", ["conda 24.1.2"]),
        ("condaforge/miniforge3:23.3.1-1", ["conda 23.3.1"]),
        ("continuumio/miniconda3:4.12.0", []),
        ("continuumio/miniconda3:4.7.12-alpine", []),
        ("continuumio/miniconda3:main", []),
        ("continuumio/anaconda3", []),
        ("jupyter/base-notebook", ["conda 4.13.0 or newer"]),
        ("jupyter/scipy-notebook:b4dd11e16ae4", []),
    ],
)
def test_the_tag_of_an_image_tells_its_conda(predicted: Predict, image: str, said: list[str]) -> None:
    assert gone(predicted, f"FROM {image}\nRUN conda install -y numpy && conda clean -tipsy") == said
    assert gone(predicted, f"FROM {image}\nRUN conda install -y conda=4.10 && conda clean -tipsy") == []

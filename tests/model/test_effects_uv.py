"""uv: which environment it works on, what it makes, where it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN, asked, looks

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.5.4 /uv /uvx /bin/\n"


def test_uv_copied_from_its_image_is_there_and_brings_no_python(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /uvx /bin/\n")
    assert [prediction.starts(word) for word in ("uv", "uvx", "python3", "pip")] == ["uv", "uv", ABSENT, ABSENT]


@pytest.mark.parametrize(
    ("lines", "prefix"),
    [
        ("RUN uv pip install --system a", "/usr/local"),
        ("ENV UV_SYSTEM_PYTHON=1\nRUN uv pip install a", "/usr/local"),
        ("RUN uv venv /v && uv pip install --python /v/bin/python a", "/v"),
        ("RUN uv venv /v && uv pip install -p /v a", "/v"),
        ("RUN uv venv /v\nENV VIRTUAL_ENV=/v\nRUN uv pip install a", "/v"),
        ("RUN uv venv /v\nENV PATH=/v/bin:$PATH\nRUN uv pip install --system a", None),
        ("WORKDIR /app\nRUN uv venv && uv pip install a", "/app/.venv"),
        ("WORKDIR /app\nRUN uv venv\nRUN cd sub && uv pip install a", "/app/.venv"),
        ("RUN uv pip install a", None),
        ("RUN uv pip install --python 3.12 a", None),
        ("ARG X\nENV VIRTUAL_ENV=$X\nRUN uv pip install a", None),
        ("RUN python -m uv pip install --system a", "/usr/local"),
    ],
)
def test_into_which_environment_it_goes(predicted: Predict, lines: str, prefix: str | None) -> None:
    environment = predicted(f"{SLIM}{lines}\n").install.environment
    assert (None if environment is None else environment.prefix) == prefix


@pytest.mark.parametrize(
    ("lines", "python"),
    [
        ("RUN uv venv /v", "3.11"),
        ("RUN uv venv --python 3.12 /v", "3.12"),
        ("RUN uv venv -p python3.11 /v", "3.11"),
        ("RUN uv venv -c /v", "3.11"),
        ("ENV UV_PYTHON=3.12\nRUN uv venv /v", "3.12"),
        ("COPY .python-version .\nRUN uv venv /v", "3.12"),
        ("COPY pyproject.toml .\nRUN uv venv /v", "3.11"),
        ("RUN uv python install 3.13 && uv venv /v", None),
        ("RUN uv venv --python $X /v", None),
    ],
)
def test_whose_python_a_venv_has(predicted: Predict, lines: str, python: str | None) -> None:
    files = {".python-version": "3.12\n", "pyproject.toml": ""}
    prediction = predicted(f"{SLIM}ARG X\nWORKDIR /app\n{lines}\n", files)
    assert prediction.environment("/v").python.value == python


def test_a_venv_of_uv_has_no_pip_unless_seeded(predicted: Predict) -> None:
    assert predicted(SLIM + "RUN uv venv /v\n").there("/v/bin/pip") == ABSENT
    assert predicted(SLIM + "RUN uv venv --seed /v\n").there("/v/bin/pip") == "file"


@pytest.mark.parametrize("verb", ["sync --frozen", "run python app.py", "add torch"])
def test_the_project_s_environment_lies_beside_its_pyproject(predicted: Predict, verb: str) -> None:
    text = f"{SLIM}WORKDIR /app\nCOPY pyproject.toml .\nRUN uv {verb}\n"
    environment = predicted(text, {"pyproject.toml": ""}).environment("/app/.venv")
    assert (environment.python.value, environment.complete) == ("3.11", False)


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ("COPY pyproject.toml .\nRUN mkdir sub && cd sub && uv sync", "/app/.venv"),
        ("COPY pyproject.toml /p/\nRUN uv sync --project /p", "/p/.venv"),
        ("COPY pyproject.toml /p/\nRUN uv --directory /p sync", "/p/.venv"),
        ("COPY pyproject.toml .\nENV UV_PROJECT_ENVIRONMENT=/opt/env\nRUN uv sync", "/opt/env"),
    ],
)
def test_where_the_project_s_environment_lies(predicted: Predict, lines: str, where: str) -> None:
    prediction = predicted(f"{SLIM}WORKDIR /app\n{lines}\n", {"pyproject.toml": ""})
    assert [prefix for prefix in prediction.final.environments if prefix != "/usr/local"] == [where]


def test_a_project_whose_folder_is_unknown_has_none(predicted: Predict) -> None:
    prediction = predicted(SLIM + "ARG P\nRUN uv sync --project $P\n")
    assert list(prediction.final.environments) == ["/usr/local"]


HERE = "https://index.example/simple"


@pytest.mark.parametrize(
    ("line", "before", "wanted"),
    [
        ("a", "", []),
        (f"--index-url {HERE} a", "", [("index", HERE)]),
        (f"--default-index {HERE} a", "", [("index", HERE)]),
        (f"--index {HERE} a", "", [("extra", HERE)]),
        ("a", f"ENV UV_INDEX_URL={HERE}", [("index", HERE)]),
        ("a", f"ENV PIP_INDEX_URL={HERE}", []),
        ("--torch-backend cu121 a", "", [("extra", "https://download.pytorch.org/whl/cu121")]),
        ("--torch-backend=auto a", "", [("extra", None)]),
        ("a", "ENV UV_TORCH_BACKEND=cpu", [("extra", "https://download.pytorch.org/whl/cpu")]),
        ("a", "COPY pyproject.toml /app/", None),
        ("a", "COPY uv.toml /app/", None),
    ],
)
def test_where_it_looks(
    predicted: Predict, line: str, before: str, wanted: list[tuple[str, str | None]] | None
) -> None:
    files = {"pyproject.toml": "[tool.uv]\n", "uv.toml": ""}
    install = predicted(f"{SLIM}WORKDIR /app\n{before}\nRUN uv pip install --system {line}\n", files).install
    assert looks(install) == wanted
    assert asked(install) == ["a"]


def test_uv_where_there_is_none_does_nothing(predicted: Predict) -> None:
    assert predicted("FROM debian:12\nRUN uv venv /v\n").final.environments == {}


def test_a_python_that_uv_installs_may_be_the_one_on_path(predicted: Predict) -> None:
    assert (
        predicted(f"FROM debian:12\n{SLIM.partition(chr(10))[2]}RUN uv python install 3.12\n").starts("python3")
        == UNKNOWN
    )


UV_ON_UBUNTU = "FROM ubuntu:24.04\nCOPY --from=ghcr.io/astral-sh/uv:0.8.0 /uv /usr/local/bin/uv\n"


@pytest.mark.parametrize(
    ("lines", "home"),
    [
        ("RUN uv venv --python 3.12 /v\n", "/root/.local/share/uv/python/cpython-3.12/bin/python3.12"),
        ("ENV UV_PYTHON_INSTALL_DIR=/py\nRUN uv venv --python 3.12 /v\n", "/py/cpython-3.12/bin/python3.12"),
        ("ENV UV_PYTHON_INSTALL_DIR=$X\nRUN uv venv --python 3.12 /v\n", None),
        ("RUN uv venv /v\n", None),
        ("USER app\nRUN uv venv --python 3.12 /v\n", None),
        ("RUN ./bring-python\nRUN uv venv --python 3.12 /v\n", None),
        (
            "RUN ./bring-python\nENV UV_PYTHON_PREFERENCE=only-managed\nRUN uv venv --python 3.12 /v\n",
            "/root/.local/share/uv/python/cpython-3.12/bin/python3.12",
        ),
        ("RUN apt-get update && apt-get install -y python3 && uv venv --python 3.12 /v\n", "/usr/bin/python3.12"),
    ],
)
def test_an_environment_links_to_the_python_that_uv_surely_brings(
    predicted: Predict, lines: str, home: str | None
) -> None:
    prediction = predicted(f"{UV_ON_UBUNTU}ARG X\n{lines}")
    assert prediction.environment("/v").home == home
    assert home is None or prediction.there(home) == "file"


@pytest.mark.parametrize("sourced", ["$HOME/.local/bin/env", "/root/.local/bin/env"])
def test_the_file_that_uv_s_installer_writes_puts_uv_on_path_and_changes_no_more(
    predicted: Predict, sourced: str
) -> None:
    prediction = predicted(
        "FROM ubuntu:22.04\nENV VIRTUAL_ENV=/opt/venv\nRUN apt-get install -y curl python3 && "
        f"curl -LsSf https://astral.sh/uv/0.5.4/install.sh | sh && . {sourced} && uv venv $VIRTUAL_ENV && "
        "uv pip install six==1.16.0\n"
    )
    assert prediction.install.environment is not None
    assert prediction.install.environment.prefix == "/opt/venv"


def test_an_environment_that_nobody_knows_where_has_a_python_all_the_same(predicted: Predict) -> None:
    prediction = predicted(
        "FROM ubuntu:22.04\nCOPY --from=ghcr.io/astral-sh/uv:0.9.2 /uv /bin/uv\nRUN uv venv $(cat x)\n"
    )
    assert [prediction.there(f"/opt/venv/bin/{name}") for name in ("python", "pip")] == [UNKNOWN, UNKNOWN]

"""poetry, pipenv and pdm: which environment they fill, and with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN
from tests.syntax.test_lock import PDM, PIPFILE, POETRY

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\nWORKDIR /app\nRUN pip install {}\nCOPY . .\n"
POETRY_TOML = """\
[tool.poetry]
name = "app"
package-mode = false
[tool.poetry.dependencies]
python = "^3.10"
torch = "2.4.1"
[tool.poetry.group.dev.dependencies]
mypy = "*"
"""
PDM_TOML = """\
[project]
name = "app"
requires-python = ">=3.10"
[dependency-groups]
dev = ["pytest"]
"""
POETRY_FILES = {"pyproject.toml": POETRY_TOML, "poetry.lock": POETRY}
PIPENV_FILES = {"Pipfile": "", "Pipfile.lock": PIPFILE}
PDM_FILES = {"pyproject.toml": PDM_TOML, "pdm.lock": PDM}
MAIN = {"numpy", "torch"}
DEV = {"mypy", "packaging"}
NO_VENV = "ENV POETRY_VIRTUALENVS_CREATE=false\n"


def poetry(predicted: Predict, lines: str, prefix: str = "/usr/local", **files: str) -> tuple[set[str], bool]:
    """What poetry put into an environment, and whether that is all."""
    told = POETRY_FILES | {name.replace("_", "."): text for name, text in files.items()}
    environment = predicted(f"{SLIM.format('poetry')}{lines}\n", told).environment(prefix)
    return set(environment.packages) - {"poetry"}, environment.complete


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ("install --no-root", MAIN | DEV),
        ("install --no-root --no-interaction --no-ansi", MAIN | DEV),
        ("install --no-root --without dev", MAIN),
        ("install --no-root --no-dev", MAIN),
        ("install --no-root --only main", MAIN),
        ("install --no-root --only=main", MAIN),
        ("install --no-root --only dev", DEV),
        ("install --no-root --only main -E gpu", MAIN | {"packaging"}),
        ('install --no-root --only main --extras "gpu"', MAIN | {"packaging"}),
        ("install --no-root --only main --all-extras", MAIN | {"packaging"}),
        ("sync --no-root --without dev", MAIN),
    ],
)
def test_poetry_installs_the_groups_that_are_asked_for(predicted: Predict, options: str, names: set[str]) -> None:
    assert poetry(predicted, f"{NO_VENV}RUN poetry {options}") == (names, True)


def test_optional_groups_wait_until_they_are_asked_for(predicted: Predict) -> None:
    toml = POETRY_TOML.replace(
        "[tool.poetry.group.dev.dep", "[tool.poetry.group.dev]\noptional = true\n[tool.poetry.group.dev.dep"
    )
    for options, names in (("", MAIN), ("--with dev", MAIN | DEV)):
        lines = f"{NO_VENV}RUN poetry install --no-root {options}"
        assert poetry(predicted, lines, pyproject_toml=toml) == (names, True)


@pytest.mark.parametrize(
    ("lines", "prefix"),
    [
        ("ENV POETRY_VIRTUALENVS_CREATE=false\nRUN poetry install --no-root", "/usr/local"),
        ("ENV POETRY_VIRTUALENVS_CREATE=0\nRUN poetry install --no-root", "/usr/local"),
        ("RUN POETRY_VIRTUALENVS_CREATE=false poetry install --no-root", "/usr/local"),
        ("RUN poetry config virtualenvs.create false && poetry install --no-root", "/usr/local"),
        ("RUN poetry config virtualenvs.create false\nRUN poetry install --no-root", "/usr/local"),
        ("RUN poetry config virtualenvs.create false --local\nRUN poetry install --no-root", "/usr/local"),
        ("RUN poetry config virtualenvs.in-project true && poetry install --no-root", "/app/.venv"),
        ("ENV POETRY_VIRTUALENVS_IN_PROJECT=true\nRUN poetry install --no-root", "/app/.venv"),
        ("RUN python -m venv .venv && poetry install --no-root", "/app/.venv"),
        ("RUN python -m venv /v\nENV VIRTUAL_ENV=/v PATH=/v/bin:$PATH\nRUN poetry install --no-root", "/v"),
        ("RUN python -m venv /v && . /v/bin/activate && poetry install --no-root", "/v"),
    ],
)
def test_which_environment_poetry_fills(predicted: Predict, lines: str, prefix: str) -> None:
    prediction = predicted(f"{SLIM.format('poetry')}{lines}\n", POETRY_FILES)
    assert [where for where, one in prediction.final.environments.items() if "torch" in one.packages] == [prefix]
    torch = prediction.environment(prefix).packages["torch"]
    assert (torch.version, torch.variant, torch.source) == ("2.4.1", "cpu", "lock")
    assert prediction.environment(prefix).python.value == "3.11"


@pytest.mark.parametrize(
    ("told", "python"),
    [
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "^3.10"\n', "3.11"),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = ">=3.9,<3.13"\n', "3.11"),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "^3.9, <3.13"\n', "3.11"),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "~3.11"\n', "3.11"),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "3.11.*"\n', "3.11"),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "*"\n', "3.11"),
        ('[project]\nname = "app"\nrequires-python = ">=3.10"\n', "3.11"),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "~3.10"\n', None),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "^3.12"\n', None),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "^3.x"\n', None),
        ('[tool.poetry]\n[tool.poetry.dependencies]\npython = "~3.10 || ~3.11"\n', None),
        ("[tool]\npoetry = 1\n", None),
        ('[tool.poetry]\nname = "app"\n', None),
    ],
)
def test_without_a_lock_the_project_says_which_python_poetry_takes(
    predicted: Predict, told: str, python: str | None
) -> None:
    """The image's Python where the project surely admits it; otherwise poetry may find another one."""
    lines = "ENV POETRY_VIRTUALENVS_IN_PROJECT=1\nRUN poetry install --no-root\n"
    prediction = predicted(SLIM.format("poetry") + lines, {"pyproject.toml": told})
    assert prediction.environment("/app/.venv").python.value == python


@pytest.mark.parametrize(("text", "prefix"), [("create = false", "/usr/local"), ("in-project = true", "/app/.venv")])
def test_poetry_toml_counts(predicted: Predict, text: str, prefix: str) -> None:
    files = {"poetry_toml": f"[virtualenvs]\n{text}\n"}
    assert poetry(predicted, "RUN poetry install --no-root", prefix, **files) == (MAIN | DEV, True)


def test_an_environment_at_an_unknown_path_leaves_the_others_as_they_are(predicted: Predict) -> None:
    prediction = predicted(SLIM.format("poetry") + "RUN poetry install --no-root\n", POETRY_FILES)
    environment = prediction.environment("/usr/local")
    assert (set(environment.packages), environment.complete) == ({"poetry"}, True)
    assert prediction.there("/app/.venv") == ABSENT
    assert prediction.there("/root/.cache/pypoetry/virtualenvs/x/bin/python") == UNKNOWN


@pytest.mark.parametrize(
    ("lines", "files"),
    [
        ("ARG X\nENV POETRY_VIRTUALENVS_CREATE=false\nRUN poetry install --no-root --only $X", {}),
        (f"{NO_VENV}RUN poetry install --no-root", {"poetry_lock": POETRY.replace('groups = ["dev"]\n', "")}),
        (f"{NO_VENV}RUN poetry lock && poetry install --no-root", {}),
        (f"{NO_VENV}RUN poetry add rich && poetry install --no-root", {}),
        (f"{NO_VENV}RUN poetry install", {}),
        ("ARG X\nRUN poetry config virtualenvs.create $X && poetry install --no-root", {}),
        (f"{NO_VENV}RUN poetry frobnicate", {}),
    ],
)
def test_what_poetry_does_is_not_complete_where_it_is_not_known(
    predicted: Predict, lines: str, files: dict[str, str]
) -> None:
    assert not poetry(predicted, lines, **files)[1]


def test_poetry_run_starts_its_program_in_the_environment(predicted: Predict) -> None:
    text = SLIM.format("poetry") + "ENV POETRY_VIRTUALENVS_IN_PROJECT=1\nRUN poetry install --no-root\n"
    prediction = predicted(f"{text}RUN poetry run python -m pip install x-y\n", POETRY_FILES)
    environment = prediction.installs[-1].environment
    assert environment is not None
    assert environment.prefix == "/app/.venv"


@pytest.mark.parametrize(
    ("lines", "prefix", "names"),
    [
        ("RUN pipenv install --system --deploy", "/usr/local", {"torch", "tool"}),
        ("RUN pipenv sync --system", "/usr/local", {"torch", "tool"}),
        ("RUN pipenv sync --system --dev", "/usr/local", {"torch", "tool", "pytest"}),
        ("RUN pipenv install --system --ignore-pipfile", "/usr/local", {"torch", "tool"}),
        ("ENV PIPENV_VENV_IN_PROJECT=1\nRUN pipenv sync", "/app/.venv", {"torch", "tool"}),
        ("RUN PIPENV_VENV_IN_PROJECT=1 pipenv install --deploy", "/app/.venv", {"torch", "tool"}),
        ("RUN mkdir .venv && pipenv sync", "/app/.venv", {"torch", "tool"}),
    ],
)
def test_pipenv(predicted: Predict, lines: str, prefix: str, names: set[str]) -> None:
    environment = predicted(f"{SLIM.format('pipenv')}{lines}\n", PIPENV_FILES).environment(prefix)
    assert (set(environment.packages) - {"pipenv"}, environment.complete) == (names, True)
    assert environment.python.value == "3.11"


@pytest.mark.parametrize("command", ["install --system", "install --system rich", "update", "frobnicate"])
def test_pipenv_may_lock_anew(predicted: Predict, command: str) -> None:
    environment = predicted(f"{SLIM.format('pipenv')}RUN pipenv {command}\n", PIPENV_FILES).environment("/usr/local")
    assert "torch" not in environment.packages
    assert not environment.complete or command == "update"


def test_pipenv_of_a_lock_for_another_python_finds_one_that_nobody_knows(predicted: Predict) -> None:
    files = PIPENV_FILES | {"Pipfile.lock": PIPFILE.replace('"3.11"', '"3.12"')}
    text = SLIM.format("pipenv") + "ENV PIPENV_VENV_IN_PROJECT=1\nRUN pipenv sync\n"
    assert predicted(text, files).environment("/app/.venv").python.value is None


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("sync --no-self", {"torch", "pytest"}),
        ("sync --no-self --prod", {"torch"}),
        ("install --no-self --prod --frozen-lockfile", {"torch"}),
        ("install --no-self --check --prod -G gpu", {"torch"}),
        ("sync --no-self --prod --no-default", set()),
    ],
)
def test_pdm_fills_the_environment_in_the_project_s_folder(predicted: Predict, command: str, names: set[str]) -> None:
    files = PDM_FILES | {"pdm.lock": PDM.replace('"default", "gpu"]\nmarker', '"default"]\nmarker')}
    environment = predicted(f"{SLIM.format('pdm')}RUN pdm {command}\n", files).environment("/app/.venv")
    assert (set(environment.packages), environment.complete, environment.python.value) == (names, True, "3.11")


@pytest.mark.parametrize(
    "lines",
    [
        "RUN pdm install --prod --no-self",
        "RUN pdm sync --no-self",
        "RUN pdm sync --prod",
        "RUN pdm add rich",
        "RUN pdm lock && pdm sync --prod --no-self",
    ],
)
def test_pdm_where_nobody_knows_what_it_installs(predicted: Predict, lines: str) -> None:
    environment = predicted(f"{SLIM.format('pdm')}{lines}\n", PDM_FILES).environment("/app/.venv")
    assert not environment.complete


def test_pdm_s_own_settings_may_lead_elsewhere(predicted: Predict) -> None:
    prediction = predicted(SLIM.format("pdm") + "ENV PDM_USE_VENV=false\nRUN pdm sync\n", PDM_FILES)
    assert prediction.final.environments.keys() == {"/usr/local"}


@pytest.mark.parametrize("manager", ["pixi", "rye", "hatch"])
def test_of_the_others_nothing_is_known(predicted: Predict, manager: str) -> None:
    prediction = predicted(f"{SLIM.format(manager)}RUN {manager} install\n", {"pyproject.toml": ""})
    assert not prediction.environment("/usr/local").complete


@pytest.mark.parametrize("manager", ["poetry", "pipenv", "pdm"])
def test_a_manager_that_surely_is_not_there_does_nothing(predicted: Predict, manager: str) -> None:
    files = POETRY_FILES | PIPENV_FILES
    prediction = predicted(f"FROM debian:12\nCOPY . .\nRUN {manager} install\n", files)
    assert prediction.final.environments == {}

"""uv's project commands: where the environment lies, whose Python it has, what the lock puts into it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.syntax.test_lock import UV as LOCK
from tests.syntax.test_lock import project as project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.5.1 /uv /usr/bin/\nWORKDIR /app\n"
TOML = """\
[project]
name = "app"
version = "0.1.0"
requires-python = ">=3.10"
dependencies = ["numpy", "requests[socks]>=2", "torch==2.4.1"]
[project.optional-dependencies]
gpu = ["triton"]
[dependency-groups]
dev = ["pytest"]
"""
FILES = {"pyproject.toml": TOML, "uv.lock": LOCK}
MOUNTED = "RUN --mount=source=uv.lock,target=uv.lock --mount=source=pyproject.toml,target=pyproject.toml"
BOTH = "COPY pyproject.toml uv.lock ./\n"
MAIN = {"app", "numpy", "pysocks", "requests", "torch"}


def packages(predicted: Predict, lines: str, prefix: str = "/app/.venv", **files: str) -> tuple[set[str], bool]:
    """The packages of an environment, and whether those are all."""
    told = FILES | {name.replace("_", "."): text for name, text in files.items()}
    environment = predicted(f"{SLIM}{lines}\n", told).environment(prefix)
    return set(environment.packages), environment.complete


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ("--frozen", MAIN | {"pytest"}),
        ("--locked", MAIN | {"pytest"}),
        ("", MAIN | {"pytest"}),
        ("--frozen --no-dev", MAIN),
        ("--frozen --no-default-groups", MAIN),
        ("--frozen --no-dev --extra gpu", MAIN | {"triton"}),
        ("--frozen --no-dev --extra=gpu", MAIN | {"triton"}),
        ("--frozen --all-extras --no-dev", MAIN | {"triton"}),
        ("--frozen --only-group dev", {"pytest"}),
        ("--frozen --only-dev", {"pytest"}),
        ("--frozen --no-group dev", MAIN),
        ("--frozen --no-dev --group dev", MAIN | {"pytest"}),
        ("--frozen --no-dev --no-install-project", MAIN - {"app"}),
        ("--frozen --no-dev --no-install-package torch", MAIN - {"torch"}),
    ],
)
def test_sync_installs_what_the_lock_and_the_options_say(predicted: Predict, options: str, names: set[str]) -> None:
    assert packages(predicted, f"{BOTH}RUN uv sync {options}") == (names, True)


@pytest.mark.parametrize(
    "lines",
    [
        f"ENV UV_NO_DEV=1\n{BOTH}RUN uv sync --frozen",
        f"ENV UV_FROZEN=1\n{BOTH}RUN uv sync --no-dev",
        "COPY . .\nRUN uv sync --no-dev",
        f"{MOUNTED} uv sync --no-dev",
        "COPY . /src\nRUN cd /src && UV_PROJECT_ENVIRONMENT=/app/.venv uv sync --no-dev",
        f"{BOTH}RUN uv venv && uv pip install x-y && uv sync --frozen --no-dev",
        f"{BOTH}RUN uv sync --frozen && uv sync --frozen --no-dev",
        f"{BOTH}WORKDIR /\nRUN uv sync --frozen --no-dev --project /app",
        f"{BOTH}WORKDIR /\nRUN uv --directory app sync --frozen --no-dev",
    ],
)
def test_however_it_is_told(predicted: Predict, lines: str) -> None:
    assert packages(predicted, lines) == (MAIN, True)


def test_an_inexact_sync_and_a_run_keep_what_was_there(predicted: Predict) -> None:
    made = f"{BOTH}RUN uv venv && uv pip install x-y\n"
    for command in ("uv sync --frozen --no-dev --inexact", "uv run --frozen --no-dev true"):
        assert packages(predicted, f"{made}RUN {command}") == (MAIN | {"x-y"}, True)


@pytest.mark.parametrize(
    ("lines", "files"),
    [
        (f"ARG X\n{BOTH}RUN uv sync --frozen --extra $X", {}),
        (f"ARG X\n{BOTH}RUN uv sync --frozen $X", {}),
        (f"{BOTH}RUN uv sync --frozen --all-packages", {}),
        (f"{BOTH}RUN uv sync", {"pyproject_toml": TOML.replace("requests[socks]>=2", "requests[socks]>=3")}),
        (f"{BOTH}RUN uv sync --frozen", {"uv_lock": "nonsense"}),
        ("COPY pyproject.toml .\nRUN uv lock && uv sync --frozen", {}),
        (f"{BOTH}RUN uv add rich && uv sync", {}),
    ],
)
def test_what_cannot_be_known_is_not_complete(predicted: Predict, lines: str, files: dict[str, str]) -> None:
    assert not packages(predicted, lines, **files)[1]


def test_a_lock_that_the_project_has_left_behind_says_nothing(predicted: Predict) -> None:
    changed = TOML.replace("torch==2.4.1", "torch==2.5.1")
    assert packages(predicted, f"{BOTH}RUN uv sync", pyproject_toml=changed) == (set(), False)
    assert "torch" in packages(predicted, f"{BOTH}RUN uv sync --frozen", pyproject_toml=changed)[0]


def test_without_a_lock_the_project_s_own_wishes_are_known(predicted: Predict) -> None:
    environment = predicted(f"{SLIM}COPY pyproject.toml .\nRUN uv sync --no-dev\n", FILES).environment("/app/.venv")
    assert {name: one.specifier for name, one in environment.packages.items()} == {
        "numpy": "",
        "requests": ">=2",
        "torch": "==2.4.1",
    }
    assert all(one.version is None for one in environment.packages.values())


@pytest.mark.parametrize(("options", "names"), [("", {"torch"}), (" --no-install-package torch", set())])
def test_a_lock_that_cannot_be_read_holds_what_the_project_asks_for(
    predicted: Predict, options: str, names: set[str]
) -> None:
    toml = '[project]\nname = "p"\nversion = "1"\ndependencies = ["torch>=2.4"]\n'
    lines = "FROM nvcr.io/nvidia/pytorch:24.12-py3\nCOPY --from=ghcr.io/astral-sh/uv:0.8.0 /uv /bin/\nWORKDIR /app\n"
    lines += f"COPY pyproject.toml .\nRUN uv lock && uv sync --frozen{options}\n"
    environment = predicted(lines, {"pyproject.toml": toml}).final.environments["/app/.venv"]
    assert set(environment.packages) == names
    assert not environment.complete


def test_torch_comes_with_its_build_and_its_place(predicted: Predict) -> None:
    torch = predicted(f"{SLIM}{BOTH}RUN uv sync --frozen\n", FILES).environment("/app/.venv").packages["torch"]
    assert (torch.version, torch.variant, torch.source, torch.specifier) == ("2.4.1", "cu121", "lock", "==2.4.1+cu121")
    assert torch.at is not None
    assert torch.at.source.text[torch.at.span.start : torch.at.span.end] == "2.4.1+cu121"


def test_the_public_index_s_torch_is_its_default_build(predicted: Predict) -> None:
    public = "https://" + "py" + "pi.org/simple"
    text = LOCK.replace("2.4.1+cu121", "2.4.1").replace("https://download.pytorch.org/whl/cu121", public)
    files = FILES | {"uv.lock": text}
    torch = predicted(f"{SLIM}{BOTH}RUN uv sync --frozen\n", files).environment("/app/.venv").packages["torch"]
    assert (torch.version, torch.variant) == ("2.4.1", "cu121")
    elsewhere = FILES | {"uv.lock": text.replace(public, "https://index.example/simple")}
    torch = predicted(f"{SLIM}{BOTH}RUN uv sync --frozen\n", elsewhere).environment("/app/.venv").packages["torch"]
    assert torch.variant is None


@pytest.mark.parametrize(
    ("lines", "python"),
    [
        ("RUN uv sync --frozen", "3.11"),
        ("RUN uv sync --frozen --python 3.12", "3.12"),
        ("RUN uv sync --frozen -p 3.12.4", "3.12"),
        ("ENV UV_PYTHON=python3.13\nRUN uv sync --frozen", "3.13"),
        ("ENV UV_PYTHON=/usr/local/bin/python\nRUN uv sync --frozen", "3.11"),
        ("RUN echo 3.12 > .python-version\nRUN uv sync --frozen", None),
        ("ARG X\nRUN uv sync --frozen --python $X", None),
        ("RUN uv venv --python 3.12 && uv sync --frozen", "3.12"),
        ("RUN uv venv --python 3.9 && uv sync --frozen", "3.11"),
        ("RUN uv venv --python 3.12 && uv sync --frozen --python 3.13", "3.13"),
    ],
)
def test_which_python_the_environment_has(predicted: Predict, lines: str, python: str | None) -> None:
    prediction = predicted(f"{SLIM}{BOTH}{lines}\n", FILES)
    assert prediction.environment("/app/.venv").python.value == python


@pytest.mark.parametrize(
    ("pin", "requires", "python", "home"),
    [
        ("3.12\n", ">=3.10", "3.12", None),
        ("3.11\n", ">=3.10", "3.11", "/usr/local/bin/python3.11"),
        ("3.9\n", ">=3.10", "3.11", "/usr/local/bin/python3.11"),
        ("pypy\n", ">=3.10", None, None),
        (None, ">=3.10", "3.11", "/usr/local/bin/python3.11"),
        (None, "==3.12.*", "3.12", None),
        (None, ">=3.12,<3.13", "3.12", None),
        (None, ">=3.12", None, None),
        (None, "==3.11.4", "3.11", None),
    ],
)
def test_the_project_may_ask_for_another_python(
    predicted: Predict, pin: str | None, requires: str, python: str | None, home: str | None
) -> None:
    files = {"pyproject.toml": TOML.replace(">=3.10", requires)} | ({".python-version": pin} if pin else {})
    environment = predicted(f"{SLIM}COPY . .\nRUN uv sync\n", files).environment("/app/.venv")
    assert (environment.python.value, environment.home) == (python, home)


@pytest.mark.parametrize(
    ("lines", "prefix"),
    [
        ("RUN uv sync --frozen", "/app/.venv"),
        ("ENV UV_PROJECT_ENVIRONMENT=/venv\nRUN uv sync --frozen", "/venv"),
        ("ENV UV_PROJECT_ENVIRONMENT=env\nRUN uv sync --frozen", "/app/env"),
        ("RUN mkdir sub && cd sub && uv sync --frozen", "/app/.venv"),
        ("RUN uv venv /v\nENV VIRTUAL_ENV=/v\nRUN uv sync --frozen --active", "/v"),
        ("RUN uv venv /v\nENV VIRTUAL_ENV=/v\nRUN uv sync --frozen", "/app/.venv"),
    ],
)
def test_where_the_environment_lies(predicted: Predict, lines: str, prefix: str) -> None:
    assert "torch" in packages(predicted, f"{BOTH}{lines}", prefix)[0]


def test_it_may_be_the_image_s_own_python(predicted: Predict) -> None:
    text = f"{SLIM}ENV UV_PROJECT_ENVIRONMENT=/usr/local\n{BOTH}RUN uv sync --frozen --no-dev\n"
    prediction = predicted(text, FILES)
    environment = prediction.environment("/usr/local")
    assert (environment.kind, environment.python.value, set(environment.packages)) == ("image", "3.11", MAIN)
    assert prediction.starts("python") == "python of /usr/local"


def test_a_member_s_workspace_lies_above_it(predicted: Predict) -> None:
    files = {"uv.lock": LOCK, "pyproject.toml": TOML, "part/pyproject.toml": TOML.replace('"app"', '"part"')}
    prediction = predicted(f"{SLIM}COPY . .\nRUN cd part && uv sync --frozen\n", files)
    assert "/app/.venv" in prediction.final.environments


@pytest.mark.parametrize(
    "command",
    [
        "uv run pip install x-y",
        "uv run --frozen --no-dev python -m pip install x-y",
        "uv run -- pip install x-y",
        "uv run -m pip install x-y",
        "uv run --no-sync pip install x-y",
        "uv run bash -c 'pip install x-y'",
    ],
)
def test_run_starts_its_program_in_the_environment(predicted: Predict, command: str) -> None:
    text = f"{SLIM}{BOTH}RUN uv venv --seed && uv sync --frozen && {command}\n"
    environment = predicted(text, FILES).install.environment
    assert environment is not None
    assert environment.prefix == "/app/.venv"


@pytest.mark.parametrize("option", ["--with rich", "--isolated"])
def test_run_with_more_packages_starts_it_elsewhere(predicted: Predict, option: str) -> None:
    text = f"{SLIM}{BOTH}RUN uv sync --frozen && uv run {option} pip install x-y\n"
    assert predicted(text, FILES).install.environment is None


@pytest.mark.parametrize(
    "command", ["uv sync --dry-run", "uv sync --check", "uv lock --check", "uv export -o r.txt", "uv tool install ruff"]
)
def test_what_makes_no_environment(predicted: Predict, command: str) -> None:
    prediction = predicted(f"{SLIM}{BOTH}RUN {command}\n", FILES)
    assert prediction.final.environments.keys() == {"/usr/local"}
    assert prediction.environment("/usr/local").complete


def test_programs_of_the_lock_are_there(predicted: Predict) -> None:
    prediction = predicted(f"{SLIM}{BOTH}RUN uv sync --frozen\nENV PATH=/app/.venv/bin:$PATH\n", FILES)
    assert [prediction.starts(word) for word in ("python", "pytest")] == [
        "python of /app/.venv",
        "script of /app/.venv",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("options", ["--no-dev", "", "--extra one --no-dev", "--only-group lint"])
def test_real_uv_sync_installs_the_predicted_packages(predicted: Predict, project: Path, options: str) -> None:
    python = shutil.which("python3.11") or shutil.which("python3")
    assert python is not None
    told = ["uv", "sync", "--frozen", "--offline", "--no-cache", "--quiet", "--python", python, "--no-install-project"]
    subprocess.run([*told, *options.split()], cwd=project, check=True, timeout=60)
    told = ["uv", "pip", "list", "--quiet", "--format", "freeze", "--offline"]
    real = subprocess.run(told, cwd=project, check=True, timeout=60, capture_output=True, text=True).stdout.split()
    files = {name: (project / name).read_text() for name in ("pyproject.toml", "uv.lock")}
    text = f"{SLIM}{BOTH}RUN uv sync --frozen --no-install-project {options}\n"
    environment = predicted(text, files).environment("/app/.venv")
    assert sorted(f"{one.name}=={one.version}" for one in environment.packages.values()) == sorted(real)
    assert environment.complete

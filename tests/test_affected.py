"""A change to a file asks for the Dockerfiles that use it, and for no others."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from torchlint.affected import with_users
from torchlint.config import Config

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "svc/Dockerfile": "FROM python:3.12-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n",
    "svc/requirements.txt": "-r more/base.txt\n",
    "svc/more/base.txt": "torch==2.5.1\n",
    "svc/.dockerignore": "*.pyc\n",
    "svc/notes.txt": "nothing\n",
    "app/Dockerfile": (
        "FROM python:3.12-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.5.0 /uv /bin/uv\nWORKDIR /app\n"
        "COPY pyproject.toml uv.lock ./\nRUN uv sync --frozen\n"
    ),
    "app/pyproject.toml": '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.11"\n',
    "app/uv.lock": 'version = 1\nrequires-python = ">=3.11"\n',
    "other/Dockerfile": "FROM scratch\n",
    "other/requirements.txt": "numpy==2.0.0\n",
}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "checked"),
    [
        (["svc/requirements.txt"], ["svc/requirements.txt", "svc/Dockerfile"]),
        (["svc/.dockerignore"], ["svc/Dockerfile"]),
        (["app/uv.lock"], ["app/Dockerfile"]),
        (["app/pyproject.toml"], ["app/Dockerfile"]),
        (["svc/Dockerfile"], ["svc/Dockerfile"]),
        (["other/requirements.txt"], ["other/requirements.txt"]),
        (["svc/requirements.txt", "app/uv.lock"], ["svc/requirements.txt", "app/Dockerfile", "svc/Dockerfile"]),
        (["not/there.txt"], ["not/there.txt"]),
        ([], []),
    ],
)
@pytest.mark.usefixtures("repository")
def test_users_of_what_changed_are_checked(changed: list[str], checked: list[str]) -> None:
    assert list(with_users(changed, Config.discover().settings_for)) == checked


def test_folder_that_runs_it_does_not_matter(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "other")
    assert with_users(["../svc/.dockerignore"], Config.discover().settings_for) == ("../svc/Dockerfile",)


def test_a_file_reached_through_another_counts(repository: Path) -> None:
    (repository / "svc/Dockerfile").write_text("FROM python:3.12-slim\nCOPY . .\nRUN pip install -r requirements.txt\n")
    found = with_users(["svc/more/base.txt"], Config.discover().settings_for)
    assert found == ("svc/more/base.txt", "svc/Dockerfile")

"""When a lock file belongs to another pyproject.toml: as uv and poetry judge it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict

UV = (
    "FROM python:3.12-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.5.1 /uv /usr/bin/\nWORKDIR /app\nCOPY . .\nRUN uv sync\n"
)
POETRY = "FROM python:3.12-slim\nRUN pip install poetry\nWORKDIR /app\nCOPY . .\nRUN poetry install\n"
UV_LOCK = """version = 1
[[package]]
name = "demo"
version = "1"
source = {{ virtual = "." }}
[package.metadata]
requires-dist = [{{ name = "idna" }}]
{more}
"""
PROJECT = '[project]\nname = "demo"\nversion = "1"\ndependencies = [{}]\n'


def stale(predicted: Predict, text: str, files: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    found = predicted(text, files).stage.steps[-1].stale_locks
    return (found[0][1].lacks, found[0][1].main) if found else None


def poetry_lock(content: dict[str, Any]) -> str:
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    return f'package = []\n[metadata]\nlock-version = "2.1"\npython-versions = "*"\ncontent-hash = "{digest}"\n'


def test_a_dependency_that_uv_lock_does_not_know(predicted: Predict) -> None:
    files = {"pyproject.toml": PROJECT.format('"tqdm", "idna"'), "uv.lock": UV_LOCK.format(more="")}
    assert stale(predicted, UV, files) == (("tqdm",), ("tqdm",))


def test_a_group_is_not_the_project_itself(predicted: Predict) -> None:
    text = PROJECT.format('"idna"') + '[dependency-groups]\ndev = ["pytest"]\n'
    assert stale(predicted, UV, {"pyproject.toml": text, "uv.lock": UV_LOCK.format(more="")}) == (("pytest",), ())


@pytest.mark.parametrize(
    ("text", "lock", "dockerfile"),
    [
        (PROJECT.format('"Idna>=3"'), UV_LOCK.format(more=""), UV),
        (PROJECT.format(""), UV_LOCK.format(more=""), UV),
        (PROJECT.format('"tqdm"'), UV_LOCK.format(more='[[package]]\nname = "tqdm"\nversion = "4"'), UV),
        (PROJECT.format('"tqdm"'), "version = 9\n", UV),
        (PROJECT.format('"tqdm"'), "no toml", UV),
        ("no toml", UV_LOCK.format(more=""), UV),
        (PROJECT.format('"tqdm"'), UV_LOCK.format(more=""), UV.replace("uv sync", "uv lock && uv sync")),
        (PROJECT.format('"tqdm"'), UV_LOCK.format(more=""), UV.replace("uv sync", "uv sync --project other")),
        (PROJECT.format('"tqdm"'), UV_LOCK.format(more=""), UV.replace("COPY . .", "COPY uv.lock .")),
    ],
)
def test_what_fits_or_cannot_be_read_is_not_stale(predicted: Predict, text: str, lock: str, dockerfile: str) -> None:
    assert stale(predicted, dockerfile, {"pyproject.toml": text, "uv.lock": lock}) is None


OLD = '[tool.poetry]\nname = "demo"\nversion = "1"\n[tool.poetry.dependencies]\npython = "^3.12"\nflask = "{}"\n'
CONTENT = {
    "dependencies": {"python": "^3.12", "flask": "3.0"},
    "source": None,
    "extras": None,
    "dev-dependencies": None,
}
GROUPED = OLD.format("3.0") + '[tool.poetry.group.dev.dependencies]\npytest = "*"\n'
NEW = PROJECT.format('"flask==3.0"') + 'requires-python = ">=3.12"\n[tool.poetry]\npackage-mode = false\n'
NEW_CONTENT = {"dependencies": ["flask==3.0"], "requires-python": ">=3.12"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (OLD.format("3.0"), CONTENT),
        (GROUPED, CONTENT | {"group": {"dev": {"dependencies": {"pytest": "*"}}}}),
        (NEW, {"project": NEW_CONTENT, "tool": {"poetry": {}}}),
        (
            NEW + '[dependency-groups]\ndev = ["pytest"]\n',
            {"project": NEW_CONTENT, "tool": {"poetry": {}}, "dependency-groups": {"dev": ["pytest"]}},
        ),
    ],
)
def test_poetry_compares_a_hash_of_what_the_project_asks_for(
    predicted: Predict, text: str, content: dict[str, Any]
) -> None:
    lock = poetry_lock(content)
    assert stale(predicted, POETRY, {"pyproject.toml": text, "poetry.lock": lock}) is None
    changed = text.replace("3.0", "3.1")
    assert stale(predicted, POETRY, {"pyproject.toml": changed, "poetry.lock": lock}) == ((), ())


@pytest.mark.parametrize("lock", ["no toml", "[metadata]\n", '[metadata]\ncontent-hash = "short"\n', "metadata = 1\n"])
def test_a_lock_without_a_hash_is_not_judged(predicted: Predict, lock: str) -> None:
    assert stale(predicted, POETRY, {"pyproject.toml": OLD.format("3.1"), "poetry.lock": lock}) is None

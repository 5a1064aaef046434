"""Compose files say which stage is built and with which arguments; what they leave open stays unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import torchlint
from tests import laid_out

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint import Build

DOCKERFILE = """\
ARG PYTHON=3.9
FROM python:${PYTHON}-slim AS base
ARG EXTRA=none
WORKDIR /app/$EXTRA
FROM base AS dev
RUN true
FROM base AS last
"""


def built(root: Path, compose: str, name: str = "compose.yaml", at: str = "svc/Dockerfile") -> Build:
    return laid_out.built(root, {at: DOCKERFILE, name: compose}, at)


def service(build: str, name: str = "app") -> str:
    return f"  {name}:\n    image: x\n{build}"


def test_target_ships_beside_the_last_stage(tmp_path: Path) -> None:
    build = built(tmp_path, "services:\n" + service("    build:\n      context: ./svc\n      target: dev\n"))
    assert build.shipped == {1, 2}


def test_arguments_count_instead_of_defaults(tmp_path: Path) -> None:
    text = "services:\n" + service(
        '    build:\n      context: svc\n      args:\n        PYTHON: "3.12"\n        EXTRA: gpu\n'
    )
    build = built(tmp_path, text)
    assert build.stages[0].base.name == "python:3.12-slim"
    assert build.stages[0].final.spelled(".") == "/app/gpu"


def test_arguments_as_a_list(tmp_path: Path) -> None:
    text = "services:\n" + service(
        "    build:\n      context: svc\n      args:\n        - PYTHON=3.11\n        - EXTRA\n"
    )
    build = built(tmp_path, text)
    assert build.stages[0].base.name == "python:3.11-slim"
    assert build.stages[0].final.spelled(".") is None


@pytest.mark.parametrize("value", ["${PY}", "$PY"])
def test_variables_of_whoever_builds_are_unknown(tmp_path: Path, value: str) -> None:
    text = "services:\n" + service(f"    build:\n      context: svc\n      args:\n        PYTHON: {value}\n")
    assert built(tmp_path, text).stages[0].base.kind is None


def test_services_that_differ_leave_it_unknown(tmp_path: Path) -> None:
    one = service("    build:\n      context: svc\n      args:\n        PYTHON: '3.11'\n        EXTRA: a\n", "one")
    two = service("    build:\n      context: svc\n      args:\n        PYTHON: '3.12'\n        EXTRA: a\n", "two")
    build = built(tmp_path, f"services:\n{one}{two}")
    assert build.stages[0].base.kind is None


@pytest.mark.parametrize(
    "compose",
    [
        "services:\n  app:\n    build: ./other\n",
        "services:\n  app:\n    build:\n      context: svc\n      dockerfile: Dockerfile.gpu\n      target: dev\n",
        "services:\n  app:\n    image: python\n",
        "services: {app: {build: {context: svc, target: dev}}}\n",
        "services:\n  app:\n    build:\n      context: ${WHERE}\n      target: dev\n",
        "services: [\n",
        "build: x\n",
        "",
    ],
)
def test_what_is_not_about_this_file_changes_nothing(tmp_path: Path, compose: str) -> None:
    build = built(tmp_path, compose)
    assert build.shipped == {2}
    assert build.stages[0].base.name == "python:3.9-slim"


def test_dockerfile_is_seen_from_the_context(tmp_path: Path) -> None:
    text = "services:\n" + service(
        "    build:\n      context: .\n      dockerfile: docker/Dockerfile\n      target: dev\n"
    )
    assert built(tmp_path, text, at="docker/Dockerfile").shipped == {1, 2}


def test_short_form_and_all_names(tmp_path: Path) -> None:
    for name in ("compose.yml", "docker-compose.yaml", "docker-compose.yml"):
        root = tmp_path / name
        root.mkdir()
        text = (
            "services:\n"
            + service("    build: svc\n")
            + service("    build:\n      context: svc\n      target: dev\n", "b")
        )
        assert built(root, text, name).shipped == {1, 2}


def test_what_the_user_says_comes_first(tmp_path: Path) -> None:
    (tmp_path / "torchlint.toml").write_text('target-stage = "last"\nbuild-args = { PYTHON = "3.13" }\n')
    (tmp_path / ".git").mkdir()
    from torchlint.config import Config

    text = "services:\n" + service(
        "    build:\n      context: .\n      target: dev\n      args:\n        PYTHON: '3.11'\n"
    )
    (tmp_path / "compose.yaml").write_text(text)
    (tmp_path / "Dockerfile").write_text(DOCKERFILE)
    project = torchlint.read([str(tmp_path / "Dockerfile")], settings_for=Config.discover().settings_for)
    build = torchlint.predict(project.dockerfiles[0], project, torchlint.World())
    assert build.shipped == {2}
    assert build.stages[0].base.name == "python:3.13-slim"


def test_bases_of_other_folders_are_not_searched(tmp_path: Path) -> None:
    build = built(
        tmp_path, "services:\n" + service("    build:\n      context: ../svc\n      target: dev\n"), "far/compose.yaml"
    )
    assert build.shipped == {2}

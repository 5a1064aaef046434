"""What `uv sync` surely installs of torch, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.context import Context
from torchlint.project import read
from torchlint.world import World

if TYPE_CHECKING:
    from pathlib import Path

    from tests.model.asking import Predict

BEGIN = "FROM ghcr.io/astral-sh/uv:python3.12-alpine\nWORKDIR /app\nCOPY . .\n"
ASKED = '[project]\nname = "demo"\nversion = "0"\ndependencies = ["flask", "torch==2.6.0"]\n'
CPU = '[[tool.uv.index]]\nname = "cpu"\nurl = "https://download.pytorch.org/whl/cpu"\n'
FROM_CPU = '[tool.uv.sources]\ntorch = { index = "cpu" }\n'


@pytest.mark.parametrize(
    ("run", "project", "expected"),
    [
        ("RUN uv sync", ASKED, ("torch", "2.6.0", None)),
        ("RUN uv sync --frozen --no-install-project", ASKED, ("torch", "2.6.0", None)),
        ("RUN uv run app.py", ASKED, ("torch", "2.6.0", None)),
        ("RUN uv sync", ASKED + CPU, None),
        ("RUN uv sync", f"{ASKED}{CPU}explicit = true\n", ("torch", "2.6.0", None)),
        ("RUN uv sync", ASKED + FROM_CPU + CPU, ("torch", "2.6.0", "cpu")),
        ("RUN uv sync", ASKED + FROM_CPU, None),
        ("RUN uv sync", ASKED.replace("==2.6.0", ">=2"), ("torch", None, None)),
        ("RUN uv sync", ASKED.replace("2.6.0", "2.6.0; sys_platform == 'darwin'"), None),
        ("RUN uv sync --only-group dev", ASKED, None),
        ("RUN uv sync --no-install-package torch", ASKED, None),
        ("ENV UV_INDEX=https://wheels.corp.example/musl\nRUN uv sync", ASKED, None),
        ("RUN uv lock", ASKED, None),
        ("RUN uv sync", "[project\n", None),
    ],
)
def test_torch_of_a_project_is_known_only_where_nothing_changes_its_place(
    predicted: Predict, tmp_path: Path, run: str, project: str, expected: tuple[str, str | None, str | None] | None
) -> None:
    build = predicted(f"{BEGIN}{run}\n", {"pyproject.toml": project})
    command, *_ = build.commands
    found = Context(read([str(tmp_path)]), World(), build.build).synced_torch(command, ("torch",))
    assert (found and (found.name, found.version, found.variant)) == expected

"""What is shown at a place: the rule's page on a finding, the prediction on FROM, installs and what starts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cli import torchlint
from torchlint import catalog, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.conftest import Starts
    from tests.server.editor import Editor

pytest.importorskip("pygls.lsp.server", reason="pygls 2 comes with torchlint[lsp]")

TEXT = """\
FROM python:3.11-slim AS build
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /opt/venv
RUN /opt/venv/bin/pip install --no-cache-dir torch==2.1.0
RUN /opt/venv/bin/pip install --no-cache-dir torch==2.2.0 -r requirements.txt
FROM python:3.11-slim
COPY --from=build /opt/venv /opt/venv
USER nobody
CMD ["/opt/venv/bin/python", "-m", "http.server"]
"""


def test_a_finding_shows_the_page_of_its_rule(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, "FROM python:3.12-slim\nUSER nobody\nRUNN x\n")
    entry = catalog.find("unknown-instruction")
    assert entry is not None
    with open(catalog.page_path(entry), encoding="utf-8") as file:
        assert editor.hover(path, "RUNN") == page.shown(file.read()).rstrip("\n")


def test_several_findings_show_what_each_page_says_before_its_examples(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, 'FROM python:3.12-slim\nCMD ["python", "-m", "http.server", "$HOME"]\n')
    shown = editor.hover(path, "$HOME")
    assert "# variable-in-exec-form: " in shown
    assert "# runs-as-root: " in shown
    assert "```dockerfile" not in shown


def test_from_shows_what_the_base_brings(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, TEXT)
    shown = editor.hover(path, "FROM python:3.11-slim AS")
    assert "**After this `FROM` (stage 'build'):**" in shown
    for line in (
        "- base: `python:3.11-slim` (debian13)",
        "- `python` on PATH: 3.11",
        "- user: `root`",
        "- workdir: `/`",
    ):
        assert line in shown.splitlines()
    assert "torch 2.1.0" not in shown


def test_an_install_shows_what_it_asks_for_and_what_is_there_after_it(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    (project / "requirements.txt").write_text("numpy==1.26.4\n")
    editor.open(path, TEXT)
    first = editor.hover(path, "pip install --no-cache-dir torch==2.1.0").splitlines()
    assert "- asks for: `torch==2.1.0`" in first
    assert "- into: `/opt/venv`" in first
    assert not any("torch before it" in line for line in first)
    assert any(line.startswith("- `/opt/venv`: Python 3.11, torch 2.1.0") for line in first)
    second = editor.hover(path, "pip install --no-cache-dir torch==2.2.0").splitlines()
    assert "- asks for: `torch==2.2.0`, `numpy==1.26.4`" in second
    assert any(line.startswith("- torch before it: 2.1.0") for line in second)
    assert any(line.startswith("- `/opt/venv`: Python 3.11, torch 2.2.0") and "numpy" in line for line in second)


def test_a_prediction_is_of_the_step_and_not_of_what_comes_later(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, "FROM python:3.12-slim\nRUN pip install numpy==2.2.0\nUSER app\nWORKDIR /late\n")
    shown = editor.hover(path, "RUN").splitlines()
    assert "- user: `root`" in shown
    assert "- workdir: `/`" in shown


def test_what_starts_shows_where_it_is_found(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, TEXT)
    shown = editor.hover(path, "CMD").splitlines()
    assert "- program: `/opt/venv/bin/python`" in shown
    assert "- Python: 3.11" in shown
    assert "- user: `nobody`" in shown


@pytest.mark.parametrize(
    "base", ["nvidia/cuda:12.1.1-devel-ubuntu22.04", "pytorch/pytorch:2.2.0-cuda12.1-cudnn8-runtime"]
)
def test_the_prediction_is_that_of_inspect(base: str, editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    path.write_text(f"FROM {base}\n")
    said = json.loads(torchlint("inspect", "--output-format", "json", cwd=project).out)["stages"][0]
    editor.open(path)
    shown = editor.hover(path, "FROM")
    torch = said["torch"] if said["torch"] == "absent" else f"{said['torch']} for CUDA {said['torch_cuda']}"
    expected = {
        "base": f"`{base}` ({said['base_os']})",
        "`python` on PATH": said["python"],
        "its torch": torch,
        "CUDA toolkit": said["cuda_toolkit"],
        "user": f"`{said['user']}`",
        "workdir": f"`{said['workdir']}`",
    }
    assert None not in (said[key] for key in ("base_os", "python", "torch", "cuda_toolkit", "user", "workdir"))
    for label, value in expected.items():
        assert f"- {label}: {value}" in shown.splitlines()


def test_words_of_the_file_cannot_leave_their_line(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, "FROM python:3.12-slim\nWORKDIR /a`b😀\nRUN pip install numpy==2.2.0\n")
    assert "- workdir: `/a'b😀`" in editor.hover(path, "RUN").splitlines()


def test_editors_that_know_no_markdown_are_told_that_it_is_text(project: Path, starts: Starts) -> None:
    editor = starts(project, {"textDocument": {"hover": {"contentFormat": ["plaintext"]}}})
    path = project / "Dockerfile"
    editor.open(path, TEXT)
    place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": 0, "character": 0}}
    assert editor.request("textDocument/hover", place)["contents"]["kind"] == "plaintext"


def test_where_there_is_nothing_to_say_nothing_is_shown(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, TEXT)
    assert editor.hover(path, "WORKDIR") == ""
    editor.open(project / "app.py", "x\n", "python")
    place = {"textDocument": {"uri": (project / "app.py").as_uri()}, "position": {"line": 0, "character": 0}}
    assert editor.request("textDocument/hover", place) is None

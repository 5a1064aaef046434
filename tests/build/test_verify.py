"""`torchlint verify` with a real engine: what it proves, what it refuses, and that it leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING, Any

import pytest

from tests.build import tally
from tests.build.leavings import NAP, SLEEPS, ended_by, left_behind, ran

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torchlint.verify.port import Engine

BASE = "python:3.11-slim"
WORKING = f"""\
FROM {BASE}
WORKDIR /app
COPY app.py .
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
USER nobody
CMD ["python", "app.py"]
"""
SERVING = "import time\nprint('up', flush=True)\ntime.sleep(600)\n"


@pytest.fixture(autouse=True)
def _ready(bases: Callable[..., None]) -> None:
    bases(BASE)


def verified(folder: Path, text: str, *words: str, **files: str) -> tuple[int, dict[str, Any]]:
    """Exit code and JSON of `torchlint verify`; files by their names with `_` for a dot."""
    (folder / "Dockerfile").write_text(text)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content)
    done = ran("verify", "--output-format", "json", "--watch", "3", *words, str(folder / "Dockerfile"))
    assert done.stdout, done.stderr
    said = json.loads(done.stdout)
    tally.note(folder.name, said)
    return done.returncode, said


def test_server_that_runs(tmp_path: Path, engine: Engine) -> None:
    code, said = verified(tmp_path, WORKING, app_py=SERVING)
    assert (code, said["reached"], said["proven"]) == (0, "ran", True)
    assert said["start"]["state"] == "running"
    assert said["python"]["version"] == "3.11"
    assert said["image"]["user"] == "nobody"
    assert said["differences"] == []
    assert left_behind(engine.name) == []


def test_program_that_ends(tmp_path: Path) -> None:
    code, said = verified(tmp_path, WORKING, app_py="print('done')\n")
    assert (code, said["start"]["state"], said["start"]["code"]) == (0, "ended", 0)


def test_program_that_fails(tmp_path: Path, engine: Engine) -> None:
    code, said = verified(tmp_path, WORKING, app_py="raise SystemExit('no model')\n")
    assert (code, said["reached"], said["start"]["code"]) == (1, "built", 1)
    assert "no model" in said["why"]
    assert left_behind(engine.name) == []


def test_import_that_fails(tmp_path: Path) -> None:
    late = "import time\ntime.sleep(600)\nimport nowhere_to_be_found\n"
    code, said = verified(tmp_path, WORKING, app_py=late)
    assert (code, said["reached"]) == (1, "built")
    assert "nowhere_to_be_found" in said["why"]


def test_step_that_fails_is_named_by_its_line(tmp_path: Path, engine: Engine) -> None:
    text = f"FROM {BASE}\n# a note\nENV A=1\nRUN echo before && \\\n    pip install -r nothing.txt\nCMD python\n"
    code, said = verified(tmp_path, text)
    assert (code, said["reached"], said["build"]["line"]) == (1, "seen", 4)
    assert any("nothing.txt" in line for line in said["build"]["log"])
    assert said["explained_by"] == ["requirements-file-missing"]
    assert left_behind(engine.name) == []


def test_program_that_is_not_there(tmp_path: Path) -> None:
    code, said = verified(tmp_path, f'FROM {BASE}\nCMD ["uvicorn", "app:app"]\n')
    assert (code, said["reached"]) == (1, "built")
    assert "uvicorn is not in the image" in said["why"]
    assert "program-missing" in said["explained_by"]


def test_base_that_cannot_be_fetched_is_not_the_file_s_fault(tmp_path: Path) -> None:
    code, said = verified(tmp_path, "FROM registry.invalid/nothing:1\n")
    assert (code, said["proven"], said["reached"]) == (2, None, "seen")


def test_heredoc_and_dockerignore(tmp_path: Path) -> None:
    text = f"FROM {BASE}\nCOPY . /ctx/\nRUN <<EOF\nset -e\ntest ! -e /ctx/left.out\ntest -e /ctx/kept\nEOF\n"
    (tmp_path / ".dockerignore").write_text("*.out\n")
    code, said = verified(tmp_path, text, "--level", "built", left_out="x", kept="x")
    assert (code, said["reached"]) == (0, "built"), said


def test_nothing_of_the_project_is_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    verified(tmp_path / "in", WORKING, app_py=SERVING)
    assert sorted(os.listdir(tmp_path / "in")) == ["Dockerfile", "app.py"]


def test_time_that_is_up_leaves_nothing(tmp_path: Path, engine: Engine) -> None:
    code, said = verified(tmp_path, f"FROM {BASE}\n{SLEEPS}", "--timeout", "4")
    assert (code, said["proven"]) == (2, None)
    assert "--timeout" in said["why"]
    assert left_behind(engine.name) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_leaves_nothing(tmp_path: Path, engine: Engine, number: signal.Signals) -> None:
    text = f"FROM {BASE}\n{SLEEPS}"
    (tmp_path / "Dockerfile").write_text(text)
    assert ended_by(number, "RUN echo begun", "verify", str(tmp_path / "Dockerfile")) != 0
    assert left_behind(engine.name) == []
    assert (tmp_path / "Dockerfile").read_text() == text


def test_container_that_does_not_end_is_removed(tmp_path: Path, engine: Engine) -> None:
    stubborn = f"import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep({NAP})\n"
    code, _said = verified(tmp_path, WORKING, app_py=stubborn)
    assert code == 0
    assert left_behind(engine.name) == []

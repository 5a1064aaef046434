"""Podman and Buildah for real: the same answers as Docker gives, and nothing is left behind though no daemon cleans up.

Both use the same images, so that Podman makes the base for both. Buildah runs no containers that are closed off.
"""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.build import tally
from tests.build.conftest import made
from tests.build.leavings import NAP, SLEEPS, ended_by, left_behind, ran, watched
from torchlint.verify.detect import detect
from torchlint.verify.podman import HEREDOCS_SINCE

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint.verify.port import Engine

BASE = "python:3.11-slim"
WORKING = f"""\
FROM {BASE}
WORKDIR /app
COPY app.py .
RUN python -m venv --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
USER nobody
CMD ["python", "app.py"]
"""
FAILING = """\
ARG VERSION=3.11
FROM python:${VERSION}-slim AS first
RUN true

FROM first
# a note
ENV A=1 \\
    B=2
RUN echo before && \\
    pip install -r nothing.txt
CMD python
"""
SERVING = f"import time\nprint('up', flush=True)\ntime.sleep({NAP})\n"
STUBBORN = f"import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n{SERVING}"


@pytest.fixture(params=["podman", "buildah"])
def other(request: pytest.FixtureRequest) -> Engine:
    """An engine that answers, with its base."""
    return answering(request.param)


@pytest.fixture
def podman() -> Engine:
    """Podman, where it can run containers."""
    engine = answering("podman")
    done = subprocess.run(
        ["podman", "run", "--rm", "--network", "none", "--memory", "4g", "--pids-limit", "512", BASE, "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"podman runs no containers here: {done.stderr.strip()}")
    return engine


def answering(name: str) -> Engine:
    found = detect(name)
    if found.engine is None:
        pytest.skip("; ".join(found.tried))
    if shutil.which("podman") is None:
        pytest.skip("no podman, which makes the base for both")
    made("podman", BASE)
    return found.engine


def verified(engine: Engine, folder: Path, text: str, *words: str, app: str = "") -> tuple[int, dict[str, Any]]:
    """Exit code and JSON of `torchlint verify`."""
    (folder / "Dockerfile").write_text(text)
    (folder / "app.py").write_text(app)
    head = ("verify", "--engine", engine.name, "--output-format", "json", "--watch", "3", "--pull", "never")
    done = ran(*head, *words, str(folder / "Dockerfile"))
    assert done.stdout, done.stderr
    said = json.loads(done.stdout)
    tally.note(folder.name, said)
    return done.returncode, said


def test_podman_builds_asks_and_starts(tmp_path: Path, podman: Engine) -> None:
    code, said = verified(podman, tmp_path, WORKING, app=STUBBORN)
    assert (code, said["reached"], said["proven"]) == (0, "ran", True), said["why"]
    assert said["start"]["state"] == "running"
    assert (said["python"]["version"], said["python"]["executable"]) == ("3.11", "/opt/venv/bin/python")
    assert (said["image"]["user"], said["differences"]) == ("nobody", [])
    assert left_behind("podman") == []


@pytest.mark.parametrize(
    ("app", "why"), [("raise SystemExit('no model')\n", "ends with 1: no model"), ("import nowhere\n", "nowhere")]
)
def test_podman_shows_what_fails(tmp_path: Path, podman: Engine, app: str, why: str) -> None:
    code, said = verified(podman, tmp_path, WORKING, app=app)
    assert (code, said["reached"]) == (1, "built")
    assert why in said["why"]
    assert left_behind("podman") == []


def test_podman_names_a_program_that_is_not_there(tmp_path: Path, podman: Engine) -> None:
    code, said = verified(podman, tmp_path, f'FROM {BASE}\nCMD ["uvicorn", "app:app"]\n')
    assert (code, said["reached"], said["explained_by"]) == (1, "built", ["program-missing"])
    assert "uvicorn is not in the image" in said["why"]


def test_what_builds_is_built(tmp_path: Path, other: Engine) -> None:
    code, said = verified(other, tmp_path, WORKING, "--level", "built", app=SERVING)
    assert (code, said["reached"], said["proven"]) == (0, "built", True), said["why"]
    assert said["image"]["user"] == "nobody"
    assert left_behind(other.name) == []


def test_buildah_proves_no_start(tmp_path: Path) -> None:
    code, said = verified(answering("buildah"), tmp_path, WORKING, app=SERVING)
    assert (code, said["reached"], said["proven"]) == (2, "built", None)
    assert "buildah starts no containers" in said["why"]


def test_step_that_fails_is_named_by_its_line(tmp_path: Path, other: Engine) -> None:
    """In a second stage, behind an ARG that belongs to none, a comment and an instruction of two lines."""
    code, said = verified(other, tmp_path, FAILING)
    assert (code, said["reached"], said["build"]["line"]) == (1, "seen", 9)
    assert said["build"]["log"][0] == "before"
    assert any("nothing.txt" in line for line in said["build"]["log"])
    assert said["explained_by"] == ["requirements-file-missing"]
    assert left_behind(other.name) == []


@pytest.mark.parametrize("name", ["registry.invalid/nothing:1", "nothing-like-it:1"])
def test_base_that_is_not_here_is_not_the_file_s_fault(tmp_path: Path, other: Engine, name: str) -> None:
    code, said = verified(other, tmp_path, f"FROM {name}\nRUN true\n")
    assert (code, said["proven"], said["reached"]) == (2, None, "seen")


def test_heredocs_where_they_are_known(tmp_path: Path, other: Engine) -> None:
    """An older version drops what it does not know: it is not asked."""
    code, said = verified(other, tmp_path, f"FROM {BASE}\nRUN <<EOF\ntrue\nEOF\nUSER nobody\n", "--level", "built")
    known = tuple(int(part) for part in other.version.split(".")[:2]) >= HEREDOCS_SINCE[other.name]
    assert code == (0 if known else 2)
    assert known or "knows no heredocs" in said["why"]


def test_time_that_is_up_leaves_nothing(tmp_path: Path, other: Engine) -> None:
    code, said = verified(other, tmp_path, f"FROM {BASE} AS first\nRUN true\nFROM first\n{SLEEPS}", "--timeout", "8")
    assert (code, said["proven"], said["build"]["line"]) == (2, None, 4)
    assert "--timeout" in said["why"]
    assert left_behind(other.name) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=str)
def test_what_ends_a_run_ends_all_of_it(tmp_path: Path, other: Engine, number: signal.Signals) -> None:
    """Also what cannot be caught: the process beside it cleans up."""
    text = f"FROM {BASE}\n{SLEEPS}"
    (tmp_path / "Dockerfile").write_text(text)
    words = ("verify", "--engine", other.name, "--pull", "never", str(tmp_path / "Dockerfile"))
    assert ended_by(number, "RUN echo begun", *words) != 0
    assert left_behind(other.name) == []
    assert (tmp_path / "Dockerfile").read_text() == text


def test_what_is_killed_while_it_watches_leaves_nothing(tmp_path: Path, podman: Engine) -> None:
    (tmp_path / "app.py").write_text(STUBBORN)
    (tmp_path / "Dockerfile").write_text(f"FROM {BASE}\nCOPY app.py .\nCMD python app.py\n")
    words = ("verify", "--engine", podman.name, "--pull", "never", "--watch", "60", str(tmp_path / "Dockerfile"))
    ended_by(signal.SIGKILL, "CMD", *words, until=lambda: watched("podman"))
    assert left_behind("podman") == []


def test_what_others_build_is_left_alone(tmp_path: Path, other: Engine) -> None:
    """Their containers are made in between, and look like ours."""
    made_by_others = subprocess.Popen(
        ["podman", "build", "--layers=false", "--tag", "torchlint-test-of-others", "--file", "-", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert made_by_others.stdin is not None
    (tmp_path / "other").write_text("x")
    made_by_others.stdin.write(f"FROM {BASE}\nCOPY other /\nRUN sleep 25\n")
    made_by_others.stdin.close()
    try:
        code, _said = verified(other, tmp_path, f"FROM {BASE}\n{SLEEPS}", "--timeout", "6")
        assert code == 2
        assert made_by_others.wait(timeout=120) == 0
    finally:
        made_by_others.kill()
        subprocess.run(["podman", "rmi", "--force", "torchlint-test-of-others"], capture_output=True, check=False)

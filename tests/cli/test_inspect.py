"""`torchlint inspect` as a user has it: real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_cli import ESCAPE, POSIX, Run, environment, torchlint
from torchlint.cli.inspecting import Inspect
from torchlint.cli.options import COMMANDS
from torchlint.cli.parsing import values_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
ARG PYTHON=3.11
FROM python:${PYTHON}-slim AS app
WORKDIR /app
RUN pip install torch==2.4.1
COPY . .
CMD ["python", "app.py"]
FROM debian:12
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Dockerfile").write_text(TEXT)
    (tmp_path / "app.py").write_text("import torch\n")
    return tmp_path


def inspect(*words: str, cwd: Path, stdin: bytes | None = None) -> dict[str, Any]:
    """What it says as JSON."""
    run = torchlint("inspect", "--output-format", "json", *words, cwd=cwd, stdin=stdin)
    assert (run.code, run.err) == (0, "")
    value = json.loads(run.out)
    assert isinstance(value, dict)
    return value


def test_dockerfile_of_the_folder_is_the_default(folder: Path) -> None:
    value = inspect(cwd=folder)
    assert value["dockerfile"] == "Dockerfile"
    assert [stage["python"] for stage in value["stages"]] == ["3.11", "absent"]
    assert value == inspect("Dockerfile", cwd=folder) == inspect(".", cwd=folder)


def test_target_stage_is_the_image(folder: Path) -> None:
    final = inspect("--target-stage", "app", cwd=folder)["final"]
    assert (final["name"], final["torch"], final["torch_cuda"]) == ("app", "2.4.1", "12.1")
    assert (final["entry"]["starts"], final["entry"]["script"]) == (True, "/app/app.py")


def test_platform_decides_the_wheel(folder: Path) -> None:
    assert inspect("--platform", "linux/arm64", cwd=folder)["stages"][0]["torch_cuda"] == "cpu"


def test_build_arg_changes_the_base(folder: Path) -> None:
    stage = inspect("--build-arg", "PYTHON=3.12", cwd=folder)["stages"][0]
    assert (stage["base"], stage["python"]) == ("python:3.12-slim", "3.12")


def test_context_is_where_files_are_looked_for(folder: Path) -> None:
    (folder / "empty").mkdir()
    starts = [
        inspect("--target-stage", "app", *more, cwd=folder)["final"]["entry"]["starts"]
        for more in ([], ["--context", "empty"], ["--context", "empty", "--context-partial"])
    ]
    assert starts == [True, False, None]


def test_standard_input_has_a_partial_context(folder: Path) -> None:
    value = inspect("-", cwd=folder, stdin=b'FROM python:3.11-slim\nCOPY . .\nCMD ["python", "gone.py"]\n')
    assert (value["dockerfile"], value["final"]["entry"]["starts"]) == ("-", None)
    named = inspect("-", "--stdin-filename", "docker/Dockerfile", cwd=folder, stdin=TEXT.encode())
    assert named["dockerfile"] == "docker/Dockerfile"


def test_configuration_counts_unless_isolated(folder: Path) -> None:
    (folder / "torchlint.toml").write_text('target-stage = "app"\n')
    assert inspect(cwd=folder)["final"]["name"] == "app"
    assert inspect("--isolated", cwd=folder)["final"]["name"] is None
    assert inspect("--config", 'target-stage="0"', cwd=folder)["final"]["index"] == 0


def test_text_is_plain_in_a_pipe(folder: Path) -> None:
    run = torchlint("inspect", cwd=folder)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Dockerfile: stage 0 'app'")
    assert "  python        3.11\n" in run.out
    assert "\nDockerfile: the image (stage 1)\n" in run.out
    assert run.out.isascii()
    assert ESCAPE not in run.out


def test_text_is_coloured_where_that_is_asked_for(folder: Path) -> None:
    assert ESCAPE in torchlint("inspect", "--color", "always", cwd=folder).out


@POSIX
def test_terminal_gets_a_table(folder: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "torchlint", "inspect"], cwd=folder, stdout=theirs, stderr=theirs, env=environment()
    )
    os.close(theirs)
    found = b""
    try:
        while chunk := os.read(ours, 65536):
            found += chunk
    except OSError:
        pass  # What Linux says when the other side of a terminal is closed.
    os.close(ours)
    assert process.wait(60) == 0
    text = found.decode()
    assert "╭" in text
    assert "python:3.11-slim" in text


@pytest.mark.parametrize("kind", ["text", "json"])
def test_output_file_gets_the_report(folder: Path, kind: str) -> None:
    run = torchlint("inspect", "--output-format", kind, "-o", "report", cwd=folder)
    assert (run.code, run.out, run.err) == (0, "", "")
    assert (folder / "report").read_text() == torchlint("inspect", "--output-format", kind, cwd=folder).out


def test_faulty_dockerfile_is_shown_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text('FROM python:3.11-slim\nRUNN true\nCMD ["python", "gone.py"]\n')
    assert inspect(cwd=tmp_path)["final"]["entry"]["starts"] is False


# Wrong use


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gone/Dockerfile"], "gone/Dockerfile: "),
        (["a", "b"], "one Dockerfile, not 2"),
        (["requirements.txt"], "by its name it is no Dockerfile"),
        (["empty.Dockerfile"], "has no FROM"),
        (["inner"], "is a folder, not a Dockerfile"),
        (["--target-stage", "ap"], "did you mean app?"),
        (["--build-arg", "PYTHON"], "must be NAME=VALUE"),
        (["--output-format", "jsn"], "did you mean json?"),
        (["--target-stge", "app"], "did you mean --target-stage?"),
        (["--context", "gone"], "is no folder"),
        (["--config", "gone.toml"], "gone.toml"),
        (["-o", "gone/report"], "the report was not written"),
    ],
)
def test_wrong_use_ends_with_one_line(folder: Path, words: list[str], said: str) -> None:
    (folder / "requirements.txt").write_text("torch\n")
    (folder / "empty.Dockerfile").write_text("# nothing\n")
    (folder / "inner" / "Dockerfile").mkdir(parents=True)
    run: Run = torchlint("inspect", *words, cwd=folder)
    assert said in run.failed_with_one_line()
    assert run.out == ""


def test_every_option_has_a_value_and_the_other_way_round() -> None:
    options = {option.name for options in COMMANDS["inspect"].options.values() for option in options}
    assert options == set(Inspect._fields) - {"path"}


def test_options_without_being_given_are_the_defaults() -> None:
    values, _ = values_of("inspect", [])
    assert Inspect(**values) == Inspect()

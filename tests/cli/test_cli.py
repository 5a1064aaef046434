"""The command line as a user has it: real processes, what they print, and how they end."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BROKEN = "FROM scratch\nRUM true\n"
CLEAN = "FROM scratch\nLABEL a=b\n"
IDLE = "FROM scratch\n# torchlint: ignore[unknown-instruction] once there was one\nLABEL a=b\n"
SILENCED = "FROM scratch\n# torchlint: ignore[unknown-instruction] the builder knows it\nRUM true\n"
ESCAPE = "\x1b["
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


class Run:
    """A finished torchlint."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    def failed_with_one_line(self) -> str:
        """The one line that says why; there is no traceback and the exit code is 2."""
        assert self.code == 2, (self.out, self.err)
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("torchlint: ")
        return lines[0]


def torchlint(*words: str, cwd: Path, stdin: bytes | None = None, env: Mapping[str, str] | None = None) -> Run:
    """Run `torchlint` with both streams in pipes."""
    done = subprocess.run(
        [sys.executable, "-m", "torchlint", *words],
        cwd=cwd,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        env=environment(env),
        timeout=60,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without anything that asks for or against colours."""
    colours = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in colours}
    return {**kept, "TERM": "xterm-256color", "PYTHONUTF8": "1", **(more or {})}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one finding."""
    (tmp_path / "Dockerfile").write_text(BROKEN)
    return tmp_path


# What is checked, and how it ends


def test_finding_is_shown_and_ends_with_1(folder: Path) -> None:
    run = torchlint("check", "Dockerfile", cwd=folder)
    assert run.code == 1
    assert "error[unknown-instruction]: " in run.out
    assert "--> Dockerfile:2:1" in run.out
    assert "Found 1 error in 1 file." in run.out
    assert run.err == ""


def test_nothing_found_ends_with_0_and_says_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(CLEAN)
    (tmp_path / "requirements.txt").write_text("")
    run = torchlint("check", cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    assert run.out == "All checks passed! (1 Dockerfile, 1 requirements file)\n"


@pytest.mark.parametrize("words", [["Dockerfile"], ["."], ["check"], ["--output-format", "full", "Dockerfile"]])
def test_check_is_what_happens_to_paths(folder: Path, words: list[str]) -> None:
    """A command is not needed, and without a path the folder is checked."""
    assert torchlint(*words, cwd=folder).out == torchlint("check", "Dockerfile", cwd=folder).out


def test_options_may_stand_anywhere(folder: Path) -> None:
    (folder / "other.Dockerfile").write_text(BROKEN)
    run = torchlint("Dockerfile", "-q", "--output-format=concise", "other.Dockerfile", cwd=folder)
    assert [line.split(":")[0] for line in run.out.splitlines()] == ["Dockerfile", "other.Dockerfile"]


def test_two_dashes_end_the_options(folder: Path) -> None:
    (folder / "-q").write_text(BROKEN)
    run = torchlint("check", "--output-format", "concise", "--", "-q", cwd=folder)
    assert run.out.startswith("-q:2:1: ")


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (BROKEN, ["--exit-zero"], 0),
        (BROKEN, ["--fail-on", "never"], 0),
        (BROKEN, ["--fail-on", "error"], 1),
        (BROKEN, ["--ignore", "unknown-instruction"], 0),
        (BROKEN, ["--ignore", "syntax"], 0),
        (BROKEN, ["--select", "unused-suppression"], 0),
        (BROKEN, ["-s", "unused-suppression,unknown-instruction"], 1),
        (IDLE, [], 0),
        (IDLE, ["--fail-on", "info"], 1),
        (IDLE, ["--fail-on", "info", "--min-severity", "warning"], 0),
        (SILENCED, ["--fail-on", "info"], 0),
        (SILENCED, ["--show-suppressed", "--fail-on", "info"], 0),
        (SILENCED, ["--no-ignores"], 1),
    ],
)
def test_exit_code(tmp_path: Path, text: str, words: list[str], code: int) -> None:
    """0 without a finding that counts, 1 with one."""
    (tmp_path / "Dockerfile").write_text(text)
    run = torchlint("check", *words, "Dockerfile", cwd=tmp_path)
    assert (run.code, run.err) == (code, ""), run.out


def test_suppressed_findings_are_counted_and_shown_on_request(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(SILENCED)
    assert "1 suppressed" in torchlint("check", cwd=tmp_path).out
    shown = torchlint("check", "--show-suppressed", cwd=tmp_path).out
    assert "suppressed: by a comment: the builder knows it" in shown
    (found,) = json.loads(torchlint("check", "--show-suppressed", "--output-format", "json", cwd=tmp_path).out)
    assert found["suppressed"] == {"kind": "inSource", "reason": "the builder knows it"}


def test_quiet_says_nothing_without_findings(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(CLEAN)
    run = torchlint("check", "-q", cwd=tmp_path)
    assert (run.code, run.out, run.err) == (0, "", "")


def test_verbose_says_what_was_read(folder: Path) -> None:
    assert "Dockerfile: build context ." in torchlint("check", "-v", cwd=folder).err


def test_statistics(folder: Path) -> None:
    run = torchlint("check", "-q", "--statistics", cwd=folder)
    assert run.out.split()[:3] == ["1", "error", "unknown-instruction"]


def test_stage_can_be_named_or_counted(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM scratch AS build\nFROM scratch\n")
    for stage in ("build", "BUILD", "0", "1"):
        assert torchlint("check", "--target-stage", stage, cwd=tmp_path).code == 0


# Wrong input: one line, exit 2, never a traceback


def test_missing_path(tmp_path: Path) -> None:
    assert "nowhere/Dockerfile: no such file" in torchlint("nowhere/Dockerfile", cwd=tmp_path).failed_with_one_line()


def test_mistyped_command(tmp_path: Path) -> None:
    assert "did you mean check?" in torchlint("chek", cwd=tmp_path).failed_with_one_line()


def test_binary_file(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_bytes(b"\x7fELF\0\0\0\1" * 64)
    assert "is a binary file" in torchlint("Dockerfile", cwd=tmp_path).failed_with_one_line()


def test_folder_named_dockerfile_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").mkdir()
    run = torchlint("Dockerfile", cwd=tmp_path)
    assert run.code == 0
    assert run.err.startswith("torchlint: nothing to check in Dockerfile: ")
    (tmp_path / "Dockerfile" / "Dockerfile").write_text(BROKEN)
    assert torchlint("Dockerfile", cwd=tmp_path).code == 1


def test_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "Dockerfile").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "is larger than" in torchlint("Dockerfile", cwd=tmp_path).failed_with_one_line()


@POSIX
def test_pipe_in_the_file_system_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "Dockerfile")
    assert "neither a file nor a folder" in torchlint("Dockerfile", cwd=tmp_path).failed_with_one_line()


@POSIX
def test_broken_link(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").symlink_to("nowhere")
    assert "broken link" in torchlint("Dockerfile", cwd=tmp_path).failed_with_one_line()


@pytest.mark.skipif(not os.path.exists("/dev/stdin"), reason="needs a name for standard input")
def test_link_to_a_pipe_is_not_called_broken(tmp_path: Path) -> None:
    line = torchlint("/dev/stdin", cwd=tmp_path, stdin=b"FROM scratch\n").failed_with_one_line()
    assert "neither a file nor a folder" in line


@pytest.mark.parametrize(
    "words", [[""], ["check", ""], ["check", "Dockerfile", "", "-q"], ["inspect", ""], ["check", "--", ""]]
)
def test_empty_path_is_not_taken_for_the_folder_here(folder: Path, words: list[str]) -> None:
    run = torchlint(*words, cwd=folder)
    assert "empty" in run.failed_with_one_line()
    assert run.out == ""


@POSIX
def test_unreadable_file_stops_no_other(folder: Path) -> None:
    """What cannot be read is said once, the rest is checked, and the exit code is 2."""
    (folder / "secret.Dockerfile").write_text(CLEAN)
    (folder / "secret.Dockerfile").chmod(0)
    command = [sys.executable, "-m", "torchlint", "."]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may read everything, and there is no setpriv to take that from it")
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 2
    assert done.stderr == "torchlint: secret.Dockerfile: permission denied\n"
    assert "error[unknown-instruction]" in done.stdout
    assert "1 file could not be read" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--ouput-format", "json"], "did you mean --output-format?"),
        (["--output-format", "jsn"], "did you mean json?"),
        (["--output-format"], "--output-format"),
        (["--select", "unknown-instuction"], 'did you mean "unknown-instruction"?'),
        (["--ignore", "sintax"], 'did you mean "syntax"?'),
        (["--as-of", "yesterday"], "as-of"),
        (["--build-arg", "NAME"], "NAME=VALUE"),
        (["--target-stage", "bild"], "no Dockerfile that was read has such a stage; did you mean build?"),
        (["--config", "nowhere.toml"], "nowhere.toml: no such file"),
        (["--config", "selct=['all']"], 'did you mean "select"?'),
        (["--output-file", ""], "--output-file: its value is empty"),
        (["--stdin-filename", ""], "--stdin-filename: its value is empty"),
        (["--context", ""], "--context: its value is empty"),
        (["--context", "nowhere"], "nowhere: is given as a build context, but is no folder"),
        (["--statistics", "--output-format", "json"], "--statistics"),
    ],
)
def test_wrong_option(folder: Path, words: list[str], said: str) -> None:
    (folder / "Dockerfile").write_text("FROM scratch AS build\n")
    assert said in torchlint("check", "Dockerfile", *words, cwd=folder).failed_with_one_line()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select = [", "torchlint.toml: is no TOML"),
        ("selct = []", 'did you mean "select"?'),
        ("select = ['unknown-instuction']", 'did you mean "unknown-instruction"?'),
        ("fail-on = 3", "fail-on"),
    ],
)
def test_broken_configuration(folder: Path, text: str, said: str) -> None:
    (folder / "torchlint.toml").write_text(text)
    line = torchlint("check", cwd=folder).failed_with_one_line()
    assert "torchlint.toml" in line
    assert said in line
    assert torchlint("check", "--isolated", cwd=folder).code == 1


def test_configuration_is_used_and_can_be_replaced(folder: Path) -> None:
    (folder / "torchlint.toml").write_text("ignore = ['unknown-instruction']\n")
    (folder / "other.toml").write_text("fail-on = 'never'\n")
    assert torchlint("check", cwd=folder).code == 0
    assert torchlint("check", "--config", "ignore=[]", "--config", "other.toml", cwd=folder).code == 0
    assert "Found 1 error" in torchlint("check", "--config", "other.toml", cwd=folder).out
    assert torchlint("check", "--config", "other.toml", "--config", "fail-on=error", cwd=folder).code == 1


def test_folder_without_anything_to_check(tmp_path: Path) -> None:
    """One line and no failure, unless inputs are demanded; scripts still get their JSON."""
    run = torchlint("check", ".", cwd=tmp_path)
    assert (run.code, run.out) == (0, "")
    assert run.err.splitlines() == [
        "torchlint: nothing to check in .: no Dockerfile, requirements file or conda environment"
    ]
    torchlint("check", "--strict-inputs", cwd=tmp_path).failed_with_one_line()
    assert torchlint("check", "--output-format", "json", cwd=tmp_path).out == "[]\n"


# Streams


def test_standard_input(tmp_path: Path) -> None:
    run = torchlint("check", "--output-format", "concise", "-q", "-", cwd=tmp_path, stdin=BROKEN.encode())
    assert (run.code, run.out.split(" ")[0]) == (1, "-:2:1:")
    named = torchlint("-", "--stdin-filename", "api/Dockerfile", cwd=tmp_path, stdin=BROKEN.encode())
    assert "--> api/Dockerfile:2:1" in named.out
    listed = torchlint("-", "--stdin-filename", "requirements.txt", cwd=tmp_path, stdin=b"flask\n")
    assert "Dockerfile" not in listed.out


def test_binary_standard_input(tmp_path: Path) -> None:
    assert "binary" in torchlint("-", cwd=tmp_path, stdin=b"\0\1\2").failed_with_one_line()


@POSIX
def test_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """`torchlint | head -1` ends quietly even with more output than a pipe holds."""
    (tmp_path / "Dockerfile").write_text("FROM scratch\n" + "RUM true\n" * 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "torchlint", "Dockerfile"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["check", "Dockerfile"], ["rules"], ["check", "--color", "always"]])
def test_full_disk_is_no_mistake_of_torchlint(folder: Path, words: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "torchlint", *words],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    line = Run(done.returncode, "", done.stderr.decode()).failed_with_one_line()
    assert line.startswith("torchlint: standard output: ")
    assert "internal" not in line


@POSIX
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_streams_may_be_closed_from_the_start(folder: Path, closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m torchlint Dockerfile - {closed}', sys.executable],
        cwd=folder,
        input="",
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode in (1, 2)


@POSIX
def test_interrupt_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "torchlint", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stderr is not None
        # The last import before it waits for its input tells when to interrupt.
        for line in process.stderr:
            if b"torchlint.cli.checking" in line:
                break
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait(60) == 130
    assert b"Traceback" not in rest


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_letters_that_the_output_lacks_are_no_error(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "Dockerfile").write_text(f"FROM scratch\nRUM 日本 größer {'x' * 300}\n", encoding="utf-8")
    run = torchlint("Dockerfile", cwd=tmp_path, env={"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding})
    assert (run.code, run.err) == (1, "")
    assert r"\u65e5" in run.out


# Colours


@pytest.mark.parametrize(
    ("env", "words", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"CLICOLOR_FORCE": "1"}, [], True),
        ({"FORCE_COLOR": "0"}, [], False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({}, ["--color", "always"], True),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ],
)
def test_colours_in_a_pipe(folder: Path, env: dict[str, str], words: list[str], coloured: bool) -> None:
    """None unless forced; NO_COLOR beats the other variables, --color beats them all."""
    run = torchlint("check", *words, "Dockerfile", cwd=folder, env=env)
    assert run.code == 1
    assert (ESCAPE in run.out) == coloured
    assert "\x1b]8;" not in run.out, "links are for terminals"


@POSIX
@pytest.mark.parametrize(
    ("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"CLICOLOR": "0"}, False)]
)
def test_colours_on_a_terminal(folder: Path, env: dict[str, str], coloured: bool) -> None:
    """Colours by default; without them the text is that of a pipe, and the text is the same in colours."""
    text = on_terminal(["check", "Dockerfile"], folder, env)
    assert (ESCAPE in text) == coloured
    assert uncoloured(text) == torchlint("check", "Dockerfile", cwd=folder).out


@POSIX
def test_json_is_never_coloured(folder: Path) -> None:
    json.loads(on_terminal(["check", "--output-format", "json"], folder, {"FORCE_COLOR": "1"}))


def on_terminal(words: list[str], cwd: Path, env: Mapping[str, str]) -> str:
    """What torchlint writes to a terminal."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "torchlint", *words],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        env=environment(env),
    ) as process:
        os.close(theirs)
        chunks = []
        try:
            while chunk := os.read(ours, 65536):
                chunks.append(chunk)
        except OSError:  # Linux's way to say that the other side is closed.
            pass
        process.wait(60)
    os.close(ours)
    return b"".join(chunks).decode().replace("\r\n", "\n")


def uncoloured(text: str) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


# Files for the report


def test_report_goes_to_a_file(folder: Path) -> None:
    run = torchlint("check", "--output-format", "json", "-o", "out.json", cwd=folder)
    assert (run.code, run.out, run.err) == (1, "", "")
    (found,) = json.loads((folder / "out.json").read_text())
    assert found["rule"] == "unknown-instruction"


def test_report_in_a_file_is_plain(folder: Path) -> None:
    torchlint("check", "-o", "out.txt", cwd=folder, env={"FORCE_COLOR": "1"})
    assert (folder / "out.txt").read_text() == torchlint("check", cwd=folder).out


def test_file_that_was_there_is_replaced_whole(folder: Path) -> None:
    (folder / "out.txt").write_text("?" * 100_000)
    torchlint("check", "-o", "out.txt", cwd=folder)
    assert "?" not in (folder / "out.txt").read_text()
    assert sorted(path.name for path in folder.iterdir()) == ["Dockerfile", "out.txt"]


@POSIX
def test_link_and_mode_of_the_file_are_kept(folder: Path) -> None:
    real = folder / "real.txt"
    real.write_text("")
    real.chmod(0o640)
    (folder / "out.txt").symlink_to("real.txt")
    torchlint("check", "-o", "out.txt", cwd=folder)
    assert (folder / "out.txt").is_symlink()
    assert "Found 1 error" in real.read_text()
    assert real.stat().st_mode & 0o777 == 0o640


@POSIX
def test_report_may_go_to_a_device(folder: Path) -> None:
    assert "Found 1 error" in torchlint("check", "-o", "/dev/stdout", cwd=folder).out


def test_file_that_cannot_be_written(folder: Path) -> None:
    assert "nowhere" in torchlint("check", "-o", "nowhere/out.txt", cwd=folder).failed_with_one_line()
    assert "not written" in torchlint("check", "-o", ".", cwd=folder).failed_with_one_line()

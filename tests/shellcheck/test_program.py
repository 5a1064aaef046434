"""ShellCheck as a program: what is said when it is not there, does not work or takes too long, and what it may read."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import torchlint
from torchlint import programs
from torchlint.cli import main
from torchlint.shellcheck import asking, program

if TYPE_CHECKING:
    from collections.abc import Callable

    StandIn = Callable[[str], Path]

DOCKERFILE = 'FROM debian:12\nRUN echo $X && rm -rf /var/lib/apt/lists\nCMD ["true"]\n'


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No answer of an earlier test; a folder with a Dockerfile."""
    monkeypatch.setattr(asking, "_known", {})
    monkeypatch.setattr(program, "_known", {})
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Dockerfile").write_text(DOCKERFILE)


@pytest.fixture
def stand_in(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """A program in the place of ShellCheck that does what a text in Python says; `words` are its own."""

    def stand_in(body: str) -> Path:
        path = tmp_path_factory.mktemp("program") / "shellcheck"
        path.write_text(f"#!{sys.executable}\nimport os, sys, time\nwords = sys.argv[1:]\n{body}\n")
        path.chmod(0o755)
        monkeypatch.setattr(programs, "find", lambda _name: str(path))
        return path

    return stand_in


def version(number: str, then: str = "") -> str:
    return f"if '--version' in words:\n    sys.exit(print('ShellCheck\\nversion: {number}'))\n{then}"


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["check", "--isolated", "--shell", *words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_program_that_is_not_there_is_said_with_the_way_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All else is checked; the exit code says that not everything was."""
    monkeypatch.setattr(programs, "find", lambda _name: None)
    code, out, err = check(capsys)
    assert code == 2
    assert err == (
        "torchlint: Dockerfile: its shell commands were not checked: "
        "ShellCheck is not installed; `pip install 'torchlint[shell]'` brings it\n"
    )
    assert "runs-as-root" in out
    assert "1 file could not be checked in full" in out


def test_it_is_said_once_for_many_files(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(programs, "find", lambda _name: None)
    for name in ("a.dockerfile", "b.dockerfile"):
        Path(name).write_text(DOCKERFILE)
    code, _, err = check(capsys)
    assert code == 2
    assert err.count("\n") == 1
    assert "Dockerfile: its shell commands and those of 2 more were not checked" in err


def test_nothing_is_said_where_there_is_no_dockerfile(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(programs, "find", lambda _name: None)
    Path("Dockerfile").unlink()
    Path("requirements.txt").write_text("torch==2.6.0\n")
    assert check(capsys)[0] == 0


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (version("0.4.6"), "is ShellCheck 0.4.6, too old to ask; `pip install"),
        (version("0.8.0"), "is ShellCheck 0.8.0, too old to ask; `pip install"),
        ("print('version: unknown')", "is no ShellCheck that works; `pip install"),
        ("sys.exit(1)", "is no ShellCheck that works; `pip install"),
        (version("0.11.0", "print('no such option', file=sys.stderr); sys.exit(3)"), "ended with 3: no such option"),
        (version("0.11.0", "os.kill(os.getpid(), 9)"), "ended with -9"),
        (version("0.11.0", "print('{')"), "gave an answer that cannot be read"),
        (version("0.11.0", "print('[]')"), "gave an answer that cannot be read"),
        (version("0.11.0", 'print(\'{"comments": [{"file": "a"}]}\')'), "gave an answer that cannot be read"),
    ],
)
def test_program_that_does_not_work_is_said(
    stand_in: StandIn, capsys: pytest.CaptureFixture[str], body: str, said: str
) -> None:
    path = stand_in(body)
    code, out, err = check(capsys)
    assert code == 2
    assert f"{path} {said}" in err
    assert "runs-as-root" in out


def test_program_that_cannot_be_started_is_said(stand_in: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    path = stand_in("")
    path.write_bytes(b"\x7fELF no program")
    code, _, err = check(capsys)
    assert code == 2
    assert f"{path} does not start" in err


def test_program_that_takes_too_long_is_ended(
    stand_in: StandIn, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(program, "SECONDS", 0.5)
    monkeypatch.setattr(program, "SECONDS_EACH", 0.0)
    number = tmp_path / "number"
    stand_in(version("0.11.0", f"open({str(number)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"))
    code, _, err = check(capsys)
    assert code == 2
    assert "gave no answer in time" in err
    if number.exists():
        with pytest.raises(ProcessLookupError):
            os.kill(int(number.read_text()), 0)


def test_what_it_is_given_is_all_that_it_gets(
    stand_in: StandIn, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One process for all scripts, in a folder of its own that is gone afterwards; nobody's settings, no input."""
    seen = tmp_path / "seen.json"
    monkeypatch.setenv("SHELLCHECK_OPTS", "-e SC2086")
    (tmp_path / ".shellcheckrc").write_text("disable=all\n")
    for name in ("a.dockerfile", "b.dockerfile"):
        Path(name).write_text(DOCKERFILE.replace("$X", "$Y"))
    tell = (
        "import json\n"
        "told = [words, os.getcwd(), sorted(os.listdir()), os.environ.get('SHELLCHECK_OPTS'), sys.stdin.read()]\n"
        f"open({str(seen)!r}, 'a').write(json.dumps(told) + '\\n')\n"
        "print('{\"comments\": []}')"
    )
    stand_in(version("0.11.0", tell))
    check(capsys)
    (line,) = seen.read_text().splitlines()
    words, folder, files, options, given = json.loads(line)
    assert words[:2] == ["--norc", "--format=json1"]
    assert words[2:] == ["script-0", "script-1"]
    assert {*words[2:]} <= {*files} <= {*words[2:], "answer", "errors"}
    assert options is None
    assert given == ""
    assert not os.path.exists(folder)
    assert not folder.startswith(str(tmp_path))


def test_nothing_of_the_user_s_changes_the_answer(
    shellcheck: program.Program, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SHELLCHECK_OPTS", "--exclude=SC2086")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".shellcheckrc").write_text("disable=all\n")
    assert "SC2086" in check(capsys)[1]


def test_files_of_the_project_are_not_read(
    shellcheck: program.Program, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "lib.sh").write_text("x=1\necho $\n")
    text = f"FROM debian:12\nRUN . ./lib.sh && . {tmp_path}/lib.sh && . ./script-0\n"
    Path("Dockerfile").write_text(text)
    code, out, _ = check(capsys, "--select", "shell")
    assert (code, "All checks passed!" in out) == (0, True)


def test_same_script_is_asked_about_once(shellcheck: program.Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fixes and editors look at the same files again and again."""
    asked: list[list[str]] = []
    real = program.Asking

    def counting(found: program.Program, texts: list[str]) -> program.Asking:
        asked.append(texts)
        return real(found, texts)

    monkeypatch.setattr(program, "Asking", counting)
    reports = []
    for more in ("", "", "RUN ls $Y\n"):
        Path("Dockerfile").write_text(DOCKERFILE + DOCKERFILE + more)
        project = torchlint.read(["."])
        reports.append(torchlint.check(project, world=torchlint.World(), rules=(), shell=lambda _path: True))
    assert [len(texts) for texts in asked] == [1, 1]
    assert [len(report.findings) for report in reports] == [2, 2, 3]


def test_many_scripts_are_named_to_several_processes(
    shellcheck: program.Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "AT_ONCE", 2)
    Path("Dockerfile").write_text("FROM debian:12\n" + "".join(f"RUN echo $A{number}\n" for number in range(5)))
    report = torchlint.check(torchlint.read(["."]), world=torchlint.World(), rules=(), shell=lambda _path: True)
    assert [one.at.source.line_at(one.at.span.start) for one in report.findings] == [2, 3, 4, 5, 6]


def test_rules_that_fail_leave_nothing_running(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An interrupt while rules are asked ends the program, too, and removes its folder."""
    folders: list[str] = []
    real = program.Asking.close

    def closing(self: program.Asking) -> None:
        real(self)
        assert self._process is not None
        assert self._process.poll() is not None
        folders.append(self._folder)

    monkeypatch.setattr(program.Asking, "close", closing)
    stand_in(version("0.11.0", "time.sleep(600)"))

    def interrupted(_entry: object, _path: str) -> bool:
        raise KeyboardInterrupt

    project = torchlint.read(["."])
    with pytest.raises(KeyboardInterrupt):
        torchlint.check(project, world=torchlint.World(), selection=interrupted, shell=lambda _path: True)
    assert folders
    assert not any(map(os.path.exists, folders))


@pytest.mark.parametrize(
    ("held", "read"),
    [
        ("a", "a"),
        ("\xc3\xa5\xff\xe2\x80\xa8", "å\ufffd\u2028"),
        ("\xed\xa0\x80", "\ufffd\ufffd\ufffd"),
        ("\xf0\x9f\x94\xa5", "🔥"),
    ],
)
def test_each_byte_that_is_no_utf_8_is_one_character(held: str, read: str) -> None:
    assert program.readable(held) == read


def test_script_that_would_take_too_long_is_not_judged(
    shellcheck: program.Program, capsys: pytest.CaptureFixture[str]
) -> None:
    long = " && ".join(f"echo $A{number}" for number in range(2000))
    Path("Dockerfile").write_text(f"FROM debian:12\nRUN {long}\nRUN echo $X\n")
    code, out, _ = check(capsys, "--select", "shell")
    assert code == 0
    assert "SC2086" in out
    assert "Dockerfile:2:5" in out
    assert "was not given to ShellCheck" in out


@pytest.mark.parametrize(("number", "dialect"), [("0.9.0", "dash"), ("0.10.0", "busybox"), ("0.11.0", "busybox")])
def test_older_program_is_asked_about_what_it_knows(
    number: str, dialect: str, stand_in: StandIn, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    tell = f"open({str(seen)!r}, 'w').write(open(words[-1]).read())\nprint('{{\"comments\": []}}')"
    stand_in(version(number, tell))
    Path("Dockerfile").write_text("FROM alpine:3.20\nRUN echo $X\n")
    assert check(capsys, "--select", "shell")[0] == 0
    assert seen.read_text().startswith(f"# shellcheck shell={dialect}\n")

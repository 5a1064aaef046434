"""Formats through the command line: several in one run, whole files, and readers that understand them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cli import BROKEN, CLEAN, POSIX, SILENCED, torchlint
from torchlint.cli import main
from torchlint.cli.options import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

EMPTY = {
    "json": "[]\n",
    "json-lines": "",
    "github": "",
    "gitlab": "[]\n",
}
"""What formats are where nothing was found."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one finding; here is where torchlint runs."""
    (tmp_path / "Dockerfile").write_text(BROKEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(name: str, text: str) -> object:
    """What a reader of that format understands."""
    if name in ("json", "json-report", "sarif", "gitlab", "rdjson"):
        return json.loads(text)
    if name == "json-lines":
        return [json.loads(line) for line in text.splitlines()]
    return ET.fromstring(text) if name in ("junit", "checkstyle") else text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_what_was_found(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["check", "--output-format", name]) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "unknown" in captured.out
    assert "Dockerfile" in captured.out
    read(name, captured.out)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_say_that_nothing_was_found(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "Dockerfile").write_text(CLEAN)
    assert main(["check", "--output-format", name]) == 0
    out = capsys.readouterr().out
    read(name, out)
    assert out == EMPTY.get(name, out)
    assert out or name in EMPTY


@pytest.mark.parametrize("name", FORMATS)
def test_file_is_whole_even_where_there_is_nothing_to_check(name: str, tmp_path: Path) -> None:
    """A report of an earlier run must not pass for that of this one."""
    (tmp_path / "report").write_text("earlier")
    run = torchlint("check", "--output-format", f"{name}=report", cwd=tmp_path)
    assert (run.code, run.out) == (0, "")
    text = (tmp_path / "report").read_text()
    assert text != "earlier"
    read(name, text)


def test_several_reports_of_one_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--output-format", "concise", *(f"--output-format={name}={name}.out" for name in FORMATS)]
    assert main(["check", *words]) == 1
    assert capsys.readouterr().out.startswith("Dockerfile:2:1: error[")
    for name in FORMATS:
        text = (folder / f"{name}.out").read_text()
        assert main(["check", "--output-format", name]) == 1
        assert text == capsys.readouterr().out


def test_output_file_is_for_the_report_that_has_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--output-format", "json", "--output-format", "sarif=a.sarif", "-o", "a.json"]) == 1
    assert capsys.readouterr().out == ""
    assert len(json.loads((folder / "a.json").read_text())) == 1
    assert main(["check", "--output-format", "sarif=a.sarif", "-o", "a.txt"]) == 1
    assert "error[unknown-instruction]" in (folder / "a.txt").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--output-format", "json", "--output-format", "sarif"], "standard output"),
        (["--output-format", "json=x", "--output-format", "sarif=./x"], "would all go to"),
        (["--output-format", "json=x", "--output-format", "sarif", "-o", "x"], "would all go to"),
        (["--output-format", "sarif="], "names no file"),
        (["--output-format", "srif=x"], "did you mean sarif?"),
        (["--output-format", "sarif", "--statistics"], "--statistics"),
        (["--min-confidence", "sure"], "is not one of high, medium, low"),
    ],
)
def test_reports_that_cannot_be(words: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert len(captured.err.splitlines()) == 1
    assert os.listdir(folder) == ["Dockerfile"]


def test_files_are_there_even_if_standard_output_fails(folder: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("needs a device that is always full")
    with open("/dev/full", "wb") as full:
        words = ["check", "--output-format", "full", "--output-format", "json=a.json"]
        command = [sys.executable, "-m", "torchlint", *words]
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert len(json.loads((folder / "a.json").read_text())) == 1


def test_suppressed_findings_are_in_sarif_on_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "Dockerfile").write_text(SILENCED)
    assert main(["check", "--output-format", "sarif"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"] == []
    assert main(["check", "--output-format", "sarif", "--show-suppressed"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "the builder knows it"}]


def test_code_hosts_get_paths_from_the_root_of_the_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ".git").mkdir()
    (folder / "api").mkdir()
    (folder / "api" / "Dockerfile").write_text(BROKEN)
    monkeypatch.chdir(folder / "api")
    for name, said in (("github", "file=api/Dockerfile,"), ("gitlab", '"path": "api/Dockerfile"')):
        assert main(["check", "--output-format", name]) == 1
        assert said in capsys.readouterr().out
    assert main(["check", "--output-format", "sarif", ".", "../Dockerfile"]) == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    assert sorted(uris) == ["Dockerfile", "api/Dockerfile"]


@POSIX
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "path", [b"gr\xc3\xb6\xc3\x9fe", b"caf\xe9", b"\x1b[31m\x07", b"new\nline", b'a"<&>|`', b"\xe2\x80\xae\xc2\x85"]
)
def test_files_of_any_name_and_line_ends(
    path: bytes, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    where = os.path.join(os.fsencode(tmp_path), path)
    try:
        os.mkdir(where)
    except OSError:
        pytest.skip("the file system takes no such name")
    with open(os.path.join(where, b"Dockerfile"), "wb") as file:
        file.write(b"FROM scratch\r\nRUM \xc3\xa4 \xff \x01 true\r\n")
    assert main(["check", "--output-format", f"{name}=out"]) == 1
    assert capsys.readouterr().err == ""
    text = (tmp_path / "out").read_bytes().decode("utf-8")
    assert "unknown" in text
    read(name, text)

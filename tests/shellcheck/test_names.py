"""A code of ShellCheck is a rule's name: in options, settings, comments, baselines, reports and editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from torchlint.cli import main
from torchlint.shellcheck import codes

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint.shellcheck.program import Program

DOCKERFILE = "FROM debian:12\nRUN echo $X\nRUN cd /a; make\n"


@pytest.fixture(autouse=True)
def folder(shellcheck: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "Dockerfile").write_text(DOCKERFILE)
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The codes that a run with these words reports."""
    main(["check", "--output-format", "json", *words])
    return [one["rule"] for one in json.loads(capsys.readouterr().out) if one["family"] == "shell"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), []),
        (("--no-shell",), []),
        (("--shell",), ["SC2086", "SC2164"]),
        (("--shell", "--ignore", "SC2086"), ["SC2164"]),
        (("--shell", "--ignore", "shell"), []),
        (("--shell", "--ignore", "shell", "--extend-select", "SC2086"), ["SC2086"]),
        (("--shell", "--select", "SC2086"), ["SC2086"]),
        (("--shell", "--select", "shell"), ["SC2086", "SC2164"]),
        (("--shell", "--select", "torch"), []),
        (("--shell", "--profile", "min"), []),
        (("--shell", "--min-severity", "warning"), ["SC2164"]),
        (("--config", "shell=true"), ["SC2086", "SC2164"]),
    ],
)
def test_chosen_as_rules_are(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], expected: list[str]) -> None:
    assert found(capsys, "--isolated", *words) == expected


def test_setting_counts_for_its_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = folder / "inner"
    inner.mkdir()
    (inner / "Dockerfile").write_text(DOCKERFILE)
    (inner / "torchlint.toml").write_text('shell = true\nper-file-ignores = { "Dockerfile" = ["SC2164"] }\n')
    assert found(capsys) == ["SC2086"]
    assert found(capsys, "--no-shell") == []
    assert found(capsys, "--shell") == ["SC2086", "SC2164", "SC2086"]


def test_code_without_the_program_being_asked_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is to take that for a clean file."""
    main(["check", "--isolated", "--select", "SC2086"])
    assert "SC2086 is a matter of ShellCheck, which is asked only with --shell" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["SC208", "SC20866", "sc2086", "SC\u0662086"])
def test_what_is_no_code_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--isolated", "--shell", "--ignore", name]) == 2
    assert "no rule or family" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# torchlint: ignore[SC2086] as it is", ["SC2164"]),
        ("# torchlint: ignore[shell]", ["SC2164"]),
        ("# torchlint: ignore[all]", ["SC2164"]),
        ("# torchlint: file-ignore[shell]", []),
        ("# hadolint ignore=SC2086", ["SC2164"]),
        ("# hadolint ignore=DL3059,SC2086", ["SC2164"]),
        ("# hadolint global ignore=SC2164", ["SC2086"]),
        ("# torchlint: ignore[SC2164]", ["SC2086", "SC2164"]),
    ],
)
def test_silenced_by_comments(
    folder: Path, capsys: pytest.CaptureFixture[str], comment: str, expected: list[str]
) -> None:
    (folder / "Dockerfile").write_text(DOCKERFILE.replace("RUN echo", f"{comment}\nRUN echo"))
    assert found(capsys, "--isolated", "--shell") == expected


@pytest.mark.parametrize(
    ("comment", "words", "idle"),
    [
        ("# torchlint: ignore[SC2086]", ("--shell",), False),
        ("# torchlint: ignore[SC2046]", ("--shell",), True),
        ("# torchlint: ignore[shell]", ("--shell",), False),
        # Nobody has looked, so nobody can tell.
        ("# torchlint: ignore[SC2046]", (), False),
        ("# torchlint: ignore[shell]", (), False),
        ("# torchlint: ignore[SC2046]", ("--shell", "--ignore", "SC2046"), False),
        ("# torchlint: ignore[SC2046]", ("--shell", "--select", "syntax"), False),
        ("# torchlint: ignore[SC20466]", (), True),
    ],
)
def test_comment_that_silences_nothing_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], comment: str, words: tuple[str, ...], idle: bool
) -> None:
    (folder / "Dockerfile").write_text(DOCKERFILE.replace("RUN echo", f"{comment}\nRUN echo"))
    main(["check", "--isolated", "--output-format", "concise", *words])
    assert ("unused-suppression" in capsys.readouterr().out) is idle


def test_comments_are_added_where_they_silence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--isolated", "--shell", "--select", "shell", "--add-ignore=as agreed"])
    text = (folder / "Dockerfile").read_text()
    assert "# torchlint: ignore[SC2086] as agreed\nRUN echo" in text
    capsys.readouterr()
    assert found(capsys, "--isolated", "--shell") == []


def test_baseline_knows_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that was not looked for is not taken for gone."""
    main(["check", "--isolated", "--shell", "--write-baseline", "known.json"])
    capsys.readouterr()
    assert found(capsys, "--isolated", "--shell", "--baseline", "known.json") == []
    main(["check", "--isolated", "--baseline", "known.json"])
    assert "SC2086" not in capsys.readouterr().err
    (folder / "Dockerfile").write_text(DOCKERFILE.replace("$X", "X"))
    main(["check", "--isolated", "--shell", "--baseline", "known.json"])
    assert "SC2086" in capsys.readouterr().err


def test_formats_link_to_the_page_of_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    log: Any = None
    for name in ("full", "concise", "grouped", "json-report", "github", "gitlab", "junit", "checkstyle", "rdjson",
                 "markdown", "sarif"):  # fmt: skip
        assert main(["check", "--isolated", "--shell", "--select", "SC2086", "--output-format", name]) == 0
        out = capsys.readouterr().out
        assert "SC2086" in out
        if name in ("json-report", "rdjson"):
            assert codes.url("SC2086") in out
        if name == "sarif":
            log = json.loads(out)
    (run,) = log["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "SC2086"
    assert codes.url("SC2086") in rule["help"]["markdown"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 10


def test_fixes_wait_for_unsafe_fixes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "--isolated", "--shell", "--select", "SC2086"]) == 0
    assert (folder / "Dockerfile").read_text() == DOCKERFILE
    main(["fix", "--isolated", "--shell", "--select", "shell", "--unsafe-fixes", "--unfixable", "SC2164"])
    assert (folder / "Dockerfile").read_text() == DOCKERFILE.replace("$X", '"$X"')
    capsys.readouterr()
    assert found(capsys, "--isolated", "--shell") == ["SC2164"]


def test_code_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "SC2086"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# SC2086: ")
    assert codes.url("SC2086") in out
    assert "ignore[SC2086]" in out
    assert main(["explain", "SC1"]) == 2


def test_schema_of_the_configuration_takes_codes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["config", "--schema"])
    schema = json.loads(capsys.readouterr().out)
    jsonschema.validate({"shell": True, "ignore": ["SC2086", "shell", "torch"]}, schema)
    for wrong in ({"shell": "yes"}, {"ignore": ["SC20866"]}, {"ignore": ["SC"]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)


def test_baseline_keeps_what_could_not_be_looked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an answer of ShellCheck nobody knows what is gone."""
    main(["check", "--isolated", "--shell", "--write-baseline", "known.json"])
    monkeypatch.setattr("torchlint.programs.find", lambda _name: None)
    capsys.readouterr()
    assert main(["check", "--isolated", "--shell", "--baseline", "known.json"]) == 2
    assert "SC2086" not in capsys.readouterr().err


def test_a_rule_whose_name_begins_like_the_family_is_none_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "Dockerfile").write_text("FROM debian:12\n")
    main(["check", "--isolated", "--select", "shell-form-server", str(tmp_path)])
    assert "ShellCheck" not in capsys.readouterr().err

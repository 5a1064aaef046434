"""The other commands, and what happens when torchlint itself is wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cli import BROKEN, torchlint
from torchlint import catalog
from torchlint.cli import main
from torchlint.cli.asked import Check
from torchlint.cli.completion import script
from torchlint.cli.options import COMMANDS, SHELLS
from torchlint.cli.parsing import values_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_alone_it_says_what_it_would_check_and_one_example(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(BROKEN)
    (tmp_path / "requirements.txt").write_text("flask\n")
    run = torchlint(cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    assert "  Dockerfile\n  requirements.txt\n" in run.out
    assert "torchlint check ." in run.out
    assert "Found" not in run.out


def test_alone_it_lists_a_dozen_at_most(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.Dockerfile").write_text("FROM scratch\n")
    out = torchlint(cwd=tmp_path).out
    assert out.count(".Dockerfile\n") == 12
    assert "and 8 more" in out


def test_alone_in_an_empty_folder_it_says_so(tmp_path: Path) -> None:
    run = torchlint(cwd=tmp_path)
    assert run.code == 0
    assert "no Dockerfile" in run.out


def test_explain_prints_the_page_without_what_is_for_tests(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknown-instruction"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# unknown-instruction: ")
    assert "dockerfile bad" not in out


@pytest.mark.parametrize("entry", catalog.entries(), ids=lambda entry: entry.name)
def test_every_rule_is_explained(entry: catalog.Entry, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", entry.name]) == 0
    assert entry.title in capsys.readouterr().out


def test_explain_several_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknown-instruction", "unused-suppression"]) == 0
    out = capsys.readouterr().out
    assert out.index("# unknown-instruction: ") < out.index("# unused-suppression: ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["explain"], "needs the name of a rule"),
        (["explain", "unknown-instuction"], "did you mean unknown-instruction?"),
        (["explain", "???"], "`torchlint rules` lists them"),
        (["rules", "torch"], "takes no torch"),
        (["rules", "--output-format", "xml"], "'xml' is not one of text, json"),
        (["version", "2"], "takes no 2"),
        (["completion"], "bash, zsh, fish"),
        (["completion", "bsh"], "did you mean bash?"),
    ],
)
def test_wrong_use(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert said in captured.err


def test_rules_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    names = [entry.name for entry in catalog.entries()]
    assert main(["rules"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == names
    assert main(["rules", "--output-format", "json"]) == 0
    assert [row["rule"] for row in json.loads(capsys.readouterr().out)] == names


@pytest.mark.parametrize("words", [["version"], ["--version"], ["-V"]])
def test_version(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    from torchlint.version import __version__

    assert main(words) == 0
    assert capsys.readouterr().out == f"torchlint {__version__}\n"


def test_version_tells_the_day_of_its_knowledge(capsys: pytest.CaptureFixture[str]) -> None:
    from torchlint.world import KNOWLEDGE_DATE

    assert main(["version", "--knowledge"]) == 0
    assert f"knowledge {KNOWLEDGE_DATE}\n" in capsys.readouterr().out


# Help and completions come from the same table as the parser


@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_every_option(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"Usage: torchlint {command}")
    for options in COMMANDS[command].options.values():
        assert all(flag in out for option in options for flag in option.flags)
    assert all(len(line) <= 120 for line in out.splitlines())


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_lists_the_commands(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    out = capsys.readouterr().out
    assert all(f"  {command}" in out for command in COMMANDS)


def test_every_option_of_check_has_a_value_and_the_other_way_round() -> None:
    options = {option.name for options in COMMANDS["check"].options.values() for option in options}
    assert options == set(Check._fields) - {"paths"}


def test_options_without_being_given_are_the_defaults() -> None:
    """Runs without options do not load the parser: it must have nothing to add."""
    values, operands = values_of("check", ["--", "Dockerfile"])
    assert Check(operands, **values) == Check(("Dockerfile",))


@pytest.mark.parametrize("shell", SHELLS)
def test_shell_reads_its_completions(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    file = tmp_path / "completion"
    file.write_text(script(shell))
    done = subprocess.run([program, "-n", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["torchlint", "ex"], ["explain"]),
        (["torchlint", "check", "--output-f"], ["--output-format", "--output-file"]),
        (["torchlint", "check", "--output-format", "j"], ["json", "json-lines", "json-report", "junit"]),
        (["torchlint", "check", "--add"], ["--add-ignore"]),
        (["torchlint", "check", "--add-ignore", "Dock"], ["Dockerfile"]),
        (["torchlint", "config", "--s"], ["--schema"]),
        (["torchlint", "--color", "a"], ["auto", "always"]),
        (["torchlint", "completion", ""], ["bash", "zsh", "fish"]),
        (["torchlint", "version", "--k"], ["--knowledge"]),
        (["torchlint", "check", "Dock"], ["Dockerfile"]),
    ],
)
def test_bash_completes(typed: list[str], offered: list[str], tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    (tmp_path / "Dockerfile").write_text("")
    words = " ".join(f"'{word}'" for word in typed)
    asked = f'{script("bash")}\nCOMP_WORDS=({words}); COMP_CWORD={len(typed) - 1}; _torchlint; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run([bash, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == offered


# Our own mistakes


def test_own_mistake_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What failed, where, and how to report it; the traceback only on request."""
    (tmp_path / "Dockerfile").write_text(BROKEN)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("torchlint.cli.checking.check", failing(ValueError("first\nsecond")))
    assert main(["Dockerfile"]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "ValueError: first" in err
    assert "report" in err
    assert main(["-v", "Dockerfile"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_rule_that_fails_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "Dockerfile").write_text(BROKEN)
    (tmp_path / "requirements.txt").write_text("flask\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("torchlint.catalog.load", failing(KeyError("x")))
    assert main(["."]) == 2
    captured = capsys.readouterr()
    assert all(line.startswith("torchlint: internal error in ") for line in captured.err.splitlines())
    assert "unknown-instruction" in captured.err
    assert "passed" not in captured.out


def failing(error: Exception) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail

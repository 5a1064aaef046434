"""`torchlint fix` and `check --fix` as a user has them: real processes, real files, exit codes and streams."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cli import POSIX, torchlint

if TYPE_CHECKING:
    from pathlib import Path

SAFE = "FROM python:3.12-slim\nRUN pip install torch==2.6.0\nUSER nobody\n"
SAFE_AFTER = SAFE.replace("install", "install --no-cache-dir")
UNSAFE = "FROM python:3.11-slim\nRUN pip install --no-cache-dir torch==2.1.0 torchvision==0.17.0\nUSER nobody\n"
UNSAFE_AFTER = UNSAFE.replace("0.17.0", "0.16.0")
BOTH = UNSAFE.replace(" --no-cache-dir", "")
CLEAN = "FROM scratch\nLABEL a=b\n"
NARROW = ("--select", "pip-cache-left,companion-mismatch")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Dockerfile").write_text(SAFE)
    return tmp_path


def text(folder: Path, name: str = "Dockerfile") -> str:
    return (folder / name).read_bytes().decode()


def test_safe_fixes_are_made_and_told(folder: Path) -> None:
    run = torchlint("fix", *NARROW, cwd=folder)
    assert (run.code, run.err) == (0, "")
    assert text(folder) == SAFE_AFTER
    assert run.out.startswith("Made 1 fix in 1 file:\n  Dockerfile:2: pip-cache-left: add --no-cache-dir\n")
    assert "All checks passed!" in run.out


def test_check_with_fix_is_the_same(folder: Path) -> None:
    run = torchlint("check", "--fix", *NARROW, cwd=folder)
    assert (run.code, text(folder)) == (0, SAFE_AFTER)
    assert run.out.startswith("Made 1 fix in 1 file:")


def test_check_alone_changes_nothing(folder: Path) -> None:
    assert torchlint("check", *NARROW, cwd=folder).code == 1
    assert text(folder) == SAFE


def test_twice_is_once(folder: Path) -> None:
    torchlint("fix", *NARROW, cwd=folder)
    before = (folder / "Dockerfile").stat().st_mtime_ns
    run = torchlint("fix", *NARROW, cwd=folder)
    assert (run.code, "Made" in run.out) == (0, False)
    assert (folder / "Dockerfile").stat().st_mtime_ns == before


def test_what_is_left_decides_the_exit_code_and_unsafe_fixes_wait(folder: Path) -> None:
    (folder / "Dockerfile").write_text(UNSAFE)
    run = torchlint("fix", *NARROW, cwd=folder)
    assert (run.code, text(folder)) == (1, UNSAFE)
    assert "error[companion-mismatch]" in run.out
    last = run.out.splitlines()[-1]
    assert last.startswith("  Dockerfile:2: companion-mismatch: ask for torchvision 0.16.")
    assert "torchvision" in last.partition("(")[2]
    command = "torchlint fix --unsafe-fixes --select companion-mismatch Dockerfile"
    assert last.endswith(command)
    run = torchlint(*command.split()[1:], cwd=folder)
    assert (run.code, text(folder).startswith(UNSAFE_AFTER[:80])) == (0, True)


def test_command_for_a_waiting_fix_finds_it_again(tmp_path: Path) -> None:
    """It names what decides whether there is a finding at all: the context, the stage, the file."""
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "Dockerfile").write_text(UNSAFE.replace("slim", "slim AS last"))
    words = ("fix", *NARROW, "--context", ".", "--target-stage", "last", "--as-of", "2026-01-01", "a b/Dockerfile")
    last = torchlint(*words, cwd=tmp_path).out.splitlines()[-1]
    command = last[last.index("torchlint fix") :]
    for part in ("--context .", "--target-stage last", "--as-of 2026-01-01", "'a b/Dockerfile'"):
        assert part in command
    done = subprocess.run(
        command.replace("torchlint", f"{sys.executable} -m torchlint", 1), shell=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0
    assert "0.17.0" not in text(tmp_path, "a b/Dockerfile")


@pytest.mark.parametrize("where", ["option", "file"])
def test_unsafe_fixes_are_made_where_allowed(where: str, folder: Path) -> None:
    (folder / "Dockerfile").write_text(UNSAFE)
    if where == "file":
        (folder / "torchlint.toml").write_text("unsafe-fixes = true\n")
    run = torchlint("fix", *NARROW, *(["--unsafe-fixes"] if where == "option" else []), cwd=folder)
    assert run.code == 0
    assert "(unsafe)" in run.out
    assert "0.17.0" not in text(folder)


def test_unsafe_fixes_of_a_configuration_can_be_taken_back(folder: Path) -> None:
    (folder / "Dockerfile").write_text(UNSAFE)
    (folder / "torchlint.toml").write_text("unsafe-fixes = true\n")
    assert torchlint("fix", "--no-unsafe-fixes", *NARROW, cwd=folder).code == 1
    assert text(folder) == UNSAFE


@pytest.mark.parametrize(
    ("options", "settings", "fixed"),
    [
        (("--unfixable", "pip-cache-left"), "", False),
        (("--unfixable", "stage"), "", False),
        (("--fixable", "torch,base"), "", False),
        (("--fixable", "pip-cache-left", "--unfixable", "stage"), "", True),
        ((), "unfixable = ['all']", False),
        ((), "fixable = ['stage']", True),
        ((), "fixable = ['torch']", False),
        (("--fixable", "all"), "fixable = ['torch']", True),
    ],
)
def test_fixable_and_unfixable_choose(options: tuple[str, ...], settings: str, fixed: bool, folder: Path) -> None:
    (folder / "torchlint.toml").write_text(settings)
    run = torchlint("fix", *NARROW, *options, cwd=folder)
    assert (text(folder) == SAFE_AFTER) is fixed
    assert run.code == (0 if fixed else 1)


def test_silenced_finding_is_not_fixed(folder: Path) -> None:
    silenced = SAFE.replace("RUN", "# torchlint: ignore[pip-cache-left] the cache is wanted\nRUN")
    (folder / "Dockerfile").write_text(silenced)
    assert torchlint("fix", *NARROW, "--show-suppressed", cwd=folder).code == 0
    assert text(folder) == silenced


def test_known_finding_is_not_fixed(folder: Path) -> None:
    torchlint("check", "--write-baseline", "known.json", *NARROW, cwd=folder)
    run = torchlint("fix", "--baseline", "known.json", *NARROW, cwd=folder)
    assert (run.code, text(folder)) == (0, SAFE)


# Diffs


def test_diff_is_printed_and_nothing_written(folder: Path) -> None:
    for words in (("fix", "--diff"), ("check", "--diff"), ("check", "--fix", "--diff")):
        run = torchlint(*words, *NARROW, cwd=folder)
        assert (run.code, text(folder)) == (1, SAFE)
        assert run.err == "torchlint: would make 1 fix in 1 file; nothing was written\n"
        assert run.out.splitlines()[:2] == ["--- Dockerfile", "+++ Dockerfile"]
        assert "-RUN pip install torch==2.6.0\n+RUN pip install --no-cache-dir torch==2.6.0\n" in run.out


def test_diff_of_nothing_is_empty_even_where_findings_are_left(folder: Path) -> None:
    (folder / "Dockerfile").write_text(UNSAFE)
    run = torchlint("fix", "--diff", *NARROW, cwd=folder)
    assert (run.code, run.out) == (0, "")


@POSIX
@pytest.mark.parametrize(
    "data",
    [
        SAFE.encode(),
        SAFE.encode().rstrip(b"\n"),
        SAFE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SAFE.encode() + b"# caf\xe9 \xe2\x80\xa8 \xc2\xa0\n",
        SAFE.encode() + b"LABEL a=b\\\n\x0c\n# \x85\x1c\n" + b"LABEL c=d\n" * 20 + b"RUN pip install numpy",
    ],
    ids=["plain", "no-end", "crlf", "bytes", "far"],
)
def test_diff_applied_is_the_fix(data: bytes, tmp_path: Path) -> None:
    if shutil.which("patch") is None:
        pytest.skip("patch is not installed")
    for name in ("patched", "fixed"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "Dockerfile").write_bytes(data)
    diff = subprocess.run(
        [sys.executable, "-m", "torchlint", "fix", "--diff", *NARROW],
        cwd=tmp_path / "patched",
        capture_output=True,
        check=False,
    ).stdout
    assert diff
    subprocess.run(["patch", "-p0", "--binary"], cwd=tmp_path / "patched", input=diff, capture_output=True, check=True)
    torchlint("fix", *NARROW, cwd=tmp_path / "fixed")
    after = (tmp_path / "fixed" / "Dockerfile").read_bytes()
    assert after != data
    assert (tmp_path / "patched" / "Dockerfile").read_bytes() == after


# Standard input


def test_standard_input_comes_out_fixed_and_the_report_beside_it(tmp_path: Path) -> None:
    run = torchlint("fix", "-", *NARROW, cwd=tmp_path, stdin=SAFE.encode())
    assert (run.code, run.out) == (0, SAFE_AFTER)
    assert run.err.startswith("Made 1 fix in 1 file:\n  -:2: pip-cache-left")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("data", [b"", CLEAN.encode(), UNSAFE.encode(), "FROM a\n".encode("utf-16")])
def test_standard_input_without_anything_to_fix_comes_out_as_it_is(data: bytes, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "torchlint", "fix", "-", "-q"],
        cwd=tmp_path,
        input=data,
        capture_output=True,
        check=False,
    )
    assert done.stdout == data
    assert done.returncode in (0, 1)


def test_standard_input_that_cannot_be_read_comes_out_as_nothing(tmp_path: Path) -> None:
    run = torchlint("fix", "-", cwd=tmp_path, stdin=b"\x00\x01\x02" * 100)
    assert (run.code, run.out) == (2, "")
    assert "binary" in run.err


def test_standard_input_with_a_name_is_fixed_and_files_beside_it_are_not(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM scratch\n")
    run = torchlint("fix", "-", "--stdin-filename", "Dockerfile", *NARROW, cwd=tmp_path, stdin=SAFE.encode())
    assert (run.code, run.out) == (0, SAFE_AFTER)
    assert text(tmp_path) == "FROM scratch\n"


def test_standard_input_goes_alone(folder: Path) -> None:
    run = torchlint("fix", "-", "Dockerfile", cwd=folder, stdin=b"")
    assert "alone" in run.failed_with_one_line()
    assert text(folder) == SAFE


def test_diff_of_standard_input(tmp_path: Path) -> None:
    run = torchlint("fix", "-", "--diff", *NARROW, cwd=tmp_path, stdin=SAFE.encode())
    assert run.code == 1
    assert run.out.startswith("--- -\n+++ -\n@@")


# Exit codes and formats


def test_exit_code_may_say_that_something_was_fixed(folder: Path) -> None:
    assert torchlint("fix", "--exit-non-zero-on-fix", *NARROW, cwd=folder).code == 1
    assert torchlint("fix", "--exit-non-zero-on-fix", *NARROW, cwd=folder).code == 0


def test_fix_only_reports_nothing_that_is_left(folder: Path) -> None:
    (folder / "Dockerfile").write_text(BOTH)
    run = torchlint("check", "--fix-only", *NARROW, cwd=folder)
    assert run.code == 0
    assert "companion-mismatch" not in run.out
    assert text(folder) == UNSAFE


def test_programs_get_what_is_left_and_people_the_rest_on_standard_error(folder: Path) -> None:
    (folder / "Dockerfile").write_text(BOTH)
    run = torchlint("fix", "--output-format", "json", *NARROW, cwd=folder)
    assert {one["rule"] for one in json.loads(run.out)} == {"companion-mismatch"}
    assert run.code == 1
    assert "torchlint: Made 1 fix in 1 file:" in run.err
    assert "--unsafe-fixes --select companion-mismatch" in run.err
    assert json.loads(torchlint("check", "--output-format", "json", *NARROW, cwd=folder).out) == json.loads(run.out)


def test_quiet_prints_findings_only(folder: Path) -> None:
    (folder / "Dockerfile").write_text(BOTH)
    run = torchlint("fix", "-q", "--output-format", "concise", *NARROW, cwd=folder)
    assert run.err == ""
    assert len(run.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("fix", "--add-ignore=x"), "no option --add-ignore"),
        (("check", "--fix", "--add-ignore=x"), "--add-ignore does not go with fixing"),
        (("check", "--fix", "--write-baseline", "x"), "--write-baseline does not go with fixing"),
        (("check", "--fix", "--diff-against", "x"), "--diff-against does not go with fixing"),
        (("fix", "--diff", "--output-format", "json"), "--diff prints a diff"),
        (("check", "--unsafe-fixes"), "goes with --fix or --diff"),
        (("fix", "--fixable", "pip-cash-left"), "pip-cache-left"),
        (("fix", "nowhere"), "nowhere: no such file or folder"),
    ],
)
def test_wrong_use_is_one_line(words: tuple[str, ...], said: str, folder: Path) -> None:
    assert said in torchlint(*words, cwd=folder).failed_with_one_line()
    assert text(folder) == SAFE


# Files


@POSIX
def test_file_that_cannot_be_written_is_said_and_the_others_are_written(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "Dockerfile").write_text(SAFE)
    (folder / "Dockerfile").chmod(0o444)
    run = torchlint("fix", *NARROW, cwd=folder)
    assert run.code == 2
    assert run.err == "torchlint: Dockerfile: not written: it is read-only; make it writable, or run as its owner\n"
    assert (text(folder), text(folder, "b/Dockerfile")) == (SAFE, SAFE_AFTER)
    assert run.out.startswith("Made 1 fix in 1 file:\n  b/Dockerfile:2:")
    assert "--> Dockerfile:2:" in run.out, "what was not written is still to be found"


@POSIX
def test_link_is_followed_inside_the_project_only(tmp_path: Path) -> None:
    (tmp_path / "in" / "real").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    for place in ("in/real", "out"):
        (tmp_path / place / "Dockerfile").write_text(SAFE)
    (tmp_path / "in" / "Dockerfile").symlink_to("real/Dockerfile")
    (tmp_path / "in" / "far.Dockerfile").symlink_to(tmp_path / "out" / "Dockerfile")
    run = torchlint("fix", "Dockerfile", "far.Dockerfile", *NARROW, cwd=tmp_path / "in")
    assert (text(tmp_path, "in/real/Dockerfile"), text(tmp_path, "out/Dockerfile")) == (SAFE_AFTER, SAFE)
    assert (tmp_path / "in" / "Dockerfile").is_symlink()
    assert run.code == 1
    assert "lies outside of the project, at the end of a link" in run.out


@POSIX
@pytest.mark.skipif(sys.platform == "darwin", reason="file names are Unicode there")
def test_name_that_is_no_utf8_is_fixed(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.Dockerfile")
    with open(path, "wb") as file:
        file.write(SAFE.encode())
    with open(os.path.join(os.fsencode(tmp_path), b"b.Dockerfile"), "wb") as file:
        file.write(SAFE.encode())
    assert torchlint("fix", *NARROW, cwd=tmp_path).code == 0
    with open(path, "rb") as file:
        assert file.read() == SAFE_AFTER.encode()


def test_requirements_of_a_dockerfile_are_fixed_with_it(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(
        "FROM python:3.11-slim\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n"
    )
    (tmp_path / "requirements.txt").write_text("torch==2.1.0 # the one\ntorchvision==0.17.0\n")
    run = torchlint("fix", "--unsafe-fixes", *NARROW, "Dockerfile", cwd=tmp_path)
    assert run.code == 0
    assert text(tmp_path, "requirements.txt").startswith("torch==2.1.0 # the one\ntorchvision==0.16.")


def test_fix_that_a_narrow_choice_would_not_judge_is_judged(tmp_path: Path) -> None:
    """`--select` narrows what is fixed, not what a fix must not bring: here it is all that the default would say."""
    file = "FROM nvidia/cuda:11.4.0-cudnn8-runtime-ubuntu20.04\nUSER nobody\n"
    (tmp_path / "Dockerfile").write_text(file)
    run = torchlint("fix", "--unsafe-fixes", "--select", "removed-cuda-tag", cwd=tmp_path)
    assert "11.4.3" in text(tmp_path), run.out


def test_explain_shows_the_fix_on_the_example(tmp_path: Path) -> None:
    out = torchlint("explain", "pip-cache-left", cwd=tmp_path).out
    assert "After the fix:" in out
    assert "--no-cache-dir" in out.partition("After the fix:")[2]

"""A stranger's project makes torchlint run nothing of it, whatever its files are called and its settings name."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cli import environment
from tests.packs.packs import PAGE, PROGRAM, RULE, lay_out

if TYPE_CHECKING:
    from pathlib import Path

TRAP = "import pathlib\npathlib.Path({marker!r}).touch()\n"
# Folders in which rules lie or might be looked for, and modules that torchlint and Python import while they run.
PACKS = ("rules", "pack", "torchlint_pack", "site-packages/acme_rules")
MODULES = ("torchlint", "json", "tomllib", "rich", "packaging", "argparse", "difflib", "sitecustomize", "usercustomize")
ENTRY_POINTS = "[torchlint.rules]\nacme = acme_rules\n"
SETTINGS = """packs = ["rules", "pack", "./rules", "acme", "torchlint_pack"]
select = ["acme", "boss-works", "pin"]
"""
# `python -m` is Python's own way of starting the torchlint that lies in the folder: there it must not lie.
COMMANDS = [
    ("check", "."),
    ("check", "--output-format", "sarif", "."),
    ("fix", "--unsafe-fixes", "."),
    ("fix", "--diff", "."),
    ("inspect", "Dockerfile"),
    ("rules",),
    ("explain", "unpinned-torch"),
    ("config", "--schema"),
    ("test", "--select", "no-digest"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that would like to be run, in a folder called like one of libraries."""
    folder = tmp_path / "site-packages"
    trap = TRAP.format(marker=str(tmp_path / "ran"))
    files: dict[str, str] = {"Dockerfile": "FROM python:3.12-slim\nRUN pip install torch\n", "torchlint.toml": SETTINGS}
    for name in PACKS:
        files |= {
            f"{name}/__init__.py": trap,
            f"{name}/boss_works.py": RULE + trap,
            f"{name}/boss_works.md": PAGE,
            f"{name}/acme/boss_works.py": RULE + trap,
            f"{name}/acme/boss_works.md": PAGE,
        }
    for name in MODULES:
        files |= {f"{name}.py": trap, f"{name}/__init__.py": trap, f"{name}/rules/__init__.py": trap}
    files |= {"torchlint/cli/__init__.py": trap, "torchlint/rules/_catalog.py": trap}
    for name in ("acme-1.0.dist-info", "acme.egg-info", "site-packages/acme-1.0.dist-info"):
        files[f"{name}/entry_points.txt"] = ENTRY_POINTS
    return lay_out(folder, files)


@pytest.mark.skipif(PROGRAM is None, reason="torchlint's program does not lie beside this Python")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_program_runs_nothing_of_the_project(words: tuple[str, ...], project: Path) -> None:
    done = subprocess.run(
        [str(PROGRAM), *words], cwd=project, env=environment(), capture_output=True, timeout=120, check=False
    )
    said = done.stderr.decode()
    assert done.returncode in (0, 1), said
    assert not (project.parent / "ran").exists(), said
    if words[0] in ("check", "fix"):
        assert "rule packs are code and are not loaded because a file names them; give --pack rules --pack pack" in said


@pytest.mark.parametrize("words", [("check", "."), ("check", "--output-format", "json", "."), ("fix", "--diff", ".")])
def test_module_runs_nothing_of_the_project(words: tuple[str, ...], project: Path) -> None:
    """Started as `python -m torchlint`, where only a folder `torchlint` could come before the true one."""
    for name in ("torchlint.py", "torchlint/__init__.py"):
        (project / name).unlink()
    (project / "torchlint").rename(project / "other")
    done = subprocess.run(
        [sys.executable, "-m", "torchlint", *words],
        cwd=project,
        env=environment(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    assert not (project.parent / "ran").exists(), done.stderr.decode()


def test_given_with_the_option_the_same_rules_are_run(project: Path) -> None:
    """So the marker would have been there: the trap works."""
    lay_out(project, {"Dockerfile": "FROM scratch\nUSER boss\n"})
    done = subprocess.run(
        [sys.executable, "-P", "-m", "torchlint", "check", "--pack", "pack/acme", "--isolated", "Dockerfile"],
        cwd=project,
        env=environment(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert b"boss-works" in done.stdout
    assert (project.parent / "ran").exists()

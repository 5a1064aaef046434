"""What the rules add to a command comes into its list where the command is one: the program gets word by word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import torchlint
from tests.fix.toys import Workshop
from torchlint.text import apply

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "https://download.pytorch.org/whl/cu121"

CASES = {
    "pip-cache-left": (
        "FROM python:3.12-slim",
        ["pip", "install", "flask==3.0.0"],
        ["pip", "install", "--no-cache-dir", "flask==3.0.0"],
    ),
    "local-version-without-index": (
        "FROM python:3.11-slim",
        ["pip", "install", "--no-cache-dir", "torch==2.4.1+cu121"],
        ["pip", "install", "--no-cache-dir", "--extra-index-url", INDEX, "torch==2.4.1+cu121"],
    ),
    "uv-without-environment": (
        "FROM python:3.12-slim\nRUN pip install --no-cache-dir uv==0.8.0",
        ["uv", "pip", "install", "flask==3.0.0"],
        ["uv", "pip", "install", "--system", "flask==3.0.0"],
    ),
    "link-exists": (
        "FROM python:3.12-slim",
        ["ln", "/opt/python", "/usr/local/bin/python"],
        ["ln", "-f", "/opt/python", "/usr/local/bin/python"],
    ),
}


def fixed(folder: Path, rule: str, text: str) -> str:
    """The file with the fixes that one rule offers."""
    path = folder / "Dockerfile"
    path.write_text(text)
    report = torchlint.check(torchlint.read([str(path)]), world=torchlint.World("2026-11-21"))
    edits = [edit for one in report.findings if one.rule == rule for fix in one.fixes for edit in fix.edits]
    assert edits
    return apply(text, edits)


@pytest.mark.parametrize("rule", CASES)
def test_words_added_to_a_list_are_its_elements(tmp_path: Path, rule: str) -> None:
    head, words, after = CASES[rule]
    text = fixed(tmp_path, rule, f"{head}\nRUN {json.dumps(words)}\n")
    assert json.loads(text.rstrip("\n").rpartition("\nRUN ")[2]) == after


@pytest.mark.parametrize("rule", CASES)
def test_words_added_for_a_shell_are_the_same(tmp_path: Path, rule: str) -> None:
    head, words, after = CASES[rule]
    assert fixed(tmp_path, rule, f"{head}\nRUN {' '.join(words)}\n") == f"{head}\nRUN {' '.join(after)}\n"


def test_engine_makes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head, words, after = CASES["pip-cache-left"]
    (tmp_path / "Dockerfile").write_text(f"{head}\nRUN {json.dumps(words)}\n")
    monkeypatch.chdir(tmp_path)
    Workshop(tmp_path).fix(unsafe=False)
    assert (tmp_path / "Dockerfile").read_text() == f"{head}\nRUN {json.dumps(after)}\n"

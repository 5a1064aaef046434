"""What README.md shows is what happens."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from torchlint.config.keys import _KEYS
from torchlint.world import KNOWLEDGE_DATE

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


class Block(NamedTuple):
    language: str
    text: str


def blocks(text: str) -> list[Block]:
    found = re.finditer(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Block(match["language"], match["text"]) for match in found]


BLOCKS = blocks(README)
OF_PACK = blocks((ROOT / "examples" / "pack" / "README.md").read_text(encoding="utf-8"))
PASTED = [block.text.strip() for block in BLOCKS if block.language == "sh" and block.text.startswith("python3 -m venv")]
SHOWN = next(block.text for block in BLOCKS if block.language == "text")


def torchlint(words: list[str], given: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run it as from a shell in the checkout, on the day up to which it knows the world."""
    if words[0] == "check":
        words = [*words, "--as-of", KNOWLEDGE_DATE]
    plain = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "CLICOLOR_FORCE")}
    return subprocess.run(
        [sys.executable, "-m", "torchlint", *words],
        cwd=ROOT,
        env=plain | {"PYTHONIOENCODING": "utf-8"},
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_main_job_gives_the_output_shown(request: pytest.FixtureRequest) -> None:
    """The first pasted line ends in a check that finds what stands below it, and exits with 1."""
    words = shlex.split(PASTED[0].rpartition("&&")[2])
    assert words[0] == ".venv/bin/torchlint"
    done = torchlint(words[1:])
    if request.config.getoption("--accept"):
        shown = README.replace(f"```text\n{SHOWN}```", f"```text\n{done.stdout}```")
        (ROOT / "README.md").write_text(shown, encoding="utf-8")
    else:
        assert done.stdout == SHOWN
    assert done.returncode == 1
    assert done.stderr == ""


def test_pasted_lines_make_their_own_environment_from_the_checkout() -> None:
    """Each is one line that works in any shell, and installs what its last command needs."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    check, test = PASTED
    for line in (check, test):
        make, install, run = (shlex.split(part) for part in line.split("&&"))
        assert "\n" not in line
        assert make == ["python3", "-m", "venv", ".venv"]
        assert install[:-1] == [".venv/bin/python", "-m", "pip", "install", "-q", "-e"]
        assert run[0].startswith(".venv/bin/")
        assert install[-1].startswith(".")
        for extra in re.findall(r"\[(.+)\]", install[-1]):
            assert run[1:] == ["-m", "pytest", "-q"]
            assert "pytest" in extras[extra]


def commands() -> list[str]:
    shown = (*BLOCKS, *OF_PACK)
    lines = dict.fromkeys(line for block in shown if block.language == "sh" for line in block.text.splitlines())
    return [line for line in lines if line.startswith("torchlint ")]


@pytest.mark.parametrize("line", commands())
def test_command_shown_is_understood(line: str) -> None:
    """With a project of ours for the user's."""
    command, _, _comment = line.partition("#")
    command, _, given = (part.strip() for part in command.partition("<"))
    words = [
        {"path/to/project": "fixtures", "docker/Dockerfile": "fixtures/flask-slim/Dockerfile"}.get(word, word)
        for word in shlex.split(command)[1:]
    ]
    done = torchlint(words, (ROOT / "fixtures/flask-slim" / given).read_text(encoding="utf-8") if given else None)
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout


def test_table_of_keys_is_complete() -> None:
    rows = re.findall(r"^\| (`[a-z`, -]+`) \| ", README, re.MULTILINE)
    named = [key for row in rows for key in re.findall(r"`([a-z-]+)`", row)]
    assert sorted(named) == sorted([*_KEYS, "extend"])


def test_examples_of_silencing_silence(tmp_path: Path) -> None:
    """Without its comment each example is a finding, with it none."""
    files = {block.language: block.text for block in BLOCKS if block.language in ("dockerfile", "requirements")}
    image = "FROM python:3.12-slim\nWORKDIR /app\nCOPY app.py requirements.txt ./\n"
    image += "RUN pip install --no-cache-dir -r requirements.txt\n"
    (tmp_path / "app.py").write_text("")
    (tmp_path / "requirements.txt").write_text(files["requirements"])
    (tmp_path / "Dockerfile").write_text(image + files["dockerfile"])
    words = ["check", str(tmp_path), "--output-format", "concise", "--quiet", "--isolated"]
    assert torchlint(words).stdout == ""
    said = torchlint([*words, "--no-ignores"]).stdout
    rules = [rule for text in files.values() for rule in re.findall(r"ignore\[(.+)\]", text)]
    assert len(rules) == 2
    assert all(f"[{rule}]" in said for rule in rules)


def test_configuration_shown_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "torchlint.toml").write_text(next(block.text for block in BLOCKS if block.language == "toml"))
    (tmp_path / "Dockerfile").write_text("FROM scratch\n")
    done = torchlint(["check", str(tmp_path / "Dockerfile")])
    assert done.returncode == 0
    assert done.stderr == ""

"""`.gitignore`: what one file of patterns says of a path, checked against Git itself."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from torchlint.syntax.gitignore import GitIgnore, parse
from torchlint.text import Source

if TYPE_CHECKING:
    from pathlib import Path


def read(text: str | bytes) -> GitIgnore:
    return parse(Source.from_bytes(".gitignore", text.encode() if isinstance(text, str) else text))


CASES: list[tuple[str, str, bool, bool | None]] = [
    ("a", "a", False, True),
    ("a", "b/a", False, True),
    ("a", "ab", False, None),
    ("/a", "a", False, True),
    ("/a", "b/a", False, None),
    ("a/b", "a/b", False, True),
    ("a/b", "c/a/b", False, None),
    ("a/", "a", True, True),
    ("a/", "a", False, None),
    ("a/", "b/a", True, True),
    ("*.py", "x/y.py", False, True),
    ("!*.py", "y.py", False, False),
    ("*.py\n!y.py", "y.py", False, False),
    ("!y.py\n*.py", "y.py", False, True),
    ("**/a", "x/y/a", False, True),
    ("a/**", "a/x/y", False, True),
    ("a/**", "a", True, None),
    ("a/**/b", "a/b", False, True),
    ("a/**/b", "a/x/y/b", False, True),
    ("a/*/b", "a/x/y/b", False, None),
    ("# a", "# a", False, None),
    ("\\#a", "#a", False, True),
    ("\\!a", "!a", False, True),
    ("a  ", "a", False, True),
    ("a\\ ", "a ", False, True),
    ("[a-c]x", "bx", False, True),
    ("[!a-c]x", "bx", False, None),
    ("[[:digit:]]", "7", False, True),
    ("a[", "a[", False, None),
    ("a\\", "a\\", False, None),
    ("?", "\u00e9", False, None),
    ("??", "\u00e9", False, True),
]


@pytest.mark.parametrize(("text", "path", "folder", "expected"), CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_last_pattern_that_matches_decides(
    text: str, path: str, folder: bool, expected: bool | None, end: str
) -> None:
    ignore = read(text.replace("\n", end) + end)
    assert ignore.match(path.encode().decode("latin-1"), folder) is expected


def test_patterns_know_their_places() -> None:
    text = b"\xef\xbb\xbf# note\r\n!a/ \r\nb"
    spans = [pattern.span for pattern in read(text).patterns]
    assert [text[span.start : span.end] for span in spans] == [b"!a/", b"b"]


TOKENS = [
    "a", "b", "ab", "abc", "*", "**", "***", "?", "/", "/", "/", "[ab]", "[!a]", "[a-c]", "[^b]", "[c-a]", "[]]",
    "[]a]",
    "[[:alpha:]]", "[[:digit:]x]", "[a", "[a-]", "[-a]", "[\\]]", "[!]]", "[a\\-c]", "\\*", "\\a", "\\", "\\ ", " ",
    ".",
    "!", "#", "-", "\u00e9", "\t", "x",
]  # fmt: skip
NAMES = ["a", "b", "ab", "abc", "x", ".x", "a b", "x]", "a-b", "a.x", "\u00e9", "#"]


@pytest.mark.skipif(shutil.which("git") is None or os.name == "nt", reason="needs git and a POSIX file system")
def test_git_says_the_same_of_patterns_put_together_at_random(tmp_path: Path) -> None:
    chance = random.Random(21)
    paths = {"/".join(chance.choice(NAMES) for _ in range(chance.randint(1, 4))) for _ in range(60)}
    folders = {"/".join(path.split("/")[:depth]) for path in paths for depth in range(1, path.count("/") + 1)}
    for path in folders:
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
    for path in paths - folders:
        (tmp_path / path).touch()
    git = ["git", "-c", "core.excludesFile=", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q"], check=True)
    asked = sorted(paths | folders)
    decided = 0
    for _ in range(120):
        text = "\n".join("".join(chance.choice(TOKENS) for _ in range(chance.randint(1, 5))) for _ in range(3)) + "\n"
        (tmp_path / ".gitignore").write_bytes(text.encode())
        answer = subprocess.run(
            [*git, "check-ignore", "--no-index", "-v", "-n", "-z", "--stdin"],
            input="\0".join(asked).encode() + b"\0",
            capture_output=True,
            check=False,
        ).stdout.split(b"\0")
        for index, path in enumerate(asked):
            source, _, pattern, named = answer[4 * index : 4 * index + 4]
            assert named == path.encode()
            want = None if not source else not pattern.startswith(b"!")
            assert with_folders_above(read(text), path, path in folders) is want, (text, path)
            decided += want is not None
    assert decided > 1000


def with_folders_above(ignore: GitIgnore, path: str, folder: bool) -> bool | None:
    """Git does not look into a folder that is ignored."""
    held = path.encode().decode("latin-1")
    parts = held.split("/")
    if any(ignore.match("/".join(parts[:depth]), True) for depth in range(1, len(parts))):
        return True
    return ignore.match(held, folder)

"""ShellCheck as a program: found, asked once for many scripts, and its answer read."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import time

from torchlint import programs
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

INSTALL = "`pip install 'torchlint[shell]'` brings it"
OLDEST = (0, 9)
"""The first that follows values through a script; the forms of its options and answers are older."""

SECONDS = 60.0
SECONDS_EACH = 0.5
"""How long an answer may take at most, and longer for each script. A usual script takes a few milliseconds."""

AT_ONCE = 1000
"""As many files are named to one process: Windows takes no longer command line."""


class Replacement(NamedTuple):
    """A part of a fix: what ShellCheck would write between two places. `closes`: it belongs to what stands before."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    closes: bool


class Comment(NamedTuple):
    """What ShellCheck says of a script. Lines and columns are from 1, columns in characters, the end exclusive."""

    code: str
    level: str
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    replacements: tuple[Replacement, ...]


class Program(NamedTuple):
    """A ShellCheck that works."""

    path: str
    version: tuple[int, ...]


_known: dict[str, Program] = {}
"""Those that were found to work, by their paths: an editor asks again and again."""


def found() -> Program | str:
    """The ShellCheck to ask; if there is none, why."""
    path = programs.find("shellcheck")
    if path is None:
        return f"ShellCheck is not installed; {INSTALL}"
    if path in _known:
        return _known[path]
    try:
        said = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=10.0, env=_plain(), check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{path} does not start ({type(error).__name__}); {INSTALL}"
    told = re.search(rb"^version: ([0-9]+(?:\.[0-9]+)*)", said.stdout, re.MULTILINE)
    if told is None or said.returncode:
        return f"{path} is no ShellCheck that works; {INSTALL}"
    version = tuple(map(int, told[1].split(b".")))
    if version < OLDEST:
        return f"{path} is ShellCheck {told[1].decode()}, too old to ask; {INSTALL}"
    _known[path] = Program(path, version)
    return _known[path]


class Asking:
    """ShellCheck at work on scripts, in a folder of its own. `close` when done, also after an error."""

    def __init__(self, program: Program, texts: Sequence[str]) -> None:
        """`texts` are held as latin-1. Raises OSError if it cannot be started."""
        self.program = program
        self.count = len(texts)
        self._folder = tempfile.mkdtemp(prefix="torchlint-shell-")
        self._process: subprocess.Popen[bytes] | None = None
        self._deadline = time.monotonic() + SECONDS + SECONDS_EACH * self.count
        try:
            for number, text in enumerate(texts):
                with open(self._path(f"script-{number}"), "wb") as file:
                    file.write(readable(text).encode("utf-8"))
            self._start(0)
        except BaseException:
            self.close()
            raise

    def answer(self) -> list[tuple[Comment, ...]] | str:
        """What it says of each script; if it gave no answer, why."""
        said: list[list[Comment]] = [[] for _ in range(self.count)]
        for first in range(0, self.count, AT_ONCE):
            try:
                if first:
                    self._start(first)
                trouble = self._read(said)
            except (OSError, subprocess.TimeoutExpired) as error:
                timeout = isinstance(error, subprocess.TimeoutExpired)
                trouble = "gave no answer in time" if timeout else f"does not start ({type(error).__name__})"
            if trouble:
                return f"{self.program.path} {trouble}"
        return [tuple(comments) for comments in said]

    def close(self) -> None:
        """End it, and remove what was written for it."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name)

    def _start(self, first: int) -> None:
        names = [f"script-{number}" for number in range(first, min(first + AT_ONCE, self.count))]
        # Into files: nobody need read a pipe while rules are asked.
        with open(self._path("answer"), "wb") as answer, open(self._path("errors"), "wb") as errors:
            self._process = subprocess.Popen(
                [self.program.path, "--norc", "--format=json1", *names],
                stdin=subprocess.DEVNULL,
                stdout=answer,
                stderr=errors,
                cwd=self._folder,
                env=_plain(),
            )

    def _read(self, said: list[list[Comment]]) -> str:
        """Wait, and put what it says of each script to it. What is wrong, if something is."""
        assert self._process is not None, "read before it was started"
        code = self._process.wait(timeout=max(0.0, self._deadline - time.monotonic()))
        with open(self._path("answer"), "rb") as answer, open(self._path("errors"), "rb") as errors:
            written, complaint = answer.read(), errors.read().decode("utf-8", "replace").split("\n")[0][:200]
        if code not in (0, 1):  # nothing found, something found
            return f"ended with {code}" + (f": {complaint}" if complaint else "")
        try:
            for name, comment in _comments(json.loads(written)):
                said[int(name.removeprefix("script-"))].append(comment)
        except (ValueError, TypeError, LookupError) as error:
            return f"gave an answer that cannot be read ({type(error).__name__})"
        return ""


def readable(text: str) -> str:
    """Text held as latin-1 as the characters that ShellCheck counts: each byte that is no UTF-8 is one."""
    if text.isascii():
        return text
    characters = text.encode("latin-1").decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", "\ufffd", characters)


def _comments(answer: Any) -> Iterable[tuple[str, Comment]]:
    """Each comment with the name of its file."""
    for one in answer["comments"]:
        parts = (one["fix"] or {}).get("replacements", ())
        replacements = tuple(
            Replacement(
                part["line"],
                part["column"],
                part["endLine"],
                part["endColumn"],
                part["replacement"],
                part["insertionPoint"] == "beforeStart",
            )
            for part in parts
        )
        place = one["line"], one["column"], one["endLine"], one["endColumn"]
        yield one["file"], Comment(f"SC{one['code']:04}", one["level"], one["message"], *place, replacements)


def _plain() -> dict[str, str]:
    """The environment without what would change ShellCheck's answers."""
    return {name: value for name, value in os.environ.items() if name != "SHELLCHECK_OPTS"}

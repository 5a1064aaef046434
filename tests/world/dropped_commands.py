"""From which release of a package on a command line of its program ends with the error that it ends with today.

Prints that release, for a row of data/dropped_commands.json:

    python -m tests.world.dropped_commands PACKAGE PYTHON OLDEST PROGRAM [WORD ...]

The releases from OLDEST on are searched by halves, each installed alone for that Python; the line runs in the folder
where this is started. Errors are the same where their last lines are. setuptools is kept below 81, as old programs need
pkg_resources. What an option needs to be read at all, such as an address, has to be among the words.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

from packaging.version import Version

from tests.world.numpy_needs import admits, releases
from tests.world.outgrown import first

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 300
"""Seconds of one install, and of one command."""


def error(package: str, version: Version, python: str, words: Sequence[str]) -> str | None:
    """The last line of what the command says where it fails, "" where it does not; None if nothing was installed."""
    uv = shutil.which("uv", path=f"{sys.prefix}/bin") or "uv"
    with tempfile.TemporaryDirectory() as folder:
        _run([uv, "venv", "-q", "--python", python, f"{folder}/v"])
        asked = [f"{package}=={version}", "setuptools<81"]
        if _run([uv, "pip", "install", "-q", "--python", f"{folder}/v/bin/python", *asked]).returncode:
            return None
        program = f"{folder}/v/bin/{words[0]}"
        if not os.path.exists(program):
            return "not there"
        done = _run([program, *words[1:]])
        said = [line for line in (done.stdout + done.stderr).replace(folder, "").splitlines() if line.strip()]
        return said[-1] if done.returncode and said else "failed" if done.returncode else ""


def _run(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
    nothing = subprocess.DEVNULL
    return subprocess.run(words, capture_output=True, text=True, check=False, stdin=nothing, timeout=LONGEST)


def main(words: list[str]) -> None:
    package, python, oldest, *line = words
    there = releases(package).items()
    every = [version for version, (_, says) in there if version >= Version(oldest) and admits(says, python)]
    newest = error(package, every[-1], python, line)
    since = first(every, lambda one: error(package, one, python, line) == newest) if newest else None
    print(f"{since}: {newest}" if since is not None else f"{every[-1]} takes it")


if __name__ == "__main__":
    main(sys.argv[1:])

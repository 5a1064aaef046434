"""What a real resolver answers to sets of requirements of the torch family, and the record of what it answered.

    python -m tests.truth.resolver        ask again for all of them and write the record

The sets are the lines about torch, its companions and what its wheels ask for by exact version, as they stand together
in files that people publish, written in one form; and others that were drawn by chance from releases, for what such
files seldom hold. Asked is the index that uv is set to, for wheels only.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

RECORD = Path(__file__).parent / "resolved.json"
PYTHONS = {"3.8": "3.8.20", "3.11": "3.11.14", "3.13": "3.13.9"}
"""A patch release for each: uv would take the first, which some requirements exclude."""

PLATFORM = "x86_64-manylinux_2_36"

RESOLVED = "resolved"
REASONS = {
    "source": r"no usable wheels",
    "wheel": r"no wheels with a matching",
    "python": r"does not satisfy Python",
    "version": r"there (?:is|are) no versions? of|only the following versions of",
    "pair": r"depends? on|you require",
}
"""Why there is no solution, by how uv says it, the first that fits: only the source of a release is there for that
Python; it has wheels, for other Pythons; it excludes the Python; it was never published; two exclude each other."""


class Asked(NamedTuple):
    """Requirements that stand together, and the answer for each Python: "resolved" or one of REASONS.

    `origin`: "file" or "chance". `silent`: the Pythons for which torchlint does not know what the resolver knows.
    """

    requirements: tuple[str, ...]
    answers: dict[str, str]
    origin: str
    silent: tuple[str, ...] = ()


def record() -> list[Asked]:
    """What is recorded."""
    rows = json.loads(RECORD.read_text(encoding="utf-8"))["rows"]
    return [
        Asked(tuple(row["requirements"]), row["answers"], row["origin"], tuple(row.get("silent", ()))) for row in rows
    ]


def ask(requirements: tuple[str, ...], python: str, uv: str, folder: Path) -> str:
    """Asks the index: "resolved" or one of REASONS. ValueError with uv's words for any other answer."""
    (folder / "asked.in").write_text("\n".join(requirements) + "\n")
    command = [uv, "pip", "compile", "asked.in", "--no-header", "--no-annotate", "--quiet", "--no-build"]
    command += ["--python-version", PYTHONS[python], "--python-platform", PLATFORM]
    command += ["--python", sys.executable]  # else it looks at every Python of the machine first
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False, timeout=300)
    if not done.returncode:
        return RESOLVED
    said = " ".join(done.stderr.partition("hint:")[0].split())
    reason = next((name for name, pattern in REASONS.items() if re.search(pattern, said)), None)
    if reason is None or "No solution found" not in said:
        raise ValueError(done.stderr)
    return reason


def main() -> None:
    """Writes the record anew."""
    import tempfile

    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        raise SystemExit("uv is not installed")
    about = json.loads(RECORD.read_text(encoding="utf-8"))["about"]
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for row in record():
            new = row._replace(answers={python: ask(row.requirements, python, uv, Path(folder)) for python in PYTHONS})
            lines.append("  " + json.dumps({name: value for name, value in new._asdict().items() if value}))
    text = f'{{"about": {json.dumps(about)},\n "rows": [\n' + ",\n".join(lines) + "\n ]}\n"
    RECORD.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Whether releases can be imported today: each is installed alone with the newest that its metadata let through.

Prints a line of JSON for each, with what was installed and, where an import fails, what Python says:

    python -m tests.world.import_alone NAME==VERSION@PYTHON[/MODULE] ...

`NAME==VERSION,OTHER<2@3.10` holds another package back. torch is taken from the folders that $PIP_FIND_LINKS names, if
one is there that fits: those of the index bring CUDA.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

LONGEST = 400
"""Seconds of one install, and of one import."""

COMPILED = (
    "blis cymem grpcio grpcio-tools h5py llvmlite lxml matplotlib numba numpy onnx opencv-python opencv-python-headless"
    " pandas pillow preshed psycopg2 pyarrow scikit-image scikit-learn scipy spacy thinc tokenizers torch"
).split()
"""What takes too long to be built from source."""

ASK = """
import importlib, importlib.metadata as metadata, json, re, sys, traceback, warnings
warnings.simplefilter("ignore")
name, modules = sys.argv[1], sys.argv[2:]
there = metadata.distribution(name)
if not modules:
    told = [one for one in (there.read_text("top_level.txt") or "").split() if "/" not in one]
    files = [str(one) for one in there.files or () if ".dist-info" not in str(one)]
    told = told or sorted({one.split("/")[0].split(".")[0] for one in files if one.endswith((".py", ".so"))})
    modules = [one for one in told if not re.match(r"(_|tests?$|docs?$|examples?$|benchmarks?$|scripts?$|\\.)", one)]
failed = {}
for one in modules[:3]:
    try:
        importlib.import_module(one)
    except BaseException as error:
        frames = [(f.filename.split("site-packages/")[-1], f.line) for f in traceback.extract_tb(error.__traceback__)]
        own = [f"{file}: {line}" for file, line in frames if "importlib" not in file and file[0] != "<"]
        failed[one] = [f"{type(error).__name__}: {error}"[:400], *own[-3:]]
known = {one.metadata["Name"].lower(): one.version for one in metadata.distributions()}
print("\\n@@" + json.dumps({"modules": modules, "failed": failed, "with": known}))
"""


def tried(asked: str) -> dict[str, Any]:
    """What became of one."""
    requirement, _, where = asked.partition("@")
    python, _, module = where.partition("/")
    wanted = requirement.split(",")
    found: dict[str, Any] = {"asked": asked}
    folder = Path(tempfile.mkdtemp())
    uv = shutil.which("uv", path=f"{sys.prefix}/bin") or shutil.which("uv") or "uv"
    try:
        (folder / "held").write_text("\n".join(_torch()))
        _run([uv, "venv", "-q", "--python", python, f"{folder}/v"], folder)
        into = [uv, "pip", "install", "-q", "--python", f"{folder}/v/bin/python"]
        _run([*into, "setuptools<81"], folder)
        ask = [*into, *wanted]
        if python == "3.11":
            ask += ["--override", f"{folder}/held"]
        done = _run([*ask, "--only-binary", ":all:"], folder)
        if done.returncode:
            done = _run([*ask, *(f"--only-binary={one}" for one in COMPILED)], folder)
        if done.returncode:
            return found | {"install": done.stderr.strip()[-600:]}
        name = wanted[0].partition("==")[0].partition("[")[0]
        done = _run([f"{folder}/v/bin/python", "-c", ASK, name, *([module] if module else [])], folder)
        _, mark, told = done.stdout.rpartition("\n@@")
        return found | (json.loads(told) if mark else {"died": f"{done.returncode}: {done.stderr[-400:]}"})
    except subprocess.TimeoutExpired:
        return found | {"install": "took too long"}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _torch() -> list[str]:
    folders = [Path(one) for one in os.environ.get("PIP_FIND_LINKS", "").split() if Path(one).is_dir()]
    return [f"torch @ file://{file}" for folder in folders for file in folder.glob("torch-*cp311*.whl")][:1]


def _run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    told = {**os.environ, "PYTHONNOUSERSITE": "1", "CUDA_VISIBLE_DEVICES": "", "TMPDIR": str(folder)}
    return subprocess.run(words, capture_output=True, text=True, check=False, cwd=folder, env=told, timeout=LONGEST)


def main(asked: list[str]) -> None:
    with ThreadPoolExecutor(2) as pool:
        for one in pool.map(tried, asked):
            print(json.dumps(one), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""One folder of a build context: what really happens to it, and what torchlint says of it."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.build import tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FAILING = ("build", "start", "import")
"""Outcomes of which a real build or start is the proof."""
STUB_OF_TORCH = """\
__version__ = "{version}"


class version:
    cuda = {cuda!r}
    hip = None


class _C:
    pass
"""
"""What `torchlint verify` asks a torch for, in a wheel of a few bytes."""
REPORTED: list[str] = []
"""Lines that are printed when all tests are done."""
PYTORCH_INDEX = "https://download.pytorch.org/whl/cpu"


class Said(NamedTuple):
    """A finding of `torchlint check`."""

    rule: str
    path: str
    line: int
    outcome: str
    severity: str


def lay_out(source: Path, target: Path, stubs: Mapping[str, str], wheels: Iterable[Path]) -> Path:
    """A copy of a context with a folder `wheels`, if anything belongs into it.

    `stubs`: the name of the module that a small wheel of this file name holds. `wheels`: real ones.
    """
    shutil.copytree(source, target)
    folder = target / "wheels"
    for name, module in stubs.items():
        folder.mkdir(exist_ok=True)
        text = STUB_OF_TORCH.format(version=name.split("-")[1], cuda=None) if module == "torch" else ""
        (folder / name).write_bytes(stub_wheel(name, module, text))
    for wheel in wheels:
        folder.mkdir(exist_ok=True)
        os.link(wheel, folder / wheel.name)
    return target


def stub_wheel(name: str, module: str, text: str = "", requires: Iterable[str] = ()) -> bytes:
    """An installable wheel with one module; what its file name does not say is 1.0 for any Python."""
    words = name.removesuffix(".whl").split("-")
    package, version, tag = (words[0], words[1], "-".join(words[2:])) if len(words) > 1 else (module, "1.0", "")
    info = f"{package}-{version}.dist-info"
    metadata = ["Metadata-Version: 2.1", f"Name: {package}", f"Version: {version}"]
    metadata += [f"Requires-Dist: {one}" for one in requires]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr(f"{module}.py", text)
        file.writestr(f"{info}/METADATA", "\n".join(metadata) + "\n")
        file.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag or 'py3-none-any'}\n")
        file.writestr(f"{info}/RECORD", f"{module}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return held.getvalue()


def downloaded(requirement: str, folder: Path, python: str = "3.11") -> Path | None:
    """A real wheel by the pip of this Python, its settings and PyTorch's own index; None if there is none to be had."""
    words = ["--no-deps", "--only-binary=:all:", "--python-version", python, "--retries", "0", "--quiet"]
    words += ["--extra-index-url", PYTORCH_INDEX, "--dest", str(folder), requirement]
    subprocess.run([sys.executable, "-m", "pip", "download", *words], capture_output=True, check=False)
    return next(folder.glob("*.whl"), None)


def verified(folder: Path, *words: str) -> dict[str, Any]:
    """The JSON of `torchlint verify`, with its exit code as "exit"."""
    command = ["verify", "--output-format", "json", "--isolated", "--watch", "4", "--pull", "never", *words]
    done = _torchlint(*command, str(folder / "Dockerfile"))
    assert done.stdout, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    tally.note(f"{folder.parent.name}/{folder.name}", said)
    return {**said, "exit": done.returncode}


def checked(folder: Path) -> list[Said]:
    """What `torchlint check` says of every file there."""
    words = ("check", "--output-format", "json", "--isolated", "--exit-zero", "--select", "all", ".")
    done = _torchlint(*words, within=folder)
    assert done.returncode == 0, done.stderr
    return [Said(*(one[key] for key in Said._fields)) for one in json.loads(done.stdout)]


def evidence(said: Mapping[str, Any]) -> str:
    """All that the engine, the step and the container said, in one text."""
    parts = [said["why"] or "", *((said["build"] or {}).get("log") or ()), (said["build"] or {}).get("cause") or ""]
    return "\n".join([*parts, *((said["start"] or {}).get("log") or ())])


def _torchlint(*words: str, within: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "torchlint", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=within)

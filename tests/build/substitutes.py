"""Bases that stand for what no machine without PyTorch's index and the real archives can have, for whole projects.

Each is a stand-in with something more, under a tag of its own, and is removed after use.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.build import stand_ins, trial

if TYPE_CHECKING:
    from collections.abc import Iterable

PIP_CONF = "[global]\nno-index = true\nfind-links = /opt/index\ndisable-pip-version-check = true\nretries = 0\n"
GET_PIP = """\
import sys

oldest = {oldest}
if sys.version_info[:2] < oldest:
    sys.exit("ERROR: This script does not work on Python %d.%d." % sys.version_info[:2])
import ensurepip

ensurepip.bootstrap()
"""
"""As the real ones, it looks at the version first; then it takes the pip that Python brings."""
CURL = '#!/bin/sh\nfor last; do :; done\ncp "/opt/web/${last#https://}" .\n'
APT = '#!/bin/sh\necho "stand-in: apt-get $*"\n'
WEB = "opt/web/bootstrap.pypa.io"


def with_index(engine: str, name: str, of: str, real: Iterable[str], stubs: Iterable[str]) -> None:
    """The stand-in `of` as `name`, whose pip knows some wheels and nothing else: real ones by their requirements
    ("numpy==1.19.5 on manylinux1_x86_64"), and stubs by their versions ("torch==2.3.1+cpu", "torch==2.0.1 for 11.7").
    Raises stand_ins.Unavailable."""
    version = stand_ins.python_of(of)
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "opt" / "index"
        index.mkdir(parents=True)
        for one in real:
            requirement, _, platform = one.partition(" on ")
            words = ["--only-binary=:all:", "--python-version", str(version), "--quiet", "--dest", str(index)]
            words += ["--no-deps", "--platform", platform] if platform else []
            done = subprocess.run(
                [sys.executable, "-m", "pip", "download", *words, requirement],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                raise stand_ins.Unavailable(f"no wheels: {done.stderr.strip().splitlines()[-1]}")
        for stub in stubs:
            named, _, cuda = stub.partition(" for ")
            module, _, number = named.partition("==")
            text = trial.STUB_OF_TORCH.format(version=number, cuda=cuda or None)
            wheel = f"{module}-{number}-py3-none-any.whl"
            (index / wheel).write_bytes(trial.stub_wheel(wheel, module, text))
        _built(engine, name, of, folder, {"etc/pip.conf": PIP_CONF})


def with_old_ubuntu(engine: str, name: str, of: str, real: Iterable[str], stubs: Iterable[str]) -> None:
    """As `with_index`, with an apt-get that has nothing to do, and a curl that knows two get-pip.py."""
    with_index(engine, f"{name}-index", of, real, stubs)
    files = {
        "usr/bin/apt-get": APT,
        "usr/bin/curl": CURL,
        f"{WEB}/get-pip.py": GET_PIP.format(oldest="(3, 10)"),
        f"{WEB}/pip/3.6/get-pip.py": GET_PIP.format(oldest="(3, 6)"),
    }
    with tempfile.TemporaryDirectory() as folder:
        _built(engine, name, f"{name}-index", folder, files)
    remove(engine, f"{name}-index")


def remove(engine: str, name: str) -> None:
    """Take away one image of ours."""
    subprocess.run([engine, "image", "rm", name], capture_output=True, check=False)


def _built(engine: str, name: str, of: str, folder: str, files: dict[str, str]) -> None:
    """The image `of` with what lies in a folder, and these files, all of which may be executed."""
    for place, text in files.items():
        path = Path(folder) / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)
    recipe = f"FROM {of}\nCOPY . /\n"
    command = [engine, "build", "--quiet", "--tag", name, "--file", "-", folder]
    subprocess.run(command, input=recipe, capture_output=True, text=True, check=True)

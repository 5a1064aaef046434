"""What torchlint says of an install of the torch family, and what pip and uv really do with it.

Both get the same words and the same wheels: an index on the loopback interface offers what World knows. And that is
compared with the public index itself, where a network may be asked.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

import torchlint
from tests.truth.loopback_index import serving
from torchlint.model.outlook import outlook
from torchlint.model.torch_held import of_variant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDEX = "https://download.pytorch.org/whl"
TOOLS = ("pip", "uv")


class Asked(NamedTuple):
    """A Python and the words after `install`, with the PyTorch index where `@` stands."""

    python: str
    words: str


SETS = [
    Asked(python, words)
    for words, pythons in (
        ("torch==2.4.0", ("3.8", "3.12", "3.13")),
        ("torch==2.4", ("3.10",)),
        ("torch==1.13.1", ("3.10", "3.12")),
        ("torch==1.8.1", ("3.9", "3.10")),
        ("torch==2.6.0", ("3.8", "3.9", "3.13")),
        ("torch==2.1.0 torchvision==0.16.0", ("3.10",)),
        ("torch==2.1.0 torchvision==0.17.0", ("3.10",)),
        ("torch==2.0.1 torchaudio==2.0.2", ("3.9",)),
        ("torch==2.0.1 torchaudio==2.0.1", ("3.9",)),
        ("torchvision==0.19.1", ("3.11",)),
        ("torchaudio==2.3.0 torch", ("3.11",)),
        ("torch==2.2.0 torchvision torchaudio", ("3.11",)),
        ("'torch>=2.1,<2.2'", ("3.11",)),
        ("'torch~=1.12.0'", ("3.8", "3.11")),
        ("'torch<2'", ("3.11", "3.12")),
        ("'torch>1,!=2.0.0,<2.0.1' torchvision==0.14.1", ("3.10",)),
        ("torch==2.4.1+cu121", ("3.11",)),
        ("torch==2.4.1+cu121 --index-url @/cu121", ("3.11", "3.13")),
        ("torch==2.4.1 --index-url @/cu124", ("3.11",)),
        ("torch==2.4.1 --index-url @/cu117", ("3.11",)),
        ("torch==2.4.1+cu124 --index-url @/cu121", ("3.11",)),
        ("torch==2.4.1+cu117 --extra-index-url @/cu117", ("3.11",)),
        ("torch==1.13.1+cu117 --extra-index-url @/cu117", ("3.10", "3.12")),
        ("torch==1.13.1 --extra-index-url @/cu117", ("3.10",)),
        ("torch==2.3.1 --extra-index-url @/cpu", ("3.10",)),
        ("torch==2.3.1 --extra-index-url @/cu117", ("3.10",)),
        ("torch --index-url @/cu117", ("3.10",)),
        ("torch --extra-index-url @/cu117", ("3.10",)),
        ("torch==1.12.1+cu116 -f @/torch_stable.html", ("3.9",)),
        ("torch==2.2.0+cu118 -f @/cu118/torch_stable.html", ("3.10",)),
        ("torch==1.10.0+cu113 -f @/cu113/torch_stable.html", ("3.9", "3.10")),
        ("torch==1.10.0+cu112 -f @/torch_stable.html", ("3.9",)),
        ("torch==2.5.1+cpu --index-url @/cpu", ("3.12",)),
        ("torch==2.5.1 --index-url @/cpu", ("3.8", "3.12")),
        ("torch==2.5.1 torch==2.5.0", ("3.12",)),
        ("torch==2.1 torch==2.2", ("3.10",)),
        ("torch==2.1.0 'torch>=2.1.1'", ("3.10",)),
        ("torch==2.1.0 'torch>=2' torch==2.1.0", ("3.10",)),
        ("torch==2.0.1 torchvision==0.14", ("3.10",)),
        ("'torch>=2.5'", ("3.8", "3.9")),
        ("torch==2.7.0 --index-url @/cu128 --extra-index-url @/cu118", ("3.12",)),
    )
    for python in pythons
]


PUBLIC_SETS = [
    *(one for one in SETS if "@" not in one.words and "+" not in one.words),
    *(
        Asked(python, words)
        for words in (
            "torch==2.0.1",
            "torch==2.2.2",
            "torch==2.3.1 torchvision==0.18.1",
            "torch==2.7.1",
            "torch==2.9.1 torchvision==0.24.1 torchaudio==2.9.1",
        )
        for python in ("3.8", "3.10", "3.12", "3.13", "3.14")
    ),
]


class Outcome(NamedTuple):
    """`version` without label; None: no such version, nothing is installed. `cuda`: what that wheel is built for."""

    version: str | None
    cuda: str | None


@pytest.fixture(scope="module")
def index() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture(scope="module")
def uv() -> str:
    found = shutil.which("uv", path=os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", ""))))
    if found is None:
        pytest.skip("uv is not installed")
    return found


def words(asked: Asked, address: str) -> list[str]:
    """The words with the loopback index in the place of the two; no address: the public index as it is."""
    text = asked.words.replace("@", f"{address}/whl").replace("'", "")
    default = ["--index-url", f"{address}/simple"] if address and "--index-url" not in text else []
    return [*text.split(), *default]


def alone(address: str) -> dict[str, str]:
    """An environment in which nothing of the machine's says where packages come from, unless the network is asked."""
    if not address:
        return dict(os.environ)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


def of_pip(asked: Asked, address: str, folder: Path) -> Outcome:
    command = [sys.executable, "-m", "pip", "install", "--isolated", "--dry-run", "--no-cache-dir", "--quiet"]
    command += ["--disable-pip-version-check", "--target", str(folder / "x"), "--python-version", asked.python]
    command += ["--only-binary=:all:", "--report", "-", *words(asked, address)]
    done = subprocess.run(
        command, env=alone(address), capture_output=True, text=True, cwd=folder, check=False, timeout=60
    )
    if done.returncode:
        assert "No matching distribution" in done.stderr or "ResolutionImpossible" in done.stderr, done.stderr
        return Outcome(None, None)
    taken = {one["metadata"]["name"]: one["metadata"]["version"] for one in json.loads(done.stdout)["install"]}
    return outcome(taken["torch"])


def of_uv(asked: Asked, address: str, folder: Path, uv: str) -> Outcome:
    options = words(asked, address)
    named = [
        word for at, word in enumerate(options) if not word.startswith("-") and not options[at - 1].startswith("-")
    ]
    (folder / "asked.in").write_text("\n".join(named) + "\n")
    command = [
        uv,
        "pip",
        "compile",
        "asked.in",
        *(["--no-config", "--no-cache"] if address else []),
        "--no-header",
        "--no-annotate",
        "--quiet",
    ]
    command += ["--python-version", asked.python, "--python-platform", "x86_64-manylinux_2_28", "--no-build"]
    command += ["--python", sys.executable]  # else it looks at every Python of the machine first
    command += [word for word in options if word not in named]
    done = subprocess.run(
        command, env=alone(address), capture_output=True, text=True, cwd=folder, check=False, timeout=60
    )
    if done.returncode:
        assert "No solution found" in done.stderr, done.stderr
        return Outcome(None, None)
    taken = dict(line.split("==") for line in done.stdout.split())
    return outcome(taken["torch"])


def outcome(version: str) -> Outcome:
    public, _, label = version.partition("+")
    world = torchlint.World()
    release = world.torch_release(public)
    assert release is not None
    return Outcome(release.version, of_variant(label, world) if label else release.default_cuda)


def predicted(asked: Asked, tool: str, folder: Path) -> tuple[str | None, str | None, list[str]]:
    """The torch that torchlint expects, what it is built for, and what it says stops the build."""
    line = f"{'uv pip install --system' if tool == 'uv' else 'pip install'} {asked.words.replace('@', INDEX)}"
    lines = [f"FROM python:{asked.python}-slim", f"RUN {line}", 'CMD ["python"]']
    if tool == "uv":
        lines.insert(1, "COPY --from=ghcr.io/astral-sh/uv:0.8.0 /uv /bin/uv")
    (folder / "Dockerfile").write_text("\n".join(lines) + "\n")
    project = torchlint.read([str(folder)])
    world = torchlint.World()
    report = torchlint.check(project, world=world)
    stops = [one.message for one in report.findings if one.outcome == "build" and one.severity == "error"]
    stage = outlook(report.builds[0], world).stages[-1]
    return stage.torch, stage.torch_cuda, stops


@pytest.mark.slow
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("asked", SETS, ids=lambda one: f"{one.python} {one.words}")
def test_what_is_said_is_what_happens(
    asked: Asked, tool: str, index: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    said = predicted(asked, tool, tmp_path)
    if tool == "pip":
        agree(said, of_pip(asked, index, tmp_path))
    else:
        agree(said, of_uv(asked, index, tmp_path, request.getfixturevalue("uv")))


@pytest.mark.network
@pytest.mark.parametrize("asked", PUBLIC_SETS, ids=lambda one: f"{one.python} {one.words}")
def test_what_is_said_is_what_the_public_index_gives(asked: Asked, tmp_path: Path, uv: str) -> None:
    agree(predicted(asked, "uv", tmp_path), of_uv(asked, "", tmp_path, uv))


def agree(said: tuple[str | None, str | None, list[str]], real: Outcome) -> None:
    """What is said is right or open; what cannot be installed is always said."""
    version, cuda, stops = said
    if real.version is None:
        assert stops, "it cannot be installed, and nothing says so"
    else:
        assert not stops, f"it can be installed: {real}"
        assert version is None or not version[0].isdigit() or version == real.version
        assert cuda is None or cuda == real.cuda


def test_the_table_is_large_enough() -> None:
    assert len(SETS) >= 40
    assert len(set(SETS)) == len(SETS)
    assert len(set(PUBLIC_SETS)) == len(PUBLIC_SETS) >= 40

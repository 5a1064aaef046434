"""What stays behind when torch is replaced, and what surely fails of it then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint import World, predict, read
from torchlint.context import Context
from torchlint.model.left_behind import harm
from torchlint.world.torch_symbols import linked

if TYPE_CHECKING:
    from pathlib import Path

IMAGE = "FROM pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime\n"
SLIM = "FROM python:3.11-slim\n"
PAIR = f"{SLIM}RUN pip install torch==2.3.1 torchvision==0.18.1\n"
VENV = (
    "FROM python:3.11-slim AS build\nRUN python -m venv /venv\n"
    "RUN /venv/bin/pip install torch==2.3.1 torchvision==0.18.1\n"
    "RUN /venv/bin/pip install torch==2.6.0\n"
)
NEWER = "RUN pip install torch==2.6.0\n"


def left(folder: Path, text: str, **files: str) -> list[str]:
    """What any install leaves behind: "torchvision 0.18.1 for 2.3.1 (0.21.0 fits, imported: None)"."""
    (folder / "Dockerfile").write_text(text)
    for name, content in files.items():
        (folder / f"{name}.py").write_text(content)
    project, world = read([str(folder)]), World()
    on = Context(project, world, predict(project.dockerfiles[0], project, world))
    assert on.build is not None
    return [
        f"{one.name} {one.version} for {one.made_for} ({one.fitting} fits, imported: {one.imports})"
        for install in on.build.installs()
        for one in on.left_behind(install)
    ]


OF_IMAGE = ["torchvision None for 2.4.1 (0.21.0 fits, imported: None)"]
OF_PAIR = ["torchvision 0.18.1 for 2.3.1 (0.21.0 fits, imported: None)"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (IMAGE + NEWER, OF_IMAGE),
        (IMAGE + "RUN uv pip install --system torch==2.6.0\n", OF_IMAGE),
        (
            IMAGE + "RUN pip install torch==2.6.0+cu124 -f https://download.pytorch.org/whl/torch_stable.html\n",
            OF_IMAGE,
        ),
        (IMAGE + "RUN pip install --no-deps torch==2.6.0 our-own\n", OF_IMAGE),
        (IMAGE + NEWER + "RUN pip install flask\n", OF_IMAGE),
        (IMAGE + NEWER + "RUN conda clean -ya\n", OF_IMAGE),
        (IMAGE + "RUN pip install timm==0.9.2\n" + NEWER, OF_IMAGE),
        (IMAGE + "RUN pip install 'torch>=2.6'\n", ["torchvision None for 2.4.1 (None fits, imported: None)"]),
        (IMAGE + "RUN pip install 'torch>=2.5'\n", []),
        (IMAGE + NEWER + "RUN pip install timm\n", []),
        (IMAGE + "RUN pip install torch==2.6.0 timm\n", []),
        (IMAGE + "RUN pip install torch==2.6.0 torchvision\n", []),
        (IMAGE + "RUN pip install torch==2.6.0 our-own\n", []),
        (IMAGE + "RUN pip install torch==2.6.0 git+https://example.com/our-own.git\n", []),
        (IMAGE + NEWER + "RUN pip install torch==2.4.1\n", []),
        (IMAGE + NEWER + "RUN conda install -y torchvision\n", []),
        (IMAGE + NEWER + "RUN pip uninstall -y torchvision\n", []),
        (
            IMAGE + NEWER + "RUN git clone https://github.com/pytorch/vision && cd vision && python setup.py install\n",
            [],
        ),
        (IMAGE + NEWER + "RUN make\n", []),
        (IMAGE + NEWER + "RUN pip install $EXTRA\n", []),
        (IMAGE + "RUN pip install --index-url https://wheels.example.com/simple torch==2.6.0\n", []),
        (IMAGE + "RUN pip install torch==2.5.1\n", []),
        (IMAGE + "RUN pip install --target=/other torch==2.6.0\n", []),
        ("FROM nvcr.io/nvidia/pytorch:24.12-py3\n" + NEWER, []),
        ("FROM pytorch/pytorch:1.0-cuda10.0-cudnn7-runtime\nRUN pip install torch==1.7.1\n", []),
        (PAIR + NEWER, OF_PAIR),
        (f"{PAIR}FROM python:3.11-slim\n{NEWER}", []),
        (f"{SLIM}RUN pip install torch==2.3.1 torchvision\n{NEWER}", ["torchvision None" + OF_PAIR[0][18:]]),
        (f"{SLIM}RUN pip install 'torch<2.4' torchvision\n{NEWER}", []),
        (f"{SLIM}RUN pip install torch==2.3.1 'torchvision>=0.10'\n{NEWER}", []),
        (f"{SLIM}RUN pip install torch==2.3.1 'torchvision==0.18.1; python_version < \"3.9\"'\n{NEWER}", []),
        (f"{SLIM}RUN pip install torch==2.15.0 torchvision==0.29.2\nRUN pip install torch==2.9.1\n", []),
        (f"{SLIM}RUN uv venv /v && uv pip install -p /v torch==2.3.1 torchvision==0.18.1\n{NEWER}", []),
        (f"{VENV}FROM python:3.11-slim\nCOPY --from=build /venv /venv\n", OF_PAIR),
        (f"{VENV}RUN /venv/bin/pip install timm\nFROM python:3.11-slim\nCOPY --from=build /venv /venv\n", []),
        (f"{VENV}FROM python:3.11-slim\nCOPY --from=build /venv /venv\nRUN /venv/bin/pip install timm\n", []),
        (f"{VENV}FROM python:3.11-slim\nCOPY --from=build /etc /etc\n", []),
        (
            f"{SLIM}RUN pip install torch==2.2.2 torchtext==0.17.2\nRUN pip install torchaudio==2.6.0\n",
            ["torchtext 0.17.2 for 2.2.2 (None fits, imported: None)"],
        ),
    ],
)
def test_companion_stays_where_nothing_else_may_bring_it(tmp_path: Path, text: str, found: list[str]) -> None:
    """What is there stays if the installs behind it surely leave it alone; where one may not, nothing is said."""
    assert left(tmp_path, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[project]\nname = "own"\ndependencies = ["torch==2.6.0", "flask"]\n', OF_IMAGE),
        ('[project]\nname = "own"\ndependencies = ["torch==2.6.0", "timm"]\n', []),
        ('[project]\nname = "own"\ndependencies = ["torch==2.6.0"]\ndynamic = ["version"]\n', OF_IMAGE),
        ('[project]\nname = "own"\ndynamic = ["dependencies"]\n', []),
    ],
)
def test_project_says_what_it_brings(tmp_path: Path, text: str, found: list[str]) -> None:
    """A project whose table says what it asks for is as good as a list of that."""
    (tmp_path / "pyproject.toml").write_text(text)
    assert left(tmp_path, f"{IMAGE}COPY . /own\nRUN pip install /own\n") == found


@pytest.mark.parametrize(
    ("script", "imported"),
    [
        ("import torchvision.ops\n", True),
        ("import own\n", True),
        ("import torch\n", False),
        ("def late():\n    import torchvision\n", None),
        ("import transformers\n", None),
        ("import sys\nsys.path.append('/x')\n", None),
    ],
)
def test_import_is_seen_in_what_starts(tmp_path: Path, script: str, imported: bool | None) -> None:
    """True only if it is imported whenever the program runs, False only if nothing that is imported may do so."""
    text = f'{PAIR}{NEWER}COPY app.py own.py ./\nCMD ["python", "app.py"]\n'
    assert left(tmp_path, text, app=script, own="from torchvision import io\n")[0].endswith(f"imported: {imported})")


@pytest.mark.parametrize(
    ("name", "made_for", "torch", "told"),
    [
        ("torchvision", "2.3.1", "2.4.0", "its import fails"),
        ("torchvision", "2.3.1", "2.2.2", ""),
        ("torchvision", "2.2.0", "2.3.1", ""),
        ("torchvision", "2.4.1", "2.5.1", ""),
        ("torchvision", "2.5.1", "2.4.1", "its import fails"),
        ("torchvision", "2.7.1", "2.9.1", ""),
        ("torchvision", "2.8.0", "2.15.0", "its import fails"),
        ("torchvision", "2.1.2", "2.2.0", "its operators, such as nms, do not load"),
        ("torchvision", "2.14.0", "2.6.0", ""),
        ("torchvision", "1.0.0", "2.6.0", ""),
        ("torchvision", "1.8.1", "1.9.0", ""),
        ("torchvision", "1.13.1", "2.0.0", "its operators, such as nms, do not load"),
        ("torchaudio", "1.13.1", "2.0.0", "its import fails"),
        ("torchaudio", "2.10.0", "2.6.0", ""),
        ("xformers", "2.1.0", "2.4.0", "its kernels do not load"),
        ("xformers", "2.4.0", "2.4.1", ""),
        ("vllm", "2.4.0", "2.9.1", ""),
        ("torchvision", "2.3.1", "nightly", ""),
        ("torchvision", "", "2.3.1", ""),
        ("torchvision", "2.3.1", "9" * 30 + ".\xb2", ""),
    ],
)
def test_harm_is_known_of_series_apart(name: str, made_for: str, torch: str, told: str) -> None:
    """A library is said to fail only beside a torch that surely lacks what it calls."""
    found = harm(name, made_for, torch)
    assert (found.told if found is not None else "") == told


@pytest.mark.parametrize("name", sorted(linked()))
def test_nothing_fails_beside_its_own_torch(name: str) -> None:
    """No release is said to fail beside the torch that it was made for, whichever interface that has."""
    world = World()
    releases = [world.companion(name, version) for version in world.releases(name)]
    made = [one.torch_exact for one in releases if one is not None and one.torch_exact]
    assert made
    assert [torch for torch in made for old in (False, True) if harm(name, torch, torch, old=old) is not None] == []

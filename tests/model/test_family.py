"""What fits torch and what is made for one torch: what is sure, and what newer and older releases leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.test_wheels import installs
from torchlint import World
from torchlint.model.family import NEWER, OLDER, clash, torches, versions

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint import Install


def install(folder: Path, words: str, python: str = "3.10") -> Install:
    return installs(folder, f"FROM python:{python}", f"RUN pip install {words}")[-1]


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("torch==2.4", "torch", {"2.4.0"}),
        ("'torch>=2.3,<2.4'", "torch", {"2.3.0", "2.3.1"}),
        ("'torch~=2.1.1' 'torch!=2.1.2'", "torch", {"2.1.1"}),
        ("'torch==2.1.*'", "torch", {"2.1.0", "2.1.1", "2.1.2"}),
        ("'torch<1.4.1'", "torch", {OLDER, "1.4.0"}),
        ("torch==1.3.1", "torch", {OLDER}),
        ("'torch>=2.15'", "torch", {"2.15.0", NEWER}),
        ("torch==2.97.3", "torch", {NEWER}),
        ("'torch~=2.97.3'", "torch", {NEWER}),
        ("'torch~=2.5.2'", "torch", set()),
        ("torch==2.5.2", "torch", None),
        ("torch==2.4.0+cu121", "torch", None),
        ("'torch>=2.4.0rc1'", "torch", None),
        ("'torch==2.4.0;python_full_version<\"3.10.4\"'", "torch", None),
        ("torch", "torch", None),
        ("torchvision==0.15.2", "torchvision", {"2.0.1"}),
        ("'torchvision~=0.14.0'", "torchvision", {"1.13.0", "1.13.1"}),
        ("torchvision==0.15.0", "torchvision", set()),
        ("torchvision==0.29.1", "torchvision", {"2.14.0", "2.14.1", "2.15.0", NEWER}),
        ("'torchvision>=0.15'", "torchvision", None),
        ("'torchvision<0.15'", "torchvision", None),
        ("torchvision==0.2.1", "torchvision", None),
        ("torchaudio==2.11.0", "torchaudio", None),
        ("xformers==0.0.20", "xformers", {"2.0.1"}),
        ("numpy", "torchvision", None),
    ],
)
def test_torches_that_fit(tmp_path: Path, words: str, name: str, expected: set[str] | None) -> None:
    assert torches(install(tmp_path, words), name, World()) == expected


def test_source_of_xformers_takes_any_torch(tmp_path: Path) -> None:
    assert torches(install(tmp_path, "xformers==0.0.20", "3.12"), "xformers", World()) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("torchtext==0.15.2", ("0.15.2",)),
        ("'torchtext>=0.17.1'", ("0.17.1", "0.17.2", "0.18.0")),
        ("'torchtext<0.16'", ()),
        ("torchtext", ()),
    ],
)
def test_releases_are_told_where_none_can_be_added(tmp_path: Path, words: str, expected: tuple[str, ...]) -> None:
    """Of torchtext no further one comes."""
    assert versions(install(tmp_path, words), "torchtext", World()) == expected


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("torchvision==0.15.1 torchaudio==2.0.2", ("torchvision", "torchaudio")),
        ("torchaudio==2.0.2 'torch<2'", ("torch", "torchaudio")),
        ("'torch>=2.6.1,<2.7'", ("torch",)),
        ("torchvision==0.15.0 torchaudio==2.0.1", ("torchvision",)),
        ("torch==2.0.0 torchaudio==2.0.2", ()),
        ("torch==2.0.0 torchaudio==2.0.2 torchvision==0.15.1", ()),
        ("torch==2.0.0 'torchaudio~=2.1.0' torchvision==0.15.1", ("torch", "torchaudio")),
        ("torchvision==0.15.2 torchaudio==2.0.2 'torch<2.1'", ()),
        ("torchvision==0.15.1 torchaudio==2.0.2 --index-url https://download.pytorch.org/whl/cu118", ()),
        ("torchvision==0.15.1 torchaudio==2.0.2 --extra-index-url https://wheels.corp.example/simple", ()),
    ],
)
def test_clash_names_what_excludes_each_other(tmp_path: Path, words: str, names: tuple[str, ...]) -> None:
    found = clash(install(tmp_path, words), World())
    assert tuple(one.requirement.name for one in found.requested) == names if found is not None else not names

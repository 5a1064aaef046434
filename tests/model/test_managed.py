"""Installs that a distribution's mark (PEP 668) keeps out of its Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict

NOBLE = "FROM ubuntu:24.04\nRUN apt-get update && apt-get install -y python3-pip\n"


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (NOBLE + "RUN pip install x\n", True),
        (NOBLE + "RUN pip install --user x\n", True),
        (NOBLE + "RUN pip install --break-system-packages x\n", False),
        (NOBLE + "RUN PIP_BREAK_SYSTEM_PACKAGES=1 pip install x\n", False),
        (NOBLE + "RUN export PIP_BREAK_SYSTEM_PACKAGES=1 && pip install x\n", False),
        (NOBLE + "ARG PIP_BREAK_SYSTEM_PACKAGES\nRUN pip install x\n", False),
        (NOBLE + "RUN pip install --target /x x\n", False),
        (NOBLE + "RUN pip install --prefix=/x x\n", False),
        (NOBLE + "RUN pip install $X\n", True),
        (NOBLE + "RUN pip config set global.break-system-packages true\nRUN pip install x\n", False),
        (NOBLE + "RUN find / -name EXTERNALLY-MANAGED -delete\nRUN pip install x\n", False),
        (NOBLE + "RUN python3 -m venv /v && /v/bin/pip install x\n", False),
        (NOBLE.replace("24.04", "22.04") + "RUN pip install x\n", False),
        (NOBLE.replace(":24.04", "") + "RUN pip install x\n", True),
        (NOBLE.replace("ubuntu:24.04", "debian:latest") + "RUN pip install x\n", True),
        (NOBLE.replace("ubuntu:24.04", "corp/ubuntu") + "RUN pip install x\n", False),
        ("FROM python:3.12\nRUN pip install x\n", False),
        ("FROM pytorch/pytorch:2.10.0-cuda12.8-cudnn9-runtime\nRUN pip install x\n", True),
        ("FROM pytorch/pytorch:2.9.0-cuda12.8-cudnn9-runtime\nRUN pip install x\n", False),
        ("FROM nvcr.io/nvidia/pytorch:25.03-py3\nRUN pip install x\n", False),
    ],
)
def test_who_is_refused(predicted: Predict, text: str, refused: bool) -> None:
    assert predicted(text).installs[-1].refused is refused


@pytest.mark.parametrize(
    ("line", "downloads", "uncached"),
    [
        ("pip install x", "/root/.cache/pip", ""),
        ("pip install --no-cache-dir x", "/root/.cache/pip", "--no-cache-dir"),
        ("PIP_NO_CACHE_DIR=1 pip install x", "/root/.cache/pip", "PIP_NO_CACHE_DIR"),
        ("pip install --cache-dir=/c x", "/c", ""),
        ("XDG_CACHE_HOME=/c pip install x", None, ""),
    ],
)
def test_where_downloads_go_and_what_forbids_it(
    predicted: Predict, line: str, downloads: str | None, uncached: str
) -> None:
    install = predicted(f"FROM python:3.12\nRUN {line}\n").install
    assert (install.downloads, install.uncached) == (downloads, uncached)


def test_cache_mounts_of_a_run(predicted: Predict) -> None:
    mounts = ("type=cache,target=c", "type=cache,target=$X", "type=tmpfs,target=/t")
    text = f"FROM python:3.12\nWORKDIR /w\nRUN {' '.join(f'--mount={one}' for one in mounts)} x\n"
    assert [mount.target for mount in predicted(text).step("RUN").cache_mounts] == ["/w/c", None]

"""What a finding advises can be done: it names what exists for that image, or names nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Examine

AS_OF = "2026-11-21"
INDEX = "--index-url https://download.pytorch.org/whl"

HELPS = [
    ("unpinned-torch", "FROM python:3.12-slim\nRUN pip install torch", "torch==2.15.0"),
    ("unpinned-torch", f"FROM python:3.11-slim\nRUN pip install torch {INDEX}/cu126", "torch==2.7.1"),
    ("unpinned-torch", f"FROM python:3.11-slim\nRUN pip install torchvision {INDEX}/cu126", "torchvision==0.22.1"),
    (
        "unpinned-torch",
        "FROM pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime\nRUN pip install --upgrade torchvision",
        "torchvision==0.21.0",
    ),
    (
        "unpinned-torch",
        "FROM registry.example.com/ml:3\nRUN pip install torch",
        "pip freeze in the built image names it",
    ),
    ("unpinned-torch", "FROM python:3.12-slim\nRUN pip install --pre torch", "pip freeze in the built image names it"),
    (
        "unpinned-conda-torch",
        "FROM continuumio/miniconda3\nRUN conda create -y -n a python=3.14 pytorch -c soumith",
        "conda list in the built image shows it",
    ),
    (
        "removed-cuda-tag",
        "FROM nvidia/cuda:10.1-cudnn7-devel-ubuntu18.04\nRUN true",
        "such as 11.8.0-cudnn8-devel-ubuntu22.04",
    ),
    (
        "build-tools-shipped",
        "FROM ubuntu:24.04\nRUN apt-get update && apt install -y gcc python3-pip\nCOPY app.py .\nCMD python3 app.py",
        "--no-install-recommends: python3-pip brings a compiler as well",
    ),
    ("removed-cuda-tag", "FROM nvidia/cuda:10.2-devel-centos7\nRUN true", "such as 11.8.0-devel-rockylinux8"),
    ("end-of-life-os", "FROM python:3.12-slim-buster\nRUN true", "begin from python:3.12-slim-bookworm"),
    ("end-of-life-os", "FROM ubuntu:20.04\nRUN true", "begin from ubuntu 22.04 or newer"),
    (
        "healthcheck-program-missing",
        'FROM alpine:3.21\nHEALTHCHECK CMD curl -f http://localhost/\nCMD ["sleep", "9"]',
        "apk add --no-cache curl",
    ),
    (
        "healthcheck-program-missing",
        'FROM scratch\nCOPY --from=example.com/a:1 /a /a\nHEALTHCHECK CMD ["/app", "--check"]\nCMD ["/a"]',
        "copy /app into this stage with COPY --from",
    ),
    ("user-missing", "FROM alpine:3.21\nUSER app\nRUN true", "RUN adduser -D app"),
    ("owner-missing", "FROM scratch\nCOPY --chown=app:app Dockerfile /", "use numbers"),
    ("secret-file-copied", "FROM python:3.12-slim\nCOPY .env /srv/", "remove this COPY"),
    (
        "unquoted-specifier",
        'FROM python:3.12-slim\nRUN pip install numpy>="1.26.4"',
        'write "numpy>=1.26.4", in quotes',
    ),
    ("unknown-instruction", "FROM python:3.12-slim\nmkdir -p /models", "end the line above with a backslash"),
]


@pytest.mark.parametrize(("rule", "text", "advice"), HELPS, ids=[f"{one[0]}:{one[2]}" for one in HELPS])
def test_the_advice_can_be_followed(tmp_path: Path, examine: Examine, rule: str, text: str, advice: str) -> None:
    (tmp_path / "Dockerfile").write_text(f"{text}\n")
    (tmp_path / ".env").write_text("API_KEY=4f9b2c7d1e8a6053bd94\n")
    (tmp_path / "app.py").write_text("import json\n")
    found = [one for one in examine(tmp_path, as_of=AS_OF).findings if one.rule == rule]
    assert [one.help for one in found if advice in one.help], [one.help for one in found]

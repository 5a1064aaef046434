"""What a step leaves in its layer: package lists, an installer's downloads, packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict
    from torchlint.model.build import Step

INSTALL = "apt-get update && apt-get install -y libgl1"


def last_step(predicted: Predict, text: str) -> Step:
    """The last step of the last stage."""
    return predicted(text).build.stages[-1].steps[-1]


@pytest.mark.parametrize(
    ("run", "left"),
    [
        (INSTALL, True),
        (f"{INSTALL} && apt-get clean", True),
        (f"{INSTALL} && rm -rf /var/lib/apt/lists/*", False),
        (f"{INSTALL} && rm -rf /var/lib/apt/lists", False),
        (f"{INSTALL} && rm -rf /var/lib/apt/l*", False),
        (f"{INSTALL} && rm -rf /var/lib/{{apt,dpkg}}", False),
        (f"{INSTALL} && find /var/lib/apt/lists -type f -delete", False),
        (f"{INSTALL} && find /var/lib/apt/lists -type f", True),
        (f"{INSTALL} && apt-get distclean", False),
        (f"{INSTALL} && ./cleanup", False),
        (f"rm -rf /var/lib/apt/lists/* && {INSTALL}", True),
        ("if true; then apt-get update; fi", False),
        (f"--mount=type=cache,target=/var/lib/apt/lists {INSTALL}", False),
    ],
)
def test_package_lists_stay_unless_something_may_have_removed_them(predicted: Predict, run: str, left: bool) -> None:
    step = last_step(predicted, f'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN {run}\n')
    assert (step.leaves_apt_lists is not None) == left


def test_package_lists_are_those_of_the_step_itself(predicted: Predict) -> None:
    assert last_step(predicted, f"FROM debian:12\nRUN {INSTALL}\nRUN true\n").leaves_apt_lists is None


@pytest.mark.parametrize(
    ("run", "left"),
    [
        ("pip install flask", ["/root/.cache/pip"]),
        ("pip install --no-cache-dir flask", []),
        ("PIP_NO_CACHE_DIR=0 pip install flask", []),
        ("pip install flask && rm -rf ~/.cache/p*", []),
        ("pip install --cache-dir /c flask && pip cache purge --cache-dir /c", []),
        ("pip install --cache-dir /c flask && pip cache purge", ["/c"]),
        ("pip install flask && pip install --no-cache-dir numpy", ["/root/.cache/pip"]),
        ("--mount=type=cache,target=/root/.cache pip install flask", []),
    ],
)
def test_downloads_stay_in_the_cache_of_the_install(predicted: Predict, run: str, left: list[str]) -> None:
    step = last_step(predicted, f"FROM python:3.12-slim\nRUN {run}\n")
    assert [install.cache for install in step.leaves_downloads] == left


def test_nobody_knows_the_home_of_an_unknown_user(predicted: Predict) -> None:
    step = last_step(predicted, "FROM python:3.12-slim\nUSER app\nRUN pip install flask\n")
    assert [install.cache for install in step.installs] == [None]
    assert step.leaves_downloads == ()


@pytest.mark.parametrize(
    ("user", "cache"),
    [
        ("RUN useradd app\nENV HOME=/home/app", None),
        ("RUN useradd app\nUSER app", None),
        ("RUN useradd -m app\nUSER app", "/home/app/.cache/pip"),
        ("RUN useradd app && mkdir /home/app\nUSER app", "/home/app/.cache/pip"),
        ("RUN useradd --create-home app\nENV HOME=/home/app\nUSER 1000", "/home/app/.cache/pip"),
        ("RUN adduser --no-create-home app\nUSER app", None),
        ("RUN adduser app\nUSER app", "/home/app/.cache/pip"),
        ("ENV HOME=/", "/.cache/pip"),
        ("ENV HOME=/tmp\nUSER 1000", "/tmp/.cache/pip"),
        ("ENV HOME=/app\nUSER 1000", None),
    ],
)
def test_pip_keeps_nothing_in_the_home_of_another_or_in_none(predicted: Predict, user: str, cache: str | None) -> None:
    step = last_step(predicted, f"FROM python:3.12-slim\n{user}\nRUN pip install flask\n")
    assert [install.cache for install in step.installs] == [cache]


def test_a_step_adds_what_it_does_not_remove(predicted: Predict) -> None:
    text = "FROM debian:12\nRUN apt-get install -y curl\nRUN apt-get install -y gcc curl git && apt-get purge -y gcc\n"
    assert [package.name for package in last_step(predicted, text).adds] == ["git"]


def test_a_document_with_an_interpreter_is_read_by_that_shell(predicted: Predict) -> None:
    step = last_step(predicted, "FROM debian:12\nRUN <<EOF\n#!/usr/bin/env bash\nsource /etc/profile\nEOF\n")
    assert [command.shell for command in step.commands] == ["bash"]


def test_pip_that_installs_itself_may_bring_its_other_name(predicted: Predict) -> None:
    base = "FROM ubuntu:18.04\nRUN apt-get update && apt-get install -y python3-pip\n"
    assert predicted(base).final.which("pip") is False
    assert predicted(base + "RUN pip3 install -U pip\n").final.which("pip") is not False


def test_old_packages_may_bring_any_python(predicted: Predict) -> None:
    state = predicted("FROM alpine:3.8\nRUN apk add py-pip\n").final
    assert state.which("python") is None
    assert state.which("pip") is None


def test_names_of_a_script_and_the_modules_it_imports(predicted: Predict) -> None:
    text = "import os\nimport torch.nn as nn\nfrom . import near\n\n\ndef f(model):\n    import cv2\n"
    text += "    return model.compile(mode=1)\n"
    build = predicted('FROM python:3.12-slim\nCOPY a.py /\nCMD ["python", "/a.py"]\n', {"a.py": text}).build
    entry = build.stages[-1].entry
    assert entry is not None
    assert entry.modules() == frozenset({"torch", "cv2", ""})
    assert (entry.words() or frozenset()) >= {"model", "compile", "mode", "torch", "nn", "cv2"}
    broken = predicted('FROM python:3.12-slim\nCOPY a.py /\nCMD ["python", "/a.py"]\n', {"a.py": "def"}).build
    assert broken.stages[-1].entry is not None
    assert broken.stages[-1].entry.words() is None

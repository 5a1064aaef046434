"""Which pip surely runs an install: on a distribution's Python too the newest for it, where something brought that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.context import Context
from torchlint.model.build import predict
from torchlint.project import read
from torchlint.world import World

if TYPE_CHECKING:
    from pathlib import Path

APT = "RUN apt-get update && apt-get install -y python3-dev python3-setuptools python3-wheel curl"
JAMMY = f"FROM ubuntu:22.04\n{APT} python3-pip\n"
FOCAL = f"FROM ubuntu:20.04\n{APT} python3-pip\n"
BARE = f"FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\n{APT}\n"
SCRIPT = "https://bootstrap.pypa.io/get-pip.py"
DEADSNAKES = JAMMY + "RUN add-apt-repository -y ppa:deadsnakes/ppa && apt-get install -y python3.11\n"


def asked(folder: Path, text: str, *, copied: bool = False) -> tuple[Context, str | None, bool | None]:
    """What is known of the last install: from 24.1 on the pip that runs it, and whether it builds apart."""
    (folder / "Dockerfile").write_text(text)
    if copied:
        (folder / "get-pip.py").write_text("print()\n")
    project, world = read([str(folder)]), World()
    on = Context(project, world, predict(project.dockerfiles[0], project, world))
    assert on.build is not None
    install = on.build.installs()[-1]
    found = on.pip_from(install, "24.1")
    return on, found and found[0], on.isolated(install)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (JAMMY + "RUN pip3 install --upgrade pip\nRUN pip3 install a", True),
        (JAMMY + "RUN pip3 install -U pip setuptools wheel\nRUN pip3 install a", True),
        (JAMMY + "RUN python3 -m pip install --upgrade pip && python3 -m pip install a", True),
        (DEADSNAKES + "RUN python3.11 -m pip install -U pip\nRUN python3.11 -m pip install a", True),
        (BARE + f"RUN curl -O {SCRIPT} && python3 get-pip.py && rm get-pip.py\nRUN pip install a", True),
        (BARE + f"RUN curl -sS {SCRIPT} | python3\nRUN pip install a", True),
        # The last pip for Python 3.8 runs setup.py where it finds setuptools and wheel, as it did.
        (FOCAL + "RUN pip3 install --upgrade pip\nRUN pip3 install a", None),
    ],
)
def test_the_python_of_a_distribution_gets_the_newest_pip_there_is_for_it(
    tmp_path: Path, text: str, apart: bool | None
) -> None:
    _, pip, isolated = asked(tmp_path, text + "\n")
    assert (pip, isolated) == ("pip 24.1 or newer", apart)


def test_the_script_for_an_old_python_brings_the_last_pip_for_that_one(tmp_path: Path) -> None:
    old = SCRIPT.replace("get-pip", "pip/3.8/get-pip")
    line = f"RUN curl -O {old} && python3 get-pip.py\nRUN pip install a\n"
    assert asked(tmp_path, BARE.replace("22.04", "20.04") + line)[1:] == ("pip 24.1 or newer", None)
    older = line.replace("3.8/", "3.7/")
    assert asked(tmp_path, BARE + older)[1:] == (None, None)


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        (JAMMY + "RUN pip3 install a", False),
        (JAMMY + "RUN pip3 install pip\nRUN pip3 install a", False),
        (JAMMY + "RUN pip3 install --upgrade 'pip<24'\nRUN pip3 install a", False),
        (
            JAMMY + "RUN pip3 install -U pip\nARG X\nRUN [ -z $X ] || pip install -U pip==20\nRUN pip install a",
            False,
        ),
        (f"FROM ubuntu:18.04\n{APT} python3-pip\nRUN pip3 install -U pip\nRUN pip3 install a", False),
        (
            f"FROM ubuntu:24.04\n{APT} python3-pip\nENV PIP_BREAK_SYSTEM_PACKAGES=1\n" + "RUN pip install -U pip\n" * 2,
            False,
        ),
        (BARE + f"RUN curl -O {SCRIPT} && python3 get-pip.py pip==20.3\nRUN pip install a", False),
        (BARE + f"ARG PIP\nRUN curl -O {SCRIPT} && python3 get-pip.py pip$PIP\nRUN pip install a", False),
        (BARE + "RUN curl -O https://example.com/20.3/get-pip.py && python3 get-pip.py\nRUN pip install a", False),
        (BARE + "COPY get-pip.py .\nRUN python3 get-pip.py\nRUN pip install a", True),
    ],
)
def test_a_pip_that_may_be_older_is_not_taken_for_a_newer_one(tmp_path: Path, text: str, copied: bool) -> None:
    _, pip, isolated = asked(tmp_path, text + "\n", copied=copied)
    assert (pip, isolated) == (None, None)


@pytest.mark.parametrize(
    ("text", "pip"),
    [
        (f"FROM ubuntu:18.04\n{APT} python3-pip\nRUN pip3 install a", "9.0.1"),
        (JAMMY + "RUN pip3 install a", "22.0.2"),
        (JAMMY + "RUN pip3 install -U pip\nRUN pip3 install a", None),
        (BARE + f"RUN curl -O {SCRIPT} && python3 get-pip.py\nRUN pip install a", None),
        ("FROM python:3.10\nRUN pip install a", None),
    ],
)
def test_the_pip_of_a_release_runs_until_another_comes(tmp_path: Path, text: str, pip: str | None) -> None:
    on, _, _ = asked(tmp_path, text + "\n")
    assert on.build is not None
    assert on.pip_of_system(on.build.installs()[-1]) == pip


@pytest.mark.parametrize(
    ("packages", "known"),
    [
        ("python3-dev python3-venv python3-pip", False),
        ("python3-distutils python3-tk python3-full python3-pip", False),
        ("python3-numpy python3-pip", None),
        ("python3-pip python3-yaml", None),
    ],
)
def test_packages_of_python_itself_bring_no_distribution(tmp_path: Path, packages: str, known: bool | None) -> None:
    on, _, _ = asked(tmp_path, f"FROM ubuntu:22.04\nRUN apt-get install -y {packages}\nRUN pip3 install a\n")
    assert on.build is not None
    assert on.build.installs()[-1].has("numpy") is known


def test_setuptools_of_a_distribution_is_there(tmp_path: Path) -> None:
    on, _, _ = asked(tmp_path, JAMMY + "RUN pip3 install a\n")
    assert on.build is not None
    install = on.build.installs()[-1]
    assert (install.has("setuptools"), install.has("wheel"), install.has("numpy")) == (True, True, False)

"""Packages of distributions: which Python and pip they bring, and what they leave unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from tests.model.asking import Predict

PLAIN = [
    # base, packages, what python, python3, pip and pip3 start then
    ("debian:12", "python3", ABSENT, "python of /usr", ABSENT, ABSENT),
    ("debian:12", "python3 python3-pip", ABSENT, "python of /usr", "pip of /usr", "pip of /usr"),
    ("ubuntu:18.04", "python3-pip", ABSENT, "python of /usr", ABSENT, "pip of /usr"),
    ("ubuntu:22.04", "python3 python-is-python3", "python of /usr", "python of /usr", ABSENT, ABSENT),
    ("ubuntu:22.04", "git curl libgl1", ABSENT, ABSENT, ABSENT, ABSENT),
]


@pytest.mark.parametrize(("base", "packages", "python", "python3", "pip", "pip3"), PLAIN)
def test_apt_brings_python_and_pip(
    predicted: Predict, base: str, packages: str, python: str, python3: str, pip: str, pip3: str
) -> None:
    prediction = predicted(
        f"FROM {base}\nRUN apt-get update && apt-get install -y --no-install-recommends {packages}\n"
    )
    found = [prediction.starts(word) for word in ("python", "python3", "pip", "pip3")]
    if packages.startswith("git"):
        assert found[2:] == [ABSENT, ABSENT]
    else:
        assert found == [python, python3, pip, pip3]


@pytest.mark.parametrize(
    ("base", "minor", "managed"),
    [
        ("debian:11", "3.9", False),
        ("debian:12", "3.11", True),
        ("ubuntu:22.04", "3.10", False),
        ("ubuntu:24.04", "3.12", True),
    ],
)
def test_the_distribution_decides_version_and_marking(predicted: Predict, base: str, minor: str, managed: bool) -> None:
    environment = predicted(f"FROM {base}\nRUN apt-get install -y python3\n").environment("/usr")
    assert (environment.python.value, environment.managed) == (minor, managed)


def test_another_minor_lies_beside_the_distribution_s_own(predicted: Predict) -> None:
    prediction = predicted("FROM ubuntu:22.04\nRUN apt-get install -y python3 python3.11\n")
    assert (prediction.python("python3"), prediction.python("python3.11")) == ("3.10", "3.11")
    assert prediction.environment("/usr@3.11").managed is None


@pytest.mark.parametrize("base", ["ubuntu:22.04", "ubuntu:24.04", "nvidia/cuda:12.6.3-base-ubuntu22.04"])
@pytest.mark.parametrize("package", ["python3.9-venv", "python3.11-venv", "python3.13-venv", "python3.11-dev"])
def test_what_a_minor_s_venv_and_headers_depend_on_comes_with_them(predicted: Predict, base: str, package: str) -> None:
    minor = package.removeprefix("python").partition("-")[0]
    prediction = predicted(
        f"FROM {base}\nRUN add-apt-repository ppa:deadsnakes/ppa && apt-get update && apt-get install -y {package}\n"
        f"RUN python{minor} -m venv /venv\nENV PATH=/venv/bin:$PATH\n"
    )
    assert (prediction.python(f"python{minor}"), prediction.starts("pip")) == (minor, "pip of /venv")
    assert prediction.environment("/venv").complete


def test_headers_of_a_minor_bring_no_pip_and_not_surely_the_release_s_python(predicted: Predict) -> None:
    prediction = predicted("FROM ubuntu:24.04\nRUN apt-get install -y --no-install-recommends python3.11-dev\n")
    assert [prediction.starts(word) for word in ("python", "python3", "pip")] == [ABSENT, UNKNOWN, ABSENT]


def test_the_release_s_own_minor_is_its_python3(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nRUN apt-get install -y --no-install-recommends python3.11-venv\n")
    assert [prediction.starts(word) for word in ("python3", "python3.11")] == ["python of /usr"] * 2


def test_apt_on_an_unknown_base_tells_no_version(predicted: Predict) -> None:
    prediction = predicted("FROM registry.corp/base AS b\nRUN apt-get install -y python3\n")
    assert prediction.python("python3") is None


def test_a_python_image_keeps_its_own_python_first(predicted: Predict) -> None:
    prediction = predicted("FROM python:3.9\nRUN apt-get install -y python3-pip\n")
    assert prediction.starts("python3") == "python of /usr/local"
    assert prediction.starts("pip3") == "pip of /usr/local"


@pytest.mark.parametrize(
    "line",
    [
        "apk add python3 py3-pip",
        "dnf install -y python3",
        "apt-get install -y ./tool.deb",
        "dpkg -i tool.deb",
        "dpkg -i python3-tool_1.0_all.deb",
        "dpkg -i *.deb",
        "dpkg -i $PACKAGES",
        "apt-get install -y $PACKAGES",
        "xargs apt-get install -y < packages.txt",
        "apt-get install -y python3-somethingnew",
        "apt-get install -y libgtk-3-dev",
    ],
)
def test_what_nobody_listed_may_bring_a_python(predicted: Predict, line: str) -> None:
    assert predicted(f"FROM debian:12\nARG PACKAGES\nRUN {line}\n").starts("python3") == UNKNOWN


def test_a_package_called_like_a_tool_may_bring_it(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nRUN apt-get install -y gunicorn\n")
    assert prediction.starts("gunicorn") == UNKNOWN
    assert prediction.starts("uvicorn") == ABSENT


@pytest.mark.parametrize("package", ["pipx", "virtualenv", "python3-virtualenv"])
def test_tools_of_python_come_from_packages_too(predicted: Predict, package: str) -> None:
    prediction = predicted(f"FROM nvidia/cuda:12.1.1-base-ubuntu22.04\nRUN apt-get install -y {package}\n")
    assert prediction.there(f"/usr/bin/{package.removeprefix('python3-')}") == "file"


def test_packages_of_python_make_its_packages_unknown(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nRUN apt-get install -y python3 python3-numpy\n")
    assert prediction.environment("/usr").complete is False


ORPHANS = "apt-get purge -y --auto-remove software-properties-common"


@pytest.mark.parametrize("line", ["apt-get purge -y python3", "apt-get remove -y python3.11", ORPHANS])
def test_what_is_removed_is_no_longer_known(predicted: Predict, line: str) -> None:
    packages = "software-properties-common" if line == ORPHANS else "python3"
    prediction = predicted(f"FROM debian:12\nRUN apt-get install -y {packages} && {line}\n")
    assert prediction.starts("python3") == UNKNOWN


def test_what_a_package_that_stays_needs_is_no_orphan(predicted: Predict) -> None:
    text = "FROM debian:12\nRUN apt-get install -y software-properties-common && apt-get autoremove -y\n"
    assert predicted(text).starts("python3") == "python of /usr"


OLD = "FROM ubuntu:16.04\nRUN apt-get update && apt-get install -y python3"


@pytest.mark.parametrize(
    ("packages", "starts", "python"),
    [
        ("git build-essential python3-pip", ABSENT, None),
        ("python-dev", "python of /usr@2.7", "2.7"),
        ("python", "python of /usr@2.7", "2.7"),
        ("python-opengl python-pip", "python of /usr@2.7", "2.7"),
        ("libboost-all-dev", UNKNOWN, None),
        ("python-numpy-doc", UNKNOWN, None),
    ],
)
def test_old_releases_have_python_2_beside_it(
    predicted: Predict, packages: str, starts: str, python: str | None
) -> None:
    prediction = predicted(f"{OLD} {packages}\n")
    assert prediction.starts("python") == starts
    assert starts == UNKNOWN or prediction.python() == python
    assert prediction.python("python3") == "3.5"


def test_newer_releases_have_none(predicted: Predict) -> None:
    assert predicted("FROM ubuntu:22.04\nRUN apt-get install -y libboost-all-dev\n").starts("python") == ABSENT


@pytest.mark.parametrize(("packages", "shown"), [("git", "3.5"), ("python-dev", "2.7"), ("libboost-all-dev", None)])
def test_python_is_not_told_of_python3_where_it_may_be_2(predicted: Predict, packages: str, shown: str | None) -> None:
    from torchlint.model.outlook import outlook
    from torchlint.world import World

    assert outlook(predicted(f"{OLD} {packages}\n").build, World()).final.stage.python == shown


def test_a_removal_of_something_else_keeps_what_was_asked_for(predicted: Predict) -> None:
    text = "FROM debian:12\nRUN apt-get install -y python3 curl && apt-get purge -y --auto-remove curl\n"
    assert predicted(text).starts("python3") == "python of /usr"


def test_apt_does_not_write_to_usr_local(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nRUN apt-get install -y python3 something-unheard-of\n")
    assert prediction.starts("python3") == "python of /usr"


def test_lists_are_there_after_update_and_gone_with_their_folder(predicted: Predict) -> None:
    lists = "/var/lib/apt/lists/downloaded"
    assert predicted("FROM debian:12\nRUN apt-get update\n").there(lists) == "file"
    text = "FROM debian:12\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\n"
    assert predicted(text).there(lists) == ABSENT


def test_packages_of_a_distribution_write_no_settings_of_pip(predicted: Predict) -> None:
    text = "FROM debian:12\nRUN apt-get install -y python3-pip something-unheard-of && pip3 install a\n"
    assert predicted(text).install.indexes == ()

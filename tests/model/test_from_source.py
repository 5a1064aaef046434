"""What an install surely builds from source, as no wheel of it is for its Python, and when nobody can say that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.context import Context
from torchlint.project import read
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict
    from torchlint.model.from_source import FromSource

PLAIN = "FROM python:3.12-slim\n"


def sources(predicted: Predict, text: str) -> tuple[FromSource, ...]:
    """Those of the only install."""
    asked = predicted(text)
    return Context(read([]), World(), asked.build).from_source(asked.install)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("numpy==1.24.3", ["numpy 1.24.3 (for 3.8 to 3.11)"]),
        ("numpy==1.24", ["numpy 1.24.0 (for 3.8 to 3.11)"]),
        ("'numpy<1.26'", ["numpy 1.25.2 (for 3.9 to 3.11)"]),
        ("'numpy~=1.24.0'", ["numpy 1.24.4 (for 3.8 to 3.11)"]),
        ("'numpy>=1.20,!=1.25.2,<1.26'", ["numpy 1.25.1 (for 3.9 to 3.11)"]),
        ("'numpy==1.24.*'", ["numpy 1.24.4 (for 3.8 to 3.11)"]),
        ("numpy==1.24.3 aiohttp==3.8.5", ["numpy 1.24.3 (for 3.8 to 3.11)", "aiohttp 3.8.5 (for 3.6 to 3.11)"]),
        # The source of these is not for this Python: pip finds nothing at all.
        ("numpy==1.21.6", []),
        ("numpy==1.26.4", []),
        ("'numpy<2'", []),
        ("'numpy>=1.20'", []),
        ("numpy", []),
        ("numpy==1.24.3rc1", []),
        ("numpy==99.1", []),
        ("our-models-of-example==1.0", []),
        ("'numpy==1.24.3; python_version < \"3.12\"'", []),
        ("'numpy==1.24.3; extra == \"old\"'", []),
        ("--only-binary :all: numpy==1.24.3", []),
        ("--find-links /wheels numpy==1.24.3", []),
        ("--index-url https://packages.example.com/simple numpy==1.24.3", []),
        ("--extra-index-url https://packages.example.com/simple numpy==1.24.3", []),
        ("torch==1.13.1 numpy==1.24.3", []),
    ],
)
def test_what_no_admitted_release_has_a_wheel_for_is_built(predicted: Predict, words: str, said: list[str]) -> None:
    assert [str(one) for one in sources(predicted, f"{PLAIN}RUN pip install {words}\n")] == said


@pytest.mark.parametrize(
    "text",
    [
        "FROM python:3.12-alpine\nRUN pip install numpy==1.24.3\n",
        "FROM --platform=linux/arm64 python:3.12\nRUN pip install numpy==1.24.3\n",
        "FROM team/base:1\nRUN pip install numpy==1.24.3\n",
        f"{PLAIN}ENV PIP_FIND_LINKS=/wheels\nRUN pip install numpy==1.24.3\n",
        f"{PLAIN}RUN PIP_ONLY_BINARY=:all: pip install numpy==1.24.3\n",
    ],
)
def test_elsewhere_nobody_can_say_it(predicted: Predict, text: str) -> None:
    assert sources(predicted, text) == ()


def test_what_is_there_already_is_not_built(predicted: Predict) -> None:
    asked = predicted("FROM python:3.12\nRUN pip install numpy==1.26.4\nRUN pip install 'numpy<1.26'\n")
    assert Context(read([]), World(), asked.build).from_source(asked.installs[-1]) == ()


@pytest.mark.parametrize(
    ("words", "fails"),
    [
        ("pandas==1.5.3", True),
        ("--no-build-isolation pandas==1.5.3", False),
        ("--build-constraint /held.txt pandas==1.5.3", False),
        # The setuptools that numpy asks for is an old one: no constraint makes it another.
        ("--build-constraint /held.txt numpy==1.24.3", True),
    ],
)
def test_a_source_fails_unless_its_tools_may_be_others(predicted: Predict, words: str, fails: bool) -> None:
    found = sources(predicted, f"{PLAIN}RUN pip install {words}\n")
    assert [one.fails is not None for one in found] == [fails]


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("numpy==1.24.3", "ask for numpy 1.26.0 or newer, or begin from Python 3.11"),
        ("numpy==1.24.3 aiohttp==3.8.5", "ask for numpy 1.26.0 and aiohttp 3.9.0 or newer, or begin from Python 3.11"),
    ],
)
def test_newer_releases_and_the_nearest_python_are_the_remedy(predicted: Predict, words: str, advice: str) -> None:
    first, *others = sources(predicted, f"{PLAIN}RUN pip install {words}\n")
    assert first.advice(others, "3.12") == advice

"""A join knows what all its ways agree on, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\n"


def branches(*bodies: str) -> str:
    """A RUN that takes one of these ways."""
    return "RUN case $1 in " + " ".join(f"{number}) {body};;" for number, body in enumerate(bodies)) + " *) true;; esac"


def all_of(*bodies: str) -> str:
    """A RUN that takes one of these ways and no other."""
    return (
        f"RUN if t; then {bodies[0]}; "
        + " ".join(f"elif t; then {one};" for one in bodies[1:-1])
        + f" else {bodies[-1]}; fi"
    )


def test_a_package_that_every_way_installs_alike_is_there(predicted: Predict) -> None:
    prediction = predicted(f"{SLIM}{all_of('touch /a', 'touch /a && touch /b')}\n")
    assert [prediction.there(path) for path in ("/a", "/b", "/c")] == ["file", UNKNOWN, UNKNOWN]


@pytest.mark.parametrize("ways", [2, 4])
def test_absence_survives_up_to_four_ways(predicted: Predict, ways: int) -> None:
    bodies = [f"touch /w{number}" for number in range(ways - 1)]
    assert predicted(f"{SLIM}{branches(*bodies)}\n").there("/other") == ABSENT


def test_beyond_four_ways_absence_is_unknown(predicted: Predict) -> None:
    assert predicted(f"{SLIM}{branches(*(f'touch /w{number}' for number in range(6)))}\n").there("/other") == UNKNOWN


@pytest.mark.parametrize("ways", [2, 6])
def test_what_was_there_before_stays_whatever_way_is_taken(predicted: Predict, ways: int) -> None:
    bodies = [f"touch /w{number}" for number in range(ways)]
    assert predicted(f"{SLIM}{branches(*bodies)}\n").starts("python") == "python of /usr/local"


def test_what_one_way_removes_may_be_gone(predicted: Predict) -> None:
    assert predicted(f"{SLIM}{branches('rm /usr/local/bin/python')}\n").starts("python") == UNKNOWN


@pytest.mark.parametrize(
    ("bodies", "python"),
    [
        (("python -m venv /v", "python -m venv /v"), "3.11"),
        (("/usr/bin/python3.9 -m venv /v", "python -m venv /v"), None),
        (("virtualenv /v", "python -m venv /v"), None),
    ],
)
def test_an_environment_of_every_way_has_the_python_they_agree_on(
    predicted: Predict, bodies: tuple[str, ...], python: str | None
) -> None:
    assert predicted(f"{SLIM}{all_of(*bodies)}\n").environment("/v").python.value == python


def test_an_environment_of_one_way_is_nothing_to_rely_on(predicted: Predict) -> None:
    prediction = predicted(f"{SLIM}{branches('python -m venv /v && /v/bin/pip install torch')}\n")
    assert prediction.there("/v/bin/python") == UNKNOWN
    assert prediction.environment("/v").packages == {}
    assert prediction.environment("/v").complete is False


def test_packages_that_differ_are_unknown(predicted: Predict) -> None:
    prediction = predicted(f"{SLIM}{all_of('pip install torch==2.4.1', 'pip install torch==2.5.1')}\n")
    assert prediction.environment("/usr/local").has("torch") is None


def test_packages_of_the_distribution_are_those_of_every_way(predicted: Predict) -> None:
    prediction = predicted(f"{SLIM}{all_of('apt-get install -y git curl', 'apt-get install -y git')}\n")
    assert set(prediction.final.packages) == {"git"}
    assert prediction.final.packages_complete is False


def test_a_marking_that_one_way_removes_is_unknown(predicted: Predict) -> None:
    text = (
        "FROM debian:12\nRUN apt-get install -y python3\nRUN if t; then rm /usr/lib/python3.11/EXTERNALLY-MANAGED; fi\n"
    )
    assert predicted(text).environment("/usr").managed is None

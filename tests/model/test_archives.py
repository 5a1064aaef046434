"""Which archives apt asks: known only while nothing may have added one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict


@pytest.mark.parametrize(
    ("lines", "added"),
    [
        ("", 0),
        ("RUN apt-get update && apt-get install -y curl ca-certificates\n", 0),
        ("RUN add-apt-repository -y ppa:deadsnakes/ppa\n", 1),
        ("RUN ./add-archives\n", None),
        ("RUN echo 'deb x' > /etc/apt/sources.list.d/x.list\n", None),
        ("RUN sed -i s/jammy/noble/ /etc/apt/sources.list\n", None),
        ("RUN dpkg -i /tmp/archive.deb\n", None),
        ("RUN curl -O https://example.com/archive.deb\n", None),
        ("COPY x.list /etc/apt/sources.list.d/\n", None),
        ("ARG X\nRUN touch $X\n", None),
        ("ARG X\nRUN echo $X && [ -n $X ]\n", 0),
        ("ARG X\nRUN echo $X > $X\n", None),
        ("ARG X\nRUN [ -z $X ] || echo x > /etc/apt/sources.list.d/x.list\n", 0),
        ("ARG X=1\nRUN [ -z $X ] || echo x > /etc/apt/sources.list.d/x.list\n", None),
        ("ARG X\nRUN if [ ! -z $X ]; then echo x > /etc/apt/x; else add-apt-repository -y ppa:y/z; fi\n", 1),
    ],
)
def test_what_was_added_before(predicted: Predict, lines: str, added: int | None) -> None:
    prediction = predicted(f"FROM ubuntu:22.04\n{lines}RUN apt-get install -y git\n", {"x.list": ""})
    found = prediction.build.archives_before(prediction.commands[-1])
    assert (None if found is None else len(found)) == added


@pytest.mark.parametrize(
    ("base", "known"),
    [("debian:12", True), ("python:3.12-slim-bookworm", True), ("ubuntu", True), ("registry.example.com/x", False)],
)
def test_of_which_images_the_archives_are_known(predicted: Predict, base: str, known: bool) -> None:
    prediction = predicted(f"FROM {base}\nRUN apt-get install -y git\n")
    assert (prediction.build.archives_before(prediction.commands[-1]) == ()) is known


def test_what_comes_later_does_not_count(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nRUN apt-get install -y git && ./later\nRUN ./later\n")
    assert prediction.build.archives_before(prediction.commands[0]) == ()


def test_a_stage_below_counts(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12 AS a\nRUN ./add-archives\nFROM a\nRUN apt-get install -y git\n")
    assert prediction.build.archives_before(prediction.commands[0]) is None


def test_another_release_may_be_chosen(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nRUN apt-get install -y -t testing git\n")
    assert prediction.build.archives_before(prediction.commands[0]) is None

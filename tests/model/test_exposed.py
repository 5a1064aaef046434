"""Which ports an EXPOSE names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict


@pytest.mark.parametrize(
    ("text", "ports"),
    [
        ("EXPOSE 8080", ["8080"]),
        ("EXPOSE 80/tcp 53/udp 8000-8002", ["80", "53", "8000-8002"]),
        ("ARG PORT=9000\nEXPOSE $PORT/tcp", ["9000"]),
        ("ARG PORT\nEXPOSE ${PORT}", [None]),
        ("ENV PORT=1\nEXPOSE $PORT $OTHER", ["1", ""]),
    ],
)
def test_ports_are_named(text: str, ports: list[str | None], predicted: Predict) -> None:
    step = predicted(f"FROM python:3.11-slim\n{text}\n").step("EXPOSE")
    assert [one.value for one in step.exposed] == ports


def test_other_instructions_expose_nothing(predicted: Predict) -> None:
    assert predicted("FROM python:3.11-slim\nVOLUME 8080\n").step("VOLUME").exposed == ()

"""Which names an ARG or ENV declares and sets, with a value or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict


@pytest.mark.parametrize(
    ("line", "sets", "arguments"),
    [
        ("ARG TOKEN", ("TOKEN",), ["TOKEN"]),
        ("ARG A=1 B", ("A", "B"), ["A=1", "B"]),
        ("ENV A=1 B=$A", ("A", "B"), []),
        ("ENV A 1 2", ("A",), []),
        ("LABEL a=1", (), []),
        ("RUN A=1 true", (), []),
    ],
)
def test_names(predicted: Predict, line: str, sets: tuple[str, ...], arguments: list[str]) -> None:
    step = predicted(f"FROM debian:12\n{line}\n").stage.steps[-1]
    assert step.sets == sets
    assert [at.source.show(at.span) for _, at in step.arguments] == arguments

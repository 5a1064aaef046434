"""What an instruction says, as rules ask it: comments that swallow lines, ports, targets, the old form of ENV."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.12-slim\n"


@pytest.mark.parametrize(
    ("lines", "comments"),
    [
        ("RUN a # b \\\n  && c", ["# b \\\n  && c"]),
        ("RUN a \\\n  # b \\\n  && c # d", []),
        ("RUN a#b \\\n '# c' \\\n && d", []),
        ("RUN a # b \\\n  # c", []),
        ("RUN <<E\na # b\nc\nE", []),
        ("CMD a # b \\\n  c", ["# b \\\n  c"]),
        ('SHELL ["pwsh", "-c"]\nRUN a # b \\\n  c', []),
        ('RUN ["a", \\\n "# b"]', []),
        ("ENV A=1 # b \\\n  c", []),
    ],
)
def test_a_comment_that_takes_in_the_lines_below(predicted: Predict, lines: str, comments: list[str]) -> None:
    step = predicted(f"{SLIM}{lines}\n").stage.steps[-1]
    assert [at.source.show(at.span) for at in step.swallowed] == comments


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("WORKDIR ~/a", "~/a"),
        ('WORKDIR "/a b"', "/a b"),
        ("COPY a b /c/", "/c/"),
        ("ADD https://example.com/a ~", "~"),
        ("USER a", None),
        ("RUN a", None),
    ],
)
def test_where_an_instruction_goes_as_written(predicted: Predict, line: str, target: str | None) -> None:
    found = predicted(f"{SLIM}{line}\n").stage.steps[-1].target_written
    assert (None if found is None else found[0]) == target


def test_ports_as_written(predicted: Predict) -> None:
    step = predicted(f"{SLIM}EXPOSE 80/tcp $PORT\n").stage.steps[-1]
    assert [(word, at.source.show(at.span)) for word, at in step.ports_written] == [("80/tcp",) * 2, ("$PORT",) * 2]


@pytest.mark.parametrize(("line", "name"), [("ENV A b c", "A"), ("ENV A=b", None), ("LABEL a b", None)])
def test_the_old_form_of_env(predicted: Predict, line: str, name: str | None) -> None:
    found = predicted(f"{SLIM}{line}\n").stage.steps[-1].without_equals
    assert (None if found is None else found.name.text) == name

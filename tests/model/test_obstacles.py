"""What keeps a program from starting though it is there, and that rules and prediction say the same of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import torchlint
from torchlint import World, catalog, page
from torchlint.findings import Outcome, Severity
from torchlint.model.outlook import outlook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.model.asking import Predict
    from torchlint.page import Example

SLIM = "FROM python:3.12-slim\n"
START = SLIM + "COPY --chmod=755 start.sh /\n{more}CMD {command}\n"


@pytest.mark.parametrize(
    ("first", "what"),
    [
        ("#!/bin/sh\r\n", "/bin/sh"),
        ("#!/bin/bash -e\r\n", "-e"),
        ("#! /usr/bin/env\tpython3\r\n", "python3"),
        ("#!/usr/local/bin/python3\r\nprint()\n", "/usr/local/bin/python3"),
        ("#!/bin/sh\nexec python app.py\r\n", None),
        ("#!/bin/sh\n", None),
        ("#!\r\n", None),
        ("", None),
    ],
)
def test_carriage_return_is_part_of_the_last_word(predicted: Predict, first: str, what: str | None) -> None:
    entry = predicted(START.format(more="", command='["/start.sh"]'), {"start.sh": first}).entry
    found = entry.obstacle("return")
    assert (None if found is None else found.what) == what


@pytest.mark.parametrize(
    ("more", "command"),
    [
        ("RUN sed -i 's/\\r$//' /start.sh\n", '["/start.sh"]'),
        ("RUN apt-get update && apt-get install -y dos2unix && dos2unix /start.sh\n", '["/start.sh"]'),
        ("", '["sh", "/start.sh"]'),
        ("", "true && /start.sh"),
    ],
)
def test_script_that_may_be_rewritten_or_is_given_to_a_shell(predicted: Predict, more: str, command: str) -> None:
    entry = predicted(START.format(more=more, command=command), {"start.sh": "#!/bin/sh\r\n"}).entry
    assert entry.obstacle() is None


@pytest.mark.parametrize("shell", ["zsh", "fish", "ksh", "tcsh"])
@pytest.mark.parametrize(
    ("base", "lacks"),
    [
        ("python:3.12-slim", True),
        ("python:3.12", True),
        ("debian:12", True),
        ("nvidia/cuda:12.4.1-runtime-ubuntu22.04", True),
        ("continuumio/miniconda3:24.1.2-0", False),
        ("registry.example.com/base:1", False),
    ],
)
def test_shells_that_have_to_be_installed(predicted: Predict, base: str, shell: str, lacks: bool) -> None:
    for path in (f"/bin/{shell}", f"/usr/bin/{shell}"):
        assert (predicted(f"FROM {base}\n").final.find(path) is False) is lacks
    installed = predicted(f"FROM {base}\nRUN apt-get update && apt-get install -y {shell}\n").final
    assert installed.find(f"/usr/bin/{shell}") is not False


@pytest.mark.parametrize(
    ("user", "missing"),
    [
        ("worker", "user worker"),
        ("worker:staff", "user worker"),
        ("nobody:team", "group team"),
        ("nobody", ""),
        ("nobody:nogroup", ""),
        ("1000:1000", ""),
        ("$WHO", ""),
        ("<user>", ""),
    ],
)
def test_account_of_the_start(predicted: Predict, user: str, missing: str) -> None:
    assert predicted(f'{SLIM}ARG WHO\nUSER {user}\nCMD ["python", "-V"]\n').final.missing_account == missing


@pytest.mark.parametrize("user", ["worker", "nobody"])
def test_obstacle_of_a_stage_below_counts(predicted: Predict, user: str) -> None:
    """Steps are those of the whole lineage, however long."""
    below = "".join(f"FROM s{number} AS s{number + 1}\n" for number in range(3000))
    text = f'{SLIM.strip()} AS s0\nRUN chmod 755 /root\n{below}WORKDIR /root\nUSER {user}\nCMD ["python", "a.py"]\n'
    found = predicted(text, {"a.py": ""}).entry.obstacle()
    assert (found.kind if found is not None else None) == ("account" if user == "worker" else None)


def failing_starts() -> list[tuple[str, Example]]:
    """The examples that a rule says cannot start."""
    found = []
    for rule in catalog.entries():
        with open(catalog.page_path(rule), encoding="utf-8") as file:
            examples = page.parse(file.read()).examples
        found += [(rule.name, one) for one in examples if any(said.outcome == "start" for said in one.report)]
    return found


@pytest.mark.parametrize(("rule", "example"), failing_starts(), ids=lambda one: one if isinstance(one, str) else one.at)
def test_no_start_is_predicted_where_a_rule_says_that_it_fails(rule: str, example: Example, tmp_path: Path) -> None:
    """Only of a word such as `[python` nobody says that it is no program, and nobody follows what a base starts."""
    for path, body in example.files:
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body)
    world = World(example.as_of)
    project = torchlint.read([str(tmp_path)])
    report = torchlint.check(project, world=world)
    for build in report.builds:
        shipped = build.stages[max(build.shipped)]
        said = [
            one
            for one in report.findings
            if one.outcome is Outcome.START and one.severity is Severity.ERROR and one.at.source is build.source
        ]
        rules = {one.rule for one in said if one.at.span.start > shipped.at.span.start}
        if rules and shipped.entry is not None:
            starts = outlook(build, world).final.entry.starts
            assert starts is (None if rules == {"malformed-exec-form"} else False), [one.message for one in said]

"""The laws of the prediction, one test each; the other tests of this folder go into their details."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN, said

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\n"


def test_1_an_unknown_program_may_create_anything_but_takes_nothing_away(predicted: Predict) -> None:
    """Presence and absence are separate facts; ENV, USER and CMD never change."""
    text = SLIM + 'ENV X=1\nUSER app\nCMD ["python"]\nRUN pip install torch\n'
    before, after = predicted(text), predicted(text + "RUN ./do-something\n")
    assert (before.there("/opt/tool"), after.there("/opt/tool")) == (ABSENT, UNKNOWN)
    assert after.starts("/usr/local/bin/python") == "python of /usr/local"
    assert set(after.environment("/usr/local").packages) == {"torch"}
    assert (before.environment("/usr/local").complete, after.environment("/usr/local").complete) == (True, False)
    assert (after.final.env, after.final.user.value) == (
        after.stage.steps[-1].before.env,
        after.stage.steps[-1].before.user.value,
    )
    assert after.final.cmd is after.stage.steps[-1].before.cmd


def test_2_mounts_overlay_one_run_and_add_nothing(predicted: Predict) -> None:
    text = (
        SLIM + "COPY a /m/own\nRUN --mount=type=bind,source=d,target=/m pip install -r /m/r.txt && touch /m/new /kept\n"
    )
    prediction = predicted(text, {"a": "", "d/r.txt": "torch\n"})
    during = prediction.named("pip").before
    assert during.find("/m/own") is False
    assert prediction.install.missing == ()
    assert [prediction.there(path) for path in ("/m/own", "/m/r.txt", "/m/new", "/kept")] == [
        "file",
        ABSENT,
        ABSENT,
        "file",
    ]


@pytest.mark.parametrize(
    ("script", "fatal"),
    [
        ("pip install a", True),
        ("pip install a; true", False),
        ("set -e; pip install a; true", True),
        ("pip install a || true", False),
        ("pip install a || exit 1; true", True),
        ("if pip install a; then true; fi", False),
        ("pip install a | cat", False),
        ("set -o pipefail; pip install a | cat", True),
        ("pip install a && true", True),
        ("pip install a &", False),
    ],
)
def test_3_a_command_knows_whether_its_failure_stops_the_build(predicted: Predict, script: str, fatal: bool) -> None:
    """What real shells do is compared in test_fatal.py."""
    assert predicted(f'{SLIM}SHELL ["/bin/bash", "-c"]\nRUN {script}\n').install.command.fatal is fatal


def test_4_an_argument_is_a_value_unless_overridden(predicted: Predict) -> None:
    text = "ARG V=3.11\nFROM python:${V}-slim\nARG A=1 B\nARG TARGETARCH\nENV C=$A D=$B E=$TARGETARCH F=$BUILDARCH\n"
    prediction = predicted(text)
    assert prediction.stage.base.argument == "V"
    assert prediction.final.args["A"].overridable
    assert [prediction.value(name) for name in "CDEF"] == ["1", None, "amd64", ""]
    assert predicted("FROM python:3.11-slim\nARG LANG\nENV X=$LANG\n").value("X") == "C.UTF-8"


def test_5_a_literal_list_is_unrolled_and_branches_join(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN for p in torch numpy; do pip install $p; done\n")
    assert set(prediction.environment("/usr/local").packages) == {"torch", "numpy"}
    joined = predicted(SLIM + "RUN if t; then pip install torch; fi\n")
    assert joined.environment("/usr/local").has("torch") is None
    assert not joined.install.stops_build


def test_6_what_a_later_layer_removes_is_gone_but_was_in_the_layer_before(predicted: Predict) -> None:
    """The snapshots of both steps stay: what a layer adds is asked of the step, not of the end."""
    prediction = predicted(SLIM + "RUN pip install torch\nRUN rm -rf /root/.cache\n")
    first, last = prediction.stage.steps
    cached = "/root/.cache/pip/http/downloaded"
    assert first.after.find(cached)
    assert last.after.find(cached) is False


def test_7_triggers_run_where_they_are_built_on_and_copies_carry_what_is_known(predicted: Predict) -> None:
    text = (
        "FROM python:3.11-slim AS base\nONBUILD RUN python -m venv /v && /v/bin/pip install torch\n"
        "FROM base AS build\nFROM python:3.11-slim\nCOPY --from=build /v /v\n"
    )
    prediction = predicted(text)
    assert list(prediction.build.stages[0].final.environments) == ["/usr/local"]
    assert set(prediction.environment("/v").packages) == {"torch"}
    assert said(prediction.final.which("/v/bin/python")) == "python of /v"
    assert prediction.environment("/v").home == "/usr/local/bin/python3.11"


@pytest.mark.parametrize(
    ("text", "target", "ships"),
    [
        ("FROM debian:12 AS a\nFROM debian:12 AS b\n", None, {1}),
        ("FROM debian:12 AS a\nFROM debian:12 AS b\n", "a", {0}),
        ('FROM debian:12 AS a\nCMD ["x"]\nFROM debian:12 AS b\n', None, {0, 1}),
        ('FROM debian:12 AS a\nCMD ["x"]\nFROM a\n', None, {1}),
        ('FROM debian:12 AS a\nCMD ["x"]\nFROM debian:12\nCOPY --from=a /x /x\n', None, {1}),
    ],
)
def test_8_a_stage_ships_if_it_is_the_last_named_or_stands_for_itself(
    predicted: Predict, text: str, target: str | None, ships: set[int]
) -> None:
    assert predicted(text, target_stage=target).build.shipped == ships

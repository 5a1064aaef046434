"""Variables that instructions mention though nothing has set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict, Predicted

SLIM = "FROM python:3.12-slim\n"


def unset(prediction: Predicted) -> list[str]:
    return [use.name for step in prediction.stage.steps for use in prediction.build.variables.unset(step)]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("ENV X=$A Y=${B}", ["A", "B"]),
        ("ENV X=${A:-1} Y=${B-$C} Z=${D:+1}", ["C"]),
        ("ENV X='$A' Y=\\$B Z=$1$", []),
        ("ARG A=1 B=$A C=$D", ["D"]),
        ("ARG A\nENV X=$A", []),
        ("WORKDIR $A\nUSER $B\nEXPOSE $C\nVOLUME $D\nCOPY $E $F", ["A", "B", "C", "D", "E", "F"]),
        ("LABEL x=$A", []),
        ("ENV X=$HTTP_PROXY Y=$PYTHON_PIP_VERSION", []),
        ("ENV X=$\xc5", []),
        ("RUN echo $A", ["A"]),
        ("RUN A=1; echo $A ${B:-1} '$C'", []),
        ("RUN for a in b; do echo $a $B; done", ["B"]),
        ("RUN read -r A < f; echo $A", []),
        ("RUN . ./env && echo $A", []),
        ("RUN <<EOF\necho $A\nEOF", ["A"]),
        ("COPY <<EOF /x\n'$A' ${B:-1}\nEOF", ["A"]),
        ("COPY <<'EOF' /x\n$A\nEOF", []),
        ("CMD echo $A\nENTRYPOINT echo $B", []),
    ],
)
def test_what_nothing_has_set(predicted: Predict, lines: str, names: list[str]) -> None:
    assert unset(predicted(f"{SLIM}{lines}\n")) == names


@pytest.mark.parametrize(
    ("base", "names"),
    [
        ("nvidia/cuda:12.6.3-base-ubuntu24.04", ["A"]),
        ("pytorch/pytorch:2.6.0-cuda12.6-cudnn9-runtime", ["A"]),
        ("centos:7", ["A"]),
        ("nvcr.io/nvidia/pytorch:24.10-py3", []),
        ("corp/base:1", []),
    ],
)
def test_only_where_the_base_is_known(predicted: Predict, base: str, names: list[str]) -> None:
    assert unset(predicted(f"FROM {base}\nENV X=$A Y=$NCCL_VERSION\n"))[: len(names) or 9] == names


@pytest.mark.parametrize(
    ("line", "stale"),
    [
        ("ENV A=1 B=$A", [("A", True)]),
        ("ENV A=0\nENV A=1 B=$A C=$A", [("A", False)]),
        ("ENV A=1\nENV A=1 B=$A", []),
        ("ENV B=$A A=1", []),
        ("ENV PATH=/x:$PATH B=$PATH", []),
        ("ARG A\nENV A=1 B=$A", []),
    ],
)
def test_an_env_that_reads_what_it_sets(predicted: Predict, line: str, stale: list[tuple[str, bool]]) -> None:
    prediction = predicted(f"{SLIM}{line}\n")
    found = prediction.build.variables.stale(prediction.step("ENV"))
    assert [(one.name, one.unset) for one in found] == stale


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('ENV A="$(x y)/z"', '$(x y)/z"'),
        ("ENV A=a`b`", "`b`"),
        ("ENV A='$(x)'", None),
        ("ENV A=\\$(x) B=\\`c\\`", None),
        ("ENV A=`", None),
        ("WORKDIR /a/$(b)", "$(b)"),
        ("RUN echo $(b)", None),
    ],
)
def test_where_a_command_stands_that_no_shell_reads(predicted: Predict, line: str, text: str | None) -> None:
    prediction = predicted(f"{SLIM}{line}\n")
    found = prediction.build.variables.substitutions(prediction.stage.steps[-1])
    assert [at.source.show(at.span) for at in found] == ([] if text is None else [text])


MOUNT = "RUN --mount=type=secret,id=${PULL}/config cat /run/secrets/$PULL/config"


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (MOUNT, True),
        (f"{MOUNT}\nRUN echo $PULLED ${{PULL_REQUEST}} $PUL", True),
        ("RUN --mount=type=secret,id=$PULL,target=/run/secrets/${PULL} true", True),
        ("RUN test -f /run/secrets/${PULL}", True),
        ("RUN true", False),
        (f"{MOUNT} $PULL", False),
        (f"{MOUNT}\nENV KEPT=${{PULL}}", False),
        (f"{MOUNT}\nRUN echo ${{PULL:-none}} ${{#PULL}}", False),
        (f"{MOUNT}\nRUN <<EOF\necho $PULL\nEOF", False),
        ("RUN --mount=type=cache,id=$PULL,target=/c true", False),
        ("RUN --mount=type=secret,id=pull cat /secrets/$PULL", False),
    ],
)
def test_a_variable_names_a_secret_if_it_says_nothing_else(predicted: Predict, below: str, names: bool) -> None:
    prediction = predicted(f"{SLIM}ARG PULL=team\n{below}\n")
    assert prediction.build.variables.names_secret("PULL", prediction.stage.steps[1:]) is names

"""Which way a build takes, against real shells: where the model says that a condition ends, the shell ends it so."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict, Predicted

VALUES = {"ONE": "1", "EMPTY": "", "WORDS": "two words", "STAR": "a*", "CUDA": "12.4.1", "NUMBER": "-07"}

OF_BOTH = (
    '[ "$ONE" = "1" ]',
    '[ "$ONE" = 1 -a "$EMPTY" = "" ]',
    '[ "$ONE" = 2 -o -n "$CUDA" ]',
    '[ "$ONE" = 2 -o "$ONE" = 3 ]',
    '[ "$ONE" != "1" ]',
    "[ $ONE -eq 1 ]",
    "[ $ONE -ge 2 ]",
    "[ $NUMBER -lt 1 ]",
    "[ $NUMBER -ne -7 ]",
    '[ -z "$EMPTY" ]',
    "[ -z $EMPTY ]",
    "[ -n $EMPTY ]",
    "[ ! -z $EMPTY ]",
    '[ ! -z "$EMPTY" ]',
    '[ ! -n "$ONE" ]',
    '[ "$EMPTY" ]',
    "[ $EMPTY ]",
    "[ x$ONE = x1 ]",
    '[ "${EMPTY:-1}" = "$ONE" ]',
    '[ "${CUDA%%.*}" = 12 ]',
    '[ "${CUDA%.*}" = 12 ]',
    'test "$WORDS" = "two words"',
    "test ! $ONE = 1",
    "! test $ONE = 2",
    "{ [ $ONE = 1 ] && [ -z $EMPTY ]; }",
    "[ $ONE = 2 ] || [ $ONE = 1 ]",
    "[ $ONE = 2 ] || [ $ONE = 3 ]",
)
OF_BASH = (
    '[[ "$ONE" == "1" ]]',
    "[[ $EMPTY == '' ]]",
    "[[ $WORDS = 'two words' ]]",
    "[[ $CUDA == 12.* ]]",
    "[[ $CUDA == 1[0-1].* ]]",
    "[[ $CUDA == 1[^0-1].? ]]",
    "[[ $CUDA == '12.*' ]]",
    "[[ $STAR == 'a*' ]]",
    '[[ ab == "$STAR" ]]',
    "[[ -z $EMPTY && $ONE == 1 ]]",
    "[[ -n $EMPTY || $ONE == 2 ]]",
    "[[ ! $ONE == 2 ]]",
    "[[ $EMPTY ]]",
    "[[ $ONE -eq 1 ]]",
)
CASES = (
    "case $CUDA in 11.*) exit 1;; 12.*) exit 0;; *) exit 1;; esac",
    'case "$CUDA" in 11.*|12.4*) true;; *) false;; esac',
    "case ${ONE}x in 1) true;; ?x) false;; esac",
    "case $EMPTY in '') true;; *) false;; esac",
    'case "$STAR" in "a*") true;; *) false;; esac',
    "case $ONE in [!0-9]*) false;; *) true;; esac",
)
UNKNOWN = (
    "[ -f /etc/os-release ]",
    '[ "$(uname -m)" = x86_64 ]',
    "[ $1 = 1 ]",
    "[ $# = 1 ]",
    "grep -q x /etc/os-release",
    "[ $STAR = a ]",
    '[ "$HOSTNAME" = a ]',
    "[ $ONE = 1 ] && grep -q x /y",
    "true",
)


def told(prediction: Predicted) -> dict[str, bool]:
    """Of the commands `t NAME`, whether a build gets to them."""
    return {one.values[0] or "": one.dead is None for one in prediction.commands if one.name == "t"}


def head(shell: str, keyword: str) -> str:
    """A Dockerfile with the values, up to the first RUN."""
    shell_line = 'SHELL ["/bin/bash", "-c"]\n' if shell == "bash" else ""
    return "FROM debian:12\n" + shell_line + "".join(f'{keyword} {name}="{text}"\n' for name, text in VALUES.items())


def ran(shell: str, script: str) -> set[str]:
    """Which commands `t NAME` the shell comes to."""
    script = f't() {{ echo "$1"; }}\n{script}'
    done = subprocess.run([shell, "-c", script], env=VALUES, capture_output=True, text=True, timeout=60)
    return set(done.stdout.split())


BOTH = [
    pytest.param(shell, one, id=f"{shell}-{one}", marks=pytest.mark.skipif(not shutil.which(shell), reason="not here"))
    for shell in ("sh", "bash")
    for one in (*OF_BOTH, *(OF_BASH if shell == "bash" else ()))
]


@pytest.mark.parametrize(("shell", "condition"), BOTH)
def test_a_build_goes_the_way_that_the_shell_goes(predicted: Predict, shell: str, condition: str) -> None:
    for form in (
        "if {}; then t yes; else t no; fi",
        "if ! {{ {}; }}; then t no; elif [ $ONE = 1 ]; then t yes; fi",
        "{} && t yes; t after",
        "{} || t no; t after",
        "true && {} && t yes; t after",
        "{} && {} && t yes; {} || {} || t no",
    ):
        script = form.replace("{}", condition) if "{{" not in form else form.format(condition)
        for keyword in ("ARG", "ENV"):
            said = told(predicted(f"{head(shell, keyword)}RUN {script}\n"))
            assert {name for name, lives in said.items() if lives} == ran(shell, script), f"{keyword}: {script}"


def test_what_rescues_a_command_may_run(predicted: Predict) -> None:
    said = told(
        predicted('FROM debian:12\nARG X=1\nRUN [ "$X" = 1 ] && t yes || t no; [ "$X" = 2 ] && t two || t other\n')
    )
    assert said == {"yes": True, "no": True, "two": False, "other": True}
    for script in ("t a && [ $X = 1 ] || t b", "t a || [ $X = 2 ] && t b", "[ -e /y ] && [ $X = 1 ] || t b"):
        assert told(predicted(f"FROM debian:12\nARG X=1\nRUN {script}\n"))["b"], script


@pytest.mark.parametrize("script", CASES)
def test_a_case_takes_the_arm_that_the_shell_takes(predicted: Predict, script: str) -> None:
    script = (
        script.replace("true", "t yes").replace("false", "t no").replace("exit 0", "t yes").replace("exit 1", "t no")
    )
    prediction = predicted(f"{head('sh', 'ARG')}RUN {script}\n")
    assert {name for name, lives in told(prediction).items() if lives} >= ran("sh", script)
    assert not all(told(prediction).values()) or "no" not in script


@pytest.mark.parametrize("condition", UNKNOWN)
def test_what_is_not_known_leaves_both_ways(predicted: Predict, condition: str) -> None:
    prediction = predicted(f"{head('sh', 'ARG')}RUN if {condition}; then t yes; else t no; fi\n")
    assert told(prediction) == {"yes": True, "no": True}


def test_an_argument_without_a_value_is_empty_for_a_condition(predicted: Predict) -> None:
    text = 'FROM debian:12\nARG X\nRUN if [ -n "$X" ]; then t yes; else t no; fi\n'
    prediction = predicted(text)
    assert told(prediction) == {"yes": False, "no": True}
    assert [one.certain for one in prediction.commands if one.name == "t"] == [False, False]
    assert told(predicted(text, build_args={"X": "1"})) == {"yes": True, "no": False}


def test_a_branch_that_ends_the_script_asks_for_an_argument(predicted: Predict) -> None:
    for script in ('if [ -z "$X" ]; then t no; exit 1; fi; t after', '[ -z "$X" ] && exit 1; t after'):
        assert told(predicted(f"FROM debian:12\nARG X\nRUN {script}\n"))["after"], script
    assert told(predicted('FROM debian:12\nARG X\nRUN [ -n "$X" ] || exit 1 && t after\n'))["after"]


def test_what_another_argument_would_install_stays_possible(predicted: Predict) -> None:
    run = 'RUN if [ "$DEV" = 1 ]; then pip install pytest==8.0.0; fi\n'
    by_argument = predicted(f"FROM python:3.12-slim\nARG DEV=0\n{run}")
    by_variable = predicted(f"FROM python:3.12-slim\nENV DEV=0\n{run}")
    ((_, joined),) = by_argument.final.environments.items()
    ((_, known),) = by_variable.final.environments.items()
    assert (joined.complete, known.complete) == (False, True)


def test_files_are_those_of_the_way_that_is_taken(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nARG X=1\nRUN if [ $X = 1 ]; then touch /opt/a; else touch /opt/b; fi\n")
    assert prediction.final.find("/opt/a")
    assert prediction.final.find("/opt/b") is False


def test_a_taken_branch_is_certain(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nARG X=1\nRUN if [ $X = 1 ]; then t yes; else t no; fi\n")
    assert [one.certain for one in prediction.commands if one.name == "t"] == [True, False]


def test_whoever_starts_a_container_may_choose_otherwise(predicted: Predict) -> None:
    prediction = predicted("FROM debian:12\nENV X=1\nCMD if [ $X = 1 ]; then t yes; else t no; fi\n")
    entry = prediction.stage.entry
    assert entry is not None
    assert [one.dead for one in entry.commands if one.name == "t"] == [None, None]


def test_a_name_that_is_not_declared_leaves_open_what_is_installed(predicted: Predict) -> None:
    prediction = predicted('FROM python:3.12-slim\nRUN if [ -n "$DEV" ]; then pip install pytest==8.0.0; fi\n')
    ((_, environment),) = prediction.final.environments.items()
    assert not environment.complete
    assert prediction.install.command.dead == ()

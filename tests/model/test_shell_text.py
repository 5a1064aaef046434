"""What keeps a shell from reading a RUN: asked of real shells, and of bash's words under dash."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict

SCRIPTS = [
    "echo 'it\\'s done'",
    'echo "it\'s done"',
    "echo 'it'\\''s done'",
    "mkdir a && {touch b; cd -; }",
    "mkdir a && { touch b; cd -; }",
    "find / ( -name a )",
    "find / \\( -name a \\)",
    "find / '(' -name a ')'",
    "if true; then echo a",
    "if true; then echo a; fi",
    "for one in a b; do echo $one",
    "for one in a b; do echo $one; done",
    "case a in a) echo b",
    "case a in a) echo b ;; esac",
    "echo a && && echo b",
    "echo a | | echo b",
    "echo a && # why\n echo b",
    "echo a >",
    "echo done fi then }",
    "echo $(ls",
    "echo ${name",
    "a() { echo b; }; a",
    "echo \xc3\x85 \xc2\xa0 'a",
    "; echo a",
    "echo a;; echo b",
    "! true",
]


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("program", ["dash", "bash"])
def test_what_is_refused_is_what_real_shells_refuse(program: str, script: str, predicted: Predict) -> None:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not here")
    run = subprocess.run([found, "-n", "-c", script.encode("latin-1")], capture_output=True, check=False)
    text = f"FROM debian:12\nRUN <<EOF\n{script}\nEOF\n".encode("latin-1").decode("utf-8")
    refused = predicted(text).step("RUN").refused
    assert (refused is not None) == (run.returncode != 0), run.stderr


@pytest.mark.parametrize(
    "head",
    [
        "FROM registry.example.com/base:1",
        'FROM debian:12\nSHELL ["powershell", "-Command"]',
        'FROM debian:12\nSHELL ["python3", "-c"]',
    ],
)
def test_nothing_is_said_of_shells_that_are_not_known(head: str, predicted: Predict) -> None:
    assert predicted(f"{head}\nRUN echo (\n").step("RUN").refused is None


@pytest.mark.parametrize("script", ["echo {{ name }} (", "echo <% if a %> (", "shopt -s extglob; rm !(a|b)"])
def test_nothing_is_said_of_templates_and_other_grammars(script: str, predicted: Predict) -> None:
    assert predicted(f"FROM debian:12\nRUN {script}\n").step("RUN").refused is None


OF_BASH = [
    ("[[ -d /opt ]] && ls", [("test", True)]),
    ("if [[ -d /opt ]]; then ls; fi", [("test", False)]),
    ("[[ -d /opt ]] || ls", [("test", False)]),
    ("sort <(ls)", [("syntax", True)]),
    ("cat <<< a", [("syntax", True)]),
    ("names=(a b)", [("syntax", True)]),
    ("echo ${PATH//:/ }", [("substitution", True)]),
    ("ls && short=${PATH:0:3}", [("substitution", True)]),
    ("ls || echo ${PATH^^}", [("substitution", False)]),
    ("echo $(echo ${PATH,,})", [("substitution", False)]),
    ("exit 0; echo ${PATH^^}", [("substitution", False)]),
    ("mkdir -p a/{b,c}", [("list", True)]),
    ("echo {1..3}", [("list", True)]),
    ("rm -rf /var/{a,b{c,d}}/*", [("list", True)]),
    ("curl -O https://example.com/{a,b}.txt", []),
    ('echo {"a":1,"b":2}', []),
    ("echo ${PATH%:*} ${PATH#*:} ${PATH:-a} ${#PATH} '{a,b}' {} $((1 + 2))", []),
    ("bash -c '[[ -d /opt ]]'", []),
]


@pytest.mark.parametrize(("script", "found"), OF_BASH)
def test_what_dash_has_not(script: str, found: list[tuple[str, bool]], predicted: Predict) -> None:
    step = predicted(f"FROM debian:12\nRUN {script}\n").step("RUN")
    assert [(one.kind, one.surely) for one in step.of_bash] == found


@pytest.mark.parametrize(
    "head", ["FROM alpine:3.20", "FROM rockylinux:9", 'FROM debian:12\nSHELL ["/bin/bash", "-c"]', "FROM example/base"]
)
def test_other_shells_than_dash_are_not_asked(head: str, predicted: Predict) -> None:
    assert predicted(f"{head}\nRUN [[ -d /opt ]] && sort <(ls)\n").step("RUN").of_bash == ()

"""What of ShellCheck's words holds in an image: by shell, by variables, beside our own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.shellcheck.conftest import Say

BASH = 'SHELL ["/bin/bash", "-c"]\n'
DOUBLE = 'RUN [[ -n $0 ]] && a=(1 2) && echo "${a[@]}"\n'


@pytest.mark.parametrize(
    ("head", "rules"),
    [
        ("FROM debian:12\n", {"SC3010", "SC3030", "SC3054"}),
        ("FROM python:3.12-slim\n", {"SC3010", "SC3030", "SC3054"}),
        ("FROM alpine:3.20\n", {"SC3030", "SC3054"}),
        ("FROM rockylinux:9\n", set()),
        ("FROM registry.example.com/a:1\n", set()),
        ("FROM debian:12\nRUN ln -sf bash /bin/sh\n", set()),
        (
            "FROM debian:12\nRUN echo dash dash/sh boolean false | debconf-set-selections; dpkg-reconfigure dash\n",
            set(),
        ),
        (f"FROM debian:12\n{BASH}", set()),
        ('FROM debian:12\nSHELL ["bash", "-euo", "pipefail", "-c"]\n', set()),
        ('FROM debian:12\nSHELL ["/bin/dash", "-c"]\n', {"SC3010", "SC3030", "SC3054"}),
        ('FROM registry.example.com/a:1\nSHELL ["/bin/ash", "-c"]\n', {"SC3030", "SC3054"}),
        ('FROM registry.example.com/a:1\nSHELL ["conda", "run", "-n", "a", "/bin/bash", "-c"]\n', set()),
        (f"FROM debian:12 AS a\n{BASH}FROM a\n", set()),
        (f"FROM debian:12 AS a\n{BASH}FROM debian:12\nCOPY --from=a /a /\n", {"SC3010", "SC3030", "SC3054"}),
    ],
)
def test_dialect_is_that_of_the_stage(say: Say, head: str, rules: set[str]) -> None:
    """dash, busybox and bash by what /bin/sh or SHELL is; words of one shell are not held against an unknown one."""
    assert {one.rule for one in say(head + DOUBLE) if one.rule.startswith("SC3")} == rules


@pytest.mark.parametrize(
    "head",
    [
        'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\n',
        'FROM debian:12\nSHELL ["cmd", "/S", "/C"]\n',
        "FROM mcr.microsoft.com/windows/servercore:ltsc2022\n",
        "FROM python:3.12-windowsservercore-ltsc2022\n",
        "# escape=`\nFROM mcr.microsoft.com/dotnet/runtime:8.0-nanoserver-ltsc2022 AS a\nFROM a\n",
        'FROM debian:12\nSHELL ["python3", "-c"]\n',
        'FROM debian:12\nSHELL ["/bin/zsh", "-c"]\n',
        'FROM debian:12\nSHELL ["/bin/bash"]\n',
        'FROM debian:12\nSHELL ["/opt/run", "-c"]\n',
    ],
)
def test_what_no_known_shell_reads_is_left_alone(say: Say, head: str) -> None:
    assert say(f"{head}RUN echo $X `ls`\nCMD echo $X\n") == []


@pytest.mark.parametrize(
    "body",
    ["RUN <<EOF\n#!/usr/bin/env python3\nprint($X `a`)\nEOF\n", "RUN <<EOF\n#!/bin/zsh\necho $X\nEOF\n"],
)
def test_documents_for_other_programs_are_left_alone(say: Say, body: str) -> None:
    assert say(f"FROM debian:12\n{body}") == []


@pytest.mark.parametrize("command", ["RUN", "CMD", "ENTRYPOINT"])
def test_exec_form_has_no_shell(say: Say, command: str) -> None:
    assert say(f'FROM debian:12\n{command} ["echo", "$X", "`ls`"]\n') == []


def test_array_that_is_none_is_said_by_our_own_rule_alone(say: Say) -> None:
    found = [one for one in say("FROM debian:12\nCMD ['python', 'a.py']\n", own=True) if one.at.span.start > 14]
    assert "malformed-exec-form" in [one.rule for one in found]
    assert "shell" not in [one.family for one in found]


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("ENV X=a", False),
        ("ENV X=3.12", False),
        ("ENV X=", False),
        ("ARG X=a", False),
        ('ENV X="a b"', True),
        ("ENV X=*", True),
        ("ARG X", True),
        ("ENV X=a$Y", False),
        ("LABEL X=a", True),
        ("ENV X=a\nENV X='b c'", True),
    ],
)
def test_value_decides_whether_a_shell_would_split_it(say: Say, setting: str, found: bool) -> None:
    """`echo $X` is only wrong where X may be several words."""
    assert [one.rule for one in say(f"FROM debian:12\n{setting}\nRUN echo $X\n")] == ["SC2086"] * found


def test_args_are_no_more_when_a_container_starts(say: Say) -> None:
    assert [one.rule for one in say("FROM debian:12\nARG X=a\nCMD echo $X\n")] == ["SC2086"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('FROM debian:12\nRUN echo "$x"\n', True),
        ('FROM debian:12\nENV x=1\nRUN echo "$x"\n', False),
        ('FROM debian:12\nARG x\nRUN echo "$x"\n', False),
        ('FROM debian:12\nRUN x=1; echo "$x"\n', False),
        ('FROM debian:12\nRUN . /etc/os-release; echo "$x"\n', False),
        ('FROM debian:12\nRUN eval "$(cat /a)"; echo "$x"\n', False),
        ('FROM debian:12\nCMD echo "$x"\n', False),
        ('FROM registry.example.com/a:1\nRUN echo "$x"\n', False),
        ('FROM debian:12 AS a\nENV x=1\nFROM a\nRUN echo "$x"\n', False),
        ('ARG x=1\nFROM debian:12\nRUN echo "$x"\n', True),
    ],
)
def test_variable_is_unassigned_only_where_surely_nothing_sets_it(say: Say, text: str, found: bool) -> None:
    assert [one.rule for one in say(text)] == ["SC2154"] * found


def test_what_our_rule_says_is_not_said_again(say: Say) -> None:
    text = 'ARG x=1\nFROM debian:12\nUSER 1000\nRUN echo "$x"\nCMD ["a"]\n'
    found = [one.rule for one in say(text, own=True)]
    assert "arg-not-redeclared" in found
    assert "SC2154" not in found


@pytest.mark.parametrize(
    ("command", "rules"),
    [
        ("cd /a; make", ["SC2164"]),
        ("cd /a && make", []),
        ("cd /a", []),
        ("set -e; cd /a; make", []),
        ("true; cd /a", []),
        ("make -j$(nproc)", []),
        ("make -j `nproc`", ["SC2006"]),
        ("apt-get install -y linux-headers-$(uname -r)", []),
        ("make $(cat a)", ["SC2046"]),
        (". ./a", []),
        ('. "$A"', []),
    ],
)
def test_what_is_no_fault_of_a_run_is_not_said(say: Say, command: str, rules: list[str]) -> None:
    assert [one.rule for one in say(f"FROM debian:12\nRUN {command}\n")] == rules


def test_options_of_the_shell_count(say: Say) -> None:
    """With -e a `cd` that fails ends the script."""
    strict = 'SHELL ["/bin/bash", "-e", "-c"]\n'
    assert [one.rule for one in say(f"FROM debian:12\n{BASH}RUN cd /a; make\n")] == ["SC2164"]
    assert say(f"FROM debian:12\n{strict}RUN cd /a; make\n") == []


def test_trigger_is_read_in_the_stage_that_runs_it(say: Say) -> None:
    text = "FROM debian:12 AS a\nONBUILD RUN echo $X\nFROM a\nENV X=1\nFROM a\n"
    assert [(one.rule, one.at.source.line_at(one.at.span.start)) for one in say(text)] == [("SC2086", 2)]


def test_value_is_not_written_where_others_could_read_it(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """ShellCheck learns of what kind a value is, and not the value: it may be a secret."""
    from torchlint.shellcheck import program

    sent: list[str] = []
    asking = program.Asking

    def spying(found: program.Program, texts: list[str]) -> program.Asking:
        sent.extend(texts)
        return asking(found, texts)

    monkeypatch.setattr(program, "Asking", spying)
    say(
        "FROM debian:12\nENV TOKEN=abcdef SECRET='gh ij'\nRUN curl -H $TOKEN -H $SECRET https://example.com/never-seen\n"
    )
    assert sent
    assert all(word not in text for text in sent for word in ("abcdef", "gh", "ij"))


def test_finding_is_complete(say: Say) -> None:
    (one,) = say("FROM debian:12 AS base\nRUN echo $X\n")
    assert (one.rule, one.family, one.stage) == ("SC2086", "shell", "base")
    assert (one.severity, one.confidence, one.outcome) == ("info", "medium", "risk")
    assert one.url == "https://www.shellcheck.net/wiki/SC2086"
    assert one.url in one.help
    assert not one.message.endswith(".")
    assert one.fix is not None
    assert one.fix.safety == "unsafe"


def test_levels_are_severities(say: Say) -> None:
    text = "FROM debian:12\nRUN echo 'a\nRUN x=1 && echo `ls`\n"
    levels = {one.rule: (one.severity.value, one.confidence.value) for one in say(text)}
    assert levels["SC1073"] == ("error", "high")
    assert levels["SC2034"] == ("warning", "medium")
    assert levels["SC2006"] == ("info", "medium")


def test_same_trouble_of_two_scripts_is_two_findings(say: Say) -> None:
    found = say("FROM debian:12\nRUN echo $X\nRUN echo $X\n")
    assert len({one.fingerprint for one in found}) == len(found) == 2


def test_fix_quotes_across_continuations(say: Say) -> None:
    text = "FROM debian:12\nRUN echo $A\\\n $B/c \\\n  && ls $C\n"
    source = say(text)[0].at.source
    edits = [edit for one in say(text) for fix in one.fixes for edit in fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert source.exact
    assert text == 'FROM debian:12\nRUN echo "$A"\\\n "$B"/c \\\n  && ls "$C"\n'

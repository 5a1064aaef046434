"""The `concise` text: one line for each finding."""

from __future__ import annotations

import re

import pytest

from tests.report.reports import REPORTS
from torchlint.report import concise, statistics
from torchlint.report.styled import Layout, plain

LINE = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (error|warning|info)\[[a-z-]+\] .+")


@pytest.mark.parametrize("name", REPORTS)
def test_every_finding_is_one_line_of_the_agreed_form(name: str) -> None:
    """Whatever a message or a path holds, one finding is one line, and nothing else is printed."""
    report = REPORTS[name]()
    lines = plain(concise.render(report, Layout(quiet=True))).splitlines()
    assert len(lines) == len(report.findings)
    assert all(LINE.fullmatch(line) for line in lines)


def test_line_says_where_what_and_why() -> None:
    first = plain(concise.render(REPORTS["several-files"](), Layout(quiet=True))).split("\n")[0]
    assert first == "api/requirements.txt:12:1: error[no-wheel-for-python] torch 2.1.0 has no wheel for Python 3.13"


def test_suppressed_findings_are_marked() -> None:
    lines = plain(concise.render(REPORTS["suppressed"](), Layout(quiet=True))).splitlines()
    assert all(line.endswith(" (suppressed)") for line in lines)


def test_summary_follows_unless_quiet() -> None:
    assert plain(concise.render(REPORTS["everything"](), Layout())).endswith(
        "Found 1 error in 1 file. Fixes known: 1 unsafe.\n"
    )


def test_statistics_count_each_rule_most_often_first() -> None:
    lines = plain(statistics.render(REPORTS["long-line"](), Layout(quiet=True))).splitlines()
    assert lines == ["6  error    some-rule"]
    lines = plain(statistics.render(REPORTS["several-files"](), Layout(quiet=True))).splitlines()
    assert [line.split() for line in lines] == [
        ["1", "error", "no-wheel-for-python"],
        ["1", "info", "no-digest"],
        ["1", "warning", "pip-cache-kept"],
    ]


def test_statistics_leave_out_what_is_suppressed() -> None:
    assert plain(statistics.render(REPORTS["suppressed"](), Layout(quiet=True))) == ""

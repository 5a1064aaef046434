"""The formats of code hosts and reviewers: `github`, `gitlab`, `rdjson` and `markdown`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.report.hostile import EVERY, HOSTILE, MESSAGES, NAMES, ROOT
from tests.report.reports import REPORTS, at, finding, report, source
from torchlint.findings import Fix, Severity
from torchlint.report import github, gitlab, markdown, rdjson
from torchlint.text import Edit, Place, Span

if TYPE_CHECKING:
    from torchlint.check import Report


def counted(made: Report) -> int:
    return sum(finding.suppressed is None for finding in made.findings)


# GitHub Actions

COMMAND = re.compile(r"::(?P<command>error|warning|notice) (?P<properties>[^:]*)::(?P<data>.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A line as the runner reads it: command, properties and message, unescaped."""
    match = COMMAND.fullmatch(line)
    assert match is not None, line
    properties = dict(part.split("=", 1) for part in match["properties"].split(","))
    for name, value in properties.items():
        for code, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, letter)
        properties[name] = value
    data = match["data"].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    return match["command"], properties, data


@pytest.mark.parametrize("name", EVERY)
def test_every_finding_is_one_command_that_the_runner_reads(name: str) -> None:
    made = EVERY[name]()
    text = github.render(made, ROOT)
    lines = text.split("\n")
    assert lines.pop() == ""
    found = [read(line) for line in lines]
    placed = [properties for _, properties, _ in found if "line" in properties]
    assert len(placed) == counted(made)
    for properties in placed:
        assert set(properties) in (
            {"file", "line", "endLine", "title"},
            {"file", "line", "endLine", "col", "endColumn", "title"},
        )
        assert ("col" in properties) == (properties["line"] == properties["endLine"])
        if "col" in properties:
            assert int(properties["endColumn"]) > int(properties["col"]) >= 1
    ranks = [["error", "warning", "notice"].index(command) for command, _, _ in found]
    assert ranks == sorted(ranks), "the worst come first: GitHub shows the first ten of each kind"


def test_github_names_files_from_the_root_of_the_repository() -> None:
    found = [read(line)[1]["file"] for line in github.render(HOSTILE["names"](), ROOT).splitlines() if "file=" in line]
    assert {"api/größe/Dockerfile", "api/with:colon,comma/Dockerfile", "Dockerfile", "/etc/Dockerfile"} <= set(found)
    assert "api/new\nline/Dockerfile" in found
    assert len(set(found)) == len(NAMES)


def test_github_says_how_many_it_will_not_show() -> None:
    """As the first notice, so that this one is shown."""
    found = [read(line) for line in github.render(HOSTILE["many"](), ROOT).splitlines()]
    (said,) = [(number, data) for number, (_, properties, data) in enumerate(found) if "file" not in properties]
    assert said == (
        27,
        "GitHub shows 10 annotations of each kind for one step; the log has 5 errors, 2 warnings, 2 notices more",
    )
    place = at(source("FROM a\n"), "a")
    few = report(*(finding(place, str(number)) for number in range(10)))
    assert "GitHub shows" not in github.render(few, ROOT)


def test_github_message_cannot_begin_a_command_of_its_own() -> None:
    text = github.render(HOSTILE["messages"](), ROOT)
    assert text.count("\n") == len(MESSAGES)
    assert "\r" not in text
    assert "\x1b" not in text


# GitLab

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines", "positions"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                    "positions": {
                        "type": "object",
                        "required": ["begin", "end"],
                        "additionalProperties": {
                            "type": "object",
                            "required": ["line", "column"],
                            "additionalProperties": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}
"""What GitLab's manual says of a Code Quality report."""


@pytest.mark.parametrize("name", EVERY)
def test_gitlab_gets_what_its_manual_asks_for(name: str) -> None:
    made = EVERY[name]()
    issues = json.loads(gitlab.render(made, ROOT))
    jsonschema.Draft202012Validator(GITLAB).validate(issues)
    assert len(issues) == counted(made)


def test_gitlab_names_files_from_the_root_of_the_repository() -> None:
    found = {issue["location"]["path"] for issue in json.loads(gitlab.render(HOSTILE["names"](), ROOT))}
    assert {"api/größe/Dockerfile", "Dockerfile", "/etc/Dockerfile", "/home/me/elsewhere/Dockerfile"} <= found


def test_gitlab_severities() -> None:
    place = at(source("FROM a\n"), "a")
    made = report(*(finding(place, severity=severity) for severity in Severity))
    assert [issue["severity"] for issue in json.loads(gitlab.render(made, ROOT))] == ["critical", "major", "info"]


# reviewdog

POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": {"type": "integer", "minimum": 1},
}
RANGE = {"type": "object", "required": ["start", "end"], "additionalProperties": POSITION}
RDJSON = {
    "type": "object",
    "additionalProperties": False,
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"], "additionalProperties": {"type": "string"}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location", "severity", "code"],
                "properties": {
                    "message": {"type": "string"},
                    "location": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["path", "range"],
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"], "additionalProperties": {"type": "string"}},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}
"""The messages of reviewdog's diagnostic format, closed: its reader refuses fields that it does not know."""


def diagnostics(made: Report) -> list[dict[str, Any]]:
    value = json.loads(rdjson.render(made))
    jsonschema.Draft202012Validator(RDJSON).validate(value)
    found: list[dict[str, Any]] = value["diagnostics"]
    return found


@pytest.mark.parametrize("name", EVERY)
def test_reviewdog_gets_the_fields_it_knows(name: str) -> None:
    made = EVERY[name]()
    assert len(diagnostics(made)) == counted(made)


def test_reviewdog_counts_columns_in_bytes() -> None:
    file = source('\ufeffFROM a\nLABEL ä="日本" b=c\n')
    first, second = diagnostics(report(finding(at(file, "FROM")), finding(at(file, "b=c"))))
    assert first["location"]["range"] == {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 5}}
    column = len('LABEL ä="日本" '.encode()) + 1
    assert second["location"]["range"]["start"] == {"line": 2, "column": column}


def test_reviewdog_is_offered_fixes_that_are_whole_in_one_edit() -> None:
    offered = [len(one.get("suggestions", ())) for one in diagnostics(HOSTILE["fixes"]())]
    assert offered == [1, 1, 1, 0, 0]
    file = source("FROM a\nRUN b\n")
    edit = Edit(file, Span(7, 7), "# \xc3\xa4\n")
    (one,) = diagnostics(report(finding(Place(file, Span(7, 10)), fixes=(Fix("Say", (edit,)),))))
    start = {"line": 2, "column": 1}
    assert one["suggestions"] == [{"range": {"start": start, "end": start}, "text": "# ä\n"}]


# Markdown


@pytest.mark.parametrize("name", EVERY)
def test_every_finding_is_a_row_of_the_table(name: str) -> None:
    made = EVERY[name]()
    rows = [line for line in markdown.render(made).split("\n") if line.startswith("| ")]
    assert len(rows) == (counted(made) + 1 if counted(made) else 0)
    for row in rows:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 6


def test_no_text_is_taken_for_markdown_or_html() -> None:
    rows = [line for line in markdown.render(HOSTILE["messages"]()).split("\n") if line.startswith("| error")]
    for row in rows:
        assert not re.search(r"[<>@\x00-\x1f]", row)
        assert not re.search(r"&(?!amp;|lt;|gt;|#64;)", row)
        assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]]", row)


def test_summary_of_a_job_stays_below_the_limit() -> None:
    place = at(source("FROM a\n"), "a")
    text = markdown.render(report(*(finding(place, "ä" * 500, help="<" * 500) for _ in range(2000))))
    assert len(text.encode()) < 1024 * 1024
    rows = text.count("\n| error")
    assert f"And {2000 - rows} more" in text


def test_markdown_says_what_could_not_be_judged_and_shows_the_worst_first() -> None:
    text = markdown.render(HOSTILE["mixed"]())
    assert "- the base is unknown" in text
    assert "secret\\|&lt;x&gt;/Dockerfile" in text
    rows = [line.split(" ")[1] for line in markdown.render(HOSTILE["many"]()).split("\n") if line.startswith("| ")]
    assert rows == ["Severity", *["error"] * 15, *["warning"] * 12, *["info"] * 11]
    assert "All checks passed" in markdown.render(REPORTS["clean"]())

"""The `junit` and `checkstyle` formats: XML whatever the texts hold, as their readers expect it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.hostile import EVERY, HOSTILE, NAMES
from tests.report.reports import REPORTS, report
from torchlint.report import checkstyle, junit
from torchlint.report.xml_text import attributes, content

if TYPE_CHECKING:
    from torchlint.check import Report


def written(text: str) -> bytes:
    """As it is saved."""
    return text.encode("utf-8", "backslashreplace")


def counted(made: Report) -> int:
    return sum(finding.suppressed is None for finding in made.findings)


def one_line(text: str) -> str:
    """What is left of a text in every format: letters and digits."""
    return "".join(letter for letter in text if letter.isascii() and letter.isalnum())


# JUnit


def suites_of(made: Report) -> junitparser.JUnitXml:
    found = junitparser.JUnitXml.fromstring(written(junit.render(made)))
    assert isinstance(found, junitparser.JUnitXml)
    return found


@pytest.mark.parametrize("name", EVERY)
def test_reader_of_junit_counts_what_was_found(name: str) -> None:
    made = EVERY[name]()
    suites = suites_of(made)
    cases = [case for suite in suites for case in suite]
    kinds = [type(result) for case in cases for result in case.result]
    assert kinds.count(junitparser.Failure) == counted(made)
    assert kinds.count(junitparser.Error) == len(made.failures) + len(made.crashed)
    assert kinds.count(junitparser.Skipped) == len(made.findings) - counted(made)
    assert (suites.failures, suites.errors) == (kinds.count(junitparser.Failure), kinds.count(junitparser.Error))
    assert suites.tests == len(cases) > 0
    for suite in suites:
        found = [type(result) for case in suite for result in case.result]
        assert suite.tests == len(list(suite))
        assert (suite.failures, suite.errors, suite.skipped) == tuple(
            found.count(kind) for kind in (junitparser.Failure, junitparser.Error, junitparser.Skipped)
        )


def test_nothing_found_is_a_test_that_passed() -> None:
    """Servers take a file without tests for a failed step."""
    (suite,) = suites_of(report())
    (case,) = suite
    assert case.is_passed


def test_junit_names_place_rule_severity_and_way_out() -> None:
    first = next(iter(next(iter(suites_of(REPORTS["several-files"]())))))
    assert (first.classname, first.name) == ("api/requirements.txt", "no-wheel-for-python 12:1")
    (failure,) = first.result
    assert failure.type == "error"
    assert failure.message == "torch 2.1.0 has no wheel for Python 3.13"
    assert failure.text is not None
    assert "api/requirements.txt:12:1: " in failure.text
    assert "help: build FROM" in failure.text


# Checkstyle


@pytest.mark.parametrize("name", EVERY)
def test_checkstyle_has_the_elements_that_its_readers_know(name: str) -> None:
    made = EVERY[name]()
    root = ET.fromstring(written(checkstyle.render(made)))
    assert root.tag == "checkstyle"
    assert root.attrib == {"version": "4.3"}
    errors = []
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        errors += list(file)
    for error in errors:
        assert error.tag == "error"
        assert not list(error)
        assert {"line", "severity", "message", "source"} <= set(error.attrib) <= {
            "line", "column", "severity", "message", "source",
        }  # fmt: skip
        assert int(error.attrib["line"]) >= 1
        assert int(error.attrib.get("column", 1)) >= 1
        assert error.attrib["severity"] in ("error", "warning", "info")
        assert error.attrib["source"].startswith("torchlint")
    assert len(errors) == counted(made) + len(made.failures)


def test_checkstyle_keeps_names_of_files() -> None:
    root = ET.fromstring(written(checkstyle.render(HOSTILE["names"]())))
    named = [file.attrib["name"] for file in root]
    possible = [name for name in NAMES if name.isprintable() or "\n" in name]
    assert set(possible) <= set(named)
    assert sorted(map(one_line, named)) == sorted(map(one_line, NAMES))


# Text in XML


@given(st.text(st.characters(codec=None, categories=None)))
def test_any_text_can_stand_in_an_attribute_and_between_tags(text: str) -> None:
    """And comes back as it was, but for what XML cannot write."""
    whole = f"<a{attributes({'b': text})}>{content(text)}</a>"
    read = ET.fromstring(written(whole))
    if all(letter in "\t\n\r" or (letter.isprintable() and letter not in "\ufffe\uffff") for letter in text):
        assert read.attrib["b"] == text
        assert (read.text or "") == text

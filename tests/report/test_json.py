"""The JSON formats keep their contract: the schemas that are shipped beside them, and what a schema cannot say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

import torchlint.report
from tests.report.reports import REPORTS, at, finding, report, source
from torchlint.findings import Fix, Safety, Suppression
from torchlint.report import json_, json_report
from torchlint.text import Edit, Place, Span

FOLDER = Path(torchlint.report.__path__[0])
FINDINGS = json.loads((FOLDER / "findings.schema.json").read_text(encoding="utf-8"))
REPORT = json.loads((FOLDER / "report.schema.json").read_text(encoding="utf-8"))
REGISTRY: Registry[Any] = Registry().with_resource("findings.schema.json", Resource.from_contents(FINDINGS))


def check(schema: dict[str, Any], value: object) -> None:
    jsonschema.Draft202012Validator(schema, registry=REGISTRY).validate(value)


@pytest.mark.parametrize("show_suppressed", [False, True])
@pytest.mark.parametrize("name", REPORTS)
def test_findings_keep_the_schema(name: str, show_suppressed: bool) -> None:
    value = json.loads(json_.render(REPORTS[name](), show_suppressed=show_suppressed))
    check(FINDINGS, value)
    assert all(("suppressed" in found) == show_suppressed for found in value)


@pytest.mark.parametrize("name", REPORTS)
def test_report_keeps_the_schema(name: str) -> None:
    value = json.loads(json_report.render(REPORTS[name]()))
    check(REPORT, value)
    assert value["summary"]["complete"] == (name not in ("unknowns", "failures", "crash", "sentences"))
    assert value["findings"] == json.loads(json_.render(REPORTS[name]()))


@pytest.mark.parametrize("schema", [FINDINGS, REPORT], ids=["findings", "report"])
def test_schemas_are_schemas(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("key", json.loads(json_.render(report(finding(at(source("FROM a\n"), "a")))))[0])
def test_schema_misses_every_key_that_is_not_there(key: str) -> None:
    """A schema that lets a finding without one of its keys pass would prove nothing."""
    value = json.loads(json_.render(report(finding(at(source("FROM a\n"), "a")))))
    del value[0][key]
    with pytest.raises(jsonschema.ValidationError):
        check(FINDINGS, value)


def test_schema_refuses_a_key_it_does_not_know() -> None:
    value = json.loads(json_.render(report(finding(at(source("FROM a\n"), "a")))))
    value[0]["code"] = "X1"
    with pytest.raises(jsonschema.ValidationError):
        check(FINDINGS, value)


def test_places_are_in_code_points_and_edits_in_bytes() -> None:
    file = source('\ufeffFROM a\nLABEL ä="日本" b=c\n')
    place = at(file, "b=c")
    fix = Fix("Call it é", (Edit(file, place.span, "é".encode().decode("latin-1")),), Safety.SAFE)
    (found,) = json.loads(json_.render(report(finding(place, "größer", fixes=(fix,)))))
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (2, 14, 2, 17)
    assert found["message"] == "größer"
    (edit,) = found["fix"]["edits"]
    raw = file.to_bytes()
    assert raw[edit["start"] : edit["end"]] == b"b=c"
    assert edit["text"] == "é"
    assert found["fixes"] == [found["fix"]]
    assert found["fix"]["safety"] == "safe"


def test_end_may_lie_on_a_later_line() -> None:
    file = source("RUN a && \\\n  b\n")
    (found,) = json.loads(json_.render(report(finding(Place(file, Span(4, 14))))))
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (1, 5, 2, 4)


def test_no_finding_is_an_empty_list() -> None:
    assert json.loads(json_.render(report())) == []


def test_output_is_ascii_whatever_it_holds() -> None:
    """No terminal or pipe can fail on it."""
    assert all(json_.render(make(), show_suppressed=True).isascii() for make in REPORTS.values())


def test_suppression_says_why() -> None:
    hidden = finding(at(source("FROM a\n"), "a"), suppressed=Suppression("inSource", "on purpose"))
    (found,) = json.loads(json_.render(report(hidden), show_suppressed=True))
    assert found["suppressed"] == {"kind": "inSource", "reason": "on purpose"}


def test_summary_counts_what_is_not_suppressed() -> None:
    value = json.loads(json_report.render(REPORTS["several-files"]()))["summary"]
    assert (value["error"], value["warning"], value["info"], value["suppressed"]) == (1, 1, 1, 2)
    assert json.loads(json_report.render(REPORTS["suppressed"]()))["summary"]["error"] == 0
    assert json.loads(json_report.render(REPORTS["everything"]()))["summary"]["fixes"] == {"safe": 0, "unsafe": 1}

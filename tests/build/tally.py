"""What a whole run has shown: which rules are proven, and how the predictions did against the images."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pytest

CONTEXTS = Path(__file__).parent / "contexts"
PROOF = {
    ("test_it_really_fails", "bad"),
    ("test_failure_is_predicted", "bad"),
    ("test_it_really_works", "fixed"),
    ("test_no_failure_is_predicted", "fixed"),
    ("test_it_really_works", "near-miss"),
    ("test_no_failure_is_predicted", "near-miss"),
}
"""What a rule is proven by: all of these tests of a context."""
_TEST = re.compile(r"test_contexts\.py::(\w+)\[(.+)-(bad|fixed|near-miss)\]$")


class Seen(NamedTuple):
    """One verdict. `asked`: a Python of the image has answered; `differences`: "what: predicted, real"."""

    where: str
    reached: str
    asked: bool
    differences: tuple[str, ...]


VERDICTS: list[Seen] = []
RESULTS: dict[str, dict[tuple[str, str], str]] = {}
"""For each context the outcomes of its tests, "passed" and so on, by test and part."""


def note(where: str, said: Mapping[str, Any]) -> None:
    """Keep one answer of `torchlint verify`."""
    differences = tuple(f"{one['what']}: {one['predicted']}, {one['real']}" for one in said["differences"])
    VERDICTS.append(Seen(where, said["reached"], said["python"] is not None, differences))


def hear(report: pytest.TestReport) -> None:
    """Keep the outcome of one test."""
    found = _TEST.search(report.nodeid)
    if found is not None and (report.when == "call" or report.outcome == "skipped"):
        outcome = "xfailed" if hasattr(report, "wasxfail") else report.outcome
        RESULTS.setdefault(found[2], {})[found[1], found[3]] = outcome


def lines() -> Iterator[str]:
    """The table."""
    for context, results in sorted(RESULTS.items()):
        expected = json.loads((CONTEXTS / context / "expect.json").read_text())
        lacking = sorted(f"{one[0]} of {one[1]}: {results.get(one, 'not run')}" for one in _lacking(results))
        said = "proven" if not lacking else "; ".join(lacking)
        yield f"{expected['rule']:34} {expected['finding']['outcome']:7} {context:30} {said}"
    if RESULTS:
        proven = sum(not _lacking(results) for results in RESULTS.values())
        yield f"{len(RESULTS)} contexts, {proven} of them prove their rule"
    if VERDICTS:
        built = sum(one.reached in ("built", "ran") for one in VERDICTS)
        asked, wrong = sum(one.asked for one in VERDICTS), [one for one in VERDICTS if one.differences]
        yield f"{len(VERDICTS)} verdicts: {built} images built, {asked} asked, {len(wrong)} not as predicted"
        yield from (f"    {one.where}: {text}" for one in wrong for text in one.differences)


def _lacking(results: Mapping[tuple[str, str], str]) -> set[tuple[str, str]]:
    return {one for one in PROOF if results.get(one) != "passed"}

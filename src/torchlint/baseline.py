"""Findings that are known and not to be reported again: a file of them, written once and meant to become shorter."""

from __future__ import annotations

import json
import zlib
from collections import Counter

from torchlint.findings import Suppression
from torchlint.record import NamedTuple
from torchlint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, NoReturn

    from torchlint.check import Report
    from torchlint.findings import Finding

VERSION = 1
"""Of the form of the file; a newer one is refused."""


class BaselineError(Exception):
    """A file that is no baseline: `path:line: why`."""


class Held(NamedTuple):
    """A finding that is known. `line` is a checksum of the line that it begins on; it tells apart what is equal."""

    path: str
    rule: str
    fingerprint: str
    line: str


class Baseline(NamedTuple):
    """What a file holds. `folder`: where torchlint ran, seen from the file's own folder."""

    folder: str
    findings: tuple[Held, ...]


def written(findings: Iterable[Finding], folder: str) -> str:
    """The text of a file that holds these findings: sorted, and a line for each, so that changes are easy to read."""
    rows = sorted({_held(finding) for finding in findings})
    head = {"version": VERSION, "tool": f"torchlint {__version__}", "folder": folder}
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    inner = ",\n".join(f"    {json.dumps(row._asdict())}" for row in rows)
    listed = f"[\n{inner}\n  ]" if rows else "[]"
    return "\n".join(["{", *lines, f'  "findings": {listed}', "}"]) + "\n"


def read(text: str, path: str) -> Baseline:
    """What a file of that text holds. Raises BaselineError."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise BaselineError(f"{path}:{error.lineno}: is no JSON: {error.msg}") from error
    except RecursionError as error:
        raise BaselineError(f"{path}:1: is nested too deeply") from error
    version = value.get("version") if isinstance(value, dict) else None
    if (
        type(version) is not int
        or not isinstance(value.get("folder"), str)
        or not isinstance(value.get("findings"), list)
    ):
        _refuse(path, text, "version", "is no baseline; --write-baseline writes one")
    if version > VERSION:
        _refuse(path, text, "version", f"was written by {value.get('tool')}, whose baselines are of a newer form")
    for index, row in enumerate(value["findings"]):
        if not isinstance(row, dict) or any(not isinstance(row.get(key), str) for key in Held._fields):
            line = _line_of(text, index)
            raise BaselineError(f"{path}:{line}: each finding needs the texts {', '.join(Held._fields)}")
    return Baseline(value["folder"], tuple(Held(*(row[key] for key in Held._fields)) for row in value["findings"]))


def _refuse(path: str, text: str, key: str, why: str) -> NoReturn:
    before = text.partition(f'"{key}"')[0]
    raise BaselineError(f"{path}:{before.count(chr(10)) + 1 if before != text else 1}: {why}")


def _line_of(text: str, index: int) -> int:
    """The line on which the finding of that index begins, in a text that is known to be JSON."""
    decoder = json.JSONDecoder()
    at = text.index("[", text.index('"findings"')) + 1
    for _ in range(index):
        at = decoder.raw_decode(text, _content(text, at))[1]
        at = text.index(",", at) + 1
    return text.count("\n", 0, _content(text, at)) + 1


def _content(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at


def applied(report: Report, baseline: Baseline, *, show_suppressed: bool) -> tuple[Report, tuple[Held, ...]]:
    """The report without what is known, and what the baseline holds and the report has not."""
    known = _known(report.findings, baseline)
    reason = Suppression("baseline", "")
    kept: list[Finding] = []
    for finding in report.findings:
        if finding not in known:
            kept.append(finding)
        elif show_suppressed:
            kept.append(finding._replace(suppressed=reason))
    found = {finding.fingerprint for finding in report.findings if finding.suppressed is None}
    gone = tuple(held for held in baseline.findings if held.fingerprint not in found)
    counts = report.counts._replace(suppressed=report.counts.suppressed + len(known))
    return report._replace(findings=tuple(kept), counts=counts), gone


def _known(findings: Iterable[Finding], baseline: Baseline) -> set[Finding]:
    """The findings that the baseline holds.

    Fingerprints of equal findings count them: with one more, it is the last that has a new one. Which of them is new
    is then told by their lines.
    """
    held = {one.fingerprint: one for one in baseline.findings}
    groups: dict[tuple[Any, ...], list[Finding]] = {}
    for finding in findings:
        if finding.suppressed is None:
            key = (finding.rule, finding.at.source.path, finding.stage, finding.message)
            groups.setdefault(key, []).append(finding)
    known: set[Finding] = set()
    for group in groups.values():
        lines = [held[finding.fingerprint].line for finding in group if finding.fingerprint in held]
        left = Counter(lines) if len(lines) < len(group) else Counter()
        chosen: list[Finding] = []
        others: list[Finding] = []
        for finding in group:
            line = _held(finding).line if left else ""
            if left[line]:
                left[line] -= 1
                chosen.append(finding)
            else:
                others.append(finding)
        others.sort(key=lambda finding: finding.fingerprint not in held)
        known.update([*chosen, *others][: len(lines)])
    return known


def _held(finding: Finding) -> Held:
    source, span = finding.at
    whole = source.line_span(source.line_at(span.start))
    words = " ".join(word for word in source.text[whole.start : whole.end].replace("\t", " ").split(" ") if word)
    return Held(source.path, finding.rule, finding.fingerprint, f"{zlib.crc32(words.encode()):08x}")

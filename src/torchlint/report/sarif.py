"""The `sarif` format: SARIF 2.1.0 as code hosts read it. One run, whose rules are those that found something."""

from __future__ import annotations

from torchlint.report import json_
from torchlint.report.line_hash import line_hashes
from torchlint.report.sarif_rules import LEVELS, descriptor
from torchlint.text import Place, decoded
from torchlint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from torchlint.catalog import Entry
    from torchlint.check import Report
    from torchlint.findings import Finding, Fix, Suppression
    from torchlint.report.rooted import Root
    from torchlint.text import Source, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_KINDS = {"inSource": "inSource", "config": "external", "baseline": "external"}


def render(
    report: Report,
    root: Root,
    *,
    entry_of: Callable[[str], Entry | None],
    page_of: Callable[[Entry], str],
    show_suppressed: bool = False,
) -> str:
    """One log. `entry_of` finds a rule by its name, `page_of` gives the Markdown of its page."""
    names = sorted({finding.rule for finding in report.findings})
    indices = {name: index for index, name in enumerate(names)}
    rules = [descriptor(name, entry_of(name), page_of) for name in names]
    hashes = {one.at.source: line_hashes(one.at.source) for one in report.findings if one.at.source.exact}
    notified = [*_failed(report, root), *_unknown(report, root)]
    run = {
        "tool": {"driver": {"name": "torchlint", "semanticVersion": __version__, "rules": rules}},
        "automationDetails": {"id": "torchlint/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The root of the repository."}}},
        "invocations": [
            {
                "executionSuccessful": not (report.failures or report.crashed),
                **({"toolExecutionNotifications": notified} if notified else {}),
            }
        ],
        "results": [
            _result(finding, indices[finding.rule], root, hashes, show_suppressed) for finding in report.findings
        ],
    }
    return json_.dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(
    finding: Finding, index: int, root: Root, hashes: dict[Source, list[str]], show_suppressed: bool
) -> dict[str, Any]:
    line = finding.at.source.line_at(finding.at.span.start)
    hashed = hashes.get(finding.at.source, [])[line - 1 : line]
    related = [
        {"id": number, **_location(one.at.source, one.at.span, root), "message": {"text": one.message}}
        for number, one in enumerate(finding.related, 1)
    ]
    fixes = [_fix(fix, root) for fix in finding.fixes if fix.edits]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(*finding.at, root)],
        **({"relatedLocations": related} if related else {}),
        **({"fixes": fixes} if fixes else {}),
        "partialFingerprints": {
            "torchlint/v1": finding.fingerprint,
            **({"primaryLocationLineHash": hashed[0]} if hashed else {}),
        },
        # Either all results of a run say whether they are suppressed, or none.
        **({"suppressions": _suppressions(finding.suppressed)} if show_suppressed else {}),
        "properties": {
            "outcome": finding.outcome.value,
            "confidence": finding.confidence.value,
            **({"stage": finding.stage} if finding.stage is not None else {}),
            **({"estimateBytes": finding.estimate_bytes} if finding.estimate_bytes is not None else {}),
        },
    }


def _message(finding: Finding) -> str:
    """What breaks and how to mend it. Related places are shown only where the text has a link to them."""
    said = f"{_unlinked(finding.message)}."
    if finding.help:
        said += f" {_unlinked(finding.help[0].upper() + finding.help[1:])}."
    for number, related in enumerate(finding.related, 1):
        words = related.message or related.at.source.path
        words = words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
        said += f"\n[{words}]({number})"
    return said


def _unlinked(text: str) -> str:
    """Brackets of a text are for people: none may make a link of it."""
    return text.replace("](", "\\](")


def _location(source: Source, span: Span, root: Root) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(source, root), "region": _region(source, span)}}


def _artifact(source: Source, root: Root) -> dict[str, str]:
    from urllib.parse import quote

    inside = root.inside(source.path)
    if inside is not None:
        return {"uri": quote(inside, errors="replace"), "uriBaseId": _BASE}
    absolute = root.absolute(source.path)
    return {"uri": "file://" + ("" if absolute.startswith("/") else "/") + quote(absolute, errors="replace")}


def _region(source: Source, span: Span, *, least: int = 1) -> dict[str, int]:
    """Lines and columns. A place without width is `least` columns wide: hosts show nothing of one without."""
    at = json_.place(Place(source, span))
    line, column, end_line, end_column = at["line"], at["column"], at["end_line"], at["end_column"]
    if end_line == line:
        end_column = max(end_column, column + least)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(fix: Fix, root: Root) -> dict[str, Any]:
    changes: dict[Source, list[dict[str, Any]]] = {}
    for edit in sorted(set(fix.edits), key=lambda one: (one.source.path, one.span, one.text)):
        replacement = {
            "deletedRegion": _region(edit.source, edit.span, least=0),
            "insertedContent": {"text": decoded(edit.text)},
        }
        changes.setdefault(edit.source, []).append(replacement)
    return {
        "description": {"text": f"{fix.title} ({fix.safety.value})"},
        "artifactChanges": [
            {"artifactLocation": _artifact(source, root), "replacements": replacements}
            for source, replacements in changes.items()
        ],
    }


def _suppressions(suppressed: Suppression | None) -> list[dict[str, str]]:
    if suppressed is None:
        return []
    why = {"justification": suppressed.reason} if suppressed.reason else {}
    return [{"kind": _KINDS.get(suppressed.kind, "external"), **why}]


def _failed(report: Report, root: Root) -> list[dict[str, Any]]:
    found = [
        {"level": "error", "message": {"text": f"{root.named(failure.path)}: {failure.message}"}}
        for failure in report.failures
    ]
    for crash in report.crashed:
        on = f" on {root.named(crash.path)}" if crash.path else ""
        found.append({"level": "error", "message": {"text": f"{crash.rule} failed{on}: {crash.error}"}})
    return found


def _unknown(report: Report, root: Root) -> list[dict[str, Any]]:
    return [
        {
            "level": "note",
            "message": {"text": unknown.message},
            **({} if unknown.at is None else {"locations": [_location(*unknown.at, root)]}),
        }
        for unknown in report.unknowns
    ]

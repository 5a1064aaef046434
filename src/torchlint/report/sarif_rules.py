"""Rules as SARIF describes them: what a code host shows around a finding."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from torchlint.catalog import Entry

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
"""What SARIF calls our severities."""
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
_PRECISION = {"high": "very-high", "medium": "medium", "low": "low"}
_SECURITY = {"error": "8.0", "warning": "5.0", "info": "3.0"}
"""Scores in the middle of what hosts call high, medium and low; only for rules about security."""


def descriptor(name: str, entry: Entry | None, page_of: Callable[[Entry], str]) -> dict[str, Any]:
    """One reportingDescriptor. Without an entry, as for a rule that is installed no more, only the name is known."""
    if entry is None:
        said = {"text": f"{name}: no page of this rule is installed."}
        return {"id": name, "name": _camel(name), "shortDescription": said, "fullDescription": said, "help": said}
    page = page_of(entry)
    text = _first_paragraph(page) or entry.title
    properties: dict[str, Any] = {
        "tags": [entry.family, entry.outcome],
        "precision": _PRECISION[entry.confidence],
        "problem.severity": _PROBLEMS[entry.severity],
    }
    if entry.family == "security":
        properties["security-severity"] = _SECURITY[entry.severity]
    return {
        "id": name,
        "name": _camel(name),
        "shortDescription": {"text": f"{_capital(entry.title).replace('`', '')}."},
        "fullDescription": {"text": text},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
        "properties": properties,
    }


def _first_paragraph(page: str) -> str:
    """The reason that the page gives first, in one line and without Markdown's quotes of code."""
    lines: list[str] = []
    for line in page.split("\n")[1:]:
        if line.startswith(("#", "```")) or (lines and not line.strip()):
            break
        if line.strip():
            lines.append(line.strip())
    return " ".join(lines).replace("`", "")


def _camel(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split("-"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

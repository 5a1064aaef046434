"""A comment of ShellCheck as a problem: at its bytes, with its own change as a fix."""

from __future__ import annotations

from itertools import pairwise

from torchlint.findings import Confidence, Fix, Outcome, Problem, Safety, Severity
from torchlint.shellcheck import codes
from torchlint.text import Edit, Place, encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.catalog import Entry
    from torchlint.shellcheck.program import Comment, Replacement
    from torchlint.shellcheck.sending import Sent


def problem_of(comment: Comment, entry: Entry, sent: Sent, escape: str) -> Problem | None:
    """None for what is said of words that are not the user's. `escape`: what continues lines in the Dockerfile."""
    start = sent.index(comment.line, comment.column)
    end = sent.index(comment.end_line, comment.end_column)
    if start is None:
        return None
    return Problem(
        Place(sent.script.text.source, sent.span(start, start if end is None else end)),
        encoded(comment.message.removesuffix(".")),
        f"see {codes.url(comment.code)}",
        _fix(comment, sent, escape),
        severity=Severity(entry.severity),
        outcome=Outcome(entry.outcome),
        confidence=Confidence(entry.confidence),
    )


def _fix(comment: Comment, sent: Sent, escape: str) -> Fix | None:
    """ShellCheck's own change, where every part of it lies in one line. It knows no more than the script: unsafe."""
    edits = [_edit(part, sent, escape) for part in comment.replacements]
    made = tuple(sorted((edit for edit in edits if edit is not None), key=lambda edit: edit.span))
    apart = all(one.span.end < other.span.start for one, other in pairwise(made))
    if not made or len(made) < len(edits) or not apart:
        return None
    quotes = all(part.text == '"' for part in comment.replacements)
    return Fix("put it in double quotes" if quotes else "change it as ShellCheck proposes", made, Safety.UNSAFE)


def _edit(part: Replacement, sent: Sent, escape: str) -> Edit | None:
    start, end = sent.index(part.line, part.column), sent.index(part.end_line, part.end_column)
    text = sent.script.text
    if start is None or end is None or end < start or "\n" in part.text or escape in part.text:
        return None
    span = text.span(start, end)
    if start == end and part.closes and start:
        behind = text.span(start - 1, start).end
        span = span._replace(start=behind, end=behind)
    if text.source.text[span.start : span.end] != text.text[start:end]:
        return None
    return Edit(text.source, span, encoded(part.text))

"""Which fixes may be made, and which of them in one pass."""

from __future__ import annotations

from bisect import bisect_left

from torchlint.findings import Confidence, Outcome, Safety, Severity
from torchlint.fix.moves import Change, by_path, changed
from torchlint.fix.shapes import Candidate, Fault, Need
from torchlint.text import OverlappingEdits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.findings import Finding, Fix
    from torchlint.fix.shapes import Wishes
    from torchlint.text import Span


def allowed(finding: Finding, wishes: Wishes) -> Fix | None:
    """The first fix of a finding that the user allows."""
    if finding.suppressed is not None or not finding.fixes or not wishes.fixable(finding):
        return None
    unsafe = wishes.unsafe(finding)
    return next((fix for fix in finding.fixes if unsafe or fix.safety is Safety.SAFE), None)


def candidate(finding: Finding, fix: Fix, wishes: Wishes) -> Candidate | Fault:
    """The fix as one that may be made, or why it cannot be."""
    sources = {edit.source.path: edit.source for edit in fix.edits}
    for source in sources.values():
        why = wishes.closed(source) if source.exact else "is UTF-16 or UTF-32; only files in UTF-8 are written"
        if why:
            return Fault(f"{source.path} {why}")
    changes = tuple(Change(edit.source.path, edit.span, edit.text) for edit in fix.edits)
    try:
        same = True
        for path, mine in by_path(changes).items():
            text = sources[path].text
            if any(not 0 <= start <= end <= len(text) for _, (start, end), _ in mine):
                return Fault("an edit lies outside of its file", ours=True)
            after = changed(text, mine)
            after.encode("latin-1")
            same = same and after == text
    except (OverlappingEdits, UnicodeEncodeError) as error:
        what = "its own edits overlap" if isinstance(error, OverlappingEdits) else "its text is not held as bytes"
        return Fault(what, ours=True)
    return Fault("it changes nothing", ours=True) if same else Candidate(finding, fix, changes, _need(finding, fix))


def _need(finding: Finding, fix: Fix) -> Need:
    if fix.safety is not Safety.SAFE:
        return Need.NOTHING
    surely = finding.severity is Severity.ERROR and finding.confidence is Confidence.HIGH
    if surely and finding.outcome is Outcome.BUILD:
        return Need.NOTHING
    return Need.CONTENT if surely and finding.outcome is Outcome.START else Need.PREDICTION


def planned(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[tuple[Candidate, Candidate]]]:
    """Those that can be made at once, the worst first and then in the order of the files; and each of the others with
    the one that it overlaps."""
    chosen: list[Candidate] = []
    overlapping: list[tuple[Candidate, Candidate]] = []
    taken: dict[str, _Taken] = {}
    for one in sorted(candidates, key=_order):
        rivals = (taken[change.path].rival(change) for change in one.changes if change.path in taken)
        rival = next((rival for rival in rivals if rival is not None), None)
        if rival is not None:
            overlapping.append((one, rival))
            continue
        chosen.append(one)
        for change in one.changes:
            taken.setdefault(change.path, _Taken()).add(change, one)
    return chosen, overlapping


def _order(one: Candidate) -> tuple[int, str, Span, str]:
    return one.finding.severity.rank, one.finding.at.source.path, one.finding.at.span, one.finding.rule


class _Taken:
    """The bytes of one file that are spoken for, in order."""

    def __init__(self) -> None:
        self.changes: list[tuple[Span, str]] = []
        self.owners: list[Candidate] = []

    def rival(self, change: Change) -> Candidate | None:
        """Who claims bytes of `change` for something else."""
        index = bisect_left(self.changes, (change.span, change.text))
        # An insertion may stand right before what it shares an offset with, hence two on either side.
        for near in range(max(0, index - 2), min(len(self.changes), index + 2)):
            span, text = self.changes[near]
            if span.overlaps(change.span) and (span, text) != (change.span, change.text):
                return self.owners[near]
        return None

    def add(self, change: Change, owner: Candidate) -> None:
        mine = (change.span, change.text)
        index = bisect_left(self.changes, mine)
        if self.changes[index : index + 1] != [mine]:
            self.changes.insert(index, mine)
            self.owners.insert(index, owner)

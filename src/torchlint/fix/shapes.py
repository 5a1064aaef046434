"""What fixing is made of: what was seen, what may be done about it, and what came of it."""

from __future__ import annotations

from enum import Enum

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from torchlint.check import Report
    from torchlint.findings import Finding, Fix, Safety
    from torchlint.fix.moves import Change
    from torchlint.project import Project
    from torchlint.text import Source
    from torchlint.world import World

    Look: TypeAlias = "Callable[[Mapping[str, str], tuple[str, ...] | None], Seen]"
    """Reads and checks: all, or only the files of these paths, as shown; the texts stand for files or their newer
    state, by path as shown."""


class Seen(NamedTuple):
    """What was read and said of it. `report` is what the user asks for. `guard` is what fixes are judged by: at least
    that, and what a narrow choice of rules would not notice."""

    project: Project
    report: Report
    guard: Report
    world: World


class Need(Enum):
    """What a fix must leave as it was for its claim to hold."""

    PREDICTION = "prediction"
    """Safe as nothing changes: all that is predicted of the shipped images."""
    CONTENT = "content"
    """Safe as the container surely does not start: what is installed."""
    NOTHING = "nothing"
    """Safe as the build surely stops, or not safe."""


class Candidate(NamedTuple):
    """A fix that may be made."""

    finding: Finding
    fix: Fix
    changes: tuple[Change, ...]
    need: Need

    @property
    def key(self) -> tuple[str, str, str]:
        """Names it as long as the file around it changes little."""
        return self.finding.rule, self.finding.fingerprint, self.fix.title


class Wishes(NamedTuple):
    """What the user allows. `fixable`: whether a finding may be fixed at all. `unsafe`: whether its unsafe fix may be
    taken. `closed`: why a file must not be changed, "" if it may be."""

    fixable: Callable[[Finding], bool]
    unsafe: Callable[[Finding], bool]
    closed: Callable[[Source], str]


class Fault(NamedTuple):
    """Why a fix cannot be made. `ours`: no state of the user's files excuses it, so it is torchlint's own mistake."""

    why: str
    ours: bool = False


class Told(NamedTuple):
    """A fix as people are told of it: the place of its finding when it was looked at, and the files it changes."""

    path: str
    line: int
    rule: str
    title: str
    safety: Safety
    files: tuple[str, ...]

    @classmethod
    def of(cls, finding: Finding, fix: Fix) -> Told:
        """The fix of a finding."""
        line = finding.at.source.line_at(finding.at.span.start)
        files = tuple(dict.fromkeys(edit.source.path for edit in fix.edits))
        return cls(finding.at.source.path, line, finding.rule, fix.title, fix.safety, files)


class Refused(NamedTuple):
    """A fix that was not made, and why."""

    told: Told
    fault: Fault


class Withheld(NamedTuple):
    """An unsafe fix that only waits for the user's word. `may_change`: what it changes of the prediction, in words;
    empty if that cannot be known. `dockerfiles`: those that lead to the finding."""

    told: Told
    may_change: tuple[str, ...]
    dockerfiles: tuple[str, ...]


class Changed(NamedTuple):
    """One file: as it was read, and what its text is to be."""

    source: Source
    text: str


class Mended(NamedTuple):
    """What came of it; nothing is written yet. `first` is what was seen before, `last` with all changes made.

    `groups`: files that are written together or not at all. `circles`: rules that undo each other's work, each a
    mistake of torchlint's; nothing of what they did is kept. `restless`: rules with fixes left after the last pass.
    """

    first: Seen
    last: Seen
    groups: tuple[tuple[Changed, ...], ...]
    fixed: tuple[Told, ...]
    refused: tuple[Refused, ...]
    circles: tuple[tuple[str, ...], ...]
    restless: tuple[str, ...]

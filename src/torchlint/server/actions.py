"""What the editor can do about findings: fixes that were tried, comments that silence, and all safe fixes at once."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate

from lsprotocol import types

from torchlint.adding_ignores import additions
from torchlint.cli.asked import Check
from torchlint.cli.configuring import configured
from torchlint.cli.gate import paths_read
from torchlint.cli.looking import View
from torchlint.config import ConfigError
from torchlint.findings import Safety
from torchlint.fix import mend, withheld
from torchlint.fix.choice import allowed, candidate
from torchlint.fix.moves import Moves, by_path, changed
from torchlint.fix.shapes import Fault, Mended
from torchlint.fix.trial import fault
from torchlint.record import NamedTuple
from torchlint.report.fixes import may_change
from torchlint.server.diagnostics import Shown, at, version_of
from torchlint.server.documents import told
from torchlint.text import MARK, Edit, Span, apply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from torchlint.findings import Finding, Fix
    from torchlint.fix.shapes import Look, Seen, Wishes
    from torchlint.server.diagnostics import Abilities
    from torchlint.server.sights import Sight
    from torchlint.text import Source

FIX_ALL = "source.fixAll.torchlint"
QUICK_FIX = types.CodeActionKind.QuickFix.value
KINDS = (QUICK_FIX, FIX_ALL)
_MOST_COMPARED = 4_000_000
"""Above so many pairs of lines two texts are not compared line by line."""


class Superseded(Exception):
    """Nobody waits for the answer any more."""


class Wanted(NamedTuple):
    """What was asked for: a file, a span of it, the kinds of actions (None: all), and whether the editor asks for
    itself, as it does whenever the cursor moves."""

    path: str
    span: Span
    only: tuple[str, ...] | None = None
    automatic: bool = False

    def wants(self, kind: str) -> bool:
        """True if an action of this kind is."""
        return self.only is None or any(f"{kind}.".startswith(f"{one}.") or not one for one in self.only)


class Actions:
    """The actions for one sight. `stopped`: nobody waits any more."""

    def __init__(self, sight: Sight, able: Abilities, stopped: Callable[[], bool]) -> None:
        assert sight.view is not None and sight.seen is not None, "only what was seen can be acted upon"
        self.sight = sight
        self.view: View = sight.view
        self.seen: Seen = sight.seen
        self.able = able
        self.shown = Shown(sight, able)
        self.stopped = stopped
        self.wishes: Wishes = self.view.wishes()._replace(unsafe=lambda _finding: False)

    def of(self, wanted: Wanted) -> Iterator[types.CodeAction]:
        """What can be done at a place. Raises Superseded."""
        if wanted.wants(QUICK_FIX):
            found = list(at(self.sight, wanted.path, wanted.span, self.shown))
            for finding in found:
                yield from self._fixes(finding)
            for finding in found:
                yield from self._ignore(finding)
        if wanted.wants(FIX_ALL) and (wanted.only is not None or not wanted.automatic):
            yield from self._all(wanted.path)

    def _fixes(self, finding: Finding) -> Iterator[types.CodeAction]:
        fix = allowed(finding, self.wishes._replace(unsafe=lambda _finding: True))
        if fix is None or not all(self._editable(edit.source) for edit in fix.edits):
            return
        safe = fix.safety is Safety.SAFE
        may = "" if safe else self._may_change(finding)
        if may is None or (safe and not self._keeps_the_laws(finding, fix)):
            return
        yield types.CodeAction(
            fix.title + (f" (unsafe: {may})" if may else ""),
            kind=QUICK_FIX,
            diagnostics=[self.shown.diagnostic(finding)],
            is_preferred=safe,
            edit=self._edit(fix.edits),
        )

    def _keeps_the_laws(self, finding: Finding, fix: Fix) -> bool:
        made = candidate(finding, fix, self.wishes)
        if isinstance(made, Fault):
            return False
        mine = by_path(made.changes)
        before = {edit.source.path: edit.source.text for edit in fix.edits}
        texts = {path: (before[path], changed(before[path], some)) for path, some in mine.items()}
        after = self._look({path: new for path, (_, new) in texts.items()}, None)
        return fault([made], texts, {path: Moves(some) for path, some in mine.items()}, self.seen, after) is None

    def _may_change(self, finding: Finding) -> str | None:
        """What an unsafe fix may change; None if it cannot be made."""
        alone = self.seen._replace(report=self.seen.report._replace(findings=(finding,)))
        waiting, _ = withheld(self._look, self.wishes, Mended(self.seen, alone, (), (), (), (), ()))
        return may_change(waiting[0]) if waiting else None

    def _ignore(self, finding: Finding) -> Iterator[types.CodeAction]:
        lists = [path for path, by_line in paths_read(self.seen.project, self.seen.report).items() if by_line]
        added = additions(self.seen.report._replace(findings=(finding,)), "", lists)
        if not added.edits or not all(map(self._editable, added.edits)):
            return
        after = self._look({source.path: apply(source.text, made) for source, made in added.edits.items()}, None)
        before = {one.fingerprint for one in self.seen.report.findings if one.suppressed is None}
        left = {one.fingerprint for one in after.report.findings if one.suppressed is None}
        # Findings that are alike go by their order, so the comment may take one's name from another.
        if not left < before:
            return
        yield types.CodeAction(
            f"Ignore {finding.rule} here",
            kind=QUICK_FIX,
            diagnostics=[self.shown.diagnostic(finding)],
            is_preferred=False,
            edit=self._edit([edit for made in added.edits.values() for edit in made]),
        )

    def _all(self, path: str) -> Iterator[types.CodeAction]:
        """What `torchlint fix` makes of a file."""
        if not any(allowed(finding, self.wishes) for finding in self.seen.report.findings):
            return
        try:
            view = View(Check((path,), force_exclude=True), configured(Check()), self.sight.state.overlay)
        except ConfigError:
            return
        mended = mend(self._stoppable(view.look), view.wishes()._replace(unsafe=lambda _finding: False))
        edits = [
            edit
            for group in mended.groups
            if all(self._editable(one.source) for one in group)
            for one in group
            for edit in _differences(one.source, one.text)
        ]
        if edits:
            yield types.CodeAction("Fix all that is safe to fix (torchlint)", kind=FIX_ALL, edit=self._edit(edits))

    def _look(self, texts: Mapping[str, str], only: tuple[str, ...] | None) -> Seen:
        return self._stoppable(self.view.look)(texts, only)

    def _stoppable(self, look: Look) -> Look:
        def looked(texts: Mapping[str, str], only: tuple[str, ...] | None) -> Seen:
            if self.stopped():
                raise Superseded
            return look(texts, only)

        return looked

    def _editable(self, source: Source) -> bool:
        """False for what an editor could not put back as it was: other bytes than UTF-8 in a file that is not open."""
        if self.shown.path(source) in self.sight.state.documents:
            return True
        try:
            source.to_bytes().decode("utf-8")
        except UnicodeDecodeError:
            return False
        return source.exact

    def _edit(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        by_source: dict[Source, list[types.TextEdit]] = {}
        for edit in sorted(set(edits), key=lambda one: (one.source.path, one.span, one.text)):
            made = types.TextEdit(self.shown.range(edit.source, edit.span), told(edit.text))
            by_source.setdefault(edit.source, []).append(made)
        if not self.able.versions:
            return types.WorkspaceEdit(changes={self.shown.uri(one): made for one, made in by_source.items()})
        documents = [
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(
                    self.shown.uri(source), version_of(self.sight.state, self.shown.path(source))
                ),
                made,
            )
            for source, made in by_source.items()
        ]
        return types.WorkspaceEdit(document_changes=documents)


def _differences(source: Source, after: str) -> Iterator[Edit]:
    """Edits of the lines that differ; none of them holds a byte order mark, which an editor keeps to itself."""
    mark = len(MARK) if source.text.startswith(MARK) and after.startswith(MARK) else 0
    old, new = _lines(source.text[mark:]), _lines(after[mark:])
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    begin = mark + sum(map(len, old[:same]))
    old, new = old[same : len(old) - tail], new[same : len(new) - tail]
    if len(old) * len(new) > _MOST_COMPARED:
        yield Edit(source, Span(begin, begin + sum(map(len, old))), "".join(new))
        return
    starts = [begin, *(begin + end for end in accumulate(map(len, old)))]
    for kind, first, last, fresh, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(source, Span(starts[first], starts[last]), "".join(new[fresh:end]))


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines

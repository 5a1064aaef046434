"""Fixes for files that belong together: plan, make, look again, until nothing is left to do."""

from __future__ import annotations

from torchlint.fix.choice import allowed, candidate, planned
from torchlint.fix.moves import Change, Moves, by_path, changed
from torchlint.fix.shapes import Candidate, Changed, Fault, Need, Refused, Told
from torchlint.fix.trial import fault
from torchlint.record import NamedTuple
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from torchlint.fix.shapes import Look, Seen, Wishes
    from torchlint.text import Edit, Source

PASSES = 10


class Settled(NamedTuple):
    """What came of the files. `files`: those with another text, by path; `ties`: the paths of each fix."""

    last: Seen
    files: Mapping[str, Changed]
    ties: tuple[tuple[str, ...], ...]
    fixed: tuple[Told, ...]
    refused: tuple[Refused, ...]
    circles: tuple[tuple[str, ...], ...]
    restless: tuple[str, ...]


def settle(look: Look, wishes: Wishes, paths: tuple[str, ...] | None) -> Settled:
    """Make every fix that may be made. Rules that undo each other's work are left out, all that they did with them."""
    circles: list[tuple[str, ...]] = []
    while True:
        run = _Run(look, wishes, paths, {rule for circle in circles for rule in circle})
        circle = run.until_quiet()
        if not circle:
            return run.settled(tuple(circles))
        circles.append(circle)


class _State(NamedTuple):
    """One pass while it goes on: what is seen with the changes accepted so far, which are of the texts it began on."""

    seen: Seen
    changes: tuple[Change, ...]
    taken: tuple[Candidate, ...]


class _Run:
    def __init__(self, look: Look, wishes: Wishes, paths: tuple[str, ...] | None, barred: set[str]) -> None:
        self.look = look
        self.wishes = wishes
        self.paths = paths
        self.barred = barred
        self.seen = look({}, paths)
        self.texts: dict[str, str] = {}
        # What this pass began on, and each file as it was read before anything was done to it.
        self.begun: dict[str, str] = {}
        self.sources: dict[str, Source] = {}
        # For each file the texts it had, in order, and the rules that led from one to the next.
        self.history: dict[str, list[str]] = {}
        self.workers: dict[str, list[tuple[str, ...]]] = {}
        self.done: list[Candidate] = []
        self.refused: dict[tuple[str, str, str], Refused] = {}
        self.restless: tuple[str, ...] = ()

    def until_quiet(self) -> tuple[str, ...]:
        """Pass after pass; the rules of a circle if one is found."""
        for _ in range(PASSES):
            state = self.one_pass()
            if not state.taken:
                return ()
            circle = self.take(state)
            if circle:
                return circle
        state = self.one_pass()
        self.restless = tuple(sorted({one.finding.rule for one in state.taken}))
        return ()

    def candidates(self) -> list[Candidate]:
        """The fixes to choose from; what cannot be one is refused."""
        found = []
        for finding in self.seen.report.findings:
            fix = None if finding.rule in self.barred else allowed(finding, self.wishes)
            if fix is None:
                continue
            made = candidate(finding, fix, self.wishes)
            if isinstance(made, Candidate) and not all(map(self.known, fix.edits)):
                made = Fault("its edits are of another text than the one that was read", ours=True)
            if isinstance(made, Candidate):
                found.append(made)
            else:
                self.refused[finding.rule, finding.fingerprint, fix.title] = Refused(Told.of(finding, fix), made)
        return found

    def known(self, edit: Edit) -> bool:
        """False if an edit is of another text than the others of its file."""
        path, text = edit.source.path, edit.source.text
        same = self.begun.setdefault(path, self.texts.get(path, text)) == text
        if same and path not in self.texts:
            self.sources[path] = edit.source
        return same

    def one_pass(self) -> _State:
        """What can be made of the texts as they are."""
        self.refused, self.begun = {}, _read(self.seen)
        waiting = self.candidates()
        state = _State(self.seen, (), ())
        while waiting and not state.taken:
            chosen, overlapping = planned(waiting)
            for need in Need:
                state = self.attempt(state, [one for one in chosen if one.need is need])
            waiting = [one for one, _ in overlapping]
            for one, rival in overlapping:
                other = Told.of(rival.finding, rival.fix)
                why = Fault(f"it overlaps with the fix of {other.rule} in line {other.line}")
                self.refused.setdefault(one.key, Refused(Told.of(one.finding, one.fix), why))
        return state

    def attempt(self, state: _State, batch: Sequence[Candidate]) -> _State:
        """`state` with as many of `batch` as keep the laws; the others are refused."""
        if not batch:
            return state
        tried = self.tried(state, batch)
        if isinstance(tried, _State):
            for one in batch:
                self.refused.pop(one.key, None)
            return tried
        if len(batch) == 1:
            one = batch[0]
            self.refused[one.key] = Refused(Told.of(one.finding, one.fix), tried)
            return state
        middle = len(batch) // 2
        return self.attempt(self.attempt(state, batch[:middle]), batch[middle:])

    def tried(self, state: _State, batch: Sequence[Candidate]) -> _State | Fault:
        before = by_path(state.changes)
        accepted = {path: Moves(mine) for path, mine in before.items()}
        known = set(state.changes)
        fresh = [change for change in dict.fromkeys(c for one in batch for c in one.changes) if change not in known]
        if not fresh:
            return state._replace(taken=(*state.taken, *batch))
        rebased = by_path(accepted[c.path].rebased(c) if c.path in accepted else c for c in fresh)
        texts = {}
        for path, mine in rebased.items():
            old = changed(self.begun[path], before.get(path, ()))
            texts[path] = (old, changed(old, mine))
        moved = {path: Moves(mine) for path, mine in rebased.items()}
        after = self.look({**self.now(state), **{path: new for path, (_, new) in texts.items()}}, self.paths)
        here = [_moved(one, accepted) for one in batch]
        why = fault(here, texts, moved, state.seen, after)
        if why is not None:
            return why
        return _State(after, (*state.changes, *fresh), (*state.taken, *batch))

    def now(self, state: _State) -> dict[str, str]:
        """The texts of all changed files in this state."""
        texts = dict(self.texts)
        for path, mine in by_path(state.changes).items():
            texts[path] = changed(self.begun[path], mine)
        return texts

    def take(self, state: _State) -> tuple[str, ...]:
        """Go on from the end of a pass; the rules of a circle if a file has a text that it had before."""
        texts = self.now(state)
        for path in by_path(state.changes):
            rules = tuple({one.finding.rule for one in state.taken if any(c.path == path for c in one.changes)})
            history = self.history.setdefault(path, [self.begun[path]])
            workers = self.workers.setdefault(path, [])
            workers.append(rules)
            if texts[path] in history:
                began = history.index(texts[path])
                return tuple(sorted({rule for some in workers[began:] for rule in some}))
            history.append(texts[path])
        self.texts = texts
        self.seen = state.seen
        self.done += state.taken
        return ()

    def settled(self, circles: tuple[tuple[str, ...], ...]) -> Settled:
        return Settled(
            self.seen,
            {path: Changed(self.sources[path], text) for path, text in self.texts.items()},
            tuple(tuple(dict.fromkeys(change.path for change in one.changes)) for one in self.done),
            tuple(Told.of(one.finding, one.fix) for one in self.done),
            tuple(self.refused.values()),
            circles,
            self.restless,
        )


def _read(seen: Seen) -> dict[str, str]:
    """The texts that were read for their own sake or by an install."""
    project = seen.project
    sources = [*(one.source for one in project.dockerfiles), *project.requirements, *project.environments]
    sources += [file.source for build in seen.report.builds for file in build.requirements]
    return {source.path: source.text for source in sources}


def _moved(one: Candidate, accepted: Mapping[str, Moves]) -> Candidate:
    """The candidate with the place of its finding as it is after the changes accepted so far."""
    source, (start, end) = one.finding.at
    moves = accepted.get(source.path)
    if moves is None:
        return one
    span = Span(moves.offset(start), max(moves.offset(start), moves.offset(end)))
    return one._replace(finding=one.finding._replace(at=Place(source, span)))

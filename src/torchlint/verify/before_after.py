"""Fixes judged by what they do: every image before and after them, and only what holds is kept. Nothing is written."""

from __future__ import annotations

import os
from enum import Enum

from torchlint.fix.shapes import Fault, Refused, Told
from torchlint.record import NamedTuple
from torchlint.verify.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeAlias

    from torchlint.findings import Finding
    from torchlint.fix.shapes import Mended
    from torchlint.model.build import Build
    from torchlint.verify.verifying import Verdict

    Judge: TypeAlias = Callable[[Build, Mapping[str, bytes]], Verdict]
    """The evidence about one Dockerfile, with these contents in the place of files, by absolute path."""

    Plan: TypeAlias = Callable[[Callable[[Finding], bool]], Mended]
    """Makes the fixes of those findings that the predicate lets through, after all else that the user allows."""

ROUNDS = 20
"""How often fixes are taken back before none is made: each round takes back at least one."""


ALIKE = 0.75
"""From which likeness on, of 1, two findings of a rule are taken for the same one: other fixes may have changed its
line."""


class Turn(Enum):
    """What became of one image."""

    MENDED = "mended"
    """It failed, or nobody could tell, and now it has all the evidence that was asked for."""
    KEPT = "kept"
    """It has the evidence that it had before."""
    FAILING = "failing"
    """It fails as it did, or later than it did."""
    BROKEN = "broken"
    """It has less evidence than before."""
    UNKNOWN = "unknown"
    """Nobody can tell here."""


HOLDING = (Turn.MENDED, Turn.KEPT, Turn.FAILING)


class Judged(NamedTuple):
    """One Dockerfile, by its path as shown, before and after."""

    path: str
    turn: Turn
    before: Verdict
    after: Verdict

    @property
    def same_step(self) -> bool:
        """Whether what fails is the same before and after; numbers of steps do not count."""
        return _step(self.before) == _step(self.after)


class Dropped(NamedTuple):
    """A fix that was taken back, and what showed that it had to be; None if there is no image that could."""

    refused: Refused
    judged: Judged | None


class Compared(NamedTuple):
    """`mended`: with the fixes that hold. `judged`: every Dockerfile that they change something for."""

    mended: Mended
    judged: tuple[Judged, ...]
    dropped: tuple[Dropped, ...]


class _Key(NamedTuple):
    """What a fix is known by in texts that other fixes changed: what it was found in, and the line of that."""

    rule: str
    path: str
    words: str
    line: str


def compare(plan: Plan, judge: Judge) -> Compared:
    """Judge every image that fixes would change, before and after; take back what does harm, and what nobody can judge.

    Whatever `judge` raises is raised: then nothing is known, and nothing should be written.
    """
    return _Comparison(plan, judge).settled()


def turn(before: Verdict, after: Verdict) -> Turn:
    """What became of an image with this evidence."""
    if after.reached < before.reached:
        return Turn.UNKNOWN if after.proven is None else Turn.BROKEN
    if after.proven:
        return Turn.KEPT if before.proven else Turn.MENDED
    if after.proven is None:
        # An engine that can build but not start: what can be told here is told.
        return Turn.KEPT if after.reached > Evidence.SEEN else Turn.UNKNOWN
    if before.proven is None:
        return Turn.UNKNOWN
    return Turn.BROKEN if before.proven else Turn.FAILING


class _Comparison:
    def __init__(self, plan: Plan, judge: Judge) -> None:
        self.plan = plan
        self.judge = judge
        self.met: dict[_Key, Finding] = {}
        self.verdicts: dict[tuple[str, tuple[tuple[str, str], ...]], Verdict] = {}
        self.dropped: dict[_Key, Dropped] = {}
        self.titles: set[tuple[str, str, str]] = set()
        # All that is met when everything is allowed is a fix of its own, however alike.
        self.learning = True
        for finding in plan(lambda _finding: False).first.report.findings:
            if finding.fixes:
                self.met.setdefault(_key(finding), finding)

    def settled(self) -> Compared:
        for _ in range(ROUNDS):
            mended = self.planned(set(self.dropped))
            self.learning = False
            judged = []
            for path in affected(mended):
                judged.append(self.judged(path, mended))
                if judged[-1].turn not in HOLDING:
                    break
            if judged and judged[-1].turn not in HOLDING:
                self.take_back(judged[-1], mended)
            elif not self.take_back_unseen(mended):
                return Compared(mended, tuple(judged), tuple(self.dropped.values()))
        return Compared(self.planned(None), (), tuple(self.dropped.values()))

    def planned(self, barred: set[_Key] | None) -> Mended:
        """What would be made without some fixes; None: without any."""

        def wanted(finding: Finding) -> bool:
            return barred is not None and self.known(finding) not in barred

        return self.plan(wanted)

    def known(self, finding: Finding) -> _Key:
        """The fix as it was first met; one that is like none before is new."""
        key = _key(finding)
        if key in self.met:
            return key
        if self.learning:
            self.met[key] = finding
            return key
        likeness, nearest = max(
            ((_likeness(key, one), one) for one in self.met if one[:2] == key[:2]), default=(0.0, key)
        )
        if likeness >= ALIKE:
            return nearest
        self.met[key] = finding
        return key

    def judged(self, path: str, mended: Mended) -> Judged:
        first, last = (_build(seen.report.builds, path) for seen in (mended.first, mended.last))
        before = self.verdict(first, {}, mended)
        after = self.verdict(last, _texts_for(first, mended), mended)
        return Judged(path, turn(before, after), before, after)

    def verdict(self, build: Build, texts: Mapping[str, str], mended: Mended) -> Verdict:
        """The evidence about a Dockerfile with these texts in the place of files; each is asked for once."""
        key = build.source.path, tuple(sorted(texts.items()))
        if key not in self.verdicts:
            project = mended.first.project
            contents = {project.lies(path): text.encode("latin-1") for path, text in texts.items()}
            self.verdicts[key] = self.judge(build, contents)
        return self.verdicts[key]

    def take_back(self, bad: Judged, mended: Mended) -> None:
        """Drop the fixes that do harm to one image: those without which the others hold."""
        self.titles |= {(told.rule, told.path, told.title) for told in mended.fixed}
        suspects = self.suspects(bad.path, mended)
        if bad.turn is Turn.BROKEN:
            self.keep(bad.path, suspects, [], suspects, bad)
        if self.dropped.keys().isdisjoint(suspects):
            # Nobody can tell, or no fix is to blame that can be told apart: none of them is made.
            for key in suspects:
                self.drop(key, bad)

    def take_back_unseen(self, mended: Mended) -> bool:
        """Drop the fixes of files that no image here is made of; False if there are none."""
        self.titles |= {(told.rule, told.path, told.title) for told in mended.fixed}
        seen = {path for build in mended.first.report.builds if build.stages for path in _texts_for(build, mended)}
        unseen = {one.source.path for group in mended.groups for one in group} - seen
        keys = self.fixes_of(unseen, mended)
        for key in keys:
            self.drop(key, None)
        return bool(keys)

    def suspects(self, path: str, mended: Mended) -> list[_Key]:
        """The fixes that change something for one image."""
        return self.fixes_of(set(_texts_for(_build(mended.first.report.builds, path), mended)), mended)

    def fixes_of(self, files: set[str], mended: Mended) -> list[_Key]:
        """The fixes that change one of these files."""
        made = {(told.rule, told.path) for told in mended.fixed if not files.isdisjoint(told.files)}
        return [key for key in self.met if (key.rule, key.path) in made and key not in self.dropped]

    def keep(
        self, path: str, suspects: list[_Key], kept: list[_Key], batch: list[_Key], known: Judged | None = None
    ) -> list[_Key]:
        """`kept` with as many fixes of `batch` as hold beside them; the others are dropped. `known`: what they are
        known to do together."""
        judged = known or self.with_only(path, suspects, {*kept, *batch})
        if judged is None or judged.turn in HOLDING:
            return [*kept, *batch]
        if len(batch) < 2:
            for key in batch:
                self.drop(key, judged)
            return kept
        middle = len(batch) // 2
        return self.keep(path, suspects, self.keep(path, suspects, kept, batch[:middle]), batch[middle:])

    def with_only(self, path: str, suspects: list[_Key], wanted: set[_Key]) -> Judged | None:
        """What an image becomes with some of the suspects; None if nothing changes for it."""
        mended = self.planned(set(self.dropped) | (set(suspects) - wanted))
        return self.judged(path, mended) if path in affected(mended) else None

    def drop(self, key: _Key, judged: Judged | None) -> None:
        finding = self.met[key]
        titles = self.titles
        fix = next((one for one in finding.fixes if (key.rule, key.path, one.title) in titles), finding.fixes[0])
        self.dropped[key] = Dropped(Refused(Told.of(finding, fix), Fault(_why(judged))), judged)


def _key(finding: Finding) -> _Key:
    source, span = finding.at
    line = source.line_span(source.line_at(span.start))
    return _Key(finding.rule, source.path, source.text[span.start : span.end], source.text[line.start : line.end])


def _likeness(one: _Key, other: _Key) -> float:
    from difflib import SequenceMatcher

    pairs = ((one.words, other.words), (one.line, other.line))
    return sum(SequenceMatcher(None, was[:400], now[:400], autojunk=False).ratio() for was, now in pairs) / 2


def _why(judged: Judged | None) -> str:
    if judged is None:
        return "no Dockerfile here has an image that would show what it does"
    before, after = judged.before, judged.after
    if judged.turn is Turn.UNKNOWN:
        said = after.why or before.why
        return f"what it does to {judged.path} cannot be told here, {after.reached.word} is all that is known: {said}"
    return f"{judged.path} reaches {before.reached.word} without it and only {after.reached.word} with it: {after.why}"


def affected(mended: Mended) -> list[str]:
    """The Dockerfiles whose image may change, in order."""
    return [build.source.path for build in mended.first.report.builds if build.stages and _texts_for(build, mended)]


def _texts_for(build: Build, mended: Mended) -> dict[str, str]:
    """The new texts that count for one Dockerfile: its own, and those of files that its builder is sent."""
    project = mended.first.project
    others = {one.source.path for one in project.dockerfiles}
    root = build.context.folder
    inside = os.path.realpath(root).rstrip(os.sep) + os.sep if root is not None else None
    found = {}
    for one in (one for group in mended.groups for one in group):
        path = one.source.path
        within = inside is not None and os.path.realpath(project.lies(path)).startswith(inside)
        if path == build.source.path or (within and path not in others):
            found[path] = one.text
    return found


def _build(builds: Iterable[Build], path: str) -> Build:
    return next(build for build in builds if build.source.path == path)


def _step(verdict: Verdict) -> str:
    built = verdict.built
    if built is None or built.image is not None:
        return f"{verdict.reached.word}: {verdict.why}"
    # "[stage 2/5] RUN …": the number changes with every instruction before it.
    return built.step.rpartition("] ")[2]

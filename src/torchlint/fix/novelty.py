"""Which findings are new after a change, told apart from those that only moved; and which are still there."""

from __future__ import annotations

from collections import Counter

from torchlint.findings import Outcome
from torchlint.fix.moves import Moves

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from torchlint.findings import Finding
    from torchlint.fix.shapes import Candidate

_STILL = Moves(())


def news(
    before: Iterable[Finding],
    after: Iterable[Finding],
    moved: Mapping[str, Moves],
    mended: Iterable[Finding] = (),
) -> list[Finding]:
    """The findings of `after` that none of `before` can be, each of these counted once. Silenced ones do not count.

    The same is what a rule says at the same place, if need be in other words; and for text that was taken away in one
    place and put in another, what has the same fingerprint or, if it only costs space, says the same, those that are to
    be `mended` left out. Nor is new what the rule had named as a related place of another finding.
    """
    old, new = _by_rule(before), _by_rule(after)
    gone = {one.fingerprint for one in mended}
    found: list[Finding] = []
    for key, now in new.items():
        then = old.get(key, [])
        moves = moved.get(key[1], _STILL)
        then, now = _rest(then, now, _place(moves), _place_after(moves))
        lost = [one for one in then if moves.place(one.at.span.start) < 0 and one.fingerprint not in gone]
        paired = {one.fingerprint for one in lost}
        # What wasted space once, and stands where it is now as often as its text does.
        paired |= {one.message for one in lost if one.outcome is Outcome.WASTE}
        now = [
            one
            for one in now
            if moves.place_after(one.at.span.start) >= 0 or not {one.fingerprint, one.message} & paired
        ]
        if now:
            named = _named(old.get(key, ()), key[1], moves)
            found += [one for one in now if moves.place_after(one.at.span.start) not in named]
    return found


def left(candidates: Iterable[Candidate], after: Iterable[Finding], moved: Mapping[str, Moves]) -> Candidate | None:
    """One whose finding is still there, in the same words and with the same fix to offer."""
    there = {
        (one.rule, path, moved.get(path, _STILL).place_after(one.at.span.start), one.message, fix.title)
        for one in after
        if one.suppressed is None
        for path in (one.at.source.path,)
        for fix in one.fixes
    }
    for one in candidates:
        finding = one.finding
        path = finding.at.source.path
        place = moved.get(path, _STILL).place(finding.at.span.start)
        if (finding.rule, path, place, finding.message, one.fix.title) in there:
            return one
    return None


def _by_rule(findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        if one.suppressed is None:
            groups.setdefault((one.rule, one.at.source.path), []).append(one)
    return groups


def _rest(
    then: list[Finding],
    now: list[Finding],
    of_then: Callable[[Finding], Hashable],
    of_now: Callable[[Finding], Hashable],
) -> tuple[list[Finding], list[Finding]]:
    """What is left of both when those that are alike are paired off."""
    counts = Counter(map(of_then, then)) & Counter(map(of_now, now))
    if not counts:
        return then, now
    return _without(then, of_then, counts.copy()), _without(now, of_now, counts)


def _without(findings: list[Finding], of: Callable[[Finding], Hashable], paired: Counter[Hashable]) -> list[Finding]:
    rest = []
    for one in findings:
        if paired[of(one)]:
            paired[of(one)] -= 1
        else:
            rest.append(one)
    return rest


def _named(then: Iterable[Finding], path: str, moves: Moves) -> set[int]:
    return {
        moves.place(related.at.span.start) for one in then for related in one.related if related.at.source.path == path
    }


def _place(moves: Moves) -> Callable[[Finding], Hashable]:
    return lambda one: moves.place(one.at.span.start)


def _place_after(moves: Moves) -> Callable[[Finding], Hashable]:
    return lambda one: moves.place_after(one.at.span.start)

"""Where places lie after changes, and what changes touch: compared with making the changes byte by byte."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from torchlint.fix.moves import Change, Moves, changed
from torchlint.text import Span

TEXT = "abcdefghijklmnopqrst"


@st.composite
def changes(draw: st.DrawFn, most: int = 5) -> list[Change]:
    """Changes of TEXT that share no byte."""
    cuts = sorted(draw(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2 * most)))
    found: list[Change] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        text = draw(st.sampled_from(("", "X", "YY", "ZZZ")))
        if (start < end or text) and not any(one.span == Span(start, end) for one in found):
            found.append(Change("f", Span(start, end), text))
    return found


@given(made=changes())
def test_what_is_not_touched_lies_where_its_bytes_are(made: list[Change]) -> None:
    moves, after = Moves(made), changed(TEXT, made)
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            span = Span(start, end)
            if not moves.touches(span):
                there = moves.span(span)
                assert after[there.start : there.end] == TEXT[start:end]


@given(made=changes())
def test_touched_is_what_loses_a_byte_or_gets_one_inside_or_behind(made: list[Change]) -> None:
    moves = Moves(made)
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            lost = any(one.span.start < end and one.span.end > start for one in made if one.span.start < one.span.end)
            gets = any(start < one.span.start <= end for one in made if one.span.start == one.span.end)
            assert moves.touches(Span(start, end)) == (lost or gets)


@given(made=changes())
def test_place_before_and_after_is_the_same(made: list[Change]) -> None:
    """A byte that stays has one name on both sides; bytes of a change have that of the change."""
    moves, after = Moves(made), changed(TEXT, made)
    before = {}
    for at, byte in enumerate(TEXT):
        inside = any(one.span.start <= at < one.span.end for one in made)
        assert (moves.place(at) < 0) == inside
        if not inside:
            before[byte] = moves.place(at)
    for at, byte in enumerate(after):
        if byte in TEXT:
            assert moves.place_after(at) == before[byte] == at
        else:
            assert moves.place_after(at) < 0
    fresh = Counter(moves.place_after(at) for at, byte in enumerate(after) if byte not in TEXT)
    assert sorted(fresh.values()) == sorted(len(one.text) for one in made if one.text)


@given(made=changes(most=6), data=st.data())
def test_changes_made_one_after_the_other_come_out_as_made_at_once(made: list[Change], data: st.DataObject) -> None:
    first = [one for one in made if data.draw(st.booleans())]
    rest = [one for one in made if one not in first]
    between, moves = changed(TEXT, first), Moves(first)
    assert changed(between, [moves.rebased(one) for one in rest]) == changed(TEXT, made)


@given(made=changes())
def test_new_is_all_that_was_put_there(made: list[Change]) -> None:
    moves, after = Moves(made), changed(TEXT, made)
    for at, byte in enumerate(after):
        if byte not in TEXT:
            assert moves.new(Span(at, at + 1))


@given(made=changes(), start=st.integers(0, len(TEXT)), length=st.integers(0, len(TEXT)))
def test_only_in_is_that_no_byte_elsewhere_goes(made: list[Change], start: int, length: int) -> None:
    span = Span(start, min(start + length, len(TEXT)))
    gone = {at for one in made for at in range(one.span.start, one.span.end)}
    assert Moves(made).only_in(span) == gone.issubset(range(span.start, span.end))

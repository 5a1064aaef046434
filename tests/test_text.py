"""Places in bytes: offsets, positions for people, edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchlint.text import Edit, OverlappingEdits, Source, Span, apply, decoded, encoded

TEXTS = st.text(alphabet="aé\u00a0\u0085\u2028\r\n \u5927", max_size=40)


@given(st.binary(max_size=60).filter(lambda data: data[:2] not in (b"\xff\xfe", b"\xfe\xff")))
def test_bytes_come_back_as_they_were(data: bytes) -> None:
    assert Source.from_bytes("f", data).to_bytes() == data


@given(TEXTS)
def test_lines_end_at_lf_only(text: str) -> None:
    source = Source.from_bytes("f", text.encode())
    assert source.line_count() == text.count("\n") + 1


@given(TEXTS, st.data())
def test_position_counts_code_points(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    source = Source.from_bytes("f", text.encode())
    before = text[:index]
    line, column = source.position(len(before.encode()))
    assert line == before.count("\n") + 1
    assert column == len(before.rpartition("\n")[2]) + 1


def test_byte_order_mark_takes_no_column() -> None:
    assert Source.from_bytes("f", b"\xef\xbb\xbfFROM x").position(3) == (1, 1)


def test_utf_16_is_read_but_cannot_be_edited() -> None:
    source = Source.from_bytes("f", "torch==2.6.0\n".encode("utf-16"))
    assert source.text == "torch==2.6.0\n"
    assert not source.exact


def test_utf_16_whose_mark_a_tool_replaced_is_read() -> None:
    source = Source.from_bytes("f", "\ufffd\ufffd".encode() + "torch\n".encode("utf-16-le"))
    assert source.text == "torch\n"
    assert not source.exact


def test_newline_is_that_of_the_first_line() -> None:
    assert Source.from_bytes("f", b"a\r\nb\n").newline == "\r\n"
    assert Source.from_bytes("f", b"a\nb\r\n").newline == "\n"
    assert Source.from_bytes("f", b"a").newline == "\n"


@given(st.text(max_size=20))
def test_words_of_an_edit_come_back(text: str) -> None:
    assert decoded(encoded(text)) == text


@given(st.text(alphabet="abc", max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5)), max_size=4))
def test_edits_outside_a_place_do_not_change_it(text: str, cuts: list[tuple[int, int]]) -> None:
    source = Source("f", text)
    edits = []
    end = 0
    for start, length in sorted(cuts):
        if start >= end and start + length <= len(text) and length:
            edits.append(Edit(source, Span(start, start + length), "X" * length))
            end = start + length
    after = apply(text, edits)
    touched = {offset for edit in edits for offset in range(*edit.span)}
    assert len(after) == len(text)
    assert all(after[offset] == text[offset] for offset in range(len(text)) if offset not in touched)


def test_equal_edits_count_once_and_overlapping_ones_are_refused() -> None:
    source = Source("f", "abcdef")
    edit = Edit(source, Span(1, 3), "X")
    assert apply("abcdef", [edit, edit]) == "aXdef"
    with pytest.raises(OverlappingEdits):
        apply("abcdef", [edit, Edit(source, Span(2, 4), "Y")])
    with pytest.raises(OverlappingEdits):
        apply("abcdef", [Edit(source, Span(2, 2), "Y"), Edit(source, Span(2, 2), "Z")])


@given(st.binary(max_size=40) | st.text(max_size=20).map(str.encode), st.lists(st.integers(0, 40), max_size=8))
def test_position_does_not_depend_on_what_was_asked_before(data: bytes, offsets: list[int]) -> None:
    """Bytes that are no UTF-8 and places amid a character among them."""
    source = Source.from_bytes("f", data)
    for offset in offsets:
        offset = min(offset, len(source.text))
        assert source.position(offset) == Source.from_bytes("f", data).position(offset)


@given(TEXTS)
def test_lines_and_their_offsets_give_the_text_back(text: str) -> None:
    source = Source.from_bytes("f", text.encode())
    assert all(source.text.startswith(line, start) for start, line in source.lines())
    assert "\n".join(line for _, line in source.lines()) == source.text.removesuffix("\n")

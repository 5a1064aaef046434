"""Java's .properties: what java.util.Properties would load, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchlint.syntax import properties
from torchlint.text import Source

KEYS = st.text("abz_.-#!é", min_size=1, max_size=8).filter(lambda key: key[0] not in "#!")
VALUES = st.text("ab0:/=.#! ,éÅ\u2028", max_size=12).filter(lambda value: value[:1] not in (" ", ":", "="))
PIECES = st.sampled_from(
    [
        part.encode("latin-1")
        for part in "a|key|=|:| |\t|\x0c|\\|\\\n|\\\r\n|\n|\r|\r\n|#|!|\\u0041|\\u00|\\=".split("|")
    ]
    + [one.encode() for one in ("à", "Å", "\xa0", "\x85", "\u2028", "\ufeff")]
)
BYTES = st.one_of(st.binary(max_size=40), st.lists(PIECES, max_size=20).map(b"".join))


def loaded(text: str) -> dict[str, str]:
    return {one.key: one.value for one in properties.parse(Source("x", text)).entries}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a=b", {"a": "b"}),
        ("a:b\nc d\n", {"a": "b", "c": "d"}),
        ("  a  =  b  ", {"a": "b  "}),
        ("a = = b", {"a": "= b"}),
        ("address=http://0.0.0.0:8080", {"address": "http://0.0.0.0:8080"}),
        ("# no\n! no\n\n  # no\na=1", {"a": "1"}),
        ("a=1\r\nb=2\rc=3", {"a": "1", "b": "2", "c": "3"}),
        ("a=x,\\\n   y,\\\r\n\tz\nb=1", {"a": "x,y,z", "b": "1"}),
        ("a=x\\\\\nb=1", {"a": "x\\", "b": "1"}),
        ("a=x\\\n# still the value", {"a": "x# still the value"}),
        ("a\\=b=c\\:d", {"a=b": "c:d"}),
        ("a\\ b c", {"a b": "c"}),
        ("a=\\u0041\\tb\\z", {"a": "A\tbz"}),
        ("a=\\u00zz", {"a": "u00zz"}),
        ("alone", {"alone": ""}),
        ("alone\\", {"alone": ""}),
        ("a=b\\", {"a": "b"}),
        ("=b", {"": "b"}),
        ("a\\\n=b", {"a": "b"}),
        ("a=1\na=2", {"a": "2"}),
        ("\xef\xbb\xbfa=1", {"a": "1"}),
        ("", {}),
    ],
)
def test_loads_what_java_loads(text: str, expected: dict[str, str]) -> None:
    assert loaded(text) == expected


@given(st.dictionaries(KEYS, VALUES, max_size=5), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_is_written_plainly_is_read_back(entries: dict[str, str], newline: str) -> None:
    text = newline.join(f"{key}={value}" for key, value in entries.items())
    found = properties.parse(Source.from_bytes("x", text.encode()))
    assert {
        one.key.encode("latin-1").decode(): one.value.encode("latin-1").decode() for one in found.entries
    } == entries


@given(BYTES)
def test_any_bytes_give_entries_in_order_whose_places_are_theirs(data: bytes) -> None:
    source = Source.from_bytes("x", data)
    before = 0
    for one in properties.parse(source).entries:
        assert before <= one.span.start <= one.key_span.start <= one.key_span.end
        assert one.key_span.end <= one.value_span.start <= one.value_span.end == one.span.end <= len(source.text)
        before = one.span.end
        for shown, span in ((one.key, one.key_span), (one.value, one.value_span)):
            written = source.text[span.start : span.end]
            assert "\\" in written or written == shown


@given(BYTES)
def test_what_no_entry_covers_is_blank_or_comment(data: bytes) -> None:
    text = Source.from_bytes("x", data).text
    rest, position = [], 3 if text.startswith("\xef\xbb\xbf") else 0
    for one in properties.parse(Source("x", text)).entries:
        rest.append(text[position : one.span.start])
        position = one.span.end
    for line in "".join((*rest, text[position:])).replace("\r", "\n").split("\n"):
        assert line.strip(" \t\f\\") == "" or line.lstrip(" \t\f")[0] in "#!"


def test_a_key_s_last_entry_counts() -> None:
    found = properties.parse(Source("x", "a=1\nb=2\na=3\n"))
    last = found.last("a")
    assert last is not None and found.source.line_at(last.span.start) == 3
    assert (found.get("a"), found.get("c")) == ("3", None)

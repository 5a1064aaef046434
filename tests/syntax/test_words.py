"""Words: quotes, escapes and variables come out as BuildKit's lexer makes them."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchlint.syntax.words import UNSET, Unset, expand, expand_words, raw_words, variables

KNOWN: dict[str, str | None] = {
    "A": "a b",
    "EMPTY": "",
    "V": "1.22.333",
    "P": "x/y/z.tar.gz",
    "SECRET": None,
    "na\xc3\xafve": "n",
}


def lookup(name: str) -> str | Literal[Unset.UNSET] | None:
    return KNOWN.get(name, UNSET)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("plain", "plain"),
        ("$A", "a b"),
        ("${A}x", "a bx"),
        ("'$A'", "$A"),
        ('"$A"', "a b"),
        ("\\$A", "$A"),
        ('"\\$A"', "$A"),
        ('"a\\b"', "a\\b"),
        ('"a\\"b"', 'a"b'),
        ("a\\ b", "a b"),
        ("a\"b\"'c'", "abc"),
        ("a\\", "a"),
        ("$", "$"),
        ("a$-b", "ab"),
        ("$(date)", "$(date)"),
        ("${N:-w}", "w"),
        ("${N-w}", "w"),
        ("${EMPTY:-w}", "w"),
        ("${EMPTY-w}", ""),
        ("${A:-w}", "a b"),
        ("${A:+w}", "w"),
        ("${EMPTY:+w}", ""),
        ("${EMPTY+w}", "w"),
        ("${N+w}", ""),
        ("${A:?w}", "a b"),
        ("${N:-${M:-'x y'}}", "x y"),
        ("${N:-$A}", "a b"),
        ("${V#*.}", "22.333"),
        ("${V##*.}", "333"),
        ("${V%.*}", "1.22"),
        ("${V%%.*}", "1"),
        ("${V#?}", ".22.333"),
        ("${V#x}", "1.22.333"),
        ("${P/y/Q}", "x/Q/z.tar.gz"),
        ("${P/.*/}", "x/y/z"),
        ("${P//\\//-}", "x-y-z.tar.gz"),
        ("${V//2/}", "1..333"),
        ("${V//\\*/x}", "1.22.333"),
        ("$na\xc3\xafve", "n"),
        ("$A\xc2\xa0", "a b\xc2\xa0"),
        ("<<x", "<<x"),
    ],
)
def test_values(text: str, value: str) -> None:
    assert expand(text, lookup).value == value


@pytest.mark.parametrize(
    "text",
    [
        "it's", '"a', "${A", "${}", "${:x}", "${A^^}", "${A:0:1}", "${A,,}", "${A:=b}", "${A/x}", "${V#\\x}",
        "${A:#x}", "${N:?gone}", "${EMPTY:?gone}", "${N?}",
    ],
)  # fmt: skip
def test_what_buildkit_refuses_has_no_value(text: str) -> None:
    assert expand(text, lookup).value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$SECRET", None),
        ('x"${SECRET}"', None),
        ("${SECRET:-w}", None),
        ("${SECRET-w}", None),
        ("${SECRET:+w}", None),
        ("${SECRET+w}", "w"),
        ("${SECRET#a}", None),
        ("${N:-$SECRET}", None),
        ("${A:-$SECRET}", "a b"),
        ("${N:+$SECRET}", ""),
    ],
)
def test_the_unknown_spoils_only_what_needs_it(text: str, value: str | None) -> None:
    assert expand(text, lookup).value == value


@pytest.mark.parametrize(
    ("text", "undefined", "used"),
    [
        ("$N-$A-$N", ("N",), ("N", "A")),
        ("${N:-$M}", ("M",), ("N", "M")),
        ("${A:-$M}", (), ("A",)),
        ("${N:+$M}", (), ("N",)),
        ("${A:+$M}", ("M",), ("A", "M")),
        ("${N%x}", ("N",), ("N",)),
        ("${N:?x}", ("N",), ("N",)),
        ("${SECRET:-$M}", (), ("SECRET", "M")),
        ("'$N'", (), ()),
    ],
)
def test_undefined_are_the_names_without_value_or_default(
    text: str, undefined: tuple[str, ...], used: tuple[str, ...]
) -> None:
    expansion = expand(text, lookup)
    assert (expansion.undefined, expansion.used) == (undefined, used)


def test_literal_text_keeps_its_quotes() -> None:
    assert expand("'$A' \"$V\" \\$A it's", lookup, literal=True).value == "'a b' \"1.22.333\" $A it's"


def test_the_escape_may_be_a_backtick() -> None:
    assert expand("c:\\x`$A", lookup, "`").value == "c:\\x$A"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a  b", ["a", "b"]),
        ("$A c", ["a", "b", "c"]),
        ('"$A" c', ["a b", "c"]),
        ("x$A", ["xa", "b"]),
        ("a\xc2\xa0b", ["a", "b"]),
        ("a\\ b", ["a b"]),
        ("''", []),
        ("", []),
    ],
)
def test_words_are_split_after_expansion(text: str, words: list[str]) -> None:
    assert expand_words(text, lookup) == words


def test_words_that_cannot_be_known() -> None:
    assert expand_words("a $SECRET", lookup) is None
    assert expand_words("a 'b", lookup) is None


def test_variables_are_listed_with_place_operator_and_operand() -> None:
    text = "'$Q' $A \"${B}\" ${C:-x${D%.*}} \\$E ${F/a/b}"
    found = variables(text)
    assert [(item.name, item.operator, item.word) for item in found] == [
        ("A", "", ""),
        ("B", "", ""),
        ("C", ":-", "x${D%.*}"),
        ("D", "%", ".*"),
        ("F", "/", "a/b"),
    ]
    assert [text[item.start : item.end] for item in found] == ["$A", "${B}", "${C:-x${D%.*}}", "${D%.*}", "${F/a/b}"]


def test_deep_nesting_is_refused_and_does_not_break_the_reader() -> None:
    assert expand("${A:-" * 100_000, lookup).value is None
    assert expand("${N:-" * 20 + "x" + "}" * 20, lookup).value == "x"


def test_a_long_value_under_a_pattern_counts_as_unknown() -> None:
    assert expand("${X%%a*}", lambda _: "b" * 5000).value is None


NASTY = st.lists(
    st.sampled_from(
        ["$", "{", "}", "${", ":-", "A", "N", "'", '"', "\\", "`", "/", "#", "%", "*", "?", "<<", " ", "\t", "x", "0",
         "\xc3\x85", "\xc3\xa0", "\xc2\xa0", "\xc2\x85", "\xe2\x80\xa8", "\xff", "\0", "+", "-", "@", "!", "^"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(NASTY, st.booleans(), st.sampled_from("\\`"))
def test_no_text_raises(text: str, literal: bool, escape: str) -> None:
    """Whatever is written, the answer is a value or None."""
    expansion = expand(text, lookup, escape, literal=literal)
    assert set(expansion.undefined) <= set(expansion.used)
    expand_words(text, lookup, escape)


@given(NASTY)
def test_variables_stand_where_they_say(text: str) -> None:
    """Every variable starts at its `$`, and its name is in its text."""
    for item in variables(text):
        assert text[item.start] == "$"
        assert item.name in text[item.start : item.end]


@given(NASTY)
def test_raw_words_are_in_text_order_and_apart(text: str) -> None:
    """Raw words do not overlap; without operands and quoted escapes each is its text."""
    words = raw_words(text) or []
    assert all(first.end <= second.start for first, second in pairwise(words))
    if "{" not in text and '"' not in text:
        assert all(text[word.start : word.end] == word.text for word in words)


@given(st.text(st.characters(max_codepoint=255)))
def test_single_quotes_protect_everything(text: str) -> None:
    """What stands in single quotes comes out unchanged."""
    text = text.replace("'", "")
    assert expand(f"'{text}'", lookup).value == text

"""Laws of the shell's reader, on scripts that were made and on scripts that were broken."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from torchlint.syntax.shell import HeredocBody, Literal, Simple, Word, parse, simple_commands
from torchlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.syntax.shell import Shape

# A letter, a letter, NBSP, NEL and U+2028 as the bytes of their UTF-8; the same two blanks alone; CR.
ODD = ["\xc3\x85", "\xc3\xa0", "\xc2\xa0", "\xc2\x85", "\xe2\x80\xa8", "\xa0", "\x85", "\r", "\0", "\xff"]
SIGNS = [
    *" \t\n;&|<>(){}[]!#$`'\"\\*?~=:,-+@%/^09ax",
    *("&&", "||", ";;", ";&", "<<E\n", "<<-'E'\n", "\nE\n", "$(", "${", "$((", "))", "((", "[[ ", " ]]", "\\\n", "$'"),
    *("if ", "then ", "else ", "fi ", "for i in ", "do ", "done ", "case x in ", "esac ", "f() ", "A=", "2>&1", "in "),
    *ODD,
]
SEEDS = [
    "set -e; pip install 'torch==2.4.0' \"$x\" && for v in 3.10 $(a b); do echo ${v%.*} >>f; done # note\nb",
    'cat <<EOF | tee -a f\na $b `c` $(d "e f")\nEOF\nif [[ -f x && y =~ ^(a|b)$ ]]; then z; elif ! q; then (r); fi',
    'case "$(uname -m)" in x86_64|a*) A=1 b;; *) { c & } 2>&1;; esac; x=(1 "2 3"); f() { g $((1 + $(h))); }; f <(i)',
]

texts = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A seed with some places overwritten, removed or repeated."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        stop = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(st.one_of(st.sampled_from(SIGNS), st.just(text[start:stop] * 2))) + text[stop:]
    return text


broken = st.one_of(texts, mutated(), st.text(st.characters(max_codepoint=255), max_size=60))


def children(shape: Shape) -> Iterator[Shape]:
    """The shapes that one holds, in the order of its fields."""
    pending: list[Any] = [getattr(shape, name) for name in shape.inner]
    while pending:
        value = pending.pop(0)
        if isinstance(value, tuple):
            pending[:0] = value
        elif value is not None:
            yield value


def everything(shape: Shape) -> Iterator[Shape]:
    yield shape
    for child in children(shape):
        yield from everything(child)


@given(broken)
def test_any_text_is_read_and_every_span_lies_inside_its_parents(text: str) -> None:
    """But a here-document, which comes after the line that its redirect stands in."""
    script = parse(text)
    assert script.span == (0, len(text))
    for shape in everything(script):
        assert shape.span.start <= shape.span.end
        for child in children(shape):
            assert (script if isinstance(child, HeredocBody) else shape).span.contains(child.span), (shape, child)
    for span in (*(problem.span for problem in script.problems), *script.comments):
        assert script.span.contains(span)
        assert span.start <= span.end


@given(broken)
def test_neighbours_come_in_order_and_do_not_overlap(text: str) -> None:
    """Fields of different kinds may be mixed in the text (`a >b c`); the members of each field are in order."""
    for shape in everything(parse(text)):
        for name in shape.inner:
            value = getattr(shape, name)
            members = [one for one in value if hasattr(one, "span")] if isinstance(value, tuple) else []
            for before, after in pairwise(members):
                assert before.span.end <= after.span.start, (before, after)


@given(broken)
def test_a_literal_is_its_slice_of_the_text_or_one_escape(text: str) -> None:
    for shape in everything(parse(text)):
        if isinstance(shape, Literal):
            slice_ = text[shape.span.start : shape.span.end]
            assert shape.text == slice_ or (slice_[0] == "\\" and len(slice_) > len(shape.text)), shape


@given(broken)
def test_commands_come_in_text_order_and_each_once(text: str) -> None:
    script = parse(text)
    found = list(simple_commands(script))
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert {id(one) for one in found} == {id(one) for one in everything(script) if isinstance(one, Simple)}
    assert len({id(one) for one in found}) == len(found)


@given(broken)
def test_a_place_in_a_literal_word_holds_the_same_characters(text: str) -> None:
    for shape in everything(parse(text)):
        if isinstance(shape, Word) and shape.literal:
            value = shape.literal
            whole = shape.place(0, len(value))
            assert whole is not None
            assert shape.span.contains(whole)
            for index, char in enumerate(value):
                place = shape.place(index, index + 1)
                assert place is not None
                slice_ = text[place.start : place.end]
                assert slice_ == char or slice_.startswith("\\"), (shape, index)


@given(broken)
def test_reading_is_the_same_twice_and_words_have_values_without_errors(text: str) -> None:
    script = parse(text)
    assert parse(text) == script
    for shape in everything(script):
        if isinstance(shape, Word):
            for value in (None, "", "a b", "*"):
                fields = shape.fields(lambda _, value=value: value)  # type: ignore[misc]
                if fields is not None and shape.literal is not None:
                    assert fields in ((shape.literal,), ())


names = st.text("abcxyz", min_size=1, max_size=4).map("w".__add__)
arguments = st.one_of(
    names,
    st.lists(st.sampled_from([*'ab $`"\\*;&|<>(){}#\n\t~', *ODD]), max_size=6).map(lambda signs: f"'{''.join(signs)}'"),
    st.lists(st.sampled_from([*"ab ;&|<>(){}#'\n", *ODD]), max_size=6).map(lambda signs: f'"{"".join(signs)}"'),
    st.sampled_from(["a\\ b", "\\;", "$x", '"$y z"', "${v:-w x}", "--a=b", "*.py", "c#d", "$'e\\'f'", "$((1))"]),
)
simples = st.lists(arguments, max_size=3).flatmap(lambda rest: names.map(lambda name: [name, *rest]))
leaves = simples.map(lambda words: (" ".join(words), [words]))


def _joined(one: tuple[str, list[list[str]]], form: tuple[str, str], other: tuple[str, list[list[str]]]) -> Any:
    before, after = form
    return f"{one[0]}{before}{other[0]}{after}", one[1] + other[1]


def _wrapped(one: tuple[str, list[list[str]]], form: tuple[str, str]) -> Any:
    return f"{form[0]}{one[0]}{form[1]}", one[1]


JOINTS = [(" && ", ""), ("||\n", ""), ("; ", ""), ("\n", ""), (" | ", "")]
WRAPPINGS = [
    ("( ", ")"),
    ("{ ", "; }"),
    ("f() { ", "\n}"),
    ("for i in 1 '2 3'; do ", "; done"),
    ("(", " # c\n) >o 2>&1"),
    ("case $x in a|'b c') ", ";; *) ;; esac"),
]

scripts = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(_joined, inner, st.sampled_from(JOINTS), inner),
        st.builds(_wrapped, inner, st.sampled_from(WRAPPINGS)),
        st.builds(_joined, inner.map(lambda one: _wrapped(one, ("if ", ""))), st.just(("; then ", "; fi")), inner),
        st.builds(_joined, inner.map(lambda one: _wrapped(one, ("while ", ""))), st.just(("\ndo ", "\ndone")), inner),
    ),
    max_leaves=6,
)


@given(scripts)
def test_a_script_built_of_commands_gives_these_commands_back(script: tuple[str, list[list[str]]]) -> None:
    """And nothing in it is called a problem."""
    text, commands = script
    read = parse(text)
    assert read.problems == ()
    assert [
        [text[word.span.start : word.span.end] for word in command.words] for command in simple_commands(read)
    ] == commands


@given(broken, st.sampled_from(["x $(", "x <(", "( "]))
def test_what_reads_without_problem_reads_so_in_parentheses(text: str, opening: str) -> None:
    alone = parse(text)
    if alone.problems or not alone.body.items or _leans_on_its_end(text):
        return
    inside = parse(f"{opening}{text}\n)")
    shift = len(opening)
    assert inside.problems == ()
    moved = [Span(one.span.start + shift, one.span.end + shift) for one in simple_commands(alone)]
    assert [one.span for one in simple_commands(inside)][-len(moved) :] == moved or not moved


def _leans_on_its_end(text: str) -> bool:
    """True when more text would belong to it (a here-document, a last backslash), or one more level may be too many."""
    return text.endswith("\\") or "<<" in text or text.count("(") + text.count("{") > 20 or "((" in f"({text}"

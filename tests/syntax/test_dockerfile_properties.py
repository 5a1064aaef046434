"""Laws of the Dockerfile reader that hold for every text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.syntax.dockerfile_texts import dockerfiles, hostile, mutated
from torchlint.syntax.dockerfile import (
    Arg,
    Copy,
    Dockerfile,
    Exec,
    From,
    Healthcheck,
    Instruction,
    Many,
    Onbuild,
    Pairs,
    Single,
    Word,
    mounts,
    parse,
)
from torchlint.text import Source, Span

anything = st.one_of(dockerfiles(), hostile, mutated())


def read(text: str) -> Dockerfile:
    return parse(Source("Dockerfile", text))


def words(instruction: Instruction) -> list[Word]:
    """Every word of the typed value."""
    match instruction.value:
        case From(image, _, alias):
            return [image, alias] if alias else [image]
        case Copy(sources, target, _):
            return [*sources, target]
        case Pairs(items, _):
            return [word for pair in items for word in (pair.name, pair.value)]
        case Arg(names):
            return [item.default for item in names if item.default]
        case Exec(argv, _) | Healthcheck(_, Exec(argv, _)):
            return list(argv or ())
        case Single(word):
            return [word]
        case Many(many):
            return list(many)
        case Onbuild(inner):
            return words(inner)
    return []


def spans(instruction: Instruction) -> list[Span]:
    """Every span inside the instruction."""
    found = [instruction.keyword_span, instruction.rest.whole]
    found += [flag.span for flag in instruction.flags]
    found += [word.span for word in words(instruction)]
    found += [mount.span for mount in mounts(instruction)]
    for doc in instruction.heredocs:
        found += [doc.span, doc.marker]
    match instruction.value:
        case Pairs(items, _):
            found += [pair.span for pair in items]
        case Arg(arguments):
            found += [span for item in arguments for span in (item.span, item.name_span)]
        case Onbuild(inner):
            found += [inner.span, *spans(inner)]
        case _:
            pass
    return found


@given(anything)
def test_instructions_and_the_gaps_between_them_are_the_whole_text(text: str) -> None:
    """Instructions follow each other without overlap, and only comments, directives and blanks lie between."""
    file = read(text)
    pieces: list[str] = []
    done = 0
    quiet = [item.span for item in file.comments] + [item.span for item in file.directives]
    for instruction in [*file.instructions, None]:
        start = instruction.span.start if instruction else len(text)
        assert start >= done
        gap = text[done:start]
        pieces.append(gap)
        for item in quiet:
            if done <= item.start < start:
                low, high = item.start - done, item.end - done
                gap = gap[:low] + " " * (high - low) + gap[high:]
        for blank in ("\xef\xbb\xbf", "\xc2\xa0", "\xc2\x85", "\xe2\x80\xa8", "\xe3\x80\x80"):
            gap = gap.replace(blank, "")
        refused = any(done <= problem.span.start < start for problem in file.problems if "directive" in problem.kind)
        assert refused or not gap.strip(" \t\r\n\v\f")
        if instruction:
            pieces.append(text[instruction.span.start : instruction.span.end])
            done = instruction.span.end
    assert "".join(pieces) == text


@given(anything)
def test_every_span_lies_in_its_parent_and_the_parent_in_the_file(text: str) -> None:
    """Nothing points outside of what it is part of."""
    file = read(text)
    whole = Span(0, len(text))
    for instruction in file.instructions:
        assert whole.contains(instruction.span)
        for span in spans(instruction):
            assert span.start <= span.end
            assert instruction.span.contains(span)
        for flag in instruction.flags:
            assert flag.value_span is None or flag.span.contains(flag.value_span)
        for doc in instruction.heredocs:
            assert doc.span.start <= doc.body.start <= doc.body.end <= len(text)
    assert all(whole.contains(item.span) for item in (*file.problems, *file.notes))
    assert all(whole.contains(item.span) for item in file.comments)
    assert all(whole.contains(item.span) for item in file.directives)


@given(anything)
def test_joined_text_is_the_text_it_points_to(text: str) -> None:
    """Each character of an instruction's rest is the same character in the file, in rising order."""
    for instruction in read(text).instructions:
        rest = instruction.rest
        offsets = [rest.offset(index) for index in range(len(rest.text))]
        assert "".join([text[offset] for offset in offsets]) == rest.text
        assert all(before < after for before, after in pairwise(offsets))


@given(anything)
def test_words_are_what_stands_at_their_places(text: str) -> None:
    """A word that no cut and no JSON escape runs through is its bytes."""
    for instruction in read(text).instructions:
        for word in words(instruction):
            raw = text[word.span.start : word.span.end]
            if "\n" not in raw and not (word.literal and "\\" in raw):
                assert raw == word.text


@given(dockerfiles())
def test_a_good_file_has_no_problems(text: str) -> None:
    """What is well-formed by construction is accepted, and every instruction has its value."""
    file = read(text)
    assert file.problems == ()
    assert all(instruction.value is not None for instruction in file.instructions)


@given(dockerfiles(crlf=False))
def test_line_ends_and_a_byte_order_mark_change_nothing_but_offsets(text: str) -> None:
    """The same file with CRLF and a BOM has the same instructions."""

    def told(file: Dockerfile) -> list[tuple[str, str, tuple[str, ...]]]:
        return [
            (item.keyword, item.rest.text, tuple(doc.text.replace("\r\n", "\n") for doc in item.heredocs))
            for item in file.instructions
        ]

    assert told(read(text)) == told(read("\xef\xbb\xbf" + text.replace("\n", "\r\n")))


@given(hostile)
def test_a_bad_line_hides_no_later_instruction(text: str) -> None:
    """Whatever stands before, a line that begins an instruction after a blank line is read."""
    file = read(text.replace("<<", "") + "\n\nUSER last-one\n")
    last = file.instructions[-1]
    assert last.rest.text.endswith("last-one")

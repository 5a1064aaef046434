"""Other readers of Dockerfiles agree, apart from the gaps that each is known for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings

from tests.syntax.dockerfile_texts import dockerfiles, mutated
from tests.syntax.test_dockerfile_edge_cases import CASES, Case
from torchlint.syntax.dockerfile import parse
from torchlint.syntax.words import UNSET, Unset, expand, expand_words
from torchlint.text import Source

if TYPE_CHECKING:
    from types import ModuleType

# (keyword, first line, last line) of every instruction.
Listing = list[tuple[str, int, int]]

generated = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def ours(text: str) -> tuple[Listing, bool]:
    """Our listing, and whether we accept the file."""
    source = Source("Dockerfile", text)
    file = parse(source)
    listing = [
        (item.keyword, source.line_at(item.span.start), source.line_at(item.span.end)) for item in file.instructions
    ]
    return listing, not file.problems


@pytest.fixture(scope="module")
def go() -> ModuleType:
    """BuildKit 0.12 itself, compiled; there are wheels for few platforms."""
    module: ModuleType = pytest.importorskip("dockerfile", reason="dockerfile has no wheel for this platform")
    return module


@pytest.fixture(scope="module")
def e2b() -> ModuleType:
    """A port of BuildKit's parser."""
    module: ModuleType = pytest.importorskip("e2b_dockerfile_utils", reason="e2b-dockerfile-utils is not installed")
    return module


@pytest.fixture(scope="module")
def dfp() -> ModuleType:
    """A reader of its own, without heredocs."""
    module: ModuleType = pytest.importorskip("dockerfile_parse", reason="dockerfile-parse is not installed")
    return module


def keyword(word: str | None) -> str:
    """As we tell it: latin-1 image, only ASCII letters made large. None is a line of a continuation alone."""
    return (word or "").encode().upper().decode("latin-1")


def by_go(go: ModuleType, text: str) -> Listing | None:
    """None when refused. The caller keeps surrogates away: they crash the process."""
    try:
        commands = go.parse_string(text.encode("latin-1").decode("utf-8"))
    except go.GoParseError:
        return None
    except UnicodeDecodeError:  # flags and HEALTHCHECK are split between bytes, which the binding cannot hand over
        reject()
    return [(keyword(command.cmd), command.start_line, command.end_line) for command in commands]


def by_e2b(e2b: ModuleType, text: str) -> Listing | None:
    try:
        tree = e2b.parse_dockerfile_ast(text.encode("latin-1").decode("utf-8"))
    except e2b.DockerfileSyntaxError:
        return None
    return [(keyword(item.name), item.start_line, item.end_line) for item in tree.instructions]


def is_utf8(text: str) -> bool:
    try:
        text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@generated
@given(text=dockerfiles())
def test_good_files_are_listed_as_by_buildkit(go: ModuleType, text: str) -> None:
    """Keyword, first and last line of every instruction are those of the compiled BuildKit parser."""
    assert by_go(go, text) == ours(text)[0]


@generated
@given(text=dockerfiles())
def test_good_files_are_listed_as_by_the_port(e2b: ModuleType, text: str) -> None:
    """The same against the port, which also knows `<< EOF`."""
    assert by_e2b(e2b, text) == ours(text)[0]


@generated
@given(text=mutated())
def test_mutated_files_are_listed_as_by_buildkit_or_refused_by_both(go: ModuleType, text: str) -> None:
    """What BuildKit refuses has a problem here; what it takes is listed alike, bar blanks after `<<` and NUL."""
    assume(is_utf8(text) and "\0" not in text and "<< " not in text and "<<\t" not in text)
    theirs, (listing, accepted) = by_go(go, text), ours(text)
    assert (not accepted) if theirs is None else theirs == listing


@generated
@given(text=mutated())
def test_mutated_files_are_listed_as_by_the_port_or_refused_by_both(e2b: ModuleType, text: str) -> None:
    """As above; the port checks keywords, also where another frontend was asked for."""
    assume(is_utf8(text) and "syntax" not in text)
    theirs, (listing, accepted) = by_e2b(e2b, text), ours(text)
    assert (not accepted) if theirs is None else theirs == listing


@generated
@given(text=dockerfiles(heredocs=False))
def test_simple_files_are_listed_as_by_a_reader_of_other_descent(dfp: ModuleType, text: str) -> None:
    """Without heredocs, blank lines in continuations, BOM and an escaped backslash at a line's end, all three agree."""
    reader = dfp.DockerfileParser(fileobj=io.BytesIO(text.encode("latin-1")))
    theirs = [
        (item["instruction"], item["startline"] + 1, item["endline"] + 1)
        for item in reader.structure
        if item["instruction"] != "COMMENT"
    ]
    assert theirs == ours(text)[0]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_corners_are_no_invention(go: ModuleType, e2b: ModuleType, case: Case) -> None:
    """At least one port of BuildKit lists each corner as we do, or refuses what we refuse."""
    if not is_utf8(case.text):
        pytest.skip("the other readers take text, not bytes")
    listing, accepted = ours(case.text)
    answers = [by_e2b(e2b, case.text)]
    if "\0" not in case.text:
        answers.append(by_go(go, case.text))
    assert any(answer == listing or (answer is None and not accepted) for answer in answers)


ENVIRONMENT = {"A": "a b", "EMPTY": "", "V": "1.22.333"}
WORDS = [
    "$A", "${A}", "'$A'", '"$A"', "\\$A", "x${A}y", "$N", "${N:-d}", "${N-d}", "${EMPTY:-d}", "${EMPTY-d}", "${A:+d}",
    "${N:+d}", "${V#*.}", "${V##*.}", "${V%.*}", "${V%%.*}", "${V/2/x}", "${V//2/x}", "${V/./}", "it's", '"a', "${",
    "${A", "a\\ b", "$", "$$", "$A$V", "${N:-${A}}", "${N:-'q r'}", '"${N:-q r}"', "a b 'c d'", "${A:?x}", "${N:?x}",
    "${V%?}", "\\\\", "a\\", '"\\a"', '"\\$A"', "<<x", "<< x", "${A^^}", "$A-$A", "${EMPTY:+x}", "${EMPTY+x}",
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_words_expand_as_by_the_port(e2b: ModuleType, text: str) -> None:
    """Values and words are those of the port's lexer; what it refuses has no value."""
    lexer = e2b.ShellLex("\\", env=ENVIRONMENT, skip_unset_env=False)
    try:
        value, words = lexer.process_word(text), lexer.process_words(text)
    except ValueError:
        value = words = None
    assert expand(text, lookup).value == value
    assert expand_words(text, lookup) == words


def lookup(name: str) -> str | Literal[Unset.UNSET]:
    return ENVIRONMENT.get(name, UNSET)

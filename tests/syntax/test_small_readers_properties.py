"""Laws of the small readers: whatever the bytes, they give a value, and its places are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchlint.syntax import (
    SyntaxProblem,
    conda,
    dockerignore,
    gitignore,
    pyproject,
    reference,
    requirements,
    simple_yaml,
    wheelname,
)
from torchlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ODD = ["Å", "à", "\u00a0", "\u0085", "\u2028", "\ufeff"]
PIECES = st.sampled_from(
    [piece.encode() for piece in ODD]
    + [
        b"\x85",
        b"\xa0",
        b"\xff",
        b"\x00",
        b"\n",
        b"\r\n",
        b"\r",
        b"\t",
        b" ",
        b"\\",
        b"\\\n",
        b"#",
        b" # c",
        b"'",
        b'"',
    ]
    + [
        b"torch",
        b"==2.0",
        b">=",
        b"[x]",
        b"[",
        b"]",
        b";",
        b"; os_name=='x'",
        b"@",
        b" @ https://e/a-1-py3-none-any.whl",
    ]
    + [
        b"-r ",
        b"-e ",
        b"--hash=sha256:a",
        b"--",
        b"git+https://e/a@b#egg=c",
        b"${A}",
        b"(",
        b")",
        b",",
        b"!",
        b"*",
        b"**",
    ]
    + [
        b"/",
        b"?",
        b"[a-",
        b"[[:alpha:]",
        b":",
        b"- ",
        b"dependencies:\n",
        b"- pip:\n",
        b"  - ",
        b"name: ",
        b"::",
        b"{",
        b"}",
    ]
    + [b"[project]\n", b"dependencies = [", b'"torch"', b"'''", b'"""', b"= ", b"|", b">", b"&a", b"  "]
)
BYTES = st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=14).map(b"".join))


def spans(value: object) -> Iterator[Span]:
    """Every span inside a value."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)


READERS: list[Callable[[Source], object]] = [
    lambda source: requirements.parse(source)[1:],
    lambda source: tuple(conda.parse(source)),
    lambda source: (simple_yaml.read(source),),
    lambda source: tuple(pyproject.parse(source)),
    lambda source: dockerignore.parse(source).patterns,
    lambda source: gitignore.parse(source).patterns,
]


@pytest.mark.parametrize(
    "read", READERS, ids=["requirements", "conda", "yaml", "pyproject", "dockerignore", "gitignore"]
)
@given(data=BYTES)
def test_any_bytes_give_a_value_whose_spans_lie_in_the_file(read: Callable[[Source], object], data: bytes) -> None:
    source = Source.from_bytes("x", data)
    for span in spans(read(source)):
        assert 0 <= span.start <= span.end <= len(source.text)


@given(BYTES)
def test_parts_of_a_line_lie_inside_it_and_show_what_was_read(data: bytes) -> None:
    source = Source.from_bytes("r.txt", data)
    document = requirements.parse(source)
    for line in document.lines:
        assert all(line.span.contains(span) for span in spans(line[1:]) if span != line.comment)
        if isinstance(line, requirements.Requirement) and "\\" not in source.text and not line.editable:
            shown = source.text[line.name_span.start : line.name_span.end]
            assert not line.name or requirements.normalize(shown) == line.name
            assert line.marker_span is None or source.text[line.marker_span.start : line.marker_span.end] == line.marker
            assert line.url_span is None or source.text[line.url_span.start : line.url_span.end] == line.url
            for clause in line.clauses:
                written = source.text[clause.span.start : clause.span.end]
                assert written.startswith(clause.operator) and written.endswith(clause.version)
    starts = [line.span.start for line in document.lines]
    assert starts == sorted(starts)


@given(BYTES)
def test_every_byte_of_a_file_is_read_blank_or_comment(data: bytes) -> None:
    """Nothing is lost without a word, but for what pip itself drops behind options."""
    source = Source.from_bytes("r.txt", data)
    text = source.text
    if "-" in text or "\\" in text:
        return
    document = requirements.parse(source)
    covered = [False] * len(text)
    for span in [one.span for one in (*document.lines, *document.problems)] + list(document.comments):
        covered[span.start : span.end] = [True] * (span.end - span.start)
    rest = "".join(char for char, done in zip(text, covered, strict=True) if not done)
    assert (
        not rest.encode("latin-1").decode("utf-8", "replace").strip(" \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\ufeff\u00a0\u2028")
    )


@given(BYTES, st.integers(0, 1000))
def test_single_arguments_are_moved_with_their_offset(data: bytes, offset: int) -> None:
    text = data.decode("latin-1")
    for parse in (requirements.parse_requirement, conda.parse_spec):
        here, there = parse(text), parse(text, offset)
        assert type(here) is type(there)
        assert [Span(span.start + offset, span.end + offset) for span in spans(here)] == list(spans(there))
        if not isinstance(here, SyntaxProblem | None):
            assert all(0 <= span.start <= span.end <= len(text) for span in spans(here))


@given(BYTES)
def test_scalars_of_yaml_are_exactly_their_bytes(data: bytes) -> None:
    source = Source.from_bytes("e.yml", data)

    def scalars(node: object) -> Iterator[simple_yaml.Scalar]:
        if isinstance(node, simple_yaml.Scalar):
            yield node
        elif isinstance(node, tuple):
            for part in node:
                yield from scalars(part)

    for scalar in scalars((simple_yaml.read(source),)):
        assert source.text[scalar.span.start : scalar.span.end] == scalar.text


@given(BYTES, BYTES)
def test_ignore_files_judge_any_path(data: bytes, path: bytes) -> None:
    source, name = Source.from_bytes(".ignore", data), path.decode("latin-1")
    assert dockerignore.parse(source).excludes(name) in (True, False)
    assert dockerignore.parse(source).may_include_below(name) in (True, False)
    assert gitignore.parse(source).match(name, False) in (True, False, None)


@given(BYTES)
def test_image_and_wheel_names_are_made_of_their_parts(data: bytes) -> None:
    text = data.decode("latin-1")
    found = reference.parse(text)
    if found is not None:
        name = found.repository if found.registry is None else f"{found.registry}/{found.repository}"
        tag = "" if found.tag is None else f":{found.tag}"
        digest = "" if found.digest is None else f"@{found.digest}"
        assert name + tag + digest == text
    assert wheelname.wheel_name(text) is None or text.endswith(".whl")
    assert wheelname.normalize(wheelname.normalize(text)) == wheelname.normalize(text)

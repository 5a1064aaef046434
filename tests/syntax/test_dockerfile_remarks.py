"""A `#` behind an instruction: seen where it looks like a comment, and only there."""

from __future__ import annotations

import pytest

from torchlint.syntax.dockerfile import parse
from torchlint.text import Source

NOTED = [
    ("COPY a b # why", "# why"),
    ("COPY a b #why not", "#why not"),
    ("ADD a \\\n    b # first \\\n    c d/", "# first"),
    ("COPY <<E /x # y\ntext\nE", "# y"),
    ("USER me # why", "# why"),
    ("WORKDIR /a\t# why", "# why"),
    ("STOPSIGNAL SIGINT # why", "# why"),
    ("EXPOSE 80 # web", "# web"),
    ("VOLUME /a # why", "# why"),
    ("ARG a=1 # \xc3\xa4", "# \xc3\xa4"),
    ("ENV a b # why", "# why"),
]
REFUSED = [
    ("FROM b # why", "# why"),
    ("FROM b AS c # d e", "# d e"),
    ("ENV a=b # x y z", "# x y z"),
    ("LABEL a=b \\\n  # a comment of its own\n  c=d #e", "#e"),
]
PLAIN = [
    "COPY a #b",
    "COPY #a# b",
    'COPY ["a", "#", "b"]',
    "USER me#1",
    "WORKDIR '/a # b'",
    "ENV a=\"b # c\" d='e # f'",
    'ENV a "b # c"',
    "ARG a='b # c'",
    "EXPOSE 80",
    "RUN a # b",
    "CMD a # b",
    "COPY a \\\n  # a comment of its own\n  b",
]


@pytest.mark.parametrize(("text", "remark"), NOTED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_builds_all_the_same_is_noted(text: str, remark: str, newline: str) -> None:
    source = Source("Dockerfile", f"FROM a\n{text}\n".replace("\n", newline))
    file = parse(source)
    assert file.problems == ()
    assert [(note.kind, source.text[slice(*note.span)]) for note in file.notes] == [("trailing-comment", remark)]
    assert file.instructions[1].value is not None


@pytest.mark.parametrize(("text", "remark"), REFUSED)
def test_what_buildkit_refuses_is_one_problem(text: str, remark: str) -> None:
    source = Source("Dockerfile", f"FROM a\n{text}\n")
    file = parse(source)
    assert file.notes == ()
    assert [(one.kind, source.text[slice(*one.span)]) for one in file.problems] == [("trailing-comment", remark)]


@pytest.mark.parametrize("text", PLAIN)
def test_a_number_sign_that_belongs_there_is_left_alone(text: str) -> None:
    file = parse(Source("Dockerfile", f"FROM a\n{text}\n"))
    assert file.notes == file.problems == ()

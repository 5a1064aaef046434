"""Dockerfiles: the typed reading of every instruction, what is refused, and where it all stands."""

from __future__ import annotations

import pytest

from torchlint.syntax.dockerfile import (
    Arg,
    Copy,
    Dockerfile,
    Exec,
    From,
    Healthcheck,
    Many,
    Onbuild,
    Pairs,
    Single,
    mounts,
    parse,
)
from torchlint.syntax.joined import Joined
from torchlint.text import Source, Span


def read(text: str) -> Dockerfile:
    return parse(Source("Dockerfile", text))


def only(line: str) -> tuple[Dockerfile, object]:
    """The file `FROM a` + `line`, and the value of that line's instruction; nothing may be refused."""
    file = read("FROM a\n" + line)
    assert file.problems == ()
    return file, file.instructions[1].value


def at(file: Dockerfile, span: Span) -> str:
    return file.source.text[span.start : span.end]


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and underlined text of every problem."""
    file = read(text)
    return [(problem.kind, at(file, problem.span)) for problem in file.problems]


# --- values


def test_from_gives_image_platform_and_alias() -> None:
    file = read("FROM --platform=$BUILDPLATFORM nvidia/cuda:12.4.1-base AS Base\n")
    value = file.instructions[0].value
    assert isinstance(value, From)
    assert value.platform is not None
    assert value.alias is not None
    assert (value.image.text, value.platform.value, value.alias.text) == (
        "nvidia/cuda:12.4.1-base",
        "$BUILDPLATFORM",
        "Base",
    )
    assert at(file, value.image.span) == value.image.text
    assert value.platform.value_span is not None
    assert at(file, value.platform.value_span) == "$BUILDPLATFORM"


@pytest.mark.parametrize(
    ("line", "sources", "target", "literal"),
    [
        ("COPY a b c/ d/", ["a", "b", "c/"], "d/", False),
        ("COPY 'a b' c", ["'a", "b'"], "c", False),
        ('ADD ["a b", "c\\u0041"]', ["a b"], "cA", True),
        ("COPY \\\n  a \\\n  b", ["a"], "b", False),
        ("COPY <<X y /d\nX", ["<<X", "y"], "/d", False),
    ],
)
def test_copy_splits_at_blanks_only(line: str, sources: list[str], target: str, literal: bool) -> None:
    _, value = only(line)
    assert isinstance(value, Copy)
    assert [word.text for word in value.sources] == sources
    assert (value.target.text, value.target.literal) == (target, literal)
    assert value.add == line.startswith("ADD")


@pytest.mark.parametrize(
    ("line", "items", "legacy"),
    [
        ("ENV a=b", [("a", "b")], False),
        ('ENV a="b c" d=e\\ f g=\'h "i\'', [("a", '"b c"'), ("d", "e\\ f"), ("g", "'h \"i'")], False),
        ("ENV a=", [("a", "")], False),
        ("ENV a==b=c", [("a", "=b=c")], False),
        ("ENV a b c", [("a", "b c")], True),
        ("ENV a  b=c  'd'", [("a", "b=c  'd'")], True),
        ("LABEL org.x=y \\\n  # why\n  z='1'", [("org.x", "y"), ("z", "'1'")], False),
        ("ENV a=b\xc2\xa0c=d", [("a", "b"), ("c", "d")], False),
        ("ENV a=\xc3\xa0 c=\xc3\x85", [("a", "\xc3\xa0"), ("c", "\xc3\x85")], False),
        ('ENV a="b', [("a", '"b')], False),
        ("ENV a=b \\", [("a", "b")], False),
    ],
)
def test_env_and_label_pairs(line: str, items: list[tuple[str, str]], legacy: bool) -> None:
    file, value = only(line)
    assert isinstance(value, Pairs)
    assert [(pair.name.text, pair.value.text) for pair in value.items] == items
    assert value.legacy is legacy
    for pair in value.items:
        assert at(file, pair.name.span) == pair.name.text
        assert at(file, pair.value.span) == pair.value.text


def test_env_with_the_backtick_as_escape_keeps_backslashes() -> None:
    file = read("# escape=`\nFROM a\nENV p=c:\\dir\\ q=r` s\n")
    value = file.instructions[1].value
    assert isinstance(value, Pairs)
    assert [pair.value.text for pair in value.items] == ["c:\\dir\\", "r` s"]


def test_arg_takes_names_with_and_without_defaults() -> None:
    file, value = only('ARG A B=c D="e f"')
    assert isinstance(value, Arg)
    assert [(item.name, item.default and item.default.text) for item in value.items] == [
        ("A", None),
        ("B", "c"),
        ("D", '"e f"'),
    ]
    assert [at(file, item.span) for item in value.items] == ["A", "B=c", 'D="e f"']
    assert [at(file, item.name_span) for item in value.items] == ["A", "B", "D"]


@pytest.mark.parametrize(
    ("line", "argv", "script"),
    [
        ("RUN pip install x", None, "pip install x"),
        ('RUN ["pip", "install"]', ["pip", "install"], None),
        ("CMD []", [], None),
        ('ENTRYPOINT [ "a\\"b" ]', ['a"b'], None),
        ('CMD ["\\ud83d\\ude00\\ud83d"]', ["\xf0\x9f\x98\x80\xef\xbf\xbd"], None),
        ("RUN a \\\n # c\n b", None, "a  b"),
        ("RUN", None, ""),
    ],
)
def test_commands_are_argv_or_script(line: str, argv: list[str] | None, script: str | None) -> None:
    file, value = only(line)
    assert isinstance(value, Exec)
    assert (None if value.argv is None else [word.text for word in value.argv]) == argv
    assert (None if value.script is None else value.script.text) == script
    assert file.instructions[1].exec_form == (argv is not None)


def test_an_element_of_an_array_stands_between_its_quotes() -> None:
    file, value = only('CMD ["python", \\\n  "a b"]')
    assert isinstance(value, Exec)
    assert value.argv is not None
    assert [at(file, word.span) for word in value.argv] == ["python", "a b"]


def test_a_word_of_a_script_is_found_again_behind_comments() -> None:
    file, value = only("RUN pip install \\\n # torch==1.0\n   torch==2.4.0\n")
    assert isinstance(value, Exec)
    assert value.script is not None
    index = value.script.text.index("torch")
    span = value.script.span(index, index + len("torch==2.4.0"))
    assert (at(file, span), file.source.line_at(span.start)) == ("torch==2.4.0", 4)


@pytest.mark.parametrize(
    ("line", "text"), [("USER me # note", "me # note"), ("WORKDIR  a b ", "a b"), ("STOPSIGNAL 9", "9")]
)
def test_single_arguments_are_the_whole_rest(line: str, text: str) -> None:
    _, value = only(line)
    assert isinstance(value, Single)
    assert value.word.text == text


@pytest.mark.parametrize(
    ("line", "words"), [("EXPOSE 80 443/tcp", ["80", "443/tcp"]), ('VOLUME ["/a b"]', ["/a b"]), ("VOLUME /a", ["/a"])]
)
def test_lists(line: str, words: list[str]) -> None:
    _, value = only(line)
    assert isinstance(value, Many)
    assert [word.text for word in value.words] == words


def test_healthcheck() -> None:
    _, value = only("HEALTHCHECK none")
    assert value == Healthcheck(True, None)
    _, value = only("HEALTHCHECK --timeout=1m30s cmd curl -f x || exit 1")
    assert isinstance(value, Healthcheck)
    assert value.test is not None
    assert value.test.script is not None
    assert value.test.script.text == "curl -f x || exit 1"
    _, value = only('HEALTHCHECK CMD ["x"]')
    assert isinstance(value, Healthcheck)
    assert value.test is not None
    assert value.test.argv is not None


def test_onbuild_holds_a_whole_instruction() -> None:
    file, value = only("ONBUILD \\\n  COPY --chown=1 <<X /d\nhi\nX\nUSER u")
    assert isinstance(value, Onbuild)
    inner = value.inner
    assert isinstance(inner.value, Copy)
    assert inner.flag("chown") is not None
    assert [doc.text for doc in inner.heredocs] == ["hi\n"]
    assert inner.heredocs == file.instructions[1].heredocs
    assert at(file, inner.span) == "COPY --chown=1 <<X /d\nhi\nX"
    assert file.instructions[2].keyword == "USER"


def test_mounts() -> None:
    file, _ = only('RUN --mount=type=Cache,id=p,\\"dst=/a,b\\",RO --mount=src=x,target=/y,from=z --mount= x')
    first, second, third = mounts(file.instructions[1])
    assert (first.type, first.id, first.target, first.options[-1]) == ("cache", "p", "/a,b", ("ro", None))
    assert (second.type, second.source, second.target, second.from_) == ("bind", "x", "/y", "z")
    assert (third.type, third.options) == ("bind", ())
    assert at(file, second.span) == "src=x,target=/y,from=z"


def test_a_heredoc_knows_its_places() -> None:
    file, _ = only("COPY <<-'E' \\\n /d\n\ta $b\n\tE\n")
    (doc,) = file.instructions[1].heredocs
    assert at(file, doc.marker) == "<<-'E'"
    assert at(file, doc.body) == "\ta $b\n"
    assert at(file, doc.span) == "\ta $b\n\tE"
    assert (doc.text, doc.expand, doc.chomp) == ("a $b\n", False, True)


def test_comments_are_collected_also_from_inside_instructions() -> None:
    file = read("# syntax=docker/dockerfile:1\n#a\nFROM a\nRUN x \\\n  # b\r\n  y\n")
    assert [(item.text, at(file, item.span)) for item in file.comments] == [("a", "#a"), (" b", "# b")]
    assert [(item.name, item.value) for item in file.directives] == [("syntax", "docker/dockerfile:1")]


# --- refusals


REFUSED = [
    ("FROM a b\n", [("from-arguments", "a b")]),
    ("FROM a is b\n", [("from-arguments", "a is b")]),
    ("FROM a AS 1b\n", [("stage-name", "1b")]),
    ("FROM a AS $b\n", [("stage-name", "$b")]),
    ("FROM\n", [("missing-arguments", "FROM")]),
    ("FROM a\nCOPY x\n", [("missing-destination", "x")]),
    ('FROM a\nADD ["x"]\n', [("missing-destination", '["x"]')]),
    ("FROM a\nCOPY x <<E\nE\n", [("heredoc-destination", "<<E")]),
    ("FROM a\nENV\n", [("missing-arguments", "ENV")]),
    ("FROM a\nENV a=b c\n", [("missing-value", "c")]),
    ("FROM a\nLABEL a\n", [("missing-value", "a")]),
    ("FROM a\nENV =b\n", [("blank-name", "=b")]),
    ("FROM a\nARG =b\n", [("blank-name", "=b")]),
    ("FROM a\nARG\n", [("missing-arguments", "ARG")]),
    ("FROM a\nUSER\n", [("missing-arguments", "USER")]),
    ("FROM a\nVOLUME\n", [("missing-arguments", "VOLUME")]),
    ('FROM a\nVOLUME [" "]\n', [("empty-volume", " ")]),
    ("FROM a\nSHELL /bin/bash -c\n", [("shell-form", "/bin/bash -c")]),
    ("FROM a\nSHELL []\n", [("missing-arguments", "SHELL")]),
    ('FROM a\nCMD ["a", {"b": [null]}]\n', [("json-elements", '["a", {"b": [null]}]')]),
    ("FROM a\nRUN --mont=type=cache x\n", [("unknown-flag", "--mont=type=cache")]),
    ("FROM a\nCMD --x y\n", [("unknown-flag", "--x")]),
    ("FROM a\nCOPY --from=a --from=b c d\n", [("duplicate-flag", "--from=b")]),
    ("FROM a\nCOPY --from b c\n", [("flag-value", "--from")]),
    ("FROM a\nCOPY --link=maybe b c\n", [("flag-value", "--link=maybe")]),
    ("FROM a\nRUN --network=lan x\n", [("flag-value", "--network=lan")]),
    ("FROM a\nRUN --mount=type=disk x\n", [("flag-value", "--mount=type=disk")]),
    ("FROM a\nRUN --mount=type=bind,from=$x y\n", [("flag-value", "--mount=type=bind,from=$x")]),
    ("FROM a\nRUN --mount=target x\n", [("flag-value", "--mount=target")]),
    ("FROM a\nRUN --mount=type=bind,target=/b,z,bogus x\n", [("flag-value", "--mount=type=bind,target=/b,z,bogus")]),
    ("FROM a\nRUN --mount=type=bind,target=/b,chown=1 x\n", [("flag-value", "--mount=type=bind,target=/b,chown=1")]),
    ("FROM a\nHEALTHCHECK --interval=5 CMD x\n", [("flag-value", "--interval=5")]),
    ("FROM a\nHEALTHCHECK --retries=x CMD x\n", [("flag-value", "--retries=x")]),
    ("FROM a\nHEALTHCHECK curl\n", [("healthcheck-type", "curl")]),
    ("FROM a\nHEALTHCHECK NONE x\n", [("healthcheck-arguments", "NONE x")]),
    ("FROM a\nHEALTHCHECK CMD\n", [("healthcheck-arguments", "CMD")]),
    ("FROM a\nONBUILD FROM b\n", [("onbuild-trigger", "FROM")]),
    ("FROM a\nONBUILD onbuild RUN x\n", [("onbuild-trigger", "onbuild")]),
    ("FROM a\nONBUILD ENV a\n", [("missing-value", "a")]),
    ("FROM a\nONBUILD\n", [("missing-arguments", "ONBUILD")]),
    ("RUN x\nFROM a\nUSER u\n", [("before-from", "RUN")]),
    ("ARG a\nRUN x\n", [("no-from", "RUN")]),
    ("ARG a\n", [("no-from", "ARG")]),
    ("# escape=\\\n#escape=`\nFROM a\n", [("duplicate-directive", "#escape=`")]),
    ("FROM a\nRUN <<A\nx\nRUN y\n", [("unterminated-heredoc", "<<A")]),
    ("FROM a\nFETCH x\nUSER u\n", [("unknown-instruction", "FETCH")]),
    ("FROM a\nRUN " + "x" * 65_532 + "\n", [("long-line", "RUN " + "x" * 65_532)]),
]

ACCEPTED = [
    "FROM a\nRUN " + "x" * 65_531 + "\n",
    "ARG a\nFROM b\n",
    "FROM a\nONBUILD COPY x\n",
    "FROM a\nONBUILD FETCH x\n",
    "FROM a\nARG --x a\n",
    "FROM a\nSTOPSIGNAL --x 9\n",
    "FROM a\nHEALTHCHECK --bogus=1 NONE\n",
    "FROM a\nHEALTHCHECK --interval=0 --timeout=1h2m3.5s --start-period=500ms --retries=3 CMD x\n",
    "FROM a\nCMD\nENTRYPOINT\nRUN\n",
    "FROM a AS b-1.c_d\n",
    "FROM a AS B\n",
    "FROM ${a:-b}\n",
    "FROM a\nCOPY --link --parents=FALSE --exclude=x --exclude=y b c\n",
    "FROM a\nADD --keep-git-dir=true --checksum=sha256:x --unpack b c\n",
    "FROM a\nRUN --security=insecure --device=gpu --network=host --mount=type=tmpfs,size=1 x\n",
    "FROM a\nRUN --mount=type=$t,required x\n",
    "FROM a\nRUN -- --x\n",
    "FROM a\nUSER $(x)\n",
    "# syntax=example.org/own-frontend:1\nFROM a\nINCLUDE x\nRUN --magic x\n",
    "FROM a\nCOPY --from=b -- c d\n",
]


@pytest.mark.parametrize(("text", "expected"), REFUSED, ids=[text[:40] for text, _ in REFUSED])
def test_what_buildkit_refuses_is_a_problem_at_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize("text", ACCEPTED, ids=[text[:50] for text in ACCEPTED])
def test_what_buildkit_takes_is_no_problem(text: str) -> None:
    assert kinds(text) == []


def test_a_malformed_instruction_has_no_value_and_hides_nothing_after_it() -> None:
    file = read("FROM a\nENV x\nCOPY y\nUSER u\nCMD [1]\nWORKDIR /w\n")
    assert [item.value is None for item in file.instructions] == [False, True, True, False, True, False]
    assert len(file.problems) == 3


def test_after_an_open_heredoc_reading_goes_on_at_the_next_instruction() -> None:
    file = read("FROM a\nRUN cat <<X\nsome text\nRUN y\nCOPY <<Z /\n")
    assert [item.keyword for item in file.instructions] == ["FROM", "RUN", "RUN", "COPY"]
    assert file.instructions[1].heredocs[0].text == "some text\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FROM a\nRUN x\n  && y\n", [("lost-continuation", "&&")]),
        ("FROM a\nRUN x\n|| y\n", [("lost-continuation", "||")]),
        ("FROM a\nRUN x\n| y\n", [("lost-continuation", "|")]),
        ("FROM a\nRUN pip install x\n    --no-cache-dir\n    -r y\n",
         [("lost-continuation", "--no-cache-dir"), ("lost-continuation", "-r")]),
        ("FROM a\nRUN apt-get install x\n  git \\\n  vim\n", [("unknown-instruction", "git")]),
        ("&& x\nFROM a\n", [("unknown-instruction", "&&")]),
        ("FROM a\nRUN x &&\n  git y\n", [("lost-continuation", "git")]),
        ("FROM a\nCMD x |\n  y\n", [("lost-continuation", "y")]),
        ("FROM a\nENV X &&\nGIT y\n", [("unknown-instruction", "GIT")]),
        ("FROM a\nRUN x &&\nRUN y\n", []),
    ],
)  # fmt: skip
def test_the_lost_rest_of_a_command_is_told_from_an_unknown_instruction(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("CMD ['a']", True),
        ("CMD [python, x.py]", True),
        ('ENTRYPOINT ["a"] # b', True),
        ('RUN ["a",]', True),
        ("RUN [ 'a', 'b' ]", True),
        ("CMD [\xe2\x80\x9ca\xe2\x80\x9d]", True),
        ("HEALTHCHECK CMD ['a']", True),
        ("VOLUME ['/a']", True),
        ('RUN [ "$a" = "b" ] && c', False),
        ("RUN [ -f x ] || echo a, b", False),
        ('RUN [[ "$a" == b ]]', False),
        ("RUN [Net.X]::Y = 'a, b'", False),
        ("COPY [a-z].txt /x/", False),
        ("RUN echo ['a']", False),
        ("ENV x=['a']", False),
    ],
)
def test_a_botched_json_array_is_noted_and_a_shell_test_is_not(line: str, noted: bool) -> None:
    file = read("FROM a\n" + line + "\n")
    assert [note.kind for note in file.notes] == (["malformed-json"] if noted else [])
    for note in file.notes:
        assert at(file, note.span) == line[line.index("[") :]


def test_blank_lines_in_a_continuation_are_noted_where_they_are() -> None:
    file = read("FROM a\nRUN x \\\n \n  y\n")
    (note,) = file.notes
    assert (note.kind, note.span) == ("empty-continuation", Span(15, 16))


# --- joined text


def joined(*pieces: tuple[int, str]) -> Joined:
    """Pieces of the alphabet at their offsets."""
    source = Source("x", "abcdefghijklmnopqrstuvwxyz")
    text = "".join(piece for _, piece in pieces)
    starts = [sum(len(piece) for _, piece in pieces[:count]) for count in range(len(pieces))]
    return Joined(source, text, starts, [offset for offset, _ in pieces])


def test_joined_text_maps_over_its_cuts() -> None:
    glued = joined((2, "cde"), (10, "k"), (20, "uv"))
    assert [glued.source.text[glued.offset(index)] for index in range(6)] == list("cdekuv")
    assert glued.offset(6) == 22
    assert glued.span(0, 3) == Span(2, 5)
    assert glued.span(2, 4) == Span(4, 11)
    assert glued.span(3, 3) == Span(10, 10)
    assert glued.whole == Span(2, 22)


def test_a_part_of_joined_text_maps_like_the_whole() -> None:
    glued = joined((2, "cde"), (10, "k"), (20, "uv"))
    for start in range(7):
        for end in range(start, 7):
            part = glued.part(start, end)
            assert part.text == glued.text[start:end]
            assert part.whole == glued.span(start, end)
            assert [part.offset(index) for index in range(end - start)] == [
                glued.offset(index) for index in range(start, end)
            ]


def test_text_of_one_piece_is_its_span() -> None:
    source = Source("x", "abcdef")
    whole = Joined.of(source, Span(2, 5))
    assert (whole.text, whole.whole, whole.offset(3)) == ("cde", Span(2, 5), 5)
    assert whole.part(1, 1).whole == Span(3, 3)


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("FROM a\n{{ more }}\n", True),
        ("FROM a\n  {% if b %}\nRUN x\n", True),
        ("FROM a\n<% if b %>\n", True),
        ("FROM a\nRUN echo {{ b }} \\\n  {{ c }}\n", False),
        ("FROM {{ a }}\nRUN echo {{ b }} \\\n  {{ c }}\n", True),
        ("FROM a\nCOPY <<X /b\n{{ c }}\nX\n", False),
        ("FROM a\n{ b }\n", False),
    ],
)
def test_a_statement_where_an_instruction_belongs_makes_a_template(text: str, template: bool) -> None:
    assert read(text).template is template

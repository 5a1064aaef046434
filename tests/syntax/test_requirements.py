"""Requirements files and single requirements: what each line means, and where each part stands."""

from __future__ import annotations

import pytest

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.requirements import (
    Nested,
    OptionLine,
    Requirement,
    RequirementsFile,
    normalize,
    parse,
    parse_line,
    parse_requirement,
    wheel_name,
)
from torchlint.text import Source, Span


def read(text: str | bytes) -> RequirementsFile:
    return parse(Source.from_bytes("requirements.txt", text.encode() if isinstance(text, str) else text))


def one(text: str) -> Requirement:
    """The only line of `text`, which pip must be able to read."""
    document = read(text)
    assert document.problems == ()
    (line,) = document.lines
    assert isinstance(line, Requirement)
    return line


def shown(document: RequirementsFile, span: Span | None) -> str | None:
    return None if span is None else document.source.text[span.start : span.end]


NAMED = [
    ("torch", "torch", (), "", None),
    ("Torch_Vision.Extra", "torch-vision-extra", (), "", None),
    ("torch==2.4.0", "torch", (), "==2.4.0", None),
    ("torch == 2.4.0+cu121", "torch", (), "==2.4.0+cu121", None),
    ("torch>=2,<3", "torch", (), ">=2,<3", None),
    ("torch >= 2 , < 3 ,", "torch", (), ">=2,<3,", None),
    ("torch (>=2, !=2.1.*)", "torch", (), ">=2,!=2.1.*", None),
    ("a[x,Y_z]~=1.2", "a", ("x", "Y_z"), "~=1.2", None),
    ("a [ x ] <2", "a", ("x",), "<2", None),
    ("a[]", "a", (), "", None),
    ("a===what;os_name=='x'", "a", (), "===what", "os_name=='x'"),
    ("a==1!2.0rc1.post2.dev3", "a", (), "==1!2.0rc1.post2.dev3", None),
    ('a; python_version < "3.9"', "a", (), "", 'python_version < "3.9"'),
    ("a>1;sys_platform=='linux' and (os_name=='x' or extra == 'y')", "a", (), ">1",
     "sys_platform=='linux' and (os_name=='x' or extra == 'y')"),
    ("a ; platform_machine not in 'x y'", "a", (), "", "platform_machine not in 'x y'"),
    ("a==${VERSION}", "a", (), "==${VERSION}", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "extras", "specifier", "marker"), NAMED)
def test_named_requirement_gives_its_parts(
    text: str, name: str, extras: tuple[str, ...], specifier: str, marker: str | None
) -> None:
    document = read(text)
    got = one(text)
    assert (got.kind, got.name, got.extras, got.specifier, got.marker) == ("named", name, extras, specifier, marker)
    assert shown(document, got.span) == text
    assert normalize(shown(document, got.name_span) or "") == name
    assert shown(document, got.marker_span) == marker
    assert "".join((shown(document, got.specifier_span) or "").split()) == specifier
    for clause in got.clauses:
        assert "".join((shown(document, clause.span) or "").split()) == clause.operator + clause.version


REFUSED = [
    "torch=2.0", "torch==", "torch==2.*+x", "torch>=2.*", "torch>=2+cu1", "torch~=2", "torch 2.0", "torch>=2 <3",
    "torch[x", "torch[x y]", "torch[x,]", "torch-", "torch; nonsense", "torch; python_version", "torch @",
    "torch; (python_version>'3'", "torch; python_version>'3')", "torch @ https://a b", "'torch'", '"torch==1"',
    "torch,", "<<<<<<< HEAD", "torch>=latest", "git+git@github.com:a/b.git", "torch==2.0 \\ ",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_pip_refuses_is_a_problem_on_its_line_and_hides_no_other_line(text: str) -> None:
    document = read(f"numpy\n{text}\nscipy\n")
    (problem,) = document.problems
    assert problem.kind == "invalid-requirement"
    assert shown(document, problem.span) == text.rstrip(" ")
    assert [line.name for line in document.lines if isinstance(line, Requirement)] == ["numpy", "scipy"]


def test_a_single_equals_sign_is_explained() -> None:
    assert "`=` is not an operator" in read("torch=2.0").problems[0].message
    assert "`=` is not an operator" not in read("torch==x").problems[0].message


WHEEL = "torch-2.1.0%2Bcu121-cp310-cp310-linux_x86_64.whl"
ELSEWHERE = [
    ("./pkg", "path", "", (), "./pkg", None),
    ("./pkg[dev]", "path", "", ("dev",), "./pkg", None),
    (".", "path", "", (), ".", None),
    ("../a/b.tar.gz ; python_version>'3'", "path", "", (), "../a/b.tar.gz", None),
    ("torch-2.1.0-cp310-cp310-linux_x86_64.whl", "path", "torch",
     (), "torch-2.1.0-cp310-cp310-linux_x86_64.whl", None),
    (f"https://example.com/{WHEEL}#sha256=1", "url", "torch", (), f"https://example.com/{WHEEL}#sha256=1", None),
    (f"torch @ https://example.com/{WHEEL}", "url", "torch", (), f"https://example.com/{WHEEL}", None),
    ("a[x]@file:///b ; os_name=='x'", "url", "a", ("x",), "file:///b", None),
    ("git+https://example.com/a/b.git@v1.2#egg=Foo_Bar", "vcs", "foo-bar", (),
     "git+https://example.com/a/b.git@v1.2#egg=Foo_Bar", "v1.2"),
    ("git+ssh://git@example.com/a/b", "vcs", "", (), "git+ssh://git@example.com/a/b", None),
    ("git+ssh://git@example.com/a/b@f00#egg=c[d]&subdirectory=e", "vcs", "c", ("d",),
     "git+ssh://git@example.com/a/b@f00#egg=c[d]&subdirectory=e", "f00"),
    ("b @ git+https://example.com/b@main", "vcs", "b", (), "git+https://example.com/b@main", "main"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "name", "extras", "url", "ref"), ELSEWHERE)
def test_requirement_from_elsewhere_gives_kind_name_place_and_ref(
    text: str, kind: str, name: str, extras: tuple[str, ...], url: str, ref: str | None
) -> None:
    document, got = read(text), one(text)
    assert (got.kind, got.name, got.extras, got.url, got.ref) == (kind, name, extras, url, ref)
    assert shown(document, got.url_span) == url
    assert not name or normalize(shown(document, got.name_span) or "") == name


def test_wheel_in_a_url_is_read_with_its_escapes_resolved() -> None:
    wheel = one(f"https://example.com/{WHEEL}?x=1").wheel
    assert wheel is not None
    assert (wheel.name, wheel.version, wheel.platform_tags) == ("torch", "2.1.0+cu121", ("linux_x86_64",))


def test_only_an_environment_variable_tells_what_this_is() -> None:
    assert one("${INDEX}/pkg==1").kind == "path"
    assert one("${REQUIREMENT}").kind == "unknown"


@pytest.mark.parametrize(
    ("filename", "version", "build", "platforms"),
    [
        ("a-1.0-py3-none-any.whl", "1.0", None, ("any",)),
        ("a-1.0-1x-py2.py3-none-manylinux1_x86_64.manylinux2010_x86_64.whl", "1.0", "1x",
         ("manylinux1_x86_64", "manylinux2010_x86_64")),
    ],
)  # fmt: skip
def test_wheel_name_parts(filename: str, version: str, build: str | None, platforms: tuple[str, ...]) -> None:
    wheel = wheel_name(filename)
    assert wheel is not None
    assert (wheel.version, wheel.build, wheel.platform_tags) == (version, build, platforms)


@pytest.mark.parametrize("filename", ["a-1.0.tar.gz", "a-1.0.whl", "a-1.0-x-py3-none-any.whl", "a--py3-none-any.whl"])
def test_other_file_names_are_no_wheels(filename: str) -> None:
    assert wheel_name(filename) is None


OPTIONS = [
    ("-i https://example.com/simple", "--index-url", "https://example.com/simple"),
    ("--index-url=https://example.com/simple", "--index-url", "https://example.com/simple"),
    ("--extra-index https://example.com", "--extra-index-url", "https://example.com"),
    ("-fhttps://example.com", "--find-links", "https://example.com"),
    ("--find-links 'a b'", "--find-links", "a b"),
    ('--trusted-host="h"', "--trusted-host", "h"),
    ("--pre", "--pre", None),
    ("--no-index", "--no-index", None),
    ("--prefer-binary", "--prefer-binary", None),
    ("--no-binary :all:", "--no-binary", ":all:"),
    ("--only-binary=torch", "--only-binary", "torch"),
    ("--require-hashes", "--require-hashes", None),
    ("--use-feature x", "--use-feature", "x"),
]


@pytest.mark.parametrize(("text", "name", "value"), OPTIONS)
def test_option_line_gives_the_long_name_and_the_value_without_quotes(text: str, name: str, value: str | None) -> None:
    document = read(f"a\n{text} # note\n")
    line = document.lines[1]
    assert isinstance(line, OptionLine)
    assert (line.name, line.value) == (name, value)
    assert shown(document, line.span) == text
    assert shown(document, line.value_span) == value
    assert shown(document, line.comment) == "# note"


def test_several_options_on_a_line_are_several_option_lines() -> None:
    document = read("--pre -i https://a.example --extra-index-url https://b.example\n")
    assert [line.name for line in document.lines if isinstance(line, OptionLine)] == [
        "--pre",
        "--index-url",
        "--extra-index-url",
    ]


@pytest.mark.parametrize(
    ("text", "path", "constraint"),
    [("-r base.txt", "base.txt", False), ("-cc.txt", "c.txt", True), ("--requirement=a/b.txt", "a/b.txt", False),
     ("--constraint 'c d.txt'", "c d.txt", True), ("--pre -r a.txt -r b.txt", "a.txt", False)],
)  # fmt: skip
def test_nested_file_gives_its_path(text: str, path: str, constraint: bool) -> None:
    document = read(text)
    (line,) = document.lines
    assert isinstance(line, Nested)
    assert (line.path, line.constraint, shown(document, line.path_span)) == (path, constraint, path)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("--bogus", "unknown-option"), ("-x 1", "unknown-option"), ("--no", "unknown-option"),
     ("--index-url", "invalid-requirement"), ("--pre=1", "invalid-requirement"), ("-i 'x", "invalid-requirement"),
     ("torch --hash=md5:1", "invalid-requirement"), ("a --config-settings x", "invalid-requirement")],
)  # fmt: skip
def test_options_that_pip_refuses_are_problems(text: str, kind: str) -> None:
    document = read(text)
    assert [(problem.kind, shown(document, problem.span)) for problem in document.problems] == [(kind, text)]
    assert document.lines == ()


def test_hashes_over_continued_lines_keep_their_places() -> None:
    text = "torch==2.1 \\\r\n    --hash=sha256:aa \\\r\n    --hash sha384:bb  # two\r\nnumpy\r\n"
    document = read(text)
    torch, numpy = document.lines
    assert isinstance(torch, Requirement) and isinstance(numpy, Requirement)
    assert torch.hashes == ("sha256:aa", "sha384:bb")
    assert [shown(document, use.value_span) for use in torch.options] == ["sha256:aa", "sha384:bb"]
    assert shown(document, torch.specifier_span) == "==2.1"
    assert shown(document, torch.comment) == "# two"
    assert shown(document, numpy.span) == "numpy"


def test_options_without_effect_behind_a_requirement_are_kept_apart() -> None:
    got = one("torch --index-url https://example.com --config-settings k=v")
    assert [use.name for use in got.options] == ["--config-settings"]
    assert [use.name for use in got.ignored] == ["--index-url"]


@pytest.mark.parametrize(
    ("text", "kind", "name", "extras"),
    [("-e .", "path", "", ()), ("-e .[dev,gpu]", "path", "", ("dev", "gpu")), ('--editable "./a b[x]"', "path", "",
     ("x",)), ("-e git+https://example.com/a@b#egg=c", "vcs", "c", ()), ("-e git://example.com/a#egg=c", "vcs", "c",
     ()), ("-e 'a'\"b\"", "path", "", ())],
)  # fmt: skip
def test_editable_requirement(text: str, kind: str, name: str, extras: tuple[str, ...]) -> None:
    got = one(text)
    assert got.editable
    assert (got.kind, got.name, got.extras) == (kind, name, extras)
    assert got.span == Span(0, len(text))


def test_a_comment_begins_behind_a_blank_only() -> None:
    document = read("# whole\na # behind\nhttps://example.com/a#egg=b\n  # indented\n")
    assert [shown(document, span) for span in document.comments] == ["# whole", "# behind", "# indented"]
    assert len(document.lines) == 2


def test_a_comment_line_ends_a_continued_line() -> None:
    document = read("torch \\\n# note \\\n==2.0\n")
    assert [line.span for line in document.lines] == [Span(0, 5)]
    assert [shown(document, problem.span) for problem in document.problems] == ["==2.0"]


def test_a_comment_swallows_the_line_it_is_continued_on() -> None:
    document = read("torch # note \\\nnumpy\nscipy")
    assert [line.name for line in document.lines if isinstance(line, Requirement)] == ["torch", "scipy"]
    assert shown(document, document.comments[0]) == "# note \\\nnumpy"


def test_a_part_cut_by_a_continuation_is_one_word_that_spans_it() -> None:
    document = read("tor\\\nch==2.\\\n0")
    (line,) = document.lines
    assert isinstance(line, Requirement)
    assert (line.name, line.specifier) == ("torch", "==2.0")
    assert shown(document, line.name_span) == "tor\\\nch"


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbftorch==1.0\nnumpy\n", "torch==1.0\nnumpy\n".encode("utf-16"), b"torch==1.0\rnumpy",
     b"torch==1.0\r\nnumpy", "torch==1.0\u00a0\nnumpy".encode(), "torch==1.0\u2028numpy".encode(),
     "torch==1.0\u0085numpy".encode(), b"torch==1.0 # \xe9\nnumpy", b"# -*- coding: latin-1 -*-\ntorch==1.0\xa0\nnumpy",
     b"torch==1.0\x0cnumpy", "torch==\u00a01.0\nnumpy".encode()],
)  # fmt: skip
def test_encodings_line_ends_and_blanks_are_those_of_pip(data: bytes) -> None:
    document = read(data)
    assert document.problems == ()
    assert [(line.name, line.specifier) for line in document.lines if isinstance(line, Requirement)] == [
        ("torch", "==1.0"),
        ("numpy", ""),
    ]


@pytest.mark.parametrize("name", ["torch\u00a0", "Å", "à"])
def test_bytes_of_letters_and_blanks_are_not_taken_apart(name: str) -> None:
    document = read(f"{name}x\n")
    assert [shown(document, problem.span) for problem in document.problems] == [f"{name}x".encode().decode("latin-1")]


def test_arguments_of_the_command_line_are_read_at_their_offset() -> None:
    got = parse_requirement("torch>=2", 100)
    assert isinstance(got, Requirement)
    assert (got.span, got.name_span, got.specifier_span) == (Span(100, 108), Span(100, 105), Span(105, 108))
    bad = parse_requirement("torch=2", 100)
    assert isinstance(bad, SyntaxProblem)
    assert bad.span == Span(100, 107)


def test_a_single_line_is_read_at_its_offset() -> None:
    lines, problems = parse_line("  torch --hash=sha256:1", 10)
    assert problems == ()
    assert isinstance(lines[0], Requirement)
    assert lines[0].span == Span(12, 33)


@pytest.mark.parametrize("line", ["torch=={}", "torch>={},<3", "torch === {}", "torch ({}!=1)"])
def test_a_version_that_no_python_can_read_is_unreadable(line: str) -> None:
    """Numbers of more than 4,300 digits are refused by int, and by pip with them."""
    document = parse(Source("requirements.txt", line.format("9" * 5000) + "\n"))
    assert [problem.kind for problem in document.problems] == ["invalid-requirement"]

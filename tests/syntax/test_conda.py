"""Conda's environment files and package specifications; PyYAML is the judge of what the YAML says."""

from __future__ import annotations

import random

import pytest
import yaml

from torchlint.syntax import simple_yaml
from torchlint.syntax.conda import CondaEnvironment, parse, parse_spec
from torchlint.syntax.requirements import Nested, OptionLine, Requirement
from torchlint.text import Source, Span

ENVIRONMENT = """\
# how to run it
name: "gpu"   # quoted
channels: [pytorch, 'nvidia', "conda-forge",
           defaults]  # over two lines
dependencies:
- python=3.10
- pytorch::pytorch >=2.1,<3   # from the channel
- 'numpy<2'
- cudatoolkit=11.8.0=h6a678d5_0
- pip
- pip:
  - torch==2.1.0  # note
  - -r more.txt
  - --extra-index-url https://example.com/simple
  - "pandas[all]>=2 ; python_version < '3.12'"
variables: {A: b}
prefix: /opt/conda/envs/gpu
"""


def read(text: str) -> tuple[Source, CondaEnvironment]:
    source = Source.from_bytes("environment.yml", text.encode())
    return source, parse(source)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff", "---\n"])
def test_everything_in_an_environment_is_read_with_its_place(start: str, end: str) -> None:
    source, got = read((start + ENVIRONMENT).replace("\n", end))

    def shown(span: Span | None) -> str | None:
        return None if span is None else source.text[span.start : span.end]

    assert (got.name, got.prefix, got.complete, got.problems) == ("gpu", "/opt/conda/envs/gpu", True, ())
    assert [channel.text for channel in got.channels] == ["pytorch", "nvidia", "conda-forge", "defaults"]
    assert [shown(channel.span) for channel in got.channels] == [channel.text for channel in got.channels]
    assert [(spec.name, spec.version_spec, spec.build, spec.channel) for spec in got.dependencies] == [
        ("python", "=3.10", None, None),
        ("pytorch", ">=2.1,<3", None, "pytorch"),
        ("numpy", "<2", None, None),
        ("cudatoolkit", "==11.8.0", "h6a678d5_0", None),
        ("pip", None, None, None),
    ]
    assert [shown(spec.span) for spec in got.dependencies] == [spec.text for spec in got.dependencies]
    assert [shown(spec.name_span) for spec in got.dependencies] == [spec.name for spec in got.dependencies]
    assert [shown(spec.version_span) for spec in got.dependencies] == ["=3.10", ">=2.1,<3", "<2", "=11.8.0", None]
    torch, nested, index, pandas = got.pip
    assert isinstance(torch, Requirement) and isinstance(nested, Nested)
    assert isinstance(index, OptionLine) and isinstance(pandas, Requirement)
    assert shown(torch.specifier_span) == "==2.1.0"
    assert shown(nested.path_span) == "more.txt"
    assert (index.name, shown(index.value_span)) == ("--extra-index-url", "https://example.com/simple")
    assert shown(pandas.marker_span) == "python_version < '3.12'"


INCOMPLETE = [
    "dependencies: *other\n", "dependencies: python\n", "dependencies:\n- {a: b}\n", "dependencies:\n- a: b\n",
    "dependencies:\n- >-\n  python\n", "dependencies:\n- python\n  =3\n", "channels: {a: b}\n", "- python\n",
    "python\n",
    "dependencies:\n\t- python\n", "dependencies:\n- https://example.com/a.conda\n", "dependencies:\n- 'a\n",
    "dependencies:\n- pip:\n  - |\n    torch\n", "name: [a]\n", "dependencies:\n- a\n -b\n", "dependencies: [a, [b]]\n",
    "dependencies:\n- a\n---\nname: b\n", "dependencies:\n- a\u2028- b\n", "dependencies:\n- &x a\n",
    "dependencies: [a, b\n", "dependencies:\n- \"a\\x20b\"\n", "dependencies:\n- 'it''s'\n",
]  # fmt: skip


@pytest.mark.parametrize("text", INCOMPLETE)
def test_what_is_beyond_the_reader_makes_the_file_incomplete(text: str) -> None:
    assert not read(text)[1].complete


def test_what_can_be_read_beside_it_is_still_read() -> None:
    _, got = read("dependencies:\n- python=3.9\n- {a: b}\n- pip:\n  - torch\n  - >-\n    x\n- numpy\n")
    assert [spec.name for spec in got.dependencies] == ["python", "numpy"]
    assert [line.name for line in got.pip if isinstance(line, Requirement)] == ["torch"]


def test_an_empty_file_is_complete_and_a_bad_pip_line_is_a_problem() -> None:
    assert read("# nothing\n")[1].complete
    source, got = read("dependencies:\n- pip:\n  - torch=2\n")
    (problem,) = got.problems
    assert source.text[problem.span.start : problem.span.end] == "torch=2"


SPECS = [
    ("pytorch==2.1", "pytorch", "==2.1", None, None),
    ("python=3.10", "python", "=3.10", None, None),
    ("conda-forge::x>=1", "x", ">=1", None, "conda-forge"),
    ("conda-forge/linux-64::x", "x", None, None, "conda-forge/linux-64"),
    ("numpy<2", "numpy", "<2", None, None),
    ("NumPy", "numpy", None, None, None),
    ("a 1.2", "a", "==1.2", None, None),
    ("a 1.2 py_0", "a", "==1.2", "py_0", None),
    ("a 1.2.*", "a", "1.2.*", None, None),
    ("a=1.2=*cuda*", "a", "==1.2", "*cuda*", None),
    ("a=*=*cuda*", "a", "*", "*cuda*", None),
    ("a >= 1 , < 2", "a", ">=1,<2", None, None),
    ("a >=1,<2 py_0", "a", ">=1,<2", "py_0", None),
    ("a=1.0|2.0", "a", "=1.0|2.0", None, None),
    ("a=1!2.3", "a", "=1!2.3", None, None),
    ("a~=1.2", "a", "~=1.2", None, None),
    ("a!=1.2", "a", "!=1.2", None, None),
    ("a[version='>=1,<2', build=x*]", "a", ">=1,<2", "x*", None),
    ("a[channel=c, version=1.2]", "a", "==1.2", None, "c"),
]


@pytest.mark.parametrize(("text", "name", "version", "build", "channel"), SPECS)
def test_specification_gives_its_parts(
    text: str, name: str, version: str | None, build: str | None, channel: str | None
) -> None:
    got = parse_spec(f" {text} ", 7)
    assert got is not None
    assert (got.text, got.name, got.version_spec, got.build, got.channel) == (text, name, version, build, channel)
    assert got.span == Span(8, 8 + len(text))
    assert text[got.name_span.start - 8 : got.name_span.end - 8].lower() == name
    if got.version_span is not None:
        written = text[got.version_span.start - 8 : got.version_span.end - 8]
        assert written.replace(" ", "").lstrip("=") == (version or "").lstrip("=")


@pytest.mark.parametrize(
    "text",
    ["", "::a", "a==", "https://example.com/a.tar.bz2", "./a.conda", "a b c d", "a[version", "a(>1)", "é", "a::"],
)
def test_other_texts_are_no_specifications(text: str) -> None:
    assert parse_spec(text.encode().decode("latin-1")) is None


LINES = [
    "name: a", "name:", "dependencies:", "- a", "- a=1", "  - b", "- pip:", "  - c", "    - d", "- ", "-", "- - e",
    "# x",
    "- 'q # r'", '- "s" # t', "- a#b", "- a #b", "- u: v", "  w: x", "- [a, b]", "channels: [c, 'd', \"e\"]", "- [a,",
    "   b]", "- >", "- |", "- *a", "- &a b", "- !t c", "- {a: b}", "", "   ", "- a: b", "- a:b", "k: v: w",
    "- http://a",
    "- 'a''b'", "- a\u00a0", "- Å", "\t- x", "- x\t", "\t", "- x\t# y", "k:\tv", "- x # \ty", "---", "...",
    "name: a  # b", "'name': a", "- ? a", "- -a", "a",
    "- [a, b] # c", "- [a b, c]", "- []", "- [ ]", "- [a, ]", "- [,]", "- [a:b]", "- [a: b]", "-\ta", "- a\\b",
    '- "a\\b"',
]  # fmt: skip


def test_whatever_is_read_is_what_pyyaml_reads() -> None:
    chance = random.Random(11)
    judged = 0
    for _ in range(6000):
        text = "\n".join(chance.choice(LINES) for _ in range(chance.randint(1, 7))) + chance.choice(["", "\n"])
        node = simple_yaml.read(Source.from_bytes("e.yml", text.encode()))
        try:
            want = yaml.load(text, yaml.BaseLoader)
        except yaml.YAMLError:
            # What is no YAML must not look wholly read.
            assert not known(node), text
            continue
        assert agrees(node, want), text
        judged += known(node)
    assert judged > 500


def known(node: simple_yaml.Node) -> bool:
    """True if nothing in it is Unknown."""
    if isinstance(node, simple_yaml.Unknown):
        return False
    if isinstance(node, simple_yaml.Items):
        return all(map(known, node.nodes))
    return not isinstance(node, simple_yaml.Table) or all(known(value) for _, value in node.pairs)


def agrees(node: simple_yaml.Node, want: object) -> bool:
    """True if every part that was read is what PyYAML has at the same place."""
    if isinstance(node, simple_yaml.Unknown):
        return True
    if node is None:
        return want in ("", None)
    if isinstance(node, simple_yaml.Scalar):
        return node.text.encode("latin-1").decode() == want
    if isinstance(node, simple_yaml.Items):
        return isinstance(want, list) and len(want) == len(node.nodes) and all(map(agrees, node.nodes, want))
    # Of a repeated key the last counts on both sides.
    last = {key.text.encode("latin-1").decode(): value for key, value in node.pairs}
    return isinstance(want, dict) and set(last) == set(want) and all(agrees(last[key], want[key]) for key in last)

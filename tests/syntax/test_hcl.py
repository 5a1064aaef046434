"""The plain part of HCL: what is literal is read, what is computed is called so, and nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchlint.syntax.hcl import COMPUTED, Block, Computed, Value, read
from torchlint.text import Source


def blocks(text: str) -> tuple[Block, ...] | None:
    return read(Source.from_bytes("docker-bake.hcl", text.encode()))


def value(text: str) -> Value:
    """The value of the only attribute of the only block."""
    found = blocks(f'target "x" {{\n  a = {text}\n  z = 1\n}}\n')
    assert found is not None
    (block,) = found
    assert block.attributes["z"] == 1
    return block.attributes["a"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('"plain"', "plain"),
        ('""', ""),
        ('"a b # c"', "a b # c"),
        (r'"a\"b\\c\td"', 'a"b\\c\td'),
        ('"costs $5 or 5%"', "costs $5 or 5%"),
        ("12", 12),
        ("true", True),
        ("false", False),
        ("null", None),
        ('["a", "b"]', ["a", "b"]),
        ('[\n  "a", # first\n  "b",\n]', ["a", "b"]),
        ("[]", []),
        ('{ A = "x", B = 2 }', {"A": "x", "B": 2}),
        ('{\n  A = "x"\n  "B" : "y" // c\n\n}', {"A": "x", "B": "y"}),
        ("{}", {}),
        ('[{ A = ["x"] }]', [{"A": ["x"]}]),
        ('"x" /* in\nbetween */', "x"),
    ],
)
def test_literal_values_are_read(text: str, meant: Value) -> None:
    assert value(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "TAG",
        '"${TAG}"',
        '"a-${TAG}"',
        '"${equal("a", "}") ? "b" : "c"}"',
        '"%{ if X }a%{ endif }"',
        '"$${x}"',
        'concat(["a"], ["b"])',
        '"a" == "b" ? "c" : "d"',
        "1 + 2",
        "-1",
        "1.5",
        "99999999999999999999",
        '[for x in ["a"] : x] + []',
        '{ for k, v in { a = "b" } : k => v }',
        '{ (TAG) = "x" }',
        'X["a"]',
        "<<EOT\nline\n}\nEOT\n",
        "<<-EOT\n  line\n  EOT\n",
        '(\n"a"\n)',
    ],
)
def test_computed_values_are_called_so_and_what_follows_is_read(text: str) -> None:
    assert isinstance(value(text), Computed)


def test_only_the_computed_part_of_a_table_is_unknown() -> None:
    assert value('{ A = TAG, B = "y"\n C = f(1, 2) }') == {"A": COMPUTED, "B": "y", "C": COMPUTED}
    assert value('["a", TAG]') == ["a", COMPUTED]


def test_blocks_have_kinds_labels_and_blocks_of_their_own() -> None:
    text = """\
# bake
variable "TAG" {
  default = "1"
  validation { condition = TAG != "" }
}
group default { targets = ["a"] }
function "f" { params = [x]
  result = x }
x = "top"
"""
    found = blocks(text)
    assert found is not None
    assert [(block.kind, block.labels) for block in found] == [
        ("variable", ("TAG",)),
        ("group", ("default",)),
        ("function", ("f",)),
    ]
    assert found[0].blocks[0].kind == "validation"
    assert found[1].attributes == {"targets": ["a"]}


@pytest.mark.parametrize(
    "text",
    [
        'target "x" {',
        "target {}}",
        'a = "x',
        "a = [1",
        "a = (1]",
        "a = <<EOT\nx\n",
        "= 1",
        '"a" = 1',
        "a = 1 }",
        'a = "${',
        "a = {",
        "a = { for",
        "a = " + "[" * 40 + "]" * 40,
        'target "x" ' + "{ b " * 40 + "}" * 40,
        "/* open",
    ],
)
def test_what_is_no_hcl_has_no_blocks(text: str) -> None:
    assert blocks(text + "\n") is None


def test_bytes_that_are_no_ascii_are_kept() -> None:
    found = blocks('# Å\ntarget "x" { a = "Å\u00a0\u2028" }\n')
    assert found is not None
    assert str(found[0].attributes["a"]).encode("latin-1").decode() == "Å\u00a0\u2028"


WORDS = 'target "x" { } [ ] ( ) = : , # // /* */ 1 null " ${ %{ \\ args for Å ? =>'
PIECES = st.sampled_from(["\n", " ", "\r\n", "<<EOT\n", "EOT\n", "\u0085", "\u2028", "\x00", *WORDS.split()])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = blocks(text)
    assert found is None or all(isinstance(block, Block) for block in found)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    found = read(Source.from_bytes("docker-bake.hcl", data))
    assert found is None or isinstance(found, tuple)


LITERALS = st.recursive(
    st.text('ab \\"$%Å#', max_size=6) | st.integers(0, 99) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ABC"), inner, max_size=3),
    max_leaves=8,
)


def written(literal: object) -> str:
    if isinstance(literal, str):
        return '"' + literal.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(literal, list):
        return "[" + ", ".join(map(written, literal)) + "]"
    if isinstance(literal, dict):
        return "{" + "\n".join(f"{key} = {written(one)}" for key, one in literal.items()) + "}"
    return "null" if literal is None else str(literal).lower()


def held(literal: object) -> object:
    """As a Source holds it: bytes as latin-1."""
    if isinstance(literal, str):
        return literal.encode().decode("latin-1")
    if isinstance(literal, list):
        return [held(one) for one in literal]
    return {key: held(one) for key, one in literal.items()} if isinstance(literal, dict) else literal


@given(LITERALS)
def test_what_is_written_is_read_back(literal: object) -> None:
    assert value(written(literal)) == held(literal)

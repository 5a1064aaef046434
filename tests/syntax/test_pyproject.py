"""`pyproject.toml`: every dependency string with its place; what it says is tomllib's matter."""

from __future__ import annotations

import pytest

from torchlint.syntax.pyproject import Dependency, Pyproject, parse
from torchlint.text import Source, Span

PROJECT = '''\
# dependencies = ["no"]
[build-system]
requires = ["setuptools>=61", 'wheel']

[project]
name = "demo"
description = """
[project]
dependencies = ["not this"]
"""
requires-python = ">=3.10"  # "x"
dependencies = [
    "torch>=2.1",  # "torch<2" was too old
    'numpy<2; python_version < "3.12"',
    "Åbc",
    "esc\\u0061ped",
]

[project.optional-dependencies]
gpu = ["torch>=2.1", "triton"]
all = [
  "triton",
  "demo[gpu]",
]

[dependency-groups]
dev = ["pytest", {include-group = "lint"}]
lint = ["ruff"]

[tool.poetry.dependencies]
python = "^3.10"
torch = {version = "2.1.*", source = "pytorch"}
numpy = "^1.26"
local = {path = "../x"}

[tool.poetry.dependencies.scipy]
version = "~1.11"

[tool.poetry.group.dev.dependencies]
pytest = "^1.26"

[tool.poetry.dev-dependencies]
black = "*"

[tool.uv.sources]
torch = { index = "pytorch-cu121" }

[[tool.uv.index]]
name = "pytorch-cu121"
url = "https://download.pytorch.org/whl/cu121"
'''


def read(text: str) -> tuple[Source, Pyproject]:
    source = Source.from_bytes("pyproject.toml", text.encode())
    return source, parse(source)


def shown(source: Source, span: Span | None) -> str | None:
    return None if span is None else source.show(span)


def texts(found: tuple[Dependency, ...]) -> list[str]:
    return [one.text for one in found]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_every_table_is_read_and_every_string_found(start: str, end: str) -> None:
    source, got = read(start + PROJECT.replace("\n", end))
    assert got.problems == ()
    assert texts(got.build_requires) == ["setuptools>=61", "wheel"]
    assert texts(got.dependencies) == ["torch>=2.1", 'numpy<2; python_version < "3.12"', "Åbc", "escaped"]
    assert [(name, texts(listed)) for name, listed in got.optional] == [
        ("gpu", ["torch>=2.1", "triton"]),
        ("all", ["triton", "demo[gpu]"]),
    ]
    assert [(name, texts(listed)) for name, listed in got.groups] == [("dev", ["pytest"]), ("lint", ["ruff"])]
    assert (got.requires_python, shown(source, got.requires_python_span)) == (">=3.10", ">=3.10")
    every = [
        *got.build_requires,
        *got.dependencies,
        *(one for _, listed in got.optional + got.groups for one in listed),
    ]
    assert [one.text for one in every if one.span is None] == ["escaped"]
    assert all(shown(source, one.span) in (one.text, None) for one in every)
    # The same text in two lists stands at two places.
    assert len({one.span for one in every if one.text == "triton"}) == 2


def test_dependencies_are_read_as_requirements_at_their_places() -> None:
    source, got = read(PROJECT)
    torch, numpy, broken, escaped = got.dependencies
    assert torch.requirement is not None and numpy.requirement is not None and escaped.requirement is not None
    assert shown(source, torch.requirement.specifier_span) == ">=2.1"
    assert shown(source, numpy.requirement.marker_span) == 'python_version < "3.12"'
    assert broken.requirement is None
    assert escaped.requirement.name == "escaped"


def test_poetry_constraints_are_text_with_their_places() -> None:
    source, got = read(PROJECT)
    assert [(one.name, one.constraint, one.group, shown(source, one.span)) for one in got.poetry] == [
        ("python", "^3.10", None, "^3.10"),
        ("torch", "2.1.*", None, "2.1.*"),
        ("numpy", "^1.26", None, "^1.26"),
        ("local", None, None, None),
        ("scipy", "~1.11", None, "~1.11"),
        ("black", "*", "dev", "*"),
        ("pytest", "^1.26", "dev", "^1.26"),
    ]


def test_uv_tables_are_plain_values() -> None:
    _, got = read(PROJECT)
    assert got.sources == (("torch", {"index": "pytorch-cu121"}),)
    assert got.indexes == ({"name": "pytorch-cu121", "url": "https://download.pytorch.org/whl/cu121"},)


@pytest.mark.parametrize(
    "text",
    ['project.dependencies = ["torch"]\n', '[project]\noptional-dependencies.dependencies = ["torch"]\n',
     'project = {dependencies = ["torch"]}\n', '["project"]\n"dependencies" = [\n"torch"\n]\n',
     '[project]\noptional-dependencies = {a = ["torch"]}\n', '[project]\n  dependencies=[ #"torch"\n"torch"]\n'],
)  # fmt: skip
def test_other_ways_to_write_a_table_are_found_or_left_without_place(text: str) -> None:
    source, got = read(text)
    every = [*got.dependencies, *(one for _, listed in got.optional for one in listed)]
    assert len(every) == 1
    found = every[0]
    assert found.text == "torch"
    assert shown(source, found.span) in ("torch", None)


def test_a_text_that_stands_twice_in_one_list_has_no_sure_place() -> None:
    _, got = read('[project]\ndependencies = ["torch", "torch"]\n')
    assert [one.span for one in got.dependencies] == [None, None]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \nc = 2\n", 2),
        ("[a\n", 1),
        ("a = 'x\n", 1),
        ("a = 1\na = 2\n", 2),
        ("x = [1,\n\n", 1),
        ("a\r\r\n", 1),
    ],
)
def test_broken_toml_is_one_problem_on_its_line(text: str, line: int) -> None:
    source, got = read(text)
    (problem,) = got.problems
    assert problem.kind == "invalid-toml"
    assert source.line_at(problem.span.start) == line
    assert got == Pyproject(problems=got.problems)


@pytest.mark.parametrize(
    "text",
    ["project = 1\n", "[project]\ndependencies = 'torch'\n", "[project]\ndependencies = [1, [2]]\n",
     "[project]\nrequires-python = 3\n", "dependency-groups = []\n",
     "[tool]\nuv = 1\npoetry = [1]\n", "[tool.poetry]\ngroup = {a = 1}\ndependencies = 2\n",
     "[tool.uv]\nindex = 1\nsources = [1]\n", ""],
)  # fmt: skip
def test_values_of_the_wrong_type_are_left_out(text: str) -> None:
    assert read(text)[1] == Pyproject()


def test_deep_nesting_is_a_problem_too() -> None:
    _, got = read("a = " + "[" * 100_000)
    assert [problem.kind for problem in got.problems] == ["invalid-toml"]

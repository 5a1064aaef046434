"""Which releases newer ones of their dependencies break, and which packages keep these old."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from packaging.version import Version

from torchlint import World
from torchlint.world.dependencies import direct_needs
from torchlint.world.outgrown import Bound, bound_of, cap, keeps
from torchlint.world.release_ranges import release_key
from torchlint.world.tables.caps import CAPS
from torchlint.world.tables.dropped_commands import PROGRAMS
from torchlint.world.tables.outgrown import ROWS

WORLD = World()


@pytest.mark.parametrize(
    ("package", "version", "dependencies"),
    [
        ("flask", "2.2.2", ["werkzeug"]),
        ("flask", "2.2.3", ["werkzeug"]),
        ("flask", "2.2.4", []),
        ("flask", "1.1.2", ["jinja2", "itsdangerous", "werkzeug"]),
        ("flask", "1.1.4", ["markupsafe"]),
        ("flask", "3.1.0", []),
        ("flask", "2.2rc1", []),
        ("flask", "", []),
        ("jinja2", "2.11.3", ["markupsafe"]),
        ("sentence-transformers", "2.2.2", ["huggingface-hub"]),
        ("sentence-transformers", "2.3.0", []),
        ("diffusers", "0.25.0", ["huggingface-hub"]),
        ("pandas", "2.0.3", ["numpy"]),
        ("our-models-of-example", "1.0", []),
    ],
)
def test_what_breaks_a_release(package: str, version: str, dependencies: list[str]) -> None:
    assert [one.dependency for one in WORLD.outgrown(package, version)] == dependencies


@pytest.mark.parametrize(
    ("operator", "version", "bound"),
    [
        ("<", "3", (((3,), -1), 0)),
        ("<", "3.0.0", (((3,), -1), 0)),
        ("<=", "2.3.7", (((2, 3, 7), -1), 1)),
        ("==", "2.3.7", (((2, 3, 7), -1), 1)),
        ("==", "2.3.7+cpu", (((2, 3, 7), -1), 1)),
        ("==", "2.3.*", (((2, 4), -1), 0)),
        ("~=", "2.2.3", (((2, 3), -1), 0)),
        ("~=", "2.2", (((3,), -1), 0)),
        ("~=", "2", None),
        (">=", "2", None),
        ("!=", "2", None),
        ("===", "2", None),
        ("<", "3rc1", None),
        ("<", "", None),
        ("==", "*", None),
    ],
)
def test_what_a_clause_lets_through(operator: str, version: str, bound: Bound | None) -> None:
    assert bound_of(operator, version) == bound


@pytest.mark.parametrize(
    ("package", "dependency", "below", "python", "answer"),
    [
        ("flask", "jinja2", "1.1.4", "3.8", "2.11.3"),
        ("flask", "jinja2", "1.1.2", "3.8", None),
        ("flask", "jinja2", "", "3.10", None),
        ("flask", "werkzeug", "1.1.4", "3.8", "1.0.1"),
        ("transformers", "huggingface-hub", "4.57.1", "3.10", "0.36.2"),
        ("transformers", "huggingface-hub", "", "3.10", None),
        ("flask", "jinja2", "999.0", "3.10", "?"),
    ],
)
def test_what_a_package_keeps_old(package: str, dependency: str, below: str, python: str, answer: str | None) -> None:
    key = release_key(below) if below else None
    found = cap(package, dependency, None if key is None else (key, 1), python)
    wanted = release_key(answer) if answer and answer != "?" else None
    assert found == (answer if wanted is None else (wanted, 1))


def test_what_no_table_has_keeps_nothing_old() -> None:
    assert not keeps("our-models-of-example", "werkzeug")
    assert not keeps("flask", "our-models-of-example")
    assert not keeps("a|b\n", "werkzeug")
    assert not keeps("", "")


def test_each_row_is_in_order() -> None:
    for package, rows in ROWS.items():
        for since, until, dependency, dropped, python, module, error, needs in rows:
            assert not until or Version(since) < Version(until), package
            assert release_key(since) is not None, package
            assert release_key(dropped) is not None, package
            assert python.startswith("3."), package
            assert module, package
            assert ": " in error, package
            assert "/" not in error.partition(" (")[0] or "'" in error, package
            assert dependency != package
            assert all(release_key(one.partition(">=")[2]) is not None for one in needs.split()), package


def test_the_rule_is_asked_about_every_package_of_the_table() -> None:
    text = (Path(__file__).parents[2] / "rules" / "python" / "outgrown_dependency.py").read_text(encoding="utf-8")
    called = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.keyword) and node.arg == "when"]
    assert [sorted(ast.literal_eval(one.value)) for one in called] == [sorted(f"{name}==" for name in ROWS)]


def test_each_package_that_keeps_something_old_is_one_whose_needs_are_known() -> None:
    followed = {row[2] for rows in ROWS.values() for row in rows}
    followed |= {row[0] for rows in PROGRAMS.values() for row in rows}
    for line in CAPS.strip().split("\n"):
        package, told, last, _ = line.split("|")
        needs = direct_needs(package)
        assert needs is not None, package
        assert release_key(last) is not None, package
        for one in told.split(";"):
            name, _, ranges = one.partition(":")
            assert name in followed, line
            firsts = [Version(said.split(" ")[0]) for said in ranges.split(", ")]
            assert firsts == sorted(firsts), line

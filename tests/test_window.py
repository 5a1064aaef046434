"""The public window: small, lazy, and true to its list."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import torchlint


@pytest.mark.parametrize("name", torchlint.__all__)
def test_every_name_of_the_list_is_there(name: str) -> None:
    assert getattr(torchlint, name) is getattr(torchlint, name)
    assert name in dir(torchlint)


def test_list_is_sorted_and_has_no_name_twice() -> None:
    assert torchlint.__all__ == sorted(set(torchlint.__all__))


def test_type_checkers_see_what_runs() -> None:
    """The imports under TYPE_CHECKING and the eager ones name each name's home once, and the same one."""
    assert torchlint.__file__ is not None
    tree = ast.parse(Path(torchlint.__file__).read_text(encoding="utf-8"))
    typed = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("torchlint.")
        for alias in node.names
    }
    assert sorted(typed) == torchlint.__all__
    lazy = {name: module for name, module in typed.items() if name not in ("check", "rule")}
    assert lazy == torchlint._HOME


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        torchlint.nothing  # noqa: B018


@pytest.mark.parametrize(
    "first", ["torchlint.check", "torchlint.rule", "torchlint.catalog", "torchlint.model.command", "torchlint.text"]
)
def test_functions_are_not_hidden_by_modules_of_the_same_name(first: str) -> None:
    code = f"import {first}, torchlint; assert callable(torchlint.check) and callable(torchlint.rule)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_import_of_the_window_is_lazy() -> None:
    code = "import sys, torchlint; print(*(name for name in sys.modules if name.startswith('torchlint.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[1] for name in done.stdout.split()}
    assert not loaded & {"cli", "config", "ignores", "model", "page", "project", "report", "syntax", "world"}

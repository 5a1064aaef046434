"""Which modules from elsewhere a script needs whenever it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict

TEXT = 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nCMD ["python", "a.py"]\n'


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("import torch", {"torch"}),
        ("import torch.nn as nn, numpy", {"torch", "numpy"}),
        ("from torch.nn import Linear", {"torch"}),
        ("import os, sys, json", set()),
        ("from . import x", set()),
        ("import own", set()),
        ("from package.x import y", set()),
        ("def f():\n    import torch", set()),
        ("try:\n    import torch\nexcept ImportError:\n    pass", set()),
        ("if __name__ == '__main__':\n    import torch", set()),
        ("# -*- coding: utf-8 -*-\nimport torch  # Å", {"torch"}),
        ("", set()),
    ],
)
def test_what_a_script_imports(predicted: Predict, script: str, names: set[str]) -> None:
    files = {"a.py": script, "own.py": "", "package/__init__.py": ""}
    found = predicted(TEXT, files).entry.imports()
    assert found is not None
    assert names <= set(found)
    assert not {"os", "sys", "json", "own", "package", "x"} & set(found)
    assert ("torch" in found) is ("torch" in names)


@pytest.mark.parametrize(
    "script", ["import torch (", "print 'a'", "\0", "x = " + "(" * 300 + ")" * 300, "import a\n" * 150_000]
)
def test_what_cannot_be_parsed_tells_nothing(predicted: Predict, script: str) -> None:
    assert predicted(TEXT, {"a.py": script}).entry.imports() is None


def test_a_script_that_is_not_there_tells_nothing(predicted: Predict) -> None:
    assert predicted(TEXT, {"b.py": ""}).entry.imports() is None


def test_a_module_that_may_lie_beside_the_script_is_not_from_elsewhere(predicted: Predict) -> None:
    text = TEXT.replace("CMD", "RUN make-modules\nCMD")
    assert predicted(text, {"a.py": "import torch\n"}).entry.imports() == frozenset()

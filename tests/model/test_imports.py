"""Which modules from elsewhere a script needs whenever it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict

UNKNOWN = "unknown"
TEXT = 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nCMD ["python", "a.py"]\n'


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("import torch", {"torch"}),
        ("import torch.nn as nn, numpy", {"torch", "numpy"}),
        ("from torch.nn import Linear", {"torch"}),
        ("import os, sys, json", set()),
        ("import distutils, imp, cgi, tomllib, compression, pkg_resources, setuptools, pip", set()),
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
    assert not {"imp", "cgi", "compression", "pip", "setuptools", "os", "sys", "json", "own", "package", "x"} & set(
        found
    )
    assert ("torch" in found) is ("torch" in names)


@pytest.mark.parametrize(
    "script", ["import torch (", "print 'a'", "\0", "x = " + "(" * 300 + ")" * 300, "import a\n" * 150_000]
)
def test_what_cannot_be_parsed_tells_nothing(predicted: Predict, script: str) -> None:
    assert predicted(TEXT, {"a.py": script}).entry.imports() is None


@pytest.mark.parametrize(
    "line",
    [
        'os.system("pip install torch")',
        'subprocess.check_call([sys.executable, "-m", "pip", "install", "torch"])',
        'subprocess.run(["pip3", "install", "torch"])',
        'sys.path.insert(0, "/data")',
    ],
)
def test_a_script_that_installs_or_looks_elsewhere_may_find_anything(predicted: Predict, line: str) -> None:
    script = f"import os, subprocess, sys\n{line}\nimport torch\n"
    assert predicted(TEXT, {"a.py": script}).entry.imports() is None
    harmless = script.replace(line, 'print("pipeline")')
    assert predicted(TEXT, {"a.py": harmless}).entry.imports() == frozenset({"torch"})


def test_a_script_that_is_not_there_tells_nothing(predicted: Predict) -> None:
    assert predicted(TEXT, {"b.py": ""}).entry.imports() is None


def test_a_module_that_may_lie_beside_the_script_is_not_from_elsewhere(predicted: Predict) -> None:
    text = TEXT.replace("CMD", "RUN make-modules\nCMD")
    assert predicted(text, {"a.py": "import torch\n"}).entry.imports() == frozenset()


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"a.py": "import own\n", "own.py": "import torch\n"}, {"torch"}),
        ({"a.py": "from own import x\n", "own/__init__.py": "", "own/x.py": "import torch\n"}, {"torch"}),
        ({"a.py": "import own.x.y\n", "own/x/__init__.py": "import torch\n", "own/x/y.py": "import numpy\n"}, None),
        ({"a.py": "import own\n", "own/__init__.py": "from . import x\n", "own/x.py": "import torch\n"}, {"torch"}),
        ({"a.py": "import own\n", "own/__init__.py": "from .x import z\n", "own/x.py": "import torch\n"}, {"torch"}),
        ({"a.py": "import own.p.q\n", "own/p/q.py": "from ..x import z\n", "own/x.py": "import torch\n"}, {"torch"}),
        ({"a.py": "import own\n", "own.py": "def f():\n    import torch\n"}, set()),
        ({"a.py": "import own\n", "own.py": "import a\nimport own\n"}, set()),
        ({"a.py": "import own\n", "own.py": "import torch (\n"}, UNKNOWN),
        ({"a.py": "import sys\nsys.path.append('/lib')\nimport torch\n"}, UNKNOWN),
    ],
)
def test_modules_of_its_own_are_followed(
    predicted: Predict, files: dict[str, str], names: set[str] | str | None
) -> None:
    """None among the cases stands for what both modules of a package import."""
    expected = None if names == UNKNOWN else frozenset({"torch", "numpy"} if names is None else names)
    assert predicted(TEXT, files).entry.imports() == expected


@pytest.mark.parametrize(
    ("module", "names"),
    [
        ("http.server", frozenset()),
        ("uvicorn", {"uvicorn"}),
        ("a", {"torch"}),
        ("package", {"numpy"}),
        ("package.x", {"flask", "numpy"}),
        ("package.y", None),
    ],
)
def test_what_a_module_needs_that_python_runs(predicted: Predict, module: str, names: set[str] | None) -> None:
    files = {
        "a.py": "import torch\n",
        "package/__main__.py": "from package import z\n",
        "package/z.py": "import numpy\n",
        "package/x.py": "import flask\nfrom . import z\n",
    }
    text = TEXT.replace('"a.py"', f'"-m", "{module}"')
    assert predicted(text, files).entry.imports() == names


def test_a_module_that_may_lie_in_the_folder_is_not_from_elsewhere(predicted: Predict) -> None:
    text = TEXT.replace('"a.py"', '"-m", "uvicorn"').replace("CMD", "RUN make-modules\nCMD")
    assert predicted(text, {"a.py": ""}).entry.imports() is None

"""What a project's own pyproject.toml asks for counts for the install of that project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import asked

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\n"
UV = "FROM python:3.11-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.5.4 /uv /uvx /bin/\nWORKDIR /app\nCOPY . .\n"
TOML = """\
[build-system]
requires = ["setuptools"]
[project]
name = "My.Demo"
version = "1"
dependencies = ["torch==2.6.0", 'six; python_version < "3"']
[project.optional-dependencies]
gpu = ["xformers==0.0.29.post2", "my-demo[More]"]
more = ["fastapi", "my_demo[gpu]"]
"""
DYNAMIC = """\
[project]
name = "demo"
version = "1"
dynamic = ["dependencies"]
[tool.setuptools.dynamic]
dependencies = { file = ["wanted/base.txt"] }
"""
OWN = ["torch==2.6.0", "six"]
GPU = ["xformers==0.0.29.post2", "fastapi"]


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("pip install .", ["", *OWN]),
        ("pip install -e .", ["", *OWN]),
        ("pip install .[gpu]", ["", *OWN, *GPU]),
        ("pip install '/app[more]' flask", ["", *OWN, *reversed(GPU), "flask"]),
        ("pip install file:///app", ["", *OWN]),
        ("pip install 'demo @ file:///app'", ["demo", *OWN]),
        ("cd /tmp && pip install ../app", ["", *OWN]),
        ("pip install --no-deps .", [""]),
        ("pip install ./elsewhere", [""]),
        ("pip install -c here.txt .", ["", *OWN]),
        ("pip install ./demo-1-py3-none-any.whl", ["demo"]),
        ("pip install -r pyproject.toml", []),
    ],
)
def test_what_a_project_asks_for_is_asked_for_by_its_install(
    predicted: Predict, command: str, names: list[str]
) -> None:
    assert asked(predicted(f"{SLIM}RUN {command}\n", {"pyproject.toml": TOML, "here.txt": ""}).install) == names


@pytest.mark.parametrize(
    ("options", "names", "complete"),
    [
        ("", OWN, True),
        ("--extra gpu", [*OWN, *GPU], True),
        ("--all-extras", [*OWN, *GPU], True),
        ("--group dev", OWN, False),
        ("--extra $UNTOLD", OWN, False),
    ],
)
def test_uv_takes_the_file_for_a_list(predicted: Predict, options: str, names: list[str], complete: bool) -> None:
    lines = f"ARG UNTOLD\nRUN uv pip install --system {options} -r pyproject.toml\n"
    install = predicted(UV + lines, {"pyproject.toml": TOML}).install
    assert (asked(install), install.complete) == (names, complete)


def test_a_line_of_a_requirements_file_may_name_a_project(predicted: Predict) -> None:
    files = {"requirements.txt": "flask\n-e ./demo[gpu]\n", "demo/pyproject.toml": TOML}
    install = predicted(f"{SLIM}RUN pip install -r requirements.txt\n", files).install
    assert asked(install) == ["flask", "", *OWN, *GPU]


def test_each_keeps_its_place(predicted: Predict) -> None:
    install = predicted(f"{SLIM}RUN pip install .\n", {"pyproject.toml": TOML}).install
    source, span = next(install.asks("torch")).at
    assert (source.path.endswith("pyproject.toml"), source.text[span.start : span.end]) == (True, "torch==2.6.0")
    assert [one.declared for one in install.requested] == [False, True, True]
    assert install.files == ()


def test_setuptools_reads_it_in_other_files(predicted: Predict) -> None:
    files = {"pyproject.toml": DYNAMIC, "wanted/base.txt": "# all\ntorch==2.6.0\n"}
    install = predicted(f"{UV}RUN uv pip install --system -r pyproject.toml\n", files).install
    assert (asked(install), install.complete) == (["torch==2.6.0"], True)


@pytest.mark.parametrize(
    "toml",
    [
        TOML.replace("dependencies = [", 'dynamic = ["dependencies"]\nunread = [', 1),
        TOML.replace("[project]", "[other]"),
        "[project\n",
        TOML.replace('"torch==2.6.0"', '"torch=2.6.0"'),
        TOML.replace("version =", 'requires-python = "3"\nversion =') + "[tool.uv.sources]\ntorch = { index = 'x' }\n",
        DYNAMIC,
        DYNAMIC.replace("dependencies = {", "readme = {"),
        '[project]\nname = "demo"\nversion = "1"\n[tool.poetry.dependencies]\ntorch = "*"\n',
    ],
)
def test_what_cannot_be_read_stays_unknown(predicted: Predict, toml: str) -> None:
    install = predicted(f"{UV}RUN uv pip install --system -r pyproject.toml\n", {"pyproject.toml": toml}).install
    assert (install.complete, list(install.asks("torch"))) == (False, [])


def test_the_project_itself_remains_unknown(predicted: Predict) -> None:
    environment = predicted(f"{SLIM}RUN pip install .\n", {"pyproject.toml": TOML}).environment("/usr/local")
    assert (sorted(environment.packages), environment.complete) == (["torch"], False)

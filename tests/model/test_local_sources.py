"""What an install takes from the container's disk: where, whether it is there, which Pythons it allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict
    from torchlint.model.local_sources import Local

TOML = '[project]\nname = "demo"\nversion = "1"\nrequires-python = "{}"\n'


def local(predicted: Predict, asked: str, *, before: str = "", **files: str) -> Local | None:
    text = f"FROM python:3.9-slim\nWORKDIR /app\n{before}\nRUN pip install {asked}\n"
    told = {name.replace("__", "/").replace("_toml", ".toml"): body for name, body in files.items()}
    install = predicted(text, told).install
    return install.local(install.requested[0])


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        (".", "/app"),
        ("-e .", "/app"),
        ("./x[dev]", "/app/x"),
        ("-e ../x", "/x"),
        ("/w/demo-1-py3-none-any.whl", "/w/demo-1-py3-none-any.whl"),
        ("file:///w/demo-1-py3-none-any.whl#sha256=ab", "/w/demo-1-py3-none-any.whl"),
        ("'demo @ file:///w/demo'", "/w/demo"),
    ],
)
def test_paths_count_from_the_folder_that_pip_runs_in(predicted: Predict, asked: str, path: str) -> None:
    found = local(predicted, asked)
    assert found is not None
    assert found.path == path


@pytest.mark.parametrize(
    "asked", ["demo", "https://example.com/demo.zip", "git+file:///w/demo", "./%20x", "file://host/share/x"]
)
def test_what_comes_from_elsewhere_is_not_local(predicted: Predict, asked: str) -> None:
    assert local(predicted, asked) is None


def test_presence_absence_and_what_is_no_project(predicted: Predict) -> None:
    there = local(predicted, ".", before="COPY demo .", demo__pyproject_toml=TOML.format(">=3.8"))
    empty = local(predicted, ".")
    absent = local(predicted, "./x")
    unknown = local(predicted, "./x", before="RUN make-something")
    assert there is not None and empty is not None and absent is not None and unknown is not None
    assert (there.missing, there.unbuildable) == (False, False)
    assert (empty.missing, empty.unbuildable) == (False, True)
    assert (absent.missing, absent.unbuildable) == (True, False)
    assert (unknown.missing, unknown.unbuildable) == (False, False)


@pytest.mark.parametrize(
    ("asked", "refused"),
    [(">=3.10", True), ("<3.9", True), (">=3.9.2", False), (">=3.8", False), ("^3.10", False), ("", False)],
)
def test_a_python_is_refused_when_no_patch_release_of_it_fits(predicted: Predict, asked: str, refused: bool) -> None:
    found = local(predicted, ".", before="COPY demo .", demo__pyproject_toml=TOML.format(asked))
    assert found is not None
    assert found.refuses("3.9") is refused
    assert found.project is not None


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("'x @ file:///croot/x_1671487769961/work/x'", True),
        ("'x @ file:///opt/conda/conda-bld/x_1/work'", True),
        ("'x @ file:///Users/somebody/x'", True),
        ("'x @ file:///wheels/x-1-py3-none-any.whl'", False),
        ("./croot/x", False),
    ],
)
def test_folders_of_the_machine_where_a_package_was_built(predicted: Predict, asked: str, left: bool) -> None:
    found = local(predicted, asked)
    assert found is not None
    assert found.left_behind is left


def test_a_list_names_such_folders(predicted: Predict) -> None:
    text = "FROM python:3.9-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n"
    lines = "x @ file:///croot/x_1/work\ny @ file:///y\nz==1\n"
    (file,) = predicted(text, {"requirements.txt": lines}).build.requirements
    assert [one.name for one in file.left_behind] == ["x"]
    assert [one.name for one in file.requirements] == ["x", "y", "z"]

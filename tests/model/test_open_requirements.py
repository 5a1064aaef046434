"""Which requirements the next install may take in a newer release."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import torchlint
from torchlint.syntax import SyntaxProblem
from torchlint.syntax.requirements import parse_requirement

if TYPE_CHECKING:
    from pathlib import Path

OPEN = ["a", "a>=1", "a[b]>1,!=2"]
BOUNDED = ["a==1", "a===1", "a~=1.2", "a>=1,<2", "a<=2", "./a", "a @ https://example.com/a.whl", "git+https://b.c/a"]


@pytest.mark.parametrize("text", [*OPEN, *BOUNDED])
def test_an_upper_bound_or_a_place_closes_a_requirement(text: str) -> None:
    requirement = parse_requirement(text)
    assert not isinstance(requirement, SyntaxProblem)
    assert requirement.open == (text in OPEN)


def predicted(folder: Path, dockerfile: str, **files: str) -> torchlint.Build:
    for name, text in {"Dockerfile": dockerfile, **files}.items():
        (folder / name.replace("_", ".")).write_text(text)
    project = torchlint.read([str(folder)])
    return torchlint.predict(project.dockerfiles[0], project, torchlint.World())


def test_a_constraint_of_the_same_install_closes_a_line(tmp_path: Path) -> None:
    build = predicted(
        tmp_path,
        "FROM python:3.12\nCOPY . .\nRUN pip install -r requirements.txt -c limits.txt\n",
        requirements_txt='a\nb>=1\nc==1\nd; python_version < "3"\n',
        limits_txt="a==1\n",
    )
    open_ones = {file.source.path.rpartition("/")[2]: file.open for file in build.requirements}
    assert [one.name for one in open_ones["requirements.txt"]] == ["b"]


def test_what_is_installed_in_place_is_a_path(tmp_path: Path) -> None:
    build = predicted(tmp_path, "FROM python:3.12\nRUN pip install -e agent flask\n")
    (install,) = build.installs()
    assert {one.requirement.kind: one.requirement.name for one in install.requested} == {"path": "", "named": "flask"}

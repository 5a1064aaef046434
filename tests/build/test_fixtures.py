"""The projects in `fixtures`: what is predicted of each, what really happens, and what of it can be proven here.

PyTorch's index, the real CUDA and TorchServe images and the models themselves are not here. Where a substitute can
show the same, it is used and named; what cannot be proven is listed as such. Weights are placeholders and torch is a
wheel of a few bytes, which has every name and computes nothing.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.build import stand_ins, substitutes, trial
from tests.build.leavings import ran

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from torchlint.verify.port import Engine

    Make: TypeAlias = Callable[[str, str, str, Iterable[str], Iterable[str]], None]

FOLDER = Path(__file__).resolve().parent.parent.parent / "fixtures"
STUB = "torch is a stub in an index of the test's own"


class Case(NamedTuple):
    """`base`: that of the file, which becomes `tag` in the copy, made from the stand-in `of`. `real`, `stubs`: what its
    pip can install; `later`: stubs for the repaired project, if it asks for others. `fails`: rule, line and outcome of
    the failure that comes first; None: it works. `steps`: where the instructions begin of which one fails, as BuildKit
    looks at several at once. `why`: of the substitute, or why nothing can be proven, and then there is no base.
    `target`: the stage that is built."""

    why: str
    base: str = ""
    tag: str = ""
    of: str = ""
    real: tuple[str, ...] = ()
    stubs: tuple[str, ...] = ()
    fails: tuple[str, int, str] | None = None
    steps: tuple[int, ...] = ()
    says: str = ""
    target: str = ""
    later: tuple[str, ...] = ()


SLIM12 = ("python:3.12-slim", "python:3.12.8-slim-bookworm", "python:3.12-slim")
SLIM9 = ("python:3.9-slim-buster", "python:3.9.17-slim-buster", "python:3.9-slim")
SLIM13 = ("python:3.13-slim-trixie", "python:3.13.7-slim-trixie", "python:3.13-slim")
CPU = ("torch==2.3.1+cpu",)
OLDER = ("importlib-metadata", "zipp")
"""What flask asks for where Python is older than the one that downloads its wheels."""
CASES = {
    "two-stage-cpu": Case(
        STUB, *SLIM12, ("numpy==1.26.4",), CPU, ("trailing-comment", 16, "build"), (16, 18), "not found"
    ),
    "venv-two-stage": Case(
        STUB, *SLIM12, ("numpy==1.26.4",), CPU, ("activate-in-exec-form", 21, "start"), (), ". .venv/bin/activate"
    ),
    "two-stage-cuda": Case(
        "that its tags are removed is not provable without a registry; with stand-ins for them the second cause is",
        "nvidia/cuda:11.4.0-cudnn8-devel-ubuntu20.04",
        "nvidia/cuda:11.4.0-cudnn8-devel-ubuntu20.04",
        fails=("no-python", 7, "build"),
        steps=(7,),
        says="pip: not found",
    ),
    "torchserve-deps": Case(
        f"apt-get does nothing, get-pip.py is the test's own and refuses as the real one does, {STUB}; "
        "its second stage, TorchServe, is not provable",
        "ubuntu:18.04",
        "ubuntu:18.04",
        "python:3.6-slim",
        ("numpy==1.19.5 on manylinux1_x86_64", "Pillow==8.4.0 on manylinux2014_x86_64"),
        ("torch==1.9.0+cpu", "torchvision==0.10.0+cpu"),
        ("get-pip-needs-newer-python", 19, "build"),
        (9,),
        "does not work on Python 3.6",
        "compile-image",
    ),
    "flask-slim": Case(
        STUB, *SLIM9, ("Flask==2.3.2", "numpy==1.24.3", *OLDER), ("torch==2.0.1 for 11.7",), later=("torch==2.0.1+cpu",)
    ),
    "flask-debug": Case(STUB, *SLIM9, ("flask", "pillow", *OLDER), ("torch==2.8.0 for 12.8", "torchvision==0.23.0")),
    "healthy-slim": Case(STUB, *SLIM13, ("numpy==2.3.5", "flask==3.1.2", "gunicorn==23.0.0"), ("torch==2.13.0+cpu",)),
    "optimise-export": Case(STUB, *SLIM12, ("numpy==2.2.1", "onnx==1.17.0"), ("torch==2.6.0+cpu",)),
    "healthy-cuda": Case("not provable: nvcc, CUDA's headers and Ubuntu's archive are needed to compile flash-attn"),
    "torchserve-mar": Case(
        "TorchServe and Java are real, the image around them is not, and nothing is in the model",
        "pytorch/torchserve",
        "pytorch/torchserve:latest",
        "debian:11",
        ("torchserve==0.12.0",),
    ),
}
PROVABLE = [name for name, case in CASES.items() if case.base]
# The repaired two-stage-cuda needs Ubuntu's archive and wheels for CUDA.
REPAIRED = [name for name in PROVABLE if name != "two-stage-cuda" and (FOLDER / name / "fixed").is_dir()]
FIXABLE = [name for name in REPAIRED if not CASES[name].target]
MENDED = {
    "torchserve-deps": Case(
        f"apt-get does nothing, TorchServe's image is made of Python 3.9, {STUB}",
        "pytorch/torchserve",
        "pytorch/torchserve:latest",
        "python:3.9-slim",
        ("numpy==1.19.5 on manylinux2010_x86_64", "Pillow==8.4.0 on manylinux2014_x86_64"),
        ("torch==1.9.0+cpu", "torchvision==0.10.0+cpu"),
    )
}
"""Repaired projects that begin from another base."""


PROVABLE_BY = {
    "two-stage-cpu": "provable",
    "venv-two-stage": "provable",
    "two-stage-cuda": "provable but for its removed tags",
    "torchserve-deps": "by substitute",
    "torchserve-mar": "by substitute",
    "flask-slim": "provable",
    "flask-debug": "provable",
    "healthy-slim": "provable",
    "healthy-cuda": "not provable",
    "optimise-export": "provable",
}
"""Said in advance: what a machine without a registry, without PyTorch's index and without a GPU can show of each."""


class Row(NamedTuple):
    """A line of the table."""

    fixture: str
    part: str
    predicted: str
    seen: str
    evidence: str


@pytest.fixture(scope="module")
def table() -> Iterator[list[Row]]:
    """Rows that are printed when all is done, with those of which nothing can be proven."""
    rows: list[Row] = []
    yield rows
    rows += [Row(name, "as it is", "", "", case.why) for name, case in CASES.items() if not case.base]
    for part in ("fix", "repaired"):
        rows.append(Row("two-stage-cuda", part, "", "", "not provable: needs Ubuntu's archive and wheels for CUDA"))
    rows.append(Row("torchserve-deps", "fix", "", "", "not provable: its second stage needs TorchServe"))
    trial.REPORTED.extend(f"{name:16} said in advance: {kind}" for name, kind in PROVABLE_BY.items())
    for row in (Row("fixture", "part", "predicted", "seen", "evidence"), *sorted(rows)):
        trial.REPORTED.append(f"{row.fixture:16} {row.part:9} {row.predicted:41} {row.seen:29} {row.evidence}")


@pytest.fixture
def copied(tmp_path: Path, engine: Engine) -> Iterator[Callable[..., Path]]:
    """A copy of a project whose base is the substitute. `both`: with what it installs before and after fixes."""
    made = []

    def copy(name: str, part: str, *, both: bool = False) -> Path:
        case = MENDED.get(name, CASES[name]) if part else CASES[name]
        if case is MENDED.get(name):
            make: Make = substitutes.with_torchserve
        else:
            make = substitutes.with_old_ubuntu if case.target else substitutes.with_index
        make = substitutes.with_server if case.of == "debian:11" else make
        try:
            if case.of:
                stand_ins.make(engine.name, case.of)
                stubs = case.later if part and case.later else case.stubs
                stubs += case.later if both else ()
                made.append(case.tag)
                make(engine.name, case.tag, case.of, case.real, stubs)
            else:
                for tag in (case.tag, case.tag.replace("devel", "runtime")):
                    made.append(tag)
                    stand_ins.make(engine.name, tag)
        except (stand_ins.Unavailable, OSError) as error:
            pytest.skip(str(error))
        folder = tmp_path / name
        shutil.copytree(FOLDER / name / part, folder, ignore=shutil.ignore_patterns("fixed", "*.json"))
        dockerfile = folder / "Dockerfile"
        dockerfile.write_text(dockerfile.read_text().replace(case.base, case.tag))
        return folder

    yield copy
    for name in made:
        substitutes.remove(engine.name, name)


def words(case: Case) -> list[str]:
    return ["--target-stage", case.target, "--level", "built"] if case.target else []


def test_each_fixture_has_its_line() -> None:
    assert set(CASES) == {path.parent.name for path in FOLDER.glob("*/expected.json")} == set(PROVABLE_BY)
    assert all(bool(case.base) == (PROVABLE_BY[name] != "not provable") for name, case in CASES.items())


@pytest.mark.parametrize("name", [name for name in PROVABLE if CASES[name].fails])
def test_predicted_failure_happens(name: str, copied: Callable[..., Path], table: list[Row]) -> None:
    """At the predicted step, and the rule that foresaw it is named."""
    case = CASES[name]
    assert case.fails is not None
    rule, line, outcome = case.fails
    folder = copied(name, "")
    assert (rule, "Dockerfile", line, outcome) in [one[:4] for one in trial.checked(folder)]
    said = trial.verified(folder, *words(case))
    assert (said["exit"], said["proven"]) == (1, False), trial.evidence(said)
    assert case.says in trial.evidence(said)
    if outcome == "build":
        assert said["build"]["line"] in case.steps
    else:
        assert (said["reached"], said["start"]["state"]) == ("built", "refused")
    assert rule in said["explained_by"]
    seen = f"{outcome} fails" + (f", step of line {said['build']['line']}" if outcome == "build" else "")
    table.append(Row(name, "as it is", f"{rule}, line {line}, {outcome}", seen, f"{case.says!r}; {case.why}"))


@pytest.mark.parametrize("name", [name for name in PROVABLE if not CASES[name].fails])
def test_what_does_not_fail_works_before(name: str, copied: Callable[..., Path], table: list[Row]) -> None:
    _works(name, copied(name, ""), "as it is", table)


@pytest.mark.parametrize("name", FIXABLE)
def test_what_torchlint_mends_works(name: str, copied: Callable[..., Path], table: list[Row]) -> None:
    """With every fix that it has, each proven by builds and starts before it is written."""
    case = CASES[name]
    folder = copied(name, "", both=True)
    words = ("--isolated", "--unsafe-fixes", "--verify=ran", "--watch", "4", "--pull", "never")
    done = ran("fix", *words, "--output-format", "json-report", str(folder))
    evidence = json.loads(done.stdout)["evidence"]
    (one,) = evidence["dockerfiles"]
    assert (one["turn"], one["after"]["reached"]) == ("mended" if case.fails else "kept", "ran"), done.stdout
    assert evidence["taken_back"] == []
    table.append(Row(name, "fix", "it works", "it works", f"{one['turn']}, ran; {case.why}"))


@pytest.mark.parametrize("name", REPAIRED)
def test_repaired_project_works(name: str, copied: Callable[..., Path], table: list[Row]) -> None:
    _works(name, copied(name, "fixed"), "repaired", table)


def _works(name: str, folder: Path, part: str, table: list[Row]) -> None:
    """It is built and starts; nothing else is predicted."""
    case = MENDED.get(name, CASES[name]) if part == "repaired" else CASES[name]
    found = [one for one in trial.checked(folder) if one.severity == "error" and one.outcome in trial.FAILING]
    said = trial.verified(folder, *words(case))
    assert (said["exit"], said["reached"]) == (0, "built" if case.target else "ran"), trial.evidence(said)
    assert case.target or found == []
    assert said["differences"] == []
    evidence = f"the stage {case.target} is built" if case.target else f"start: {said['start']['state']}"
    table.append(Row(name, part, "it works", "it works", f"{evidence}; {case.why}"))

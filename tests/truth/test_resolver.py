"""Whether torchlint calls just those sets of requirements impossible that a real resolver refuses.

The default suite compares with the record; under the marker `network` uv is asked again for a part of it.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

import torchlint
from tests.truth import resolver

if TYPE_CHECKING:
    from pathlib import Path

    from tests.truth.resolver import Asked

RECORD = resolver.record()
EACH = 7
"""Which part of the record is asked for again."""


def named(asked: Asked) -> str:
    return " ".join(asked.requirements)


def stops(asked: Asked, python: str, folder: Path) -> list[str]:
    """The rules that say that the build stops where these are installed."""
    (folder / "requirements.txt").write_text("\n".join(asked.requirements) + "\n")
    lines = (f"FROM python:{python}-slim", "COPY requirements.txt .", "RUN pip install -r requirements.txt")
    (folder / "Dockerfile").write_text("\n".join(lines) + '\nCMD ["python"]\n')
    report = torchlint.check(torchlint.read([str(folder)]), world=torchlint.World())
    return [one.rule for one in report.findings if one.outcome == "build" and one.severity == "error"]


@pytest.mark.parametrize("asked", RECORD, ids=named)
def test_what_is_said_to_stop_is_what_a_resolver_refuses(asked: Asked, tmp_path: Path) -> None:
    said = {python: stops(asked, python, tmp_path) for python in resolver.PYTHONS}
    for python, answer in asked.answers.items():
        if answer == resolver.RESOLVED:
            assert not said[python], "it can be installed"
        else:
            silent = python in asked.silent
            assert bool(said[python]) is not silent, f"it cannot be installed ({answer}): is that said?"


@pytest.mark.network
@pytest.mark.parametrize("python", resolver.PYTHONS)
@pytest.mark.parametrize("asked", RECORD[::EACH], ids=named)
def test_resolver_answers_what_is_recorded(asked: Asked, python: str, tmp_path: Path) -> None:
    uv = shutil.which("uv", path=os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", ""))))
    if uv is None:
        pytest.skip("uv is not installed")
    assert resolver.ask(asked.requirements, python, uv, tmp_path) == asked.answers[python]


def test_record_is_one_to_compare_with() -> None:
    """Many sets, in one form and each once, an answer for each Python, and enough of both kinds."""
    assert sum(asked.origin == "file" for asked in RECORD) >= 90
    assert sum(asked.origin == "chance" for asked in RECORD) >= 40
    assert len({asked.requirements for asked in RECORD}) == len(RECORD)
    answers = [asked.answers[python] for asked in RECORD for python in resolver.PYTHONS]
    assert set(answers) == {resolver.RESOLVED, *resolver.REASONS}
    assert answers.count(resolver.RESOLVED) >= 100
    assert sum(answer != resolver.RESOLVED for answer in answers) >= 80
    assert not [asked for asked in RECORD if asked.origin == "file" and asked.silent]

"""Findings that stand for several places name them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import torchlint

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("line", "severity"),
    [("pip install numpy<2 'torch' torch<=2.4 flask>=3", "error"), ("pip install numpy>=2 torch>=2.4", "warning")],
)
def test_each_specifier_that_the_shell_cuts_off_is_named(tmp_path: Path, line: str, severity: str) -> None:
    (tmp_path / "Dockerfile").write_text(f"FROM python:3.12-slim\nRUN {line}\n")
    project = torchlint.read([str(tmp_path / "Dockerfile")])
    report = torchlint.check(project, world=torchlint.World())
    (finding,) = (one for one in report.findings if one.rule == "unquoted-specifier")
    shown = [one.source.show(one.span) for one in (finding.at, *(related.at for related in finding.related))]
    assert shown == [word for word in line.split(" ") if "<" in word or ">" in word]
    assert finding.severity.name.lower() == severity

"""The texts `grouped` and `json-lines`, and paths as code hosts know them."""

from __future__ import annotations

import json
import re

import pytest

from tests.report.hostile import EVERY, HOSTILE
from tests.report.reports import REPORTS
from torchlint.report import grouped, json_, json_lines, statistics
from torchlint.report.rooted import Root
from torchlint.report.styled import Layout, plain

ROW = re.compile(r"  \d+:\d+ +(error|warning|info) +[a-z0-9-]+ {2,}\S.*")


@pytest.mark.parametrize("name", EVERY)
def test_findings_stand_below_their_file(name: str) -> None:
    made = EVERY[name]()
    lines = plain(grouped.render(made, Layout(quiet=True))).split("\n")
    rows = [line for line in lines if line.startswith("  ")]
    assert len(rows) == len(made.findings)
    assert all(ROW.fullmatch(row) for row in rows)
    heads = [line for line in lines if line and not line.startswith("  ")]
    assert len(heads) == len({finding.at.source.path for finding in made.findings})


def test_columns_are_aligned_in_each_file() -> None:
    text = plain(grouped.render(REPORTS["everything"](), Layout(quiet=True)))
    assert text == (
        "Dockerfile\n  3:45  error    extension-cuda-major  "
        "flash-attn will be compiled by nvcc 11.8 for a torch built with CUDA 12.4\n\n"
    )


@pytest.mark.parametrize("show_suppressed", [False, True])
@pytest.mark.parametrize("name", EVERY)
def test_json_lines_are_the_objects_of_json(name: str, show_suppressed: bool) -> None:
    made = EVERY[name]()
    text = json_lines.render(made, show_suppressed=show_suppressed)
    assert text.isascii()
    rows = [json.loads(line) for line in text.splitlines()]
    assert rows == json.loads(json_.render(made, show_suppressed=show_suppressed))


def test_statistics_say_how_many_can_be_fixed() -> None:
    lines = plain(statistics.render(HOSTILE["fixes"](), Layout(quiet=True))).splitlines()
    assert lines == ["5  error    some-rule  fixes: 1 safe, 4 unsafe"]


@pytest.mark.parametrize(
    ("top", "here", "path", "inside", "absolute"),
    [
        ("/p", "/p", "Dockerfile", "Dockerfile", "/p/Dockerfile"),
        ("/p", "/p/api", "Dockerfile", "api/Dockerfile", "/p/api/Dockerfile"),
        ("/p", "/p/api", "../web/Dockerfile", "web/Dockerfile", "/p/web/Dockerfile"),
        ("/p", "/p/api", "/p/web/Dockerfile", "web/Dockerfile", "/p/web/Dockerfile"),
        ("/p", "/p/api", "../../p2/Dockerfile", None, "/p2/Dockerfile"),
        ("/", "/", "Dockerfile", "Dockerfile", "/Dockerfile"),
        ("C:/p", "C:/p/api", "Dockerfile", "api/Dockerfile", "C:/p/api/Dockerfile"),
        ("C:/p", "C:/p", "D:/q/Dockerfile", None, "D:/q/Dockerfile"),
    ],
)
def test_paths_are_seen_from_the_root(top: str, here: str, path: str, inside: str | None, absolute: str) -> None:
    root = Root(top, here)
    assert root.inside(path) == inside
    assert root.absolute(path) == absolute
    assert root.named(path) == (inside or absolute)

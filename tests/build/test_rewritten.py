"""Projects with several faults at once, as people write them: built, rewritten by `torchlint fix --unsafe-fixes`, and
built again. What stopped before runs then, and what ran before runs still.

They stand in `rewritten.toml`.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.build.leavings import ran

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = tomllib.loads(Path(__file__).with_name("rewritten.toml").read_text())
TURNS = {"seen": "mended", "built": "mended", "ran": "kept"}


@pytest.mark.parametrize("name", CASES)
def test_what_is_rewritten_builds_and_runs(name: str, tmp_path: Path, bases: Callable[..., None]) -> None:
    case = CASES[name]
    bases(*{line.split()[1] for line in case["files"]["Dockerfile"].splitlines() if line.startswith("FROM ")})
    for path, text in case["files"].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    done = ran(
        *("fix", "--isolated", "--unsafe-fixes", "--verify=ran", "--pull", "never", "--watch", "3"),
        *("--output-format", "json-report", "."),
        within=tmp_path,
    )
    assert done.stdout, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    (one,) = said["evidence"]["dockerfiles"]
    wanted = (case["was"], TURNS[case["was"]], "ran")
    assert (one["before"]["reached"], one["turn"], one["after"]["reached"]) == wanted, one
    assert said["evidence"]["taken_back"] == []
    made = {line.split(": ")[2] for line in done.stderr.splitlines() if line.startswith("torchlint:   ")}
    assert made >= set(case["rules"])
    after = (tmp_path / "Dockerfile").read_text()
    assert [text for text in case.get("has", ()) if text not in after] == []

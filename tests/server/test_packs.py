"""Rules of packs in an editor: those that the server's command line names, and no others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.packs.packs import FAULTY, RULE, lay_out, pack

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.conftest import Starts

pytest.importorskip("pygls.lsp.server", reason="pygls 2 comes with torchlint[lsp]")


def program(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-P", "-m", "torchlint", "server", *words)


def test_rule_of_a_given_pack_is_a_rule(project: Path, starts: Starts, tmp_path: Path) -> None:
    """It is reported, explained and mended; its folder is seen from where the server was started."""
    rules = pack(tmp_path / "rules")
    editor = starts(project, program=program("--pack", str(rules)))
    path = project / "Dockerfile"
    editor.open(path, FAULTY)
    assert "boss-works" in editor.rules(path)
    assert "the boss works in the container" in editor.hover(path, "USER boss")
    (action,) = [one for one in editor.actions(path, "USER boss") if one["title"].startswith("let app do it")]
    assert editor.applied(action["edit"])[path] == FAULTY.replace("boss", "app")
    assert editor.leave() == 0


def test_rule_that_fails_is_logged_and_stops_no_other(project: Path, starts: Starts, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules", RULE.replace("    if step", "    1 / 0\n    if step"))
    editor = starts(project, program=program("--pack", str(rules)))
    path = project / "Dockerfile"
    editor.open(path, f"{FAULTY}RUM true\n")
    assert "unknown-instruction" in editor.rules(path)
    said = "the pack's rule boss-works failed on Dockerfile: ZeroDivisionError: division by zero"
    editor.wait(lambda: any(said in str(one["params"]) for one in editor.said if one["method"] == "window/logMessage"))
    assert editor.leave() == 0


def test_pack_that_a_configuration_names_is_not_run(project: Path, starts: Starts, tmp_path: Path) -> None:
    trap = f"\nimport pathlib\npathlib.Path({str(tmp_path / 'ran')!r}).touch()\n"
    pack(project / "rules", RULE + trap)
    lay_out(project, {"torchlint.toml": 'packs = ["rules"]\nselect = ["boss-works", "syntax"]\n'})
    editor = starts(project, program=program())
    path = project / "Dockerfile"
    editor.open(path, f"{FAULTY}RUM true\n")
    assert editor.rules(path) == ["unknown-instruction"]
    said = "torchlint.toml: rule packs are code and are not loaded because a file names them; give --pack rules"
    editor.wait(lambda: any(said in str(one["params"]) for one in editor.said if one["method"] == "window/logMessage"))
    assert editor.leave() == 0
    assert not (tmp_path / "ran").exists()

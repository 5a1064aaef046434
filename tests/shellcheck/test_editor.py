"""Codes of ShellCheck in an editor: where the words are, with their page, and again as soon as the text changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.server.conftest import editor, project, running, starts  # noqa: F401

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.editor import Editor
    from torchlint.shellcheck.program import Program

pytest.importorskip("pygls.lsp.server", reason="pygls 2 comes with torchlint[lsp]")


def test_codes_are_diagnostics_and_follow_the_text(shellcheck: Program, editor: Editor, project: Path) -> None:  # noqa: F811
    path = project / "Dockerfile"
    (project / "torchlint.toml").write_text('shell = true\nselect = ["shell"]\n')
    editor.open(path, "FROM debian:12\nRUN echo 'à' $X\n")
    (one,) = editor.findings(path)
    assert one["code"] == "SC2086"
    assert one["codeDescription"]["href"].endswith("/SC2086")
    assert (one["range"]["start"], one["range"]["end"]) == (
        {"line": 1, "character": 13},
        {"line": 1, "character": 15},
    )
    assert "SC2086" in editor.hover(path, "$X")
    titles = [action["title"] for action in editor.actions(path, "$X")]
    assert any("double quotes" in title for title in titles)
    assert any("Ignore SC2086 here" in title for title in titles)
    editor.replace(path, 'FROM debian:12\nRUN echo "$X"\n')
    assert editor.rules(path) == []
    editor.replace(path, "FROM debian:12\nRUN ls\nRUN cd a; make $Y\n")
    assert editor.rules(path) == ["SC2086", "SC2164"]
    assert editor.hover(path, "cd a").count("SC2164") > 0

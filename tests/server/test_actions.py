"""What can be done about findings: each edit applied gives what `torchlint fix` gives, and nothing else changes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_cli import torchlint
from tests.server.editor import CAPABILITIES

if TYPE_CHECKING:
    from tests.server.conftest import Starts
    from tests.server.editor import Editor

pytest.importorskip("pygls.lsp.server", reason="pygls 2 comes with torchlint[lsp]")

FIXTURES = sorted((Path(__file__).resolve().parents[2] / "fixtures").iterdir())
FIX_ALL = "source.fixAll.torchlint"
CACHE = "FROM python:3.12-slim\nRUN pip install torch==2.6.0\nRUN pip install numpy==2.2.0\nUSER nobody\n"
TWICE = """\
FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl
RUN apt-get update && apt-get install -y git --no-install-recommends
USER nobody
"""
MISFIT = "FROM python:3.11-slim\nRUN pip install --no-cache-dir torch==2.1.0 torchvision==0.17.0\nUSER nobody\n"
INSTALL = "FROM python:3.11-slim\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n"


def fixed(folder: Path, *words: str) -> dict[Path, str]:
    """What `torchlint fix` makes of a folder's files, in a copy of it: those that it changes."""
    copy = folder.with_name(f"{folder.name}-fixed")
    shutil.copytree(folder, copy)
    assert torchlint("fix", "--quiet", *words, cwd=copy).code in (0, 1)
    changed = {}
    for path in copy.rglob("*"):
        before = folder / path.relative_to(copy)
        if path.is_file() and path.read_bytes() != before.read_bytes():
            changed[before] = path.read_bytes().decode("utf-8-sig")
    return changed


def titles(actions: list[dict[str, Any]]) -> list[str]:
    return [one["title"] for one in actions]


def quick(actions: list[dict[str, Any]], rule: str) -> dict[str, Any]:
    """The fix of a rule among actions."""
    mine = (one for one in actions if one["kind"] == "quickfix" and not one["title"].startswith("Ignore "))
    return next(one for one in mine if one["diagnostics"][0]["code"] == rule)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_all_safe_fixes_are_those_of_the_command_line(fixture: Path, end: str, editor: Editor, project: Path) -> None:
    shutil.copytree(fixture, project, dirs_exist_ok=True)
    path = project / "Dockerfile"
    path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))
    editor.open(path)
    actions = editor.actions(path, only=["source.fixAll"])
    expected = fixed(project, "Dockerfile")
    assert [one["kind"] for one in actions] == [FIX_ALL] * bool(expected)
    assert {path: text for one in actions for path, text in editor.applied(one["edit"]).items()} == expected


def test_one_fix_is_made_alone_and_as_the_command_line_makes_it(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    path.write_text(TWICE)
    editor.open(path)
    action = quick(editor.actions(path, "update && apt-get install -y git"), "apt-lists-left")
    assert action["isPreferred"] is True
    assert "unsafe" not in action["title"]
    first, second = TWICE.splitlines()[1:3]
    both = fixed(project, "--select", "apt-lists-left")[path].splitlines()
    assert first not in both
    assert editor.applied(action["edit"]) == {path: TWICE.replace(second, both[2])}
    assert action["diagnostics"][0] in editor.findings(path)


def test_an_unsafe_fix_says_what_it_may_change(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    path.write_text(MISFIT)
    editor.open(path)
    action = quick(editor.actions(path, "torchvision"), "companion-mismatch")
    assert action["isPreferred"] is False
    assert "(unsafe: " in action["title"]
    assert "torchvision" in action["title"]
    assert editor.applied(action["edit"]) == fixed(project, "--unsafe-fixes", "--select", "companion-mismatch")
    assert not editor.actions(path, only=["source.fixAll"])


def test_unsafe_fixes_are_never_among_all_even_if_the_configuration_allows_them(editor: Editor, project: Path) -> None:
    (project / "torchlint.toml").write_text("unsafe-fixes = true\n")
    path = project / "Dockerfile"
    editor.open(path, MISFIT)
    assert "(unsafe: " in quick(editor.actions(path, "torchvision"), "companion-mismatch")["title"]
    assert not editor.actions(path, only=["source.fixAll"])


def test_a_fix_in_another_file_is_an_edit_of_that_file(editor: Editor, project: Path) -> None:
    requirements = project / "requirements.txt"
    requirements.write_bytes(b"\xef\xbb\xbf# \xc3\xa9\r\ntorch==2.1.0\r\ntorchvision==0.17.0\r\n")
    (project / "Dockerfile").write_text(INSTALL)
    editor.open(requirements, requirements.read_bytes().decode("utf-8-sig"), "pip-requirements")
    editor.until(requirements, lambda found: any(one.get("code") == "companion-mismatch" for one in found))
    action = quick(editor.actions(requirements, "torchvision"), "companion-mismatch")
    expected = fixed(project, "--unsafe-fixes", "--select", "companion-mismatch")
    assert (
        editor.applied(action["edit"]) == expected == {requirements: "# é\r\ntorch==2.1.0\r\ntorchvision==0.16.0\r\n"}
    )


def test_fixes_are_of_unsaved_texts_and_name_their_version(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    path.write_text("FROM scratch\n")
    editor.open(path)
    editor.replace(path, f"# 😀 é\n{CACHE}")
    action = editor.actions(path, only=[FIX_ALL])[0]
    assert action["edit"]["documentChanges"][0]["textDocument"] == {"uri": path.as_uri(), "version": 2}
    assert editor.applied(action["edit"])[path] == f"# 😀 é\n{CACHE.replace('install', 'install --no-cache-dir')}"


@pytest.mark.parametrize("units", ["utf-8", "utf-16", "utf-32"])
def test_edits_count_columns_as_agreed(units: str, project: Path, starts: Starts) -> None:
    editor = starts(project, {**CAPABILITIES, "general": {"positionEncodings": [units]}})
    path = project / "Dockerfile"
    text = "FROM python:3.12-slim\nRUN echo 😀é && pip install numpy==2.2.0\nUSER nobody\n"
    editor.open(path, text)
    action = quick(editor.actions(path, "pip"), "pip-cache-left")
    assert editor.applied(action["edit"])[path] == text.replace("install", "install --no-cache-dir")


def test_edits_have_no_version_for_editors_that_know_none(project: Path, starts: Starts) -> None:
    editor = starts(project, {})
    path = project / "Dockerfile"
    editor.open(path, CACHE)
    edit = editor.actions(path, only=[FIX_ALL])[0]["edit"]
    assert list(edit) == ["changes"]
    assert editor.applied(edit)[path] == CACHE.replace("install", "install --no-cache-dir")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ignoring_silences_that_finding_and_no_other(end: str, editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, CACHE.replace("\n", end))
    before = editor.rules(path)
    actions = editor.actions(path, "install torch")
    action = next(one for one in actions if one["title"] == "Ignore pip-cache-left here")
    text = editor.applied(action["edit"])[path]
    comment = f"# torchlint: ignore[pip-cache-left]{end}"
    assert text == CACHE.replace("\n", end).replace("RUN pip install torch", f"{comment}RUN pip install torch")
    editor.replace(path, text)
    after = editor.rules(path)
    before.remove("pip-cache-left")
    assert after == before


def test_a_requirement_is_ignored_on_the_line_above(editor: Editor, project: Path) -> None:
    path = project / "requirements.txt"
    editor.open(path, "numpy==2.2.0\ntorch\n", "pip-requirements")
    rule = next(one["code"] for one in editor.findings(path) if one["range"]["start"]["line"] == 1)
    action = next(one for one in editor.actions(path, "torch") if one["title"] == f"Ignore {rule} here")
    assert editor.applied(action["edit"])[path] == f"numpy==2.2.0\n# torchlint: ignore[{rule}]\ntorch\n"


def test_only_what_was_asked_for_is_given(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, CACHE)
    kinds = {name: {one["kind"] for one in editor.actions(path, only=only)} for name, only in ONLY.items()}
    assert kinds == {
        "all": {"quickfix", FIX_ALL},
        "quickfix": {"quickfix"},
        "source": {FIX_ALL},
        "ours": {FIX_ALL},
        "empty": {"quickfix", FIX_ALL},
        "other": set(),
        "like ours": set(),
    }


ONLY: dict[str, list[str] | None] = {
    "all": None,
    "quickfix": ["quickfix"],
    "source": ["source"],
    "ours": [FIX_ALL],
    "empty": [""],
    "other": ["refactor", "source.organizeImports"],
    "like ours": ["source.fix", "quick", f"{FIX_ALL}.more"],
}


def test_editors_that_ask_for_themselves_are_not_offered_everything_at_once(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, CACHE)
    editor.findings(path)
    params = {
        "textDocument": {"uri": path.as_uri()},
        "range": {"start": {"line": 1, "character": 8}, "end": {"line": 1, "character": 8}},
        "context": {"diagnostics": [], "triggerKind": 2},
    }
    found = editor.request("textDocument/codeAction", params)
    assert {one["kind"] for one in found} == {"quickfix"}


def test_rules_that_are_not_to_be_fixed_offer_no_fix(editor: Editor, project: Path) -> None:
    (project / "torchlint.toml").write_text('unfixable = ["pip-cache-left"]\n')
    path = project / "Dockerfile"
    editor.open(path, CACHE)
    found = [one for one in editor.actions(path) if one["diagnostics"][0]["code"] == "pip-cache-left"]
    assert titles(found) == ["Ignore pip-cache-left here"]


def test_nothing_is_offered_where_nothing_is_found(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, "FROM scratch\nLABEL a=b\n")
    assert editor.actions(path, "LABEL", only=["quickfix"]) == []

"""What is said while somebody types: the same as `torchlint check` says of the same texts, at the editor's places."""

from __future__ import annotations

import json
import random
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
LEVELS = {"error": 1, "warning": 2, "info": 3}
BROKEN = "FROM python:3.12-slim\nRUNN x\nUSER nobody\n"
INSTALL = (
    "FROM python:3.11-slim\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nUSER nobody\n"
)
MISFIT = "torch==2.1.0\ntorchvision==0.17.0\n"
FIT = "torch==2.1.0\ntorchvision==0.16.0\n"


def told(folder: Path, *paths: str) -> dict[str, list[tuple[Any, ...]]]:
    """What the command line says of files: rule, severity, begin, end and message by path."""
    run = torchlint("check", *paths, "--output-format", "json", cwd=folder)
    assert run.err == ""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for one in json.loads(run.out):
        places = [one[key] - 1 for key in ("line", "column", "end_line", "end_column")]
        found.setdefault(one["path"], []).append((one["rule"], LEVELS[one["severity"]], *places, one["message"]))
    return {path: sorted(each) for path, each in found.items()}


def shown(diagnostics: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The same of what the editor has."""
    return sorted(
        (
            one["code"],
            one["severity"],
            *(one["range"][end][key] for end in ("start", "end") for key in ("line", "character")),
            one["message"].partition("\nhelp: ")[0],
        )
        for one in diagnostics
        if one["severity"] < 4
    )


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_projects_say_what_the_command_line_says(fixture: Path, project: Path, starts: Starts) -> None:
    shutil.copytree(fixture, project, dirs_exist_ok=True)
    editor = starts(project)
    expected = told(project, "Dockerfile")
    editor.open(project / "Dockerfile")
    assert shown(editor.findings(project / "Dockerfile")) == expected.pop("Dockerfile", [])
    for path, findings in expected.items():
        editor.until(project / path, lambda found, findings=findings: shown(found) == findings)  # type: ignore[misc]


def test_an_unsaved_text_stands_for_its_file(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    path.write_text(BROKEN)
    editor.open(path, BROKEN.replace("RUNN x\n", ""))
    assert "unknown-instruction" not in editor.rules(path)
    editor.replace(path, BROKEN)
    assert "unknown-instruction" in editor.rules(path)
    assert path.read_text() == BROKEN


def test_a_file_need_not_be_on_disk(editor: Editor, project: Path) -> None:
    editor.open(project / "new" / "Dockerfile", BROKEN)
    assert "unknown-instruction" in editor.rules(project / "new" / "Dockerfile")


@pytest.mark.parametrize("units", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_changes_add_up_to_the_same_as_the_whole_text(units: str, end: str, project: Path, starts: Starts) -> None:
    """Whatever is typed piece by piece, in every unit of columns: at each stop the places are those of the whole."""
    editor = starts(project, {**CAPABILITIES, "general": {"positionEncodings": [units]}})
    assert editor.units == units
    chance = random.Random(end + units)
    path, other = project / "a" / "Dockerfile", project / "b" / "Dockerfile"
    text = f"FROM python:3.12-slim{end}# Å\x85\u2028\f😀{end}LABEL a='😀é' b=1{end}RUN echo 😀; source x{end}".replace(
        "'", '"'
    )
    editor.open(path, text)
    editor.open(other, text)
    pieces = ["😀", "é", "\x85", "\u2028", "\f", "x", f"RUNN a{end}", f'CMD "😀{end}', end, " source y"]
    for stop in range(12):
        for _ in range(6):
            now = editor.documents[path].text
            start = chance.randrange(len(now) + 1)
            last = min(len(now), start + chance.choice((0, 0, 0, 1, 5)))
            if not any(now[at - 1 : at + 1] == "\r\n" for at in (start, last)):
                editor.type(path, start, last, chance.choice(pieces))
        editor.replace(other, editor.documents[path].text)
        typed, whole = shown(editor.findings(path)), shown(editor.findings(other))
        assert typed == whole, stop


@pytest.mark.parametrize(("units", "column"), [("utf-8", 28), ("utf-16", 24), ("utf-32", 23)])
def test_columns_count_what_was_agreed_upon(units: str, column: int, project: Path, starts: Starts) -> None:
    editor = starts(project, {**CAPABILITIES, "general": {"positionEncodings": [units]}})
    path = project / "Dockerfile"
    text = 'FROM python:3.12-slim\nUSER nobody\nCMD ["python", "😀é\xa0", "$HOME"]\n'
    editor.open(path, text)
    found = next(one for one in editor.findings(path) if one["code"] == "variable-in-exec-form")
    assert found["range"]["start"] == {"line": 2, "character": column}
    start, end = (editor.index(text, found["range"][each]) for each in ("start", "end"))
    assert text[start:end] == "$HOME"


def test_a_requirements_file_is_checked_with_those_who_read_it(editor: Editor, project: Path) -> None:
    dockerfile, requirements = project / "Dockerfile", project / "requirements.txt"
    dockerfile.write_text(INSTALL)
    requirements.write_text(FIT)
    editor.open(requirements, language="pip-requirements")
    assert "companion-mismatch" not in editor.rules(requirements)
    editor.replace(requirements, MISFIT)
    editor.until(requirements, lambda found: any(one["code"] == "companion-mismatch" for one in found))
    requirements.write_text(MISFIT)
    assert shown(editor.findings(requirements)) == told(project, "Dockerfile")["requirements.txt"]


def test_closed_dockerfiles_are_told_of_what_an_open_file_does_to_them(editor: Editor, project: Path) -> None:
    dockerfile, requirements = project / "docker" / "Dockerfile", project / "requirements.txt"
    dockerfile.parent.mkdir()
    dockerfile.write_text("FROM python:3.11-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nRUNN\n")
    (project / "other").mkdir()
    (project / "other" / "Dockerfile").write_text(BROKEN)
    requirements.write_text(FIT)
    editor.open(requirements, language="pip-requirements")
    editor.until(dockerfile, lambda found: any(one.get("code") == "unknown-instruction" for one in found))
    assert (project / "other" / "Dockerfile").as_uri() not in editor.diagnostics
    editor.close(requirements)
    editor.until(dockerfile, lambda found: not found)


def test_an_open_dockerfile_follows_an_unsaved_requirements_file(editor: Editor, project: Path) -> None:
    dockerfile, requirements = project / "Dockerfile", project / "requirements.txt"
    dockerfile.write_text(INSTALL)
    requirements.write_text(FIT)
    editor.open(dockerfile)
    editor.open(requirements, language="pip-requirements")
    editor.replace(requirements, MISFIT)
    editor.until(requirements, lambda found: any(one["code"] == "companion-mismatch" for one in found))
    editor.replace(dockerfile, INSTALL.replace("-r requirements.txt", "-r no-such.txt"))
    editor.until(requirements, lambda found: not any(one["code"] == "companion-mismatch" for one in found))


def test_a_file_that_two_dockerfiles_read_has_each_finding_once(editor: Editor, project: Path) -> None:
    requirements = project / "requirements.txt"
    requirements.write_text(MISFIT)
    for name in ("a.Dockerfile", "b.Dockerfile"):
        (project / name).write_text(INSTALL)
        editor.open(project / name)
    expected = told(project, "a.Dockerfile", "b.Dockerfile")["requirements.txt"]
    found = editor.until(requirements, lambda found: "reached from here" in json.dumps(found))
    assert shown(found) == expected
    two = next(one for one in found if one["code"] == "companion-mismatch")
    reached = [one["location"]["uri"] for one in two["relatedInformation"] if one["message"] == "reached from here"]
    assert reached == [(project / name).as_uri() for name in ("a.Dockerfile", "b.Dockerfile")]
    editor.close(project / "b.Dockerfile")
    editor.until(requirements, lambda found: "reached from here" not in json.dumps(found) and bool(found))
    editor.close(project / "a.Dockerfile")
    editor.until(requirements, lambda found: not found)


def test_related_places_are_left_out_where_nobody_shows_them(project: Path, starts: Starts) -> None:
    editor = starts(project, {"textDocument": {"publishDiagnostics": {}}})
    (project / "requirements.txt").write_text(MISFIT)
    editor.open(project / "Dockerfile", INSTALL)
    found = editor.until(project / "requirements.txt", bool)
    assert not any(one.get("relatedInformation") or one.get("tags") for one in found)


def test_what_can_go_without_loss_is_shown_as_needless(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, "FROM python:3.12-slim\n# torchlint: ignore[pip-cache-left] why\nUSER nobody\nRUNN x\n")
    tags = {one["code"]: one.get("tags") for one in editor.findings(path)}
    assert tags["unused-suppression"] == [1]
    assert tags["unknown-instruction"] is None


def test_what_could_not_be_judged_is_a_hint(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, "FROM registry.example.com/ml:3\nUSER nobody\n")
    hints = editor.until(path, lambda found: any(one["severity"] == 4 for one in found))
    hint = next(one for one in hints if one["severity"] == 4)
    assert hint["message"].startswith("not judged: base registry.example.com/ml:3 is unknown")
    assert hint["range"]["start"]["line"] == 0


def test_settings_are_those_of_the_command_line(editor: Editor, project: Path) -> None:
    (project / "torchlint.toml").write_text('ignore = ["unknown-instruction"]\nexclude = ["old/"]\n')
    (project / "sub").mkdir()
    (project / "sub" / "torchlint.toml").write_text('select = ["unknown-instruction"]\n')
    for folder in (project, project / "sub", project / "old"):
        editor.open(folder / "Dockerfile", BROKEN.replace("USER nobody", 'CMD ["python"]'))
    assert "runs-as-root" in editor.rules(project / "Dockerfile")
    assert "unknown-instruction" not in editor.rules(project / "Dockerfile")
    assert editor.rules(project / "sub" / "Dockerfile") == ["unknown-instruction"]
    assert editor.rules(project / "old" / "Dockerfile") == []


def test_known_findings_of_a_baseline_are_left_out(project: Path, starts: Starts) -> None:
    path = project / "Dockerfile"
    path.write_text(BROKEN)
    assert torchlint("check", "--write-baseline", "known.json", cwd=project).code == 0
    (project / "torchlint.toml").write_text('baseline = "known.json"\n')
    editor = starts(project)
    editor.open(path)
    assert editor.rules(path) == []
    editor.replace(path, BROKEN + "RUNNN y\n")
    assert editor.rules(path) == ["unknown-instruction"]


@pytest.mark.parametrize("told_by", ["save", "watch"])
def test_a_changed_configuration_counts_at_once(told_by: str, editor: Editor, project: Path) -> None:
    path, configuration = project / "Dockerfile", project / "torchlint.toml"
    editor.open(path, BROKEN)
    assert "unknown-instruction" in editor.rules(path)
    watched = [one for one in editor.asked if one["method"] == "client/registerCapability"]
    globs = [each["globPattern"] for each in watched[0]["params"]["registrations"][0]["registerOptions"]["watchers"]]
    assert "**/{torchlint,.torchlint,pyproject}.toml" in globs
    if told_by == "save":
        editor.open(configuration, "", "toml")
        editor.replace(configuration, 'ignore = ["unknown-instruction"]\n')
        editor.save(configuration)
    else:
        configuration.write_text('ignore = ["unknown-instruction"]\n')
        changes = {"changes": [{"uri": configuration.as_uri(), "type": 1}]}
        editor.notify("workspace/didChangeWatchedFiles", changes)
    editor.until(path, lambda found: not any(one["code"] == "unknown-instruction" for one in found))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("select = []\n\nprofil = 'min'\n", 2, "profil: "),
        ("select = [\n", 0, "is no TOML"),
        ("[target]\n\ngpu = 3\n", 2, "target.gpu: "),
        ("a\nb = \n", 0, "is no TOML"),
        ("ignore = ['no-such-rule']\n", 0, "no-such-rule"),
        ("baseline = 'none.json'\n", None, "none.json"),
    ],
)
def test_a_wrong_configuration_is_said_where_it_stands(
    text: str, line: int | None, words: str, project: Path, starts: Starts
) -> None:
    path, configuration = project / "Dockerfile", project / "torchlint.toml"
    configuration.write_text(text)
    editor = starts(project)
    editor.open(path, BROKEN)
    assert editor.findings(path) == []
    said = [one["params"] for one in editor.said if one["method"] == "window/showMessage"]
    assert len(said) == 1
    assert words in said[0]["message"]
    assert said[0]["type"] == 1
    if line is not None:
        found = editor.until(configuration, bool)
        assert words in found[0]["message"]
        assert found[0]["range"]["start"]["line"] == line
    configuration.unlink()
    editor.save(path)
    editor.until(path, bool)
    if line is not None:
        editor.until(configuration, lambda found: not found)
    assert editor.leave() == 0


def test_a_file_that_cannot_be_read_as_text_is_said_and_the_rest_goes_on(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, "FROM x\0y\n")
    assert [one["message"] for one in editor.findings(path)] == ["is a binary file"]
    editor.replace(path, BROKEN)
    assert "unknown-instruction" in editor.rules(path)


def test_closing_takes_back_what_was_said(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    path.write_text(BROKEN)
    editor.open(path)
    assert editor.rules(path)
    editor.close(path)
    editor.until(path, lambda found: not found)


def test_the_last_of_many_changes_is_what_counts(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, "FROM python:3.12-slim\nUSER nobody\n")
    for number in range(200):
        editor.type(
            path, len(editor.documents[path].text), len(editor.documents[path].text), f"RUNN {number}\nUSER nobody\n"
        )
    assert editor.rules(path).count("unknown-instruction") == 200


def test_files_of_other_kinds_are_left_alone(editor: Editor, project: Path) -> None:
    editor.open(project / "app.py", BROKEN, "python")
    editor.open(project / "Dockerfile.j2", BROKEN)
    editor.open(project / "Dockerfile", BROKEN)
    assert editor.rules(project / "Dockerfile")
    assert list(editor.diagnostics) == [(project / "Dockerfile").as_uri()]

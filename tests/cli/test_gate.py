"""What counts and what does not: baselines, changed lines, comments that silence, and the exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_cli import POSIX
from torchlint.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

IMAGE = """\
FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends git
RUN pip install --no-cache-dir flask==3.0.3
RUN pip install --no-cache-dir \\
      requests==2.32.3 \\
      urllib3==2.2.2
USER nobody
CMD ["python", "-V"]
"""
"""One finding: the lists of apt stay."""
ROOT_IMAGE = "FROM python:3.12-slim\nRUN pip install torch\nRUN pip install torch\nUSER nobody\n"


INSTALL = "pip install --no-cache-dir git+https://example.com/a/b.git"
RULES = """\
select = [
    "apt-lists-left", "git-without-ref", "no-wheel-for-python", "unpinned-requirement", "unpinned-torch",
    "unused-suppression", "untagged-base",
]
fail-on = "info"
"""
"""The findings of these tests stay what they are when rules are added."""


class Torchlint:
    """Runs it in a folder and keeps what it said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.code = 0
        self.out = ""
        self.err = ""

    def __call__(self, *words: str) -> list[dict[str, Any]]:
        """The findings of `torchlint check` with these words."""
        self.code = main(["check", "--output-format", "json", *words])
        self.out, self.err = self.capsys.readouterr()
        found: list[dict[str, Any]] = json.loads(self.out) if self.out else []
        return found

    def rules(self, *words: str) -> list[tuple[str, int]]:
        """Rule and line of each finding."""
        return [(found["rule"], found["line"]) for found in self(*words)]

    def write(self, text: str, name: str = "Dockerfile") -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name: str = "Dockerfile") -> str:
        return (self.folder / name).read_bytes().decode()

    def git(self, *words: str) -> str:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
        done = subprocess.run(
            ["git", *identity, *words], cwd=self.folder, check=True, capture_output=True, text=True, encoding="utf-8"
        )
        return done.stdout.strip()

    def commit(self) -> None:
        if not (self.folder / ".git").exists():
            self.git("init", "-q")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "a change")


@pytest.fixture
def lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Torchlint:
    monkeypatch.chdir(tmp_path)
    made = Torchlint(tmp_path, capsys)
    made.write(IMAGE)
    made.write(RULES, "torchlint.toml")
    return made


# Severity and confidence


def test_what_is_less_sure_can_be_left_out(lint: Torchlint) -> None:
    lint.write("FROM python\nCOPY a b # note\n")
    words = ("--select", "untagged-base,trailing-comment", "--context-partial")
    everything = lint(*words)
    assert sorted(found["confidence"] for found in everything) == ["high", "medium"]
    for least, kept in (("high", {"high"}), ("medium", {"high", "medium"}), ("low", {"high", "medium", "low"})):
        left = lint(*words, "--min-confidence", least)
        assert left == [found for found in everything if found["confidence"] in kept]


# Baseline


def test_baseline_written_and_applied_leaves_nothing(lint: Torchlint) -> None:
    assert len(lint()) == 1
    assert lint.code == 1
    assert lint("--write-baseline", "known.json") == []
    assert (lint.code, lint.out) == (0, "")
    assert "1 finding written" in lint.err
    assert lint("--baseline", "known.json") == []
    assert (lint.code, lint.err) == (0, "")


def test_baseline_is_the_same_each_time_and_easy_to_compare(lint: Torchlint) -> None:
    lint.write(ROOT_IMAGE, "z/Dockerfile")
    lint("--write-baseline", "known.json")
    first = lint.read("known.json")
    lint("--write-baseline", "known.json")
    assert lint.read("known.json") == first
    value = json.loads(first)
    assert value["version"] == 1
    assert value["tool"].startswith("torchlint ")
    paths = [row["path"] for row in value["findings"]]
    assert paths == sorted(paths)
    lines = [line for line in first.splitlines() if '"fingerprint"' in line]
    assert len(lines) == len(value["findings"]) > 1


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "# a note\n\n" + text,
        lambda text: text.replace("USER", "LABEL a=b\n\nUSER"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("flask==3.0.3", "flask==3.0.4"),
        lambda text: text.replace(" git\n", " git \\\n && git --version\n"),
        lambda text: text.replace("RUN apt-get", "RUN  true &&   apt-get"),
    ],
)
def test_baseline_outlives_moved_lines_and_edits_elsewhere(change: Callable[[str], str], lint: Torchlint) -> None:
    lint("--write-baseline", "known.json")
    lint.write(change(IMAGE))
    assert lint("--baseline", "known.json") == []
    assert lint.code == 0


def test_new_defect_inside_a_known_instruction_is_found_alone(lint: Torchlint) -> None:
    lint("--write-baseline", "known.json")
    lint.write(IMAGE.replace(" git\n", f" git \\\n && {INSTALL}\n"))
    assert lint.rules("--baseline", "known.json") == [("git-without-ref", 3)]
    assert lint.code == 1


@pytest.mark.parametrize("at", [0, 1, 2])
def test_of_equal_findings_the_new_one_is_reported(at: int, lint: Torchlint) -> None:
    """Wherever it stands among those that are known."""
    clones = [f"RUN {INSTALL} && touch {place}\n" for place in ("x", "y")]
    lint.write("FROM python:3.12\n" + "".join(clones) + "USER nobody\n")
    lint("--write-baseline", "known.json")
    clones.insert(at, f"RUN {INSTALL} && touch new\n")
    lint.write("FROM python:3.12\n" + "".join(clones) + "USER nobody\n")
    assert lint.rules("--baseline", "known.json", "--select", "git-without-ref") == [("git-without-ref", at + 2)]


def test_gone_findings_are_told_so_that_the_file_shrinks(lint: Torchlint) -> None:
    lint.write(ROOT_IMAGE, "z/Dockerfile")
    lint("--write-baseline", "known.json")
    lint.write(IMAGE.replace(" git\n", " git && rm -rf /var/lib/apt/lists/*\n"))
    assert lint("--baseline", "known.json") == []
    assert lint.err == (
        "torchlint: known.json: 1 finding gone, write it anew to make it shorter: Dockerfile apt-lists-left\n"
    )
    shutil.rmtree(lint.folder / "z")
    lint("--baseline", "known.json")
    assert "z/Dockerfile" in lint.err
    lint("--baseline", "known.json", "-q")
    assert lint.err == ""


@pytest.mark.parametrize("words", [["z/Dockerfile"], ["--select", "torch"], ["--ignore", "apt-lists-left"]])
def test_what_was_not_looked_for_is_not_gone(words: list[str], lint: Torchlint) -> None:
    lint.write(ROOT_IMAGE, "z/Dockerfile")
    lint("--write-baseline", "known.json")
    assert lint(*words, "--baseline", "known.json") == []
    assert lint.err == ""


def test_finding_left_out_by_severity_is_not_gone(lint: Torchlint) -> None:
    lint("--write-baseline", "known.json")
    lint("--baseline", "known.json", "--min-severity", "error")
    assert lint.err == ""


def test_known_findings_are_shown_on_request(lint: Torchlint) -> None:
    lint("--write-baseline", "known.json")
    (found,) = lint("--baseline", "known.json", "--show-suppressed")
    assert found["suppressed"] == {"kind": "baseline", "reason": ""}
    assert lint.code == 0


def test_baseline_in_the_configuration_is_seen_from_its_folder(
    lint: Torchlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    lint.write(RULES + 'baseline = "ci/known.json"\n', "torchlint.toml")
    lint.write("", "ci/empty")
    lint("--write-baseline", "ci/known.json")
    assert json.loads(lint.read("ci/known.json"))["folder"] == ".."
    assert lint() == []
    assert len(lint("--config", "baseline=''")) == 1
    lint.write(IMAGE, "api/Dockerfile")
    monkeypatch.chdir(lint.folder / "api")
    assert lint() == []
    assert lint.code == 2
    assert "../ci/known.json: its paths are seen from .." in lint.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "known.json:1: is no JSON"),
        ('{\n  "version": 1,\n<<<<<<< HEAD\n', "known.json:3: is no JSON"),
        ("[]", "known.json:1: is no baseline"),
        ('{"findings": []}', "known.json:1: is no baseline"),
        ('{\n "a": 1,\n "version": "1", "folder": ".", "findings": []}', "known.json:3: is no baseline"),
        ('{\n "tool": "torchlint 9", "folder": ".",\n "version": 2, "findings": []}', "known.json:3: was written by"),
        ('{"version": 1, "folder": ".", "findings": [\n {"path": "a"}]}', "known.json:2: each finding needs"),
        ("[" * 100_000, "known.json:1: is"),
        ("\ufeff{\n\n,", "known.json:3: is no JSON"),
    ],
)
def test_malformed_baseline_is_wrong_use_that_names_file_and_line(text: str, said: str, lint: Torchlint) -> None:
    lint.write(text, "known.json")
    assert lint("--baseline", "known.json") == []
    assert lint.code == 2
    assert lint.err.startswith(f"torchlint: {said}")
    assert len(lint.err.splitlines()) == 1


def test_malformed_finding_of_a_baseline_is_named_by_its_line(lint: Torchlint) -> None:
    lint.write("FROM python\n" * 3 + IMAGE)
    lint("--write-baseline", "known.json")
    lines = lint.read("known.json").splitlines()
    bad = next(number for number, line in enumerate(lines) if '"fingerprint"' in line) + 2
    lines[bad] = lines[bad].replace('"rule"', '"rul"')
    lint.write("\n".join(lines), "known.json")
    lint("--baseline", "known.json")
    assert lint.err.startswith(f"torchlint: known.json:{bad + 1}: each finding needs")


def test_missing_baseline(lint: Torchlint) -> None:
    lint("--baseline", "known.json")
    assert lint.code == 2
    assert "known.json: no such file" in lint.err


@POSIX
def test_baseline_of_half_a_project_is_not_written(lint: Torchlint) -> None:
    lint.write("kept", "known.json")
    lint("--write-baseline", "known.json", "Dockerfile", "nowhere/Dockerfile")
    assert lint.code == 2
    assert lint.read("known.json") == "kept"
    assert "not written" in lint.err


# Changed lines

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@needs_git
def test_only_findings_on_changed_lines(lint: Torchlint) -> None:
    lint.commit()
    assert lint("--diff-against", "HEAD") == []
    assert lint.code == 0
    assert "left out: 1" in lint.err
    lint.write(IMAGE.replace("USER", f"RUN {INSTALL}\nUSER"))
    assert lint.rules("--diff-against", "HEAD") == [("git-without-ref", 7)]
    lint.commit()
    assert lint("--diff-against", "HEAD") == []
    assert lint.rules("--diff-against", "HEAD~1") == [("git-without-ref", 7)]


@needs_git
@pytest.mark.parametrize("staged", [False, True])
def test_new_files_count_whole(staged: bool, lint: Torchlint) -> None:
    lint.commit()
    lint.write(IMAGE, "größe new/Dockerfile")
    if staged:
        lint.git("add", "-A")
    (found,) = lint("--diff-against", "HEAD")
    assert found["path"] == "größe new/Dockerfile"


@needs_git
@POSIX
def test_names_that_are_no_utf8_and_texts_that_are_no_utf8(lint: Torchlint) -> None:
    """A file in UTF-16 has no lines that git could tell: unchanged it counts nowhere, changed it counts whole."""
    where = os.path.join(os.fsencode(lint.folder), b"caf\xe9")
    try:
        os.mkdir(where)
    except OSError:
        pytest.skip("the file system takes no such name")
    with open(os.path.join(where, b"Dockerfile"), "wb") as file:
        file.write(IMAGE.encode())
    (lint.folder / "wide.Dockerfile").write_bytes(IMAGE.encode("utf-16"))
    lint.commit()
    assert lint("--diff-against", "HEAD") == []
    with open(os.path.join(where, b"Dockerfile"), "wb") as file:
        file.write(IMAGE.replace("--no-install-recommends ", "").encode())
    (lint.folder / "wide.Dockerfile").write_bytes((IMAGE + "# end\n").encode("utf-16"))
    assert sorted(found["path"] for found in lint("--diff-against", "HEAD")) == [
        "caf\\xe9/Dockerfile",
        "wide.Dockerfile",
    ]


@needs_git
def test_ignored_files_count_whole(lint: Torchlint) -> None:
    lint.write("out/\n", ".gitignore")
    lint.commit()
    lint.write(IMAGE, "out/Dockerfile")
    assert len(lint("--diff-against", "HEAD", "out/Dockerfile")) == 1


@needs_git
def test_renamed_file_counts_where_it_was_changed(lint: Torchlint) -> None:
    lint.commit()
    (lint.folder / "api").mkdir()
    lint.git("mv", "Dockerfile", "api/Dockerfile")
    assert lint("--diff-against", "HEAD") == []
    lint.write(IMAGE.replace("--no-install-recommends ", ""), "api/Dockerfile")
    assert lint.rules("--diff-against", "HEAD") == [("apt-lists-left", 2)]


@needs_git
def test_finding_counts_when_a_place_that_belongs_to_it_was_changed(lint: Torchlint) -> None:
    lint.write("FROM python:3.12\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n")
    lint.write("torch==2.1.0  # the model asks for it\n", "requirements.txt")
    lint.commit()
    (found,) = lint("--select", "no-wheel-for-python")
    assert (found["path"], found["related"][0]["path"]) == ("requirements.txt", "Dockerfile")
    assert lint("--diff-against", "HEAD") == []
    lint.write(lint.read().replace("python:3.12", "python:3.12-slim"))
    assert lint.rules("--diff-against", "HEAD") == [("no-wheel-for-python", 1)]


@needs_git
def test_deleted_line_counts_for_the_instruction_that_it_was_cut_from(lint: Torchlint) -> None:
    """It has no line of its own any more on which anything could be reported."""
    clean = IMAGE.replace(" git\n", " git \\\n && true \\\n && rm -rf /var/lib/apt/lists/* \\\n && true\n")
    lint.write(clean)
    lint.commit()
    assert lint() == []
    lint.write(clean.replace(" && rm -rf /var/lib/apt/lists/* \\\n", ""))
    assert lint.rules("--diff-against", "HEAD") == [("apt-lists-left", 2)]
    lint.write(IMAGE.replace("RUN pip install --no-cache-dir flask==3.0.3\n", ""))
    lint.git("checkout", "-q", "--", ".")


@needs_git
def test_branch_is_compared_with_where_it_left(lint: Torchlint) -> None:
    """`REV...` leaves out what the other branch changed since then."""
    lint.write(IMAGE.replace("RUN apt-get", "RUN true && apt-get"))
    lint.commit()
    lint.git("branch", "-q", "-M", "main")
    lint.git("checkout", "-q", "-b", "mine")
    lint.write("x", "other")
    lint.commit()
    lint.git("checkout", "-q", "main")
    lint.write(IMAGE)
    lint.commit()
    lint.git("checkout", "-q", "mine")
    assert lint.rules("--diff-against", "main") == [("apt-lists-left", 2)]
    assert lint("--diff-against", "main...") == []
    assert lint.code == 0


@needs_git
@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-h", "HEAD~9", "nowhere...", "HEAD:Dockerfile", "\x01"])
def test_bad_revision_is_wrong_use(revision: str, lint: Torchlint) -> None:
    lint.commit()
    lint(f"--diff-against={revision}")
    assert (lint.code, lint.out) == (2, "")
    assert lint.err.count("\n") == 1
    assert "no such revision" in lint.err
    assert not (lint.folder / "x").exists()


@needs_git
def test_diff_without_a_repository_is_wrong_use(lint: Torchlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(lint.folder.parent))
    lint("--diff-against", "HEAD")
    assert lint.code == 2
    assert "not a git repository" in lint.err


def test_diff_without_git_is_wrong_use(lint: Torchlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(lint.folder))
    lint("--diff-against", "HEAD")
    assert lint.code == 2
    assert "git cannot be started" in lint.err


@needs_git
@POSIX
def test_settings_of_a_repository_start_nothing_and_change_no_answer(
    lint: Torchlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    lint.write("* diff=mine\n", ".gitattributes")
    lint.commit()
    trap = lint.folder / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{lint.folder}/sprung'\necho '@@ -1 +1,99 @@'\n")
    trap.chmod(0o755)
    (lint.folder / ".git" / "hooks" / "post-index-change").symlink_to(trap)
    for key in ("core.fsmonitor", "diff.external", "diff.mine.textconv", "diff.mine.command", "core.pager"):
        lint.git("config", key, str(trap))
    for key, value in (("color.ui", "always"), ("diff.noprefix", "true"), ("diff.interHunkContext", "99"),
                       ("diff.context", "99"), ("diff.relative", "true"), ("core.quotePath", "true")):  # fmt: skip
        lint.git("config", key, value)
    sprung = lint.folder / "sprung"
    sprung.unlink(missing_ok=True)
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u99")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    lint.write(IMAGE.replace("flask==3.0.3", "torch"))
    os.utime(lint.folder / ".gitattributes", (1, 1))
    assert {line for _, line in lint.rules("--diff-against", "HEAD")} == {3}
    assert not sprung.exists()


@needs_git
def test_files_outside_of_the_repository_count_whole(lint: Torchlint, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = lint.folder / "inside"
    inside.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=inside, check=True)
    monkeypatch.chdir(inside)
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, "commit", "-q", "--allow-empty", "-m", "a"], cwd=inside, check=True)
    assert len(lint("--diff-against", "HEAD", "../Dockerfile")) == 1


# Comments that silence


def test_comment_is_written_above_the_instruction(lint: Torchlint) -> None:
    assert lint("--add-ignore=as agreed") == []
    assert lint.code == 0
    assert "silence 1 finding added to 1 file" in lint.err
    comment = "# torchlint: ignore[apt-lists-left] as agreed\n"
    assert lint.read() == IMAGE.replace("RUN apt-get", comment + "RUN apt-get")
    assert lint() == []
    assert lint("--show-suppressed")[0]["suppressed"] == {"kind": "inSource", "reason": "as agreed"}


HARD = {
    "first instruction": "FROM python\nUSER nobody\n",
    "directives": "# syntax=docker/dockerfile:1\n# escape=\\\n\nFROM python\nUSER nobody\n",
    "byte order mark": "\ufeffFROM python\nUSER nobody\n",
    "line ends": IMAGE.replace("\n", "\r\n"),
    "no last line end": f"FROM python\nUSER nobody\nRUN {INSTALL}",
    "continued": IMAGE.replace("RUN apt-get", "RUN true \\\n  # why\n  && apt-get"),
    "indented": f"FROM python:3.12\n\t RUN {INSTALL}\nUSER nobody\n",
    "heredoc": f"FROM python:3.12\nRUN <<EOF\n{INSTALL}\nEOF\nUSER nobody\n",
    "several in one": f"FROM python:3.12\nRUN apt-get update && {INSTALL}\nUSER nobody\n",
    "commented before": "FROM python:3.12\n# a note\n\n# torchlint: ignore[apt-lists-left] once\n"
    f"RUN apt-get update && {INSTALL}\nUSER nobody\n",
    "escape": f"# escape=`\nFROM python:3.12\nRUN apt-get update && `\n {INSTALL}\nUSER nobody\n",
    "names": f"FROM python:3.12\nRUN echo größe \xa0 && {INSTALL.replace('/b', '/日本')}\nUSER nobody\n",
}


@pytest.mark.parametrize("name", HARD)
def test_comments_silence_all_they_were_written_for_and_bring_nothing_new(name: str, lint: Torchlint) -> None:
    lint.write(HARD[name])
    before = lint()
    assert before
    assert lint("--add-ignore=größer \\ als") == []
    assert lint.code == 0
    after = lint("--show-suppressed")
    assert all(found["suppressed"] is not None for found in after)
    assert {found["fingerprint"] for found in after} >= {found["fingerprint"] for found in before}
    text = lint.read()
    for line in HARD[name].split("\n"):
        assert line in text.split("\n") or line.startswith("\ufeff")
    assert text.startswith("\ufeff") == HARD[name].startswith("\ufeff")
    added = [line for line in text.split("\n") if "größer" in line]
    assert text.count("\n") == HARD[name].count("\n") + len(added)
    lint("--add-ignore")
    assert lint.read() == text


def test_comments_of_requirements(lint: Torchlint) -> None:
    lint.write("torch\nflask \\\n  >=3\nrequests==2.32.3\n", "requirements.txt")
    lint.write(
        "FROM python:3.12-slim\nCOPY requirements.txt .\n"
        "RUN pip install --no-cache-dir -r requirements.txt\nUSER nobody\n"
    )
    assert lint("--select", "pin")
    assert lint("--select", "pin", "--add-ignore=later") == []
    assert lint("--select", "pin") == []
    lines = lint.read("requirements.txt").splitlines()
    assert [line for line in lines if not line.startswith("# torchlint: ignore[")] == [
        "torch", "flask \\", "  >=3", "requests==2.32.3",
    ]  # fmt: skip


def test_only_what_would_be_reported_is_silenced(lint: Torchlint) -> None:
    lint.write(ROOT_IMAGE.replace(":3.12-slim", ""))
    rules = {found["rule"] for found in lint()}
    assert len(rules) > 1
    lint("--add-ignore", "--select", "unpinned-torch")
    assert {found["rule"] for found in lint()} == rules - {"unpinned-torch"}


def test_reason_that_is_demanded_and_not_given(lint: Torchlint) -> None:
    """A comment that would be reported itself is not written."""
    lint.write(RULES + "require-reason = true\n", "torchlint.toml")
    assert lint.rules("--add-ignore") == [("apt-lists-left", 2)]
    assert lint.code == 1
    assert lint.read() == IMAGE
    assert "gives no reason" in lint.err


@pytest.mark.parametrize("reason", ["ends with \\", "a\x07b"])
def test_reason_that_no_comment_can_hold(reason: str, lint: Torchlint) -> None:
    lint(f"--add-ignore={reason}")
    assert lint.code == 2
    assert lint.read() == IMAGE


@pytest.mark.parametrize("other", ["--no-ignores", "--write-baseline=known.json"])
def test_comments_and_what_takes_no_notice_of_them(other: str, lint: Torchlint) -> None:
    lint("--add-ignore", other)
    assert (lint.code, lint.read()) == (2, IMAGE)
    assert "--add-ignore goes neither" in lint.err


def test_path_behind_add_ignore_is_no_reason(lint: Torchlint) -> None:
    lint("--add-ignore", "Dockerfile")
    assert "# torchlint: ignore[apt-lists-left]\n" in lint.read()


@POSIX
def test_file_that_cannot_be_written_is_left_and_told(lint: Torchlint) -> None:
    (lint.folder / "Dockerfile").chmod(0o444)
    assert lint.rules("--add-ignore") == [("apt-lists-left", 2)]
    assert lint.code == 2
    assert "Dockerfile: is read-only" in lint.err
    assert lint.read() == IMAGE


def test_finding_that_no_comment_can_silence_is_left(lint: Torchlint) -> None:
    lint.write("FROM scratch\n# torchlint: ignore[no-such-rule] once\nLABEL a=b\n")
    assert lint.rules("--add-ignore") == [("unused-suppression", 2)]
    assert "ignore[unused-suppression]" not in lint.read()

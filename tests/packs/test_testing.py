"""`torchlint test` says of each law of a rule's page whether it is broken, where, and by what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import torchlint
from tests.packs.packs import EXAMPLE, PAGE, RULE, lay_out, pack
from torchlint import catalog
from torchlint.cli import main
from torchlint.harness.trying import Tried

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

SCHEMA = Path(torchlint.__file__).parent / "report" / "trials.schema.json"
# A way of saying the same that depends on how the file is written.
BLIND = 'if step.instruction.rest.text == "boss"'
CRASH = (
    "the pack's rule boss-works failed on Dockerfile: ZeroDivisionError: division by zero (rules/acme/boss_works.py:10)"
)
LATER = """    if step.instruction.rest.text == "boss" and on.world.today < "2028":
"""
BAD = """
```dockerfile bad
FROM scratch
USER boss
```
```report
Dockerfile:2:1 warning risk: the boss does not work here
```
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["test", *words])
        return (code, *capsys.readouterr())

    return run


def changed(text: str, before: str, after: str) -> str:
    assert before in text
    return text.replace(before, after, 1)


ALL = ["as-written", "crlf", "commented", "lower-case", "renamed-stages"]
# (rule, page, file and line, the law that is broken, the forms of the example that break it)
BROKEN: dict[str, tuple[Any, ...]] = {
    "message": (
        changed(RULE, "the boss does not", "the boss never"),
        PAGE,
        ("md", 5, "the report is another one", ALL),
        ("md", 5, "three years later the report is another one", []),
    ),
    "line": (
        RULE,
        changed(PAGE, "Dockerfile:2:1", "Dockerfile:1:1"),
        ("md", 5, "the report is another one", ALL),
        ("md", 5, "three years later the report is another one", []),
    ),
    "severity": (
        changed(RULE, "Severity.WARNING", "Severity.ERROR"),
        PAGE,
        ("md", 5, "the report is another one", ALL),
        ("md", 5, "three years later the report is another one", []),
    ),
    "noise": (
        RULE,
        changed(PAGE, "good\nFROM python:3.12-slim\nUSER app", "good\nFROM python:3.12-slim\nUSER boss"),
        ("md", 17, "the report is another one", ALL),
        ("md", 17, "three years later the report is another one", []),
    ),
    "fixed form": (
        RULE,
        changed(PAGE, "fixed\nFROM python:3.12-slim\nUSER app", "fixed\nFROM python:3.12-slim\nUSER nobody"),
        ("md", 5, "the fix makes another Dockerfile", ALL),
    ),
    "fixed form is not silent": (
        RULE.replace('"boss"', '"boss" or step.instruction.rest.text == "app"').replace(", Fix(", ", None and Fix("),
        changed(PAGE, "Dockerfile:2:1 warning", "Dockerfile:2:1 warning"),
        ("md", 5, "the fixed form is not silent", ALL),
        ("md", 17, "the report is another one", ALL),
        ("md", 17, "three years later the report is another one", []),
        ("md", 1, "the page shows a fixed form, and the rule offers no fix", []),
    ),
    "fix undone": (
        changed(RULE, '.replace("boss", "app")', '.replace("boss", "boss ")').replace(
            '.text == "boss"', '.text.startswith("boss")'
        ),
        PAGE,
        ("md", 5, "the fixes of boss-works do not come to rest within 10 passes", ALL),
    ),
    "letter case": (
        changed(
            RULE,
            BLIND,
            BLIND + ' and step.instruction.keyword == "USER" and step.at.source.text[step.at.span.start] == "U"',
        ),
        PAGE,
        ("md", 5, "the report is another one", ["lower-case"]),
    ),
    "line ends": (
        changed(RULE, BLIND, BLIND + ' and "\\r" not in step.at.source.text'),
        PAGE,
        ("md", 5, "the report is another one", ["crlf"]),
    ),
    "comments": (
        changed(RULE, BLIND, BLIND + ' and "#" not in step.at.source.text'),
        PAGE,
        ("md", 5, "the report is another one", ["commented"]),
    ),
    "names of stages": (
        changed(RULE, BLIND, BLIND + ' and "AS base" in step.at.source.text'),
        PAGE.replace("slim\n", "slim AS base\n"),
        ("md", 5, "the report is another one", ["lower-case", "renamed-stages"]),
    ),
    "time": (
        changed(RULE, f"    {BLIND}:\n", LATER),
        PAGE,
        ("md", 5, "three years later the report is another one", []),
    ),
    "no fixed form": (
        RULE,
        PAGE[: PAGE.index("```dockerfile fixed")] + PAGE[PAGE.index("```dockerfile good") :],
        ("md", 1, "the rule offers a fix, and the page shows no fixed form: a block marked fixed", []),
    ),
    "no reason": (
        RULE,
        PAGE.replace(
            "The boss has other things to do, and every right. The handbook says so on its first page.",
            "It is so.",
        ),
        ("md", 1, "the page must say above its examples what breaks and why, in a sentence or more", []),
    ),
    "no bad example": (
        RULE,
        PAGE[: PAGE.index("```dockerfile bad")] + PAGE[PAGE.index("```dockerfile good") :],
        ("md", 1, "the page must show a bad example: a block marked bad, with its report", []),
    ),
    "too little silence": (
        RULE,
        PAGE + BAD,
        ("md", 1, "the page must have as many good examples as bad ones: it has 1 and 2", []),
    ),
    "page": (RULE, PAGE + "```dockerfile good\nFROM a\n", ("md", 21, "this block is never closed", [])),
    "report": (
        RULE,
        changed(PAGE, "warning risk:", "warning:"),
        ("md", 10, "a report line reads 'file:line:column severity outcome: message'", []),
    ),
    "crash": (
        changed(RULE, "    if step", "    1 / 0\n    if step"),
        PAGE,
        (
            "md",
            5,
            CRASH,
            ALL,
        ),
        (
            "md",
            17,
            CRASH,
            ALL,
        ),
    ),
    "import": (
        changed(RULE, "\n\n\n@rule", "\n1 / 0\n\n\n@rule"),
        PAGE,
        ("py", None, "ZeroDivisionError: division by zero (rules/acme/boss_works.py:6)", []),
    ),
    "declaration": (
        changed(
            RULE,
            "\n\n\n@rule",
            "\nimport torchlint\n\n\ndef rule(*all, when=()):\n    return torchlint.rule(*all)\n\n\n@rule",
        ).replace(", Step, rule", ", Step"),
        PAGE,
        ("py", None, "@rule says when ('USER',) as it is read, but () as it is run", []),
    ),
    "mentions": (
        changed(RULE, 'when=("USER",)', 'when=("USER",), mentions=("Boss",)'),
        PAGE,
        ("py", None, "@rule takes `mentions` in lower case: so is the text that they are looked for in", []),
    ),
    "another library": (
        changed(RULE, "from torchlint import", "import packaging\nfrom torchlint import"),
        PAGE,
        ("py", 5, "imports packaging: a rule imports names of torchlint itself and of the standard library only", []),
    ),
    "a private room": (
        changed(RULE, "from torchlint import", "from torchlint.text import Span\nfrom torchlint import"),
        PAGE,
        (
            "py",
            5,
            "imports torchlint.text: a rule imports names of torchlint itself and of the standard library only",
            [],
        ),
    ),
    "a private name": (
        changed(RULE, "Fix, Outcome", "Fix, Outcome, catalog"),
        PAGE,
        (
            "py",
            5,
            "imports torchlint.catalog: a rule imports names of torchlint itself and of the standard library only",
            [],
        ),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_law_is_told_with_place_and_forms(name: str, run: Run, tmp_path: Path) -> None:
    rule, page, *expected = BROKEN[name]
    pack(tmp_path / "rules", rule, page)
    code, out, err = run("rules", "--output-format", "json")
    assert (code, err) == (1, "")
    told: Any = json.loads(out)
    jsonschema.validate(told, json.loads(SCHEMA.read_text()))
    found = [(one["path"][-2:], one["line"], one["message"], one["changes"]) for one in told["failures"]]
    assert {one["rule"] for one in told["failures"]} == {"boss-works"}
    assert {one["path"][:-3] for one in told["failures"]} == {"rules/acme/boss_works"}
    assert found == expected


def test_whole_pack_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    pack(tmp_path / "rules")
    code, out, err = run("rules")
    assert (code, out, err) == (0, "All rules do what their pages say! (1 rule, 2 examples, 16 trials)\n", "")
    assert run("rules", "--quiet")[1] == ""
    told = json.loads(run("rules", "--output-format", "json")[1])
    assert told == {"rules": 1, "examples": 2, "trials": 16, "failures": []}


def test_report_for_people_shows_the_difference(run: Run, tmp_path: Path) -> None:
    rule, page, *_ = BROKEN["line ends"]
    pack(tmp_path / "rules", rule, page)
    code, out, err = run("rules")
    assert (code, err) == (1, "")
    assert (
        out
        == """broken[boss-works]: the report is another one
  --> rules/acme/boss_works.md:5
   | --- report of the page
   | +++ report that came
   | -Dockerfile:2:1 warning risk: the boss does not work here
   = with the line ends of Windows

1 of 1 rule does not do what the page says: 1 law broken (2 examples, 16 trials)
"""
    )
    where = "rules/acme/boss_works.md:5: boss-works: the report is another one (with the line ends of Windows)\n"
    assert run("rules", "--output-format", "concise", "-q")[1] == where
    assert "\x1b[" in run("rules", "--color", "always")[1]


def test_report_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    pack(tmp_path / "rules")
    assert run("rules", "-o", "out.txt") == (0, "", "")
    assert (tmp_path / "out.txt").read_text().startswith("All rules do")


def test_path_may_be_a_family_a_rule_or_a_page(run: Run, tmp_path: Path) -> None:
    lay_out(
        pack(tmp_path / "rules"), {"other/no_boss.py": RULE, "other/no_boss.md": PAGE.replace("boss-works", "no-boss")}
    )
    for words, rules in {
        ("rules",): 2,
        ("rules/acme",): 1,
        ("rules/acme/boss_works.py",): 1,
        ("rules/acme/boss_works.md",): 1,
        ("rules/acme", "rules/other/no_boss.py"): 2,
        ("rules", "rules/acme"): 2,
        ("rules", "--select", "no-boss"): 1,
        ("rules", "--select", "acme,other"): 2,
    }.items():
        code, out, _ = run(*words, "--output-format", "json")
        assert (code, json.loads(out)["rules"]) == (0, rules), words


@pytest.mark.parametrize(
    "words", [("nowhere",), ("rules", "--select", "boss-work"), ("rules/acme/nothing.md",), ("empty",)]
)
def test_what_is_not_there_is_wrong_use(words: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    lay_out(pack(tmp_path / "rules"), {"acme/nothing.md": "", "empty/x": ""})
    (tmp_path / "empty").mkdir()
    code, out, err = run(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_torchlints_own_rules_are_tried_by_file_and_by_name(run: Run) -> None:
    file = Path(catalog.folder()) / "base" / "no_digest.py"
    for words in ((str(file),), (str(file.with_suffix(".md")),), ("--select", "no-digest")):
        code, out, err = run(*words)
        assert (code, err) == (0, "")
        assert out.startswith("All rules do what their pages say! (1 rule, ")


def test_folder_of_a_family_of_torchlint_is_all_of_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def only_noted(rule: catalog.Entry, rules: tuple[catalog.Entry, ...]) -> Tried:
        tried.append(rule.name)
        return Tried(rule.name, 0, 0, ())

    monkeypatch.setattr("torchlint.cli.testing.tried", only_noted)
    assert run(str(Path(catalog.folder()) / "base"))[0] == 0
    assert tried == [entry.name for entry in catalog.entries() if entry.family == "base"]
    tried.clear()
    assert run()[0] == 0
    assert tried == [entry.name for entry in catalog.entries()]


def test_rule_about_comments_is_tried_with_all_rules(run: Run, tmp_path: Path) -> None:
    rule = RULE.replace("Step", "Suppressions").replace(', when=("USER",)', "")
    body = rule[: rule.index("    if step")].replace("step:", "comments:") + (
        "    for ignore in comments.ignores:\n        yield Problem(ignore.at, 'nothing is silenced here')\n"
    )
    page = """# boss-works: the boss works in the container

The boss has other things to do, and every right. The handbook says so on its first page.

```dockerfile bad
FROM python:3.12-slim
# torchlint: ignore[unknown-instruction] it is none
RUM true
```
```report
Dockerfile:2:1 warning risk: nothing is silenced here
```

```dockerfile good
FROM python:3.12-slim
RUM true
```
"""
    pack(tmp_path / "rules", body, page)
    assert run("rules") == (0, "All rules do what their pages say! (1 rule, 2 examples, 16 trials)\n", "")


def test_settings_around_the_place_of_the_trial_do_not_matter(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(tmp_path / "rules")
    lay_out(tmp_path, {"torchlint.toml": "no-such-key = 1\n"})
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run("rules")[0] == 0


def test_nothing_is_left_behind(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack(tmp_path / "rules")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    before = sorted(tmp_path.rglob("*"))
    assert run("rules")[0] == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_example_cannot_write_beside_its_folder(run: Run, tmp_path: Path) -> None:
    page = PAGE.replace("```report", "```text file=../../out\nx\n```\n```report")
    pack(tmp_path / "rules", RULE, page)
    code, out, _ = run("rules", "--output-format", "concise")
    assert code == 1
    assert "the example has a file outside of its folder: ../../out" in out


def test_pack_shown_as_an_example_is_proven(run: Run) -> None:
    code, out, err = run(str(EXAMPLE))
    assert (code, err) == (0, "")
    assert "All rules do what their pages say! (2 rules, " in out

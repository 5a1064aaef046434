"""What a pack's rule does wrong is told as the pack's, with its file and line, and stops no other rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.packs.packs import FAULTY, RULE, pack
from torchlint import World, catalog, check, packs, read
from torchlint.check import Crash

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint import Report

BODY = RULE[RULE.index("    if step") :]
# (what stands for the body of check, what is said, the line)
WRONG = [
    ("    yield {}['key']", "KeyError: 'key'", 10),
    ("    raise SystemExit(0)", "SystemExit: 0", 10),
    ("    deeper()\n\ndef deeper():\n    1 / 0", "ZeroDivisionError: division by zero", 13),
    ("    return int('x', 10)", "ValueError: invalid literal for int() with base 10: 'x'", 10),
    ("    on.no_such", "AttributeError: 'Context' object has no attribute 'no_such'", 10),
    ("    check.check(step)", "TypeError: check() missing 1 required positional argument: 'on'", 10),
    ("    return None", "TypeError: check returns None where Problems are due: it must yield them", 8),
    ("    yield 'text'", "TypeError: check yields a str where a Problem is due", 8),
    ("    yield Problem(step.at.span, 'm')", "TypeError: at of its Problem is no Place in a file", 8),
    (
        "    yield Problem(step.at._replace(span=type(step.at.span)(0, 999)), 'm')",
        "TypeError: at of its Problem is no Place in a file",
        8,
    ),
    ("    yield Problem(step.at, None)", "TypeError: message of its Problem is a NoneType and no text", 8),
    ("    yield Problem(step.at, '')", "TypeError: the message of its Problem is empty", 8),
    (
        "    yield Problem(step.at, '\\u2192')",
        "TypeError: message of its Problem has a letter that was not written as itself in the rule's file: '\\u2192'",
        8,
    ),
    ("    yield Problem(step.at, 'm', fix='f')", "TypeError: the fix of its Problem is no Fix of Edits", 8),
    (
        "    yield Problem(step.at, 'm', fix=Fix('f', (Edit(step.at.source, step.at.span, 1),)))",
        "TypeError: an edit of its Problem is a int and no text",
        8,
    ),
    (
        "    yield Problem(step.at, 'm', related=(step.at,))",
        "TypeError: the related places of its Problem are no tuple of Related",
        8,
    ),
    (
        "    yield Problem(step.at, 'm', severity='error')",
        "TypeError: its Problem has 'error' where a Severity is due",
        8,
    ),
    ("    yield Problem(step.at, 'm', estimate_bytes=1.5)", "TypeError: estimate_bytes of its Problem is no int", 8),
]


def report(folder: Path, rule: str, dockerfile: str = FAULTY) -> Report:
    """What is said of a Dockerfile with this rule, and a rule of torchlint's own that has something to say."""
    pack(folder / "rules", rule)
    (folder / "Dockerfile").write_text(f"{dockerfile}RUM true\n")
    rules = packs.rules((str(folder / "rules"),))
    chosen = [entry for entry in rules if entry.name in ("boss-works", "unknown-instruction")]
    return check(read(["Dockerfile"]), world=World(), rules=tuple(chosen))


@pytest.fixture(autouse=True)
def _there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("body", "said", "line"), WRONG, ids=[row[0].strip()[:40] for row in WRONG])
def test_rule_that_fails_is_told_with_its_line_and_stops_no_other(
    body: str, said: str, line: int, tmp_path: Path
) -> None:
    found = report(tmp_path, RULE.replace(BODY, body + "\n"))
    error = f"{said} (rules/acme/boss_works.py:{line})"
    assert found.crashed == (Crash("boss-works", "Dockerfile", error, pack=True),)
    assert found.crashed[0].told == f"the pack's rule boss-works failed on Dockerfile: {error}"
    assert [finding.rule for finding in found.findings] == ["unknown-instruction"]


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("from torchlint import Nonsense", "ImportError: cannot import name 'Nonsense' from 'torchlint'"),
        ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("return", "SyntaxError: 'return' outside function"),
    ],
)
def test_rule_that_cannot_be_imported_is_told_with_its_line(first: str, said: str, tmp_path: Path) -> None:
    found = report(tmp_path, RULE.replace("import annotations\n", f"import annotations\n{first}\n"))
    (crash,) = found.crashed
    assert crash.error.startswith(said)
    assert crash.error.endswith("(rules/acme/boss_works.py:2)")
    assert crash.pack
    assert [finding.rule for finding in found.findings] == ["unknown-instruction"]


def test_decorator_of_another_kind_declares_nothing(tmp_path: Path) -> None:
    text = RULE.replace(", rule\n", "\n\ndef rule(*words, **more):\n    return lambda check: check\n")
    (crash,) = report(tmp_path, text).crashed
    assert crash.error == "check was not declared by torchlint's @rule (rules/acme/boss_works.py:1)"


def test_rule_is_not_run_where_it_has_nothing_to_say(tmp_path: Path) -> None:
    found = report(tmp_path, f"{RULE}\nraise SystemExit(1)\n", "FROM scratch\nLABEL a=b\n")
    assert found.crashed == ()


def test_words_of_a_rule_are_those_of_the_reader(tmp_path: Path) -> None:
    """What stands in a rule's file as itself is shown as itself, beside what it quotes of another file."""
    text = RULE.replace('"the boss does not work here"', 'f"\u00a0«{step.instruction.rest.text}» → 日本"')
    found = report(tmp_path, text.replace('== "boss"', '== "bøss"'), "FROM scratch\nUSER bøss\n")
    assert found.crashed == ()
    assert found.findings[0].message == "\u00a0«bøss» → 日本"


@pytest.mark.parametrize("form", ["\ufeff{}", "# -*- coding: utf-8 -*-\n{}"])
def test_file_may_begin_with_what_editors_write(form: str, tmp_path: Path) -> None:
    assert {one.rule for one in report(tmp_path, form.format(RULE)).findings} == {"boss-works", "unknown-instruction"}


def test_line_ends_of_windows_are_line_ends(tmp_path: Path) -> None:
    found = report(tmp_path, RULE.replace("\n", "\r\n").replace("if step", "1 / 0\r\n    if step"))
    assert found.crashed[0].error.endswith("boss_works.py:10)")


def test_classes_that_look_for_their_module_find_it(tmp_path: Path) -> None:
    classes = "from dataclasses import dataclass\nfrom typing import NamedTuple\n\n@dataclass\nclass A:\n    x: int\n\n"
    text = RULE.replace("\n\n\n@rule", f"\n{classes}class B(NamedTuple):\n    x: int\n\n@rule")
    assert report(tmp_path, text.replace("if step", "if A(1).x == B(1).x and step")).crashed == ()


def test_pack_is_no_module_that_others_could_import(tmp_path: Path) -> None:
    """Nothing is added to where Python looks for modules, and what lies beside a rule is not found."""
    import sys

    before = list(sys.path)
    found = report(tmp_path, RULE.replace("import annotations\n", "import annotations\nimport boss_parts\n"))
    (tmp_path / "rules" / "acme" / "boss_parts.py").write_text("raise SystemExit('was run')\n")
    assert "ModuleNotFoundError: No module named 'boss_parts'" in found.crashed[0].error
    assert sys.path == before


def test_loading_gives_the_same_rule_again(tmp_path: Path) -> None:
    """A fix looks many times, and what a rule has at its top is to be made once."""
    (entry,) = packs.rules((str(pack(tmp_path)),))[len(catalog.entries()) :]
    assert catalog.load(entry) is catalog.load(entry)

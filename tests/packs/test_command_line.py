"""A rule of a pack is a rule: what the command line can do with torchlint's own it can do with those of a pack."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.packs.packs import FAULTY, PAGE, RULE, lay_out, pack
from torchlint.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Ran:
    """What a run said, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def rules(self) -> list[str]:
        """The rules of the findings, where JSON was asked for."""
        return [finding["rule"] for finding in json.loads(self.out)]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run torchlint in a project with one Dockerfile and a pack in the folder `rules`."""
    pack(tmp_path / "rules")
    (tmp_path / "Dockerfile").write_text(FAULTY)
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Ran:
        code = main(list(words))
        return Ran(code, *capsys.readouterr())

    return run


CHECK = ("check", "--pack", "rules", "--output-format", "json")


def test_check_asks_the_rule(run: Callable[..., Ran]) -> None:
    ran = run("check", "--pack", "rules", "--output-format", "concise", "Dockerfile")
    assert (ran.code, ran.err) == (1, "")
    assert "Dockerfile:2:1: warning[boss-works] the boss does not work here\n" in ran.out


def test_without_the_option_it_is_not_asked(run: Callable[..., Ran]) -> None:
    assert "boss-works" not in run("check", "--output-format", "json").rules


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (("--select", "boss-works"), True),
        (("--select", "acme"), True),
        (("--select", "pin"), False),
        (("--ignore", "boss-works"), False),
        (("--ignore", "acme"), False),
        (("--profile", "min"), False),
        (("--min-severity", "error"), False),
        (("--config", 'per-file-ignores={"Dockerfile"=["acme"]}'), False),
    ],
)
def test_rules_are_chosen_by_name_family_and_profile(
    words: tuple[str, ...], asked: bool, run: Callable[..., Ran]
) -> None:
    assert ("boss-works" in run(*CHECK, *words).rules) is asked


@pytest.mark.parametrize("name", ["boss-works", "acme", "all"])
def test_comment_silences_it(name: str, run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(FAULTY.replace("USER", f"# torchlint: ignore[{name}] it is one\nUSER"))
    ran = run(*CHECK)
    assert not {"boss-works", "unused-suppression"} & set(ran.rules)
    assert "boss-works" in run(*CHECK, "--no-ignores").rules


def test_idle_comment_is_reported_and_removed(run: Callable[..., Ran], tmp_path: Path) -> None:
    text = "FROM python:3.12-slim\n# torchlint: ignore[boss-works] once\nUSER app\n"
    (tmp_path / "Dockerfile").write_text(text)
    assert "unused-suppression" in run(*CHECK).rules
    assert run("fix", "--pack", "rules", "--fix-only", "--select", "unused-suppression,acme").code == 0
    assert (tmp_path / "Dockerfile").read_text() == "FROM python:3.12-slim\nUSER app\n"


def test_baseline_holds_it(run: Callable[..., Ran]) -> None:
    assert run("check", "--pack", "rules", "--write-baseline", "known.json").code == 0
    ran = run(*CHECK, "--baseline", "known.json")
    assert (ran.rules, ran.err) == ([], "")
    # Without the pack its findings are not gone, but nobody asked: the rule is as one that was removed.
    assert "boss-works" in run("check", "--baseline", "known.json").err


def test_add_ignore_writes_it(run: Callable[..., Ran], tmp_path: Path) -> None:
    run("check", "--pack", "rules", "--select", "boss-works", "--add-ignore=agreed")
    assert "# torchlint: ignore[boss-works] agreed\nUSER boss\n" in (tmp_path / "Dockerfile").read_text()


def test_sarif_describes_it(run: Callable[..., Ran]) -> None:
    log: Any = json.loads(run("check", "--pack", "rules", "--output-format", "sarif").out)
    (described,) = [one for one in log["runs"][0]["tool"]["driver"]["rules"] if one["id"] == "boss-works"]
    assert described["shortDescription"]["text"] == "The boss works in the container."
    assert "handbook" in described["help"]["markdown"]


def test_fix_makes_its_repair_and_says_how_it_is_made(run: Callable[..., Ran], tmp_path: Path) -> None:
    ran = run("fix", "--pack", "rules", "--select", "boss-works", "Dockerfile")
    assert (tmp_path / "Dockerfile").read_text() == FAULTY
    assert "torchlint fix --unsafe-fixes --select boss-works --pack rules Dockerfile" in ran.out
    assert run("fix", "--unsafe-fixes", "--select", "boss-works", "--pack", "rules", "Dockerfile").code == 0
    assert (tmp_path / "Dockerfile").read_text() == FAULTY.replace("boss", "app")


def test_unfixable_names_it(run: Callable[..., Ran]) -> None:
    words = ("fix", "--pack", "rules", "--diff", "--unsafe-fixes", "--select", "boss-works")
    assert "+USER app" in run(*words).out
    assert "+USER app" not in run(*words, "--unfixable", "acme").out


def test_rules_and_explain_show_it_and_run_nothing(run: Callable[..., Ran], tmp_path: Path) -> None:
    pack(tmp_path / "rules", f"{RULE}\nraise SystemExit('was run')\n")
    assert "boss-works" in run("rules", "--pack", "rules").out
    rows = json.loads(run("rules", "--pack", "rules", "--output-format", "json").out)
    assert {row["rule"]: row["file"] for row in rows if row["file"]} == {
        "boss-works": str(tmp_path / "rules" / "acme" / "boss_works.py")
    }
    assert "the boss works in the container" in run("rules", "--pack", "rules", "--html").out
    ran = run("explain", "--pack", "rules", "boss-works")
    assert (ran.code, ran.out.split("\n")[0]) == (0, "# boss-works: the boss works in the container")
    assert "boss-works" in run("config", "--schema", "--pack", "rules").out


def test_explain_of_a_rule_that_nobody_knows_says_how_packs_are_added(run: Callable[..., Ran]) -> None:
    ran = run("explain", "zzyzx")
    assert ran.code == 2
    assert "--pack" in ran.err


def test_verify_foresees_by_it(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is foreseen of a build is what all rules say, those of a pack among them."""
    asked: list[str] = []

    def check(project: Any, *, world: Any, rules: Any) -> Any:
        asked.extend(entry.name for entry in rules)
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["torchlint.check"], "check", check)
    run("verify", "--pack", "rules", "Dockerfile")
    assert "boss-works" in asked


@pytest.mark.parametrize("command", ["check", "fix", "verify", "rules", "explain", "server", "test", "config"])
def test_broken_pack_is_one_line_everywhere(command: str, run: Callable[..., Ran], tmp_path: Path) -> None:
    lay_out(tmp_path, {"rules/acme/boss_works.py": RULE.replace("def check(step", "def check(step, step")})
    operands = {"check": ["Dockerfile"], "fix": ["Dockerfile"], "explain": ["no-digest"], "config": ["--schema"]}
    words = ["rules"] if command == "test" else ["--pack", "rules", *operands.get(command, [])]
    ran = run(command, *words)
    assert ran.code == 2
    assert ran.err.startswith("torchlint: rules/acme/boss_works.py:9: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("words", [("check",), ("fix", "--diff"), ("check", "--output-format", "sarif=x.sarif")])
def test_rule_that_fails_ends_in_2_and_the_rest_is_reported(
    words: tuple[str, ...], run: Callable[..., Ran], tmp_path: Path
) -> None:
    pack(tmp_path / "rules", RULE.replace("    if step", "    1 / 0\n    if step"))
    (tmp_path / "Dockerfile").write_text(f"{FAULTY}RUM true\n")
    ran = run(*words, "--pack", "rules", "-v", "Dockerfile")
    assert ran.code == 2
    said = "torchlint: the pack's rule boss-works failed on Dockerfile: ZeroDivisionError: division by zero "
    assert f"{said}(rules/acme/boss_works.py:10); the rest was checked\n" in ran.err
    assert "Traceback" not in ran.err + ran.out
    assert "report this" not in ran.err
    if words == ("check",):
        assert "unknown-instruction" in ran.out


def test_pack_without_a_value_is_wrong_use(run: Callable[..., Ran]) -> None:
    assert "--pack" in run("check", "--pack").err
    assert run("check", "--pack", "", "Dockerfile").code == 2


NAMING = [
    ("torchlint.toml", 'packs = ["rules"]\n'),
    (".torchlint.toml", 'pack = "rules"\n'),
    ("pyproject.toml", '[tool.torchlint]\npacks = ["./rules"]\n'),
    ("pyproject.toml", '[tool.torchlint]\npack = ["rules"]\n'),
]


@pytest.mark.parametrize(("name", "text"), NAMING)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_pack_that_a_configuration_names_is_not_run_but_the_flag_is_told(
    command: str, name: str, text: str, run: Callable[..., Ran], tmp_path: Path
) -> None:
    lay_out(tmp_path, {name: text})
    ran = run(command, "Dockerfile")
    assert "boss-works" not in ran.out
    why = "rule packs are code and are not loaded because a file names them; give --pack rules"
    assert ran.err == f"torchlint: {name}: {why}\n"
    with_it = run(command, "--pack", "rules", "Dockerfile")
    assert "boss-works" in with_it.out
    assert with_it.err == ""


def test_rules_of_a_named_pack_may_be_named_where_it_is_not_loaded(run: Callable[..., Ran], tmp_path: Path) -> None:
    """Whoever runs torchlint without the pack is told so once, and nothing else of it: no error, no wrong comments."""
    lay_out(tmp_path, {"torchlint.toml": 'packs = ["rules"]\nignore = ["boss-works"]\nextend-select = ["acme"]\n'})
    text = FAULTY.replace("USER", "# torchlint: ignore[boss-works] it is one\nUSER")
    (tmp_path / "Dockerfile").write_text(text)
    ran = run("check", "--output-format", "json", "Dockerfile")
    assert "unused-suppression" not in ran.rules
    assert ran.err.count("\n") == 1
    assert run("inspect", "Dockerfile").code == 0
    wrong = run("check", "--select", "boss-works", "Dockerfile")
    assert wrong.code == 2
    assert "command line: select: no rule or family" in wrong.err


def test_unknown_rule_in_a_configuration_says_how_packs_are_named(run: Callable[..., Ran], tmp_path: Path) -> None:
    lay_out(tmp_path, {"torchlint.toml": 'ignore = ["zzyzx"]\n'})
    ran = run("check", "Dockerfile")
    assert ran.code == 2
    assert "if a pack has it, name the pack under packs" in ran.err
    lay_out(tmp_path, {"torchlint.toml": 'ignore = ["boss-works"]\n'})
    assert run("check", "Dockerfile").code == 2
    assert run("check", "--pack", "rules", "Dockerfile").code != 2


def test_packs_are_seen_from_the_configuration_that_names_them(run: Callable[..., Ran], tmp_path: Path) -> None:
    lay_out(tmp_path, {"docker/torchlint.toml": 'packs = ["../rules"]\n', "docker/Dockerfile": FAULTY})
    assert "give --pack rules\n" in run("check", "docker/Dockerfile").err
    assert run("check", "--pack", "rules", "docker/Dockerfile").err == ""


def test_named_pack_that_is_no_folder_is_to_be_installed(run: Callable[..., Ran], tmp_path: Path) -> None:
    lay_out(tmp_path, {"torchlint.toml": 'packs = ["rules", "acme-rules", "./rules"]\n'})
    assert run("check", "Dockerfile").err.endswith("; give --pack rules and install acme-rules\n")


def test_page_alone_is_no_rule(run: Callable[..., Ran], tmp_path: Path) -> None:
    lay_out(tmp_path, {"rules/acme/no_boss.md": PAGE})
    assert "no-boss" not in run("rules", "--pack", "rules").out

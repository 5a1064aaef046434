"""Which rules a pack's folder holds, what is refused of it, and in which file and line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.packs.packs import PAGE, RULE, lay_out, pack
from torchlint import catalog, packs
from torchlint.catalog import CatalogError, Entry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in messages are seen from where torchlint runs."""
    monkeypatch.chdir(tmp_path)


def of(folder: Path) -> list[Entry]:
    """The rules that the pack adds."""
    found = packs.rules((str(folder),))
    own = catalog.entries()
    assert found[: len(own)] == own
    return list(found[len(own) :])


def refused(folder: Path) -> str:
    with pytest.raises(CatalogError) as error:
        packs.rules((str(folder),))
    return str(error.value)


def test_families_are_folders(tmp_path: Path) -> None:
    (entry,) = of(pack(tmp_path))
    assert (entry.name, entry.family, entry.title) == ("boss-works", "acme", "the boss works in the container")
    assert entry.file == str(tmp_path / "acme" / "boss_works.py")
    assert catalog.page_path(entry) == str(tmp_path / "acme" / "boss_works.md")
    assert entry.fixable


@pytest.mark.parametrize(("name", "family"), [("acme", "acme"), ("acme_rules", "acme-rules"), ("ACME", "acme")])
def test_rules_in_the_folder_itself_are_a_family_called_like_it(name: str, family: str, tmp_path: Path) -> None:
    (entry,) = of(pack(tmp_path / name, stem="boss_works"))
    assert entry.family == family


def test_pack_may_add_to_a_family_of_torchlint(tmp_path: Path) -> None:
    (entry,) = of(pack(tmp_path, stem="pin/boss_works"))
    assert entry.family == "pin"


def test_what_is_no_rule_is_passed_over(tmp_path: Path) -> None:
    """Tests, settings and parts of rules may lie beside them; none of it is read as a rule, or run."""
    trap = "raise SystemExit('was run')\n"
    names = ("setup.py", "conftest.py", "acme/__init__.py", "acme/_parts.py", "tests/test_boss.py", ".git/x.py")
    lay_out(tmp_path, dict.fromkeys(names, trap) | {"README.md": "# Rules: of Acme\n", "acme/README.md": "# x\n"})
    assert [entry.name for entry in of(pack(tmp_path))] == ["boss-works"]


def test_folder_that_is_given_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(pack(tmp_path / "pack"))
    found = packs.rules((str(tmp_path / "pack"), str(tmp_path / "link")))
    assert len(found) == len(catalog.entries()) + 1


def test_nothing_is_run_to_find_rules(tmp_path: Path) -> None:
    pack(tmp_path, RULE + "\nraise SystemExit('was run')\n")
    assert len(of(tmp_path)) == 1


WRONG = [
    ("x = (\n", PAGE, ".py:1: is no Python: '(' was never closed"),
    ("x = '\0'\n", PAGE, ".py: is no Python: source code string cannot contain null bytes"),
    ("x = 1\n", PAGE, ".py: must declare one rule: @rule(...) above def check(...)"),
    (RULE + RULE[RULE.index("@rule") :], PAGE, ".py:14: must declare one rule: @rule(...) above def check(...)"),
    (RULE.replace("def check", "def other"), PAGE, ".py:9: must declare one rule: @rule(...) above def check(...)"),
    (RULE.replace(", on: Context", ""), PAGE, ".py:9: check takes two arguments: its subject and a Context"),
    (RULE.replace("on: Context", "on: Context, x: int"), PAGE, ".py:9: check takes two arguments"),
    (RULE.replace("rule(Step,", "rule(Fix,"), PAGE, ".py:8: no rule can be about Fix: its subject is one of Project, "),
    (RULE.replace("Severity.WARNING", "Severity.FATAL"), PAGE, ".py:8: @rule takes a Severity of ERROR, WARNING, INFO"),
    (RULE.replace("Outcome.RISK", "Outcome.BAD"), PAGE, ".py:8: @rule takes a Outcome of BUILD, START, "),
    (RULE.replace("rule(Step, Severity.WARNING,", "rule(Step,"), PAGE, ".py:8: @rule takes a subject, a severity, "),
    (
        RULE.replace('("USER",)', '("USER")'),
        PAGE,
        ".py:8: @rule takes `when` as a tuple of words, written out here or in a constant above",
    ),
    (RULE.replace('when=("USER",)', "wenn=()"), PAGE, ".py:8: @rule has no keyword `wenn`"),
    (RULE.replace('when=("USER",)', "strict=1"), PAGE, ".py:8: @rule takes `strict` as True or False, written out"),
    (RULE, None, ".md: the rule has no page"),
    (RULE, "# other: x\n", ".md:1: must begin with '# boss-works: ' and what is wrong"),
    (RULE, "", ".md:1: must begin with '# boss-works: ' and what is wrong"),
]


@pytest.mark.parametrize(("rule", "page", "why"), WRONG, ids=[str(number) for number in range(len(WRONG))])
def test_what_is_not_of_the_form_is_refused_with_file_and_line(
    rule: str, page: str | None, why: str, tmp_path: Path
) -> None:
    assert refused(pack(tmp_path, rule, page)).startswith(f"acme/boss_works{why}")


def test_page_that_is_no_text_is_refused(tmp_path: Path) -> None:
    lay_out(pack(tmp_path), {"acme/boss_works.md": b"# boss-works: \xff\n"})
    assert refused(tmp_path).endswith("boss_works.md: is not UTF-8 text")


@pytest.mark.parametrize("files", [{}, {"a/b/boss_works.py": RULE, "a/b/boss_works.md": PAGE}, {"x.md": PAGE}])
def test_folder_without_rules_is_refused(files: dict[str, str | bytes], tmp_path: Path) -> None:
    assert ": holds no rules: a rule is NAME.py with NAME.md beside it" in refused(lay_out(tmp_path, files))


def test_folder_that_is_not_there_or_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refused(tmp_path / "nowhere") == "nowhere: no such file or folder"
    assert refused(tmp_path / "file").startswith("file: ")


@pytest.mark.parametrize(
    ("stem", "why"),
    [
        ("acme/Boss", "a rule's file is named in lower-case letters, digits and underscores"),
        ("acme/boss-works", "a rule's file is named in lower-case letters, digits and underscores"),
        ("acme/boss.works", "a rule's file is named in lower-case letters, digits and underscores"),
        ("a.c.m.e/boss", "its family is called like its folder, and that may not be a.c.m.e"),
        ("acme/all", "the name all is taken by a word for all rules: choose another one"),
        ("acme/torch", "the name torch is taken by a family of torchlint's own: choose another one"),
        ("acme/unpinned_torch", "the name unpinned-torch is taken by a rule of torchlint's own: choose another one"),
        ("all/boss", "its family, called like its folder, may not be all: that is a word for all rules"),
        ("no_digest/boss", "its family, called like its folder, may not be no-digest: that is a rule of torchlint's"),
        ("boss/boss", "its family, called like its folder, may not be boss: that is the rule in "),
    ],
)
def test_name_that_would_mean_two_things_is_refused_with_its_file(stem: str, why: str, tmp_path: Path) -> None:
    name = os.path.basename(stem).replace("_", "-")
    said = refused(pack(tmp_path, page=PAGE.replace("boss-works", name), stem=stem))
    assert said.startswith(f"{stem}.py: {why}")


def test_former_names_are_names(tmp_path: Path) -> None:
    taken = PAGE.replace("The boss", "Formerly: no-digest\n\nThe boss")
    assert "the name no-digest is taken by a rule of torchlint's own" in refused(pack(tmp_path, page=taken))


def test_two_packs_may_not_have_one_name(tmp_path: Path) -> None:
    one, other = pack(tmp_path / "one"), pack(tmp_path / "other", stem="more/boss_works")
    with pytest.raises(CatalogError) as error:
        packs.rules((str(one), str(other)))
    taken = "the name boss-works is taken by the rule in one/acme/boss_works.py: choose another one"
    assert str(error.value) == f"other/more/boss_works.py: {taken}"

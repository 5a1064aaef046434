"""Rules are found by looking: the scan, what the wheel carries, and what runs agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import torchlint
from torchlint import catalog, scanning
from torchlint.catalog import CatalogError, Entry

if TYPE_CHECKING:
    from pathlib import Path

# Subjects for which `when` means something: torchlint.subjects gives them words.
TRIGGERED = {"Build", "Stage", "Step", "Command", "Install", "Entry", "RequirementsFile", "RequirementLine"}
ENTRIES = scanning.scan(catalog.folder())

RULE = """
from torchlint import Step, Severity, Outcome, Confidence, rule

@rule(Step, Severity.WARNING, Outcome.RUN, when=("COPY", "ADD"), by_date=True, strict=True, confidence=Confidence.LOW)
def check(step, on):
    yield from ()
"""
PAGE = "# old-copy: it is old\n\nWhy.\n\nSame as: hadolint DL9999, buildkit OldCopy\n\nFormerly: older-copy\n"


def lay_out(root: Path, rule: str = RULE, page: str | None = PAGE) -> str:
    family = root / "stage"
    family.mkdir()
    (family / "__init__.py").touch()
    (family / "old_copy.py").write_text(rule)
    if page is not None:
        (family / "old_copy.md").write_text(page)
    return str(root)


def test_scan_reads_all_that_a_rule_declares(tmp_path: Path) -> None:
    assert scanning.scan(lay_out(tmp_path), "pack") == (
        Entry(
            name="old-copy",
            family="stage",
            module="pack.stage.old_copy",
            subject="Step",
            when=("COPY", "ADD"),
            mentions=(),
            severity="warning",
            outcome="run",
            confidence="low",
            by_date=True,
            strict=True,
            title="it is old",
            fixable=False,
            same_as=("DL9999", "OldCopy"),
            formerly=("older-copy",),
        ),
    )


@pytest.mark.parametrize(
    ("rule", "page", "why"),
    [
        ("x = (", PAGE, "is no Python"),
        ("def check(step, on): ...\n", PAGE, "must declare one rule"),
        (RULE + RULE, PAGE, "must declare one rule"),
        (RULE.replace("def check", "def other"), PAGE, "must declare one rule"),
        (RULE.replace('("COPY", "ADD")', "tuple(WORDS)"), PAGE, "literal keywords"),
        (RULE.replace('("COPY", "ADD")', "WORDS"), PAGE, "as a tuple of words"),
        (RULE.replace("Step, Severity.WARNING, ", "Step, "), PAGE, "takes a subject, a severity"),
        (RULE, None, "has no page"),
        (RULE, "# other-name: it is old\n", "must begin with '# old-copy: '"),
        (RULE, "# old-copy: \n", "must begin with '# old-copy: '"),
    ],
)
def test_what_is_not_of_the_form_is_refused_with_its_file(
    rule: str, page: str | None, why: str, tmp_path: Path
) -> None:
    with pytest.raises(CatalogError, match="old_copy") as refused:
        scanning.scan(lay_out(tmp_path, rule, page))
    assert why in refused.value.why


def test_page_with_a_fixed_block_makes_a_rule_fixable(tmp_path: Path) -> None:
    (found,) = scanning.scan(lay_out(tmp_path, page=PAGE + "\n```dockerfile fixed\nFROM a\n```\n"))
    assert found.fixable


def test_generated_module_gives_the_scan_back() -> None:
    namespace: dict[str, Any] = {}
    exec(scanning.generated(ENTRIES), namespace)
    assert tuple(map(Entry._make, namespace["ROWS"])) == ENTRIES


def test_installed_catalogue_is_the_scan() -> None:
    assert catalog.entries() == ENTRIES


def test_words_are_given_only_where_a_subject_has_some() -> None:
    assert not [entry.name for entry in ENTRIES if entry.when and entry.subject not in TRIGGERED]


def test_subjects_are_those_that_rules_are_asked_about() -> None:
    """Every subject of a rule is one, and each is that of a rule but the one that none needs yet."""
    assert set(scanning.SUBJECTS) >= {entry.subject for entry in ENTRIES} | TRIGGERED | {"Project", "Suppressions"}
    assert {name for name in scanning.SUBJECTS if not isinstance(getattr(torchlint, name, None), type)} == set()


def test_names_are_unique_and_no_family() -> None:
    names = [entry.name for entry in ENTRIES]
    assert len(names) == len(set(names))
    former = [name for entry in ENTRIES for name in entry.formerly]
    assert len(former) == len(set(former))
    assert not set(former) & set(names)
    assert not set(names) & {"all", *(entry.family for entry in ENTRIES)}


def test_find_and_families() -> None:
    found = catalog.find("unknown-instruction")
    assert found is not None
    assert found.family == "syntax"
    assert catalog.find("no-such-rule") is None
    assert "syntax" in catalog.families()

"""The engine's promises: which rules are asked about what, and what becomes of what they say."""

from __future__ import annotations

import itertools
import sys
from typing import TYPE_CHECKING

import pytest

import torchlint
from torchlint import Confidence, Outcome, Severity, catalog
from torchlint.check import Crash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from torchlint.check import Selection

    Pack = Callable[..., tuple[catalog.Entry, ...]]

HEAD = """from torchlint import *
from torchlint import rule
"""
NUMBER = itertools.count()


def a_rule(subject: str, body: str, *keywords: str) -> str:
    arguments = ", ".join((subject, "Severity.WARNING", "Outcome.RUN", *keywords))
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    return f"{HEAD}@rule({arguments})\ndef check(it, on):\n{lines}"


@pytest.fixture
def pack(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pack]:
    """Makes rules from their texts, in a package of their own."""

    def pack(**rules: str) -> tuple[catalog.Entry, ...]:
        name = f"pack{next(NUMBER)}"
        root = tmp_path_factory.mktemp("packs") / name
        family = root / "stage"
        family.mkdir(parents=True)
        (root / "__init__.py").touch()
        (family / "__init__.py").touch()
        for stem, text in rules.items():
            (family / f"{stem}.py").write_text(text)
            (family / f"{stem}.md").write_text(f"# {stem.replace('_', '-')}: wrong\n")
        monkeypatch.syspath_prepend(str(root.parent))
        return catalog.scan(str(root), name)

    yield pack
    for name in [name for name in sys.modules if name.startswith("pack")]:
        if name.removeprefix("pack").split(".")[0].isdecimal():
            del sys.modules[name]


class Folder:
    """A folder to check with given rules."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, **files: str | bytes) -> None:
        for name, text in files.items():
            path = self.root / name.replace("__", "/").replace("_txt", ".txt")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def check(
        self,
        rules: tuple[catalog.Entry, ...],
        selection: Selection | None = None,
        show_suppressed: bool = False,
        require_reason: bool = False,
    ) -> torchlint.Report:
        return torchlint.check(
            torchlint.read(["."]),
            world=torchlint.World(),
            rules=rules,
            selection=selection,
            show_suppressed=show_suppressed,
            require_reason=require_reason,
        )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path)


def messages(report: torchlint.Report) -> list[str]:
    assert not report.crashed
    return [finding.message for finding in report.findings]


STEPS = a_rule("Step", "yield Problem(it.at, it.instruction.keyword)")


def test_finding_is_complete(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a AS base\nUSER root\nFROM base\nUSER app\n")
    text = """fix = Fix("do", (Edit(it.at.source, it.at.span, "x"),), Safety.SAFE)
yield Problem(it.at, "m", "h", fix, (Related(it.at, "r"),), Severity.INFO, Outcome.RISK, Confidence.LOW, 7)"""
    one, two = folder.check(pack(old_user=a_rule("Step", text))).findings
    assert (one.rule, one.family, one.message, one.help, one.estimate_bytes) == ("old-user", "stage", "m", "h", 7)
    assert (one.severity, one.outcome, one.confidence) == (Severity.INFO, Outcome.RISK, Confidence.LOW)
    assert one.fix is not None
    assert one.fix.title == "do"
    assert [related.message for related in one.related] == ["r"]
    assert (one.stage, two.stage) == ("base", "1")
    assert one.at.source.path == "Dockerfile"


def test_finding_takes_from_its_rule_what_the_problem_leaves_open(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a\nUSER x\n")
    rules = pack(user=a_rule("Step", "yield Problem(it.at, 'm')", "confidence=Confidence.MEDIUM"))
    (finding,) = folder.check(rules).findings
    assert (finding.severity, finding.outcome, finding.confidence) == (
        Severity.WARNING,
        Outcome.RUN,
        Confidence.MEDIUM,
    )


def test_findings_are_sorted_by_path_place_and_rule(folder: Folder, pack: Pack) -> None:
    folder.write(b__Dockerfile="FROM a\nUSER x\nUSER y\n", a__Dockerfile="FROM a\nUSER x\n")
    backwards = a_rule("Build", "for step in it.stages[0].steps[::-1]:\n    yield Problem(step.at, 'b')")
    report = folder.check(pack(z_rule=backwards, a_rule=STEPS))
    places = [(finding.at.source.path, finding.at.span.start, finding.rule) for finding in report.findings]
    assert places == sorted(places)
    assert len(places) == 6


def test_crash_of_a_rule_is_told_and_stops_no_other(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a\nUSER x\nUSER y\n")
    broken = a_rule("Step", "yield Problem(it.at, 'before')\nif it.index:\n    1 / 0")
    report = folder.check(pack(broken=broken, whole=STEPS))
    (crash,) = report.crashed
    assert (crash.rule, crash.path) == ("broken", "Dockerfile")
    assert crash.error.startswith("ZeroDivisionError: division by zero (broken.py:")
    assert [finding.rule for finding in report.findings].count("whole") == 2
    assert "before" in {finding.message for finding in report.findings}


def test_rule_that_cannot_be_imported_is_told_once(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a\nUSER x\n", Dockerfile_b="FROM a\n", sub__Dockerfile="FROM a\nUSER x\n")
    report = folder.check(pack(broken="import nowhere\n" + STEPS, whole=STEPS))
    assert report.crashed == (Crash("broken", "", report.crashed[0].error),)
    assert "nowhere" in report.crashed[0].error
    assert {finding.rule for finding in report.findings} == {"whole"}


def test_prediction_that_fails_is_told_and_the_other_files_go_on(
    folder: Folder, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    from torchlint.model import build

    predict = build.predict

    def fails(input: object, *rest: object) -> object:
        if getattr(input, "source").path.startswith("bad"):  # noqa: B009
            raise RecursionError("deep")
        return predict(input, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "predict", fails)
    folder.write(bad__Dockerfile="FROM a\nUSER x\n", good__Dockerfile="FROM a\nUSER x\n")
    report = folder.check(pack(whole=STEPS))
    assert [(crash.rule, crash.path) for crash in report.crashed] == [("prediction", "bad/Dockerfile")]
    assert [finding.at.source.path for finding in report.findings] == ["good/Dockerfile"]


@pytest.mark.parametrize(
    ("subject", "when", "expected"),
    [
        ("Step", "COPY", ["COPY a b"]),
        ("Step", "curl", ["RUN curl x && pip install torch numpy"]),
        ("Step", "installs", ["RUN curl x && pip install torch numpy", "RUN pip install numpy"]),
        ("Command", "curl", ["curl x"]),
        ("Command", "curl |", []),
        ("Install", "a named", ["pip install torch numpy", "pip install numpy"]),
        ("Install", "missing-file", []),
        ("Install", "torch", ["pip install torch numpy"]),
        ("RequirementLine", "flask", ["flask==2"]),
        ("Build", "unknown-instruction", ["whole"]),
    ],
)
def test_rule_is_asked_only_where_its_word_occurs(
    subject: str, when: str, expected: list[str], folder: Folder, pack: Pack
) -> None:
    folder.write(
        Dockerfile="FROM python:3.12\nRUN curl x && pip install torch numpy\nRUN pip install numpy\nCOPY a b\nBROT\n",
        requirements_txt="flask==2\ntorch==2.6.0\n",
        a="",
    )
    body = 'shown = getattr(it, "at", None)\nyield Problem(shown or Place(it.source, Span(0, 0)), "m")'
    report = folder.check(pack(asked=a_rule(subject, body, f"when=({when!r},)")))
    assert not report.crashed
    assert [finding.at.source.show(finding.at.span) or "whole" for finding in report.findings] == expected


def test_rule_is_not_imported_where_its_word_does_not_occur(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a\nUSER x\n")
    rules = pack(idle=a_rule("Step", "yield", "when=('COPY',)"), busy=a_rule("Step", "yield from ()", "when=('USER',)"))
    folder.check(rules)
    assert {rule.name: rule.module in sys.modules for rule in rules} == {"idle": False, "busy": True}


def test_rule_that_nobody_wants_is_not_imported(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a\nUSER x\n")
    rules = pack(unwanted=STEPS)
    assert messages(folder.check(rules, selection=lambda rule, path: False)) == []
    assert rules[0].module not in sys.modules


def test_selection_is_asked_for_the_file_that_a_finding_stands_in(folder: Folder, pack: Pack) -> None:
    folder.write(a__Dockerfile="FROM a\nUSER x\n", b__Dockerfile="FROM a\nUSER x\n")
    report = folder.check(pack(step=STEPS), selection=lambda rule, path: path.startswith("b/"))
    assert [finding.at.source.path for finding in report.findings] == ["b/Dockerfile"]


REQUIREMENT = a_rule("RequirementLine", "yield Problem(it.at, it.requirement.name)")
REACHED = "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n"


def test_requirements_file_is_asked_about_once_however_it_is_reached(folder: Folder, pack: Pack) -> None:
    twice = REACHED + "RUN pip install -r requirements.txt\n"
    folder.write(Dockerfile=twice, Dockerfile_gpu=twice, requirements_txt="torch\nnumpy\n")
    (folder.root / "Dockerfile_gpu").rename(folder.root / "Dockerfile.gpu")
    files = a_rule("RequirementsFile", "yield Problem(Place(it.source, Span(0, 0)), str(len(it.reached_by)))")
    report = folder.check(pack(line=REQUIREMENT, file=files))
    assert messages(report) == ["4", "torch", "numpy"]
    assert report.counts.requirements == 1


def test_requirements_file_on_its_own_is_asked_about_too(folder: Folder, pack: Pack) -> None:
    folder.write(requirements_txt="torch\n")
    files = a_rule("RequirementsFile", "yield Problem(Place(it.source, Span(0, 0)), str(len(it.reached_by)))")
    assert messages(folder.check(pack(line=REQUIREMENT, file=files))) == ["0", "torch"]


def test_same_problem_through_several_dockerfiles_is_one_finding_that_names_each(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile=REACHED, sub_txt="", requirements_txt="torch\n")
    (folder.root / "Dockerfile.gpu").write_text(REACHED)
    body = "for one in it.requested:\n    yield Problem(one.at, 'm')"
    (finding,) = folder.check(pack(asked=a_rule("Install", body))).findings
    assert finding.at.source.path == "requirements.txt"
    assert sorted(related.at.source.path for related in finding.related) == ["Dockerfile", "Dockerfile.gpu"]
    assert all("pip install" in related.at.source.show(related.at.span) for related in finding.related)


def test_same_problem_twice_in_one_dockerfile_is_one_finding(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a\nUSER x\nUSER y\n")
    report = folder.check(pack(whole=a_rule("Step", "yield Problem(on.build.stages[0].at, 'm')")))
    assert messages(report) == ["m"]
    assert report.findings[0].related == ()


def fingerprints(folder: Folder, rules: tuple[catalog.Entry, ...], text: str) -> list[str]:
    folder.write(Dockerfile=text)
    return [finding.fingerprint for finding in folder.check(rules).findings]


USER = a_rule(
    "Step",
    "if it.instruction.keyword == 'USER':\n    yield Problem(Place(it.at.source, it.instruction.value.word.span), 'm')",
)


@pytest.mark.parametrize(
    "text",
    [
        "# a note\n\nFROM a AS x\nUSER root\n",
        "FROM b:1 AS x\nRUN true\nUSER root\n",
        "FROM a AS x\r\nUSER  root\r\n",
        "FROM a AS x\nUSER root\nUSER other\n",
    ],
)
def test_fingerprint_outlives_what_is_written_around_it(text: str, folder: Folder, pack: Pack) -> None:
    rules = pack(user=USER)
    before = fingerprints(folder, rules, "FROM a AS x\nUSER root\n")
    assert fingerprints(folder, rules, text)[:1] == before


@pytest.mark.parametrize("text", ["FROM a AS y\nUSER root\n", "FROM a AS x\nUSER other\n"])
def test_fingerprint_changes_with_stage_and_words(text: str, folder: Folder, pack: Pack) -> None:
    rules = pack(user=USER)
    assert fingerprints(folder, rules, text) != fingerprints(folder, rules, "FROM a AS x\nUSER root\n")


def test_fingerprints_of_equal_words_differ(folder: Folder, pack: Pack) -> None:
    found = fingerprints(folder, pack(user=USER), "FROM a\nUSER root\nUSER root\n")
    assert len(set(found)) == 2
    assert all(len(one) == 16 and int(one, 16) >= 0 for one in found)


def test_fingerprint_holds_no_whole_instruction(folder: Folder, pack: Pack) -> None:
    rules = pack(whole=a_rule("Step", "yield Problem(it.at, 'm')"))
    assert fingerprints(folder, rules, "FROM a\nRUN one\n") == fingerprints(folder, rules, "FROM a\nRUN two\n")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Åsa\u00a0à\u2028x".encode(), "Åsa\u00a0à\u2028x"),
        (b"caf\xe9", "caf\u00e9"),
    ],
)
def test_words_of_the_file_are_read_as_utf8_where_they_are(
    written: bytes, read: str, folder: Folder, pack: Pack
) -> None:
    folder.write(Dockerfile=b"FROM a\nUSER " + written + b"\n")
    body = "word = it.instruction.value.word.text\nyield Problem(it.at, word, word)"
    (finding,) = folder.check(pack(user=a_rule("Step", body))).findings
    assert (finding.message, finding.help) == (read, read)


def test_words_that_a_rule_decoded_itself_stay(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a\nUSER x\n")
    text = a_rule("Step", 'yield Problem(it.at, "\\u00e9 \\u65e5")')
    assert messages(folder.check(pack(user=text))) == ["\u00e9 \u65e5"]


def test_unknown_is_told_once(folder: Folder, pack: Pack) -> None:
    folder.write(a__Dockerfile="FROM registry.example/x:1\n", b__Dockerfile="FROM registry.example/x:1\n")
    report = folder.check(pack(step=STEPS))
    told = [unknown.message for unknown in report.unknowns]
    assert len(told) == len(set(told)) == 1
    assert "registry.example/x:1" in told[0]


def test_silenced_findings_are_counted_and_shown_on_request(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile="FROM a\n# torchlint: ignore[step] as agreed\nUSER x\nUSER y\n")
    rules = pack(step=STEPS)
    report = folder.check(rules)
    assert [finding.at.source.show(finding.at.span) for finding in report.findings] == ["USER y"]
    assert report.counts.suppressed == 1
    shown = folder.check(rules, show_suppressed=True).findings
    assert [finding.suppressed and finding.suppressed.reason for finding in shown] == ["as agreed", None]


def test_check_is_repeatable(folder: Folder, pack: Pack) -> None:
    folder.write(Dockerfile=REACHED, requirements_txt="torch\nnumpy\n")
    rules = pack(step=STEPS, line=REQUIREMENT)

    def lines() -> list[tuple[str, str, str]]:
        found = folder.check(rules).findings
        return [(finding.rule, finding.message, finding.fingerprint) for finding in found]

    assert lines() == lines()


def test_nothing_to_check_is_an_empty_report(folder: Folder, pack: Pack) -> None:
    report = folder.check(pack(step=STEPS))
    assert not any((report.findings, report.unknowns, report.crashed, report.builds))
    assert report.counts == (0, 0, 0, 0)

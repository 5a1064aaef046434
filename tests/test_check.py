"""The engine's promises: which rules are asked about what, and what becomes of what they say."""

from __future__ import annotations

import itertools
import sys
from typing import TYPE_CHECKING

import pytest

import torchlint
from torchlint import Confidence, Outcome, Severity, catalog, scanning
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
        return scanning.scan(str(root), name)

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
        ("Step", "COPY & missing source", []),
        ("Step", "RUN & installs", ["RUN curl x && pip install torch numpy", "RUN pip install numpy"]),
        ("Step", "curl & pip", ["RUN curl x && pip install torch numpy"]),
        ("Step", "curl & COPY", []),
        ("Install", "torch & after another", []),
        ("Install", "numpy & after another", ["pip install numpy"]),
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


WORDS = [
    ("Stage", "a Python", "FROM python:3.9", "FROM debian:12"),
    ("Stage", "FROM $", "FROM $NOWHERE", "ARG BASE=a\nFROM $BASE"),
    ("Stage", "apt again", "FROM a\nRUN apt-get update\nRUN apt install b", "FROM a\nRUN apt update && apt install b"),
    ("Stage", "copies all", "FROM a\nCOPY . /b", "FROM a\nCOPY a.py /b"),
    ("Stage", "holds torch", "FROM python:3.12\nRUN pip install torch", "FROM python:3.12\nRUN pip install numpy"),
    ("Stage", "caches downloads", "FROM python:3.12\nRUN pip install b", "FROM python:3.12\nRUN pip check"),
    ("Build", "an ARG of FROM", "ARG A=1\nFROM a\nRUN echo $A", "ARG A=1\nFROM a\nARG A\nRUN echo $A"),
    ("Build", "an ARG of FROM", "FROM a\nENV B=$TARGETARCH", "FROM a\nARG TARGETARCH\nENV B=$TARGETARCH"),
    ("Build", "a stage name twice", "FROM a AS b\nFROM a AS B", "FROM a AS b\nFROM a AS c"),
    ("Step", "ENV $unset", "FROM a\nENV B=$C", "FROM a\nARG C=1\nENV B=${C}"),
    ("Step", "ENV $own", "FROM a\nENV B=1 C=$B", "FROM a\nENV B=1\nENV C=$B"),
    ("Step", "COPY --from $", "FROM a\nCOPY --from=$B c d", "FROM a\nCOPY --from=b c d"),
    ("Step", "WORKDIR ~", "FROM a\nWORKDIR ~/b", "FROM a\nWORKDIR /b"),
    ("Step", "CMD again", "FROM a\nCMD b\nCMD c", "FROM a\nCMD b\nFROM a\nCMD c"),
    ("Step", "a secret", "FROM a\nENV HF_TOKEN=b", "FROM a\nENV TOKENS=b"),
    ("Step", "copies .env", "FROM a\nCOPY b/.env /c", "FROM a\nCOPY .env/b /c"),
    ("Step", "missing source", "FROM a\nCOPY nowhere /c", "FROM a\nCOPY Dockerfile /c"),
    ("Step", "missing path", "FROM debian:12 AS a\nFROM a\nCOPY --from=a /opt/b /c", "FROM a\nCOPY nowhere /c"),
    ("Step", "no earlier stage", "FROM a\nCOPY --from=b /c /d", "FROM a AS b\nFROM a\nCOPY --from=b /c /d"),
    ("Step", "PATH relative", "FROM python:3.12\nENV PATH=bin:$PATH", "FROM python:3.12\nENV PATH=/bin:$PATH"),
    (
        "Step",
        "PATH of a venv",
        "FROM python:3.12\nENV PATH=/opt/venv/bin:$PATH",
        "FROM python:3.12\nENV PATH=/opt/bin:$PATH",
    ),
    ("Step", "cd last", "FROM a\nRUN b && cd c", "FROM a\nRUN cd c && b"),
    ("Step", "curl -k", "FROM a\nRUN curl -fsSkL b", "FROM a\nRUN curl --k b"),
    ("Step", "curl --insecure", "FROM a\nRUN curl --insecure b", "FROM a\nRUN wget --insecure b"),
    ("Step", "git http.sslverify", "FROM a\nRUN git -c http.sslVerify=false clone b", "FROM a\nRUN git clone b"),
    ("Step", "B", "FROM a\nRUN export B=c", "FROM a\nRUN export C=B"),
    ("Step", "rm .zip", "FROM python:3.12\nRUN rm b.zip", "FROM python:3.12\nRUN rm -r zip"),
    ("Step", "fetches .zip", "FROM a\nRUN curl b > c.zip", "FROM a\nRUN curl b > c"),
    ("Step", "adds gcc", "FROM debian:12\nRUN apt-get install gcc", "FROM debian:12\nRUN apt-get remove gcc"),
    ("Step", "--trusted-host", "FROM a\nRUN pip install --trusted-host b c", "FROM a\nRUN pip install b"),
    ("Command", "no program", "FROM debian:12-slim\nRUN pip install b", "FROM python:3.12\nRUN pip install b"),
    ("Command", "python -m", "FROM a\nRUN python -m b", "FROM a\nRUN python b"),
    ("Command", "asks first", "FROM a\nRUN apt-get install b", "FROM a\nRUN apt-get install -y b"),
    ("Command", "a version", "FROM a\nRUN apt-get install b=1", "FROM a\nRUN apt-get install b"),
    ("Command", "a Python", "FROM a\nRUN apt-get install python3.9-dev", "FROM a\nRUN apt-get install python3"),
    ("Command", "rare option", "FROM a\nRUN apt-get install -f", "FROM a\nRUN apt-get install -y -qq git"),
    ("Command", "of NVIDIA", "FROM a\nRUN apt-get install libnvidia-gl", "FROM a\nRUN apt-get install libgl1"),
    (
        "Command",
        "no package lists",
        "FROM debian:12\nRUN apt install b",
        "FROM debian:12\nRUN apt update; apt install b",
    ),
    ("Install", "torch==", "FROM a\nRUN pip install torch==2.6.0", "FROM a\nRUN pip install 'torch>=2'"),
    ("Install", "torch+", "FROM a\nRUN pip install torch==2.6.0+cpu", "FROM a\nRUN pip install torch==2.6.0"),
    ("Install", "torch;", "FROM a\nRUN pip install 'torch; os_name==\"nt\"'", "FROM a\nRUN pip install torch"),
    ("Install", "a wheel", "FROM a\nRUN pip install ./b-1-py3-none-any.whl", "FROM a\nRUN pip install ./b"),
    ("Install", "-e", "FROM a\nRUN pip install -e .", "FROM a\nRUN pip install ."),
    (
        "Install",
        "asks find-links",
        "FROM python:3.12\nRUN pip install b -f https://c/d",
        "FROM python:3.12\nRUN pip install b",
    ),
    ("Install", "musl", "FROM python:3.12-alpine\nRUN pip install b", "FROM python:3.12\nRUN pip install b"),
    ("Install", "torch in an image", "FROM pytorch/pytorch\nRUN pip install b", "FROM python:3.12\nRUN pip install b"),
    ("Entry", "source", 'FROM python:3.12\nCMD ["source b"]', 'FROM python:3.12\nCMD ["sources"]'),
    ("Entry", "&&", 'FROM python:3.12\nCMD ["b", "&&", "c"]', "FROM python:3.12\nCMD b && c"),
    ("Entry", "a blank", 'FROM python:3.12\nCMD ["b c"]', 'FROM python:3.12\nCMD ["b", "c d"]'),
    ("Entry", "$", 'FROM python:3.12\nCMD ["b", "$C"]', "FROM python:3.12\nCMD b $C"),
    ("Entry", "CMD in shell form", 'FROM python:3.12\nENTRYPOINT ["b"]\nCMD c', "FROM python:3.12\nCMD c"),
    ("Entry", "not root", "FROM python:3.12\nUSER b\nCMD c", "FROM python:3.12\nUSER root\nCMD c"),
    ("Entry", "no program", 'FROM debian:12-slim\nCMD ["python3"]', 'FROM python:3.12\nCMD ["python3"]'),
    ("RequirementsFile", "open", "flask", "flask==3.0.0"),
]


@pytest.mark.parametrize(("subject", "word", "has", "lacks"), WORDS, ids=lambda word: word if len(word) < 20 else "")
def test_words_of_subjects_are_as_documented(
    subject: str, word: str, has: str, lacks: str, folder: Folder, pack: Pack
) -> None:
    rules = pack(asked=a_rule(subject, "yield from ()", f"when=({word!r},)"))
    name = "requirements_txt" if subject == "RequirementsFile" else "Dockerfile"
    loaded = []
    for text in (has, lacks):
        sys.modules.pop(rules[0].module, None)
        folder.write(**{name: f"{text}\n"})
        folder.check(rules)
        loaded.append(rules[0].module in sys.modules)
    assert loaded == [True, False]


@pytest.mark.parametrize(
    ("mentions", "loaded"),
    [
        ("curl", True),
        ("insecure", True),
        ("flask", True),
        ("sqlalchemy", True),
        ("torch", True),
        ("numpy", False),
    ],
)
def test_rule_is_not_imported_where_nothing_mentions_its_texts(
    mentions: str, loaded: bool, folder: Folder, pack: Pack
) -> None:
    """Whatever the case of letters, in the Dockerfile or in what its installs read, nested files too."""
    folder.write(
        Dockerfile="FROM python:3.12\nRUN CURL --INSECURE x\nCOPY a.txt b.txt /\nRUN pip install -r /a.txt\n",
        a_txt="Flask\n-r b.txt\n",
        b_txt="SQLAlchemy\ntorch\n",
    )
    rules = pack(asked=a_rule("Step", "yield from ()", f"mentions=({mentions!r},)"))
    assert not folder.check(rules).crashed
    assert (rules[0].module in sys.modules) is loaded


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


UNUSED = """FROM python:3.12-slim AS extra
RUN pip install nothing
FROM python:3.12-slim
CMD ["python"]
"""


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (UNUSED, Severity.WARNING),
        (UNUSED.replace("CMD", "COPY --from=extra /a /a\nCMD"), Severity.ERROR),
        (UNUSED.replace("CMD", "RUN --mount=from=extra,target=/x true\nCMD"), Severity.ERROR),
        (UNUSED.replace("CMD", "COPY --from=$WHICH /a /a\nCMD"), Severity.WARNING),
        ("ARG WHICH\n" + UNUSED.replace("FROM python:3.12-slim\n", "FROM $WHICH\n"), Severity.WARNING),
        ("ARG WHICH=extra\n" + UNUSED.replace("FROM python:3.12-slim\n", "FROM $WHICH\n"), Severity.ERROR),
        (UNUSED.replace("FROM python:3.12-slim\n", "FROM extra\n"), Severity.ERROR),
        ("FROM python:3.12-slim\nRUN pip install nothing\n", Severity.ERROR),
    ],
)
def test_build_errors_count_where_the_stage_is_built(text: str, severity: Severity, folder: Folder, pack: Pack) -> None:
    body = "for install in it.installs():\n    yield Problem(install.command.at, 'it stops')"
    rules = pack(stops=a_rule("Build", body).replace("Severity.WARNING, Outcome.RUN", "Severity.ERROR, Outcome.BUILD"))
    folder.write(Dockerfile=text)
    found = folder.check(rules).findings
    assert [one.severity for one in found] == [severity]
    assert ("--target" in found[0].message) is (severity is Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (UNUSED, Severity.WARNING),
        (UNUSED.replace("CMD", "RUN pip install -r requirements.txt\nCMD"), Severity.ERROR),
        (UNUSED.replace("FROM python:3.12-slim\n", "FROM extra\n"), Severity.ERROR),
    ],
)
def test_so_they_do_in_a_requirements_file_that_the_stage_installs(
    text: str, severity: Severity, folder: Folder, pack: Pack
) -> None:
    """One finding where several stages install it: the worse one."""
    body = "for one in it.requested:\n    yield Problem(one.at, 'it stops')"
    rules = pack(
        stops=a_rule("Install", body).replace("Severity.WARNING, Outcome.RUN", "Severity.ERROR, Outcome.BUILD")
    )
    text = text.replace("nothing", "-r requirements.txt").replace("RUN", "COPY requirements.txt .\nRUN")
    folder.write(Dockerfile=text, requirements_txt="torch\n")
    assert [one.severity for one in folder.check(rules).findings] == [severity]


@pytest.mark.parametrize(
    ("run", "severity"),
    [
        ('ARG DEV=0\nRUN if [ "$DEV" = 1 ]; then pip install nothing; fi\n', Severity.INFO),
        ('ARG DEV=0\nRUN [ "$DEV" = 1 ] && pip install nothing; true\n', Severity.INFO),
        ('ARG DEV\nRUN case "$DEV" in 1) pip install nothing;; esac\n', Severity.INFO),
        ('ARG DEV=1\nRUN if [ "$DEV" = 1 ]; then pip install nothing; fi\n', Severity.WARNING),
        ("RUN if [ -f /dev ]; then pip install nothing; fi\n", Severity.WARNING),
        ("RUN pip install nothing\n", Severity.WARNING),
        ("RUN pip install nothing; fi\n", None),
    ],
)
def test_what_a_build_does_not_get_to_is_an_information(
    run: str, severity: Severity | None, folder: Folder, pack: Pack
) -> None:
    """And of a script that no shell reads nothing is said but that."""
    body = "for install in it.installs():\n    yield Problem(install.command.at, 'it fails')"
    folder.write(Dockerfile=f"FROM python:3.12-slim\n{run}")
    found = folder.check(pack(fails=a_rule("Build", body))).findings
    assert [one.severity for one in found] == ([] if severity is None else [severity])
    assert ("only a build with another DEV gets here" in "".join(one.message for one in found)) is (
        severity is Severity.INFO
    )


def test_rule_is_not_imported_where_nothing_is_mentioned(folder: Folder, pack: Pack) -> None:
    rules = pack(broken=a_rule("Build", "raise ValueError", "mentions=('opencv',)"))
    folder.write(Dockerfile="FROM scratch\n")
    assert folder.check(rules).crashed == ()
    folder.write(Dockerfile="FROM scratch\nRUN pip install opencv-python\n")
    assert folder.check(rules).crashed != ()

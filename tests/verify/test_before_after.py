"""Only fixes that leave every image at least as good are kept. The evidence is written here; see also tests/build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tests.fix.conftest import workshop as workshop
from tests.fix.toys import Toy, texts
from tests.report.test_json import REPORT, check
from torchlint.fix import mend
from torchlint.report import json_report
from torchlint.report.before_after import as_object, render
from torchlint.report.styled import Layout, plain
from torchlint.text import decoded
from torchlint.verify.before_after import Turn, compare, turn
from torchlint.verify.evidence import Evidence
from torchlint.verify.port import Built, Image
from torchlint.verify.verifying import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.fix.toys import Workshop
    from torchlint import Finding
    from torchlint.fix.shapes import Mended
    from torchlint.model.build import Build
    from torchlint.verify.before_after import Compared

IMAGE = Image((), (), (), "", "/", 10**8, 4, False)
RAN = Verdict(Evidence.RAN, True, "", Built("sha256:1", "", 1.0), IMAGE)
NOT_STARTED = Verdict(Evidence.BUILT, False, "the container ends with 1", Built("sha256:1", "", 1.0), IMAGE)
ONLY_BUILT = Verdict(Evidence.BUILT, None, "buildah starts no containers", Built("sha256:1", "", 1.0), IMAGE)
UNTOLD = Verdict(Evidence.SEEN, None, "the engine cannot build it here: no such host")


def stopped(step: str = "[2/3] RUN one", line: int = 2) -> Verdict:
    built = Built(None, "file", 1.0, step, line, "exit code: 1", ("it went", "wrong here"))
    return Verdict(Evidence.SEEN, False, f"the build stops in {step}: exit code: 1", built)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (RAN, RAN, Turn.KEPT),
        (stopped(), RAN, Turn.MENDED),
        (NOT_STARTED, RAN, Turn.MENDED),
        (UNTOLD, RAN, Turn.MENDED),
        (stopped(), stopped(), Turn.FAILING),
        (stopped(), NOT_STARTED, Turn.FAILING),
        (NOT_STARTED, NOT_STARTED, Turn.FAILING),
        (RAN, stopped(), Turn.BROKEN),
        (RAN, NOT_STARTED, Turn.BROKEN),
        (NOT_STARTED, stopped(), Turn.BROKEN),
        (ONLY_BUILT, ONLY_BUILT, Turn.KEPT),
        (ONLY_BUILT, stopped(), Turn.BROKEN),
        (RAN, UNTOLD, Turn.UNKNOWN),
        (UNTOLD, UNTOLD, Turn.UNKNOWN),
        (UNTOLD, stopped(), Turn.UNKNOWN),
        (stopped(), UNTOLD, Turn.UNKNOWN),
    ],
)
def test_what_became_of_an_image(before: Verdict, after: Verdict, expected: Turn) -> None:
    assert turn(before, after) is expected


class Bench:
    """Judges texts by words in them, and counts what it is asked."""

    def __init__(self, workshop: Workshop, verdict: Callable[[str], Verdict]) -> None:
        self.workshop = workshop
        self.verdict = verdict
        self.asked: list[str] = []

    def plan(self, wanted: Callable[[Finding], bool]) -> Mended:
        wishes = self.workshop.wishes(True, ())
        return mend(self.workshop.look, wishes._replace(fixable=wanted))

    def judge(self, build: Build, contents: Mapping[str, bytes]) -> Verdict:
        text = "".join([decoded(build.source.text), *(one.decode() for _, one in sorted(contents.items()))])
        self.asked.append(build.source.path)
        return self.verdict(text)

    def compared(self) -> Compared:
        return compare(self.plan, self.judge)


def breaks_with(*words: str) -> Callable[[str], Verdict]:
    return lambda text: stopped() if any(word in text for word in words) else RAN


def names(compared: Compared) -> set[str]:
    return {one.refused.told.rule for one in compared.dropped}


TEN = {f"toy_{letter}": Toy(f"old-{letter}", f"new-{letter}") for letter in "abcdefghij"}
TEN_LINES = "FROM scratch\n" + "".join(f"RUN old-{letter}\n" for letter in "abcdefghij")


def test_all_hold(workshop: Callable[..., Workshop]) -> None:
    bench = Bench(workshop(TEN_LINES, **TEN), breaks_with("nothing"))
    compared = bench.compared()
    assert texts(compared.mended)["Dockerfile"] == TEN_LINES.replace("old", "new")
    assert ([one.turn for one in compared.judged], compared.dropped) == ([Turn.KEPT], ())
    assert len(bench.asked) == 2


def test_one_of_ten_breaks_it(workshop: Callable[..., Workshop]) -> None:
    bench = Bench(workshop(TEN_LINES, **TEN), breaks_with("new-g"))
    compared = bench.compared()
    assert texts(compared.mended)["Dockerfile"] == TEN_LINES.replace("old", "new").replace("new-g", "old-g")
    assert names(compared) == {"toy-g"}
    assert [one.turn for one in compared.judged] == [Turn.KEPT]
    (dropped,) = compared.dropped
    assert "Dockerfile reaches ran without it and only seen with it: the build stops" in dropped.refused.fault.why
    # It is found by halves: a build for each of ten fixes would be twelve.
    assert len(bench.asked) <= 9


def test_several_break_it(workshop: Callable[..., Workshop]) -> None:
    bench = Bench(workshop(TEN_LINES, **TEN), breaks_with("new-a", "new-e", "new-j"))
    compared = bench.compared()
    assert names(compared) == {"toy-a", "toy-e", "toy-j"}
    assert texts(compared.mended)["Dockerfile"].count("new-") == 7


def test_two_that_only_break_it_together(workshop: Callable[..., Workshop]) -> None:
    def verdict(text: str) -> Verdict:
        return stopped() if "new-b" in text and "new-h" in text else RAN

    compared = Bench(workshop(TEN_LINES, **TEN), verdict).compared()
    assert len(compared.dropped) == 1
    assert names(compared) <= {"toy-b", "toy-h"}
    assert texts(compared.mended)["Dockerfile"].count("new-") == 9


def test_the_same_rule_at_two_places(workshop: Callable[..., Workshop]) -> None:
    """Only the place that does harm is left alone."""
    text = "FROM scratch\nRUN old one\nRUN old two\n"
    bench = Bench(workshop(text, toy=Toy("old", "new")), breaks_with("new two"))
    compared = bench.compared()
    assert texts(compared.mended)["Dockerfile"] == "FROM scratch\nRUN new one\nRUN old two\n"
    assert [one.refused.told.line for one in compared.dropped] == [3]


def test_a_fix_is_known_again_in_a_line_that_another_fix_changed(workshop: Callable[..., Workshop]) -> None:
    """Else it would come back in the second pass."""
    text = "FROM scratch\nRUN old one && slow\nRUN old two && slow\n"
    toys = {"bad": Toy("old two", "new two"), "good": Toy("slow", "quick", severity="ERROR")}
    bench = Bench(workshop(text, **toys), breaks_with("new two"))
    compared = bench.compared()
    assert texts(compared.mended)["Dockerfile"] == text.replace("slow", "quick")
    assert names(compared) == {"bad"}
    assert len(bench.asked) <= 6


def test_a_fix_that_builds_on_another_goes_with_it(workshop: Callable[..., Workshop]) -> None:
    """The second is made in the text that the first one left, and breaks it."""
    toys = {"first": Toy("old", "middle"), "second": Toy("middle", "new", severity="INFO")}
    compared = Bench(workshop("FROM scratch\nRUN old\n", **toys), breaks_with("new")).compared()
    assert texts(compared.mended)["Dockerfile"] == "FROM scratch\nRUN middle\n"
    assert names(compared) == {"second"}


def test_red_stays_red(workshop: Callable[..., Workshop]) -> None:
    """A file that failed before may be changed; which step fails is told."""
    bench = Bench(workshop("FROM scratch\nRUN old\n", toy=Toy("old", "new")), lambda _text: stopped())
    compared = bench.compared()
    assert "new" in texts(compared.mended)["Dockerfile"]
    (judged,) = compared.judged
    assert (judged.turn, judged.same_step) == (Turn.FAILING, True)
    said = plain(render(compared, "scripted 1", Evidence.RAN, Layout()))
    assert "Dockerfile:2: still fails: seen before, seen after\n    at the same step as before" in said
    assert "wrong here" in said


def test_red_at_another_step(workshop: Callable[..., Workshop]) -> None:
    def verdict(text: str) -> Verdict:
        return stopped("[3/4] RUN two", 3) if "new" in text else stopped("[2/3] RUN one", 2)

    compared = Bench(workshop("FROM scratch\nRUN old\n", toy=Toy("old", "new")), verdict).compared()
    assert not compared.judged[0].same_step
    said = plain(render(compared, "scripted 1", Evidence.RAN, Layout()))
    assert "before: the build stops in [2/3] RUN one" in said
    assert "after: the build stops in [3/4] RUN two" in said


def test_the_number_of_a_step_does_not_make_it_another(workshop: Callable[..., Workshop]) -> None:
    def verdict(text: str) -> Verdict:
        return stopped("[3/4] RUN one", 3) if "new" in text else stopped("[2/3] RUN one", 2)

    compared = Bench(workshop("FROM scratch\nRUN old\n", toy=Toy("old", "new")), verdict).compared()
    assert compared.judged[0].same_step


def test_what_nobody_can_tell_is_not_written(workshop: Callable[..., Workshop]) -> None:
    bench = Bench(workshop(TEN_LINES, **TEN), lambda _text: UNTOLD)
    compared = bench.compared()
    assert texts(compared.mended) == {}
    assert len(compared.dropped) == 10
    assert "no such host" in compared.dropped[0].refused.fault.why
    # There is nothing to halve: more builds would tell as little.
    assert len(bench.asked) == 2


def test_requirements_are_judged_by_the_image_that_installs_them(workshop: Callable[..., Workshop]) -> None:
    files = {
        "Dockerfile": "FROM python:3.11-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nRUN old\n",
        "requirements.txt": "old-a==1\nb==1\n",
    }
    toys = {"good": Toy("RUN old", "RUN new"), "bad": Toy("old-a", "new-a", file="requirements.txt")}
    bench = Bench(workshop(files, **toys), breaks_with("new-a"))
    compared = bench.compared()
    assert texts(compared.mended) == {"Dockerfile": files["Dockerfile"].replace("RUN old", "RUN new")}
    assert names(compared) == {"bad"}


def test_a_fix_of_two_files_goes_as_a_whole(workshop: Callable[..., Workshop]) -> None:
    files = {
        "Dockerfile": "FROM python:3.11-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nRUN old\n",
        "requirements.txt": "aaa==1\n",
    }
    both = Toy("RUN old", "RUN new", also=(("requirements.txt", "aaa==1", "aaa==2"),))
    compared = Bench(workshop(files, both=both), breaks_with("aaa==2")).compared()
    assert texts(compared.mended) == {}
    assert names(compared) == {"both"}


def test_one_dockerfile_of_two(workshop: Callable[..., Workshop]) -> None:
    """Fixes of a file whose image cannot be judged do not stop those of another."""
    files = {"Dockerfile": "FROM scratch\nRUN old\n", "other/Dockerfile": "FROM scratch\nRUN far old\n"}

    def verdict(text: str) -> Verdict:
        return UNTOLD if "far" in text else RAN

    toy = Toy("old", "new", file="none")
    compared = Bench(workshop(files, toy=toy), verdict).compared()
    assert texts(compared.mended) == {"Dockerfile": "FROM scratch\nRUN new\n"}
    assert [one.refused.told.path for one in compared.dropped] == ["other/Dockerfile"]


def test_file_of_no_image_is_left_alone(workshop: Callable[..., Workshop]) -> None:
    """--verify promises evidence for all that is written."""
    files = {"Dockerfile": "# empty\n", "requirements.txt": "a==1\na==1\n"}
    bench = Bench(workshop(files), breaks_with("nothing"))
    assert texts(bench.plan(lambda _finding: True))
    compared = bench.compared()
    assert texts(compared.mended) == {}
    assert "no Dockerfile here" in compared.dropped[0].refused.fault.why
    assert bench.asked == []


def test_engine_that_is_gone_is_not_a_verdict(workshop: Callable[..., Workshop]) -> None:
    def verdict(text: str) -> Verdict:
        raise ConnectionRefusedError

    with pytest.raises(OSError):  # noqa: PT011
        Bench(workshop(TEN_LINES, **TEN), verdict).compared()


def test_sizes_and_programs(workshop: Callable[..., Workshop]) -> None:
    def verdict(text: str) -> Verdict:
        return RAN._replace(image=IMAGE._replace(size=9 * 10**7, layers=3)) if "new" in text else RAN

    compared = Bench(workshop("FROM scratch\nRUN old\n", toy=Toy("old", "new")), verdict).compared()
    said = plain(render(compared, "scripted 1", Evidence.RAN, Layout()))
    assert "Dockerfile: works as before: ran before, ran after\n" in said
    assert "image: 100.0 MB in 4 layers before, 90.0 MB in 3 layers after" in said
    held = as_object(compared, ("scripted", "1"), Evidence.RAN)
    assert held["dockerfiles"][0]["after"] == {
        "reached": "ran",
        "proven": True,
        "why": None,
        "step": None,
        "line": None,
        "log": [],
        "size_bytes": 90000000,
        "layers": 3,
    }


def test_what_breaks_is_shown_with_its_log(workshop: Callable[..., Workshop]) -> None:
    compared = Bench(workshop(TEN_LINES, **TEN), breaks_with("new-g")).compared()
    said = plain(render(compared, "scripted 1", Evidence.RAN, Layout()))
    assert "would break: ran before, seen after with fixes that were therefore not made" in said
    assert "wrong here" in said
    held = as_object(compared, ("scripted", "1"), Evidence.RAN)["taken_back"]
    assert [(one["rule"], one["judged"]["turn"]) for one in held] == [("toy-g", "broken")]


@pytest.mark.parametrize("words", [("nothing",), ("new-g",)])
def test_evidence_keeps_the_schema_of_the_report(workshop: Callable[..., Workshop], words: tuple[str, ...]) -> None:
    compared = Bench(workshop(TEN_LINES, **TEN), breaks_with(*words)).compared()
    held = as_object(compared, ("scripted", "1"), Evidence.RAN)
    text = json_report.render(compared.mended.last.report, evidence=held)
    check(REPORT, json.loads(text))
    assert json.loads(text)["evidence"] == held
    del held["dockerfiles"][0]["turn"]
    with pytest.raises(jsonschema.ValidationError):
        check(REPORT, json.loads(json_report.render(compared.mended.last.report, evidence=held)))

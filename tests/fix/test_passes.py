"""Which fixes are made, in which order, and what is taken back: the laws of the engine, with rules made for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fix.toys import Toy, Workshop, reasons, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., Workshop]

FILE = "FROM scratch\nLABEL a=one\nLABEL b=two\n"


def test_what_may_be_fixed_is_fixed_and_the_rest_stays(workshop: Make) -> None:
    mended = workshop(FILE, first=Toy("one", "1"), second=Toy("two")).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("one", "1")}
    assert [(told.rule, told.line) for told in mended.fixed] == [("first", 2)]
    assert [one.rule for one in mended.last.report.findings] == ["second"]


def test_file_in_which_nothing_may_be_fixed_is_not_touched(workshop: Make) -> None:
    made = workshop(FILE, first=Toy("one", "1"))
    for mended in (made.mend(unsafe=False), made.mend(unfixable=("first",))):
        assert (texts(mended), mended.fixed, mended.refused) == ({}, (), ())


def test_safe_fix_needs_no_leave(workshop: Make) -> None:
    made = workshop("FROM scratch\n# one\nLABEL a=b\n", safe=Toy("one", "1", safety="SAFE"), other=Toy("b$", "c"))
    mended = made.mend(unsafe=False)
    assert texts(mended) == {"Dockerfile": "FROM scratch\n# 1\nLABEL a=b\n"}
    assert [told.rule for told in mended.fixed] == ["safe"]


def test_suppressed_finding_is_never_fixed(workshop: Make) -> None:
    text = "FROM scratch\n# torchlint: ignore[first] as agreed\nLABEL a=one\nLABEL b=one\n"
    mended = workshop(text, first=Toy("=one", "=1")).mend()
    assert texts(mended) == {"Dockerfile": text.replace("b=one", "b=1")}


def test_equal_edits_of_two_findings_are_one(workshop: Make) -> None:
    mended = workshop(FILE, first=Toy("one", "1"), second=Toy("one", "1")).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("one", "1")}
    assert [told.rule for told in mended.fixed] == ["first", "second"]


def test_worse_finding_is_fixed_first_and_what_is_gone_then_is_not_missed(workshop: Make) -> None:
    made = workshop(FILE, a=Toy("a=one", "c=one"), b=Toy("one", "1", severity="ERROR"))
    mended = made.mend()
    assert (texts(mended), mended.refused) == ({"Dockerfile": FILE.replace("one", "1")}, ())


def test_what_overlaps_and_is_still_wanted_comes_in_the_next_pass(workshop: Make) -> None:
    mended = workshop(
        FILE, a=Toy("(LABEL) a", r"\1 c"), b=Toy("LABEL (?=[ac]=one)", "LABEL  ", severity="ERROR")
    ).mend()
    assert texts(mended)["Dockerfile"].startswith("FROM scratch\nLABEL  a=one")
    mended = workshop(FILE, a=Toy("a=(one|1)", r"c=\1"), b=Toy("one", "1", severity="ERROR")).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("a=one", "c=1")}
    assert [told.rule for told in mended.fixed] == ["a", "b"]


def test_two_insertions_at_one_place_come_one_after_the_other(workshop: Make) -> None:
    a = Toy("(?<!# a\n)(?<!# a\n# b\n)(?=LABEL b)", "# a\n")
    mended = workshop(FILE, a=a, b=Toy("(?<!# b\n)(?=LABEL b)", "# b\n")).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("LABEL b", "# a\n# b\nLABEL b")}


def test_all_edits_of_a_fix_or_none_also_across_files(workshop: Make) -> None:
    files = {"Dockerfile": "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n"}
    files["requirements.txt"] = "flask\nnumpy\n"
    both = Toy("3.12", "3.11", also=(("requirements.txt", "flask", "Flask"),))
    mended = workshop(files, both=both).mend()
    assert texts(mended) == {
        "Dockerfile": files["Dockerfile"].replace("3.12", "3.11"),
        "requirements.txt": "Flask\nnumpy\n",
    }
    assert len(mended.groups) == 1, "what one fix changes is written together"
    half = Toy("3.12", "3.11", also=(("requirements.txt", "flask", "flask\r"),))
    assert not texts(workshop(files, half=half).mend())


def test_fix_that_brings_a_finding_as_severe_is_taken_back_alone(workshop: Make) -> None:
    made = workshop(FILE, a=Toy("one", "1"), b=Toy("two", "2"), guard=Toy("=1", severity="WARNING"))
    mended = made.mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("two", "2")}
    assert reasons(mended) == {"a": "it would bring warning[guard] in line 2 of Dockerfile: it is wrong"}
    assert not any(refused.fault.ours for refused in mended.refused)


def test_fix_may_bring_what_matters_less(workshop: Make) -> None:
    mended = workshop(FILE, a=Toy("one", "1", severity="ERROR"), guard=Toy("=1", severity="WARNING")).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("one", "1")}


def test_import_that_fails_is_not_new_where_nothing_started(workshop: Make) -> None:
    start = Toy("one", "1", severity="ERROR", outcome="START")
    guard = Toy("=1", severity="ERROR", outcome="IMPORT")
    assert texts(workshop(FILE, a=start, guard=guard).mend()) == {"Dockerfile": FILE.replace("one", "1")}
    for other in (start._replace(outcome="RUN"), start._replace(severity="WARNING")):
        assert not texts(workshop(FILE, a=other, guard=guard).mend())
    assert not texts(workshop(FILE, a=start, guard=guard._replace(outcome="RUN")).mend())


def test_finding_that_only_moves_is_not_new(workshop: Make) -> None:
    mended = workshop(FILE, a=Toy("LABEL a=one\n", "LABEL a=1 \\\n  c=d\n# more\n"), there=Toy("LABEL b")).mend()
    assert texts(mended) == {"Dockerfile": "FROM scratch\nLABEL a=1 \\\n  c=d\n# more\nLABEL b=two\n"}
    assert not mended.refused


def test_same_number_of_findings_in_another_place_is_new(workshop: Make) -> None:
    guard = Toy("(?<==1\nLABEL b=)two|(?<=a=)one")
    mended = workshop(FILE, a=Toy("=one", "=1", severity="INFO"), guard=guard).mend()
    assert reasons(mended) == {"a": "it would bring warning[guard] in line 3 of Dockerfile: it is wrong"}


def test_rules_that_undo_each_other_are_named_and_nothing_of_theirs_is_kept(workshop: Make) -> None:
    made = workshop(FILE, a=Toy("=(one|1)", "=1", when="one"), b=Toy("=(one|1)", "=one", when="1"), c=Toy("two", "2"))
    mended = made.mend()
    assert mended.circles == (("a", "b"),)
    assert texts(mended) == {"Dockerfile": FILE.replace("two", "2")}
    assert [told.rule for told in mended.fixed] == ["c"]


def test_circle_of_three(workshop: Make) -> None:
    one, x, y = (Toy("=(one|x|y)", f"={new}", when=when) for when, new in (("one", "x"), ("x", "y"), ("y", "one")))
    mended = workshop(FILE, a=one, b=x, c=y).mend()
    assert (mended.circles, texts(mended)) == ((("a", "b", "c"),), {})


def test_fix_that_leaves_its_finding_is_our_own_mistake(workshop: Make) -> None:
    mended = workshop(FILE, grows=Toy("a=", "a=a"), fine=Toy("two", "2")).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("two", "2")}
    assert [(refused.told.rule, refused.fault.ours) for refused in mended.refused] == [("grows", True)]


def test_rules_with_work_left_after_the_last_pass_are_named(workshop: Make) -> None:
    longer = {
        f"r{number}": Toy("=(x*)one", "=" + "x" * (number + 1) + "one", when=f"={'x' * number}one")
        for number in range(13)
    }
    mended = workshop(FILE, **longer).mend()
    assert mended.restless == ("r10",)
    assert texts(mended) == {"Dockerfile": FILE.replace("one", "x" * 10 + "one")}


def test_rule_that_fails_on_the_result_takes_the_fix_back(workshop: Make) -> None:
    mended = workshop(FILE, a=Toy("one", "1"), fragile=Toy("nothing", crash="=1")).mend()
    assert not texts(mended)
    assert "fragile fails on the result" in reasons(mended)["a"]


def test_rule_that_failed_before_stops_no_fix(workshop: Make) -> None:
    mended = workshop(FILE, a=Toy("one", "1"), fragile=Toy("nothing", crash="scratch")).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("one", "1")}
    assert [crash.rule for crash in mended.last.report.crashed] == ["fragile"]


@pytest.mark.parametrize(
    ("toy", "why"),
    [
        (Toy("one", "1 \\"), "which it does not claim, would be read otherwise"),
        (Toy("one\n", "one <<E"), "would be read otherwise"),
        (Toy("one", "1\nLABLE c=d"), "a fault that was not there"),
        (Toy("one", "1\r\n# c"), "mix line ends"),
        (Toy("one", "\xff"), "no UTF-8"),
        (Toy("one", "one"), "it changes nothing"),
        (Toy("one", "\u20ac"), "not held as bytes"),
        (Toy("one", "1", also=(("Dockerfile", "ne", "x"),)), "its own edits overlap"),
        (Toy("FROM", "# escape=`\nFROM"), "directives at the top"),
    ],
    ids=lambda value: value.new if isinstance(value, Toy) else "",
)
def test_fix_that_breaks_a_law_is_taken_back(toy: Toy, why: str, workshop: Make) -> None:
    mended = workshop(FILE, bad=toy, good=Toy("two", "2")).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("two", "2")}
    (refused,) = mended.refused
    assert refused.told.rule == "bad"
    assert why in refused.fault.why
    assert refused.fault.ours is ("that was not there" not in why)


@pytest.mark.parametrize(("new", "made"), [("install -q", False), ('install", "-q', True)])
def test_words_of_an_exec_form_stay_apart(new: str, made: bool, workshop: Make) -> None:
    text = 'FROM scratch\nRUN ["pip", "install", "a"]\nRUN ["sh", "-c", "pip install b"]\n'
    mended = workshop(text, bad=Toy('install(?=", "a)', new), good=Toy('b"', 'b c"')).mend()
    after = text.replace('install b"', 'install b c"')
    assert texts(mended) == {"Dockerfile": after.replace('"install", "a', f'"{new}", "a') if made else after}
    assert reasons(mended) == ({} if made else {"bad": "it would make one word of two in line 2"})


def test_what_stood_below_a_line_that_goes_is_not_it_with_other_words(workshop: Make) -> None:
    text = 'FROM scratch\nCMD ["python", "a"]\nCMD ["python a"]\n'
    mended = workshop(text, bad=Toy(r'CMD \["python", "a"\]\n', "")).mend()
    assert texts(mended) == {"Dockerfile": text.replace('CMD ["python", "a"]\n', "")}
    assert reasons(mended) == {}


def test_comment_inside_an_instruction_is_not_lost(workshop: Make) -> None:
    text = "FROM scratch\nRUN a \\\n# said here\n  b\n"
    mended = workshop(text, bad=Toy(r"a \\\n", "a "), good=Toy("  b", "  c")).mend()
    assert texts(mended) == {"Dockerfile": text.replace("  b", "  c")}
    assert reasons(mended).keys() == {"bad"}


def test_safe_fix_that_changes_the_prediction_is_taken_back(workshop: Make) -> None:
    text = 'FROM python:3.12\nENV A=b\nUSER app\nCMD ["python"]\n'
    changes = {"python:3.12": "python:3.11", "A=b": "A=c", "USER app": "USER ape", '"python"]': '"python3"]'}
    for old, new in changes.items():
        mended = workshop(text, bad=Toy(old, new, safety="SAFE")).mend(unsafe=False)
        assert not texts(mended), old
        assert "claimed to be safe" in reasons(mended)["bad"]
        assert mended.refused[0].fault.ours
        assert texts(workshop(text, bad=Toy(old, new)).mend()) == {"Dockerfile": text.replace(old, new)}


def test_safe_fix_of_what_surely_fails_may_change_what_it_must(workshop: Make) -> None:
    text = 'FROM python:3.12\nENV A=b\nUSER app\nCMD ["python"]\n'
    build = Toy("python:3.12", "python:3.11", severity="ERROR", outcome="BUILD", safety="SAFE")
    start = Toy("A=b", "A=c", severity="ERROR", outcome="START", safety="SAFE")
    mended = workshop(text, build=build, start=start).mend(unsafe=False)
    assert texts(mended) == {"Dockerfile": text.replace("3.12", "3.11").replace("A=b", "A=c")}
    python = Toy("3.12", "3.11", severity="ERROR", outcome="START", safety="SAFE")
    mended = workshop(text, python=python).mend(unsafe=False)
    assert not texts(mended)
    assert "base python:3.12 becomes python:3.11" in reasons(mended)["python"]


def test_edits_of_another_text_are_our_own_mistake(workshop: Make) -> None:
    mended = workshop(FILE, a=Toy("two", "2"), b=Toy("one", "1", stale=True)).mend()
    assert texts(mended) == {"Dockerfile": FILE.replace("two", "2")}
    assert "another text" in reasons(mended)["b"]


def test_utf16_is_never_rewritten(workshop: Make) -> None:
    mended = workshop({"Dockerfile": FILE.encode("utf-16")}, a=Toy("one", "1")).mend()
    assert not texts(mended)
    assert "UTF-16" in reasons(mended)["a"]


def test_projects_beside_each_other_are_mended_alone(workshop: Make) -> None:
    files = {f"{name}/Dockerfile": FILE for name in "abc"} | {"b/Dockerfile": FILE.replace("one", "1")}
    mended = workshop(files, a=Toy("one", "1", file="")).mend()
    assert texts(mended) == {f"{name}/Dockerfile": FILE.replace("one", "1") for name in "ac"}
    assert len(mended.groups) == 2


def test_fix_that_shows_in_a_file_that_it_has_nothing_to_do_with_is_judged_there_too(workshop: Make) -> None:
    files = {"a/Dockerfile": FILE, "b/Dockerfile": FILE, "c/Dockerfile": "FROM scratch\nLABEL z=z\n"}
    one, guard = Toy("=one", "=1", file=""), Toy("z=z", file="", elsewhere="=1")
    made = workshop(files, a=one, guard=guard, c=Toy("=two", "=2", file=""))
    mended = made.mend()
    assert texts(mended) == {f"{name}/Dockerfile": FILE.replace("two", "2") for name in "ab"}
    assert {refused.fault.why for refused in mended.refused} == {
        "it would bring warning[guard] in line 2 of c/Dockerfile: it is wrong"
    }


def test_withheld_fix_says_what_it_may_change(workshop: Make) -> None:
    text = "FROM python:3.12\nENV A=b\nUSER app\n"
    made = workshop(text, a=Toy("3.12", "3.11"), b=Toy("# no", "x"), c=Toy("USER app", "USER ape"), d=Toy("A=b", "A=="))
    waiting, refused = made.withheld(made.mend(unsafe=False))
    assert not refused
    said = {one.told.rule: one.may_change for one in waiting}
    assert said["c"] == ("user app becomes ape",)
    assert said["d"] == ("variable A b becomes =",)
    assert "python 3.12 becomes 3.11" in said["a"]
    assert {one.dockerfiles for one in waiting} == {("Dockerfile",)}


def test_withheld_fix_that_would_be_taken_back_is_not_offered(workshop: Make) -> None:
    made = workshop(FILE, a=Toy("one", "1 \\"))
    waiting, refused = made.withheld(made.mend(unsafe=False))
    assert (len(waiting), len(refused)) == (0, 1)


@pytest.mark.parametrize(
    ("text", "outcome", "made"),
    [
        ("FROM scratch\nLABEL a=one\nLABEL b=two\n", "BUILD", True),
        ("FROM scratch\nLABEL b=two\nLABEL a=one\n", "BUILD", False),
        ("FROM scratch\nLABEL a=one b=two\n", "BUILD", False),
        ("FROM scratch\nLABEL a=one\nLABEL b=two\n", "RISK", False),
    ],
    ids=["below", "above", "same-line", "no-failure"],
)
def test_what_stands_below_a_sure_failure_is_not_brought_by_its_fix(
    workshop: Make, text: str, outcome: str, made: bool
) -> None:
    """Nobody could see it before: the build never came there."""
    failing = Toy("a=one", "a=1", severity="ERROR", outcome=outcome)
    bench = workshop(text, failing=failing, later=Toy("b=two", severity="ERROR", elsewhere="a=1"))
    mended = bench.mend()
    assert [told.rule for told in mended.fixed] == (["failing"] if made else [])
    assert ("it would bring error[later]" in reasons(mended).get("failing", "")) != made


def test_what_one_fix_uncovers_hides_nothing_that_another_brings(workshop: Make) -> None:
    text = "FROM scratch\nLABEL a=one\nLABEL b=two\nLABEL c=three\n"
    bench = workshop(
        text,
        failing=Toy("a=one", "a=1", severity="ERROR", outcome="BUILD"),
        later=Toy("b=two", severity="ERROR", elsewhere="a=1"),
        harmful=Toy("c=three", "c=3"),
        brought=Toy("c=3", severity="ERROR"),
    )
    mended = bench.mend()
    assert [told.rule for told in mended.fixed] == ["failing"]
    assert "it would bring error[brought]" in reasons(mended)["harmful"]


@pytest.mark.parametrize(
    ("family", "severity", "outcome", "made"),
    [
        ("syntax", "WARNING", "RISK", True),
        ("syntax", "INFO", "WASTE", True),
        ("toys", "WARNING", "RISK", False),
        ("syntax", "ERROR", "RISK", False),
        ("syntax", "WARNING", "RUN", False),
    ],
)
def test_what_stood_in_an_instruction_that_was_read_otherwise_is_not_brought(
    workshop: Make, family: str, severity: str, outcome: str, made: bool
) -> None:
    """The fix of its syntax only lets it be seen; what fails is brought all the same."""
    misread = Toy("a=one", "a=1")
    bench = workshop(FILE, misread=misread, there=Toy("a=1", severity=severity, outcome=outcome))
    bench.rules = tuple(one._replace(family=family) if one.name == "misread" else one for one in bench.rules or ())
    assert [told.rule for told in bench.mend().fixed] == (["misread"] if made else [])


def test_what_stands_in_another_instruction_is_brought_by_the_fix_of_a_syntax(workshop: Make) -> None:
    bench = workshop(FILE, misread=Toy("a=one", "a=1"), there=Toy("b=two", elsewhere="a=1"))
    bench.rules = tuple(one._replace(family="syntax") if one.name == "misread" else one for one in bench.rules or ())
    assert not texts(bench.mend())


@pytest.mark.parametrize(("outcome", "made"), [("WASTE", True), ("RISK", False)])
def test_waste_whose_text_comes_to_stand_twice_is_not_brought(workshop: Make, outcome: str, made: bool) -> None:
    """Nor is it counted by lines: in the next pass it has a fix of its own."""
    text = "FROM scratch\nRUN update\nRUN install a\nRUN install b\n"
    moved = Toy(
        "RUN update\n",
        "",
        also=(("Dockerfile", "install a", "update && install a"), ("Dockerfile", "install b", "update && install b")),
    )
    mended = workshop(text, moved=moved, left=Toy("update", outcome=outcome)).mend()
    after = "FROM scratch\nRUN update && install a\nRUN update && install b\n"
    assert texts(mended) == ({"Dockerfile": after} if made else {})

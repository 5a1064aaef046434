"""The `full` text is what is under snapshots/, and these laws hold for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.reports import REPORTS, at, finding, report, source
from torchlint.findings import Related
from torchlint.model.build import Unknown
from torchlint.report import concise, full
from torchlint.report.styled import Layout, columns, folded, plain
from torchlint.text import Place, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("name", REPORTS)
def test_full_text_is_as_accepted(name: str, matches_snapshot: Callable[[Path, str], None]) -> None:
    """Every report looks as it was accepted."""
    matches_snapshot(SNAPSHOTS / f"{name}.full.txt", plain(full.render(REPORTS[name](), Layout())))


def test_quiet_leaves_only_findings() -> None:
    """Nothing is said after the findings, and nothing at all when there is none."""
    assert plain(full.render(REPORTS["clean"](), Layout(quiet=True))) == ""
    assert "Found" not in plain(full.render(REPORTS["everything"](), Layout(quiet=True)))


@pytest.mark.parametrize("name", ["unknowns", "failures", "crash"])
def test_incomplete_checks_never_pass(name: str) -> None:
    """Where something could not be judged, no summary says that all is well."""
    assert "passed" not in plain(full.render(REPORTS[name](), Layout()))


def test_another_cut_mark_moves_the_underline() -> None:
    """A longer mark for what was cut shifts text and underline alike."""
    lines = plain(full.render(REPORTS["long-line"](), Layout(cut="..."))).split("\n")
    shown = next(index for index, line in enumerate(lines) if "package-number-20 " in line)
    assert lines[shown].index("package-number-20 ") == lines[shown + 1].index("^")


def test_many_unknowns_are_cut_short_unless_verbose() -> None:
    """A dozen tell enough; the line with the verdict comes after them."""
    unknowns = tuple(Unknown(f"base {number} is unknown", None) for number in range(40))
    short = plain(full.render(report(unknowns=unknowns), Layout()))
    assert short.count("is unknown") == 12
    assert "  and 28 more; -v lists them all\n" in short
    assert short.splitlines()[-1].startswith("Nothing found, but ")
    assert plain(full.render(report(unknowns=unknowns), Layout(verbose=True))).count("is unknown") == 40


@pytest.mark.parametrize("form", [full, concise])
def test_what_quotes_a_huge_line_keeps_its_beginning_and_end(form: ModuleType) -> None:
    """A text that quotes a line of a megabyte is shown without its middle, wherever it stands."""
    huge = "FIRST " + "x" * 1_000_000 + " LAST"
    place = Place(Source.from_bytes("Dockerfile", b"FROM scratch\n"), Span(0, 4))
    one = finding(place, huge, help=huge, related=(Related(place, huge),))
    text = plain(form.render(report(one, unknowns=(Unknown(huge, place),)), Layout(cut="[cut]")))
    assert len(text) < 5000
    assert text.count("FIRST") == text.count("[cut]") == text.count("LAST") == (4 if form is full else 2)


PIECES = st.lists(
    st.sampled_from(
        ["RUN ", "x" * 70, "\t", "日本", "e\u0301", "Åà", "\u00a0", "\u0085", "\u2028", "\r", "\n", "\x1b[1m"]
    )
)


@given(PIECES, st.data())
def test_any_place_in_any_text_is_underlined_in_room(pieces: list[str], data: st.DataObject) -> None:
    """Whatever the file holds and wherever places lie: nothing raises, no control character comes out, every
    place has its underline, and no source line is longer than the width (but for tabs)."""
    source = Source.from_bytes("Dockerfile", "".join(pieces).encode())
    offsets = st.integers(0, len(source.text))
    spans = [Span(*sorted((data.draw(offsets), data.draw(offsets)))) for _ in range(3)]
    main, *others = (Place(source, span) for span in spans)
    text = plain(
        full.render(report(finding(main, related=tuple(Related(at, "here") for at in others))), Layout(quiet=True))
    )
    assert not any(letter != "\n" and (letter < " " or "\x7f" <= letter < "\xa0") for letter in text)
    rows = [line.partition("| ") for line in text.split("\n")]
    marks = [row for before, _, row in rows if not before.strip() and row.strip()]
    if source.text:
        assert sum(row.strip()[0] == "^" or "^" in row for row in marks) == 1
        assert sum(row.count("here") for row in marks) == 2
    if "\t" not in source.text:
        assert all(columns(row) <= 120 for before, _, row in rows if before.strip().isdigit())


@pytest.mark.parametrize("width", [60, 100])
def test_sentences_are_folded_for_a_terminal(width: int, matches_snapshot: Callable[[Path, str], None]) -> None:
    """No line is longer than the terminal is wide unless one word is, and no word is lost."""
    report = REPORTS["sentences"]()
    text = plain(full.render(report, Layout(width, fold=True)))
    matches_snapshot(SNAPSHOTS / f"sentences.{width}.txt", text)
    assert all(columns(line) <= width or len(line.split()) == 1 for line in text.splitlines())
    flat = plain(full.render(report, Layout(width)))
    assert [word for word in text.split() if word != "|"] == [word for word in flat.split() if word != "|"]


@given(st.text(st.sampled_from("ab 日"), max_size=60), st.integers(1, 30))
def test_folding_only_breaks_at_blanks(text: str, room: int) -> None:
    lines = folded(text, room)
    assert " ".join(lines).split() == text.split()
    assert all(columns(line) <= room or " " not in line.strip() for line in lines)


def test_secrets_are_never_repeated() -> None:
    """Neither under their own finding nor under another one's on the same line."""
    where = source("ENV TOKEN=hf_verysecretindeed A=1\nRUN x\n")
    hidden = finding(at(where, "hf_verysecretindeed"), secret=True)
    beside = finding(at(where, "A=1"))
    text = plain(full.render(report(hidden, beside), Layout()))
    assert "verysecret" not in text
    assert text.count("ENV TOKEN=*******************") == 2
    assert "^" * len("hf_verysecretindeed") in text

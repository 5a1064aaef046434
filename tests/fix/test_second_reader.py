"""What a reader written by others sees of the instructions that no change touches, and where it is not asked."""

from __future__ import annotations

import pytest

from torchlint.fix.moves import Change, Moves, changed
from torchlint.fix.second_reader import second_fault
from torchlint.fix.shapes import Fault
from torchlint.syntax.dockerfile import Dockerfile, parse
from torchlint.text import Source, Span, encoded

BEFORE = "FROM a\nRUN one \\\n  two\nLABEL b=c\n"


def read(text: str) -> Dockerfile:
    return parse(Source("Dockerfile", encoded(text)))


def judged(before: str, old: str, new: str) -> Fault | None:
    at = before.index(old)
    change = Change("Dockerfile", Span(at, at + len(old)), new)
    return second_fault(read(before), read(changed(before, [change])), Moves([change]), "Dockerfile")


@pytest.mark.parametrize("new", ["b=d", "b=d\nLABEL e=f", "b=d \\\n  e=f", "b=d\n# said\nUSER x", ""])
def test_change_that_leaves_the_others_alone_is_fine(new: str) -> None:
    assert judged(BEFORE, "b=c", new or "b=''") is None


def test_change_that_moves_others_is_fine() -> None:
    assert judged(BEFORE, "FROM a\n", "FROM a\nUSER x\n# and\nUSER y\n") is None


def test_instruction_that_it_sees_otherwise_is_a_fault() -> None:
    fault = second_fault(read(BEFORE), read(BEFORE.replace("one", "two")), Moves([]), "Dockerfile")
    assert fault == Fault("a second reader sees line 2 of Dockerfile otherwise", ours=True)


def test_instruction_that_it_no_longer_sees_is_a_fault() -> None:
    """A last line of one word is none to it."""
    fault = judged(BEFORE, "b=c\n", "b=c\nUSER")
    assert fault is not None
    assert "does not see the instructions" in fault.why


def test_what_it_could_not_read_must_be_read_well_once_it_can() -> None:
    before = read(BEFORE + "RUN a \\\n\n  b\n")
    assert second_fault(before, read(BEFORE + "RUN a \\\n  b\n"), Moves([]), "Dockerfile") is None
    fault = second_fault(before, read(BEFORE + "USER"), Moves([]), "Dockerfile")
    assert fault is not None
    assert "does not see the instructions" in fault.why


@pytest.mark.parametrize(
    "unreadable",
    [
        "\ufeff" + BEFORE,
        "# escape=`\n" + BEFORE,
        BEFORE + "RUN <<E\nfoo\nE\n",
        BEFORE + "RUN a \\\n\n  b\n",
        BEFORE + "RUN a \\\\\nRUN b\n",
        BEFORE + "RUN a\u00a0b\n",
        BEFORE + "RUN a\u2028b\n",
        BEFORE + "RUN a\x0cb\n",
        BEFORE + "USER",
        BEFORE + "RUN a \\\n",
        BEFORE + "RUN a \\\n# b\n",
    ],
    ids="mark escape heredoc blank two-signs nbsp separator form-feed no-argument no-end comment-at-end".split(),
)
def test_it_is_not_asked_about_what_it_cannot_read(unreadable: str) -> None:
    before, after = read(unreadable), read(unreadable.replace("one", "two"))
    assert second_fault(before, after, Moves([]), "Dockerfile") is None

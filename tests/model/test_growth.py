"""Nothing a file says makes the prediction slow, large or fall over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.files import Files, Found, Made

if TYPE_CHECKING:
    from tests.model.asking import Predict

GROWING = {
    "ENV": "FROM debian:12\nENV A=xx\n" + "ENV A=$A$A\n" * 60,
    "ARG before FROM": "ARG A=xx\n" + "ARG A=${A}${A}\n" * 60 + "FROM debian:12\n",
    "the shell": "FROM debian:12\nRUN A=xx" + "; A=$A$A" * 60 + "; echo $A\n",
    "export": "FROM debian:12\nRUN export A=xx" + " && export A=$A$A" * 60 + "\n",
}


@pytest.mark.parametrize("text", GROWING.values(), ids=GROWING)
def test_a_value_that_doubles_becomes_unknown(predicted: Predict, text: str) -> None:
    known = predicted(text).final.variable("A")
    assert known is None or known.value is None


def test_many_stages_that_copy_from_one_another_are_followed_as_far_as_it_goes(predicted: Predict) -> None:
    text = "FROM debian:12 AS s0\n" + "".join(
        f"FROM scratch AS s{number}\nCOPY --from=s{number - 1} /a /a\n" for number in range(1, 1500)
    )
    assert len(predicted(text).build.stages) == 1500


def test_a_stage_number_of_thousands_of_digits_is_no_stage(predicted: Predict) -> None:
    assert len(predicted(f"FROM debian:12\nCOPY --from={'9' * 6000} /a /a\n").build.stages) == 1


def test_later_states_begin_their_walk_at_what_was_asked_before() -> None:
    asked = 0

    def base(path: str) -> bool:
        nonlocal asked
        asked += 1
        return False

    files = Files(base)
    for number in range(50):
        files = files.then(Made(f"/other/{number}", Found("file", None, None)))
        assert files.find("/usr/bin/pip") is False
    assert asked == 1

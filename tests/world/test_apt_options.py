"""What apt understands on its command line, and what was meant by what it does not."""

from __future__ import annotations

import pytest

from torchlint.world import World
from torchlint.world.apt_options import LETTERS, LONG, VALUED, VALUED_LETTERS

WORLD = World()


@pytest.mark.parametrize("name", sorted(LONG))
def test_each_option_is_understood_as_it_is_in_capitals_negated_and_with_a_value(name: str) -> None:
    for word in (f"--{name}", f"--{name.upper()}", f"--no-{name}", f"--{name}=true"):
        assert WORLD.apt_option_unknown(word) is None


@pytest.mark.parametrize("letter", sorted(LETTERS))
def test_each_letter_is_understood_alone_and_behind_others(letter: str) -> None:
    assert WORLD.apt_option_unknown(f"-{letter}") is None
    assert WORLD.apt_option_unknown(f"-y{letter}") is None


@pytest.mark.parametrize(
    ("word", "unknown", "meant"),
    [
        ("--no-cache-dir", "--no-cache-dir", ""),
        ("--no-cache", "--no-cache", ""),
        ("--trusted-host=a", "--trusted-host", ""),
        ("--no-install-recommend", "--no-install-recommend", "--no-install-recommends"),
        ("--no-install-recomends", "--no-install-recomends", "--no-install-recommends"),
        ("--no-isntall-recommends", "--no-isntall-recommends", "--no-install-recommends"),
        ("--fix-mising=yes", "--fix-mising", "--fix-missing"),
        ("--no-recommends", "--no-recommends", None),
        ("--force", "--force", None),
        ("-Y", "-Y", "-y"),
        ("-yQ", "-Q", "-q"),
        ("-N", "-N", None),
        ("-y\u00c3", "-\u00c3", None),
    ],
)
def test_what_apt_refuses_is_told_with_what_was_meant(word: str, unknown: str, meant: str | None) -> None:
    assert WORLD.apt_option_unknown(word) == (unknown, meant)


@pytest.mark.parametrize("word", ["-oAcquire::Retries=3", "-tN", "-q=2", "-y=N", "-cX", "--"])
def test_a_value_in_the_same_word_is_no_option(word: str) -> None:
    assert WORLD.apt_option_unknown(word) is None


def test_the_next_word_is_the_value_of_options_that_take_one_and_have_none() -> None:
    assert all(WORLD.apt_option_takes_next(f"--{name}") for name in VALUED)
    assert all(WORLD.apt_option_takes_next(f"-y{letter}") for letter in VALUED_LETTERS)
    for word in ("-y", "--yes", "-oA=b", "--option=a", "-q=2"):
        assert not WORLD.apt_option_takes_next(word)

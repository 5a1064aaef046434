"""Functions that fetch models and data: what surely installs nothing, and where it writes."""

from __future__ import annotations

from functools import cache


def fetches(name: str) -> bool:
    """True for a function, by its full name "nltk.download", that installs nothing and writes below `homes()`, what
    `variables()` name, or what its own words say."""
    exact, patterns = _calls()
    return name in exact or any(
        name.startswith(start) and name.endswith(end) and len(name) > len(start) + len(end) for start, end in patterns
    )


@cache
def modules() -> frozenset[str]:
    """The top-level modules of these functions, which may be imported with no more effect."""
    exact, patterns = _calls()
    return frozenset(name.partition(".")[0] for name in (*exact, *(start for start, _ in patterns)))


def homes() -> tuple[str, ...]:
    """Where they write below the home folder."""
    from torchlint.world.tables.downloaders import HOMES

    return tuple(HOMES.split(" "))


def variables() -> tuple[str, ...]:
    """The variables that name another folder."""
    from torchlint.world.tables.downloaders import VARIABLES

    return tuple(VARIABLES.split(" "))


@cache
def _calls() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    from torchlint.world.tables.downloaders import CALLS

    names = CALLS.split(" ")
    patterns = (tuple(name.split("*", 1)) for name in names if "*" in name)
    return frozenset(name for name in names if "*" not in name), tuple((start, end) for start, end in patterns)

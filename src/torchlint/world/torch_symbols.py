"""Which libraries compiled for one torch do not load beside another."""

from __future__ import annotations

FIRST_OF_NEW_INTERFACE = (2, 7)
"""From it on all builds for Linux have the new C++ interface: see data/torch_abi.json."""


def linked() -> tuple[str, ...]:
    """The companions of which that is known."""
    from torchlint.world.tables.torch_symbols import COMPANIONS

    return tuple(COMPANIONS)


def apart(name: str, made_for: str, torch: str, *, old: bool) -> bool:
    """True if libraries of a companion that was made for a torch surely do not load beside another release of it.
    `old`: that torch was a build with the old C++ interface."""
    from torchlint.world.tables.torch_symbols import ADDING, COMPANIONS, LACKING

    ours, other = series(made_for), series(torch)
    since, until = COMPANIONS.get(name, ((), ()))
    if not since or not ours or not other or not since <= ours < until:
        return False
    if ours > other:
        return any(other < one <= ours for one in ADDING)
    return any(ours < one <= other for one in LACKING) or (old and ours < FIRST_OF_NEW_INTERFACE <= other)


def series(version: str) -> tuple[int, ...]:
    """(2, 4) of "2.4.1", () of what is no such number."""
    parts = version.split(".")[:2]
    return tuple(map(int, parts)) if len(parts) == 2 and all(map(_number, parts)) else ()


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9

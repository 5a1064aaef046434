"""What installing packages brings, and which packages bring a module or a program."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

NEWEST = [1 << 30]
"""Comes behind the numbers of any release."""


def may_bring(asked: Iterable[str]) -> frozenset[str] | None:
    """By normalised names, "fastapi[all,standard]==0.115.0" with extras and the release, "<=" and the newest that may
    be taken, or ">=" for the newest of all: these and whatever they may need, on any system and in any release; None
    as soon as one is not known."""
    return _closure(frozenset(asked))


@cache
def _closure(asked: frozenset[str]) -> frozenset[str] | None:
    table = _table()
    todo, seen = list(asked), set(asked)
    while todo:
        one, exact, version = todo.pop().replace("<=", "<==").partition("==")
        name, _, extras = one.removesuffix("<").removesuffix(">=").partition("[")
        needs = table.get(name)
        if needs is None:
            return None
        since, listed, optional = needs.split("|")
        if since and version and _numbers(version) < _numbers(since):
            return None
        if extras:
            of = dict(one.split(":", 1) for one in optional.split(";") if one)
            wanted = [of.get(extra) for extra in extras.rstrip("]").split(",")]
            if None in wanted:
                return None
            listed = " ".join((listed, *(one or "" for one in wanted)))
        pinned = _numbers(version) if exact and not one.endswith("<") else NEWEST if one.endswith(">=") else []
        needed = (one.partition("~") for one in listed.split(" ") if one)
        new = {one for one, _, until in needed if one not in seen and not (until and pinned >= _numbers(until))}
        seen |= new
        todo += new
    return frozenset(one[: min(one.find(sign) % (len(one) + 1) for sign in "[=<>")] for one in seen)


def direct_needs(package: str) -> frozenset[str] | None:
    """By normalised name: what some release of it asks for itself, without its extras; None if that is not known."""
    needs = _table().get(package)
    if needs is None:
        return None
    listed = needs.split("|")[1].split(" ")
    return frozenset(one[: min(one.find(sign) % (len(one) + 1) for sign in "[~")] for one in listed if one)


def _numbers(version: str) -> list[int]:
    """The numbers that a version begins with, which order the series of releases."""
    numbers: list[int] = []
    for part in version.removeprefix("v").split("."):
        if not (part.isascii() and part.isdigit()):
            break
        numbers.append(int(part))
    return numbers


@cache
def _table() -> dict[str, str]:
    """By name, with strokes between them: from which release on all series are known, "" for all; what it needs always,
    "uvicorn~0.112.4" for what it no longer needs from that release on; what each of its extras needs besides."""
    from torchlint.world.tables.dependencies import NEEDS

    rows = (line.partition("|") for line in NEEDS.split("\n") if line)
    return {name: needs for name, _, needs in rows}


def makers_of(program: str) -> tuple[str, ...]:
    """By the name of the program."""
    from torchlint.world.tables.makers import PROGRAMS

    return tuple(PROGRAMS.get(program, "").split())


def makers_of_module(module: str) -> tuple[str, ...]:
    """By the name of a top-level module."""
    from torchlint.world.tables.makers import MODULES

    return tuple(MODULES.get(module, "").split())

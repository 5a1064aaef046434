"""Whether torch and what is made for a certain torch can be installed together at all."""

from __future__ import annotations

import re

from torchlint.model.wheels import specifiers, together
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging.version import Version

    from torchlint.model.command import Install, Requested
    from torchlint.world import World
    from torchlint.world.companions import Companion

MADE = ("torchvision", "torchaudio", "torchtext", "xformers", "vllm")
"""Packages of which a release is made for one torch."""

OLDER, NEWER = "older", "newer"
"""Stand for all releases of torch before and after those that are known."""

STILL_OPEN = 4
"""The newest releases that are known, between which others may come."""

_EXACT = r"(?a)==([0-9]+(?:\.[0-9]+){0,3}(?:\.post[0-9]+)?)"
_CLAUSE = r"(?a)(==|~=|>=|<=|>|<)([0-9]+(?:\.[0-9]+)*(?:\.post[0-9]+)?)(\.\*)?"


class Clash(NamedTuple):
    """Requirements that no torch release fulfils together: of one package, or of two.

    `wants`: for which torch each is made, the oldest and the newest; empty for torch itself and where no release is.
    """

    requested: tuple[Requested, ...]
    wants: tuple[tuple[str, ...], ...]


def clash(install: Install, world: World) -> Clash | None:
    """The first one between requirements that surely count; None if there is none or an index may hold anything.

    Only the public index is known well enough. Two exact versions, of torch and of a companion, are not looked at, and
    beside an exact torch no two companions: one of them differs from it then.
    """
    shelf = install.shelf
    if shelf is None or not shelf.only_public:
        return None
    asked = {name: torches(install, name, world) for name in ("torch", *MADE)}
    fitting = {name: found for name, found in asked.items() if found is not None}
    for name, found in fitting.items():
        if not found:
            return _clash(install, fitting, name)
    names, pinned = list(fitting), install.pin("torch") is not None
    for number, other in enumerate(names):
        for one in names[:number]:
            looked_at = (one == "torch" and install.pin(other) is None) if pinned else True
            if looked_at and fitting[one].isdisjoint(fitting[other]):
                return _clash(install, fitting, one, other)
    return None


def torches(install: Install, name: str, world: World) -> frozenset[str] | None:
    """The torch releases that fit what an install asks for by a name; None if any may do."""
    if name == "torch":
        texts = specifiers(install, name) or ()
        found = _admitted(texts, world.torch_releases())
        return None if not texts or found is None or not (found or install.pin(name) is None) else frozenset(found)
    if not any(install.asks(name)):
        return None
    made = [one for version in versions(install, name, world) if (one := world.companion(name, version)) is not None]
    if not made or any(not one.requires_torch or _from_source(one, install.python) for one in made):
        return None
    fitting: set[str] = set()
    for one in made:
        if one.requires_torch and "+" not in one.requires_torch:
            fitting.update(_admitted((one.requires_torch,), world.torch_releases()) or ())
    return frozenset(fitting)


def versions(install: Install, name: str, world: World) -> tuple[str, ...]:
    """The releases of a companion that the install may choose from; empty unless they surely are all there are."""
    texts, known = specifiers(install, name) or (), world.releases(name)
    found = _admitted(texts, known) if texts and known else None
    if found is not None and world.published(name, "999.0.0") is False:
        found.discard(NEWER)
    return () if found is None or OLDER in found or NEWER in found else tuple(one for one in known if one in found)


def _admitted(texts: tuple[str, ...], known: tuple[str, ...]) -> set[str] | None:
    """Those of the known releases that fulfil the texts, with OLDER and NEWER; None for labels and pre-releases."""
    exact = re.fullmatch(_EXACT, texts[0]) if len(texts) == 1 else None
    if exact is not None:
        # Most say just this, and then nobody has to wait for packaging.
        pinned = _numbers(exact[1])
        here = [one for one in known if _numbers(one) == pinned]
        older, newer = pinned < _numbers(known[0]), pinned > _numbers(known[-STILL_OPEN])
        return set(here or ([OLDER] if older else [NEWER] if newer else []))
    from packaging.version import Version

    asked = together(texts)
    if asked is None or asked.prereleases or any("+" in text for text in texts):
        return None
    first, last = Version(known[0]), Version(known[-STILL_OPEN])
    found = {OLDER, NEWER, *filter(asked.contains, known)}
    for clause in ",".join(texts).split(","):
        parts = re.fullmatch(_CLAUSE, clause)
        if parts is None:
            continue
        operator, written, star = parts.groups()
        version = Version(written)
        if operator in ("==", "~=", ">=", ">") and version >= first:
            found.discard(OLDER)
        end = _end(version, operator, bool(star))
        single = operator == "==" and not star and any(asked.contains(one) for one in known)
        if single or (end is not None and end <= last):
            found.discard(NEWER)
    return found


def _numbers(version: str) -> tuple[int, ...]:
    """For comparing: a release before what comes after it as .postN."""
    plain, _, post = version.partition(".post")
    numbers = [int(part) for part in plain.split(".")]
    return (*numbers, *(0 for _ in range(4 - len(numbers))), int(post or -1))


def _end(version: Version, operator: str, star: bool) -> Version | None:
    """Where a clause ends."""
    from packaging.version import Version

    if operator in ("<", "<=") or (operator == "==" and not star):
        return version
    if operator in (">", ">="):
        return None
    numbers = list(version.release if star else version.release[:-1])
    numbers[-1] += 1
    return Version(".".join(map(str, numbers)))


def _from_source(one: Companion, python: str | None) -> bool:
    """True if the source of a release may be taken, which asks for any torch."""
    return one.package == "xformers" and (python is None or not one.runs_on(python))


def _clash(install: Install, fitting: dict[str, frozenset[str]], *names: str) -> Clash:
    requested = tuple(
        next(one for one in install.requested if one.requirement.name == name and one.requirement.specifier)
        for name in names
    )
    return Clash(requested, tuple(() if name == "torch" else _ends(fitting[name]) for name in names))


def _ends(found: frozenset[str]) -> tuple[str, ...]:
    from packaging.version import Version

    known = sorted(found - {OLDER, NEWER}, key=Version)
    return (known[0], NEWER if NEWER in found else known[-1]) if known else ()

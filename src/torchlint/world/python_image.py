"""The official `python` image: what its tags mean and which never were."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple


class PythonImage(NamedTuple):
    """What one tag of the official `python` image holds. Source: the full history of docker-library/official-images."""

    python: str | None
    """Minor version, "3.11"; None for tags that move on to newer ones (latest, 3, slim)."""
    patch: str | None
    """Exact version, "3.11.4", if the tag says it."""
    os: str | None
    """"debian12", "alpine3.21", "windows"; None where it depends on the day the tag was last built."""
    flavour: str
    """"", "slim", "alpine", "windows" or "onbuild"."""
    rebuilt: bool | None
    """Whether the tag still gets fixes; None if unknown."""
    first_listed: str | None
    last_listed: str | None
    """First and last day in the image's list of tags, as far as it was read."""
    least: str | None = None
    """Of a tag that moves on to newer Pythons (latest, 3, slim): the minor version that it had reached by then."""


CODENAMES = {
    "wheezy": "debian7",
    "jessie": "debian8",
    "stretch": "debian9",
    "buster": "debian10",
    "bullseye": "debian11",
    "bookworm": "debian12",
    "trixie": "debian13",
}
"""The Debian releases the image was built on, oldest first."""

_VERSION = re.compile(
    r"(?P<line>[0-9]{1,3}(?:\.[0-9]{1,3})?)(?:\.[0-9]{1,3})?(?:(?:a|b|rc)[0-9]+|-rc)?(?:-(?=.)|\Z)", re.ASCII
)
_FOREIGN = (
    r"(?:slim-)?(?:(?:ubuntu|debian|centos|ubi|fedora|rocky|amazonlinux)[0-9.]*"
    r"|trusty|xenial|bionic|focal|jammy|noble|lunar|mantic|oracular)(?:-slim)?"
)
"""Releases of other systems, and Debian by number: no tag ever had one."""
_REVERSED = r"[a-z]+-slim|alpine[0-9.]*-slim|slim-alpine[0-9.]*"
"""`bookworm-slim` is how the debian image says it; here it is `slim-bookworm`. There is no slim Alpine."""


def python_image(tag: str, today: str, *, pinned: bool = False) -> PythonImage | None:
    """What the tag means on that day, or where `pinned` on all days until then. Tags that are not listed are read by
    their shape."""
    from torchlint.world.tables.python_tags import LINES, PATCHES

    version, variant, python = _split(tag)
    flavour, os = _flavour(variant)
    if flavour is None:
        return None
    if version in PATCHES:
        first, last, full, slim, alpine, variants = PATCHES[version]
        if variant in variants.split(" "):
            base = {"": full, "slim": slim, "alpine": alpine}.get(variant, os)
            if pinned and python is not None and os is None:
                moves = LINES[python][variant][2] if variant in LINES[python] else ()
                base = base if base == _moved(moves, True, first) else None
            return PythonImage(python, version, base, flavour, _rebuilt(python, last, today, exact=True), first, last)
    line = LINES.get(version, {}).get(variant)
    if line is not None:
        first, last, moves = line
        rebuilt = _rebuilt(python, last, today, exact=False)
        least = _least(variant, today) if version in ("", "3") and not pinned else None
        moves = () if pinned and len(moves) > 1 else moves
        return PythonImage(python, None, os or _moved(moves, rebuilt, today), flavour, rebuilt, first, last, least)
    if not version or version not in LINES and python is None:
        return None
    patch = version if version.count(".") == 2 else None
    return PythonImage(python, patch, os, flavour, False if _ended(python, today) else None, None, None)


def python_tag_exists(tag: str) -> bool | None:
    """Whether the tag is or was in the list. False only where the list is closed or the shape was never used."""
    from torchlint.world.tables.python_tags import LAST, LINES, PATCHES

    version, variant, python = _split(tag)
    variants, last = _listed(version)
    if variant in variants:
        return True
    if re.fullmatch(_FOREIGN, variant, re.ASCII) or re.fullmatch(_REVERSED, variant, re.ASCII):
        return False
    if variants:
        return False if last < LAST or _too_old(variant, variants) else None
    if python in LINES and version.count(".") == 2 and version.rpartition(".")[2].isdigit():
        # A patch release that is not in the list: skipped or yet to come.
        if max(day for _, day, _ in LINES[python].values()) < LAST:
            return False
        newest = max(int(patch.rpartition(".")[2]) for patch in PATCHES if patch.startswith(f"{python}."))
        return False if int(version.rpartition(".")[2]) < newest else None
    return None


def _split(tag: str) -> tuple[str, str, str | None]:
    """Version, variant and Python minor of a tag: "3.11.4-slim" -> ("3.11.4", "slim", "3.11")."""
    head = _VERSION.match(tag)
    if head is None:
        if tag == "rc" or tag.startswith("rc-"):
            return "rc", tag[3:], None
        return "", tag, None
    line = head["line"]
    python = line if "." in line else None
    return head[0].removesuffix("-"), tag[head.end() :], python


def _flavour(variant: str) -> tuple[str | None, str | None]:
    """Flavour and, where the variant names it, operating system. Flavour None: not a variant of this image."""
    if variant in ("", "latest"):
        return "", None
    if variant in ("slim", "alpine", "onbuild"):
        return variant, None
    if variant in CODENAMES:
        return "", CODENAMES[variant]
    if variant.startswith("slim-"):
        return ("slim", CODENAMES[variant[5:]]) if variant[5:] in CODENAMES else (None, None)
    if re.fullmatch(r"alpine3\.[0-9]{1,3}", variant, re.ASCII):
        return "alpine", variant
    if re.fullmatch(r"(?:windowsservercore|nanoserver)(?:-[a-z0-9]+)?", variant, re.ASCII):
        return "windows", "windows"
    return None, None


def _listed(version: str) -> tuple[frozenset[str], str]:
    """The variants that a version ever had, and the last day any of them was listed."""
    from torchlint.world.tables.python_tags import LINES, PATCHES

    if version in PATCHES:
        _, last, _, _, _, variants = PATCHES[version]
        return frozenset(variants.split(" ")), last
    line = LINES.get(version, {})
    return frozenset(line), max((last for _, last, _ in line.values()), default="")


def _too_old(variant: str, variants: frozenset[str]) -> bool:
    """Whether every system listed for a version is newer than the variant's: older ones are never added."""
    os = _flavour(variant)[1]
    if os is None or os == "windows":
        return False
    family = os.rstrip("0123456789.")
    known = [_number(other) for name in variants if (other := _flavour(name)[1]) and other.startswith(family)]
    return bool(known) and _number(os) < min(known)


def _number(os: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"[0-9]+", os))


def _moved(moves: tuple[tuple[str, str], ...], rebuilt: bool | None, today: str) -> str | None:
    """The system below a tag without release name on that day."""
    if rebuilt is None:
        return None
    return next((os for day, os in reversed(moves) if day <= today), None)


def _least(variant: str, today: str) -> str | None:
    """The newest minor version that had the variant on that day."""
    from torchlint.world.tables.python_tags import LINES

    # No minor version has a tag with this word.
    variant = variant.removeprefix("latest")
    had = [
        version
        for version, tags in LINES.items()
        if version.startswith("3.") and version[2:].isdigit() and variant in tags and tags[variant][0] <= today
    ]
    return max(had, key=_number, default=None)


def _rebuilt(python: str | None, last: str, today: str, *, exact: bool) -> bool | None:
    from torchlint.world import STALE_FROM
    from torchlint.world.tables.python_tags import LAST

    if last < LAST:
        return today <= last
    if _ended(python, today):
        return False
    # Lines go on; an exact version only until the next patch release, whose day nobody knows.
    return None if today >= STALE_FROM or (exact and today > LAST) else True


def _ended(python: str | None, today: str) -> bool:
    from torchlint.world.eol import end_of_life

    ending = end_of_life("python", python, today) if python is not None else None
    return ending is not None and ending.ended

"""Operating system releases of base images: C library, Python, package archive."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Distro(NamedTuple):
    """One release of a Linux distribution. Source: pep600_compliance, endoflife.date, the archives."""

    family: str
    release: str
    codename: str | None
    libc: str
    """"glibc" or "musl"."""
    glibc: str | None
    python3: str | None
    """Minor version of the distribution's own python3; None if unknown or there is none."""
    python3_sure: bool
    externally_managed: bool
    """Whether pip refuses to install into that python3 (PEP 668)."""
    apt_works: bool | None
    """Whether the package archive is still served where the image looks for it; None if unknown or no apt."""
    apt_sure: bool


FAMILIES = {"rocky": "rockylinux", "amzn": "amazonlinux", "redhat": "ubi", "rhel": "ubi"}
"""Other names of families, as nvidia/cuda tags and systems write them."""


def distro(family: str, release: str, today: str) -> Distro | None:
    """One release, by number ("22.04", "12", "12.6") or codename ("jammy")."""
    from torchlint.world.tables.distros import CODENAMES, DISTROS

    os = FAMILIES.get(family, family) + release
    if family in ("debian", "ubuntu"):
        named = CODENAMES.get(release, os)
        os = named if named.startswith(family) else os
    while os not in DISTROS:
        # Point releases (debian 12.6, alpine 3.19.1) are the same system.
        os, dot, _ = os.rpartition(".")
        if not dot:
            return None
    found = Distro(*DISTROS[os])
    if found.apt_works and _ended_since(found, today):
        return found._replace(apt_works=None)
    return found


def distro_of(os: str, today: str) -> Distro | None:
    """One release by its joined name: "ubuntu22.04", "debian12", "alpine3.21"."""
    family = os.rstrip("0123456789.")
    return distro(family, os[len(family) :], today)


def python3_of(os: str) -> str | None:
    """The minor version of the distribution's own python3 package."""
    found = distro_of(os, "")
    return found.python3 if found is not None else None


def _ended_since(distro: Distro, today: str) -> bool:
    """Whether support ended after the archive was looked at: then it may have moved."""
    from torchlint.world import KNOWLEDGE_DATE
    from torchlint.world.eol import end_of_life

    ending = end_of_life(distro.family, distro.release, today)
    if ending is None:
        return today > KNOWLEDGE_DATE
    last = max(ending.date, ending.extended or "")
    return KNOWLEDGE_DATE < last < today

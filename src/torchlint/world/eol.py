"""Ends of support of products and their release lines."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Ending(NamedTuple):
    """The end of a release line's support. Days are "YYYY-MM-DD". Source: endoflife.date, as of 2026-08."""

    date: str
    """Last day of free support."""
    ended: bool
    """Whether that day has passed."""
    extended: str | None
    """Last day of paid or registered support, if there is any."""


ALIASES = {
    "rocky": "rockylinux",
    "amzn": "amazonlinux",
    "amazon": "amazonlinux",
    "ubi": "rhel",
    "redhat": "rhel",
    "stream": "centos-stream",
    "nvidia": "nvidia-driver",
}
"""Other names of products, as image names and systems write them."""


def system_ended(os: str, today: str) -> str | None:
    """The last day of support that is free for everyone, once it has passed; None before, and for unknown systems."""
    family = os.rstrip("0123456789.")
    ending = end_of_life(family, os[len(family) :], today)
    if ending is None:
        return None
    # Debian's long-term support is for everyone, other extended support for those who pay or register.
    last = ending.extended if family == "debian" and ending.extended is not None else ending.date
    return last if today > last else None


def end_of_life(product: str, cycle: str, today: str) -> Ending | None:
    """The end of a line; `cycle` may be longer than the line's name ("3.9.18", "12.6") or a codename ("buster")."""
    from torchlint.world.tables.eol import CODENAMES, ENDINGS

    product = ALIASES.get(product, product)
    cycles = ENDINGS.get(product)
    if cycles is None:
        return None
    cycle = CODENAMES.get(product, {}).get(cycle, cycle)
    while cycle not in cycles:
        cycle, dot, _ = cycle.rpartition(".")
        if not dot:
            return None
    date, extended = cycles[cycle]
    return Ending(date, today > date, extended)

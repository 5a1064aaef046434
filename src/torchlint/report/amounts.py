"""Bytes in words."""

from __future__ import annotations


def amount(count: int) -> str:
    """Bytes for people: "2.9 GB", "340 MB", "12 kB"."""
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= size:
            number = count / size
            return f"{number:.1f} {unit}" if number < 10 else f"{number:.0f} {unit}"
    return f"{count} bytes"

"""Addresses that answer with nothing but where to look instead."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(https?)://(?:[^/@\s]*@)?([^/:?#\s]+)(?::\d+)?([^?#\s]*)", re.ASCII | re.IGNORECASE)


def redirecting(address: str) -> str | None:
    """The host of a URL that surely answers with a redirect only; None for all others. What a variable stands for in it
    need not be known behind the host."""
    match = _ADDRESS.match(address)
    if match is None:
        return None
    from torchlint.world.tables.redirects import REDIRECTS

    host, asked = match[2].lower(), match[3] or "/"
    for path, ends, scheme in REDIRECTS.get(host, ()):
        if scheme in ("", match[1].lower()) and _below(asked.split("/"), path.split("/")):
            if not ends or asked.lower().endswith(ends):
                return host
    return None


def _below(parts: list[str], known: list[str]) -> bool:
    """Whether a path begins as a known one, whose last part may be the beginning of one."""
    *folders, last = known
    alike = all(one in ("*", part) and part for one, part in zip(folders[1:], parts[1:], strict=False))
    return len(parts) >= len(known) and alike and parts[len(folders)].startswith(last)

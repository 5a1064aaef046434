"""Repositories of source and of models that are no longer there."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple

_ADDRESS = re.compile(
    r"(?:git\+)?(?:(?:https?|ssh|git)://(?:[^/@\s]*@)?|git@)([^/:\s]+)(?::\d+)?[/:]+([^#?\s]+)", re.ASCII
)
_SAME = {
    "www.github.com": "github.com",
    "raw.githubusercontent.com": "github.com",
    "codeload.github.com": "github.com",
    "hf.co": "huggingface.co",
}


class Gone(NamedTuple):
    """A repository that nobody gets any more. `since`: "2025-12"; `instead`: the address of what holds the same now, ""
    if there is no one such place."""

    repository: str
    since: str
    instead: str


def gone(address: str) -> Gone | None:
    """By any URL into it, of git or of the web."""
    match = _ADDRESS.match(address)
    if match is None:
        return None
    from torchlint.world.tables.gone_repositories import GONE

    host = match[1].lower()
    parts = match[2].split("/")[:2]
    repository = "/".join(
        (_SAME.get(host, host), *(part.partition("@")[0].removesuffix(".git").lower() for part in parts))
    )
    row = GONE.get(repository)
    return Gone(repository, *row) if row is not None else None

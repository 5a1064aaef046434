"""What the projects of well-known repositories ask for when pip installs them from there."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple

_ADDRESS = re.compile(
    r"git\+(?:https?|ssh|git)://(?:[\w.-]+@)?github\.com[/:]([\w.-]+/[\w.-]+?)(?:\.git)?/?(?:@([\w./-]+))?(?:#egg=[\w.-]+)?",
    re.ASCII | re.IGNORECASE,
)


class Project(NamedTuple):
    """`name`: the normalised name of the distribution; `asks`: what may come with it, as `may_bring` is asked."""

    name: str
    asks: tuple[str, ...]


def project(address: str, extras: tuple[str, ...]) -> Project | None:
    """The project that pip takes from "git+https://github.com/openai/whisper@v20250625", with these normalised extras;
    None where that is not known."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    from torchlint.world.tables.repository_needs import PROJECTS

    row = PROJECTS.get(match[1].casefold())
    if row is None:
        return None
    name, listed, needs, ever = row
    if extras and not listed:
        return None
    own = (f"{name}[{','.join(extras)}]" if extras else name,) if listed else ()
    more = needs if match[2] is None else f"{needs} {ever}"
    return Project(name, (*own, *(one for one in more.split(" ") if one)))

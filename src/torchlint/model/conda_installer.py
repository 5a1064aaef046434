"""Installers of conda: what they bring, and which of them the glibc of a system is too old for."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.world import World
    from torchlint.world.distro import Distro

_INSTALLER = re.compile(
    r"https?://repo\.(?:anaconda\.com|continuum\.io)/miniconda/"
    r"(Miniconda3-(?:latest|py3\d+_(\d+)\.(\d+)\.(\d+)-\d+)-Linux-x86_64\.sh)",
    re.ASCII,
)

_SINCE = (25, 9, 1)
"""The first release of which it is known. Source: Miniconda3-py313_25.9.1-3-Linux-x86_64.sh, its first lines."""

NEEDS = "2.28"
"""The glibc that these installers ask for before anything else."""


_BARE = re.compile(r"(?:Miniconda|Miniforge|Mambaforge)[23]?-[^/]*\.sh", re.ASCII)

BARE_IMAGES = frozenset({"condaforge/miniforge3", "continuumio/miniconda3"})
"""Images whose conda is such a one."""


class Refusal(NamedTuple):
    """`installer`: the name of its file. `distro`: the system on which it stops."""

    installer: str
    distro: Distro


def brings_bare(command: Command) -> bool:
    """Whether it makes a conda of the kind that brings conda itself and what that needs, and so surely no torch."""
    from torchlint.model.effects.script import started

    return _BARE.fullmatch((started(command) or "").rpartition("/")[2]) is not None


def refusal(command: Command, world: World) -> Refusal | None:
    """Why a command that runs an installer surely stops; None for any other, and where that cannot be known."""
    from torchlint.model.effects.script import started

    match = _INSTALLER.match(started(command) or "")
    if match is None or (match[2] is not None and tuple(map(int, match.groups()[1:])) < _SINCE):
        return None
    # So it is told which glibc to believe in.
    if any(name == "CONDA_OVERRIDE_GLIBC" for name in (*command.env, *command.before.env, *command.before.args)):
        return None
    os = command.before.base.os
    distro = world.distro_of(os) if os is not None else None
    if distro is None or distro.glibc is None or "-h" in command.values:
        return None
    return Refusal(match[1], distro) if _numbers(distro.glibc) < _numbers(NEEDS) else None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))

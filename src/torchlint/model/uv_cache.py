"""The cache that uv's commands use in a step, as far as it is known where that is."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.step import Step

ROOT = ("root", "0", "0:0", "root:root")
SETTINGS = (("UV_CACHE_DIR", ""), ("XDG_CACHE_HOME", "/uv"), ("HOME", "/.cache/uv"))
"""The variables that say where it is, the first that is set, and what uv puts behind each."""


def runs(step: Step) -> tuple[Command, ...]:
    """The commands of uv that use its cache and are no installs of a list: `uv sync` and its like."""
    lists = [one.command for one in step.installs]
    return tuple(one for one in step.commands if one.name in ("uv", "uvx") and one not in lists)


def folder(step: Step) -> str | None:
    """Where uv keeps its cache, by the variables of the image or as root's; None when that cannot be known."""
    if any(one.has("--cache-dir") or any(name in one.env for name, _ in SETTINGS) for one in runs(step)):
        return None
    for name, below in SETTINGS:
        told = step.before.variable(name)
        if told is not None:
            return f"{told.value.rstrip('/')}{below}" if told.value and told.value.startswith("/") else None
    return "/root/.cache/uv" if step.before.user.value in ROOT else None

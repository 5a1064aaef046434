"""What uv and poetry read of a project and do not find."""

from __future__ import annotations

from torchlint.model.files import Found, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.effects.words import Words
    from torchlint.model.snapshot import Snapshot

PROJECT = "pyproject.toml"
VERBS = {"uv": ("sync", "export"), "poetry": ("install", "sync")}
ELSEWHERE = ("--no-project", "--script", "--project", "--directory", "--config-file", "--active")
TOLD = ("UV_PROJECT", "UV_WORKING_DIR", "UV_WORKING_DIRECTORY", "UV_NO_PROJECT")
"""Variables that say the same as some of these."""


def missing(command: Command) -> str | None:
    """The file, as a path, that is surely neither in the command's folder nor above it and without which it fails;
    None where it has all, or that cannot be known."""
    if command.name not in ("uv", "poetry") or command.cwd is None:
        return None
    if command.name == "uv":
        from torchlint.model.effects.words import UV_VALUED as VALUED
    else:
        from torchlint.model.effects.poetry import VALUED
    from torchlint.model.effects.words import Words as Read

    if any(name in command.env or command.before.variable(name) is not None for name in TOLD):
        return None
    words = Read(command.arguments, VALUED)
    verb = words.plain[0].value if words.plain else None
    if not words.known or any(option in words.options for option in ELSEWHERE):
        return None
    if verb not in VERBS[command.name]:
        return None
    project = _above(command.before, command.cwd, PROJECT)
    if project is not True:
        return None if project is None else normal(f"{command.cwd}/{PROJECT}")
    if command.name == "uv" and _wants_lock(command, words) and _above(command.before, command.cwd, "uv.lock") is False:
        return normal(f"{command.cwd}/uv.lock")
    return None


def _wants_lock(command: Command, words: Words) -> bool:
    """Whether uv may not make the lock itself."""
    if "--frozen" in words.options or "--locked" in words.options:
        return True
    for name in ("UV_FROZEN", "UV_LOCKED"):
        known = command.before.variable(name)
        value = command.env.get(name, known.value if known is not None else None)
        if (value or "").lower() in ("1", "true", "yes", "on"):
            return True
    return False


def _above(state: Snapshot, folder: str, name: str) -> bool | None:
    """Whether a file lies in a folder or above it; None if that cannot be known."""
    while True:
        answer = state.find(normal(f"{folder}/{name}"))
        if isinstance(answer, Found):
            return True
        if answer is not False:
            return None
        if folder in ("", "/"):
            return False
        folder = folder.rpartition("/")[0] or "/"

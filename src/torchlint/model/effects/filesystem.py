"""Files made, moved and removed: rm, mv, cp, ln, mkdir, touch."""

from __future__ import annotations

from torchlint.model.effects import disturbed, no_python, not_configuration, unknown_program
from torchlint.model.files import Anything, Doubted, Found, Made, Removed, inside, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

GLOB = frozenset("*?[")
VALUED = {
    "mkdir": frozenset({"-m", "--mode"}),
    "cp": frozenset({"-t", "--target-directory", "-S"}),
    "mv": frozenset({"-t", "--target-directory", "-S"}),
    "ln": frozenset({"-t", "--target-directory", "-S"}),
    "install": frozenset({"-m", "-o", "-g", "-t", "--mode", "--owner", "--group"}),
}


MARKER = "EXTERNALLY-MANAGED"
"""The file that keeps pip out of a distribution's Python."""

HARMLESS = frozenset("rm chmod chown chgrp ls echo grep sed strip touch cat du stat file".split())
"""Programs that `find -exec` may start without making anything."""


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after the command."""
    state = _applied(command, run)
    if not any(MARKER in argument.written for argument in command.arguments):
        return state
    environments = {prefix: one._replace(managed=None) for prefix, one in state.environments.items()}
    return state._replace(environments=environments)


def _applied(command: Command, run: Run) -> Snapshot:
    name = command.name or ""
    state = run.state
    if name == "sed":
        return _rewritten(state) if command.has("-i", "--in-place") or "i" in _letters(command) else state
    if name == "git":
        return state._replace(files=state.files.then(Anything(("/",), no_python)))
    if name in ("tar", "unzip"):
        return disturbed(state, _unpacked_to(command, state), not_configuration)
    if name in ("rm", "rmdir"):
        # What an unknown word removes is not known to be gone: nothing changes.
        return _remove([word.value or word.pattern or "" for word in command.arguments], run)
    if name == "find":
        return _found(command, run)
    words = _operands(command, VALUED.get(name, frozenset()))
    if name in ("mkdir", "touch") or (name == "install" and command.has("-d", "--directory")):
        return _made(words, "file" if name == "touch" else "dir", command, state)
    if name == "tee":
        return _made(words, "file", command, state)
    from torchlint.model.effects import links

    return (
        links.alternative(words, command, state)
        if name == "update-alternatives"
        else links.transfer(words, command, state)
    )


def _letters(command: Command) -> str:
    """All options of one letter."""
    return "".join(value[1:] for value in command.values if value is not None and value[:1] == "-" != value[1:2])


def _rewritten(state: Snapshot) -> Snapshot:
    """The state after some files got other lines: programs of environments may be among them."""
    environments = {prefix: one._replace(rewritten=True) for prefix, one in state.environments.items()}
    return state._replace(environments=environments)


def _operands(command: Command, valued: frozenset[str]) -> list[str | None]:
    """The words that are no options; None for one that cannot be known."""
    found: list[str | None] = []
    skip = options_over = False
    for value in command.values:
        if skip:
            skip = False
        elif value is None or options_over or not value.startswith("-") or value == "-":
            found.append(value)
        elif value == "--":
            options_over = True
        else:
            skip = value in valued
    return found


def _made(words: list[str | None], kind: str, command: Command, state: Snapshot) -> Snapshot:
    """Files or folders that are there now."""
    files = state.files
    for word in words:
        where = state.absolute(word, command.cwd) if word is not None and not GLOB & set(word) else None
        files = files.then(Anything(("/",)) if where is None else Made(where, Found(kind, None, command.at)))
    return state._replace(files=files)


def _unpacked_to(command: Command, state: Snapshot) -> str | None:
    """The folder that an archive is unpacked in; None when unknown."""
    option = "-C" if command.name == "tar" else "-d"
    values = command.values
    for number, value in enumerate(values):
        if value in (option, "--directory"):
            told = values[number + 1] if number + 1 < len(values) else None
        elif value is not None and value.startswith((option, "--directory=")):
            told = value.removeprefix(option).removeprefix("--directory=")
        else:
            continue
        return None if told is None else state.absolute(told, command.cwd)
    return None if None in values else command.cwd


def _remove(words: list[str], run: Run) -> Snapshot:
    state = run.state
    files = state.files
    gone: list[str] = []
    for word in words:
        where = state.absolute(word, run.cwd) if word and not word.startswith("-") else None
        if where is None:
            continue
        folder, _, last = where.rpartition("/")
        if last == "*" and not GLOB & set(folder):
            files = files.then(Removed(folder or "/", content_only=True))
            gone.append(folder)
        elif GLOB & set(where):
            files = files.then(Doubted(where))
        else:
            files = files.then(Removed(where))
            gone.append(where)
    environments = {
        prefix: one
        for prefix, one in state.environments.items()
        if not any(path and inside(prefix, path) for path in gone)
    }
    return state._replace(files=files, environments=environments)


def _found(command: Command, run: Run) -> Snapshot:
    """`find FOLDER ... -delete` or `-exec`: something below the folder may be gone."""
    state = run.state
    if not command.has("-delete", "-exec", "-execdir", "-ok"):
        return state
    values = command.values
    for number, value in enumerate(values[:-1]):
        if value in ("-exec", "-execdir", "-ok") and values[number + 1] not in HARMLESS:
            state = unknown_program(state)
        if value in ("-exec", "-execdir") and values[number + 1] == "sed":
            state = _rewritten(state)
    for value in values:
        if value is None or value.startswith(("-", "(", "!")):
            break
        where = state.absolute(value, command.cwd)
        if where is not None:
            state = state._replace(files=state.files.then(Doubted(normal(f"{where}/*"))))
    return state

"""Files made, moved and removed: rm, mv, cp, ln, mkdir, touch, and downloads to a named file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint.model.effects import no_python
from torchlint.model.files import Anything, Files, Found, Made, Removed, inside, normal

if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Place

GLOB = frozenset("*?[")
VALUED = {
    "mkdir": frozenset({"-m", "--mode"}),
    "cp": frozenset({"-t", "--target-directory", "-S"}),
    "mv": frozenset({"-t", "--target-directory", "-S"}),
    "ln": frozenset({"-t", "--target-directory", "-S"}),
    "install": frozenset({"-m", "-o", "-g", "-t", "--mode", "--owner", "--group"}),
}


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after the command."""
    name = command.name or ""
    state = run.state
    if name in ("wget", "curl", "aria2c"):
        return _download(command, run)
    if name in ("git", "tar", "unzip"):
        return state._replace(files=state.files.then(Anything(("/",), no_python)))
    if name in ("rm", "rmdir"):
        # What an unknown word removes is not known to be gone: nothing changes.
        return _remove([word.value or word.pattern or "" for word in command.arguments], run)
    words = _operands(command, VALUED.get(name, frozenset()))
    if words is None:
        return _anything(state)
    if name in ("mkdir", "touch"):
        kind = "dir" if name == "mkdir" else "file"
        for word in words:
            where = state.absolute(word, command.cwd)
            if where is None or GLOB & set(word):
                state = _anything(state)
            else:
                state = state._replace(files=state.files.then(Made(where, Found(kind, None, command.at))))
        return state
    if name == "tee":
        return _written(words, command, state)
    return _transfer(words, command, run)


def _operands(command: Command, valued: frozenset[str]) -> list[str] | None:
    """The words that are no options; None when one of them cannot be known."""
    found: list[str] = []
    skip = options_over = False
    for value in command.values:
        if skip:
            skip = False
        elif value is None:
            return None
        elif options_over or not value.startswith("-") or value == "-":
            found.append(value)
        elif value == "--":
            options_over = True
        else:
            skip = value in valued
    return found


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
        elif not GLOB & set(where):
            files = files.then(Removed(where))
            gone.append(where)
    environments = {
        prefix: one
        for prefix, one in state.environments.items()
        if not any(path and inside(prefix, path) for path in gone)
    }
    return state._replace(files=files, environments=environments)


def _transfer(words: list[str], command: Command, run: Run) -> Snapshot:
    """cp, mv, ln and install: what is known of the source is known of the target."""
    state = run.state
    if len(words) < 2 or command.has("-t", "--target-directory") or any(GLOB & set(word) for word in words):
        return _anything(state)
    if len(words) > 2 and not words[-1].endswith("/") and command.name == "install":
        return _anything(state)
    target = state.absolute(words[-1], command.cwd)
    if target is None:
        return _anything(state)
    into = len(words) > 2 or words[-1].endswith("/") or words[-1] in (".", "..")
    found = state.find(target)
    if not into and isinstance(found, Found):
        into = found.kind == "dir"
    elif not into and found is None and command.name != "ln":
        return state._replace(files=state.files.then(Anything((target,))))
    files = state.files
    for word in words[:-1]:
        source = _linked(word, target, command, state) if command.name == "ln" else state.absolute(word, command.cwd)
        where = normal(f"{target}/{word.rstrip('/').rsplit('/', 1)[-1]}") if into else target
        known = state.find(source) if source is not None else None
        if isinstance(known, Found) and known.kind == "file":
            files = files.then(Made(where, Found("file", known.content, command.at)))
        elif known is False and command.name == "ln":
            files = files.then(Made(where, Found(None, None, command.at)))
        else:
            files = files.then(Made(where, Found(None, None, command.at))).then(Anything((where,)))
        if command.name == "mv" and source is not None:
            files = files.then(Removed(source))
    return state._replace(files=files)


def _linked(word: str, target: str, command: Command, state: Snapshot) -> str | None:
    """Where a symbolic link points: relative to its own folder. `$(which x)` and the like are unknown."""
    if word.startswith("/"):
        return normal(word)
    return (
        normal(f"{target.rpartition('/')[0]}/{word}")
        if command.has("-s", "-sf", "-sfn", "-fs", "-sv", "--symbolic")
        else state.absolute(word, command.cwd)
    )


def _download(command: Command, run: Run) -> Snapshot:
    """curl -o FILE, wget -O FILE: the file is there after; a name left to the server lies in the folder."""
    state = run.state
    options = ("-o", "--output") if command.name == "curl" else ("-O", "--output-document", "-qO", "-nvO", "-o")
    values = command.values
    for number, value in enumerate(values):
        if value is None:
            continue
        target = None
        if (
            value in options or (value.startswith("-") and not value.startswith("--") and value[-1] == options[0][1])
        ) and number + 1 < len(values):
            target = values[number + 1]
            if target is None:
                return state._replace(files=state.files.then(Anything(("/",), no_python)))
        elif value.startswith(("--output=", "--output-document=")):
            target = value.split("=", 1)[1]
        if target is not None and target != "-":
            return _written([target], command, state)
    if command.name == "curl" and not any(
        (value and value.startswith("-") and not value.startswith("--") and "O" in value) or value == "--remote-name"
        for value in values
    ):
        return state
    folder = command.cwd
    return state._replace(files=state.files.then(Anything((folder or "/",), no_python)))


def _written(words: list[str], command: Command, state: Snapshot) -> Snapshot:
    files: Files = state.files
    for word in words:
        where = state.absolute(word, command.cwd)
        event = Anything(("/",), no_python) if where is None else Made(where, _file(command.at))
        files = files.then(event)
    return state._replace(files=files)


def _file(at: Place) -> Found:
    return Found("file", None, at)


def _anything(state: Snapshot) -> Snapshot:
    return state._replace(files=state.files.then(Anything(("/",))))

"""Files that come to lie elsewhere: cp, mv, ln, install and Debian's alternatives."""

from __future__ import annotations

from torchlint.model.effects import not_configuration
from torchlint.model.files import Anything, Doubted, Found, Made, Removed, inside, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.files import Files
    from torchlint.model.snapshot import Snapshot

GLOB = frozenset("*?[")
CHOSEN = "/etc/alternatives"
"""Where Debian's alternatives keep what was chosen."""

PLAIN = ("distribution", "cuda", "python")
"""Kinds of images that have no alternatives for Python of their own."""


def transfer(words: list[str | None], command: Command, state: Snapshot) -> Snapshot:
    """cp, mv, ln and install: what is known of the source is known of the target."""
    after = _brought(words, command, state)
    if command.name != "mv":
        return after
    return _left(words if command.has("-t", "--target-directory") else words[:-1], command, after)


def _left(words: list[str | None], command: Command, state: Snapshot) -> Snapshot:
    """What mv took is gone, wherever it went."""
    files = state.files
    environments = state.environments
    # With these it may let something lie.
    stays = command.has("-n", "--no-clobber", "-u", "--update", "-i", "--interactive")
    for pattern in (argument.pattern for argument in command.arguments if argument.value is None):
        source = state.absolute(pattern, command.cwd) if pattern else None
        files = files.then(Doubted(source)) if source is not None else files
    for word in words:
        source = state.absolute(word, command.cwd) if word is not None else None
        if source is None:
            continue
        files = files.then(Doubted(source) if stays or GLOB & set(source) else Removed(source))
        environments = {prefix: one for prefix, one in environments.items() if not inside(prefix, source)}
    return state._replace(files=files, environments=environments)


def _brought(words: list[str | None], command: Command, state: Snapshot) -> Snapshot:
    last = words[-1] if words else None
    target = state.absolute(last, command.cwd) if last is not None and not GLOB & set(last) else None
    if last is None or target is None or len(words) < 2 or command.has("-t", "--target-directory"):
        return state._replace(files=state.files.then(Anything(("/",))))
    into = len(words) > 2 or last.endswith("/") or last in (".", "..")
    found = state.find(target)
    if not into and isinstance(found, Found):
        into = found.kind == "dir" and not (command.name == "ln" and command.has("-sfn", "-sfT", "-n", "-T"))
    elif not into and found is None and command.name != "ln":
        return state._replace(files=state.files.then(Anything((target,))))
    files = state.files
    for word in words[:-1]:
        if word is None or GLOB & set(word):
            files = _replaced(files, target, command) if not into else files.then(Anything((target,)))
            continue
        source = _linked(word, target, command, state) if command.name == "ln" else state.absolute(word, command.cwd)
        where = normal(f"{target}/{word.rstrip('/').rsplit('/', 1)[-1]}") if into else target
        known = state.find(source) if source is not None else None
        if isinstance(known, Found) and known.kind == "file":
            files = files.then(Made(where, Found("file", known.content, command.at)))
        else:
            files = _replaced(files, where, command)
    return state._replace(files=files)


def _replaced(files: Files, where: str, command: Command) -> Files:
    """Something lies there now; what it is and holds nobody knows."""
    return files.then(Removed(where)).then(Made(where, Found(None, None, command.at))).then(Anything((where,)))


def _linked(word: str, target: str, command: Command, state: Snapshot) -> str | None:
    """Where a link points: a symbolic one is relative to its own folder."""
    if word.startswith("/"):
        return normal(word)
    symbolic = command.has("--symbolic") or any(
        value is not None and value[:1] == "-" and value[1:2] != "-" and "s" in value for value in command.values
    )
    return normal(f"{target.rpartition('/')[0]}/{word}") if symbolic else state.absolute(word, command.cwd)


def alternative(words: list[str | None], command: Command, state: Snapshot) -> Snapshot:
    """update-alternatives: the link of a name leads to another program."""
    files = state.files
    if command.has("--install"):
        link, name, path = (*command.values[command.values.index("--install") + 1 :], None, None, None)[:3]
        if link is not None and name is not None and link.startswith("/"):
            known = state.find(path) if path is not None and path.startswith("/") else None
            # The first of its name is chosen; among several their priorities decide, and images may have others.
            first = not isinstance(state.find(f"{CHOSEN}/{name}"), Found) and state.base.kind in PLAIN
            content = known.content if isinstance(known, Found) and first else None
            files = files.then(Made(link, Found("file", content, command.at)))
            files = files.then(Made(f"{CHOSEN}/{name}", Found(None, None, command.at)))
    elif command.has("--set") and len(words) == 2 and None not in words:
        known = state.find(words[1] or "")
        content = known.content if isinstance(known, Found) else None
        files = files.then(Made(f"/usr/bin/{words[0]}", Found("file", content, command.at)))
    else:
        for word in words:
            path = f"/usr/bin/{word}"
            if word is not None and isinstance(state.find(path), Found):
                files = files.then(Made(path, Found("file", None, command.at)))
    if command.has("--slave"):
        files = files.then(Anything(("/usr/bin", "/usr/share", "/etc"), not_configuration))
    return state._replace(files=files)

"""Files made, moved and removed: rm, unlink, mv, cp, ln, mkdir, touch."""

from __future__ import annotations

from torchlint.model.effects import (
    disturbed,
    forget_packages,
    no_package,
    no_python,
    not_configuration,
    unknown_program,
    without_python,
)
from torchlint.model.files import Anything, Doubted, Downloaded, Found, Made, Removed, inside, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

GLOB = frozenset("*?[")
VALUED = {
    "git": frozenset(
        "-b --branch --depth -j --jobs -c --config -o --origin --filter --template --reference --reference-if-able "
        "--shallow-since --shallow-exclude --separate-git-dir --server-option -u --upload-pack --bundle-uri".split()
    ),
    "mkdir": frozenset({"-m", "--mode"}),
    "cp": frozenset({"-t", "--target-directory", "-S"}),
    "mv": frozenset({"-t", "--target-directory", "-S"}),
    "ln": frozenset({"-t", "--target-directory", "-S"}),
    "install": frozenset({"-m", "-o", "-g", "-t", "--mode", "--owner", "--group"}),
}


PACKED = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".tbz2", ".txz")

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
    called = command.words[0].value or name
    if name == "install" and "/" in called and not called.startswith("/usr/"):
        # The AWS command line brings a Python of its own, in no folder of programs.
        return without_python(state) if called.endswith("aws/install") else unknown_program(state)
    if name == "sed":
        return _rewritten(state) if command.has("-i", "--in-place") or "i" in _letters(command) else state
    if name == "git":
        return _git(command, state)
    if name in ("tar", "unzip"):
        return disturbed(state, _unpacked_to(command, state), _not_in_archive(command, state))
    if name in ("rm", "rmdir", "unlink"):
        # What an unknown word removes is not known to be gone: nothing changes.
        return _remove([word.value or word.pattern or "" for word in command.arguments], run)
    if name == "find":
        return _found(command, run)
    if name == "xargs":
        return _xargs(command, state)
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


def _git(command: Command, state: Snapshot) -> Snapshot:
    """Files in the folder of a clone; else anywhere, but no Python."""
    words = _operands(command, VALUED["git"])
    if words[:1] in (["config"], ["version"]) or command.values in (("lfs", "install"), ("--version",)):
        return state
    if words[:1] == ["clone"] and len(words) in (2, 3) and not command.has("--bare", "--mirror"):
        url = words[1] or command.words[command.values.index(words[1]) + 1].written.strip("\"'")
        name = words[-1] if len(words) == 3 else url.rstrip("/").rpartition("/")[2].removesuffix(".git")
        where = state.absolute(name, command.cwd) if name is not None and "$" not in name else None
        if where is not None:
            apart = "/" if command.has("--separate-git-dir") else where
            files = state.files.then(Anything((apart,), no_python))
            return state._replace(files=files.then(Made(f"{where}/.git", Found("dir", Downloaded(url), command.at))))
    return state._replace(files=state.files.then(Anything(("/",), no_python)))


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


def _not_in_archive(command: Command, state: Snapshot) -> Callable[[str], bool]:
    """What an archive surely does not hold: no Python if it was fetched from a place that has none."""
    from torchlint.model.effects.building import pythonic

    for word in command.arguments:
        where = state.absolute(word.value, command.cwd) if word.value is not None else None
        found = state.find(where) if where is not None else None
        if isinstance(found, Found) and isinstance(found.content, Downloaded):
            return not_configuration if pythonic(found.content.address) else no_python
    return not_configuration


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
    unknown = [word.written.strip("\"'") for word in command.arguments if word.value is None]
    return command.cwd if all(written.endswith(PACKED) for written in unknown) else None


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


def _handed(state: Snapshot, words: tuple[str | None, ...]) -> Snapshot:
    """After a program that gets words which nobody knows."""
    if words[:1] in (("pip",), ("pip3",)) or words[:3] in (("python", "-m", "pip"), ("python3", "-m", "pip")):
        return forget_packages(state)._replace(files=state.files.then(Anything(("/",), no_package)))
    return state if words[:1] and words[0] in HARMLESS else unknown_program(state)


def _xargs(command: Command, state: Snapshot) -> Snapshot:
    """`xargs -n1 PROGRAM …`."""
    values = command.values
    number = 0
    while number < len(values) and (values[number] or "").startswith("-"):
        number += 2 if values[number] in ("-n", "-I", "-P", "-L", "-d", "-a", "-s") else 1
    return _handed(state, values[number:]) if number < len(values) else state


def _found(command: Command, run: Run) -> Snapshot:
    """`find FOLDER ... -delete` or `-exec`: something below the folder may be gone."""
    state = run.state
    if not command.has("-delete", "-exec", "-execdir", "-ok"):
        return state
    values = command.values
    for number, value in enumerate(values[:-1]):
        if value in ("-exec", "-execdir", "-ok"):
            state = _handed(state, values[number + 1 :])
        if value in ("-exec", "-execdir") and values[number + 1] == "sed":
            state = _rewritten(state)
    names = _names(values)
    for value in values:
        if value is None or value.startswith(("-", "(", "!")):
            break
        where = state.absolute(value, command.cwd)
        if where is not None:
            state = state._replace(files=state.files.then(Doubted(normal(f"{where}/*"), names)))
    return state


def _names(values: tuple[str | None, ...]) -> tuple[str, ...]:
    """The patterns of names that every alternative of `find` asks for; none where one asks for no name."""
    names: list[str] = []
    asked = False
    for number, value in enumerate(values):
        if value in ("-o", "-or", ","):
            if not asked:
                return ()
            asked = False
        elif value in ("!", "-not", "-path", "-regex", "-iname", None):
            return ()
        elif value == "-name" and number + 1 < len(values):
            names.append(values[number + 1] or "*")
            asked = True
    return tuple(names) if asked else ()

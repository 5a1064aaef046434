"""curl, wget and aria2c: files that come from the network, and what their addresses say of them."""

from __future__ import annotations

from torchlint.model.effects import no_python
from torchlint.model.files import Anything, Downloaded, Found, Made

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

OUTPUT = {
    "curl": ("o", "--output"),
    "wget": ("O", "--output-document"),
    "aria2c": ("o", "--out"),
}
"""The letter and the long form of the option that names the file."""

FOLDER = {"curl": ("", "--output-dir"), "wget": ("P", "--directory-prefix"), "aria2c": ("d", "--dir")}
"""The same for the folder that files without a told name come to lie in."""


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after a download."""
    state = run.state
    name = command.name or ""
    addresses = [word for word in command.arguments if "://" in (word.value or word.written)]
    outputs, told = _values(command, *OUTPUT[name])
    folders, told_folder = _values(command, *FOLDER[name])
    folder = state.absolute(folders[-1] or "", command.cwd) if told_folder and folders[-1] else command.cwd
    if told_folder and (folders[-1] is None or folder is None):
        folder = None
    files = state.files
    if told:
        for number, output in enumerate(outputs):
            address = addresses[min(number, len(addresses) - 1)] if addresses else None
            where = state.absolute(output, folder) if output is not None else None
            if where is None:
                files = files.then(Anything(("/",), no_python))
            elif output != "-" and not where.startswith("/dev/"):
                files = files.then(Made(where, Found("file", _content(address), command.at)))
    elif name != "curl" or _keeps_name(command):
        for address in addresses:
            known = address.value.rstrip("/").rpartition("/")[2] if address.value is not None else ""
            where = state.absolute(known, folder) if known and folder is not None else None
            if where is None:
                files = files.then(Anything((folder or "/",), no_python))
            else:
                files = files.then(Made(where, Found("file", _content(address), command.at)))
        if not addresses:
            files = files.then(Anything((folder or "/",), no_python))
    for redirect in command.redirects:
        target = redirect.target.value
        where = state.absolute(target, command.cwd) if redirect.operator == ">" and target is not None else None
        if where is not None and redirect.fd in (None, 1) and not where.startswith("/dev/"):
            files = files.then(Made(where, Found("file", _content(addresses[0] if addresses else None), command.at)))
    return state._replace(files=files)


def address_of(command: Command) -> str:
    """What a download fetches, as far as it is known; "" when the command is none or names nothing."""
    if command.name not in OUTPUT:
        return ""
    return next((_address(word) for word in command.arguments if "://" in (word.value or word.written)), "")


def piped(run: Run) -> str:
    """The address of the download that stands before the command which is followed now."""
    return address_of(run.commands[-2]) if len(run.commands) > 1 else ""


def _address(word: Argument) -> str:
    return word.value if word.value is not None else word.written.strip("\"'")


def _content(word: Argument | None) -> Downloaded | None:
    return None if word is None else Downloaded(_address(word))


def _values(command: Command, letter: str, long: str) -> tuple[list[str | None], bool]:
    """The values of an option, and whether it is told."""
    found: list[str | None] = []
    values = command.values
    for number, value in enumerate(values):
        if value is None:
            continue
        following = values[number + 1] if number + 1 < len(values) else None
        if value.startswith(f"{long}="):
            found.append(value[len(long) + 1 :])
        elif value == long:
            found.append(following)
        elif letter and value[:1] == "-" and value[1:2] != "-" and letter in value:
            rest = value.partition(letter)[2]
            found.append(rest or following)
    return found, bool(found)


def _keeps_name(command: Command) -> bool:
    """True for `curl -O`."""
    return any(
        value is not None and (value in ("--remote-name", "--remote-name-all") or _letters(value, "O"))
        for value in command.values
    )


def _letters(value: str, letter: str) -> bool:
    return value[:1] == "-" and value[1:2] != "-" and letter in value

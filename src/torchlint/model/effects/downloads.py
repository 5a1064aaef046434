"""curl, wget and aria2c: files that come from the network, and what their addresses say of them."""

from __future__ import annotations

from torchlint.model.effects import no_python
from torchlint.model.files import Anything, Downloaded, Found, Made
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Target(NamedTuple):
    """A file that a download writes. `address`: of what comes to lie there, None where that is not said. `where`: its
    path, None where that cannot be known: then it lies below `folder`. `word`: what names it."""

    address: Argument | None
    where: str | None
    folder: str
    word: Argument | None


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after a download."""
    state = run.state
    files = state.files
    bare: tuple[Argument, ...] = ()
    # Most are told to follow: that is seen without what knows the rest.
    if command.name == "curl" and not any(_letters(value or "", "L") for value in command.values):
        from torchlint.model.redirected import redirected

        bare = redirected(command)
    for one in targets(command):
        if one.where is None:
            files = files.then(Anything((one.folder,), no_python))
        else:
            kept = command.at if one.address in bare else None
            content = None if one.address is None else Downloaded(address_in(one.address), kept)
            files = files.then(Made(one.where, Found("file", content, command.at)))
    return state._replace(files=files)


def targets(command: Command) -> Iterator[Target]:
    """The files that a download writes."""
    state = command.before
    name = command.name or ""
    addresses = [word for word in command.arguments if "://" in (word.value or word.written)]
    outputs = _words(command, *OUTPUT[name])
    told_folders = _words(command, *FOLDER[name])
    told = told_folders[-1].value if told_folders else ""
    folder = None if told is None else state.absolute(told, command.cwd) if told else command.cwd
    if outputs:
        for number, output in enumerate(outputs):
            address = addresses[min(number, len(addresses) - 1)] if addresses else None
            value = output.value
            where = state.absolute(value, folder) if value is not None else None
            if where is None or (value != "-" and not where.startswith("/dev/")):
                yield Target(address, where, "/", output)
    elif name != "curl" or _keeps_name(command):
        for address in addresses:
            known = address.value.rstrip("/").rpartition("/")[2] if address.value is not None else ""
            where = state.absolute(known, folder) if known and folder is not None else None
            yield Target(address, where, folder or "/", address)
        if not addresses:
            yield Target(None, None, folder or "/", None)
    for redirect in command.redirects:
        target = redirect.target.value
        where = state.absolute(target, command.cwd) if redirect.operator == ">" and target is not None else None
        if where is not None and redirect.fd in (None, 1) and not where.startswith("/dev/"):
            yield Target(addresses[0] if addresses else None, where, "/", redirect.target)


def address_of(command: Command) -> str:
    """What a download fetches, as far as it is known; "" when the command is none or names nothing."""
    if command.name not in OUTPUT:
        return ""
    return next((address_in(word) for word in command.arguments if "://" in (word.value or word.written)), "")


def piped(run: Run) -> str:
    """The address of the download that stands before the command which is followed now."""
    return address_of(run.commands[-2]) if len(run.commands) > 1 else ""


def address_in(word: Argument) -> str:
    """The address that a word is, as it is written where that is all that is known."""
    return word.value if word.value is not None else word.written.strip("\"'")


def _words(command: Command, letter: str, long: str) -> list[Argument]:
    """The values of an option."""
    found: list[Argument] = []
    words = command.arguments
    for number, word in enumerate(words):
        value = word.value
        if value is None:
            continue
        following = words[number + 1] if number + 1 < len(words) else word._replace(value=None)
        if value.startswith(f"{long}="):
            found.append(word._replace(value=value[len(long) + 1 :]))
        elif value == long:
            found.append(following)
        elif letter and value[:1] == "-" and value[1:2] != "-" and letter in value:
            rest = value.partition(letter)[2]
            found.append(word._replace(value=rest) if rest else following)
    return found


def _keeps_name(command: Command) -> bool:
    """True for `curl -O`."""
    return any(
        value is not None and (value in ("--remote-name", "--remote-name-all") or _letters(value, "O"))
        for value in command.values
    )


def _letters(value: str, letter: str) -> bool:
    return value[:1] == "-" and value[1:2] != "-" and letter in value

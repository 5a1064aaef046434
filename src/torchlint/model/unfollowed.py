"""What comes of a redirect that curl does not follow.

Without -L curl ends well with it: what it writes is empty, or a few lines that say where to look.
"""

from __future__ import annotations

from torchlint.model.files import Downloaded, Found
from torchlint.model.invocation import SHELLS
from torchlint.model.redirected import host_of, redirected
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.argument import Argument
    from torchlint.model.build import Build
    from torchlint.model.command import Command
    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Place

UNPACKING = frozenset({"unzip", "gunzip", "bunzip2", "unxz", "unlzma", "unzstd", "zcat", "bzcat", "xzcat", "zstdcat"})
DECOMPRESSORS = frozenset({"gzip", "bzip2", "xz", "lzma", "zstd"})
SUMS = frozenset({"sha256sum", "sha512sum", "sha1sum", "sha224sum", "sha384sum", "md5sum", "shasum", "b2sum"})
PYTHONS = ("python", "pypy")
PACKAGES = (".whl", ".zip", ".gz", ".tgz", ".bz2", ".xz", ".deb")


class Unfollowed(NamedTuple):
    """`address`: the word of the command whose address only points elsewhere. `host`: the one that does. `file`: what
    is written of that, as it is called; "" where the next command reads it.

    `how`, with the program `what` at `at`: "archive", "key" and "sum", it reads that and surely fails, and the build
    stops; "missing", the build stops there, as a script should have brought it; "start", a container is to start with
    it; "script", it is run, or runs that; "", nothing is known to read it.
    """

    address: Argument
    host: str
    file: str
    how: str = ""
    what: str = ""
    at: Place | None = None


def unfollowed(build: Build, command: Command) -> Unfollowed | None:
    """What comes of a redirect that a curl surely does not follow; None where it harms nothing or nobody knows."""
    addresses = redirected(command) if command.certain and not command.background else ()
    if not addresses:
        return None
    later = list(_later(build, command))
    if command.piped:
        reader = later[0] if later and later[0].fed else None
        how = _reads_input(reader) if reader is not None else ""
        found = Unfollowed(addresses[0], host_of(addresses[0]) or "", "")
        return _judged(found, how, reader, command, later) if how else None
    from torchlint.model.effects.downloads import address_in, targets

    for target in targets(command):
        address, word = target.address, target.word
        if address is None or word is None or address not in addresses:
            continue
        name = (target.where or address_in(word)).rstrip("/").rpartition("/")[2]
        found = Unfollowed(address, host_of(address) or "", name)
        how, reader = _first_reader(target.where, command.at, later)
        judged = _judged(found, how, reader, command, later)
        started = _started(build, command.at) if judged is not None and judged.how in ("script", "") else None
        return found._replace(how="start", what=name, at=started) if started is not None else judged
    return None


def _judged(
    found: Unfollowed, how: str, reader: Command | None, command: Command, later: list[Command]
) -> Unfollowed | None:
    if reader is not None:
        if not (reader.certain and reader.fatal):
            # Somebody lives with its failure.
            return None
        found = found._replace(how=how, what=reader.name or "", at=reader.at)
        if how != "script":
            return found
        lost = _lost(reader, later)
        if lost is not None:
            return found._replace(how="missing", what=lost.words[0].value or "", at=lost.at)
    # The status of a pipe is that of its last command.
    return found if command.fatal or command.piped else None


def _started(build: Build, at: Place) -> Place | None:
    """What starts a container with what a curl wrote."""
    for index in build.shipped:
        state = build.stages[index].final
        launch = state.entrypoint or state.cmd
        word = launch.words[0].value if launch is not None and launch.words else None
        where = state.where(word) if word else None
        if launch is not None and where is not None and _still(state, where, at):
            return launch.at
    return None


def _later(build: Build, command: Command) -> Iterator[Command]:
    """The commands of its stage after it."""
    reached = False
    for step in build.stages[command.stage].steps[command.step :]:
        for one in step.commands:
            if reached:
                yield one
            reached = reached or one is command


def _first_reader(path: str | None, at: Place, later: list[Command]) -> tuple[str, Command | None]:
    for reader in later if path is not None else ():
        how = _reads(reader, path or "", at, later)
        if how:
            return how, reader
    return "", None


def _reads(reader: Command, path: str, at: Place, later: list[Command]) -> str:
    """How a command reads what a curl wrote to a path of a redirect; "" when it does not or that is not known."""
    name, values = reader.name or "", reader.values
    if name in SUMS:
        named = path.rpartition("/")[2] in (word.rpartition("/")[2] for word in _told(reader, later))
        return "sum" if named and _checks(values) and _still(reader.before, path, at) else ""
    words = [*reader.words, *(one.target for one in reader.redirects if one.operator == "<")]
    files = [_is(reader, word.value, at) for word in words]
    if files[0] or _runs(reader, at):
        return "script"
    if not any(files):
        return ""
    if any(one.operator == "<" for one in reader.redirects):
        return _reads_input(reader)
    if name == "tar":
        place = files.index(True)
        before = reader.words[place - 1].value or ""
        named = "f" in before and (before[:1] == "-" or place == 2)
        return "archive" if named and _unpacks(reader) else ""
    if _unpacks(reader) or (path.endswith(PACKAGES) and _installs(reader)):
        return "archive"
    if _takes_key(reader):
        return "key"
    if name in SHELLS or name.startswith(PYTHONS) or name in (".", "source"):
        first = next((value for value in values if value is None or value[:1] not in ("-", "+")), None)
        return "script" if _is(reader, first, at) else ""
    return ""


def _is(reader: Command, word: str | None, at: Place) -> bool:
    """Whether a word of a command is the path of what a curl wrote."""
    where = reader.before.absolute(word, reader.cwd) if word else None
    return where is not None and _still(reader.before, where, at)


def _runs(reader: Command, at: Place) -> bool:
    """Whether it is what a curl wrote into a folder of PATH."""
    word = reader.words[0].value
    where = reader.before.where(word, cwd=reader.cwd) if word and "PATH" not in reader.env else None
    return where is not None and _still(reader.before, where, at)


def _still(state: Snapshot, path: str, at: Place) -> bool:
    found = state.find(path)
    return isinstance(found, Found) and isinstance(found.content, Downloaded) and found.content.unfollowed == at


def _told(reader: Command, later: list[Command]) -> list[str]:
    """The words that a command is given to read, as far as echo and its like or its own line say them."""
    place = next((number for number, one in enumerate(later) if one is reader), 0)
    before = later[place - 1] if reader.fed and place else None
    words = [one.target for one in reader.redirects if one.operator == "<<<"]
    if before is not None and before.name in ("echo", "printf"):
        words += before.arguments
    text = " ".join(word.value if word.value is not None else word.written.strip("\"'") for word in words)
    return text.replace("*", " ").replace("\\n", " ").replace("\n", " ").split(" ")


def _checks(values: tuple[str | None, ...]) -> bool:
    return any(value is not None and (value == "--check" or _letter(value, "c")) for value in values)


def _letter(value: str, letters: str) -> bool:
    """Whether a word is options of one letter and one is among these."""
    return value[:1] == "-" != value[1:2] and any(letter in value for letter in letters)


def _reads_input(reader: Command) -> str:
    """How a command reads what it is fed: see Unfollowed."""
    name, values = reader.name or "", reader.values
    if name in SHELLS or name.startswith(PYTHONS):
        first = next((value for value in values if value is None or value[:1] != "-" or value in ("-", "-c")), "-")
        return "script" if first == "-" or "-s" in values else ""
    return "archive" if _unpacks(reader) or name == "funzip" else "key" if _takes_key(reader) else ""


def _takes_key(reader: Command) -> bool:
    """Whether it surely fails for what is no key."""
    values = reader.values
    return ("add" in values and reader.name == "apt-key") or (
        reader.name == "gpg" and any(value in ("--dearmor", "--import") for value in values)
    )


def _unpacks(reader: Command) -> bool:
    """Whether it surely fails for what is no archive; an empty file is none."""
    name = reader.name or ""
    values = [value or "-f" for value in reader.values]
    if name == "tar":
        first = values[0] if values and values[0][:1] != "-" else ""
        long = any(value in ("--extract", "--get", "--list") for value in values)
        return "x" in first or "t" in first or long or any(_letter(value, "xt") for value in values)
    if name in DECOMPRESSORS or name in UNPACKING:
        # With -f some give back what they cannot read.
        if name != "unzip" and any(value == "--force" or _letter(value, "f") for value in values):
            return False
        return name in UNPACKING or any(_letter(value, "d") or value == "--decompress" for value in values)
    return False


def _installs(reader: Command) -> bool:
    """Whether it installs packages from files, so that it surely fails for one that is none."""
    name, values = reader.name or "", reader.values
    if name in ("dpkg", "dpkg-deb"):
        return any(value in ("-i", "--install", "--unpack", "-x", "-X", "--extract") for value in values)
    if name in ("apt", "apt-get") or name.startswith("pip"):
        return "install" in values
    return values[:3] == ("-m", "pip", "install") or values[:2] == ("pip", "install")


def _lost(reader: Command, later: list[Command]) -> Command | None:
    """The first command that surely is not there, as only a script that is none would have brought it."""
    place = next((number for number, one in enumerate(later) if one is reader), len(later))
    for one in later[place + 1 :]:
        word = one.words[0].value
        where = one.before.where(word, cwd=one.cwd) if word and "PATH" not in one.env else None
        found = one.before.find(where) if where is not None else None
        if word and isinstance(found, Found) and found.at == reader.at:
            told = one.before.variable("PATH")
            missing = reader.before.which(word, cwd=one.cwd, path=told.value if told is not None else "") is False
            # Another step may have brought a Python that comes later in PATH.
            sure = "/" in word or one.name in ("conda", "mamba", "uv", "uvx")
            return one if missing and sure and one.certain and one.fatal else None
        if one.unknown:
            return None
    return None

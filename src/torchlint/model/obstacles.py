"""What keeps a container's program from starting although its file is there: its user, its mode, its first line."""

from __future__ import annotations

from torchlint.model.files import Found
from torchlint.record import NamedTuple
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.model.command import Command
    from torchlint.model.entry import Entry
    from torchlint.model.files import Answer
    from torchlint.model.snapshot import Snapshot
    from torchlint.model.step import Step
    from torchlint.text import Source

REWRITING = frozenset({"sed", "perl", "awk", "dos2unix", "tee", "ex"})
"""Programs that may give a script another first line or other line ends."""

MODES = frozenset({"chmod", "install", "setcap", "find", "xargs", "rsync", "cp", "mv", "ln", "tar", "setfacl"})
"""Programs that may make a file executable."""

CHANGING_SH = frozenset({"dpkg-reconfigure", "update-alternatives", "dpkg-divert"})
"""Programs that may put another shell in the place of /bin/sh."""

CREATING = {"curl": "is a download", "wget": "is a download", "tee": "is a new file", "touch": "is a new file"}
"""Programs that make a file which nobody may execute, and leave the mode of one that is there."""

OPENING = frozenset({"chmod", "chown", "usermod", "useradd", "setfacl", "chgrp", "adduser"})
"""Programs that may let others into a folder."""


class Obstacle(NamedTuple):
    """One reason. `said`: as a sentence. `at`: what is to blame, where that is not the entry itself.

    `kind` and `what`: "account", the user or group that is not there ("user app"); "source", "source" in a shell that
    has none; "conda", its activation in a shell that has not read its functions; "root", the path below /root that the
    user may not reach; "mode", how the file was made; "line", "late" if blanks stand before a script's #! line, "" if
    it has none; "interpreter", the program that this line names and that is not there; "return", the one that would be
    there without the carriage return behind it.
    """

    kind: str
    what: str
    said: str
    at: Place | None = None


def obstacles(entry: Entry) -> Iterator[Obstacle]:
    """All that surely keep the entry from starting."""
    state, main = entry.state, entry.main
    missing = state.missing_account
    if missing:
        yield Obstacle("account", missing, f"there is no {missing} in the image", state.user.at)
    without = next((one for one in entry.commands if lacks_source(one)), None)
    if without is not None and not another_sh(steps_of(entry)):
        said = "source is not found: /bin/sh is dash here, which knows only the dot command"
        yield Obstacle("source", "source", said, without.words[0].at)
    if entry.shell_form or len(entry.commands) > 1:
        from torchlint.model.hooks import unprepared

        asked = next((one for one in entry.commands if unprepared(one, entry.commands, entry)), None)
        if asked is not None:
            yield Obstacle("conda", "conda", "the shell has not read the functions of conda", asked.at)
    word = main.words[0].value if main is not None and main.words else None
    if main is None or word is None or not entry.alone:
        return
    hidden = _below_root(entry, state.where(word, cwd=main.cwd))
    if hidden:
        owner = entry.environment
        what = f"the Python of {owner.prefix}" if owner is not None and hidden == owner.home else hidden
        said = f"user {_name(state)} may not enter /root, and {what} lies there"
        yield Obstacle("root", hidden, said, state.user.at)
    if main.certain:
        yield from _of_mode(entry, state.where(word, cwd=main.cwd))
        yield from _of_line(entry)


def steps_of(entry: Entry) -> list[Step]:
    """The steps of the stage and of those that it builds FROM, the first one first."""
    lineage: list[tuple[Step, ...]] = []
    index: int | None = entry.stage
    while index is not None and index < len(entry.stages):
        lineage.append(entry.stages[index].steps)
        index = entry.stages[index].parent
    return [step for steps in reversed(lineage) for step in steps]


def lacks_source(command: Command) -> bool:
    """Whether `source` meets the dash that Debian and Ubuntu have as /bin/sh, and its failure counts."""
    if command.words[0].value != "source" or command.shell not in ("sh", "dash"):
        return False
    return command.fatal and command.certain and has_dash(command.before)


def has_dash(state: Snapshot) -> bool:
    """Whether /bin/sh is the dash that Debian and Ubuntu have."""
    base = state.base
    if not (base.os or "").startswith(("debian", "ubuntu")) and not base.newest:
        return False
    sh = state.find("/bin/sh")
    return isinstance(sh, Found) and sh.at is None


def another_sh(steps: Iterable[Step]) -> bool:
    """Whether a step may have made another shell the /bin/sh."""
    return any(command.name in CHANGING_SH for step in steps for command in step.commands)


def _name(state: Snapshot) -> str:
    return (state.user.value or "").partition(":")[0]


def _below_root(entry: Entry, where: str | None) -> str:
    """What the entry needs and another user than root may not reach; "" where that is not sure."""
    state, owner = entry.state, entry.environment
    if _name(state) in ("", "root", "0") or state.user.at is None:
        return ""
    # The official images have /root with mode 0700; nobody knows about others.
    if state.base.kind not in ("python", "cuda", "pytorch", "distribution"):
        return ""
    needed = (where, entry.script, owner.prefix if owner else None, owner.home if owner else None)
    hidden = next((path for path in needed if path is not None and path.startswith("/root/")), "")
    commands = [one for step in steps_of(entry) for one in step.commands] if hidden else []
    opening = (one for one in commands if one.name in OPENING)
    opened = any(value is None or "/root" in value or value == "/" for one in opening for value in one.values)
    return "" if opened or any(one.unknown for one in commands) else hidden


def _of_mode(entry: Entry, where: str | None) -> Iterator[Obstacle]:
    found: Answer = entry.found
    steps = steps_of(entry)
    while where is not None and isinstance(found, Found) and found.at is not None:
        at = found.at
        number = next((n for n, step in enumerate(steps) if step.at.span.contains(at.span)), None)
        if number is None or at.source is not steps[number].at.source:
            return
        how, found = _made_plain(steps[number], at, where)
        later = [one for step in steps[number:] for one in step.commands]
        if how and found is False and not any(one.name in MODES or one.unknown for one in later):
            said = f"permission denied, as {where} {how} and nothing makes it executable"
            yield Obstacle("mode", how, said, at)


def _made_plain(step: Step, at: Place, where: str) -> tuple[str, Answer]:
    """How the step makes a file that surely is not executable, "" for anything else; and what was there before, whose
    mode stays when it is written over."""
    how = _copied_plain(step, at)
    if how:
        return how, False
    for command in step.commands:
        for redirect in command.redirects:
            if redirect.target.at == at:
                return "is written by the shell", redirect.over
        if command.at == at and command.name in CREATING:
            return CREATING[command.name], command.before.find(where)
    return "", None


def _copied_plain(step: Step, at: Place) -> str:
    """How a COPY makes a file that surely is not executable; "" for anything else."""
    mode = step.instruction.flag("chmod")
    copied = step.copied
    if copied is not None and not copied.from_elsewhere and any(one.at == at for one in copied.sources):
        if mode is None:
            heredoc = any(one.at == at and one.heredoc for one in copied.sources)
            return "comes from a heredoc of COPY with mode 0644" if heredoc else ""
        value = mode.value or ""
        plain = (
            value.isascii()
            and value.isdigit()
            and len(value) in (3, 4)
            and not any(int(digit) % 2 for digit in value[-3:])
        )
        return f"comes from a COPY with mode {value}" if plain else ""
    return ""


def _of_line(entry: Entry) -> Iterator[Obstacle]:
    """Of a script that comes from the build context."""
    source, main = entry.file, entry.main
    if source is None or main is None:
        return
    if any(one.name in REWRITING for step in steps_of(entry) for one in step.commands):
        return
    if source.text.startswith("#!"):
        yield from _of_interpreter(entry, source)
        return
    text = source.text.lstrip(" \t\r\n")
    # An empty file is one of which nothing is known yet; a shell runs what the kernel does not know itself.
    if text and main.words == entry.argv and not entry.shell_form:
        late = text.startswith("#!")
        why = "blanks stand before its #! line" if late else "its first line does not name a program with #!"
        said = f"{source.path} is no program that the kernel knows, as {why}"
        yield Obstacle("line", "late" if late else "", said, Place(source, Span(0, 0)))


def _of_interpreter(entry: Entry, source: Source) -> Iterator[Obstacle]:
    line = source.text.split("\n", 1)[0]
    first = line.rstrip("\r")
    words = [word for word in first[2:].replace("\t", " ").split(" ") if word]
    if not words:
        return
    program, at = words[0], Place(source, Span(0, len(first)))
    missing = program if program.startswith("/") and entry.state.find(program) is False else ""
    if program.endswith("/env"):
        named = next((word for word in words[1:] if not word.startswith("-") and "=" not in word), "")
        missing = named if named and entry.state.which(named) is False else ""
    if missing:
        said = f"the first line of {source.path} asks for {missing}, which is not in the image"
        yield Obstacle("interpreter", missing, said, at)
    elif first != line:
        # Linux takes the carriage return for the end of the last word.
        said = (
            f"the first line of {source.path} ends with a carriage return, which Linux takes for a part of {words[-1]}"
        )
        yield Obstacle("return", words[-1], said, at)

"""Whether a shell has read the functions that `conda activate` needs."""

from __future__ import annotations

from torchlint.model.environment import Program
from torchlint.model.invocation import script_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.model.command import Command
    from torchlint.model.entry import Entry

SHELLS = ("sh", "dash", "ash", "bash")
PLAIN = frozenset(
    {"-c", "-e", "-x", "-u", "-o", "-ec", "-xc", "-ex", "-exc", "-euc", "-euxc", "-eux", "-eu", "pipefail"}
)
"""Options with which a shell reads no file before its script."""

READING = frozenset({".", "source", "eval", "exec", "bash", "conda.sh"})
"""What may bring the functions, first in the same script."""

READS_BASH_ENV = ("ngc",)
"""Kinds of images that set BASH_ENV themselves."""


def unprepared(command: Command, script: Iterable[Command], entry: Entry | None = None) -> bool:
    """True if a command surely is `conda activate` in a shell that knows conda as a program only. `script`: all
    commands of that shell. `entry`: what starts it, where no step does."""
    if command.name not in ("conda", "mamba") or command.values[:1] not in (("activate",), ("deactivate",)):
        return False
    program, shell = command.program(), command.before.shell.value if entry is None else _shell(entry)
    if not isinstance(program, Program) or program.kind != "conda" or not (command.fatal and command.certain):
        return False
    if shell is None or shell[0].rpartition("/")[2] not in SHELLS or not PLAIN.issuperset(shell[1:]):
        return False
    base = command.before.base
    reads = command.before.variable("BASH_ENV") or base.kind is None or base.kind in READS_BASH_ENV
    if shell[0].endswith("bash") and reads:
        return False
    for one in script:
        if one is command:
            return True
        # A `bash -c` is one more plain shell, which knows no more than the first.
        plain = one.name == "bash" and not reads and _plain(one)
        if "BASH_ENV" in one.env or (not plain and (one.unknown or one.name in READING)):
            return False
    return False


def _plain(command: Command) -> bool:
    """Whether a shell is given its script with `-c`, and reads no file before it."""
    before_script = command.values[:-1]
    return any(value.endswith("c") for value in before_script if value) and PLAIN.issuperset(before_script)


def _shell(entry: Entry) -> tuple[str, ...] | None:
    """The words before the text that a container's shell gets; None where it starts no shell with a text."""
    position = script_word(entry.argv) if entry.argv else None
    words = [word.value for word in entry.argv[:position]] if position is not None else []
    return tuple(word for word in words if word is not None) if words and None not in words else None

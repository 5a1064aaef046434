"""Whether a shell has read the functions that `conda activate` needs."""

from __future__ import annotations

from torchlint.model.environment import Program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.model.command import Command

SHELLS = ("sh", "dash", "ash", "bash")
PLAIN = frozenset(
    {"-c", "-e", "-x", "-u", "-o", "-ec", "-xc", "-ex", "-exc", "-euc", "-euxc", "-eux", "-eu", "pipefail"}
)
"""Options with which a shell reads no file before its script."""

READING = frozenset({".", "source", "eval", "exec", "bash", "conda.sh"})
"""What may bring the functions, first in the same script."""


def unprepared(command: Command, script: Iterable[Command]) -> bool:
    """True if a command surely is `conda activate` in a shell that knows conda as a program only. `script`: all
    commands of that shell."""
    if command.name not in ("conda", "mamba") or command.values[:1] not in (("activate",), ("deactivate",)):
        return False
    program, shell = command.program(), command.before.shell.value
    if not isinstance(program, Program) or program.kind != "conda" or not (command.fatal and command.certain):
        return False
    if shell is None or shell[0].rpartition("/")[2] not in SHELLS or not PLAIN.issuperset(shell[1:]):
        return False
    if shell[0].endswith("bash") and (command.before.variable("BASH_ENV") or command.before.base.kind is None):
        return False
    for one in script:
        if one is command:
            return True
        if one.unknown or one.name in READING:
            return False
    return False

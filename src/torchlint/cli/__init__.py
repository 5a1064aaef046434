"""The command line: arguments, exit codes and streams. What there is to say is decided below."""

from __future__ import annotations

import gc
import os
import sys

from torchlint.cli.arguments import Help, UsageError, check_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

OTHERS = frozenset("fix inspect verify explain rules test config server version completion".split())
"""The commands beside `check`: functions of torchlint.cli.commands."""

USAGE = 2
INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run torchlint with these arguments and return the exit code. Without any: as the process, which ends with it."""
    if words is None:
        # What a check makes lives until its end; looking for garbage in between costs a tenth of a short run.
        gc.set_threshold(100_000)
        _leave(_main(sys.argv[1:]))
    return _main(list(words))


def _leave(code: int) -> NoReturn:
    """End the process without taking apart what the system takes back in one piece: a tenth of a short run."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(code)


def _main(words: list[str]) -> int:
    try:
        return _run(words)
    except Help as asked:
        from torchlint.cli.streams import write

        write(str(asked))
        return 0
    except UsageError as error:
        _say(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if "-v" in words or "--verbose" in words:
            import traceback

            traceback.print_exc()
        _say(
            f"internal error: {type(error).__name__}: {error}{_where(error)}. "
            "This is torchlint's mistake, not yours: please report this line and what -v adds to it"
        )
    return USAGE


def _run(words: list[str]) -> int:
    first = words[0] if words else ""
    if first in ("-h", "--help"):
        from torchlint.cli.parsing import overview

        raise Help(overview())
    if words and first not in OTHERS and first not in ("-V", "--version"):
        return _check(words[1:] if first == "check" else words)
    from torchlint.cli import commands

    if not words:
        return commands.bare()
    if first not in OTHERS:
        return commands.version([])
    command: Callable[[list[str]], int] = getattr(commands, first)
    return command(words[1:])


def _check(words: list[str]) -> int:
    """`torchlint check`, the one command whose modules are no more than a check needs."""
    asked = check_of(words)
    if asked.fix or asked.fix_only or asked.diff:
        from torchlint.cli import fixing

        return fixing.run(asked, told_all=False)
    for name in ("unsafe_fixes", "exit_non_zero_on_fix", "pin", "lock", "verify"):
        if getattr(asked, name) not in (None, False):
            raise UsageError(f"--{name.replace('_', '-')} goes with --fix or --diff")
    from torchlint.cli.checking import run

    return run(asked)


def _say(line: str) -> None:
    from torchlint.cli.streams import say

    say(line)


def _where(error: Exception) -> str:
    """The line of code that raised it."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    if frame is None:
        return ""
    return f" ({frame.tb_frame.f_code.co_filename.replace(chr(92), '/').rpartition('/')[2]}:{frame.tb_lineno})"

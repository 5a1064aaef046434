"""The command line: arguments, exit codes and streams. What there is to say is decided below."""

from __future__ import annotations

import gc
import os
import sys

from torchlint.cli.arguments import Help, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

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
    from torchlint.cli import commands

    if not words:
        return commands.bare()
    first, rest = words[0], words[1:]
    if first in ("-h", "--help"):
        from torchlint.cli.arguments import overview

        raise Help(overview())
    if first in ("-V", "--version"):
        return commands.version([])
    named = {
        "check": commands.check,
        "fix": commands.fix,
        "inspect": commands.inspect,
        "verify": commands.verify,
        "explain": commands.explain,
        "rules": commands.rules,
        "test": commands.test,
        "config": commands.config,
        "server": commands.server,
        "version": commands.version,
        "completion": commands.completion,
    }
    return named[first](rest) if first in named else commands.check(words)


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

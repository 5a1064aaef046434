"""Writing a report to a file: whole or not at all, so that nobody reads half of one."""

from __future__ import annotations

import contextlib
import os
import stat
import time

from torchlint.project.files import reason
from torchlint.project.writing import WriteRefused, move


def save(path: str, data: bytes) -> None:
    """Make the file at `path` hold `data`; a link stays, its target is written. Pipes and devices are written to.

    Raises WriteRefused; a file that was there is then as it was.
    """
    try:
        mode = os.stat(path).st_mode if os.path.exists(path) else None
        if mode is not None and not stat.S_ISREG(mode):
            with open(path, "wb") as stream:
                stream.write(data)
            return
        where = os.path.realpath(path)
        beside = os.path.join(os.path.dirname(where), f".torchlint-{os.getpid():x}-{time.monotonic_ns():x}")
        try:
            with open(beside, "xb") as file:
                file.write(data)
            if mode is not None:
                os.chmod(beside, stat.S_IMODE(mode))
            move(beside, where)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(beside)
            raise
    except (OSError, ValueError) as error:
        why = "no such folder" if isinstance(error, FileNotFoundError) else reason(error, path)
        raise WriteRefused(path, why) from error

"""Putting a changed text back: whole or not at all, and never over what somebody else wrote meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
import time

from torchlint.project.files import WriteRefused as WriteRefused
from torchlint.project.files import reason

_PATIENCE = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32)
"""Seconds between attempts: on Windows a virus scanner or an editor may hold the file for a moment."""


def replace(path: str, shown: str, before: bytes, after: bytes) -> None:
    """Make the file at `path` hold `after` if it still holds `before`; a link stays, its target is written.

    Mode and, where allowed, owner are kept. Raises WriteRefused, also for whatever the operating system refuses.
    """
    try:
        where = os.path.realpath(path)
        found = os.stat(where)
        if not found.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(where, os.W_OK):
            raise WriteRefused(shown, "is read-only")
        with open(where, "rb") as file:
            if file.read(len(before) + 1) != before:
                raise WriteRefused(shown, "has changed since it was read")
        if after != before:
            _put(where, after, found)
    except (OSError, ValueError) as error:
        raise WriteRefused(shown, reason(error, path)) from error


def _put(where: str, data: bytes, found: os.stat_result) -> None:
    beside = os.path.join(os.path.dirname(where), f".torchlint-{os.getpid():x}-{time.monotonic_ns():x}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o600)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if hasattr(os, "chown") and (found.st_uid, found.st_gid) != (os.geteuid(), os.getegid()):
            with contextlib.suppress(OSError):
                os.chown(beside, found.st_uid, found.st_gid)
        os.chmod(beside, stat.S_IMODE(found.st_mode))
        move(beside, where)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def move(beside: str, where: str) -> None:
    """Put the finished file `beside` in the place of `where`, waiting a moment for whoever holds it."""
    for pause in _PATIENCE:
        try:
            os.replace(beside, where)
            return
        except PermissionError:
            time.sleep(pause)
    os.replace(beside, where)

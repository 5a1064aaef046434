"""Putting a changed text back: whole or not at all, and never over what somebody else wrote meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
import time

from torchlint.project.files import WriteRefused as WriteRefused
from torchlint.project.files import reason
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32)
"""Seconds between attempts: on Windows a virus scanner or an editor may hold the file for a moment."""


class Swap(NamedTuple):
    """The file at `path`, `shown` to people as that, is to hold `after` in the place of `before`."""

    path: str
    shown: str
    before: bytes
    after: bytes


def replace_all(swaps: Sequence[Swap]) -> None:
    """Make every swap or none: each file that still holds what was read; a link stays, its target is written.

    Mode and, where allowed, owner are kept. Raises WriteRefused, also for whatever the operating system refuses.
    """
    for swap in swaps:
        _checked(swap)
    done: list[Swap] = []
    try:
        for swap in swaps:
            _replace(swap)
            done.append(swap)
    except WriteRefused as error:
        for swap in done:
            try:
                _replace(swap._replace(before=swap.after, after=swap.before))
            except WriteRefused as again:
                why = f"{error.why}; {again.path} was changed and could not be put back, as it {again.why}"
                raise WriteRefused(error.path, why) from error
        raise


def _replace(swap: Swap) -> None:
    where, found = _checked(swap)
    if swap.after != swap.before:
        try:
            _put(where, swap.after, found)
        except (OSError, ValueError) as error:
            raise WriteRefused(swap.shown, reason(error, swap.path)) from error


def _checked(swap: Swap) -> tuple[str, os.stat_result]:
    """Where the file really lies and what it is, if it may be written and is as it was read."""
    try:
        where = os.path.realpath(swap.path)
        found = os.stat(where)
        if not found.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(where, os.W_OK):
            raise WriteRefused(swap.shown, "is read-only")
        with open(where, "rb") as file:
            if file.read(len(swap.before) + 1) != swap.before:
                raise WriteRefused(swap.shown, "has changed since it was read")
    except (OSError, ValueError) as error:
        raise WriteRefused(swap.shown, reason(error, swap.path)) from error
    return where, found


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

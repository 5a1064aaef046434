"""Programs that may take long: heard while they run, ended with all that they started when time is up."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
import time

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

LONGEST_TAIL = 256 * 1024
_GRACE_SECONDS = 10.0
_HEARTBEAT_SECONDS = 0.5
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


class Ended(NamedTuple):
    """`code`: None when the deadline ended it. `output`: the last of what it wrote, standard error included."""

    code: int | None
    output: bytes
    seconds: float

    @property
    def text(self) -> str:
        """The output as text."""
        return self.output.decode("utf-8", "replace")


def run(
    command: Sequence[str],
    *,
    seconds: float,
    environment: Mapping[str, str] | None = None,
    folder: str | None = None,
    heard: Callable[[bytes], None] | None = None,
    tidies: bool = False,
) -> Ended:
    """Run a program without standard input. `heard` gets its output piece by piece.

    After `seconds`, on an interrupt and on any error of `heard` the program and all that descends from it are ended.
    `tidies`: it cleans up by itself when one that it started fails, and not when it is ended: those are ended first.
    Raises OSError if it cannot be started.
    """
    started = time.monotonic()
    process = subprocess.Popen(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=None if environment is None else dict(environment),
        cwd=folder,
        start_new_session=os.name == "posix",
    )
    pieces: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(process, pieces), daemon=True)
    reader.start()
    held = bytearray()
    code: int | None = None
    try:
        while True:
            left = started + seconds - time.monotonic()
            if left <= 0:
                break
            try:
                piece = pieces.get(timeout=min(left, _HEARTBEAT_SECONDS))
            except queue.Empty:
                continue
            if not piece:
                code = process.wait(timeout=max(0.1, started + seconds - time.monotonic()))
                break
            held += piece
            del held[:-LONGEST_TAIL]
            if heard is not None:
                heard(piece)
    except subprocess.TimeoutExpired:
        code = None
    finally:
        if process.poll() is None:
            _end(process, tidies)
        # The pipe ends when the last that held it has.
        reader.join(timeout=_HEARTBEAT_SECONDS)
        if process.stdout is not None and not reader.is_alive():
            process.stdout.close()
    return Ended(code, bytes(held), time.monotonic() - started)


def _read(process: subprocess.Popen[bytes], pieces: queue.SimpleQueue[bytes]) -> None:
    assert process.stdout is not None
    descriptor = process.stdout.fileno()
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:
            piece = b""
        pieces.put(piece)
        if not piece:
            return


def _end(process: subprocess.Popen[bytes], tidies: bool) -> None:
    """First ask, then end: what a runtime puts into sessions of its own is found by its parents."""
    family = descendants(process.pid)
    if tidies and family:
        end_all(family)
        try:
            process.wait(timeout=_GRACE_SECONDS)
            return
        except subprocess.TimeoutExpired:
            family = descendants(process.pid)
    _signal(process, signal.SIGTERM)
    try:
        process.wait(timeout=_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        family += descendants(process.pid)
    _signal(process, _KILL)
    end_all(family)
    process.wait()


def end_all(numbers: Iterable[int]) -> None:
    """End processes at once."""
    for number in numbers:
        try:
            os.kill(number, _KILL)
        except (ProcessLookupError, PermissionError):
            continue


def _signal(process: subprocess.Popen[bytes], number: int) -> None:
    if os.name != "posix":
        process.kill()
        return
    try:
        os.killpg(process.pid, number)
    except (ProcessLookupError, PermissionError):
        return


def numbers() -> list[int]:
    """The numbers of all processes, where the system tells them as files."""
    try:
        return [int(name) for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return []


def descendants(root: int) -> list[int]:
    """The process numbers below one."""
    children: dict[int, list[int]] = {}
    for number in numbers():
        try:
            with open(f"/proc/{number}/stat", "rb") as file:
                # The name in brackets may hold blanks and brackets itself.
                parent = int(file.read().rpartition(b")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
        children.setdefault(parent, []).append(number)
    found: list[int] = []
    waiting = [root]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found

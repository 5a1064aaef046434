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
    from collections.abc import Callable, Mapping, Sequence

LONGEST_TAIL = 256 * 1024
_GRACE_SECONDS = 10.0
_HEARTBEAT_SECONDS = 0.5


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
) -> Ended:
    """Run a program without standard input. `heard` gets its output piece by piece.

    After `seconds`, on an interrupt and on any error of `heard` the program and all that descends from it are ended.
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
            _end(process)
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


def _end(process: subprocess.Popen[bytes]) -> None:
    """First ask, then end: what a runtime puts into sessions of its own is found by its parents."""
    family = _descendants(process.pid)
    _signal(process, [], signal.SIGTERM)
    try:
        process.wait(timeout=_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    _signal(process, [*family, *_descendants(process.pid)], getattr(signal, "SIGKILL", signal.SIGTERM))
    process.wait()


def _signal(process: subprocess.Popen[bytes], family: Sequence[int], number: int) -> None:
    if os.name != "posix":
        process.kill()
        return
    for send, target in [(os.killpg, process.pid), *((os.kill, one) for one in family)]:
        try:
            send(target, number)
        except (ProcessLookupError, PermissionError):
            continue


def _descendants(root: int) -> list[int]:
    """The process numbers below one, where the system tells them as files."""
    children: dict[int, list[int]] = {}
    try:
        numbers = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return []
    for number in numbers:
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

"""A small process beside torchlint, which cleans up if torchlint is killed: no handler can do it then.

It knows that torchlint is gone by a pipe that ends, and what belongs to a run by the run's name in the words of its
programs and the labels of its containers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

from torchlint.verify import process
from torchlint.verify.docker import Docker
from torchlint.verify.podman import Buildah, Podman

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.verify.port import Engine

_GRACE_SECONDS = 5.0


class Guard:
    """Watches over one run from now on, until it is dismissed."""

    def __init__(self, engine: Engine, run: str, folder: str) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        if os.name == "posix" and _engine(engine.name) is not None:
            # -P: nothing is imported from the folder that torchlint is started in.
            command = [sys.executable, "-P", "-m", __name__, engine.name, run, folder]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    def dismiss(self) -> None:
        """All is cleaned up."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()


def clean(engine: Engine, run: str, folder: str) -> None:
    """End what still goes on for a run, and remove what it made."""
    clients = _named(run)
    # As in `process.run`: an engine without a daemon cleans up after a step that fails, if it is let.
    process.end_all(number for client in clients for number in process.descendants(client))
    until = time.monotonic() + _GRACE_SECONDS
    while time.monotonic() < until and any(one in _named(run) for one in clients):
        time.sleep(0.1)
    left = _named(run)
    process.end_all([*(number for client in left for number in process.descendants(client)), *left])
    engine.remove(run, None)
    shutil.rmtree(folder, ignore_errors=True)


def _named(run: str) -> list[int]:
    """The processes in whose words the name of a run stands, but this one."""
    found = []
    for number in process.numbers():
        try:
            with open(f"/proc/{number}/cmdline", "rb") as file:
                words = file.read()
        except OSError:
            continue
        if run.encode() in words and number != os.getpid():
            found.append(number)
    return found


def _engine(name: str) -> Engine | None:
    """An engine that is only asked to remove."""
    if name == Docker.name:
        return Docker("", buildx=True)
    return {one.name: one("") for one in (Podman, Buildah)}.get(name)


def main() -> None:
    """Wait for the end of torchlint."""
    name, run, folder = sys.argv[1:]
    sys.stdin.buffer.read()
    engine = _engine(name)
    if engine is not None:
        clean(engine, run, folder)


if __name__ == "__main__":
    main()

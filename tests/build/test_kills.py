"""What ends a run from outside: signals, an engine that stops, a full disk. Nothing is left, no file is changed,
and nothing of it is taken for a fault of the Dockerfile's."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.build import stand_ins
from tests.build.leavings import NAP, SLEEPS, disturbed, end_sleeping, ended_by, left_behind, ran, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torchlint.verify.port import Engine

BASE = "ubuntu:22.04"
"""A stand-in without Python: small enough for a disk of some megabytes."""
BUILDING = f"FROM {BASE}\n{SLEEPS}"
STUBBORN = f"FROM {BASE}\nCMD trap '' TERM; echo up; sleep {NAP}\n"
FILLING = f"FROM {BASE}\nRUN cat /dev/zero > /large\nUSER nobody\n"
FILLING_QUIETLY = f"FROM {BASE}\nRUN echo begun && (cat /dev/zero > /large || exit 3)\nUSER nobody\n"


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], str]:
    """Write a Dockerfile; its path. Afterwards it has to be as it was, and alone."""

    def write(text: str) -> str:
        folder = tmp_path / "project"
        folder.mkdir()
        (folder / "Dockerfile").write_text(text)
        return str(folder / "Dockerfile")

    return write


def unchanged(path: str, text: str) -> bool:
    return Path(path).read_text() == text and os.listdir(os.path.dirname(path)) == ["Dockerfile"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=str)
@pytest.mark.parametrize("command", [("verify",), ("fix", "--profile", "strict", "--verify")], ids=["verify", "fix"])
def test_signal_while_it_builds(
    number: signal.Signals,
    command: tuple[str, ...],
    project: Callable[[str], str],
    engine: Engine,
    bases: Callable[..., None],
) -> None:
    bases(BASE)
    text = BUILDING.replace("\n", "\nMAINTAINER somebody\n", 1)
    path = project(text)
    assert ended_by(number, "RUN echo begun", *command, path) != 0
    assert left_behind(engine.name) == []
    assert unchanged(path, text)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=str)
def test_signal_while_the_container_runs(
    number: signal.Signals, project: Callable[[str], str], engine: Engine, bases: Callable[..., None]
) -> None:
    """Killing the client does not end the container, and the program in it ends for no friendly word."""
    bases(BASE)
    path = project(STUBBORN)
    words = ("verify", "--watch", "600", path)
    assert ended_by(number, "exporting", *words, until=lambda: watched(engine.name)) != 0
    assert left_behind(engine.name) == []


class Daemon:
    """A Docker of the test's own, far from the one that this machine uses."""

    def __init__(self, program: str, path: str, folder: Path, data: Path) -> None:
        self.socket = f"unix://{folder}/docker.sock"
        self.folder = folder
        self.log = folder / "log"
        # In a network of its own: a Docker without a bridge takes away that of the Docker beside it.
        self.command = ["unshare", "--net", program, "--host", self.socket]
        self.command += ["--data-root", str(data), "--exec-root", f"{folder}/exec"]
        self.command += ["--pidfile", f"{folder}/pid", "--iptables=false", "--ip6tables=false", "--bridge=none"]
        self.command += ["--exec-opt", "native.cgroupdriver=cgroupfs"]
        self.environment = os.environ | {"PATH": path}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self.environment
            )
        for _ in range(300):
            done = subprocess.run(
                ["docker", "--host", self.socket, "version"], capture_output=True, text=True, check=False
            )
            if done.returncode == 0:
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.stop()
        pytest.skip(f"no dockerd of our own starts here: {self.log.read_text().splitlines()[-1:]}")

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        if self.process is not None:
            self.process.send_signal(number)
            self.process.wait(timeout=60)
            self.process = None

    def clean(self) -> None:
        """What a daemon that was killed leaves: its containerd, and what was mounted."""
        self.stop(signal.SIGKILL)
        for words in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                if str(self.folder).encode() in words.read_bytes():
                    os.kill(int(words.parent.name), signal.SIGKILL)
            except OSError:
                continue
        end_sleeping()
        mounted = [line.split()[1] for line in Path("/proc/mounts").read_text().splitlines()]
        for place in sorted((one for one in mounted if one.startswith(str(self.folder))), reverse=True):
            subprocess.run(["umount", "--lazy", place], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture
def daemon(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Daemon]:
    """A Docker of our own on a small disk, with the base."""
    if engine.name != "docker" or os.geteuid() != 0:
        pytest.skip("a daemon of our own needs Docker and root")
    if shutil.which("unshare") is None:
        pytest.skip("no unshare, which gives a daemon of our own its own network")
    program, path = _dockerd()
    # The path of a socket may have about a hundred bytes.
    folder = Path(tempfile.mkdtemp(prefix="engine-"))
    data = folder / "data"
    data.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", str(data)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        shutil.rmtree(folder)
        pytest.skip(f"no small disk: {done.stderr.strip()}")
    own = Daemon(program, path, folder, data)
    try:
        own.start()
        monkeypatch.setenv("DOCKER_HOST", own.socket)
        stand_ins.make("docker", BASE)
        yield own
    finally:
        own.clean()


def _dockerd() -> tuple[str, str]:
    """The program, and the PATH on which it finds its others; of the daemon that runs, where none is installed."""
    found = shutil.which("dockerd")
    if found is not None:
        return found, os.environ["PATH"]
    for link in Path("/proc").glob("[0-9]*/exe"):
        try:
            if link.readlink().name == "dockerd":
                variables = (link.parent / "environ").read_bytes().decode().split("\0")
                return str(link.readlink()), next(one[5:] for one in variables if one.startswith("PATH="))
        except OSError:
            continue
    pytest.skip("there is no dockerd on this machine")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=str)
def test_engine_that_stops_while_it_builds(
    number: signal.Signals, project: Callable[[str], str], daemon: Daemon
) -> None:
    """What its BuildKit had started goes on without it, as Docker 26 has no hold on it: that is not ours to end."""
    path = project(BUILDING)
    words = ("verify", "--network", "none", "--output-format", "json", path)
    code, out = disturbed(lambda _process: daemon.stop(number), "RUN echo begun", *words)
    said = json.loads(out)
    assert (code, said["proven"], said["reached"]) == (2, None, "seen"), said
    daemon.start()
    assert left_behind("docker", programs=False) == []
    assert unchanged(path, BUILDING)


def test_engine_that_stops_while_fixes_are_proven(project: Callable[[str], str], daemon: Daemon) -> None:
    """Nothing is written of which nobody knows whether it holds."""
    text = BUILDING.replace("\n", "\nMAINTAINER somebody\n", 1)
    path = project(text)
    words = ("fix", "--profile", "strict", "--verify", "--network", "none", path)
    code, _out = disturbed(lambda _process: daemon.stop(), "RUN echo begun", *words)
    assert code == 2
    daemon.start()
    assert left_behind("docker", programs=False) == []
    assert unchanged(path, text)


def test_engine_that_stops_while_the_container_runs(project: Callable[[str], str], daemon: Daemon) -> None:
    """What it cannot be asked is no fault of the image."""
    path = project(STUBBORN)
    words = ("verify", "--network", "none", "--watch", "600", "--output-format", "json", path)
    killed = signal.SIGKILL
    code, out = disturbed(lambda _process: daemon.stop(killed), "exporting", *words, until=lambda: watched("docker"))
    said = json.loads(out)
    assert (code, said["proven"], said["reached"]) == (2, None, "built"), said


@pytest.mark.parametrize("text", [FILLING, FILLING_QUIETLY], ids=["told", "quietly"])
def test_disk_of_the_engine_that_is_full(text: str, project: Callable[[str], str], daemon: Daemon) -> None:
    path = project(text)
    done = ran("verify", "--network", "none", "--output-format", "json", path)
    said = json.loads(done.stdout)
    assert (done.returncode, said["proven"], said["reached"]) == (2, None, "seen"), said
    assert "no space left" in f"{said['why']} {said['build']['log']}".lower()
    assert left_behind("docker") == []
    assert unchanged(path, text)


def test_disk_for_the_copy_that_is_full(
    project: Callable[[str], str], tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said before anything is copied or built."""
    small = tmp_path / "small"
    small.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(small)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"no small disk: {done.stderr.strip()}")
    try:
        path = project(BUILDING)
        monkeypatch.setenv("TMPDIR", str(small))
        ended = ran("verify", path)
        assert ended.returncode == 2
        assert "too few for a copy of the context" in ended.stderr
        assert os.listdir(small) == []
        assert left_behind(engine.name) == []
        assert unchanged(path, BUILDING)
    finally:
        subprocess.run(["umount", str(small)], check=True)

"""What engines leave behind when they are ended is removed, and nothing of anybody else. Real engines: tests/build."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from torchlint.verify import process
from torchlint.verify.docker import Docker
from torchlint.verify.guard import Guard, clean
from torchlint.verify.podman import MARK, Buildah, Podman
from torchlint.verify.port import Order
from torchlint.verify.process import Ended

if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.verify.port import Engine

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are found by their files")
proc = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="this system tells no processes as files")
RUN = f"torchlint-{os.getpid()}-0badcafe"


def gone(number: int) -> bool:
    for _ in range(100):
        try:
            if "State:\tZ" in Path(f"/proc/{number}/status").read_text():
                return True
        except OSError:
            return True
        time.sleep(0.1)
    return False


def until(so: Callable[[], bool]) -> bool:
    for _ in range(150):
        if so():
            return True
        time.sleep(0.1)
    return False


@proc
def test_one_that_tidies_up_gets_the_chance(tmp_path: Path) -> None:
    """Its child is ended, not it: it sees a step fail, and cleans up."""
    code = (
        f"import subprocess, sys\nchild = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"child.wait()\nopen({str(tmp_path / 'tidy')!r}, 'w').close()\n"
    )
    ended = process.run([sys.executable, "-c", code], seconds=2, tidies=True)
    assert ended.code is None
    assert (tmp_path / "tidy").exists()


@proc
def test_one_that_does_not_tidy_up_in_time_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_GRACE_SECONDS", 1.0)
    child = "[sys.executable, '-c', 'import time; time.sleep(600)']"
    code = f"import subprocess, sys, time\nwhile True:\n    subprocess.Popen({child}).wait()\n    time.sleep(0.1)\n"
    ended = process.run([sys.executable, "-c", code], seconds=2, tidies=True)
    assert ended.code is None
    assert ended.seconds < 60


class Answers:
    """An engine's command line: what it answers to some words, and what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answers: dict[str, str]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        monkeypatch.setattr("torchlint.verify.process.run", self.run)

    def run(self, command: list[str], **_more: object) -> Ended:
        words = " ".join(command)
        self.asked.append(words)
        answer = next((one for said, one in self.answers.items() if said in words), "")
        return Ended(0, answer.encode(), 0.1)


@pytest.mark.parametrize(
    ("engine", "info", "ps", "rm"),
    [
        (Podman("4.3.1"), {"graphRoot": "{}", "graphDriverName": "overlay"}, "podman ps --all", "podman rm --force"),
        (Buildah("1.28.2"), {"GraphRoot": "{}", "GraphDriverName": "overlay"}, "buildah containers", "buildah rm"),
    ],
    ids=["podman", "buildah"],
)
def test_only_containers_of_this_run_are_removed(
    engine: Engine, info: dict[str, str], ps: str, rm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those in which builds work have no label; what cannot be read belongs to somebody else."""
    for name, text in (
        ("ours", json.dumps({"Args": {MARK: RUN}})),
        ("another-run", json.dumps({"Args": {MARK: "torchlint-1-2"}})),
        ("theirs", json.dumps({"Args": None})),
        ("broken", "{"),
    ):
        folder = tmp_path / "overlay-containers" / name / "userdata"
        folder.mkdir(parents=True)
        (folder / "buildah.json").write_text(text)
    store = {key: value.format(tmp_path) for key, value in info.items()}
    listed = "ours another-run theirs broken without-file\n"
    answers = Answers(monkeypatch, {f"{engine.name} info": json.dumps({"store": store}), "label=": "", ps: listed})
    engine.remove(RUN, None)
    removed = [words for words in answers.asked if words.startswith(rm) and words != ps]
    assert removed == [f"{rm} ours"]


DOCKERFILE = """\
# syntax=docker/dockerfile:1
ARG VERSION=3.11
FROM python:${VERSION} AS first
RUN one

FROM first
# a note
ENV A=1 \\
    B=2
RUN two
"""


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ("[1/2] STEP 1/2: FROM python:3.11 AS first\n[1/2] STEP 2/2: RUN one\n", 4),
        ("[2/2] STEP 2/3: ENV A=1     B=2\n", 8),
        # A label by option is one more, at the end.
        ("[2/2] STEP 3/4: RUN two\n", 10),
        ('[2/2] STEP 4/4: LABEL "torchlint.run"="x"\n', None),
        # The base has steps of its own, and nobody says where they come in.
        ("[2/2] STEP 3/6: RUN of the base\n", None),
        ("[3/3] STEP 1/1: FROM none\n", None),
        ("Trying to pull python:3.11...\n", None),
    ],
)
def test_step_that_fails_has_its_line(
    steps: str, line: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Dockerfile").write_text(DOCKERFILE)

    def failed(command: list[str], *, heard: Callable[[bytes], None] | None = None, **_more: object) -> Ended:
        text = f'{steps}told by it\nError: building at STEP "RUN": while running runtime: exit status 1\n'.encode()
        if heard is not None:
            heard(text)
        return Ended(125 if "build" in command else 0, text if "build" in command else b'{"store": {}}', 0.1)

    monkeypatch.setattr("torchlint.verify.process.run", failed)
    built = Podman("4.3.1").build(Order(str(tmp_path), str(tmp_path / "Dockerfile"), RUN, "t:1"), lambda _said: None)
    assert (built.image, built.fault, built.line) == (None, "file", line)
    assert "exit status 1" in built.cause
    assert not any("building at STEP" in one for one in built.log)


class Forgetful:
    """An engine that is only asked to remove."""

    name, version, runs = "forgetful", "1", True

    def __init__(self) -> None:
        self.removed: list[tuple[str, str | None]] = []

    def remove(self, run: str, keep: str | None) -> None:
        self.removed.append((run, keep))


@proc
def test_what_goes_on_for_a_run_is_ended(tmp_path: Path) -> None:
    """The client, and what it has started, which bears no name."""
    folder = tmp_path / "copy"
    folder.mkdir()
    (folder / "x").write_text("x")
    note = tmp_path / "child"
    code = (
        "import subprocess, sys\nchild = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))\nchild.wait()\nchild.wait()\nimport time\ntime.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, f"--label=torchlint.run={RUN}"]) as client:
        assert until(lambda: note.exists() and note.read_text() != "")
        engine = Forgetful()
        clean(engine, RUN, str(folder))  # type: ignore[arg-type]
        assert gone(client.pid)
        assert gone(int(note.read_text()))
    assert engine.removed == [(RUN, None)]
    assert not folder.exists()


FAKE = '#!/bin/sh\necho "$@" >> "$0.log"\n'
GUARDED = """\
import sys, time
from torchlint.verify.docker import Docker
from torchlint.verify.guard import Guard
guard = Guard(Docker("1", buildx=True), sys.argv[1], sys.argv[2])
print("up", flush=True)
time.sleep(float(sys.argv[3]))
guard.dismiss()
"""


@proc
@pytest.mark.parametrize("killed", [True, False])
def test_guard_cleans_up_only_if_its_run_is_killed(
    killed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the folder that torchlint is started in has modules of the same names."""
    folder, programs, project = (tmp_path / name for name in ("copy", "bin", "project"))
    for one in (folder, programs, project / "torchlint"):
        one.mkdir(parents=True)
    (project / "torchlint" / "__init__.py").write_text("raise SystemExit('imported')\n")
    (programs / "docker").write_text(FAKE)
    (programs / "docker").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    paths = [os.path.abspath(one) for one in sys.path if one]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    words = [sys.executable, "-P", "-c", GUARDED, RUN, str(folder), "600" if killed else "0.5"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=project) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"up\n"
        if killed:
            parent.send_signal(signal.SIGKILL)
    log = programs / "docker.log"
    if killed:
        assert until(lambda: not folder.exists())
        assert f"label=torchlint.run={RUN}" in log.read_text()
    else:
        assert parent.returncode == 0
        time.sleep(0.5)
        assert folder.exists()
        assert not log.exists()


def test_engine_that_nobody_knows_is_not_guarded() -> None:
    guard = Guard(Forgetful(), RUN, "/nowhere")  # type: ignore[arg-type]
    guard.dismiss()


def test_engine_that_makes_no_container_is_told_from_a_file_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "torchlint.verify.process.run", lambda _command, **_more: Ended(1, b"error during connect", 0.1)
    )
    with pytest.raises(OSError, match="error during connect"):
        Docker("26.1.5", buildx=True).fetch("sha256:1", RUN, ("/bin/sh",), 1)

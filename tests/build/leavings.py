"""Runs of torchlint that are ended from outside, and what they leave behind: only what is theirs is counted, as others
may use the same engine meanwhile."""

from __future__ import annotations

import glob
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable

OWN = {os.getpid()}
"""The processes whose name stands in the labels of what our runs made."""
NAP = 100_000 + os.getpid()
"""Seconds that a step or a program sleeps that has to be ended: like no other's here."""
SLEEPS = f"RUN echo begun && sleep {NAP}\n"
_PATIENCE = 60.0


def torchlint(*words: str) -> list[str]:
    """The command."""
    return [sys.executable, "-m", "torchlint", *words]


def ran(*words: str, within: Path | None = None) -> subprocess.CompletedProcess[str]:
    """One run, to its end."""
    # The way to a torchlint that is not installed may be one from here.
    paths = os.environ.get("PYTHONPATH", "src").split(os.pathsep)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(os.path.abspath, paths))}
    with subprocess.Popen(
        torchlint(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=within, env=environment
    ) as process:
        OWN.add(process.pid)
        out, said = process.communicate()
    return subprocess.CompletedProcess(words, process.returncode, out, said)


def ended_by(number: signal.Signals, when: str, *words: str, until: Callable[[], bool] | None = None) -> int:
    """The exit code of a run that gets a signal when it has told of a step with this text, and something is so."""
    return disturbed(lambda process: process.send_signal(number), when, *words, until=until)[0]


def disturbed(
    do: Callable[[subprocess.Popen[str]], object], when: str, *words: str, until: Callable[[], bool] | None = None
) -> tuple[int, str]:
    """The exit code and the output of a run beside which something is done when it has told of such a step."""
    with subprocess.Popen(torchlint(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        OWN.add(process.pid)
        assert process.stderr is not None
        told = []
        for line in process.stderr:
            told.append(line)
            if when in line and not line.startswith("torchlint:"):
                break
        else:
            raise AssertionError("".join(told))
        patience = time.monotonic() + 2 * _PATIENCE
        while until is not None and not until() and time.monotonic() < patience:
            time.sleep(0.2)
        time.sleep(1.0)
        do(process)
        out = process.communicate(timeout=2 * _PATIENCE)[0]
    return process.returncode, out


def watched(engine: str) -> bool:
    """Whether a container of ours has been started as its users do, to be looked at."""
    names = _said(engine, "ps", "--filter", "label=torchlint.run", "--format", "{{.Names}}")
    return any(_is_ours(name) and "-start-" in name for name in names)


def left_behind(engine: str, *, programs: bool = True) -> list[str]:
    """Containers, images, folders and programs of our runs, once all had time to go."""
    until = time.monotonic() + _PATIENCE
    while found := [*_containers(engine), *_images(engine), *_working(engine), *_folders()] + (
        list(_sleeping().values()) if programs else []
    ):
        if time.monotonic() > until:
            break
        time.sleep(0.5)
    return found


def _containers(engine: str) -> list[str]:
    if engine == "buildah":
        return []
    listed = _said(engine, "ps", "--all", "--filter", "label=torchlint.run", "--format", "{{.ID}}")
    return _ours([engine, "container", "inspect"], listed)


def _images(engine: str) -> list[str]:
    # They share their images, and Buildah tells no labels of them.
    engine = "podman" if engine == "buildah" else engine
    listed = _said(engine, "image", "ls", "--all", "--filter", "label=torchlint.run", "--format", "{{.ID}}")
    return _ours([engine, "image", "inspect"], listed)


def _ours(command: list[str], names: list[str]) -> list[str]:
    if not names:
        return []
    done = subprocess.run([*command, *names], capture_output=True, text=True, check=False)
    labels = [(one.get("Config") or {}).get("Labels") or {} for one in json.loads(done.stdout or "[]")]
    runs = [held["torchlint.run"] for held in labels if "torchlint.run" in held]
    return [f"{command[1]} {run}" for run in runs if _is_ours(run)]


def _working(engine: str) -> list[str]:
    """The containers in which Podman and Buildah build."""
    if engine == "docker":
        return []
    told = _said("podman", "info", "--format", "{{.Store.GraphRoot}}")
    paths = glob.glob(f"{told[0]}/*-containers/*/userdata/buildah.json") if told else []
    return [path for path in paths if any(f"torchlint-{one}-" in _text(path) for one in OWN)]


def _folders() -> list[str]:
    """Copies of contexts, and where Podman works."""
    found: list[str] = []
    for folder in {tempfile.gettempdir(), "/var/tmp"}:
        found += [path for path in glob.glob(f"{folder}/torchlint-[0-9]*-*") if _is_ours(os.path.basename(path))]
    return found


def end_sleeping() -> None:
    """End what an engine has left behind."""
    for number in _sleeping():
        try:
            os.kill(number, 9)
        except OSError:
            continue


def _sleeping() -> dict[int, str]:
    """Programs of ours that still sleep, anywhere on this machine, by their numbers."""
    listed = [line.split(None, 1) for line in _said("ps", "-eo", "pid=,args=", lines=True)]
    return {int(number): words for number, words in listed if words.strip().endswith(f"sleep {NAP}")}


def _is_ours(run: str) -> bool:
    return int(run.split("-")[1]) in OWN


def _said(*command: str, lines: bool = False) -> list[str]:
    text = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return text.splitlines() if lines else text.split()


def _text(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""

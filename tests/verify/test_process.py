"""Programs are heard while they run, and nothing of them is left when their time is up."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from torchlint.verify.process import LONGEST_TAIL, run

posix = pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX's")


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_output_and_code_come_back() -> None:
    heard: list[bytes] = []
    code = "import sys; print('out', flush=True); print('err', file=sys.stderr); sys.exit(3)"
    ended = run(python(code), seconds=30, heard=heard.append)
    assert ended.code == 3
    assert ended.output.split() == [b"out", b"err"]
    assert b"".join(heard) == ended.output


def test_nothing_can_be_asked_for() -> None:
    assert run(python("import sys; print(repr(sys.stdin.read()))"), seconds=30).text.strip() == "''"


def test_only_the_end_of_much_output_is_kept() -> None:
    ended = run(python(f"import sys; sys.stdout.write('x' * {3 * LONGEST_TAIL} + 'end')"), seconds=60)
    assert len(ended.output) == LONGEST_TAIL
    assert ended.output.endswith(b"xend")


def test_a_program_that_is_not_there_is_an_error() -> None:
    with pytest.raises(OSError, match="no-such-program"):
        run(["no-such-program-anywhere"], seconds=1)


@posix
def test_deadline_ends_children_in_sessions_of_their_own(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    child = f"import os, time; os.setsid(); open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    code = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(600)"
    ended = run(python(code), seconds=3)
    assert ended.code is None
    assert ended.seconds < 60
    number = int(note.read_text())
    if not Path("/proc").is_dir():
        subprocess.run(["kill", "-9", str(number)], check=False)
        pytest.skip("this system tells no parents as files")
    assert gone(number)


@posix
def test_error_in_the_listener_ends_the_program(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); print(1, flush=True); time.sleep(600)"

    def interrupted(_piece: bytes) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(python(code), seconds=600, heard=interrupted)
    assert gone(int(note.read_text()))


def gone(number: int) -> bool:
    """Whether a process has ended; one that nobody has asked after yet counts."""
    for _ in range(50):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{number}/status")
        if status.exists() and "State:\tZ" in status.read_text():
            return True
        time.sleep(0.1)
    return False

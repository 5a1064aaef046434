"""Twice the lines take at most 2.6 times the time: the small readers on large files of every awkward shape.

Run: python tests/bench/requirements_scaling.py [lines]. Exits 1 when a shape grows faster.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from torchlint.syntax import conda, dockerignore, gitignore, pyproject, requirements
from torchlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 2.6


def timed(read: Callable[[Source], object], text: str) -> float:
    """Least CPU seconds of five readings of a fresh Source."""
    times = []
    gc.disable()
    for _ in range(5):
        source = Source("x", text)
        start = time.process_time()
        read(source)
        times.append(time.process_time() - start)
    gc.enable()
    return min(times)


def toml(body: str, count: int) -> str:
    return "[project]\ndependencies = [\n" + body * count + "]\n"


SHAPES: dict[str, tuple[Callable[[Source], object], Callable[[int], str]]] = {
    "plain lines": (requirements.parse, lambda n: "torch==2.1.0\n" * n),
    "comments": (requirements.parse, lambda n: "a[b]>=1,<2 ; os_name=='x' # note\n" * n),
    "one continued line": (requirements.parse, lambda n: "a \\\n" + "  --hash=sha256:aa \\\n" * n),
    "one continued comment": (requirements.parse, lambda n: "a # b \\\n" * n),
    "one long line of clauses": (requirements.parse, lambda n: "a" + ",".join([">=1"] * n)),
    "one long line of blanks": (requirements.parse, lambda n: "a" + " " * n + "b"),
    "one long line of no-break spaces": (requirements.parse, lambda n: "a" + "\xc2\xa0" * n),
    "one long name": (requirements.parse, lambda n: "a-" * n),
    "open brackets": (requirements.parse, lambda n: "a[" * n),
    "open quotes": (requirements.parse, lambda n: "-i '" + "a \\' " * n),
    "one long marker": (requirements.parse, lambda n: "a; " + "(" * n + "os_name=='x'" + ")" * n),
    "refused lines": (requirements.parse, lambda n: "a=1\n" * n),
    "non-ASCII lines": (requirements.parse, lambda n: "a==1 # \xc3\xa9\n" * n),
    "conda lines": (conda.parse, lambda n: "dependencies:\n" + "- a=1=b # c\n" * n),
    "conda pip lines": (conda.parse, lambda n: "dependencies:\n- pip:\n" + "  - torch==2\n" * n),
    "conda flow": (conda.parse, lambda n: "channels: [" + "a,\n  " * n + "b]\n"),
    "conda deep": (conda.parse, lambda n: "- " * n + "a"),
    "toml lines": (pyproject.parse, lambda n: toml('  "torch>=2",\n', n)),
    "dockerignore": (dockerignore.parse, lambda n: "a/b/*.c\n" * n),
    "gitignore": (gitignore.parse, lambda n: "a/b/*.c  \n" * n),
}


def main(lines: int) -> int:
    slow = 0
    for name, (read, text) in SHAPES.items():
        small, large = timed(read, text(lines)), timed(read, text(2 * lines))
        # A reading of less than a millisecond says more of the clock than of the reader.
        verdict = large / small if small > 0.001 else 0.0
        slow += verdict > LIMIT
        print(f"{name:34} {small * 1e3:9.2f} ms {large * 1e3:9.2f} ms  x {verdict:.2f}{'  SLOW' * (verdict > LIMIT)}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))

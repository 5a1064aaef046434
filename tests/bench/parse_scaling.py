"""Twice the lines may take at most 2.6 times the time; `python tests/bench/parse_scaling.py` exits 1 if not."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from torchlint.syntax.dockerfile import parse
from torchlint.syntax.words import expand, raw_words, variables
from torchlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 2.6
RUNS = 7
LINES = 6000


def _parsed(text: str) -> object:
    return parse(Source("Dockerfile", text))


# What to do, and a text that is n lines, words or marks long.
CASES: dict[str, tuple[Callable[[str], object], Callable[[int], str]]] = {
    "instructions": (_parsed, lambda n: "FROM a\n" + "RUN pip install torch\n" * n),
    "one continuation": (_parsed, lambda n: "FROM a\nRUN a" + " \\\n  && b" * n),
    "continuation of words": (_parsed, lambda n: "FROM a\nCOPY" + " \\\n  b" * n + " /c"),
    "comments in a continuation": (_parsed, lambda n: "FROM a\nRUN a \\\n" + "  # c\n" * n + "b"),
    "blank lines in a continuation": (_parsed, lambda n: "FROM a\nRUN a \\\n" + " \n" * n + "b"),
    "one ENV": (_parsed, lambda n: "FROM a\nENV" + ' \\\n  a="b c"' * n),
    "one JSON array": (_parsed, lambda n: "FROM a\nCMD [" + '"a", \\\n' * n + '"b"]'),
    "JSON that is none": (_parsed, lambda n: "FROM a\nCMD [" + '"a", \\\n' * n),
    "deep JSON": (_parsed, lambda n: "FROM a\nCMD " + "[ \\\n" * n),
    "flags": (_parsed, lambda n: "FROM a\nRUN" + " --mount=type=cache,target=/a \\\n" * n + " b"),
    "one heredoc": (_parsed, lambda n: "FROM a\nRUN <<EOF\n" + "echo x\n" * n + "EOF\n"),
    "heredocs": (_parsed, lambda n: "FROM a\n" + "RUN <<EOF\nx\nEOF\n" * n),
    "open heredocs": (_parsed, lambda n: "FROM a\n" + "RUN <<EOF\n" * n),
    "heredoc markers on one line": (_parsed, lambda n: "FROM a\nRUN cat" + " <<E" * n + "\n" + "E\n" * n),
    "open quotes": (_parsed, lambda n: "FROM a\nENV a=" + "'\" \\\n" * n),
    "unknown lines": (_parsed, lambda n: "FROM a\n" + "&& x\n" * n),
    "blanks": (_parsed, lambda n: "FROM a\nRUN b" + " \xc2\xa0" * n + "\n"),
    "backslashes": (_parsed, lambda n: "FROM a\nENV a=" + "\\" * n),
    "nested ONBUILD": (_parsed, lambda n: "FROM a\n" + "ONBUILD RUN a \\\n  && b\n" * n),
    "open variables": (lambda text: expand(text, lambda _: "v"), lambda n: "${a:-" * n),
    "variables": (lambda text: expand(text, lambda _: "v"), lambda n: "${a:-b}$c'd'" * n),
    "list of variables": (variables, lambda n: "${a:-$b} " * n),
    "raw words": (raw_words, lambda n: "a 'b' <<c " * n),
    "pattern": (lambda text: expand(text, lambda _: "b" * 900), lambda n: "${x%%a*a*b}" * (n // 1000)),
}


def seconds(act: Callable[[str], object], text: str) -> float:
    """The least CPU time of several runs, without the collector, which would count other texts' objects."""
    times: list[float] = []
    gc.collect()
    gc.disable()
    for _ in range(RUNS):
        start = time.process_time()
        act(text)
        times.append(time.process_time() - start)
    gc.enable()
    return min(times)


def main() -> int:
    """Print the ratio of every case; 1 when one is above the law."""
    failed = False
    for name, (act, text) in CASES.items():
        once, twice = seconds(act, text(LINES)), seconds(act, text(2 * LINES))
        ratio = twice / max(once, 1e-4)
        failed |= ratio > MOST
        verdict = "  TOO MUCH" if ratio > MOST else ""
        print(f"{name:32} {once * 1000:8.1f} ms {twice * 1000:8.1f} ms  x{ratio:.2f}{verdict}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

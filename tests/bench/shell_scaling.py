"""Is anything in the shell's reader worse than linear? Twice the input may take 2.6 times the time at most.

Run by hand: `python tests/bench/shell_scaling.py`. Prints a ratio for each shape of script; exit status 1 above the
limit.
"""

from __future__ import annotations

import gc
import sys
from time import process_time

from torchlint.syntax.shell import parse, simple_commands

LIMIT = 2.6
SHAPES = {
    "commands": "pip install 'torch==2.4.0' \"$x\" && ",
    "lines": "a b c # d\n",
    "continuations": "a \\\n",
    "words": "word ",
    "one word": "w",
    "escapes": "\\a",
    "escapes in quotes": '"' + "\\a" * 20 + '" ',
    "lone backslashes in one quote": "\\x",
    "open quotes": "'\"",
    "open braces": "a {",
    "braces in one word": "{",
    "brackets in one word": "[",
    "open brackets": "a [b",
    "brackets closed too late": "[",
    "tildes": "~",
    "dollars": "$",
    "parameters": "${x:-y}$z",
    "arithmetic": "$((1+2)) ",
    "closed early": "$((a) ",
    "arithmetic that is none": "((a) ) ",
    "backquotes": "`a` ",
    "odd backquotes": "a\\`",
    "substitutions": "$(a b) ",
    "extended patterns": "@(a|b) ",
    "redirects": ">a 2>&1 ",
    "heredocs": "a <<E\nb\nE\n",
    "many heredocs on a line": "<<E ",
    "heredoc that never ends": "b\n",
    "branches": "if a; then b; fi; ",
    "open branches": "if ",
    "stray ends": "fi ; ",
    "arms": "a) b;; ",
    "tests": "[[ a && b ]]; ",
    "open tests": "[[ ",
    "arrays": "a=(b c) ",
    "closing parentheses": ") ",
    "functions": "f() { a; }\n",
    "assignments": "a=b ",
    "semicolons": "; ",
    "exclamations": "! ",
    "joined digits": "1",
    "descriptors": "1>",
    "equals": "a=",
}
BEFORE = {
    "lone backslashes in one quote": 'a "',
    "odd backquotes": "a `",
    "heredoc that never ends": "a <<E\n",
    "arms": "case a in ",
}
AFTER = {"brackets closed too late": " ]"}
SIZE = 60_000  # characters


def seconds(text: str) -> float:
    """The least CPU time of five readings."""
    best = float("inf")
    for _ in range(5):
        start = process_time()
        for _ in simple_commands(parse(text)):
            pass
        best = min(best, process_time() - start)
    return best


def main() -> int:
    """Measure every shape; the exit status."""
    gc.disable()
    worst = 0.0
    for name, piece in SHAPES.items():
        before = BEFORE.get(name, "")
        after = AFTER.get(name, "")
        once, twice = (seconds(before + piece * (size // len(piece)) + after) for size in (SIZE, 2 * SIZE))
        ratio = twice / max(once, 0.002)  # below that the clock tells nothing
        worst = max(worst, ratio)
        print(f"{ratio:5.2f}  {twice * 1000:8.1f} ms  {name}{'  <-- above the limit' if ratio > LIMIT else ''}")
        gc.collect()
    print(f"worst {worst:.2f}, limit {LIMIT}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Severity, rule

BUILTINS = frozenset({"source", ".", "cd", "export", "exec", "eval", "set", "unset", "alias", "ulimit", "umask"})


@rule(Entry, Severity.ERROR, Outcome.START, when=("exec-form",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    word = entry.argv[0]
    if entry.shell_form or word.value is None:
        return
    first = word.value.split(" ", 1)[0]
    if first not in BUILTINS or _activates(entry) or isinstance(entry.state.find(_usual_path(first)), tuple):
        return
    yield Problem(
        word.at,
        f"the container cannot start: {first} is a builtin of the shell, not a program, and an exec form has no shell",
        f"give the words to a shell, or do without {first}: WORKDIR for cd, ENV for export",
    )


def _activates(entry: Entry) -> bool:
    return "activate" in " ".join(word.value or "" for word in entry.argv[:2])


def _usual_path(word: str) -> str:
    return f"/usr/bin/{word}"

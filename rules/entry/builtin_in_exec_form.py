from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, rule

BUILTINS = frozenset({"source", ".", "cd", "export", "exec", "eval", "set", "unset", "alias", "ulimit", "umask"})

OPERATORS = ("&&", "||", ";")
SHELL_SIGNS = frozenset("'\"\\`(){}<>*?~#\n")


@rule(
    Entry,
    Severity.ERROR,
    Outcome.START,
    when=(
        "exec-form & source",
        "exec-form & .",
        "exec-form & cd",
        "exec-form & export",
        "exec-form & exec",
        "exec-form & eval",
        "exec-form & set",
        "exec-form & unset",
        "exec-form & alias",
        "exec-form & ulimit",
        "exec-form & umask",
    ),
)
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
        _fix(entry),
    )


def _activates(entry: Entry) -> bool:
    return "activate" in " ".join(word.value or "" for word in entry.argv[:2])


def _usual_path(word: str) -> str:
    return f"/usr/bin/{word}"


def _fix(entry: Entry) -> Fix | None:
    """The same words as the text of a shell, the last program in its place."""
    source, span = entry.at
    values = [word.value or "" for word in entry.argv]
    if not entry.complete_here or any(SHELL_SIGNS & set(value) or not value for value in values):
        return None
    words = [part for value in values for part in value.split(" ") if part]
    last = max((number for number, word in enumerate(words) if word in OPERATORS), default=-1)
    if not 0 < last < len(words) - 1 or "|" in words or "&" in words or words[last] == "||":
        return None
    shell = "bash" if words[0] == "source" else "sh"
    if shell == "bash" and not entry.state.which("bash"):
        return None
    program = words[last + 1 :] if words[last + 1] in BUILTINS else ["exec", *words[last + 1 :]]
    keyword = source.text[span.start : span.end].split("[", 1)[0]
    edit = Edit(source, span, f'{keyword}["{shell}", "-c", "{" ".join([*words[: last + 1], *program])}"]')
    return Fix(f"give the text to {shell}", (edit,), Safety.SAFE)

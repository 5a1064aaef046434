from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, Span, rule

NOT_FIRST = frozenset({"source", ".", "cd", "export", "exec", "eval", "set", "unset", "alias", "ulimit", "umask"})
SHELL_SIGNS = frozenset("'\"\\$&|;<>*?`(){}")


@rule(Entry, Severity.ERROR, Outcome.START, when=("a blank",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    if entry.shell_form:
        yield from _in_shell_form(entry)
        return
    word = entry.argv[0]
    value = word.value
    if value is None or " " not in value.strip(" ") or "\\" in value:
        return
    words = [part for part in value.split(" ") if part]
    # A path may have a blank in it; that this one has none is sure when its first word is a program.
    if value.startswith(("/", ".")) and entry.program is not False and not entry.state.which(words[0]):
        return
    if words[0] in NOT_FIRST or entry.program is True or word.at.source is not entry.at.source:
        return
    fix = None
    if not SHELL_SIGNS & set(value):
        text = ", ".join(f'"{part}"' for part in words)
        quoted = Span(word.at.span.start - 1, word.at.span.end + 1)
        edit = Edit(word.at.source, quoted, text)
        fix = Fix("write each word as a string of its own", (edit,), Safety.SAFE)
    yield Problem(
        word.at,
        f"the container cannot start: '{value}' is looked up as one program of that name, blanks included",
        "write each word as a string of its own, or use the shell form",
        fix,
    )


def _in_shell_form(entry: Entry) -> Iterator[Problem]:
    """Quotes around the whole command, which make one word of it for the shell too."""
    word = entry.quoted_command
    if word is None or word.value is None:
        return
    fix = None
    if not SHELL_SIGNS & set(word.value):
        fix = Fix("leave the quotes out", (Edit(word.at.source, word.at.span, word.value),), Safety.SAFE)
    yield Problem(
        word.at,
        f"the container cannot start: for the shell '{word.value}' is the name of one program, blanks included",
        "leave the quotes around the command out, or write the exec form with each word as a string of its own",
        fix,
    )

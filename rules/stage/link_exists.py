from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Safety, Severity, Span, rule

TAKING = frozenset("bfinStT")
"""Letters of options with which ln replaces, asks or takes its words otherwise."""


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("ln",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    options = [word for word in command.arguments if (word.value or "")[:1] == "-"]
    operands = [word for word in command.arguments if word not in options]
    letters = [word.value or "" for word in options if not (word.value or "").startswith("--")]
    long = [word.value for word in options if (word.value or "").startswith("--")]
    if not (command.fatal and command.certain) or len(operands) != 2 or not set(long) <= {"--symbolic", "--verbose"}:
        return
    last = operands[1]
    link = command.before.absolute(last.value, command.cwd) if last.value is not None else None
    if link is None or not TAKING.isdisjoint("".join(letters)) or (last.value or "").endswith(("/", "*")):
        return
    if not _there(link, command):
        return
    joined = bool(letters) and options[0].value == letters[0]
    end = options[0].at.span.end if joined else 0
    edit = Edit(command.at.source, Span(end, end), "f") if joined else on.added(command.words[0].at, "-f")
    yield Problem(
        last.at,
        f"{last.value} is there already, and ln without -f does not replace it: the build stops",
        "add -f, or remove it first",
        None if edit is None else Fix("replace what is there", (edit,), Safety.SAFE),
    )


def _there(link: str, command: Command) -> bool:
    """Whether a Python surely lies there: of other programs packages bring other names in each release."""
    state = command.before
    if not state.has_file(link):
        return False
    if state.base.kind == "python" and link in ("/usr/local/bin/python", "/usr/local/bin/python3"):
        return True
    return link == "/usr/bin/python3" and any(
        name == "python3" or name.startswith("python3-") for name in state.packages
    )

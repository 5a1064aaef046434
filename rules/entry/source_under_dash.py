from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, Stage, rule

SHELL_SIGNS = frozenset("'\"\\$&|;<>*?`(){}~#\n")


@rule(Stage, Severity.ERROR, Outcome.BUILD, when=("source",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if on.another_sh(stage):
        return
    for step in stage.steps:
        for command in step.commands:
            if on.lacks_source(command):
                yield _problem(command, "the build stops")
    if stage.entry is not None and on.ships(stage):
        for command in stage.entry.commands:
            if on.lacks_source(command):
                problem = _problem(command, "the container cannot start")._replace(outcome=Outcome.START)
                later = (step for step in stage.steps if step.at.span.start > stage.entry.at.span.start)
                # A RUN below would see the variables too.
                alone = not any(step.instruction.keyword == "RUN" for step in later)
                fix = _without_shell(stage.entry) if alone else None
                yield problem if fix is None else problem._replace(fix=fix)


def _problem(command: Command, what: str) -> Problem:
    word = command.words[0]
    script = command.words[1].value if len(command.words) > 1 else None
    fix = None
    if script is not None and "/" in script and script.endswith(("/activate", "/env", "/conda.sh")):
        edit = Edit(word.at.source, word.at.span, ".")
        fix = Fix("write . in place of source", (edit,), Safety.SAFE) if word.written == "source" else None
    return Problem(
        word.at,
        f"source is not found and {what}: /bin/sh is dash here, which knows only the dot command",
        "write . in place of source"
        if fix
        else 'put SHELL ["/bin/bash", "-c"] above, or write . if the file is plain sh',
        fix,
    )


def _without_shell(entry: Entry) -> Fix | None:
    """The environment on PATH and the program in exec form, where the text does nothing but activate and start."""
    source, span = entry.at
    text = source.text[span.start : span.end]
    alone = bool(entry.commands) and span.start + len(text.rstrip(" \t'\"]")) <= entry.commands[-1].at.span.end
    if len(entry.commands) != 2 or not alone or entry.state.entrypoint is not None and entry.state.cmd is not None:
        return None
    first, main = entry.commands
    script = first.values[0] if len(first.words) == 2 else None
    where = entry.state.spelled(script.removesuffix("/bin/activate")) if script and "/bin/activate" in script else None
    environment = entry.state.environments.get(where or "")
    words = [word.value or "" for word in main.words]
    pairs = zip(words, main.words, strict=True)
    plain = all(word and word == one.written and not SHELL_SIGNS & set(word) for word, one in pairs)
    between = source.text[first.at.span.end : main.at.span.start].strip(" \t")
    if environment is None or environment.kind != "venv" or not plain or between not in ("&&", ";") or main.redirects:
        return None
    if main.words[0].at.span.start != main.at.span.start or not span.contains(main.at.span):
        return None
    rest = words[1:] if words[0] == "exec" else words
    launch = ", ".join(f'"{word}"' for word in rest)
    keyword = text[: len(text) - len(text.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
    variable = "" if entry.state.variable("VIRTUAL_ENV") else f"ENV VIRTUAL_ENV={where}{source.newline}"
    new = f'{variable}ENV PATH="{where}/bin:$PATH"{source.newline}{keyword} [{launch}]'
    return Fix(f"put {where}/bin on PATH and start {rest[0]} directly", (Edit(source, span, new),), Safety.SAFE)

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Severity, rule

OPERATORS = frozenset({"&&", "||", "|", ";", "&", ">", ">>", "<", "2>&1", "2>", "&>", ">&2"})
SHELL_SIGNS = frozenset("'\"\\`(){}*?~#\n \t")
TAKES_ARGUMENTS = frozenset(
    "uvicorn gunicorn hypercorn flask streamlit torchserve jupyter vllm torchrun accelerate pip pip3 node npm java "
    "nginx celery alembic echo sleep cp mkdir".split()
)
"""Programs that do not run the words behind them as a command."""


@rule(
    Entry,
    Severity.ERROR,
    Outcome.RUN,
    when=(
        "exec-form & &&",
        "exec-form & ||",
        "exec-form & |",
        "exec-form & ;",
        "exec-form & &",
        "exec-form & >",
        "exec-form & >>",
        "exec-form & <",
        "exec-form & 2>&1",
        "exec-form & 2>",
        "exec-form & &>",
        "exec-form & >&2",
    ),
)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main = entry.main
    if entry.shell_form or main is None or main.words != entry.argv:
        return
    name = main.name or ""
    # Another program, a script of one's own for instance, may give its words to a shell.
    if name not in TAKES_ARGUMENTS and not name.startswith("python"):
        return
    for position, word in enumerate(main.arguments):
        if word.value in OPERATORS and word.at.source is entry.at.source:
            rest = " ".join(one.value or "" for one in main.arguments[position + 1 :])
            lost = f": {rest} never runs" if word.value in ("&&", "||", ";", "|") and rest else ""
            yield Problem(
                word.at,
                f"{name} gets {word.value} as an argument, as an exec form has no shell{lost}",
                'give the text to a shell: ["bash", "-c", "..."], with exec before the last program',
                _fix(entry),
            )
            return


def _fix(entry: Entry) -> Fix | None:
    """The same words as the text of a shell, the last program in its place."""
    source, span = entry.at
    words = [word.value or "" for word in entry.argv]
    if not entry.complete_here or any(SHELL_SIGNS & set(word) or not word for word in words):
        return None
    last = max((number for number, word in enumerate(words) if word in ("&&", ";")), default=-1)
    # What a pipe, an alternative or the background makes of it is for its author to say.
    if {"|", "||", "&", "&>"} & set(words) or last == len(words) - 1:
        return None
    text = " ".join([*words[: last + 1], "exec", *words[last + 1 :]])
    keyword = source.text[span.start : span.end].split("[", 1)[0]
    return Fix("give the text to a shell", (Edit(source, span, f'{keyword}["sh", "-c", "{text}"]'),))

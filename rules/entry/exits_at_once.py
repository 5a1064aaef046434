from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, Span, rule


@rule(
    Entry,
    Severity.ERROR,
    Outcome.START,
    when=("shell-form", "service", "sshd", "cron", "gunicorn", "celery", "sh", "bash"),
)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main = entry.main
    if main is None or not entry.detaches or (main.name == "torchserve" and not main.background):
        return  # torchserve has a rule of its own
    if main.background:
        said, mend = f"{main.name} runs in the background (&) and the shell ends", "drop the & behind the last command"
    else:
        said = f"{main.name} starts something in the background and returns"
        mend = HELP.get(main.name or "", "start the program itself, in the foreground")
    yield Problem(
        main.at, f"the container ends at once: {said}, and nothing is left that it waits for", mend, _fix(entry, on)
    )


HELP = {
    "gunicorn": "drop --daemon",
    "sshd": "add -D",
    "cron": "add -f",
    "celery": "start celery worker without multi and --detach",
}

FOREGROUND = {"sshd": "-D", "cron": "-f"}


def _fix(entry: Entry, on: Context) -> Fix | None:
    """The edit that keeps the last program in the foreground."""
    main, (source, span) = entry.main, entry.at
    if main is None or main.at.source is not source or not span.contains(main.at.span):
        return None
    title = f"keep {main.name} in the foreground"
    if main.background:
        text = source.text[span.start : span.end].rstrip(" \t")
        if not entry.shell_form or not text.endswith("&") or text.endswith("&&"):
            return None
        kept = len(text[:-1].rstrip(" \t"))
        return Fix(title, (Edit(source, Span(span.start + kept, span.end), ""),), Safety.SAFE)
    word = main.words[0].at.span
    if main.name in FOREGROUND:
        option = FOREGROUND[main.name]
        added = f'", "{option}' if source.text[word.end : word.end + 1] == '"' else f" {option}"
        return Fix(title, (Edit(source, Span(word.end, word.end), added),), Safety.SAFE)
    daemon = next((one for one in main.arguments if one.value in ("--daemon", "-D")), None)
    if main.name != "gunicorn" or daemon is None or daemon.written not in ("--daemon", "-D"):
        return None
    gone = on.without(daemon.at)
    return None if gone is None else Fix("drop --daemon", (gone,), Safety.SAFE)

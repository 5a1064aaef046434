from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Severity, rule

SHELL_SIGNS = frozenset("'\"\\$&|;<>*?`(){}[]~#\n\r")

TAKES_ARGUMENTS = frozenset(
    "python python3 uvicorn gunicorn hypercorn flask streamlit torchserve jupyter vllm torchrun accelerate".split()
)
"""Programs that do not run the words behind them as a command."""


@rule(Entry, Severity.WARNING, Outcome.RUN, when=("CMD in shell form",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    entrypoint, cmd, main = entry.state.entrypoint, entry.state.cmd, entry.main
    if entrypoint is None or not entrypoint.words or cmd is None or cmd.stage is None or cmd.text is None:
        return
    if main is None or len(entry.argv) < 2 or entry.argv[0].at.source is not entry.at.source:
        return
    name = main.name or ""
    runs = name if name in TAKES_ARGUMENTS else "python" if name.startswith("python3") else ""
    if not runs or (runs.startswith("python") and len(entrypoint.words) < 2):
        return
    shell = (cmd.shell or ("/bin/sh",))[0]
    yield Problem(
        cmd.at,
        f"{name} gets {shell}, -c and this text as arguments: behind ENTRYPOINT a CMD in shell form starts no shell",
        'write CMD in exec form: CMD ["--option", "value"]',
        _fix(entry),
        related=(Related(entrypoint.at, "CMD's words come behind these"),),
    )


def _fix(entry: Entry) -> Fix | None:
    """CMD in exec form, where its text holds no program and needs no shell."""
    cmd = entry.state.cmd
    text = cmd.text.text.strip(" \t") if cmd is not None and cmd.text is not None else ""
    words = [word for word in text.replace("\t", " ").split(" ") if word]
    # What begins with a program may be meant to run in place of the entrypoint.
    if cmd is None or not words or SHELL_SIGNS & set(text) or entry.state.which(words[0]):
        return None
    source, span = cmd.at
    written = source.text[span.start : span.end]
    launch = ", ".join(f'"{word}"' for word in words)
    edit = Edit(source, span, f"{written.partition(' ')[0]} [{launch}]")
    return Fix("write CMD in exec form", (edit,)) if written.endswith(text) else None

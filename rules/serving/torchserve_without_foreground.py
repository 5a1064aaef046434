from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, Span, rule

RETURNING = ("--foreground", "--stop", "--version", "-v", "--help", "-h")
"""Options with which the command waits, or is not to start a server."""


@rule(Entry, Severity.ERROR, Outcome.START, when=("torchserve",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    command = entry.main
    if command is None or command.name != "torchserve" or not command.certain:
        return
    # A variable that nobody sets here may be given when the container is run.
    if command.has(*RETURNING) or None in command.values or "$" in entry.at.source.show(entry.at.span):
        return
    source, span = command.words[0].at
    # In exec form the word's place lies between its quotes.
    added = '", "--foreground' if source.text[span.end : span.end + 1] == '"' else " --foreground"
    yield Problem(
        command.at,
        "torchserve starts the server in the background and returns: the container ends with it",
        "add --foreground",
        Fix("add --foreground", (Edit(source, Span(span.end, span.end), added),), Safety.SAFE),
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Place, Problem, Severity, Span, rule

SHELLS = frozenset({"sh", "bash", "dash", "ash", "zsh", "ksh"})


@rule(Command, Severity.INFO, Outcome.RISK, when=("curl |", "wget |"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not command.piped:
        return
    commands = on.stage_of(command).steps[command.step].commands
    for reader in commands[commands.index(command) + 1 :]:
        if not reader.fed:
            return
        if _runs_input(reader):
            break
        if not reader.piped:
            return
    else:
        return
    url = next((value for value in command.values if value is not None and "://" in value), None)
    yield Problem(
        Place(command.at.source, Span(command.at.span.start, reader.at.span.end)),
        f"{reader.name} runs whatever {_host(url)} sends on the day of the build, unseen and even if it ends half-way",
        _help(url),
    )


def _runs_input(command: Command) -> bool:
    """True if what it is fed is its script: `bash`, `sh -s -- -y`, `python3 -`, but not `bash -c text`."""
    name, values = command.name or "", command.values
    if name in SHELLS:
        first = next((value for value in values if value is None or not value.startswith("-") or value == "-"), "-")
        return "-c" not in values and ("-s" in values or first == "-")
    return name.startswith("python") and (not values or values[0] == "-")


def _host(url: str | None) -> str:
    return "the server" if url is None else url.partition("://")[2].partition("/")[0]


def _help(url: str | None) -> str:
    if url is not None and "/uv/" in url:
        return "copy the program from its image: COPY --from=ghcr.io/astral-sh/uv:VERSION /uv /bin/uv"
    return "download to a file, compare it (echo 'SHA256  FILE' | sha256sum -c), then run it"

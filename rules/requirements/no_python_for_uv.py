from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Severity, rule


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("uv",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    refused = on.no_python(command) if command.fatal and command.certain else None
    if refused is not None:
        yield Problem(
            command.at,
            f"the project asks for Python {refused.asked}, here is {' and '.join(refused.there)}, "
            f"and {refused.because} keeps uv from fetching another: the build stops",
            "begin from an image with a Python that the project allows (python:3.x-slim), or let uv fetch one",
        )

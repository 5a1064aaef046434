from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("poetry install", "poetry sync"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    for command in step.commands:
        path = on.lacks_project(command) if command.fatal and command.certain else None
        if path is not None and command.program() is not False:
            yield Problem(
                command.at,
                f"poetry installs the project too and stops the build: {path} is not there at this step",
                "add --no-root where only the dependencies are wanted, or copy the project above; package-mode = false "
                "under [tool.poetry] says that it is none to install",
            )
            return

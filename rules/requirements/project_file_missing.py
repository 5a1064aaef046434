from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

WHY = {
    "pyproject.toml": "it reads the project from pyproject.toml, and there is none in its folder nor above that",
    "uv.lock": "it may not make uv.lock itself, and there is none in its folder nor above that",
}


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("uv sync", "uv export", "poetry install", "poetry sync"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    for command in step.commands:
        path = on.lacks_project_file(command) if command.fatal and command.certain else None
        if path is None or command.program() is False:
            continue
        # Nothing but a requirements file that is not there may have brought it: of that another rule speaks.
        earlier = [one for above in on.stage_of(step).steps[: step.index + 1] for one in above.installs]
        if command.program() is None and any(one.missing for one in earlier):
            return
        name = path.rpartition("/")[2]
        # Of a COPY that names it and cannot bring it another rule speaks.
        if any(_fails(above, name, on) for above in on.stage_of(step).steps[: step.index]):
            return
        copy = f"copy it above this step: COPY {name} ./"
        yield Problem(
            command.at,
            f"{command.name} stops the build: {WHY[name]}",
            copy if name == "pyproject.toml" else f"{copy}; or leave out what keeps uv from making it",
        )
        return


def _fails(step: Step, name: str, on: Context) -> bool:
    """Whether a COPY names the file and the build context has none."""
    named = [one.name or "" for one in step.copied.sources] if step.copied is not None else []
    return any(
        one.rpartition("/")[2] == name and on.build is not None and on.build.context.kind(one) is False for one in named
    )

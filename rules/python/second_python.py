from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, rule

INSTALLERS = frozenset({"pip", "pipx", "poetry", "setuptools", "uv", "virtualenv", "wheel"})


@rule(Command, Severity.WARNING, Outcome.WASTE, when=("uv sync", "uv run", "uv venv"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    build, base = on.build, command.before.base
    found = on.fetched_python(command) if command.certain else None
    if found is None or build is None or not build.in_shipped(command.stage):
        return
    every = command.before.environments.values()
    # What was installed for the image's own Python uses it.
    if any(one.packages.keys() - INSTALLERS for one in every if one.kind != "venv"):
        return
    variable = command.before.variable("UV_PYTHON") if found.by == "UV_PYTHON" else None
    told = () if variable is None or variable.at is None else (Related(variable.at, "asked for here"),)
    own, wanted = " and ".join(found.there), found.asked.partition(",")[0].lstrip("=~> ")
    yield Problem(
        command.at,
        f"{found.by} asks for Python {found.asked}, so uv fetches one: "
        f"the {own} of {base.name} is shipped and not used",
        f"begin from an image with Python {wanted}, without one (debian), or ask for {own}",
        related=(*told, Related(base.at, f"brings Python {own}")),
    )

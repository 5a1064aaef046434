from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Fix, Outcome, Problem, Safety, Severity, rule


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("uv pip",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not (command.fatal and command.certain) or command.program() is False or not on.no_environment(command):
        return
    verb = next(word for word in command.arguments if word.value in ("install", "sync", "uninstall"))
    fix = None
    # Where the distribution manages Python, that alone is refused too.
    if command.before.base.kind == "python" and verb.written == verb.value:
        edit = on.added(verb.at, "--system")
        fix = None if edit is None else Fix("use the Python of the image", (edit,), Safety.UNSAFE)
    yield Problem(
        command.at,
        f"uv pip {verb.value} works in a virtual environment, and here is none: it stops, and the build with it",
        "add --system (or ENV UV_SYSTEM_PYTHON=1) to use the Python of the image, or run uv venv first",
        fix,
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Fix, Outcome, Problem, Severity, rule

SWITCHES = ("--locked", "--frozen", "--dry-run", "--check", "--script", "--upgrade", "-U", "--help")


@rule(Command, Severity.INFO, Outcome.RISK, when=("uv",), strict=True)
def check(command: Command, on: Context) -> Iterator[Problem]:
    verb = next((word for word in command.arguments if not (word.value or "-").startswith("-")), None)
    if verb is None or verb.value != "sync" or command.has(*SWITCHES) or None in command.values:
        return
    if any(command.before.variable(name) or command.env.get(name) for name in ("UV_LOCKED", "UV_FROZEN")):
        return
    where = command.before.absolute("uv.lock", command.cwd)
    if where is not None and command.before.find(where) is False:
        message = "uv sync without a uv.lock chooses releases anew: each build may get others"
        mend = "run `uv lock`, commit uv.lock, copy it before this RUN, and sync with --locked"
        fix = None
    else:
        message = "uv sync makes a lock that does not fit pyproject.toml new inside the build, and nobody sees it"
        mend = "say --locked: then the build stops when the lock is out of date"
        edit = on.added(verb.at, "--locked")
        fix = None if edit is None else Fix("say --locked", (edit,))
    yield Problem(command.at, message, mend, fix=fix)

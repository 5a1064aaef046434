from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Severity, rule

QUIET_READERS = frozenset("tee sort head tail tr cut wc cat sed awk xargs gpg apt-key jq".split())


@rule(Command, Severity.INFO, Outcome.RISK, when=("curl |", "wget |"), strict=True)
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not command.piped or command.fatal or command.shell is None or not command.certain:
        return
    commands = on.stage_of(command).steps[command.step].commands
    place = next((number for number, one in enumerate(commands) if one is command), len(commands))
    reader = next((one for one in commands[place + 1 :] if one.fed), None)
    # tar and its like fail themselves when their input ends early.
    if reader is None or reader.name not in QUIET_READERS or not reader.fatal:
        return
    yield Problem(
        command.at,
        f"a failure of {command.name} goes unseen: the status of a pipe is that of its last command, {reader.name}",
        'put SHELL ["/bin/bash", "-o", "pipefail", "-c"] above, or download to a file first',
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Place, Problem, Severity, Step, rule

# Azure's App Service asks for exactly this login, and lets nobody reach it from outside.
OF_AZURE = "root:Docker!"


@rule(Step, Severity.WARNING, Outcome.RISK, when=("chpasswd",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    for number, command in enumerate(step.commands):
        found = login(step.commands[number - 1]) if command.name == "chpasswd" and command.fed and number else None
        if found is not None:
            user, at = found
            yield Problem(
                at,
                f"the password of {user} is written out: every container of the image has an account that all can use",
                "leave the account without a password; who must log in can have a key",
                secret=True,
            )


def login(before: Command) -> tuple[str, Place] | None:
    """User and place of `echo user:password |`, with both written out."""
    if before.name not in ("echo", "printf"):
        return None
    for word in before.arguments:
        user, colon, password = (word.value or "").partition(":")
        plain = user.replace("-", "").replace("_", "").replace(".", "").isalnum()
        if colon and plain and password.strip("\\n") and "$" not in word.written and word.value != OF_AZURE:
            return user, word.at
    return None

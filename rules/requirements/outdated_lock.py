from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, Step, rule

SHOWN = 4
# poetry before 1.8 warned and installed what the lock said.
LENIENT = ("0.", "1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7")
ONLY = ("--only-group", "--only-dev", "--only-groups")


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("uv", "poetry"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    for command, stale in step.stale_locks:
        if command.name == "poetry":
            severity, outcome, message = of_poetry(command)
            applies = True
        elif told(command, "frozen"):
            severity, outcome = Severity.WARNING, Outcome.IMPORT
            message = f"uv.lock does not know {shown(stale.main)}: --frozen installs what the lock says, without it"
            applies = bool(stale.main) and not command.has(*ONLY)
        else:
            severity, outcome = None, None
            message = f"uv.lock does not know {shown(stale.lacks)}: --locked stops the build"
            applies = told(command, "locked")
        if applies:
            yield Problem(
                command.at,
                message,
                f"run `{command.name} lock` and commit {stale.lock}",
                related=(Related(stale.at, "asked for here" if stale.lacks else "the hash of another pyproject.toml"),),
                severity=Severity.WARNING if severity is None and not (command.fatal and command.certain) else severity,
                outcome=outcome,
            )


def of_poetry(command: Command) -> tuple[Severity | None, Outcome | None, str]:
    """What poetry does about it, by its version."""
    message = "poetry.lock was made for another pyproject.toml: "
    installed = [one.packages["poetry"] for one in command.before.environments.values() if "poetry" in one.packages]
    if not installed:
        return Severity.WARNING, None, message + "poetry 1.8 or newer refuses to install from it"
    version = installed[0].version or ""
    if version.startswith(LENIENT):
        return Severity.WARNING, Outcome.RISK, message + f"poetry {version} installs the old list all the same"
    return None, None, message + "poetry refuses to install from it and the build stops"


def told(command: Command, switch: str) -> bool:
    """Whether uv is told so by an option or a variable."""
    known = command.before.variable(f"UV_{switch.upper()}")
    return command.has(f"--{switch}") or (known is not None and (known.value or "").lower() in ("1", "true", "yes"))


def shown(names: tuple[str, ...]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")

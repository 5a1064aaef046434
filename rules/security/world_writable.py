from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Severity, Step, rule

SHARED = ("/tmp", "/var/tmp", "/dev", "/run", "/var/run")


@rule(Step, Severity.INFO, Outcome.RISK, when=("chmod", "COPY --chmod", "ADD --chmod"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    found: list[tuple[str, str, Place]] = []
    flag = step.instruction.flag("chmod")
    if flag is not None and open_to_all(flag.value or ""):
        found.append((flag.value or "", "what it copies", Place(step.at.source, flag.span)))
    for command in step.commands:
        if command.name == "chmod":
            found += opened(command)
    for mode, what, at in found[:1]:
        yield Problem(
            at,
            f"mode {mode} lets every user of the container write to {what}: a flaw in one program can change others",
            "give the files to the user who needs them: COPY --chown=app:app, or chown with mode 755",
            _fix(step, mode, at),
        )


def opened(command: Command) -> list[tuple[str, str, Place]]:
    """Mode, path and place of a chmod that opens a path for all."""
    words = [word for word in command.arguments if not (word.value or "").startswith("-")]
    if len(words) < 2 or not open_to_all(words[0].value or ""):
        return []
    paths = [word.value or word.written for word in words[1:]]
    path = next((path for path in paths if not path.startswith(SHARED)), None)
    return [] if path is None else [(words[0].value or "", path, command.at)]


def open_to_all(mode: str) -> bool:
    """True if others may write and no sticky bit keeps what is theirs: 777, 0666, a+rwx, o+w, +w is not."""
    if mode.isdigit():
        sticky = len(mode) > 3 and int(mode[-4]) & 1
        return len(mode) >= 3 and int(mode[-1]) & 2 > 0 and not sticky
    for clause in mode.split(","):
        who, sign, what = clause.partition("+" if "+" in clause else "=")
        if sign and who and set(who) & {"a", "o"} and "w" in what and "t" not in what:
            return True
    return False


NARROWER = {"777": "755", "0777": "0755"}
SCRIPTS = (".sh", ".py", ".bash")


def _fix(step: Step, mode: str, at: Place) -> Fix | None:
    """The mode that lets everybody read and run scripts, but not write."""
    command = next((one for one in step.commands if one.at == at), None)
    if command is None or mode not in NARROWER or len(command.words) < 3 or command.words[1].written != mode:
        return None
    if not all((word.value or "").endswith(SCRIPTS) for word in command.words[2:]):
        return None
    return Fix(f"write {NARROWER[mode]}", (Edit(*command.words[1].at, NARROWER[mode]),))

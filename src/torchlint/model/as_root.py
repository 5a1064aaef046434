"""What keeps a program from starting as another user than root."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Command
    from torchlint.model.entry import Entry
    from torchlint.model.step import Step

LOWEST_OPEN = 1024
"""The first port on which everyone may listen."""


def user_made(entry: Entry, build: Build) -> Command | None:
    """The command that makes the last user of its stage, or of those that this is built on."""
    commands = [one for stage in build.lineage(entry.stage) for step in stage.steps for one in step.commands]
    return next((one for one in reversed(commands) if one.name in ("useradd", "adduser")), None)


def needs_root(entry: Entry, build: Build) -> bool:
    """Whether what a Python program needs may be for root alone, as far as that is known; True where it is not."""
    steps = [step for stage in build.lineage(entry.stage) for step in stage.steps]
    return _of_root(entry) or any(_for_root(step) for step in steps)


def _of_root(entry: Entry) -> bool:
    """Whether the program, its Python or a folder that a variable names lies where only root may look."""
    environment, state = entry.environment, entry.state
    assert environment is not None, "asked of Pythons only"
    values = [environment.prefix, environment.home or "", entry.script or "", state.workdir.value or "/root"]
    values += [variable.value or "" for name, variable in state.env.items() if name != "PATH"]
    if environment.kind == "venv" and environment.home is None:
        return True
    return any(f"{value}/".startswith("/root/") for value in values)


def _for_root(step: Step) -> bool:
    """Whether a step fills folders of root's that the program may read, or has the program write or listen where only
    root may."""
    if step.instruction.keyword == "VOLUME":
        return True
    if any(not (one := port.value or "").isdecimal() or int(one) < LOWEST_OPEN for port in step.exposed):
        return True
    if step.instruction.keyword == "RUN" and not step.commands:
        return True
    installs = {id(install.command) for install in step.installs}
    for command in step.commands:
        python = (command.name or "").startswith("python") and command.values[:2] not in (("-m", "venv"), ("-m", "pip"))
        # What git brings has its own ideas of where to write.
        if command.unknown or command.name == "git" or (python and id(command) not in installs):
            return True
    return "/root" in step.instruction.rest.text and step.instruction.keyword in ("COPY", "ADD")

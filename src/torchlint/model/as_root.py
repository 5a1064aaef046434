"""What keeps a program from starting as another user than root."""

from __future__ import annotations

from torchlint.model.snapshot import named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Command
    from torchlint.model.entry import Entry
    from torchlint.model.step import Step

LOWEST_OPEN = 1024
"""The first port on which everyone may listen."""

NAMING = ("_HOME", "_CACHE", "_DIR", "_FOLDER")
"""How variables end that name a folder to write into."""

OF_TOOLS = (
    "UV_",
    "PIP_",
    "POETRY_",
    "CARGO_",
    "RUSTUP_",
    "CONDA_",
    "MAMBA_",
    "CUDA",
    "JAVA_",
    "NODE_",
    "LD_",
    "PYTHON",
)
OF_SYSTEM = tuple(
    f"/{name}/" for name in "usr etc bin sbin lib lib64 opt var tmp run proc sys dev boot home root".split()
)
UNQUOTED = frozenset(" \t\"'$`\\;&|<>()*?[]{}#~")


def user_made(entry: Entry, build: Build) -> Command | None:
    """The command that makes the last user of its stage, or of those that this is built on."""
    commands = [one for stage in build.lineage(entry.stage) for step in stage.steps for one in step.commands]
    return next((one for one in reversed(commands) if one.name in ("useradd", "adduser")), None)


def needs_root(entry: Entry, build: Build) -> bool:
    """Whether what a Python program needs may be for root alone, as far as that is known; True where it is not."""
    steps = [step for stage in build.lineage(entry.stage) for step in stage.steps]
    # Docker makes the folders that it mounts as root's.
    mounted = any(service.mounts for service in build.input.composed)
    return mounted or _of_root(entry) or any(_for_root(step) for step in steps)


def written(entry: Entry, build: Build) -> tuple[str, ...] | None:
    """The folders that its stages make, or that variables name, for what the program writes, as a shell in its folder
    calls them; None where one cannot be known."""
    state, environment = entry.state, entry.environment
    own = state.spelled(".")
    found: dict[str, None] = {}
    for command in (one for stage in build.lineage(entry.stage) for step in stage.steps for one in step.commands):
        if command.name != "mkdir":
            continue
        for word in command.arguments:
            if word.value is None or (
                word.value.startswith("-") and word.value not in ("-p", "-v", "-pv", "--parents")
            ):
                return None
            where = None if word.value.startswith("-") else command.before.absolute(word.value, command.cwd)
            if where is None and not word.value.startswith("-"):
                return None
            if where is not None and state.find(where) is not False:
                found[where] = None
    for name, variable in state.env.items():
        if name.endswith(NAMING) and not name.startswith(OF_TOOLS) and (variable.value or "").startswith("/"):
            found[state.absolute(variable.value or "") or ""] = None
    prefix = environment.prefix if environment is not None else ""
    folders = [
        one
        for one in found
        if one.startswith("/")
        and not one.startswith(OF_SYSTEM)
        and not f"{own}/".startswith(f"{one}/")
        and not f"{prefix}/".startswith(f"{one}/")
        and not one.startswith(f"{prefix}/")
    ]
    if not all(map(named, folders)) or any(set(one) & UNQUOTED for one in folders):
        return None
    outer = [one for one in folders if not any(one.startswith(f"{other}/") for other in folders)]
    return tuple(one.removeprefix(f"{own}/") if own != "/" else one for one in outer)


def _of_root(entry: Entry) -> bool:
    """Whether the program, its Python or a folder that a variable names lies where only root may look."""
    environment, state = entry.environment, entry.state
    assert environment is not None, "asked of Pythons only"
    values = [environment.prefix, environment.home or "", entry.script or "", state.workdir.value or "/root"]
    values += [variable.value or "" for name, variable in state.env.items() if name != "PATH"]
    if environment.kind == "venv" and environment.home is None:
        return True
    return any(f"{value}/".startswith("/root/") for value in values)


def _fills_home(command: Command) -> bool:
    """Whether it puts something into root's home."""
    words = [*command.arguments, *(one.target for one in command.redirects)]
    named = (word.value or word.written for word in words)
    return command.name != "rm" and any(
        one == "/root" or one.startswith(("/root/", "~/", "$HOME", "${HOME}")) for one in named
    )


def _for_root(step: Step) -> bool:
    """Whether a step fills folders of root's that the program may read, or has the program write or listen where only
    root may."""
    if step.instruction.keyword == "VOLUME":
        return True
    if any(not (one := port.value or "").isdecimal() or int(one) < LOWEST_OPEN for port in step.exposed):
        return True
    if step.instruction.keyword == "RUN" and not step.commands:
        return True
    if any(_fills_home(command) for command in step.commands):
        return True
    installs = {id(install.command) for install in step.installs}
    for command in step.commands:
        python = (command.name or "").startswith("python") and command.values[:2] not in (("-m", "venv"), ("-m", "pip"))
        # What git brings has its own ideas of where to write.
        if command.unknown or command.name == "git" or (python and id(command) not in installs):
            return True
    return "/root" in step.instruction.rest.text and step.instruction.keyword in ("COPY", "ADD")

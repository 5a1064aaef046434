"""Users and groups: useradd, usermod and their kin. They stand as paths below /etc/passwd and /etc/group."""

from __future__ import annotations

from torchlint.model.files import Anything, Found, Made
from torchlint.model.users import Account, account_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

PASSWD, GROUP = "/etc/passwd", "/etc/group"

VALUED = frozenset("bcdefgkpsuGKPRZ")
"""The letters of useradd's options that take a value: the next word, where they end a cluster."""

LONG = frozenset(
    "--base-dir --comment --home-dir --home --expiredate --inactive --gid --groups --key --skel --password --root "
    "--prefix --shell --uid --selinux-user".split()
)


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after the command. What it takes away is not followed: only absence is asked for."""
    name = command.name or ""
    state = run.state
    if name in ("usermod", "groupmod") and not _renames(command):
        return _changed(command, state) if name == "usermod" else state
    names = [value for value in command.values if value is not None and value and value[0] not in "-/"]
    operands = _operands(command) if name == "useradd" else []
    names = operands or names
    told = any((value or "").startswith(("--login=", "--new-name=")) for value in command.values)
    if name == "newusers" or told or len(names) < 1 or (None in command.values and not operands):
        return state._replace(files=state.files.then(Anything((PASSWD, GROUP))))
    own = GROUP if "group" in name else PASSWD
    files = state.files
    # The last word is the name, but adduser takes a group behind it, and options may stand there too.
    for one in names[:-1]:
        files = files.then(Anything((f"{own}/{one}",)))
    files = files.then(Made(f"{own}/{names[-1]}", Found("file", _account(command, names[-1]), command.at)))
    if own == PASSWD:
        # Whether a group of the same name comes along depends on settings.
        files = files.then(Anything(tuple(f"{GROUP}/{one}" for one in names)))
    return state._replace(files=files)


def _renames(command: Command) -> bool:
    """Whether usermod or groupmod may give another name: nothing else makes one that was not there."""
    letter, long = ("l", "--login") if command.name == "usermod" else ("n", "--new-name")
    return any(
        value is None
        or value.partition("=")[0] == long
        or (value[:1] == "-" and value[1:2] != "-" and letter in value[1:])
        for value in command.values
    )


def _changed(command: Command, state: Snapshot) -> Snapshot:
    """After usermod: another home folder for a user who is there."""
    name = command.values[-1] if command.values else None
    if name is None or not command.has("-d", "--home") or not isinstance(state.find(f"{PASSWD}/{name}"), Found):
        return state
    known = account_of(state, name)
    made = command.has("-m", "--move-home") or (known is not None and known.made)
    found = Found("file", Account(_home(command, name), made), command.at)
    return state._replace(files=state.files.then(Made(f"{PASSWD}/{name}", found)))


def _account(command: Command, name: str) -> Account:
    home = _home(command, name)
    if command.name == "useradd":
        letters = [value[1:] for value in command.values if value and value[0] == "-" and value[1:2] != "-"]
        return Account(home, command.has("--create-home") or any("m" in one for one in letters))
    return Account(home, home is not None and not command.has("--no-create-home", "-H", "-M"))


def _home(command: Command, name: str) -> str | None:
    """The home folder that the system's list gets for a new user, whether it is made or not."""
    values = [value or "" for value in command.values]
    for number, value in enumerate(values):
        option, equals, told = value.partition("=")
        if option in ("-d", "--home-dir", "--home", "-h"):
            return told if equals else values[number + 1] if number + 1 < len(values) else None
        # adduser gives users of the system another one from Debian 13 on.
        if option in ("-b", "--base-dir", "-R", "--root") or (option == "--system" and command.name == "adduser"):
            return None
    return f"/home/{name}"


def _operands(command: Command) -> list[str]:
    """The words of useradd that are neither options nor values of options; none if that cannot be known."""
    found: list[str] = []
    skip = False
    for value in command.values:
        if skip or value == "":
            skip = False
        elif value is None:
            return []
        elif value.startswith("--"):
            skip = value in LONG
        elif value.startswith("-"):
            skip = value[-1] in VALUED
        else:
            found.append(value)
    return found

"""Which shell reads a command, as far as ShellCheck knows it."""

from __future__ import annotations

from torchlint.model.files import Found
from torchlint.model.invocation import SHELLS, shell_flags
from torchlint.model.shells import MICROMAMBA
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.model.build import Build
    from torchlint.model.snapshot import Snapshot
    from torchlint.model.step import Step

_KNOWN = {"sh": "sh", "bash": "bash", "dash": "dash", "ash": "busybox", "ksh": "ksh"}
"""Shells by ShellCheck's names for them."""

# Source: the package that owns /bin/sh in each: dash, busybox, bash.
_OWN = (
    ("dash", ("debian", "ubuntu")),
    ("busybox", ("alpine",)),
    ("bash", ("almalinux", "amazonlinux", "centos", "fedora", "rockylinux", "ubi")),
)

_CHANGERS = ("dpkg-reconfigure", "update-alternatives", "dpkg-divert")
"""Programs that may make another shell the /bin/sh without a trace that is followed."""

_LAUNCHERS = ("conda", "mamba", "micromamba")


class Dialect(NamedTuple):
    """`name`: as ShellCheck calls it. `sure`: False for a /bin/sh that may be any. `options`: what `set` turns on."""

    name: str
    sure: bool = True
    options: str = ""


def of_words(words: Sequence[str] | None, step: Step, build: Build) -> Dialect | None:
    """What SHELL's words start; None when that is no shell that ShellCheck knows, or unknown."""
    if not words or (step.before.shell.at is None and _of_windows(step.before)):
        return None
    names = [word.rpartition("/")[2] for word in words]
    at = 0
    if names[0] in _LAUNCHERS and "run" in names:
        at = next((number for number, name in enumerate(names) if name in SHELLS and number > names.index("run")), 0)
    if names[at] == MICROMAMBA:
        return Dialect("bash")
    flags = shell_flags(words[at + 1 :])
    dialect = of_name(names[at], words[at], step, build)
    if dialect is None or flags.script is None:
        return None
    options = (" -e" if flags.errexit else "") + (" -o pipefail" if flags.pipefail else "")
    return dialect._replace(options=options)


def of_name(name: str, path: str, step: Step, build: Build) -> Dialect | None:
    """The shell of that name; `path`: how it is called."""
    if name == "sh":
        known = _own(step.before, build, step.stage) if path in ("sh", "/bin/sh", "/usr/bin/sh") else None
        return Dialect("sh", sure=False) if known is None else Dialect(known)
    return Dialect(_KNOWN[name]) if name in _KNOWN else None


def _of_windows(state: Snapshot) -> bool:
    """Whether a base image, by its name, is one of Windows, where cmd reads commands unless SHELL says otherwise."""
    name = (state.base.name or "").lower()
    return state.base.flavour == "windows" or any(word in name for word in ("windows", "nanoserver"))


def _own(state: Snapshot, build: Build, stage: int) -> str | None:
    """The /bin/sh of the distribution, where that is known and surely still there."""
    sh = state.find("/bin/sh")
    if not isinstance(sh, Found) or sh.at is not None:
        return None
    commands = (command for one in build.lineage(stage) for step in one.steps for command in step.commands)
    if any(command.name in _CHANGERS for command in commands):
        return None
    return next((name for name, families in _OWN if (state.base.os or "").startswith(families)), None)

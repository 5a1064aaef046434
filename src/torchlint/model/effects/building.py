"""make and its kin: what a source tree that is known to be none of Python builds and installs."""

from __future__ import annotations

import re

from torchlint.model.base_files import SETTINGS, of_python
from torchlint.model.effects import downloads, forget_packages, unknown_program
from torchlint.model.environment import Environment, Program
from torchlint.model.files import Anything, ContextFile, Downloaded, Found, Made, normal
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

_PYTHONIC = re.compile(
    r"python(?!_?bindings)|pypy|pyenv|conda|mamba|/uv\b|asdf|spack|easybuild", re.ASCII | re.IGNORECASE
)
"""What the address of a source that brings a Python speaks of."""


_SOURCE = re.compile(r"/Python-(3\.\d+)(?:\.\d+)?\Z", re.ASCII)
"""The folder that a source archive of Python unpacks to."""


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `make`, `./bootstrap` and the like."""
    source = _SOURCE.search(command.cwd or "")
    if source is not None and command.name in ("make", "gmake"):
        return _python(command, run, source[1])
    if not foreign(run, command.cwd):
        return unknown_program(run.state)
    state = forget_packages(run.state)
    return state._replace(files=state.files.then(Anything(("/",), _no_interpreter)), packages_complete=False)


def _python(command: Command, run: Run, minor: str) -> Snapshot:
    """`make`, `make altinstall` or `make install` of Python itself, where its configure said."""
    state = run.state
    goals = [value for value in command.values if value is None or not value.startswith("-")]
    folder = command.cwd or "/"
    if not any(goal in ("install", "altinstall") for goal in goals):
        return state if None in goals else state._replace(files=state.files.then(Anything((folder,))))
    told = [one for one in run.commands if one.name == "configure" and one.cwd == folder]
    words = [word for one in told for word in one.arguments]
    written = [word.value or word.written.strip("\"'") for word in words]
    prefixes = [word for word, text in zip(words, written, strict=True) if text.startswith("--prefix")]
    prefix = (prefixes[-1].value or "").removeprefix("--prefix=") if prefixes else "/usr/local"
    if not told or not prefix.startswith("/") or any(text.startswith("$") for text in written):
        return unknown_program(state)
    prefix = normal(prefix)
    environment = Environment(prefix, "image", Fact(minor, command.at), {}, managed=False, at=command.at)
    names = [f"python{minor}", f"pip{minor}"] + (["python3", "pip3"] if "install" in goals else [])
    if any("ensurepip" in text and text != "--with-ensurepip" for text in written):
        names = [name for name in names if name.startswith("python")]
    files = state.files
    for name in names:
        program = Program("pip" if name.startswith("pip") else "python", prefix)
        files = files.then(Made(f"{prefix}/bin/{name}", Found("file", program, command.at)))
    return state._replace(files=files).with_environment(environment)


def foreign(run: Run, folder: str | None) -> bool:
    """True if a folder surely holds a source that came from the network, and from no maker of Pythons."""
    if folder is None or pythonic(folder):
        return False
    where = folder
    while where:
        found = run.state.find(f"{where}/.git")
        if isinstance(found, Found) and isinstance(found.content, Downloaded):
            return not pythonic(found.content.address)
        found = run.state.find(where)
        if isinstance(found, Found) and isinstance(found.content, ContextFile):
            return False
        where = where.rpartition("/")[0]
    # An archive that was fetched and unpacked in the same RUN.
    fetched = [address for one in run.commands if (address := downloads.address_of(one))]
    unpacked = any(one.name in ("tar", "unzip") for one in run.commands)
    return bool(fetched) and unpacked and not any(pythonic(address) for address in fetched)


def pythonic(address: str) -> bool:
    """True if what lies at an address may be a Python, or bring one."""
    return _PYTHONIC.search(address) is not None


def _no_interpreter(word: str) -> bool:
    return word in SETTINGS or of_python(word)

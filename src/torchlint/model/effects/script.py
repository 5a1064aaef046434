"""Scripts that a shell runs: the installers that are well known, anything else by its own unknown will."""

from __future__ import annotations

import re

from torchlint.model.effects import downloads, no_interpreter, not_configuration, unknown_program, without_python
from torchlint.model.environment import Environment, Program
from torchlint.model.files import Anything, Downloaded, Found, Made, Removed
from torchlint.model.invocation import SHELLS
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

_CONDA = re.compile(
    r"(?P<maker>Miniconda|Miniforge|Mambaforge|Anaconda)(?P<major>[23]?)-(?:[A-Za-z]+-)?(?:py(?P<py>[23]\d{1,2})[_-])?"
    r"(?P<version>\d+(?:\.\d+)+(?:-\d+)?)?",
    re.ASCII,
)
"""How the installers of conda are called: Miniconda3-py310_23.3.1-0-Linux-x86_64.sh."""

_NO_PYTHON = re.compile(
    r"://(?:deb\.nodesource\.com/setup_|rpm\.nodesource\.com/setup_|rclone\.org/install|www\.npm[a-z]+\.com/install|sh\.rustup\.rs"
    r"|cli-assets\.heroku\.com/install|get\.docker\.com|bun\.sh/install|get\.sdkman\.io|starship\.rs/install"
    r"|dl\.yarnpkg\.com/|packagecloud\.io/install/repositories/github/git-lfs|code-server\.dev/install"
    r"|raw\.githubusercontent\.com/(?:nvm-sh|creationix)/nvm/|raw\.githubusercontent\.com/helm/helm/"
    r"|(?:raw\.githubusercontent|github)\.com/(?:ohmyzsh|robbyrussell)/oh-?my-?zsh/)",
    re.ASCII,
)
"""Installers of other things that are fed to a shell."""

_UV = re.compile(r"://astral\.sh/uv/(?:(?P<major>\d+)\.(?P<minor>\d+)\.\d+/)?install\.sh", re.ASCII)


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after a script ran, by its own name or as a shell's argument."""
    path, words = _called(command)
    if command.name in SHELLS:
        if path == "" and len(run.commands) == 1 and not command.redirects and not words:
            # It has nothing to read.
            return run.state
        if path in ("", "-s", "-"):
            return _fed(command, run)
    where = run.state.absolute(path, command.cwd) if path is not None else None
    if path is not None and path.rpartition("/")[2] in ("bootstrap", "bootstrap.sh", "autogen.sh", "configure"):
        from torchlint.model.effects import building

        return building.apply(command, run)
    if where is None or (command.name not in SHELLS and "/" not in (path or "")):
        return unknown_program(run.state)
    address = _address(run.state, where)
    if _NO_PYTHON.search(address):
        return without_python(run.state)
    return _conda(command, run, address, [word.value for word in words])


def started(command: Command) -> str | None:
    """Where the script that a command runs was downloaded from, else its path; None when that cannot be known, and
    where only a redirect came from there."""
    path, _ = _called(command)
    where = command.before.absolute(path, command.cwd) if path else None
    found = command.before.find(where) if where is not None else None
    bare = isinstance(found, Found) and isinstance(found.content, Downloaded) and found.content.unfollowed is not None
    return None if where is None or bare else _address(command.before, where)


def _called(command: Command) -> tuple[str | None, list[Argument]]:
    """The script as it is written, "" for a shell's own input, and what stands behind it."""
    words = list(command.arguments)
    if command.name not in SHELLS:
        return command.words[0].value, words
    while words and (words[0].value or "").startswith(("-", "+")) and words[0].value != "-s":
        words.pop(0)
    return words[0].value if words else "", words[1:]


def _address(state: Snapshot, where: str) -> str:
    found = state.find(where)
    return found.content.address if isinstance(found, Found) and isinstance(found.content, Downloaded) else where


def _fed(command: Command, run: Run) -> Snapshot:
    """`curl … | sh`."""
    address = downloads.piped(run)
    uv = _UV.search(address)
    if uv is None:
        return without_python(run.state) if _NO_PYTHON.search(address) else unknown_program(run.state)
    home = run.home()
    told = run.lookup("UV_INSTALL_DIR") or run.lookup("XDG_BIN_HOME")
    # Up to 0.4 it went to cargo's folder.
    old = uv["major"] == "0" and int(uv["minor"]) < 5
    folder = told or (f"{home}/.local/bin" if home is not None else None)
    state = run.state
    if folder is None or old or any(run.lookup(name) is None for name in ("UV_INSTALL_DIR", "XDG_BIN_HOME")):
        return state._replace(files=state.files.then(Anything(("/",), no_interpreter)))
    files = state.files
    for name in ("uv", "uvx"):
        files = files.then(Made(f"{folder}/{name}", Found("file", Program("uv"), command.at)))
    return state._replace(files=files.then(Made(f"{folder}/env", Found("file", None, command.at))))


def _conda(command: Command, run: Run, address: str, values: list[str | None]) -> Snapshot:
    """A new base environment at `-p`, else below the home folder."""
    named = _CONDA.match(address.rpartition("/")[2])
    if named is None:
        return unknown_program(run.state)
    state = run.state
    told: str | None = ""
    for number, value in enumerate(values):
        if value is None:
            return unknown_program(state)
        if value.startswith("-") and value.endswith("p") and not value.startswith("--"):
            told = values[number + 1] if number + 1 < len(values) else None
    home = run.home()
    if told == "":
        told = f"{home}/{named['maker'].lower()}{named['major']}" if home is not None else None
    prefix = state.absolute(told, command.cwd) if told is not None else None
    if prefix is None:
        return unknown_program(state)
    digits = named["py"] or ("27" if named["major"] == "2" else "")
    python = f"{digits[0]}.{digits[1:]}" if digits else None
    if python is None and named["version"] is not None:
        python = run.world.conda_installer_python(named["maker"], named["version"])
    environment = Environment(
        prefix, "conda", Fact(python, command.at), {}, complete=False, managed=False, at=command.at
    )
    names = ["python", *([f"python{python}"] if python else []), *(["python3"] if named["major"] != "2" else [])]
    files = state.files.then(Removed(prefix)).then(Made(prefix, Found("dir", None, command.at)))
    files = files.then(Anything((prefix,), not_configuration))
    made = [(f"bin/{name}", Program("python", prefix)) for name in names]
    made += [(f"bin/{name}", Program("pip", prefix)) for name in ("pip", "pip3")[: 2 - (named["major"] == "2")]]
    made += [(f"{folder}/conda", Program("conda", prefix)) for folder in ("bin", "condabin")]
    if named["maker"] == "Mambaforge" or "/latest/" in address:
        made.append(("bin/mamba", Program("conda", prefix)))
    for name, program in made:
        files = files.then(Made(f"{prefix}/{name}", Found("file", program, command.at)))
    for name in ("bin/activate", "etc/profile.d/conda.sh"):
        files = files.then(Made(f"{prefix}/{name}", Found("file", None, command.at)))
    return state._replace(files=files).with_environment(environment)

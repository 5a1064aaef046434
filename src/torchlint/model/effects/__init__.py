"""What commands do to a snapshot: one file per family. A family's module is loaded when one of its programs occurs."""

from __future__ import annotations

from torchlint.model.base_files import LIBRARIES, SETTINGS, of_python
from torchlint.model.files import Anything, inside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

    Effect = Callable[[Command, Run], Snapshot]

FAMILIES: Mapping[str, str] = {
    "apt": "apt-get apt aptitude apt-cache apt-mark add-apt-repository dpkg apk dnf yum microdnf zypper",
    "pip": "pip easy_install",
    "mim": "mim",
    "python": "python",
    "uv": "uv uvx",
    "venv": "virtualenv",
    "conda": "conda mamba micromamba",
    "downloads": "curl wget aria2c",
    "fetching": "gdown hf huggingface-cli spacy playwright dos2unix unix2dos npm yarn pnpm aws gsutil gcloud",
    "building": "make gmake ninja bootstrap b2 bjam meson scons bootstrap.sh autogen.sh buildconf",
    "script": "sh bash dash ash zsh ksh",
    "pipx": "pipx",
    "project": "poetry pipenv pdm pixi rye hatch",
    "filesystem": "rm rmdir unlink mv cp ln mkdir touch install tee git tar unzip find xargs sed update-alternatives",
    "users": "useradd adduser usermod userdel newusers groupadd addgroup groupmod groupdel",
    "quiet": "true false echo printf cat ls chmod chown chgrp awk grep egrep head tail sort uniq cut tr wc sleep "
    "date ldconfig locale-gen update-ca-certificates passwd chpasswd "
    "test [ [[ id whoami uname which type command pwd env nproc dirname basename readlink realpath expr seq "
    "apt-key gpg dpkg-reconfigure localedef update-locale dpkg-divert debconf-set-selections ssh-keyscan nvidia-smi "
    "nvcc ssh-keygen sha256sum sha1sum md5sum sync du df ps kill setcap git-lfs stat file diff chsh "
    "dpkg-architecture dpkg-query lsb_release arch fc-cache gpasswd chage",
    "elsewhere": "npx node cargo rustup go cmake gcc g++ cc c++ gfortran patch javac mvn gradle gem "
    "dotnet protoc luarocks th configure autoconf autoreconf composer mix opam stack ghcup nvm svn hg "
    "jupyter rclone dvc n efa_installer.sh",
}
"""Which file of this package knows a program."""

_OF = {program: family for family, programs in FAMILIES.items() for program in programs.split()}
_INTERPRETERS = ("python", "pypy", "pip")
OF_SYSTEMS = frozenset(
    "apt apt-get bash c++ cargo cc curl g++ gcc gfortran git nc netcat pgrep ps rustc ss wget zsh".split()
)
"""Programs that no package of a Python index brings."""
_VERSIONED = {"python": "python", "pip": "pip", "virtualenv": "venv"}


def effect_of(name: str | None) -> Effect | None:
    """The effect of the program called `name`; None for one that nobody here knows."""
    if name is None:
        return None
    family = _OF.get(name)
    if family is None:
        family = _VERSIONED.get(name.rstrip("0123456789."))
    if family is None:
        family = "script" if name.endswith(".sh") else None
    if family is None:
        return None
    if family == "quiet":
        return _nothing
    if family == "elsewhere":
        return _elsewhere
    # importlib would have to be imported for this.
    found: Effect = __import__(f"torchlint.model.effects.{family}", fromlist=("apply",)).apply
    return found


def unknown_program(state: Snapshot) -> Snapshot:
    """After a program of which nothing is known: anything may have come to be, but what was there is still there."""
    return forget_packages(state)._replace(
        files=state.files.then(Anything(("/",), not_configuration)), packages_complete=False
    )


def forget_packages(state: Snapshot) -> Snapshot:
    """Every environment may hold more than is known."""
    environments = {prefix: one._replace(complete=False, rewritten=True) for prefix, one in state.environments.items()}
    return state._replace(environments=environments)


def _nothing(command: Command, run: Run) -> Snapshot:
    return without_python(run.state) if _writes(command) else run.state


def _writes(command: Command) -> bool:
    """Whether a program that mostly just prints writes a file this time."""
    match command.name:
        case "gpg":
            return any(value in ("-o", "--output", "--dearmor") for value in command.values)
        case "sort":
            return any((value or "")[:2] == "-o" or (value or "").startswith("--output") for value in command.values)
        case "ssh-keygen":
            return "-f" in command.values
        case "nvcc":
            return any(not (value or "").startswith("-") for value in command.values)
    return False


def _elsewhere(_command: Command, run: Run) -> Snapshot:
    return without_python(run.state)


def without_python(state: Snapshot) -> Snapshot:
    """After builders of other languages and their like: files anywhere, but no Python."""
    return state._replace(files=state.files.then(Anything(("/",), no_python)))


def no_python(word: str) -> bool:
    """True for what a program that has nothing to do with Python surely does not create."""
    return word in SETTINGS or word in LIBRARIES or of_python(word)


def no_interpreter(word: str) -> bool:
    """True for what something that installs packages of Python surely does not create."""
    return word in SETTINGS or word in LIBRARIES or word.rstrip("0123456789.") in _INTERPRETERS


def no_package(word: str) -> bool:
    """True for what packages of a Python index surely do not bring."""
    return word in OF_SYSTEMS or no_interpreter(word)


def not_configuration(word: str) -> bool:
    """True for what only a person writes."""
    return word in SETTINGS


def disturbed(state: Snapshot, folder: str | None, but: Callable[[str], bool]) -> Snapshot:
    """The snapshot after files came to lie at a folder (None: somewhere) that may be an environment's."""
    where = folder or "/"
    environments = {
        prefix: one._replace(complete=False) if inside(where, one.root) or inside(one.root, where) else one
        for prefix, one in state.environments.items()
    }
    return state._replace(files=state.files.then(Anything((where,), but)), environments=environments)

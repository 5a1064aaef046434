"""Packages of the distribution: apt, apk, dnf and their kin. Which Python and pip they put where."""

from __future__ import annotations

from torchlint.model.base_files import APT_LISTS as LISTS
from torchlint.model.base_files import LIBRARIES, SETTINGS, TOOL_WORDS, of_python
from torchlint.model.effects import no_python, not_configuration, unknown_program
from torchlint.model.environment import Distribution, Environment, Program
from torchlint.model.files import Anything, Doubted, Found, Made, Removed
from torchlint.model.snapshot import Snapshot, SystemPackage
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run
    from torchlint.world import World

LISTS_FOLDER = "/var/lib/apt/lists"
INSTALL = frozenset({"install", "add", "groupinstall", "localinstall", "reinstall", "in"})
REMOVE = frozenset({"remove", "purge", "autoremove", "erase", "del"})
VALUED = frozenset(
    {"-t", "--target-release", "-o", "--option", "-c", "--config-file", "-a", "--repository", "-X", "--virtual"}
)
REACHED = tuple("/usr/bin /usr/lib /usr/libexec /usr/share /usr/games /usr/include /opt /etc /var".split())
"""Where packages put their files; never in /usr/local."""

WITH_PYTHON2 = frozenset(
    "ubuntu14.04 ubuntu16.04 ubuntu18.04 ubuntu18.10 ubuntu19.04 ubuntu19.10 debian8 debian9 debian10".split()
)
"""Releases in which a package called python is Python 2."""

WITHOUT_PYTHON2 = frozenset(
    "apt-utils binutils build-essential bzip2 ca-certificates cmake curl dirmngr file g++ gcc git gnupg "
    "gnupg2 gzip less libgl1 libgl1-mesa-glx libglib2.0-0 libgomp1 libsm6 libxext6 libxrender1 libssl-dev "
    "locales make nano net-tools openssh-client openssh-server pkg-config rsync software-properties-common "
    "sudo tar tmux tree tzdata unzip vim wget xz-utils zip zlib1g-dev apt-transport-https".split()
)
"""Packages that need none. Source: the Depends of these packages in Ubuntu 16.04 and 18.04, general knowledge."""

APT = frozenset({"apt-get", "apt", "aptitude"})
_PYTHONIC = ("py", "libpy", "pip")
"""How the names of packages begin that have to do with Python."""

BARE = frozenset(
    f"python3-{one}" for one in "all all-dev dbg dev distutils doc full gdbm lib2to3 minimal pip tk venv".split()
) | {"python-is-python3"}
"""Packages of Python itself and of pip, which put no other distribution beside it. Source: the Depends and the files of
these packages in Ubuntu 20.04 to 24.04 and Debian 11 to 13."""


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after the command."""
    name = command.name or ""
    if name in ("apt-cache", "apt-mark", "dpkg", "add-apt-repository"):
        if name == "add-apt-repository":
            # Newer ones update the lists themselves.
            return run.state._replace(files=run.state.files.then(Anything((LISTS,))))
        return _dpkg(command, run) if name == "dpkg" else run.state
    verb, packages, known = operands(command)
    state = run.state
    if verb == "update" and name in APT:
        return state._replace(files=state.files.then(Made(LISTS, Found("file", None, command.at))))
    if verb == "distclean":
        return state._replace(files=state.files.then(Removed(LISTS_FOLDER, content_only=True)))
    if verb in REMOVE:
        return _removed(command, verb, packages, state, run)
    if verb not in INSTALL:
        return (
            state
            if verb in ("clean", "autoclean", "upgrade", "dist-upgrade", "full-upgrade", "makecache", "check")
            else _maybe(state)
        )
    if not known:
        state = _maybe(state)
    if name in APT and command.has("--update", "-U"):
        state = state._replace(files=state.files.then(Made(LISTS, Found("file", None, command.at))))
    recommends = (
        not command.has("--no-install-recommends")
        and "install_recommends=0" not in " ".join(value or "" for value in command.values).lower()
    )
    for package in packages:
        state = _installed(state, package, run, recommends=recommends and name in APT, apt=name in APT)
    names = [one for package in packages if (one := _installable(package))]
    if names:
        files = state.files.then(Anything(("/etc/passwd", "/etc/group"), _no_account(names)))
        if name in APT:
            files = files.then(Anything(tuple(LIBRARIES.values()), _no_library(names, run.world)))
        state = state._replace(files=files)
    return state


def operands(command: Command) -> tuple[str | None, list[Argument], bool]:
    """The verb, the packages with their places, and whether every word is known."""
    verb: str | None = None
    packages: list[Argument] = []
    known = True
    skip = False
    for word in command.arguments:
        value = word.value
        if skip:
            skip = False
        elif value is None:
            known = False
        elif value.startswith("-") and verb != "mark":
            skip = value in VALUED
        elif verb is None:
            verb = value
        elif value:
            packages.append(word)
    return verb, packages, known


def package_name(value: str) -> str:
    """The name in `name=version`, `name/release`, `name:arch`, `name-` or a path to a package file."""
    return value[: next((n for n, sign in enumerate(value) if sign in "=/:~<>"), len(value))]


def _of_python(name: str) -> str | None:
    """ "3.11" for the package python3.11, -minimal or -full too, "3" for python3; None for any other."""
    version = name.removeprefix("python").removesuffix("-full").removesuffix("-minimal")
    first, dot, second = version.partition(".")
    known = first == "3" and (not dot or (second.isascii() and second.isdigit()))
    return version if known and name.startswith("python") and name.count("-") < 2 else None


def _needed_minor(name: str) -> str | None:
    """ "3.11" for python3.11-venv and others that depend on that very Python, in every archive that has them."""
    python, _, part = name.partition("-")
    minor = _of_python(python) if part in ("venv", "dev") else None
    return minor if minor is not None and "." in minor else None


def _installable(word: Argument) -> str:
    """The package that a word names; "" for a file."""
    value = word.value or ""
    return "" if value.startswith((".", "/")) else package_name(value)


def _installed(state: Snapshot, word: Argument, run: Run, *, recommends: bool, apt: bool) -> Snapshot:
    name = _installable(word)
    if not name:
        return _maybe(state)
    packages = dict(state.packages)
    packages[name] = SystemPackage(name, word.at)
    state = state._replace(packages=packages)
    if not apt:
        minor = _of_python(name) or ""
        if "." in minor and run.state.base.libc == "glibc":
            return _python(state, minor, word, run)
        return _of_other_manager(state, name)
    brings = run.world.apt_brings(name, recommends)
    needed = _needed_minor(name)
    if needed and state.base.os is not None:
        # Whether the release's own python3 comes too differs by archive; pip never does.
        state = _python(state, needed, word, run)
        state = state._replace(files=state.files.then(Anything(REACHED, _but(name))))
    elif _of_python(name) or (brings is not None and brings.python3 and not needed):
        state = _python(state, _of_python(name), word, run)
    elif needed or (brings is None and name.startswith(_PYTHONIC)):
        # Which of python, python2 and pip an old release's package brings differs by release.
        state = state._replace(files=state.files.then(Anything(REACHED, not_configuration)))
    elif brings is None and not name.startswith("fonts-"):
        # A package nobody listed may depend on python3, as libgtk-3-dev does, not on pip.
        state = state._replace(files=state.files.then(Anything(REACHED, _but(name))))
    if state.base.os in WITH_PYTHON2:
        state = _second_python(state, name, word)
    if name in ("python3-pip", "python-pip") or (brings is not None and brings.pip):
        state = _pip(state, name, word)
    if name == "python-is-python3":
        state = _program(state, "/usr/bin/python", Program("python", "/usr"), word)
    elif state.base.os not in WITH_PYTHON2 and name in ("python", "python-minimal", "python2", "python2.7"):
        for program in ("python", "python2"):
            state = _program(state, f"/usr/bin/{program}", None, word)
    if name.startswith(("python3-", "python-")) and name not in BARE:
        state = _distribution_package(state, name, word)
    if name.removeprefix("python3-") in ("pipx", "virtualenv"):
        state = _program(state, f"/usr/bin/{name.removeprefix('python3-')}", None, word)
    for program in brings.programs if brings is not None else ():
        path = f"/usr/bin/{program}"
        if not of_python(program) and not isinstance(state.find(path), Found):
            state = _program(state, path, None, word)
    return state


def _second_python(state: Snapshot, name: str, word: Argument) -> Snapshot:
    """Of a release that still has Python 2: /usr/bin/python is that one's, and many packages bring it."""
    if name in WITHOUT_PYTHON2 or name.startswith(("python3", "libpython3")):
        return state
    if name == "python" or (name.startswith("python-") and not name.endswith(("-doc", "-common", "-whl"))):
        if isinstance(state.find("/usr/bin/python"), Found):
            return state
        if "/usr@2.7" not in state.environments:
            state = state.with_environment(
                Environment("/usr@2.7", "system", Fact("2.7", word.at), {}, complete=False, at=word.at)
            )
        return _program(state, "/usr/bin/python", Program("python", "/usr@2.7"), word)
    return state._replace(files=state.files.then(Anything(("/usr/bin/python", "/usr/bin/python2"))))


def _python(state: Snapshot, named: str | None, word: Argument, run: Run) -> Snapshot:
    """apt's python3, or a certain minor beside it (python3.11 of deadsnakes or of the release itself)."""
    os = state.base.os
    default = run.world.python3_of(os) if os is not None else None
    minor = named if named is not None and "." in named else default
    managed = None
    if os is not None:
        distro = run.world.distro_of(os)
        managed = distro.externally_managed if distro is not None else None
    elif state.base.newest:
        # Debian and Ubuntu mark it in every release since 2023.
        managed = True
    if named is not None and "." in named and minor != default:
        key = f"/usr@{minor}"
        if key not in state.environments:
            state = state.with_environment(
                # Archives of other releases' Pythons need not mark them as the distribution does.
                Environment(key, "system", Fact(minor, word.at), {}, managed=None, at=word.at)
            )
        return _program(state, f"/usr/bin/python{minor}", Program("python", key), word)
    if "/usr" in state.environments:
        # It is installed already: apt leaves its files as they are, whatever somebody made of them.
        return state
    state = state.with_environment(Environment("/usr", "system", Fact(minor, word.at), {}, managed=managed, at=word.at))
    state = _program(state, "/usr/bin/python3", Program("python", "/usr"), word)
    return _program(state, f"/usr/bin/python{minor}", Program("python", "/usr"), word) if minor else state


def _pip(state: Snapshot, name: str, word: Argument) -> Snapshot:
    program = Program("pip", "/usr" if name != "python-pip" else None)
    # Ubuntu 18.04's and Debian 10's python3-pip bring pip3 only.
    old = state.base.os in ("ubuntu14.04", "ubuntu16.04", "ubuntu18.04", "debian9", "debian10")
    names = ("pip", "pip2") if name == "python-pip" else ("pip3",) if old else ("pip", "pip3")
    for one in names:
        state = _program(state, f"/usr/bin/{one}", program, word)
    if state.base.os is None and name == "python3-pip":
        state = state._replace(files=state.files.then(Anything(("/usr/bin/pip",))))
    return state


def _distribution_package(state: Snapshot, name: str, word: Argument) -> Snapshot:
    own = state.environments.get("/usr")
    if own is None:
        return state
    if name in ("python3-setuptools", "python3-wheel"):
        brought = Distribution(name.partition("-")[2], None, "", None, "apt", word.at)
        return state if brought.name in own.packages else state.with_environment(own.with_packages(brought))
    return state.with_environment(own._replace(complete=False))


def _of_other_manager(state: Snapshot, name: str) -> Snapshot:
    """apk and dnf: names of Python packages differ by release, so only that something came is sure."""
    if name.startswith(_PYTHONIC):
        return state._replace(files=state.files.then(Anything(REACHED, not_configuration)), packages_complete=False)
    return state._replace(files=state.files.then(Anything(REACHED, _but(name))))


def _program(state: Snapshot, path: str, program: Program | None, word: Argument) -> Snapshot:
    return state._replace(files=state.files.then(Made(path, Found("file", program, word.at))))


def _but(package: str) -> Callable[[str], bool]:
    """What a distribution's package does not bring by the way, unless it is called so."""

    def kept_out(word: str) -> bool:
        if word in SETTINGS or word == "python":
            return True
        return (word.startswith("pip") or word in TOOL_WORDS) and word not in package

    return kept_out


def _no_account(packages: list[str]) -> Callable[[str], bool]:
    """Users that packages and what they depend on surely do not bring: those of no service, called otherwise."""

    def kept_out(user: str) -> bool:
        from torchlint.world.accounts import service_account

        return not (any(user[:5] in one or one[:5] in user for one in packages) or service_account(user))

    return kept_out


def _no_library(packages: list[str], world: World) -> Callable[[str], bool]:
    """Libraries that packages surely do not bring. Asked for only where a rule looks for one: the table is large."""

    def kept_out(word: str) -> bool:
        for one in packages:
            brought = world.apt_libraries(one)
            if brought is None or word in brought or (brought and word not in LIBRARIES):
                return False
        return True

    return kept_out


def _removed(command: Command, verb: str | None, packages: list[Argument], state: Snapshot, run: Run) -> Snapshot:
    """After a removal programs of these packages may be gone, and with `autoremove` what only they needed."""
    gone = {package_name(package.value or "") for package in packages}
    kept = {one: at for one, at in state.packages.items() if one not in gone}
    files = state.files
    orphans = verb == "autoremove" or command.has("--auto-remove", "--autoremove")
    if any(name.startswith(_PYTHONIC) and not _library(name) for name in gone) or (
        orphans and not _needs_python(kept, run)
    ):
        for pattern in ("/usr/bin/python*", "/usr/bin/pip*"):
            files = files.then(Doubted(pattern))
    for name in gone:
        brings = run.world.apt_brings(name, recommends=True)
        for program in brings.programs if brings is not None else ():
            files = files.then(Doubted(f"/usr/bin/{program}"))
    return state._replace(files=files, packages=kept)


def _needs_python(packages: Iterable[str], run: Run) -> bool:
    """True if python3, or something that surely needs it, is among packages that somebody asked for."""
    for name in packages:
        brings = run.world.apt_brings(name, recommends=False)
        if name.startswith("python3") or (brings is not None and brings.python3):
            return True
    return False


def _library(name: str) -> bool:
    """True for a package of a module: python3-numpy, not python3-minimal, which is a part of Python itself."""
    return name.startswith(("python3-", "python-")) and name.partition("-")[2] not in ("minimal", "pip", "stdlib")


def _maybe(state: Snapshot) -> Snapshot:
    return unknown_program(state)


def _dpkg(command: Command, run: Run) -> Snapshot:
    """It installs the package files that it is given, and nothing that these need."""
    if not command.has("-i", "--install"):
        return run.state
    written = [one.value or one.written.strip("\"'") for one in command.arguments]
    files = [one.rpartition("/")[2].partition("_") for one in written if not one.startswith("-")]
    if any(not version or set(name) & set("$*?[`") or name.startswith(_PYTHONIC) for name, _, version in files):
        return _maybe(run.state)
    return run.state._replace(files=run.state.files.then(Anything(("/",), no_python)), packages_complete=False)

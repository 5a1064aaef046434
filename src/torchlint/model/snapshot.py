"""What is known of a container's configuration and file system after a step."""

from __future__ import annotations

from torchlint.model.environment import Program
from torchlint.model.files import Found, normal
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.bases import Base
    from torchlint.model.command import Argument
    from torchlint.model.environment import Environment
    from torchlint.model.files import Answer, Files
    from torchlint.model.starting import Misfit
    from torchlint.syntax.joined import Joined
    from torchlint.text import Fact, Place
    from torchlint.world import World


class Variable(NamedTuple):
    """A build-time variable. `value` None: it is set, but to what cannot be known.

    `origin`: "env", "arg", "base" or "platform". `overridable`: an ARG that --build-arg may change.
    """

    value: str | None
    at: Place | None
    origin: str
    overridable: bool = False


class Launch(NamedTuple):
    """What CMD or ENTRYPOINT says: the words of an exec form, or the text that a shell gets.

    Both None: it cannot be known. `step`: index of the instruction in its stage; `stage` None: the base image said it.
    `shell`: the words of SHELL when a shell form was written.
    """

    words: tuple[Argument, ...] | None
    text: Joined | None
    at: Place
    stage: int | None = None
    step: int | None = None
    shell: tuple[str, ...] | None = None


class SystemPackage(NamedTuple):
    """A package of the distribution's manager; `at` is what installed it."""

    name: str
    at: Place | None


class Snapshot(NamedTuple):
    """One state. Derive the next with `_replace`; nothing in it is ever changed.

    `env` are the variables that a container sees (`env_complete` False: the base image may set others), `args` those
    that only the build sees; they hide an `env` of the same name. `workdir`, `user`: value None when unknown (see
    SOMEWHERE too). `shell`: the words put before a shell-form command; value None when unknown. `entrypoint`, `cmd`:
    None = not set; a Launch without words and text = unknown. `healthcheck`: what a HEALTHCHECK of the file says.
    `environments`: by prefix. `packages`: of apt, apk, dnf, by name; `packages_complete` False: others may be there.
    """

    base: Base
    env: Mapping[str, Variable]
    env_complete: bool
    args: Mapping[str, Variable]
    workdir: Fact[str | None]
    user: Fact[str | None]
    shell: Fact[tuple[str, ...] | None]
    entrypoint: Launch | None
    cmd: Launch | None
    files: Files
    environments: Mapping[str, Environment]
    packages: Mapping[str, SystemPackage]
    packages_complete: bool
    healthcheck: Launch | None = None

    def variable(self, name: str) -> Variable | None:
        """The variable an instruction sees, of an ENV and an ARG that which came last; None when there is none."""
        return self.args.get(name) or self.env.get(name)

    def absolute(self, path: str, cwd: str | None = "") -> str | None:
        """`path` made absolute against `cwd` ("": WORKDIR), `merged` and normal; None when that folder is unknown.

        A trailing slash is dropped. `~` is not expanded: Dockerfiles do not do that.
        """
        if path.startswith("/"):
            return merged(normal(path))
        folder = self.workdir.value if cwd == "" else cwd
        return None if folder is None else merged(normal(f"{folder}/{path}"))

    def spelled(self, path: str) -> str | None:
        """`absolute` as it can be written into a Dockerfile; None also below a folder whose name nobody knows."""
        where = self.absolute(path)
        return where if where is not None and named(where) else None

    def find(self, path: str) -> Answer:
        """What is known of an absolute path; merged /bin, /sbin and /lib of modern distributions count as /usr's."""
        return self.files.find(merged(normal(path)))

    def has_file(self, path: str) -> bool:
        """True if a file surely lies at an absolute path: no folder, and nothing that may be one."""
        found = self.find(path)
        return isinstance(found, Found) and found.kind == "file"

    def account(self, name: str, *, group: bool = False) -> bool | None:
        """Whether a user or group of that name or number is there; None when that cannot be known."""
        from torchlint.model.users import account

        return account(self, name, group=group)

    @property
    def missing_account(self) -> str:
        """The account that USER names and that surely is not there: "user app", "group web" or ""."""
        from torchlint.model.users import missing_account

        return missing_account(self)

    def which(self, word: str, *, cwd: str | None = "", path: str | None = "") -> Program | bool | None:
        """What a command word starts.

        A Program; True for a program that is there but of unknown nature; False when there surely is none; None when
        that cannot be known. `path`: the value of PATH, "" for the one of this state, None for an unknown one.
        """
        if "/" in word:
            where = self.absolute(word, cwd)
            return None if where is None else _program(self.find(where))
        if path == "":
            known = self.variable("PATH")
            path = DEFAULT_PATH if known is None else known.value
        if path is None:
            return None
        for folder in path.split(":"):
            if not folder.startswith("/"):
                return None
            answer = _program(self.find(f"{folder}/{word}"))
            if answer is not False:
                return answer
        return False

    def where(self, word: str, *, cwd: str | None = "") -> str | None:
        """The absolute path of the program that `word` starts, None when there is none or it cannot be known."""
        if "/" in word:
            return self.absolute(word, cwd)
        known = self.variable("PATH")
        path = DEFAULT_PATH if known is None else known.value
        for folder in (path or "").split(":"):
            answer = self.find(f"{folder}/{word}") if folder.startswith("/") else None
            if isinstance(answer, Found):
                return normal(f"{folder}/{word}")
            if answer is None:
                return None
        return None

    def off_path(self, word: str) -> tuple[Environment, str] | None:
        """The one environment that has a program which no folder of PATH has, and the program's absolute path."""
        if "/" in word or self.which(word) is not False:
            return None
        paths = ((one, normal(f"{one.root}/bin/{word}")) for one in self.environments.values())
        found = [(one, path) for one, path in paths if isinstance(self.find(path), Found)]
        return found[0] if len(found) == 1 else None

    def environment_of(self, program: Program | bool | None) -> Environment | None:
        """The environment that a python, pip or console script belongs to; None when unknown."""
        if isinstance(program, Program) and program.prefix is not None:
            return self.environments.get(program.prefix)
        return None

    def lacks_library(self, name: str) -> bool:
        """True if a library of the system, such as libGL.so.1, surely is not there; False for those not followed."""
        from torchlint.model.base_files import LIBRARIES

        return name in LIBRARIES and self.find(LIBRARIES[name]) is False

    def lacks(self, environment: Environment, names: tuple[str, ...], world: World) -> bool:
        """True if an environment surely holds none of these distributions: nothing that was installed brings them."""
        from torchlint.model.lacking import lacks

        return lacks(self, environment, names, world)

    def misfit(self, environment: Environment) -> Misfit | None:
        """Why a virtual environment surely cannot work here: its Python is not there or of another version."""
        from torchlint.model.starting import misfit

        return misfit(self, environment)

    def with_environment(self, environment: Environment) -> Snapshot:
        """This state with an environment added or replaced."""
        environments = dict(self.environments)
        environments[environment.prefix] = environment
        return self._replace(environments=environments)


SOMEWHERE = "/(working directory of the base image)"
"""Stands for the folder an unknown image begins in: nobody knows its name, but what is copied there is found there."""

DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
"""What a container gets when no image sets PATH (the OCI runtime's default)."""

UNKNOWN_REST = "?"
"""Ends a PATH of which only the first folders are known: it is no folder, so what those lack may still be found."""


def named(path: str) -> bool:
    """False for a path of which only its place below an unknown image's working directory is known."""
    return not path.startswith(SOMEWHERE)


def merged(path: str) -> str:
    """A path with /bin, /sbin, /lib and /lib64 read as below /usr, as they are links there in merged distributions."""
    top = path.split("/", 2)[1] if path.startswith("/") else ""
    return "/usr" + path if top in ("bin", "sbin", "lib", "lib64") else path


def _program(answer: Answer) -> Program | bool | None:
    if isinstance(answer, Found):
        if answer.kind == "dir":
            return False
        return answer.content if isinstance(answer.content, Program) else True
    return answer

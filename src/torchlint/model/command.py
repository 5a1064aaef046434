"""One simple command inside a RUN, and one pip install as rules see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torchlint.model.environment import Environment, Program
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.requirements import Requirement
    from torchlint.text import Place


class Argument(NamedTuple):
    """One word of a command after the shell expanded it; `value` is None when that cannot be known.

    `pattern`: the word with its wildcards, for one whose value depends on which files there are.
    """

    value: str | None
    at: Place
    written: str = ""
    pattern: str | None = None


class Redirect(NamedTuple):
    """`> file` and its kin: operator, file descriptor and where it goes."""

    operator: str
    fd: int | None
    target: Argument


class Command:
    """A simple command with the state it starts in.

    `words` begins with the program as written. `fatal`: its failure stops the build. `certain`: it surely runs.
    `piped`: its output goes into the next command. `fed`: it reads the output of the command before it.
    """

    __slots__ = (
        "at",
        "before",
        "certain",
        "cwd",
        "env",
        "fatal",
        "fed",
        "piped",
        "redirects",
        "shell",
        "stage",
        "step",
        "words",
    )

    def __init__(
        self,
        words: tuple[Argument, ...],
        at: Place,
        before: Snapshot,
        *,
        stage: int,
        step: int,
        cwd: str | None,
        env: Mapping[str, str | None],
        redirects: tuple[Redirect, ...] = (),
        fatal: bool = True,
        certain: bool = True,
        piped: bool = False,
        fed: bool = False,
        shell: str | None = "sh",
    ) -> None:
        self.words = words
        self.at = at
        self.before = before
        self.stage = stage
        self.step = step
        self.cwd = cwd
        self.env = env
        self.redirects = redirects
        self.fatal = fatal
        self.certain = certain
        self.piped = piped
        self.fed = fed
        self.shell = shell

    @property
    def name(self) -> str | None:
        """The program's name without its folder, or None when it cannot be known."""
        value = self.words[0].value if self.words else None
        return None if value is None else value.rsplit("/", 1)[-1]

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The words after the program."""
        return self.words[1:]

    @property
    def values(self) -> tuple[str | None, ...]:
        """The values of the words after the program."""
        return tuple(word.value for word in self.words[1:])

    def has(self, *options: str) -> bool:
        """True if one of these options is written, alone or as `--option=value`."""
        return any(
            value is not None and (value in options or value.split("=", 1)[0] in options) for value in self.values
        )

    def program(self) -> Program | bool | None:
        """What the first word starts: a Program, False when there surely is none, None when that cannot be known."""
        value = self.words[0].value if self.words else None
        return None if value is None else self.before.which(value, cwd=self.cwd, path=self.env.get("PATH", ""))

    def __repr__(self) -> str:
        return f"Command({' '.join(word.value or '?' for word in self.words)})"


class Requested(NamedTuple):
    """One requirement that an install asks for, and the file it stands in: `at` spans the requirement."""

    requirement: Requirement
    at: Place
    constraint: bool = False


class Index(NamedTuple):
    """Where an install looks. `kind`: "index", "extra" or "find-links"; `url` None when it cannot be known."""

    kind: str
    url: str | None
    at: Place | None


class Install:
    """One `pip install` (or what does the same), with everything it reads.

    `environment` is what it installs into before it runs; None when that cannot be known. `interpreter` is the program
    found for its command: False when there surely is none.
    `indexes`: where it looks, None when settings outside the command may add to them. `options` by long name.
    `files`: the requirements files it reads; `missing`: those that surely are not there, with what names them.
    `complete`: every requirement it asks for is in `requested`; False when a file could not be read.
    """

    __slots__ = (
        "command",
        "complete",
        "environment",
        "files",
        "indexes",
        "interpreter",
        "missing",
        "options",
        "requested",
        "tool",
    )

    def __init__(
        self,
        tool: str,
        command: Command,
        interpreter: Program | bool | None,
        environment: Environment | None,
        requested: tuple[Requested, ...],
        indexes: tuple[Index, ...] | None,
        options: Mapping[str, Argument],
        files: tuple[Place, ...],
        *,
        complete: bool,
        missing: tuple[tuple[str, Place], ...] = (),
    ) -> None:
        self.tool = tool
        self.command = command
        self.interpreter = interpreter
        self.environment = environment
        self.requested = requested
        self.indexes = indexes
        self.options = options
        self.files = files
        self.complete = complete
        self.missing = missing

    @property
    def at(self) -> Place:
        """The command's place."""
        return self.command.at

    @property
    def stage(self) -> int:
        """Index of the stage it runs in."""
        return self.command.stage

    @property
    def python(self) -> str | None:
        """Python minor of the environment it installs into, as "3.11"; None when unknown."""
        return self.environment.python.value if self.environment is not None else None

    def asks(self, *names: str) -> Iterator[Requested]:
        """What it asks for by these normalised names, constraints left out."""
        for one in self.requested:
            if one.requirement.name in names and not one.constraint:
                yield one

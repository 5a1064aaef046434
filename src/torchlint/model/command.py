"""One simple command inside a RUN, and one pip install as rules see it."""

from __future__ import annotations

from torchlint.model.argument import Argument as Argument
from torchlint.model.argument import Redirect as Redirect
from torchlint.record import NamedTuple
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from torchlint.model.environment import Environment, Program
    from torchlint.model.local_sources import Local
    from torchlint.model.managers import Asked
    from torchlint.model.snapshot import Snapshot
    from torchlint.model.wheels import Pin, Shelf
    from torchlint.syntax.requirements import Requirement
    from torchlint.world import World


class Command:
    """A simple command with the state it starts in.

    `words` begins with the program as written. `fatal`: its failure stops the build. `certain`: it surely runs.
    `background`: nobody waits for it. `piped`: its output goes into the next command. `fed`: it reads the one before.
    `dead`: a build does not get to it, unless it is given other values of these build arguments; None where it may.
    """

    __slots__ = (
        "at",
        "background",
        "before",
        "certain",
        "cwd",
        "dead",
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
        self.background = False
        self.dead: tuple[str, ...] | None = None
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

    @property
    def asked(self) -> Asked | None:
        """What it asks of the distribution's package manager; None when it is no such command."""
        from torchlint.model.managers import asked

        return asked(self)

    @property
    def unknown(self) -> bool:
        """True if nobody here knows what its program does, or it is a script, which may do anything."""
        from torchlint.model.builtins import PLAIN
        from torchlint.model.effects import effect_of
        from torchlint.model.invocation import SHELLS

        name = self.name
        return name is None or name in SHELLS or name.endswith(".sh") or (name not in PLAIN and effect_of(name) is None)

    def __repr__(self) -> str:
        return f"Command({' '.join(word.value or '?' for word in self.words)})"


class Requested(NamedTuple):
    """One requirement that an install asks for, and the file it stands in: `at` spans the requirement. `declared`: not
    the command asks for it, but the project that it installs."""

    requirement: Requirement
    at: Place
    constraint: bool = False
    declared: bool = False

    @property
    def spelled(self) -> str:
        """The requirement's name as its place spells it, else normalised."""
        from torchlint.model.bare_file import spelled

        return spelled(self)

    def place_of(self, words: str) -> Place | None:
        """Where these words, a version for instance, stand in the requirement; None unless they stand there once."""
        source, span = self.at
        written = source.text[span.start : span.end]
        if not words or written.count(words) != 1:
            return None
        start = span.start + written.index(words)
        return Place(source, Span(start, start + len(words)))


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
    `cache`: the folder it keeps its downloads in, None when it keeps none or that cannot be known. `downloads`: that
    folder where it keeps none too.
    `refused`: it surely ends with an error, as the distribution manages the Python that it is for (PEP 668).
    """

    __slots__ = (
        "cache",
        "command",
        "complete",
        "downloads",
        "environment",
        "files",
        "indexes",
        "interpreter",
        "missing",
        "options",
        "refused",
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
        cache: str | None = None,
        downloads: str | None = None,
        refused: bool = False,
    ) -> None:
        self.cache = cache
        self.downloads = downloads
        self.refused = refused
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

    @property
    def uncached(self) -> str:
        """The option or variable that keeps pip or uv from using a cache; "" if none surely does."""
        if self.tool not in ("pip", "uv"):
            return ""
        told = next((name for name in ("--no-cache-dir", "--no-cache", "-n") if name in self.options), None)
        if told is not None:
            return self.options[told].value or told
        name = "UV_NO_CACHE" if self.tool == "uv" else "PIP_NO_CACHE_DIR"
        variable = self.command.before.variable(name)
        value = self.command.env.get(name, variable.value if variable is not None else None)
        return name if value else ""

    @property
    def stops_build(self) -> bool:
        """True if it surely runs, and its failure stops the build."""
        return self.command.fatal and self.command.certain and self.interpreter is not False

    def told(self, options: Iterable[str], variables: Iterable[str]) -> bool:
        """Whether one of these options is given, or one of these variables set."""
        state, own = self.command.before, self.command.env
        return any(one in self.options for one in options) or any(
            own.get(one) or state.variable(one) is not None for one in variables
        )

    def asks(self, *names: str) -> Iterator[Requested]:
        """What it asks for by these normalised names, constraints left out."""
        for one in self.requested:
            if one.requirement.name in names and not one.constraint:
                yield one

    @property
    def shelf(self) -> Shelf | None:
        """Where it may take wheels of the torch family from; None when that cannot be known."""
        from torchlint.model.wheels import shelf_of

        return shelf_of(self)

    @property
    def refuses_conflicts(self) -> bool:
        """True if requirements that contradict each other surely make it fail."""
        from torchlint.model.wheels import refuses_conflicts

        return refuses_conflicts(self)

    def local(self, one: Requested) -> Local | None:
        """What it asks for on the container's own disk; None when it comes from elsewhere or cannot be known."""
        from torchlint.model.local_sources import local

        return local(self, one)

    def applies(self, one: Requested) -> bool | None:
        """Whether the marker of a requirement lets it count for the Python that it installs for, on Linux."""
        from torchlint.model.markers import applies

        return applies(one.requirement.marker, self.python)

    def pin(self, name: str) -> Pin | None:
        """The exact version of a distribution that its lines and constraints settle."""
        from torchlint.model.wheels import pin_of

        return pin_of(self, name)

    def admits(self, name: str, version: str) -> bool | None:
        """Whether its lines and constraints about a distribution let that version through."""
        from torchlint.model.wheels import admits

        return admits(self, name, version)

    def torch_versions(self, world: World) -> tuple[str, ...]:
        """The torch releases that it may choose from; empty unless they surely are all there are."""
        from torchlint.model.wheels import versions_of_torch

        return versions_of_torch(self, world)

    def satisfied(self, name: str, version: str) -> bool | None:
        """Whether that version is there already; None when that cannot be known."""
        from torchlint.model.wheels import same_version

        seen = self.seen
        known = next((one.packages[name] for one in seen if name in one.packages), None)
        if known is None:
            return False if seen and all(one.complete for one in seen) else None
        return None if known.version is None else same_version(known.version, version)

    def has(self, name: str) -> bool | None:
        """Whether any version of a distribution is there already, as far as installs told."""
        if any(name in one.packages for one in self.seen):
            return True
        return False if self.seen and all(one.complete for one in self.seen) else None

    @property
    def seen(self) -> tuple[Environment, ...]:
        """The environments whose packages count as installed: the user's before the one it runs in."""
        own = self.environment
        if own is None:
            return ()
        every = self.command.before.environments.values()
        users = (one for one in every if one.kind == "user" and own.kind not in ("venv", "user"))
        return (*users, own)

    def defaults(self, one: Requested) -> tuple[tuple[str, Place], ...]:
        """The ARGs whose defaults a requirement on the command line uses, with their places: a build may set others."""
        source, span = one.at
        if source is not self.command.at.source:
            return ()
        from torchlint.syntax.words import variables

        known = {
            use.name: self.command.before.variable(use.name) for use in variables(source.text[span.start : span.end])
        }
        return tuple((name, var.at) for name, var in known.items() if var is not None and var.overridable and var.at)

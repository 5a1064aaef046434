"""One instruction with what it did: the snapshots around it, its commands, and what it leaves in its layer."""

from __future__ import annotations

from torchlint.model.base_files import APT_LISTS
from torchlint.model.command import Argument
from torchlint.model.files import Found
from torchlint.record import NamedTuple
from torchlint.syntax.dockerfile import Arg, Copy, Many, Pairs, Single, mounts
from torchlint.syntax.words import UNSET, expand, variables
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command, Install
    from torchlint.model.copying import Source as CopySource
    from torchlint.model.environment import Distribution
    from torchlint.model.lock_age import StaleLock
    from torchlint.model.shell_text import OfBash, Refused
    from torchlint.model.snapshot import Snapshot, SystemPackage
    from torchlint.model.steps import Outcome
    from torchlint.syntax.dockerfile import Instruction, Pair
    from torchlint.syntax.words import Unset


class Declared(NamedTuple):
    """A variable that an ENV or ARG sets. `value` None: it cannot be known; `given`: the ARGs that it depends on."""

    name: str
    value: str | None
    at: Place
    given: tuple[str, ...]


class GetPip(NamedTuple):
    """A run of get-pip.py. `python`: the minor version that runs it, "3.8", None if that cannot be known; `address`:
    where the script came from, "" if that cannot be known; `at`: what fetched it."""

    command: Command
    python: str | None
    address: str
    at: Place | None


class CacheMount(NamedTuple):
    """A mount that outlives the build. `target`: where it is, None when that cannot be known."""

    target: str | None
    at: Place


class Artifacts(NamedTuple):
    """What poetry fetched and keeps. `folder`: its cache."""

    command: Command
    folder: str
    packages: tuple[Distribution, ...]


class Step:
    """One instruction with the snapshot before and after it. `stage`: the index of its stage; `index`: its own there.

    `commands` and `installs`: what a RUN does, in order; `problems`: what is wrong with its script. `copied`: what a
    COPY or ADD copies.
    """

    __slots__ = ("after", "at", "before", "commands", "copied", "index", "installs", "instruction", "problems", "stage")

    def __init__(
        self, index: int, stage: int, instruction: Instruction, at: Place, before: Snapshot, outcome: Outcome
    ) -> None:
        self.index = index
        self.stage = stage
        self.instruction = instruction
        self.at = at
        self.before = before
        self.after = outcome.after
        self.commands = outcome.commands
        self.installs = outcome.installs
        self.copied = outcome.copied
        self.problems = outcome.problems

    @property
    def lines(self) -> Span:
        """Its lines, the last one's end with them, and the comments right above."""
        text = self.at.source.text
        start = text.rfind("\n", 0, self.at.span.start) + 1
        while start:
            above = text.rfind("\n", 0, start - 1) + 1
            if not text[above:start].lstrip(" \t").startswith("#"):
                break
            start = above
        end = text.find("\n", self.at.span.end)
        return Span(start, len(text) if end < 0 else end + 1)

    @property
    def cache_mounts(self) -> tuple[CacheMount, ...]:
        """The cache mounts of a RUN."""
        source = self.at.source
        found = []
        for mount in mounts(self.instruction):
            if mount.type == "cache":
                told = mount.target if mount.target is not None and "$" not in mount.target else None
                where = self.before.absolute(told) if told is not None else None
                found.append(CacheMount(where, Place(source, mount.span)))
        return tuple(found)

    @property
    def uv_runs(self) -> tuple[Command, ...]:
        """The commands of uv that use its cache and are no installs of a list: `uv sync` and its like."""
        from torchlint.model.uv_cache import runs

        return runs(self)

    @property
    def uv_cache(self) -> str | None:
        """Where these keep their cache; None when that cannot be known."""
        from torchlint.model.uv_cache import folder

        return folder(self)

    @property
    def bound(self) -> tuple[CopySource, ...]:
        """What the bind mounts of a RUN take from the build context."""
        if not self.instruction.flags or self.instruction.keyword != "RUN":
            return ()
        from torchlint.model.copying import Source

        bound = (one for one in mounts(self.instruction) if one.type == "bind" and one.from_ is None)
        return tuple(
            Source(expand(one.source or "", self._lookup).value, Place(self.at.source, one.span)) for one in bound
        )

    @property
    def get_pips(self) -> tuple[GetPip, ...]:
        """The commands that run get-pip.py, each by the Python that it names."""
        from torchlint.model.effects.get_pip import minor, origin

        pairs = zip(self.commands, (None, *self.commands), strict=False)
        return tuple(
            GetPip(one, minor(one), address, at)
            for one, before in pairs
            if (one.name or "").startswith("python")
            for address, at in origin(one, before)
        )

    @property
    def ports_written(self) -> tuple[tuple[str, Place], ...]:
        """The words of an EXPOSE as they are written."""
        value, source = self.instruction.value, self.at.source
        if self.instruction.keyword != "EXPOSE" or not isinstance(value, Many):
            return ()
        return tuple((word.text, Place(source, word.span)) for word in value.words)

    @property
    def target_written(self) -> tuple[str, Place] | None:
        """Where a WORKDIR, COPY or ADD goes, as it is written, without quotes around it."""
        value = self.instruction.value
        word = value.target if isinstance(value, Copy) else value.word if isinstance(value, Single) else None
        if word is None or self.instruction.keyword not in ("WORKDIR", "COPY", "ADD"):
            return None
        return word.text.strip("\"'"), Place(self.at.source, word.span)

    @property
    def placed_in_base_folder(self) -> tuple[str, Place] | None:
        """`target_written` where that is relative to the folder that the base image ends in, as no WORKDIR is above."""
        if self.before.workdir.at is not None or (target := self.target_written) is None:
            return None
        word = target[0]
        return None if not word or word[0] in "/$~" or "\\" in word or word[1:2] == ":" else target

    @property
    def without_equals(self) -> Pair | None:
        """What an ENV sets in its old form, `ENV name value`."""
        value = self.instruction.value
        old = isinstance(value, Pairs) and value.legacy and self.instruction.keyword == "ENV"
        return value.items[0] if old and isinstance(value, Pairs) else None

    @property
    def refused(self) -> Refused | None:
        """What surely keeps the shell from reading the script of a RUN."""
        from torchlint.model.shell_text import refused

        return refused(self) if self.problems else None

    @property
    def of_bash(self) -> tuple[OfBash, ...]:
        """What is bash's in the script of a RUN that a dash reads."""
        from torchlint.model.shell_text import of_bash

        return tuple(of_bash(self))

    @property
    def swallowed(self) -> tuple[Place, ...]:
        """The comments in its script that take the lines below into them, as the builder joins lines for the shell."""
        from torchlint.model.scripts import swallowing

        return swallowing(self)

    @property
    def leaves_apt_lists(self) -> Place | None:
        """The `apt-get update` whose package lists are still there after the step; None when none surely are."""
        return self._left(APT_LISTS)

    @property
    def leaves_downloads(self) -> tuple[Install, ...]:
        """The installs of the step whose downloads surely are still in the installer's cache after it."""
        from torchlint.model.effects.pip import CACHED

        live = (install for install in self.installs if install.command.dead is None)
        caching = (install for install in live if install.cache is not None)
        return tuple(install for install in caching if self._left(f"{install.cache}/{CACHED}") is not None)

    @property
    def leaves_artifacts(self) -> tuple[Artifacts, ...]:
        """What installs of poetry surely leave in its cache."""
        commands = [one for one in self.commands if one.name == "poetry"]
        if not commands:
            return ()
        from torchlint.model.effects.poetry import ARTIFACTS, cache_of

        found = []
        for command in commands:
            cache = cache_of(command)
            at = self._left(f"{cache}/{ARTIFACTS}") if cache is not None else None
            left = self.after.files.find(f"{cache}/{ARTIFACTS}") if at == command.at else None
            if isinstance(left, Found) and isinstance(left.content, tuple):
                found.append(Artifacts(command, cache or "", left.content))
        return tuple(found)

    def brought(self, command: Command) -> tuple[str, ...]:
        """The absolute paths that a download among the step's commands writes and that are there after it."""
        words = [*command.values, *(redirect.target.value for redirect in command.redirects)]
        names = [value.rstrip("/").rpartition("://")[2] for value in words if value is not None]
        paths = [command.before.absolute(name.rpartition("/")[2] or name, command.cwd) for name in names]
        paths += [command.before.absolute(value, command.cwd) for value in words if value and "://" not in value]
        found = dict.fromkeys(path for path in paths if path is not None)
        return tuple(
            path for path in found if isinstance(one := self.after.files.find(path), Found) and one.at == command.at
        )

    @property
    def adds(self) -> tuple[SystemPackage, ...]:
        """The packages of the distribution that the step installs and leaves in place."""
        before = self.before.packages
        return tuple(one for name, one in self.after.packages.items() if name not in before)

    @property
    def stale_locks(self) -> tuple[tuple[Command, StaleLock], ...]:
        """The uv and poetry commands whose lock surely is older than the pyproject.toml beside it."""
        from torchlint.model.lock_age import stale_lock

        read = ((command, stale_lock(command)) for command in self.commands)
        return tuple((command, lock) for command, lock in read if lock is not None)

    def _lookup(self, name: str) -> str | Unset | None:
        known = self.before.variable(name)
        return known.value if known is not None else UNSET if self.before.env_complete else None

    def _left(self, path: str) -> Place | None:
        """What in this step made a path that is still there; None after a program that may have removed it."""
        found = self.after.files.find(path)
        at = found.at if isinstance(found, Found) else None
        if at is None or at.source is not self.at.source or not self.at.span.contains(at.span):
            return None
        later = (one for one in self.commands if one.at.span.start > at.span.start)
        return None if any(one.unknown for one in later) else at

    @property
    def exposed(self) -> tuple[Argument, ...]:
        """The ports that an EXPOSE names, without their protocol; value None where it cannot be known."""
        value, source = self.instruction.value, self.at.source
        if not isinstance(value, Many) or self.instruction.keyword != "EXPOSE":
            return ()
        found = []
        for word in value.words:
            port = expand(word.text, self._lookup).value
            known = None if port is None else port.partition("/")[0]
            found.append(Argument(known, Place(source, word.span), word.text))
        return tuple(found)

    @property
    def sets(self) -> tuple[str, ...]:
        """The names of the variables that an ENV or ARG sets, as written."""
        value = self.instruction.value
        if isinstance(value, Arg):
            return tuple(item.name for item in value.items)
        if not isinstance(value, Pairs) or self.instruction.keyword != "ENV":
            return ()
        return tuple(pair.name.text for pair in value.items)

    @property
    def arguments(self) -> tuple[tuple[str, Place], ...]:
        """The names that an ARG declares, with a value here or without, and their places."""
        value = self.instruction.value
        items = value.items if isinstance(value, Arg) else ()
        return tuple((item.name, Place(self.at.source, item.span)) for item in items)

    @property
    def declared(self) -> tuple[Declared, ...]:
        """The variables that an ENV or ARG sets; an ARG alone, without a value here or before FROM, sets none."""
        value = self.instruction.value
        source = self.at.source
        if isinstance(value, Arg):
            return tuple(
                Declared(item.name, known.value, Place(source, item.span), ())
                for item in value.items
                if (known := self.after.args.get(item.name)) is not None
                and known.value is not None
                and known.origin not in ("env", "base")
            )
        if not isinstance(value, Pairs) or self.instruction.keyword != "ENV":
            return ()
        found = []
        for pair in value.items:
            known = self.after.env.get(pair.name.text)
            used = dict.fromkeys(one.name for one in variables(pair.value.text))
            given = [name for name in used if (arg := self.before.variable(name)) is not None and arg.overridable]
            found.append(
                Declared(pair.name.text, known.value if known else None, Place(source, pair.span), tuple(given))
            )
        return tuple(found)

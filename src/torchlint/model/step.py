"""One instruction with what it did: the snapshots around it, its commands, and what it leaves in its layer."""

from __future__ import annotations

from torchlint.model.files import Found
from torchlint.record import NamedTuple
from torchlint.syntax.dockerfile import Arg, Pairs
from torchlint.syntax.words import variables
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install
    from torchlint.model.snapshot import Snapshot, SystemPackage
    from torchlint.model.steps import Outcome
    from torchlint.syntax.dockerfile import Instruction


class Declared(NamedTuple):
    """A variable that an ENV or ARG sets. `value` None: it cannot be known; `given`: the ARGs that it depends on."""

    name: str
    value: str | None
    at: Place
    given: tuple[str, ...]


class Step:
    """One instruction with the snapshot before and after it. `stage`: the index of its stage; `index`: its own there.

    `commands` and `installs`: what a RUN does, in order. `copied`: what a COPY or ADD copies.
    """

    __slots__ = ("after", "at", "before", "commands", "copied", "index", "installs", "instruction", "stage")

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

    @property
    def leaves_apt_lists(self) -> Place | None:
        """The `apt-get update` whose package lists are still there after the step; None when none surely are."""
        from torchlint.model.effects.apt import LISTS

        return self._left(LISTS)

    @property
    def leaves_downloads(self) -> tuple[Install, ...]:
        """The installs of the step whose downloads surely are still in the installer's cache after it."""
        from torchlint.model.effects.pip import CACHED

        caching = (install for install in self.installs if install.cache is not None)
        return tuple(install for install in caching if self._left(f"{install.cache}/{CACHED}") is not None)

    @property
    def adds(self) -> tuple[SystemPackage, ...]:
        """The packages of the distribution that the step installs and leaves in place."""
        before = self.before.packages
        return tuple(one for name, one in self.after.packages.items() if name not in before)

    def _left(self, path: str) -> Place | None:
        """What in this step made a path that is still there; None after a program that may have removed it."""
        found = self.after.files.find(path)
        at = found.at if isinstance(found, Found) else None
        if at is None or at.source is not self.at.source or not self.at.span.contains(at.span):
            return None
        later = (one for one in self.commands if one.at.span.start > at.span.start)
        return None if any(one.unknown for one in later) else at

    @property
    def declared(self) -> tuple[Declared, ...]:
        """The variables that an ENV or ARG sets; an ARG alone, without a value here or before FROM, sets none."""
        value = self.instruction.value
        source = self.at.source
        if isinstance(value, Arg):
            return tuple(
                Declared(item.name, known.value, Place(source, item.span), ())
                for item in value.items
                if (known := self.after.args.get(item.name)) is not None and known.value is not None
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

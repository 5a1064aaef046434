"""`torchlint fix --verify`: which evidence is asked for, from what, and what holds."""

from __future__ import annotations

import signal
import sys

from torchlint.cli.arguments import UsageError
from torchlint.cli.streams import dress_of, say
from torchlint.cli.verifying import Asking, announce, engine_of, interrupted, seconds_of, uv_of
from torchlint.record import NamedTuple
from torchlint.report.before_after import as_object, render
from torchlint.verify.before_after import Turn, affected, compare
from torchlint.verify.evidence import Evidence
from torchlint.verify.resolve import resolve
from torchlint.verify.staging import Refused as NotVerified
from torchlint.verify.verifying import Asked, verify

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from torchlint.cli.asked import Check
    from torchlint.fix.shapes import Mended, Refused
    from torchlint.model.build import Build
    from torchlint.report.styled import Layout, Piece
    from torchlint.verify.before_after import Compared, Judge, Plan
    from torchlint.verify.port import Engine
    from torchlint.verify.verifying import Verdict
    from torchlint.world import World


class Proof(NamedTuple):
    """What holds, and the name and version of what gave the evidence."""

    compared: Compared
    tool: tuple[str, str]
    level: Evidence

    @property
    def mended(self) -> Mended:
        """What may be written."""
        return self.compared.mended

    @property
    def taken_back(self) -> tuple[Refused, ...]:
        """The fixes that are not made, as the evidence speaks against them or there is none."""
        return tuple(one.refused for one in self.compared.dropped)

    @property
    def told(self) -> bool:
        """False if fixes were taken back because nobody can tell here what they do."""
        return all(one.judged is not None and one.judged.turn is Turn.BROKEN for one in self.compared.dropped)

    @property
    def good(self) -> bool:
        """True if no fix had to be taken back, and every image that was changed has the evidence asked for."""
        return not self.compared.dropped and all(one.after.proven is True for one in self.compared.judged)

    def pieces(self, layout: Layout) -> Iterator[Piece]:
        """The evidence for people."""
        return render(self.compared, " ".join(self.tool), self.level, layout)

    def as_object(self) -> dict[str, Any]:
        """The evidence for programs."""
        return as_object(self.compared, self.tool, self.level)


def proven(asked: Check, world: World, plan: Plan) -> Proof:
    """Judge the fixes that would be made. Raises UsageError where nothing can be judged: nothing is written then."""
    level = Evidence[(asked.verify or "ran").upper()]
    # What a job runner sends must leave as little behind as what a keyboard does.
    signal.signal(signal.SIGTERM, interrupted)
    tool = ("uv", "")
    try:
        if level is Evidence.RESOLVED:
            with uv_of("nothing was written") as uv:
                tool = (uv.name, uv.version)
                asking = Asking(uv)
                return Proof(compare(plan, lambda build, _: resolve(build, world, uv, asking)), tool, level)
        tool, judge = _by_engine(asked, world, level, affected(plan(lambda _finding: True)))
        return Proof(compare(plan, judge), tool, level)
    except NotVerified as error:
        raise UsageError(f"{error}; nothing was written") from error
    except OSError as error:
        raise UsageError(f"{tool[0]}: {error.strerror or error}; nothing was written") from error


def _by_engine(asked: Check, world: World, level: Evidence, paths: list[str]) -> tuple[tuple[str, str], Judge]:
    engine = engine_of(asked.engine, "nothing was written; --verify=resolved needs no engine")
    wanted = Asked(
        level=level,
        network=asked.network,
        pull=asked.pull != "never",
        seconds=seconds_of("--timeout", asked.timeout),
        watched=seconds_of("--watch", asked.watch),
    )
    announce(f"{', '.join(paths)} before and after the fixes", engine, wanted)

    def judge(build: Build, contents: Mapping[str, bytes]) -> Verdict:
        say(f"{build.source.path} {'with the fixes' if contents else 'as it is'}:")
        return _built(asked, world, engine, wanted, build, contents)

    return (engine.name, engine.version), judge


def _built(
    asked: Check, world: World, engine: Engine, wanted: Asked, build: Build, contents: Mapping[str, bytes]
) -> Verdict:
    from torchlint.model.outlook import outlook
    from torchlint.report.building import Live

    settings = build.input.settings
    wanted = wanted._replace(
        platform=settings.platform, target=settings.target_stage, build_args=tuple(settings.build_args.items())
    )
    root = build.context.folder
    if root is None:
        raise NotVerified(f"{build.source.path}: what folder the builder is given is not known; say it with --context")
    dress = dress_of(sys.stderr, asked.color)
    try:
        with Live(build, dress.terminal and dress.colours) as live:
            return verify(build, outlook(build, world), root, engine, wanted, live.hear, changed=contents)
    except NotVerified as error:
        raise NotVerified(f"{build.source.path}: {error}") from error

"""Package lists of apt that one RUN brings and others work with, and the edits after which each brings its own."""

from __future__ import annotations

from itertools import pairwise

from torchlint.model.appending import leads
from torchlint.record import NamedTuple
from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.model.build import Build, Stage
    from torchlint.model.command import Command
    from torchlint.model.step import Step

NEEDING = frozenset(
    {"install", "upgrade", "dist-upgrade", "full-upgrade", "build-dep", "satisfy", "source", "download"}
)
LONG = 120


class Shared(NamedTuple):
    """`step`: what brings the lists, with `update`; `alone`: it does nothing else with them; `installs`: it installs
    something. `later`: the RUNs that need lists and bring none, up to the next that does."""

    step: Step
    update: Command
    alone: bool
    installs: bool
    later: tuple[Step, ...]

    @property
    def install(self) -> Command | None:
        """The first later command that installs."""
        return _first(self.later, "install")


def shared_lists(stage: Stage) -> Iterator[Shared]:
    """Each RUN of a stage that brings lists, in order."""
    found: tuple[Step, Command, list[Step]] | None = None
    for step in stage.steps:
        update = _first((step,), "update")
        if update is not None:
            if found is not None:
                yield _shared(*found)
            found = (step, update, [])
        elif found is not None and any(_first((step,), verb) for verb in NEEDING):
            found[2].append(step)
    if found is not None:
        yield _shared(*found)


def _shared(step: Step, update: Command, later: list[Step]) -> Shared:
    installs = _first((step,), "install") is not None
    alone = not installs and not any(_first((step,), verb) for verb in ("upgrade", "dist-upgrade", "full-upgrade"))
    return Shared(step, update, alone, installs, tuple(later))


def _first(steps: Iterable[Step], verb: str) -> Command | None:
    for command in (one for step in steps for one in step.commands):
        asked = command.asked
        if asked is not None and asked.manager == "apt" and asked.verb == verb:
            return command
    return None


def own_lists(build: Build, stage: Stage) -> tuple[Edit, ...] | None:
    """Every RUN brings the lists that it needs, and none brings only lists; those that stand line below line become
    one. None where a RUN cannot be written anew, or may need lists that it does not ask for."""
    if build.dockerfile.escape != "\\":
        return None
    edits: list[Edit] = []
    for one in shared_lists(stage):
        if not one.later or not (one.alone or all(map(_plain, one.later))):
            continue
        source, text = one.step.at.source, one.step.at.source.text
        if one.alone:
            between = stage.steps[one.step.index + 1 : one.later[0].index]
            whole = len(one.step.commands) == 1 and all(map(_plain, (one.step, *one.later)))
            if not whole or any(map(_may_need_lists, between)):
                return None
            edits.append(Edit(source, _whole(one.step, stage.steps[one.step.index + 1]), ""))
        told = text[one.update.at.span.start : one.update.at.span.end]
        told = f"sudo {told}" if text.endswith("sudo ", 0, one.update.at.span.start) else told
        edits += [edit for group in _groups(one.later) for edit in _joined(group, told)]
    return tuple(edits)


def _whole(step: Step, below: Step) -> Span:
    """The lines of the step, with the empty ones below where one is above or a comment."""
    text, (start, end) = step.at.source.text, _line(step)
    above = text[:start].rstrip("\r\n").rpartition("\n")[2].lstrip(" \t")
    if text.endswith(("\n\n", "\n\r\n"), 0, start) or above.startswith("#"):
        rest = text[end : below.lines.start]
        end += len(rest) - len(rest.lstrip(" \t\r\n"))
    return Span(start, end)


def _plain(step: Step) -> bool:
    """Whether commands can be put before those of a RUN."""
    instruction = step.instruction
    plain = instruction.keyword == "RUN" and not instruction.exec_form and not instruction.heredocs
    return plain and bool(instruction.rest.text) and not instruction.flags


def _may_need_lists(step: Step) -> bool:
    return step.instruction.keyword == "RUN" and (not step.commands or any(one.unknown for one in step.commands))


def _line(step: Step) -> Span:
    text = step.at.source.text
    return Span(text.rfind("\n", 0, step.at.span.start) + 1, text.find("\n", step.at.span.end) + 1)


def _groups(steps: tuple[Step, ...]) -> list[list[Step]]:
    """Neighbours that do nothing but call apt, together: no empty line is between them."""
    groups: list[list[Step]] = []
    for step in steps:
        last = groups[-1][-1] if groups else None
        if last is not None and _near(last, step) and _calls_apt(last) and _calls_apt(step):
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups


def _near(last: Step, step: Step) -> bool:
    between = step.at.source.text[_line(last).end : step.at.span.start].split("\n")
    return not between.pop() and all(line.lstrip(" \t").startswith("#") for line in between)


def _calls_apt(step: Step) -> bool:
    """Whether it does nothing else, and no comment stands behind it."""
    mine = all(one.asked is not None and one.certain and one.fatal and not one.piped for one in step.commands)
    return mine and not step.at.source.text[_end(step) : step.at.span.end].strip(" \t")


def _end(step: Step) -> int:
    places = [place for one in step.commands for place in (one.at, *(redirect.at for redirect in one.redirects))]
    return max((place.span.end for place in places), default=0)


def _joined(group: list[Step], told: str) -> Iterator[Edit]:
    step, source = group[0], group[0].at.source
    here = step.instruction.rest.offset(0)
    wide = "\n" not in source.text[step.at.span.start : step.at.span.end]
    wide = wide and len(told) + step.at.span.end - step.at.span.start > LONG
    # As the file does it elsewhere: && begins a line, or it ends one.
    end, begin = (" \\", "    && ") if leads(source.text) else (" && \\", "    ")
    joint = f"{end}{source.newline}{begin}"
    yield Edit(source, Span(here, here), f"{told}{joint if wide or len(group) > 1 else ' && '}")
    for last, step in pairwise(group):
        yield Edit(source, Span(_end(last), last.at.span.end), end)
        yield Edit(source, Span(step.at.span.start, step.instruction.rest.offset(0)), begin)

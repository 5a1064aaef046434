"""What a builder installs into a virtual environment that does not fit, installed by the stage that has one instead.

Only the environment leaves the builder: where its packages can be installed without it, all of it can go.
"""

from __future__ import annotations

from torchlint.model.alike import changed
from torchlint.model.environment import Program
from torchlint.syntax.dockerfile import Arg
from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.environment import Environment
    from torchlint.project import Project
    from torchlint.syntax.dockerfile import Instruction
    from torchlint.world import World

PATHS = frozenset({"PATH", "VIRTUAL_ENV"})
"""Variables with which a builder only finds its environment."""


def made_here(build: Build, step: Step, prefix: str, project: Project, world: World) -> tuple[Edit, ...] | None:
    """The edits after which the stage of `step`, which copies an environment over its own at `prefix`, installs the
    same into its own; None if there surely are none."""
    copied, own = step.copied, step.before.environments.get(prefix)
    if copied is None or copied.stage is None or own is None or own.python.value is None:
        return None
    origin, stage = build.stages[copied.stage], build.stages[step.stage]
    if [one.name for one in copied.sources] != [prefix] or [one.name for one in step.instruction.flags] != ["from"]:
        return None
    if step.before.user.value not in ("root", "0") and step.before.base.kind != "tool":
        return None
    if origin.index in build.shipped or not _lone(build, origin, step):
        return None
    kept = _kept(origin, prefix, step, own, world)
    if not kept:
        return None
    source = build.source
    text = "".join(source.text[slice(*one.lines)] for one in kept)
    start = source.text.rfind("\n", 0, step.at.span.start) + 1
    edits = [Edit(source, Span(start, step.lines.end), text if text.endswith("\n") else text + source.newline)]
    after = next((one for one in build.stages if one.index == origin.index + 1), None)
    if after is None or "$" in text:
        return None
    gone = Span(_begin(build, origin.instruction), _begin(build, after.instruction))
    edits += [Edit(source, gone, ""), *_arguments(build, origin)]
    made = changed(build, edits, project, world)
    if made.dockerfile.problems or len(made.stages) != len(build.stages) - 1:
        return None
    now, wanted = made.stages[stage.index - 1].final.environments.get(prefix), step.after.environments[prefix]
    if now is None or now.python.value != own.python.value:
        return None
    # Where the image may have settings for pip, nobody knows that it installs there.
    return tuple(edits) if not now.complete or wanted.packages.keys() <= now.packages.keys() else None


def _lone(build: Build, origin: Stage, step: Step) -> bool:
    """Whether nothing but `step` takes anything from a stage, and no other is told by its number."""
    for stage in build.stages:
        if stage.parent == origin.index:
            return False
        for one in stage.steps:
            named = one.instruction.flag("from")
            if named is not None and (named.value or "").isdigit():
                return False
            if one is not step and one.copied is not None and one.copied.stage == origin.index:
                return False
            if any("from=" in (flag.value or "") for flag in one.instruction.flags if flag.name == "mount"):
                return False
    return True


def _kept(origin: Stage, prefix: str, step: Step, own: Environment, world: World) -> list[Step]:
    """The COPYs and RUNs of a builder that fill the environment; none if it holds what cannot be repeated."""
    if any(name.startswith(("PIP_", "UV_")) for name in (*origin.final.env, *origin.final.args)):
        return []
    kept: list[Step] = []
    made = False
    for one in origin.steps:
        keyword = one.instruction.keyword
        if not made:
            made = prefix in one.after.environments
            if (made and one.installs) or keyword in ("COPY", "ADD", "WORKDIR"):
                return []
        elif _from_context(one) or (keyword == "RUN" and _installs(one, prefix, step, own, world)):
            kept.append(one)
        elif keyword != "ENV" or not PATHS.issuperset(one.sets):
            return []
    return kept if any(one.installs for one in kept) else []


def _from_context(one: Step) -> bool:
    return one.instruction.keyword == "COPY" and one.copied is not None and not one.copied.from_elsewhere


def _installs(one: Step, prefix: str, step: Step, own: Environment, world: World) -> bool:
    """Whether a RUN does nothing but pip installs into the environment, which the other Python can repeat."""
    if len(one.commands) != len(one.installs) or one.instruction.flags:
        return False
    for install in one.installs:
        if install.environment is None or install.environment.prefix != prefix or install.tool != "pip":
            return False
        found = step.before.which(install.command.words[0].value or "")
        if not isinstance(found, Program) or found.prefix != prefix or found.kind != "pip":
            return False
        pin = install.pin("torch")
        pythons = install.shelf.pythons(pin.version, world) if pin is not None and install.shelf is not None else None
        if pythons is not None and own.python.value not in pythons:
            return False
    return True


def _begin(build: Build, instruction: Instruction) -> int:
    """Where the lines of an instruction begin, with the comments right above, but no directive."""
    text = build.source.text
    start = text.rfind("\n", 0, instruction.span.start) + 1
    first = max((one.span.end for one in build.dockerfile.directives), default=0)
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if above < first or not text[above:start].lstrip(" \t").startswith("#"):
            break
        start = above
    return start


def _arguments(build: Build, origin: Stage) -> Iterator[Edit]:
    """Without the ARGs above the first FROM that only the base of that stage reads."""
    text, others = build.source.text, [one for one in build.stages if one is not origin]
    for instruction in build.dockerfile.instructions:
        value = instruction.value
        if not isinstance(value, Arg):
            return
        name = value.items[0].name
        places = [one.instruction.span for one in others]
        places += [one.at.span for stage in others for one in stage.steps]
        lone = len(value.items) == 1 and not any(name in text[slice(*place)] for place in places)
        if lone and name in text[slice(*origin.instruction.span)]:
            end = text.find("\n", instruction.span.end) + 1 or len(text)
            if text.startswith(("\n", "\r\n"), end):
                end = text.find("\n", end) + 1
            yield Edit(build.source, Span(_begin(build, instruction), end), "")

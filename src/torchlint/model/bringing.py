"""What a builder installed, brought to the stage that starts it: in a virtual environment at the path where it runs."""

from __future__ import annotations

from torchlint.model.alike import TOOLS, changed
from torchlint.model.lean import with_venv
from torchlint.model.splitting import VENV, installs_fit, maker, own_packages
from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build, Stage
    from torchlint.model.entry import Entry
    from torchlint.model.environment import Environment
    from torchlint.project import Project
    from torchlint.world import World


def brought(build: Build, entry: Entry, origin: Stage, project: Project, world: World) -> tuple[Edit, ...] | None:
    """The edits after which `entry` surely finds the packages that `origin` installs; None if there are none."""
    source, stage = build.source, build.stages[entry.stage]
    installs = [install for step in origin.steps for install in step.installs]
    environment = installs[-1].environment if installs else None
    if environment is None or environment.kind not in ("image", "system", "venv") or "$" in environment.prefix:
        return None
    if installs_fit(installs, environment, world) is not None or any("--system" in one.options for one in installs):
        return None
    if own_packages(installs, environment) is not None:
        return None
    if not _same_python(entry, environment) or stage.base.libc != origin.base.libc:
        return None
    if origin.index in build.shipped or any(one.parent in (origin.index, stage.index) for one in build.stages):
        return None
    makes = environment.kind != "venv"
    prefix = VENV if makes else environment.prefix
    if makes and (VENV in source.text or "site-packages" in source.text or "dist-packages" in source.text):
        return None
    newline = source.newline
    gap = newline if "\n\n" in source.text or "\n\r\n" in source.text else ""
    span = build.dockerfile.instructions[0].keyword_span
    run, env, copy = ("RUN", "ENV", "COPY")
    if source.text[span.start : span.end].islower():
        run, env, copy = ("run", "env", "copy")
    path = f'{env} PATH="{prefix}/bin:$PATH"{newline}'
    edits = []
    if makes:
        first = next(step for step in origin.steps if step.installs)
        python = maker(first, environment)
        if python is None:
            return None
        while first.index and origin.steps[first.index - 1].instruction.keyword == "COPY":
            first = origin.steps[first.index - 1]
        at = first.lines.start
        edits.append(Edit(source, Span(at, at), f"{run} {python} -m venv {VENV}{newline}{path}{gap}"))
        if environment.kind == "system":
            edits += [edit for step in origin.steps for edit in with_venv(step)]
    place = next((one for one in stage.steps if one.instruction.keyword in ("COPY", "ADD")), None)
    place = place or next((one for one in stage.steps if one.instruction.keyword in ("CMD", "ENTRYPOINT")), None)
    if place is None:
        return None
    at = place.lines.start
    name = origin.name if origin.name is not None else str(origin.index)
    edits.append(Edit(source, Span(at, at), f"{copy} --from={name} {prefix} {prefix}{newline}{path}{gap}"))
    return tuple(edits) if _finds(build, entry, origin, edits, project, world) else None


def _same_python(entry: Entry, environment: Environment) -> bool:
    """Whether the Python that starts lies where that of a builder does, and is of the same version."""
    own = entry.environment
    if own is None or own.python.value is None or own.python.value != environment.python.value:
        return False
    home = environment.prefix if environment.kind != "venv" else (environment.home or "").partition("/bin/")[0]
    return own.root == home.split("@", 1)[0]


def _finds(build: Build, entry: Entry, origin: Stage, edits: list[Edit], project: Project, world: World) -> bool:
    """Whether the program then has the packages, under a Python that is known to be there."""
    after = changed(build, edits, project, world)
    if len(after.stages) != len(build.stages):
        return False
    found = after.stages[entry.stage].entry
    environment = found.environment if found is not None else None
    wanted = {one.requirement.name for step in origin.steps for install in step.installs for one in install.requested}
    return (
        environment is not None
        and environment.python.value is not None
        and wanted - TOOLS - {None} <= environment.packages.keys() | {""}
    )

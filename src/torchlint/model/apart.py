"""What pip refuses to put into the distribution's Python, put into a virtual environment that comes first on PATH."""

from __future__ import annotations

from torchlint.model.alike import changed
from torchlint.model.lean import with_venv
from torchlint.model.splitting import VENV, maker, own_packages
from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build, Stage
    from torchlint.model.command import Install
    from torchlint.project import Project
    from torchlint.world import World

ELSEWHERE = frozenset({"--user", "--target", "--prefix", "--root", "--system"})


def apart(build: Build, install: Install, project: Project, world: World) -> tuple[Edit, ...] | None:
    """The edits after which everything that is refused from `install` on goes into an environment of its own; None
    where something may need what the distribution's Python has, or that cannot be known."""
    source, stage, environment = build.source, build.stages[install.stage], install.environment
    if install.at.source is not source or environment is None or environment.kind != "system":
        return None
    installs = [one for step in stage.steps for one in step.installs if one.environment is not None]
    mine = [one for one in installs if one.environment is not None and one.environment.prefix == environment.prefix]
    if mine[0] is not install or any(one.tool != "pip" or ELSEWHERE & set(one.options) for one in mine):
        return None
    if own_packages(mine, environment) is not None or install.command.before.user.value not in ("root", "0", ""):
        return None
    if any(word in source.text for word in (VENV, "site-packages", "dist-packages")) or _named_by_path(stage):
        return None
    first = stage.steps[install.command.step]
    python = maker(first, environment)
    present = any(name.endswith(("-venv", "-full")) for name in first.before.packages if name.startswith("python3"))
    more = () if present else tuple(edit for step in stage.steps[: first.index] for edit in with_venv(step))[:1]
    if python is None or not (present or more) or _copied_from(build, stage):
        return None
    # Above the files that are copied for it, so that an edit of them does not make it again.
    while first.index and stage.steps[first.index - 1].instruction.keyword == "COPY":
        first = stage.steps[first.index - 1]
    at, newline = first.lines.start, source.newline
    gap = newline if source.text.endswith(("\n\n", "\n\r\n"), 0, at) else ""
    lines = (f"RUN {python} -m venv {VENV}", f'ENV PATH="{VENV}/bin:$PATH"')
    made = Edit(source, Span(at, at), "".join(line + newline for line in lines) + gap)
    edits = (*more, made)
    return edits if _taken(build, stage, edits, project, world) else None


def _named_by_path(stage: Stage) -> bool:
    """Whether a Python or pip is called by its own path, past PATH."""
    commands = [one for step in stage.steps for one in step.commands]
    commands += stage.entry.commands if stage.entry is not None else ()
    return any((one.words[0].value or "").startswith(("/usr/bin/py", "/usr/bin/pip")) for one in commands if one.words)


def _copied_from(build: Build, stage: Stage) -> bool:
    """Whether another stage takes files of the distribution out of this one, where packages would lie."""
    copies = [step.copied for other in build.stages for step in other.steps if step.copied is not None]
    return any(
        copied.stage == stage.index
        and any((source.name or "/").startswith(("/usr", "/lib")) for source in copied.sources)
        for copied in copies
        if copied.from_elsewhere
    )


def _taken(build: Build, stage: Stage, edits: tuple[Edit, ...], project: Project, world: World) -> bool:
    """Whether all that was installed is then installed there, and starts with that Python."""
    after = changed(build, edits, project, world)
    if after.dockerfile.problems or len(after.stages) != len(build.stages):
        return False
    made = after.stages[stage.index]
    installs = [one for step in made.steps for one in step.installs]
    if any(one.refused or one.environment is None or one.environment.prefix == "/usr" for one in installs):
        return False
    old, new = stage.entry, made.entry
    was, now = (None if one is None else one.environment for one in (old, new))
    return was is None or was.kind != "system" or (now is not None and now.prefix == VENV)

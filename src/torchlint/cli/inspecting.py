"""`torchlint inspect`: from the words of the command line to the prediction of one Dockerfile."""

from __future__ import annotations

import os
import sys
import time

from torchlint.cli.arguments import UsageError, meant
from torchlint.cli.configuring import configured
from torchlint.cli.streams import draw, dress_of, save, say, write
from torchlint.config import ConfigError
from torchlint.model.build import predict
from torchlint.model.outlook import outlook
from torchlint.project import read
from torchlint.record import NamedTuple
from torchlint.report import inspection
from torchlint.world import World

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.outlook import Outlook
    from torchlint.project import Project
    from torchlint.verify.installed import Beside


class Inspect(NamedTuple):
    """What `torchlint inspect` was asked for. None: not said, the configuration decides."""

    path: str = "Dockerfile"
    output_format: str = "text"
    output_file: str | None = None
    color: str = "auto"
    stdin_filename: str | None = None
    context: str | None = None
    context_partial: bool = False
    target_stage: str | None = None
    build_arg: tuple[str, ...] = ()
    platform: str | None = None
    installed: bool = False
    config: tuple[str, ...] = ()
    isolated: bool = False


def run(asked: Inspect) -> int:
    """Predict, show, and give the exit code. Raises UsageError."""
    try:
        config = configured(asked)
        settings = config.settings
        path = os.path.join(asked.path, "Dockerfile") if os.path.isdir(asked.path) else asked.path
        project = read(
            (path,),
            settings_for=config.settings_for,
            stdin_name=asked.stdin_filename,
            context=asked.context,
            partial=asked.context_partial,
        )
    except ConfigError as error:
        raise UsageError(str(error)) from error
    if project.failures:
        raise UsageError("; ".join(f"{failure.path}: {failure.message}" for failure in project.failures))
    # This is where the day enters; below, every day is a value.
    world = World(settings.as_of or time.strftime("%Y-%m-%d"))
    if world.stale:
        say("what this version knows of releases is more than 120 days old; newer ones are unknown to it")
    build = _build(path, project, world)
    if asked.target_stage is not None:
        _demand_stage(asked.target_stage, build)
    for note in config.notes:
        say(note)
    answers = outlook(build, world)
    installed = None
    if asked.installed:
        from torchlint.verify.installed import beside

        installed = beside(answers, world)
    _put(asked, answers, installed)
    return 0


def _build(path: str, project: Project, world: World) -> Build:
    if not project.dockerfiles and os.path.isdir(path):
        raise UsageError(f"{path}: is a folder, not a Dockerfile")
    if not project.dockerfiles:
        raise UsageError(f"{path}: by its name it is no Dockerfile; `torchlint inspect - < {path}` reads it as one")
    build = predict(project.dockerfiles[0], project, world)
    if not build.stages and build.dockerfile.template:
        raise UsageError(f"{build.source.path}: is a template; fill it in and inspect what comes out")
    if not build.stages:
        raise UsageError(f"{build.source.path}: has no FROM, so there is no image to show")
    return build


def _demand_stage(named: str, build: Build) -> None:
    """Raise UsageError if there is no such stage: then nothing would be shown as was asked."""
    names = [stage.name for stage in build.stages if stage.name is not None]
    known = {*(name.lower() for name in names), *(str(stage.index) for stage in build.stages)}
    if named.lower() not in known:
        raise UsageError(f"--target-stage {named}: {build.source.path} has no such stage{meant(named, names)}")


def _put(asked: Inspect, answers: Outlook, installed: Beside | None) -> None:
    dress = dress_of(sys.stdout if asked.output_file is None else None, asked.color)
    blocks = inspection.blocks(answers)
    if installed is not None:
        blocks.append(inspection.block_of_installed(installed))
    if asked.output_format == "json":
        text = inspection.render_json(answers, installed)
    elif asked.output_file is None:
        draw(blocks, dress)
        return
    else:
        from torchlint.report.tables import aligned

        text = aligned(blocks)
    if asked.output_file is None:
        write(text)
    else:
        save(asked.output_file, text)

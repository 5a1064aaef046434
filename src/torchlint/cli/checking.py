"""`torchlint check`: from the words of the command line to a report and an exit code."""

from __future__ import annotations

import sys
import time

from torchlint.check import check
from torchlint.cli.arguments import UsageError, meant
from torchlint.cli.configuring import configured
from torchlint.cli.streams import dress_of, save, say, show, write
from torchlint.config import Config, ConfigError
from torchlint.findings import Severity
from torchlint.project import read
from torchlint.selection import by_settings
from torchlint.world import World

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from torchlint.check import Report
    from torchlint.cli.asked import Check
    from torchlint.cli.streams import Dress
    from torchlint.config import Settings
    from torchlint.project import Project
    from torchlint.report.styled import Piece

CLEAN, FOUND, FAILED = 0, 1, 2
_MOST_LISTED = 12


def run(asked: Check) -> int:
    """Check, report, and give the exit code. Raises UsageError."""
    if asked.statistics and asked.output_format not in ("full", "concise"):
        raise UsageError("--statistics is text: it goes with no JSON format")
    try:
        config = configured(asked)
        settings = config.settings
        project = _project(asked, config)
        report = _reported(asked, project, settings)
    except ConfigError as error:
        raise UsageError(str(error)) from error
    if asked.target_stage is not None:
        _demand_stage(asked.target_stage, report)
    empty = not (project.dockerfiles or project.requirements or project.environments)
    _mention(asked, config, report, settings)
    if empty and not report.failures:
        where = ", ".join(asked.paths) or "this folder"
        say(f"nothing to check in {where}: no Dockerfile, requirements file or conda environment")
    if not empty or asked.output_format.startswith("json"):
        _put(asked, report)
    if report.failures or report.crashed or (empty and asked.strict_inputs):
        return FAILED
    if asked.exit_zero or settings.fail_on == "never":
        return CLEAN
    worst = Severity(settings.fail_on).rank
    counted = any(one.suppressed is None and one.severity.rank <= worst for one in report.findings)
    return FOUND if counted else CLEAN


def found_here() -> str:
    """What `torchlint` alone says: what it would check in this folder, and how."""
    from torchlint.cli.options import COMMANDS

    try:
        project = read((".",), settings_for=Config.discover().settings_for)
    except ConfigError as error:
        raise UsageError(str(error)) from error
    sources = [dockerfile.source for dockerfile in project.dockerfiles]
    paths = [source.path for source in (*sources, *project.requirements, *project.environments)]
    lines = ["torchlint reads Dockerfiles of PyTorch images and says what will break, when and why.", ""]
    if paths:
        lines += ["Here it would check:", *(f"  {path}" for path in paths[:_MOST_LISTED])]
        lines += [f"  and {len(paths) - _MOST_LISTED} more"] if len(paths) > _MOST_LISTED else []
        lines += ["", f"Try: torchlint check {paths[0] if len(paths) == 1 and ' ' not in paths[0] else '.'}"]
    else:
        lines += ["In this folder there is no Dockerfile, requirements file or conda environment.", ""]
        lines += ["Try: torchlint check path/to/project"]
    lines += [f"Commands: {', '.join(COMMANDS)}. Options: torchlint COMMAND --help"]
    return "\n".join(lines) + "\n"


def _demand_stage(named: str, report: Report) -> None:
    """Raise UsageError if Dockerfiles were read and none has that stage: then nothing was judged as was asked."""
    stages = [stage for build in report.builds for stage in build.stages]
    names = [stage.name for stage in stages if stage.name is not None]
    numbers = [str(stage.index) for stage in stages]
    if stages and named.lower() not in (*(name.lower() for name in names), *numbers):
        raise UsageError(f"--target-stage {named}: no Dockerfile that was read has such a stage{meant(named, names)}")


def _project(asked: Check, config: Config) -> Project:
    paths = asked.paths or (".",)
    if asked.affected:
        from torchlint.affected import with_users

        paths = with_users(paths, config.settings_for)
    return read(
        paths,
        settings_for=config.settings_for,
        stdin_name=asked.stdin_filename,
        context=asked.context,
        partial=asked.context_partial,
        force_exclude=asked.force_exclude,
    )


def _reported(asked: Check, project: Project, settings: Settings) -> Report:
    # This is where the day enters; below, every day is a value.
    world = World(settings.as_of or time.strftime("%Y-%m-%d"))
    if world.stale:
        say("what this version knows of releases is more than 120 days old; newer ones are unknown to it")
    # A project asks little of its settings, but they are those of the Config that it was read with.
    settings_for: Any = project.settings_for
    report = check(
        project,
        world=world,
        selection=by_settings(settings_for),
        show_suppressed=asked.show_suppressed or asked.no_ignores,
        require_reason=settings.require_reason,
    )
    least = Severity(asked.min_severity).rank
    report = report._replace(findings=tuple(one for one in report.findings if one.severity.rank <= least))
    return _without_ignores(report) if asked.no_ignores else report


def _without_ignores(report: Report) -> Report:
    return report._replace(
        findings=tuple(finding._replace(suppressed=None) for finding in report.findings),
        counts=report.counts._replace(suppressed=0),
    )


def _mention(asked: Check, config: Config, report: Report, settings: Settings) -> None:
    """Say on standard error what is about the run and not about the files' content."""
    for failure in report.failures:
        say(f"{failure.path}: {failure.message}{_command_meant(asked, failure.path)}")
    for crash in report.crashed:
        on = f" on {crash.path}" if crash.path else ""
        say(f"internal error in {crash.rule}{on}: {crash.error}; the rest was checked. Please report this line")
    if not asked.quiet:
        for note in (*config.notes, *report.notes):
            say(note)
    if asked.verbose:
        say(f"configuration: {settings.file or 'none'}; day: {settings.as_of or 'today'}")
        for build in report.builds:
            kind = "" if build.context.complete else ", where files may be missing"
            say(f"{build.source.path}: build context {build.context.root}{kind}, {len(build.stages)} stages")


def _command_meant(asked: Check, path: str) -> str:
    """For a first word that is no path: the command that it may have meant."""
    from torchlint.cli.options import COMMANDS

    return meant(path, COMMANDS) if asked.paths[:1] == (path,) and "/" not in path else ""


def _put(asked: Check, report: Report) -> None:
    dress = dress_of(sys.stdout if asked.output_file is None else None, asked.color)
    if asked.output_format == "json":
        from torchlint.report import json_

        text = json_.render(report, show_suppressed=asked.show_suppressed)
    elif asked.output_format == "json-report":
        from torchlint.report import json_report

        text = json_report.render(report, show_suppressed=asked.show_suppressed)
    else:
        pieces = _pieces(asked, report, dress)
        if asked.output_file is None:
            show(pieces, dress)
            return
        from torchlint.report.styled import plain

        text = plain(pieces)
    if asked.output_file is None:
        write(text)
    else:
        save(asked.output_file, text)


def _pieces(asked: Check, report: Report, dress: Dress) -> Iterator[Piece]:
    layout = dress.layout._replace(quiet=asked.quiet, verbose=asked.verbose)
    if asked.statistics:
        from torchlint.report import statistics

        return statistics.render(report, layout)
    if asked.output_format == "concise":
        from torchlint.report import concise

        return concise.render(report, layout)
    from torchlint.report import full

    return full.render(report, layout)

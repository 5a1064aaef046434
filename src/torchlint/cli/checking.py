"""`torchlint check`: from the words of the command line to a report and an exit code."""

from __future__ import annotations

import sys
import time

from torchlint.check import check
from torchlint.cli.arguments import UsageError, meant
from torchlint.cli.configuring import configured, rules_of
from torchlint.cli.streams import dress_of, say, show
from torchlint.config import Config, ConfigError
from torchlint.findings import Severity
from torchlint.project import read
from torchlint.selection import by_settings
from torchlint.world import World

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from torchlint.check import Report
    from torchlint.cli.asked import Check
    from torchlint.cli.outputs import Output
    from torchlint.config import Settings
    from torchlint.project import Project

CLEAN, FOUND, FAILED = 0, 1, 2
_MOST_LISTED = 12
_CONFIDENCES = ("high", "medium", "low")


def run(asked: Check) -> int:
    """Check, report, and give the exit code. Raises UsageError."""
    if asked.add_ignore is not None and (asked.no_ignores or asked.write_baseline is not None):
        raise UsageError("--add-ignore goes neither with --no-ignores nor with --write-baseline")
    outputs = _outputs(asked)
    try:
        config = configured(asked)
        settings = config.settings
        project = _project(asked, config)
        world = world_of(settings)
        everything = reported(asked, project, config, world)
    except ConfigError as error:
        raise UsageError(str(error)) from error
    if asked.target_stage is not None:
        demand_stage(asked.target_stage, everything)
    empty = not (project.dockerfiles or project.requirements or project.environments)
    mention(asked, config, everything, settings)
    if empty and not everything.failures:
        say(nothing_in(asked))
    report = gated(asked, project, settings, everything)
    whole = not (report.failures or report.crashed or (empty and asked.strict_inputs))
    if asked.write_baseline is not None:
        from torchlint.cli.gate import write_baseline

        return CLEAN if write_baseline(asked.write_baseline, report) and whole else FAILED
    if asked.add_ignore is not None:
        from torchlint.cli.gate import add_ignores

        def again(texts: Mapping[str, bytes]) -> Report:
            return reported(asked, _project(asked, config, texts), config, world)

        report, written = add_ignores(asked.add_ignore, project, everything, report, again)
        whole = whole and written
    if outputs is not None:
        from torchlint.cli.outputs import put

        put(outputs, asked, report, empty=empty)
    elif not empty:
        _show(asked, report)
    return verdict(asked, settings, report) if whole else FAILED


def nothing_in(asked: Check) -> str:
    """What to say where there is nothing to check."""
    where = ", ".join(asked.paths) or "this folder"
    return f"nothing to check in {where}: no Dockerfile, requirements file or conda environment"


def verdict(asked: Check, settings: Settings, report: Report) -> int:
    """The exit code for what was found, where all could be checked."""
    if asked.exit_zero or settings.fail_on == "never":
        return CLEAN
    worst = Severity(settings.fail_on).rank
    counted = any(one.suppressed is None and one.severity.rank <= worst for one in report.findings)
    return FOUND if counted else CLEAN


def _outputs(asked: Check) -> tuple[Output, ...] | None:
    """The reports that were asked for; None for what most runs print, which needs no module of other formats."""
    if not asked.output_format and asked.output_file is None and not asked.statistics:
        return None
    from torchlint.cli.outputs import wanted

    return wanted(asked)


def gated(asked: Check, project: Project, settings: Settings, report: Report) -> Report:
    """What the options leave of a report."""
    if settings.baseline and asked.write_baseline is None:
        from torchlint.cli.gate import without_known

        report = without_known(
            settings.baseline,
            project,
            report,
            rules=rules_of(asked.pack),
            show_suppressed=asked.show_suppressed,
            verbose=None if asked.quiet else asked.verbose,
        )
    least, surest = Severity(asked.min_severity).rank, _CONFIDENCES.index(asked.min_confidence)
    report = report._replace(
        findings=tuple(
            one
            for one in report.findings
            if one.severity.rank <= least and _CONFIDENCES.index(one.confidence.value) <= surest
        )
    )
    if asked.diff_against is not None:
        from torchlint.cli.gate import on_changed_lines

        report = on_changed_lines(asked.diff_against, report, quiet=asked.quiet)
    return report


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


def demand_stage(named: str, report: Report) -> None:
    """Raise UsageError if Dockerfiles were read and none has that stage: then nothing was judged as was asked."""
    stages = [stage for build in report.builds for stage in build.stages]
    names = [stage.name for stage in stages if stage.name is not None]
    numbers = [str(stage.index) for stage in stages]
    if stages and named.lower() not in (*(name.lower() for name in names), *numbers):
        raise UsageError(f"--target-stage {named}: no Dockerfile that was read has such a stage{meant(named, names)}")


def operands(asked: Check, config: Config) -> tuple[str, ...]:
    """The paths to check."""
    paths = asked.paths or (".",)
    if asked.affected:
        from torchlint.affected import with_users

        paths = with_users(paths, config.settings_for)
    return paths


def _project(asked: Check, config: Config, texts: Mapping[str, bytes] | None = None) -> Project:
    """What is to be checked; `texts` stand for the files at their paths."""
    return read(
        operands(asked, config),
        settings_for=config.settings_for,
        overlay=texts,
        stdin_name=asked.stdin_filename,
        context=asked.context,
        partial=asked.context_partial,
        force_exclude=asked.force_exclude,
    )


def world_of(settings: Settings) -> World:
    """What is known on the day to judge by. Says so if that is much later than the knowledge."""
    # This is where the day enters; below, every day is a value.
    world = World(settings.as_of or time.strftime("%Y-%m-%d"))
    if world.stale:
        say("what this version knows of releases is more than 120 days old; newer ones are unknown to it")
    return world


def reported(asked: Check, project: Project, config: Config, world: World) -> Report:
    """All that there is to say."""
    # A project asks little of its settings, but they are those of the Config that it was read with.
    settings_for: Any = project.settings_for
    settings = config.settings

    def more_rules(path: str) -> bool:
        return bool(config.missed_packs(settings_for(path)))

    report = check(
        project,
        world=world,
        selection=by_settings(settings_for),
        show_suppressed=asked.show_suppressed or asked.no_ignores,
        require_reason=settings.require_reason,
        shell=lambda path: bool(settings_for(path).shell),
        rules=rules_of(asked.pack),
        more_rules=more_rules,
    )
    return _without_ignores(report) if asked.no_ignores else report


def _without_ignores(report: Report) -> Report:
    return report._replace(
        findings=tuple(finding._replace(suppressed=None) for finding in report.findings),
        counts=report.counts._replace(suppressed=0),
    )


def mention(asked: Check, config: Config, report: Report, settings: Settings) -> None:
    """Say on standard error what is about the run and not about the files' content."""
    for failure in report.failures:
        say(f"{failure.path}: {failure.message}{_command_meant(asked, failure.path)}")
    for crash in report.crashed:
        say(f"{crash.told}; the rest was checked{'' if crash.pack else '. Please report this line'}")
    for name in (*(settings.select or ()), *settings.extend_select):
        if settings.shell or not name.startswith(("SC", "shell")):
            continue
        from torchlint.shellcheck.codes import is_name

        if is_name(name):
            say(f"{name} is a matter of ShellCheck, which is asked only with --shell or shell = true")
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


def _show(asked: Check, report: Report) -> None:
    """What most runs print."""
    from torchlint.report import full

    dress = dress_of(sys.stdout, asked.color)
    show(full.render(report, dress.layout._replace(quiet=asked.quiet, verbose=asked.verbose)), dress)

"""What counts and what does not: known findings, changed lines, and comments that are put where findings are."""

from __future__ import annotations

import os

from torchlint import baseline, catalog
from torchlint.adding_ignores import additions
from torchlint.cli.arguments import UsageError
from torchlint.cli.streams import save, say
from torchlint.project import STANDARD_INPUT
from torchlint.project.files import Files, exists, read_bytes, reason
from torchlint.project.writing import WriteRefused
from torchlint.report.summary import counted
from torchlint.selection import by_settings
from torchlint.subjects import requirements
from torchlint.text import apply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from torchlint.baseline import Held
    from torchlint.catalog import Entry
    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.project import Project

_LIMIT = 64 * 1024 * 1024
_MOST_LISTED = 5


def without_known(
    path: str,
    project: Project,
    report: Report,
    *,
    rules: Iterable[Entry],
    show_suppressed: bool,
    verbose: bool | None,
) -> Report:
    """The report without what the baseline at `path` holds. Says what is gone: briefly, with `verbose` all of it, with
    None nothing. `rules` are those that were to choose from. Raises UsageError."""
    shown = Files().shown(os.path.abspath(path))
    try:
        text = read_bytes(path, _LIMIT).decode("utf-8-sig")
        held = baseline.read(text, shown)
    except OSError as error:
        raise UsageError(f"{shown}: {reason(error, path)}; --write-baseline writes a baseline") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown}: is not UTF-8 text") from error
    except baseline.BaselineError as error:
        raise UsageError(str(error)) from error
    if held.folder != _folder_of(path):
        raise UsageError(f"{shown}: its paths are seen from {held.folder}; run torchlint there, or write it anew here")
    report, gone = baseline.applied(report, held, show_suppressed=show_suppressed)
    missed = _surely_gone(gone, project, report, {entry.name: entry for entry in rules})
    if missed and verbose is not None:
        listed = missed if verbose else missed[:_MOST_LISTED]
        more = f" and {len(missed) - len(listed)} more" if len(missed) > len(listed) else ""
        names = ", ".join(f"{one.path} {one.rule}" for one in listed)
        say(f"{shown}: {counted(len(missed), 'finding')} gone, write it anew to make it shorter: {names}{more}")
    return report


def _folder_of(path: str) -> str:
    """Where torchlint runs, seen from the folder of a baseline."""
    beside = os.path.dirname(os.path.realpath(path))
    try:
        return os.path.relpath(os.path.realpath(os.curdir), beside).replace(os.sep, "/")
    except ValueError:  # another drive
        return os.path.realpath(os.curdir).replace(os.sep, "/")


def _surely_gone(gone: Iterable[Held], project: Project, report: Report, rules: Mapping[str, Entry]) -> list[Held]:
    """Those whose file was checked for them in this run, or is there no more."""
    settings_for: Any = project.settings_for
    wants = by_settings(settings_for)
    read = paths_read(project, report)
    crashed = {crash.rule for crash in report.crashed}

    def sure(held: Held) -> bool:
        entry = rules.get(held.rule) or catalog.find(held.rule)
        if entry is None or not exists(project.lies(held.path)):
            return True
        if not entry.module and (report.failures or not settings_for(held.path).shell):
            return False  # ShellCheck was not asked, or perhaps gave no answer.
        return held.path in read and wants(entry, held.path) and not crashed & {held.rule, "prediction"}

    return [held for held in gone if sure(held)]


def paths_read(project: Project, report: Report) -> dict[str, bool]:
    """Every file that was checked; True for those that are read line by line, where a comment may stand above each."""
    listed = (*project.environments, *(file.source for file in requirements(project, report.builds)))
    return {**{source.path: True for source in listed}, **{build.source.path: False for build in report.builds}}


def write_baseline(path: str, report: Report) -> bool:
    """Write what counts to a baseline and say so. False, and no file, if not everything could be judged."""
    if report.failures or report.crashed:
        say(f"{path}: the baseline was not written, since not everything could be checked")
        return False
    found = [finding for finding in report.findings if finding.suppressed is None]
    save(path, baseline.written(found, _folder_of(path)))
    say(f"{path}: {counted(len(found), 'finding')} written; --baseline {path} leaves them out")
    return True


def on_changed_lines(revision: str, report: Report, *, quiet: bool) -> Report:
    """The findings on lines that were changed since a git revision. Raises UsageError."""
    from torchlint.changed_lines import Changes, GitError, only

    try:
        found = only(report, Changes(revision, os.curdir).of)
    except GitError as error:
        raise UsageError(f"--diff-against {error}") from error
    left_out = sum(finding.suppressed is None for finding in set(report.findings).difference(found))
    if left_out and not quiet:
        say(f"findings on lines not changed since {revision}, left out: {left_out}")
    return report._replace(findings=found)


def add_ignores(
    why: str, project: Project, everything: Report, report: Report, again: Callable[[Mapping[str, bytes]], Report]
) -> tuple[Report, bool]:
    """Put comments above what the report holds, in every file where they silence it and bring nothing new.

    `everything`: the report before anything was left out of it; `again` makes that anew with other texts in the place
    of files. Gives the report of what is left, and whether every file could be written. Raises UsageError.
    """
    if any(source.path == STANDARD_INPUT for source in (one.source for one in project.dockerfiles)):
        raise UsageError("--add-ignore writes files; - (standard input) is none")
    words = " ".join(why.split())
    if words.endswith("\\") or not words.isprintable():
        raise UsageError("--add-ignore: the reason must be one line of plain words")
    lists = [path for path, by_line in paths_read(project, report).items() if by_line]
    added = additions(report, words, lists)
    texts = {source: apply(source.text, made) for source, made in added.edits.items()}
    before = _counted(everything)
    while texts:
        after = _counted(again({project.lies(one.path): text.encode("latin-1") for one, text in texts.items()}))
        wrong = [one for name, one in after.items() if name not in before or name in added.silences]
        spoilt = {one.at.source.path for one in wrong}
        if not {source.path for source in texts} & spoilt:
            break
        for finding in {(one.rule, one.message): one for one in wrong}.values():
            say(f"{finding.at.source.path}: no comment was added, {finding.rule} would still say: {finding.message}")
        texts = {source: text for source, text in texts.items() if source.path not in spoilt}
    done = set()
    for source, text in texts.items():
        try:
            project.write(source, text)
            done.add(source.path)
        except WriteRefused as error:
            say(f"{error.path}: {error.why}; no comment was added")
    left = tuple(
        one for one in report.findings if one.at.source.path not in done or one.fingerprint not in added.silences
    )
    silenced = len(report.findings) - len(left)
    unsaid = sum(one.suppressed is None for one in left)
    rest = f"; {counted(unsaid, 'finding')} left" if unsaid else ""
    say(f"comments that silence {counted(silenced, 'finding')} added to {counted(len(done), 'file')}{rest}")
    return report._replace(findings=left), len(done) == len(texts)


def _counted(report: Report) -> dict[str, Finding]:
    return {finding.fingerprint: finding for finding in report.findings if finding.suppressed is None}

"""What a run that fixes sees: files and findings, with texts in the place of files, and what it may change."""

from __future__ import annotations

import os
import sys

from torchlint import catalog
from torchlint.check import check
from torchlint.cli import checking
from torchlint.cli.configuring import rules_of
from torchlint.fix.shapes import Seen, Wishes
from torchlint.project import STANDARD_INPUT, read
from torchlint.project.files import LIMIT
from torchlint.selection import by_settings, precision

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torchlint.check import Report
    from torchlint.cli.asked import Check
    from torchlint.config import Config, Settings
    from torchlint.findings import Finding
    from torchlint.fix.shapes import Mended
    from torchlint.project import Project
    from torchlint.text import Source
    from torchlint.world import World


class View:
    """Reads and checks for one run, with texts in the place of files. `unsaved`: texts of an editor, by path."""

    def __init__(self, asked: Check, config: Config, unsaved: Mapping[str, bytes] | None = None) -> None:
        self.unsaved = unsaved or {}
        self.asked = asked._replace(quiet=True)
        self.config = config
        self.settings_for = config.settings_for
        self.settings: Settings = config.settings
        self.world: World = checking.world_of(self.settings)
        self.paths = checking.operands(asked, config)
        self.from_stdin = STANDARD_INPUT in self.paths
        self.first: Project | None = None
        self.roots: tuple[str, ...] = ()
        self.given: bytes | None = None
        self.rules = {entry.name: entry for entry in rules_of(asked.pack)}

    def look(self, texts: Mapping[str, str], only: tuple[str, ...] | None) -> Seen:
        """As `torchlint.fix` asks for it."""
        paths, overlay = self.paths, dict(self.unsaved)
        if self.first is not None and not self.from_stdin:
            overlay |= {self.first.lies(path): text.encode("latin-1") for path, text in texts.items()}
            paths = paths if only is None else tuple(map(self.first.path_of, only))
        project = read(
            paths,
            settings_for=self.settings_for,
            overlay=overlay,
            stdin_name=self.asked.stdin_filename,
            stdin=lambda: self.stdin(texts),
            context=self.asked.context,
            partial=self.asked.context_partial,
            force_exclude=self.asked.force_exclude,
        )
        everything = checking.reported(self.asked, project, self.config, self.world)
        report = checking.gated(self.asked, project, self.settings, everything)
        if self.first is None:
            self.first = project
            self.roots = tuple(_roots(project))
        return Seen(project, report, self.guard(project, everything), self.world)

    def stdin(self, texts: Mapping[str, str]) -> bytes:
        """Standard input, or the text that stands for it."""
        for text in texts.values():
            return text.encode("latin-1")
        if self.given is None:
            self.given = sys.stdin.buffer.read(LIMIT + 1)
        return self.given

    def guard(self, project: Project, everything: Report) -> Report:
        """What a fix must not bring: all that the rules would say that were not chosen for this run only."""

        def widened(path: str) -> Settings:
            settings = self.settings_for(project.lies(path))
            chosen = (*settings.extend_select, *(settings.select or ()))
            profile = "default" if settings.profile == "min" else settings.profile
            return settings._replace(select=None, extend_select=chosen, profile=profile)

        narrow = (settings.select is not None or settings.profile == "min" for settings in self.of_files(project))
        if not any(narrow):
            return everything
        return check(
            project,
            world=self.world,
            selection=by_settings(widened),
            rules=tuple(self.rules.values()),
            shell=lambda path: widened(path).shell,
        )

    def of_files(self, project: Project) -> Iterator[Settings]:
        """The settings of every file that was read for its own sake."""
        sources = (*(one.source for one in project.dockerfiles), *project.requirements, *project.environments)
        return (self.settings_for(project.lies(source.path)) for source in sources)

    def wishes(self) -> Wishes:
        """What the settings allow."""
        return Wishes(self.fixable, self.unsafe, self.closed)

    def of(self, finding: Finding) -> Settings:
        assert self.first is not None, "nothing was found before anything was read"
        return self.settings_for(self.first.lies(finding.at.source.path))

    def fixable(self, finding: Finding) -> bool:
        """As `select` and `ignore` do, the most precise of `fixable` and `unfixable` decides."""
        settings, entry = self.of(finding), self.rules.get(finding.rule) or catalog.find(finding.rule)
        assert entry is not None, "what was found is of a rule"
        wanted = 1 if settings.fixable is None else precision(entry, settings.fixable)
        return wanted > precision(entry, settings.unfixable)

    def unsafe(self, finding: Finding) -> bool:
        return self.of(finding).unsafe_fixes

    def closed(self, source: Source) -> str:
        assert self.first is not None, "nothing was found before anything was read"
        if self.from_stdin:
            own = {one.source.path for one in (self.first.dockerfiles)}
            own |= {one.path for one in (*self.first.requirements, *self.first.environments)}
            return "" if source.path in own else "is not what standard input holds, and only that is fixed"
        where = os.path.realpath(self.first.lies(source.path))
        inside = any(where.startswith(root.rstrip(os.sep) + os.sep) for root in self.roots)
        return "" if inside else "lies outside of the project, at the end of a link; name the file itself to change it"

    def result(self, mended: Mended) -> bytes:
        """Standard input as it is after all fixes."""
        for group in mended.groups:
            for one in group:
                return one.text.encode("latin-1")
        return self.given or b""


def _roots(project: Project) -> Iterator[str]:
    """The folders that a fix may write in: those that were named or hold what was named, their repositories, and the
    build contexts."""
    from torchlint.project.ignored import repository

    sources = (*(one.source for one in project.dockerfiles), *project.requirements, *project.environments)
    folders = {os.path.dirname(project.path_of(source.path)) for source in sources}
    folders |= {project.lies(one.context.root) for one in project.dockerfiles if one.context.root != STANDARD_INPUT}
    for folder in sorted(map(os.path.realpath, folders)):
        yield folder
        above = repository(folder)
        if above is not None:
            yield above

"""What is seen of the open documents: checked together with the files that belong to them, and kept until something
changes."""

from __future__ import annotations

import os
from contextlib import redirect_stderr
from io import StringIO

from torchlint.cli.arguments import UsageError
from torchlint.cli.asked import Check
from torchlint.cli.configuring import configured
from torchlint.cli.looking import View
from torchlint.config import ConfigError
from torchlint.model.build import predict
from torchlint.project import read
from torchlint.project.discovery import DOCKERFILE, walk
from torchlint.project.files import Files
from torchlint.project.ignored import repository
from torchlint.record import NamedTuple
from torchlint.world import World

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.fix.shapes import Seen
    from torchlint.model.build import Build
    from torchlint.project import Project
    from torchlint.server.documents import State


class Sight(NamedTuple):
    """Files that belong together, `paths`, as they were seen in a state. `trouble`: why they could not be checked, ""
    if they were. `notes`: what a person should know of the run, a line each."""

    state: State
    paths: frozenset[str]
    view: View | None
    seen: Seen | None
    trouble: str
    notes: tuple[str, ...]


class _Known(NamedTuple):
    """A Dockerfile, the files that were read to predict it, and the requirements files among them; without links."""

    path: str
    reads: frozenset[str]
    requirements: frozenset[str]


class Sights:
    """Looks at documents when asked. Only for one thread at a time."""

    def __init__(self, packs: tuple[str, ...] = ()) -> None:
        self._packs = packs
        self._known: dict[str, _Known] = {}
        self._held: dict[str, Sight] = {}

    def of(self, path: str, state: State) -> Sight | None:
        """What is seen of a file and all that belongs to it; None if there is nothing to check."""
        held = self._held.get(path)
        paths = self.together(path, state)
        if held is not None and held.state.number == state.number and paths <= held.paths:
            return held
        sight = self._look(paths, state) if paths else None
        # A look shows what a Dockerfile reads now, and so who else belongs to it.
        while sight is not None and not (wider := self.together(path, state)) <= paths:
            paths = paths | wider
            sight = self._look(paths, state)
        self._held = {each: one for each, one in self._held.items() if each in state.documents and each != path}
        if sight is not None:
            opened = (each for each in (*sight.paths, path) if each in state.documents)
            self._held.update(dict.fromkeys(opened, sight))
        return sight

    def together(self, path: str, state: State) -> frozenset[str]:
        """Those that are checked with a file: open documents, and Dockerfiles on disk that read one of these."""
        opened = {os.path.realpath(each): each for each in state.documents}
        for where, each in opened.items():
            if state.checked(each) and state.documents[each].kind == DOCKERFILE:
                known = self._known.get(where)
                self._known[where] = known._replace(path=each) if known else _Known(each, frozenset(), frozenset())
        bonds = {
            where: known.requirements | (known.reads & opened.keys())
            for where, known in self._known.items()
            if where in opened or (not known.reads.isdisjoint(opened) and os.path.isfile(known.path))
        }
        found = {os.path.realpath(path)}
        waiting = dict(bonds)
        while tied := [where for where, files in waiting.items() if where in found or not files.isdisjoint(found)]:
            for where in tied:
                found |= {where, *waiting.pop(where)}
        paths = {each for where, each in opened.items() if where in found and state.checked(each)}
        return frozenset(paths | {self._known[where].path for where in bonds if where in found})

    def unknown_beside(self, path: str, folders: Iterable[str]) -> Iterator[str]:
        """Dockerfiles not yet looked at in the repository of a file, or in that of `folders` that holds it."""
        folder = os.path.dirname(path)
        holding = [root for root in folders if path.startswith(root.rstrip(os.sep) + os.sep)]
        root = repository(folder) or max(holding, key=len, default=None)
        if root is None:
            return
        try:
            settings_for = configured(Check(pack=self._packs)).settings_for
            for found, kind in walk(root, Files(), settings_for, []):
                if kind == DOCKERFILE and os.path.realpath(found) not in self._known:
                    yield found
        except ConfigError:  # The check of the document itself says so.
            return

    def learn(self, path: str, state: State) -> None:
        """Find out which files a Dockerfile reads."""
        try:
            config = configured(Check(pack=self._packs))
            project = read((path,), settings_for=config.settings_for, overlay=state.overlay, force_exclude=True)
        except ConfigError:
            return
        self._note(project, [predict(one, project, World()) for one in project.dockerfiles])

    def _look(self, paths: frozenset[str], state: State) -> Sight:
        said = StringIO()
        view = seen = None
        trouble = ""
        with redirect_stderr(said):
            try:
                asked = Check(tuple(sorted(paths)), pack=self._packs, force_exclude=True)
                config = configured(asked)
                view = View(asked, config, state.overlay)
                seen = view.look({}, None)
            except (ConfigError, UsageError) as error:
                trouble = str(error)
        notes = [line.removeprefix("torchlint: ") for line in said.getvalue().splitlines()]
        if seen is not None:
            self._note(seen.project, seen.report.builds)
            notes += [*config.notes, *seen.report.notes]
            notes += [f"{failure.path}: {failure.message}" for failure in seen.report.failures]
            notes += [f"{crash.told}; the rest was checked" for crash in seen.report.crashed]
        return Sight(state, paths, view, seen, trouble, tuple(dict.fromkeys(notes)))

    def _note(self, project: Project, builds: Iterable[Build]) -> None:
        """Remember what each build reads; of several in one project only that they read certain requirements."""
        every = tuple(builds)
        for build in every:
            path = project.path_of(build.source.path)
            where = os.path.realpath(path)
            lines = frozenset(os.path.realpath(project.lies(file.source.path)) for file in build.requirements)
            if len(every) == 1:
                reads = frozenset(project.files_read()) - {where}
            else:
                known = self._known.get(where)
                reads = (known.reads if known is not None else frozenset()) | lines
            self._known[where] = _Known(path, reads, lines)

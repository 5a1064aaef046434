"""When to look at documents, and telling the editor what was seen: as soon as nobody types, in a thread of its own."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

from lsprotocol import types

from torchlint.server.actions import Superseded
from torchlint.server.diagnostics import of_sight
from torchlint.server.documents import path_of, uri_of
from torchlint.server.sights import Sights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from typing import Any, TypeVar

    from pygls.lsp.server import LanguageServer

    from torchlint.server.diagnostics import Abilities
    from torchlint.server.documents import Documents, State
    from torchlint.server.sights import Sight

    T = TypeVar("T")

QUIET = 0.02
"""Seconds without a change after which documents are looked at."""


class Rounds:
    """Looks at the documents of one editor. The engine works in one thread; all else is done between messages."""

    def __init__(
        self, editor: LanguageServer, documents: Documents, able: Abilities, packs: tuple[str, ...] = ()
    ) -> None:
        self.editor = editor
        self.documents = documents
        self.able = able
        self.sights = Sights(packs)
        self._worker = ThreadPoolExecutor(1, "torchlint")
        self._due: dict[str, None] = {}
        self._quiet_at = 0.0
        self._checking = False
        self._tasks: set[asyncio.Task[None]] = set()
        # For each file with diagnostics: those that were looked at together for them, and what was said.
        self._published: dict[str, tuple[frozenset[str], list[types.Diagnostic]]] = {}
        self._noted: set[str] = set()
        self._trouble = ""

    def end(self) -> None:
        """Look no more."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def look_at(self, paths: Iterable[str]) -> None:
        """Look at documents as soon as nobody types."""
        self._due.update(dict.fromkeys(paths))
        self._quiet_at = asyncio.get_running_loop().time() + QUIET
        if self._due and not self._checking:
            self._checking = True
            self._start(self._check())

    def forget(self, path: str) -> None:
        """A document was closed: look at those that were looked at with it, and take back what only it led to."""
        self._due.pop(path, None)
        with_it = {each for each, (paths, _) in self._published.items() if path in paths}
        left = {one for each in with_it for one in self._published[each][0] if one in self.documents.state.documents}
        self.look_at(sorted(left))
        if not left:
            self._take_back(with_it)

    def search(self, path: str, folders: Iterable[str]) -> None:
        """Find the Dockerfiles that read a document, and look at them too."""
        self._start(self._search(path, tuple(folders)))

    def learn(self, paths: Iterable[str]) -> None:
        """Find out anew what Dockerfiles read, before the next look."""
        for path in paths:
            self._start(self._learn(path))

    async def answer(self, uri: str, found: Callable[[Sight, str, Callable[[], bool]], T]) -> T | None:
        """What `found` makes of a document as it is now: it is given what is seen, the path, and a question that is
        True once nobody waits any more. None if the document is not checked, or changes meanwhile."""
        path, state = path_of(uri), self.documents.state
        if path is None or not state.checked(path):
            return None
        waited_for = True

        def stopped() -> bool:
            return not waited_for or self.documents.state.number != state.number

        def job() -> T | None:
            if stopped():
                return None
            sight = self.sights.of(path, state)
            try:
                return None if sight is None or sight.seen is None else found(sight, path, stopped)
            except Superseded:
                return None

        try:
            return await self._work(job)
        finally:
            waited_for = False

    def confess(self, where: str, error: BaseException) -> None:
        """Log a mistake of torchlint's own."""
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        line = "" if frame is None else f" ({os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno})"
        said = f"internal error in {where}: {type(error).__name__}: {error}{line}"
        self.editor.window_log_message(types.LogMessageParams(types.MessageType.Error, said))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, job: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, job)

    async def _check(self) -> None:
        try:
            while self._due:
                rest = self._quiet_at - asyncio.get_running_loop().time()
                if rest > 0:
                    await asyncio.sleep(rest)
                else:
                    await self._check_next()
        finally:
            self._checking = False

    async def _check_next(self) -> None:
        path = next(iter(self._due))
        del self._due[path]
        state = self.documents.state
        try:
            sight, found = await self._work(lambda: self._looked(path, state))
        except Exception as error:
            self.confess(f"the check of {path}", error)
            return
        if sight is None:
            self._publish(frozenset((path,)), {})
            return
        if self.documents.state.number == state.number:
            for each in sight.paths:
                self._due.pop(each, None)
        if self._due.keys().isdisjoint(sight.paths):  # else there is something newer to look at
            self._mention(sight)
            self._publish(sight.paths, found)

    def _looked(self, path: str, state: State) -> tuple[Sight | None, dict[str, list[types.Diagnostic]]]:
        sight = self.sights.of(path, state)
        return sight, {} if sight is None else of_sight(sight, self.able)

    async def _search(self, path: str, folders: tuple[str, ...]) -> None:
        try:
            unknown = await self._work(lambda: list(self.sights.unknown_beside(path, folders)))
        except Exception as error:
            self.confess(f"the search beside {path}", error)
            return
        for each in unknown:  # one after the other, so that nothing waits for all of them
            await self._learn(each)
        if unknown and path in self.documents.state.documents:
            self.look_at((path,))

    async def _learn(self, path: str) -> None:
        state = self.documents.state
        try:
            await self._work(lambda: self.sights.learn(path, state))
        except Exception as error:
            self.confess(f"the reading of {path}", error)

    def _publish(self, paths: frozenset[str], found: dict[str, list[types.Diagnostic]]) -> None:
        """Tell what was found in files that were looked at together, and take back what is no longer said."""
        for path, diagnostics in found.items():
            before = self._published.get(path, (paths, []))[1]
            if path in self.documents.state.documents or diagnostics != before:
                self._tell(path, diagnostics)
            self._published[path] = (paths, diagnostics)
        self._take_back([path for path, (others, _) in self._published.items() if path not in found and others & paths])

    def _take_back(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._tell(path, [])
            del self._published[path]

    def _tell(self, path: str, diagnostics: list[types.Diagnostic]) -> None:
        document = self.documents.state.documents.get(path)
        uri, version = (uri_of(path), None) if document is None else (document.uri, document.version)
        self.editor.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def _mention(self, sight: Sight) -> None:
        if sight.trouble and sight.trouble != self._trouble:
            said = types.ShowMessageParams(types.MessageType.Error, f"torchlint: {sight.trouble}")
            self.editor.window_show_message(said)
        self._trouble = sight.trouble
        for note in sight.notes:
            if note not in self._noted:
                self._noted.add(note)
                self.editor.window_log_message(types.LogMessageParams(types.MessageType.Warning, note))

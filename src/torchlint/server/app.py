"""The conversation with the editor: which message is answered how."""

from __future__ import annotations

import os

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from torchlint.project.discovery import DOCKERFILE, kind_of
from torchlint.server.actions import KINDS, Actions, Wanted
from torchlint.server.diagnostics import Abilities, Shown, at, source_of
from torchlint.server.documents import UTF16, Change, Documents, Where, path_of
from torchlint.server.hover import hint
from torchlint.server.rounds import Rounds
from torchlint.server.wire import Input, Wire
from torchlint.text import Span
from torchlint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, BinaryIO

    from torchlint.server.sights import Sight

_WATCHED = (
    "**/{torchlint,.torchlint,pyproject}.toml",
    "**/*{ockerfile,ontainerfile}*",
    "**/*.{txt,in,yml,yaml,lock,dockerignore}",
    "**/.dockerignore",
)


def serve(stdin: BinaryIO, stdout: BinaryIO, packs: tuple[str, ...] = ()) -> int:
    """Talk until the editor ends it or is gone; 0 if it said so in order."""
    server = Server(packs)
    try:
        server.start_io(Input(stdin), stdout)  # type: ignore[arg-type]  # it reads, and no more is asked of it
    finally:
        server.rounds.end()
    return 0 if server.leaving else 1


class Server(LanguageServer):
    """The server of one editor. `markdown`: the editor shows it as more than text; `leaving`: it said `shutdown`."""

    def __init__(self, packs: tuple[str, ...] = ()) -> None:
        super().__init__("torchlint", __version__, protocol_cls=Wire)
        self.documents = Documents()
        self.rounds = Rounds(self, self.documents, Abilities(UTF16), packs)
        self.markdown = True
        self.leaving = False
        _listen(self)

    def initialize(self, params: types.InitializeParams) -> None:
        """Learn what the editor can do, and run where its project lies, as paths in messages are seen from there."""
        units: Any = self.workspace.position_encoding
        self.documents.units = str(getattr(units, "value", units) or UTF16)
        text, space = params.capabilities.text_document, params.capabilities.workspace
        publish = text.publish_diagnostics if text is not None else None
        edit = space.workspace_edit if space is not None else None
        hover = text.hover if text is not None else None
        self.rounds.able = Abilities(
            self.documents.units,
            related=bool(publish is not None and publish.related_information),
            tags=bool(publish is not None and publish.tag_support is not None),
            versions=bool(edit is not None and edit.document_changes),
        )
        formats = hover.content_format if hover is not None else None
        self.markdown = formats is None or types.MarkupKind.Markdown in formats
        uris = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        for folder in filter(None, map(path_of, uris)):
            try:
                os.chdir(folder)
                return
            except OSError:
                continue

    def initialized(self) -> None:
        """Ask to be told of files that change on disk."""
        space = self.client_capabilities.workspace
        watching = space.did_change_watched_files if space is not None else None
        if watching is None or not watching.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        self.client_register_capability(types.RegistrationParams([registration]))

    def open(self, item: types.TextDocumentItem) -> None:
        """A document was opened."""
        document = self.documents.open(item.uri, item.language_id, item.version, item.text)
        if document is not None:
            self.rounds.look_at((document.path,))
            if document.kind != DOCKERFILE:
                self.rounds.search(document.path, filter(None, map(path_of, self.workspace.folders)))

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A document was changed."""
        changes = [_change(one) for one in params.content_changes]
        document = self.documents.change(params.text_document.uri, params.text_document.version, changes)
        if document is not None:
            self.rounds.look_at((document.path,))

    def close(self, uri: str) -> None:
        """A document was closed."""
        gone = self.documents.close(uri)
        if gone is not None:
            self.rounds.forget(gone.path)

    def files_changed(self, paths: Iterable[str | None]) -> None:
        """Files changed on disk: what is said of the same texts may be other now."""
        self.documents.touch()
        self.rounds.learn(path for path in paths if path and kind_of(os.path.basename(path)) == DOCKERFILE)
        self.rounds.look_at(self.documents.state.documents)

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What there is to say of a place."""

        def found(sight: Sight, path: str, _: Callable[[], bool]) -> types.Hover | None:
            shown = Shown(sight, self.rounds.able)
            source = source_of(sight, path, shown)
            if source is None:
                return None
            offset = shown.places(source).offset(_where(params.position))
            said = hint(sight, source.path, offset, at(sight, path, Span(offset, offset), shown))
            if said is None:
                return None
            kind = types.MarkupKind.Markdown if self.markdown else types.MarkupKind.PlainText
            return types.Hover(types.MarkupContent(kind, said.text), shown.range(source, said.span))

        return await self.rounds.answer(params.text_document.uri, found)

    async def code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        """What can be done at a place."""

        def found(sight: Sight, path: str, stopped: Callable[[], bool]) -> list[types.CodeAction]:
            actions = Actions(sight, self.rounds.able, stopped)
            source = source_of(sight, path, actions.shown)
            if source is None:
                return []
            places = actions.shown.places(source)
            start, end = sorted(places.offset(_where(one)) for one in (params.range.start, params.range.end))
            only = params.context.only
            kinds = None if only is None else tuple(str(getattr(kind, "value", kind)) for kind in only)
            automatic = params.context.trigger_kind == types.CodeActionTriggerKind.Automatic
            return list(actions.of(Wanted(path, Span(start, end), kinds, automatic)))

        return await self.rounds.answer(params.text_document.uri, found)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002  the base class gives it
        """As pygls asks for it: what went wrong with a message."""
        self.rounds.confess("a message", error)


def _where(place: types.Position) -> Where:
    return Where(place.line, place.character)


def _change(one: types.TextDocumentContentChangeEvent) -> Change:
    if isinstance(one, types.TextDocumentContentChangePartial):
        return Change(one.text, (_where(one.range.start), _where(one.range.end)))
    return Change(one.text)


def _listen(server: Server) -> None:
    """Which message goes where."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.initialize(params)

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        server.initialized()

    @server.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.leaving = True

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.open(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.change(params)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        server.files_changed(())

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: types.DidChangeWatchedFilesParams) -> None:
        server.files_changed(path_of(change.uri) for change in params.changes)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await server.hover(params)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=list(KINDS)))
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        return await server.code_actions(params)

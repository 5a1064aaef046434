"""Texts as the editor holds them, and its places in them: lines and columns from 0, in the units agreed upon."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from torchlint.project.discovery import DOCKERFILE, OTHER, REQUIREMENTS, kind_of, kind_of_named
from torchlint.record import NamedTuple
from torchlint.text import MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"
_LINE_END = re.compile(r"\r\n|\n|\r")
_DRIVE = re.compile(r"/[A-Za-z]:")
_TEMPLATE_OF = ("dockerfile", "containerfile")


class Where(NamedTuple):
    """A place as the protocol says it: line and column, both from 0."""

    line: int
    column: int


class Change(NamedTuple):
    """What was typed: `text` in the place of what lay between two places, None for everything."""

    text: str
    between: tuple[Where, Where] | None = None


class Document(NamedTuple):
    """An open document. `text`: the latin-1 image of its UTF-8 bytes, as a Source holds it. `kind`: as what it is
    checked, `OTHER` if not at all."""

    uri: str
    path: str
    version: int
    kind: str
    text: str


class State(NamedTuple):
    """All open documents at one moment, by path. `number` grows with whatever may change what there is to say."""

    number: int
    documents: Mapping[str, Document]

    @property
    def overlay(self) -> dict[str, bytes]:
        """The texts that stand for files."""
        return {path: document.text.encode("latin-1") for path, document in self.documents.items()}

    def checked(self, path: str) -> bool:
        """True for an open document that is checked itself."""
        document = self.documents.get(path)
        return document is not None and document.kind != OTHER


class Places:
    """Places in one text, in both directions. The protocol's lines end at LF, CR LF and CR alone.

    `units`: what columns count. `marked`: a byte order mark is not of the text that the editor shows.
    """

    __slots__ = ("_starts", "_text", "_units")

    def __init__(self, text: str, units: str, *, marked: bool = False) -> None:
        self._text = text
        self._units = units
        first = len(MARK) if marked and text.startswith(MARK) else 0
        self._starts = [first, *(end.end() for end in _LINE_END.finditer(text))]

    def where(self, offset: int) -> Where:
        """The place of the byte at `offset`; of one amid a line end the end of its line."""
        line = max(0, bisect_right(self._starts, offset) - 1)
        start = self._starts[line]
        return Where(line, self._width(self._text[start : max(start, min(offset, self._end(line)))]))

    def offset(self, where: Where) -> int:
        """The byte at a place. Behind the end of a line or of the text it is that end, amid a character its begin."""
        if where.line >= len(self._starts):
            return len(self._text)
        start = self._starts[max(0, where.line)]
        piece = self._text[start : self._end(where.line)]
        column = max(0, where.column)
        if piece.isascii():
            return start + min(column, len(piece))
        passed = width = 0
        for char in _people(piece):
            width += self._units_of(char)
            if width > column:
                break
            passed += len(_bytes(char))
        return start + min(passed, len(piece))

    def _end(self, line: int) -> int:
        if line + 1 == len(self._starts):
            return len(self._text)
        end = self._starts[line + 1] - 1
        return end - 1 if self._text[end - 1 : end + 1] == "\r\n" else end

    def _width(self, piece: str) -> int:
        if piece.isascii() or self._units == UTF8:
            return len(piece)
        return sum(map(self._units_of, _people(piece)))

    def _units_of(self, char: str) -> int:
        if self._units == UTF8:
            return len(_bytes(char))
        return 2 if self._units == UTF16 and char > "\uffff" else 1


def held(text: str) -> str:
    """A text of the editor as a Source holds it; half a surrogate pair, which JSON can say, stays what it is."""
    return text if text.isascii() else _bytes(text).decode("latin-1")


def told(text: str) -> str:
    """The inverse of `held`; bytes that are no text become replacement characters."""
    return text if text.isascii() else _people(text)


def _people(piece: str) -> str:
    data = piece.encode("latin-1")
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class Documents:
    """The open documents. Each change makes a new State; those that were handed out stay as they are."""

    __slots__ = ("state", "units")

    def __init__(self) -> None:
        self.units = UTF16
        self.state = State(0, {})

    def open(self, uri: str, language: str, version: int, text: str) -> Document | None:
        """Take a document; None for one that is no file."""
        path = path_of(uri)
        if path is None:
            return None
        document = Document(uri, path, version, _kind(path, language), held(text))
        self._set({**self.state.documents, path: document})
        return document

    def change(self, uri: str, version: int, changes: Iterable[Change]) -> Document | None:
        """Apply changes in order; None if no such document is open."""
        path = path_of(uri)
        before = None if path is None else self.state.documents.get(path)
        if before is None:
            return None
        text = before.text
        for change in changes:
            text = self._changed(text, change)
        document = before._replace(version=version, text=text)
        self._set({**self.state.documents, before.path: document})
        return document

    def close(self, uri: str) -> Document | None:
        """Let go of a document; None if it was not open."""
        path = path_of(uri)
        documents = dict(self.state.documents)
        gone = None if path is None else documents.pop(path, None)
        if gone is not None:
            self._set(documents)
        return gone

    def touch(self) -> None:
        """Files changed on disk: what was said of the same texts may be other now."""
        self._set(self.state.documents)

    def _set(self, documents: Mapping[str, Document]) -> None:
        self.state = State(self.state.number + 1, documents)

    def _changed(self, text: str, change: Change) -> str:
        if change.between is None:
            return held(change.text)
        places = Places(text, self.units)
        start, end = sorted(map(places.offset, change.between))
        return text[:start] + held(change.text) + text[end:]


def path_of(uri: str) -> str | None:
    """Where the file of a URI lies, absolute and normal; None for what is no file."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file":
        return None
    path = os.fsdecode(unquote_to_bytes(parts.path))
    if os.name == "nt":
        path = f"//{parts.netloc}{path}" if parts.netloc else path[1:] if _DRIVE.match(path) else path
    return None if "\0" in path or not os.path.isabs(path) else os.path.normpath(path)


def uri_of(path: str) -> str:
    """The URI of an absolute path."""
    return Path(path).as_uri()


def _kind(path: str, language: str) -> str:
    """As what an open document is checked: by its name, or as the editor says if the name says nothing."""
    name = os.path.basename(path)
    kind = kind_of(name)
    if kind is not None:
        return kind
    named = kind_of_named(name)
    if named == DOCKERFILE and language == "dockerfile" and not name.lower().startswith(_TEMPLATE_OF):
        return DOCKERFILE
    return REQUIREMENTS if named == REQUIREMENTS and language in ("pip-requirements", "requirements") else OTHER

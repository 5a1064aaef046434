"""Files by their bytes: read once, held as one Source each, and named as people know them."""

from __future__ import annotations

import errno
import os
import stat

from torchlint.record import NamedTuple
from torchlint.text import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEGABYTE = 1024 * 1024
LIMIT = 5 * MEGABYTE
"""Bytes above which a file that is to be checked is refused: people do not write such files."""
BINARY = "is a binary file"
_NOT_PRINTED = bytes(range(9)) + bytes(range(14, 32)) + bytes(range(127, 256))
_SNIFFED = 8192
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Failure(NamedTuple):
    """A path that could not be read, and why. To be printed as `path: message`."""

    path: str
    message: str


class WriteRefused(Exception):
    """A file was not written and is as it was. `path` as shown, `why` in a few words."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class Files:
    """Every file that was read, with the unsaved texts that stand for files or for their newer state.

    Paths go in as the operating system has them, absolute. One file is one Source, whoever asks for it.
    """

    __slots__ = ("_lies", "_overlay", "_sources", "folder")

    def __init__(self, overlay: Mapping[str, bytes] | None = None) -> None:
        try:
            self.folder = os.getcwd()
        except OSError:  # The folder that torchlint runs in was deleted: absolute paths still work.
            self.folder = os.path.abspath(os.sep)
        self._overlay = {self.absolute(path): data for path, data in (overlay or {}).items()}
        self._sources: dict[str, Source] = {}
        self._lies: dict[str, str] = {}

    def absolute(self, path: str) -> str:
        """The path from the root, without `.` and `..`; links stay as they are."""
        return os.path.normpath(os.path.join(self.folder, path))

    def shown(self, path: str) -> str:
        """An absolute path as messages name it: relative to where torchlint runs if it lies there or near, with `/`,
        bytes that are no UTF-8 as escapes."""
        folder = self.folder
        if path == folder:
            name = "."
        elif path.startswith(folder.rstrip(os.sep) + os.sep):
            name = path[len(folder.rstrip(os.sep)) + 1 :]
        else:
            name = self._from_afar(path)
        if os.sep != "/":
            name = name.replace(os.sep, "/")
        return name if name.isascii() else name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

    def _from_afar(self, path: str) -> str:
        try:
            shared = os.path.commonpath((path, self.folder))
            relative = os.path.relpath(path, self.folder)
        except ValueError:  # another drive
            return path
        return relative if os.path.dirname(shared) != shared and len(relative) < len(path) else path

    def lies(self, shown: str) -> str:
        """Where the file of a shown path lies, absolute."""
        return self._lies.get(shown) or self.absolute(shown)

    def overlays(self, path: str) -> bool:
        """True if an unsaved text stands for this absolute path."""
        return path in self._overlay

    def overlay(self, path: str, data: bytes) -> None:
        """Let an unsaved text stand for this absolute path; only before the path was first read."""
        self._overlay[path] = data

    def overlaid_in(self, folder: str) -> Iterator[str]:
        """Names of the unsaved texts directly in a folder."""
        for path in self._overlay:
            if os.path.dirname(path) == folder:
                yield os.path.basename(path)

    def hold(self, shown: str, data: bytes) -> Source | Failure:
        """Text that lies in no file, such as standard input."""
        problem = _problem_of(data, LIMIT)
        return Failure(shown, problem) if problem else Source.from_bytes(shown, data)

    def read(self) -> tuple[str, ...]:
        """The absolute paths of all files that a Source was made of, links resolved."""
        return tuple(os.path.realpath(path) for path in self._sources)

    def source(self, path: str, limit: int = LIMIT) -> Source | Failure:
        """The text of the file at an absolute path: the same Source each time. Up to `limit` bytes, no binary file."""
        where = path
        try:
            if path not in self._overlay and os.path.islink(path):
                where = os.path.realpath(path)
            known = self._sources.get(where)
            if known is not None:
                return known
            data = self._overlay.get(where)
            if data is None:
                data = read_bytes(where, limit)
        except (OSError, ValueError) as error:
            return Failure(self.shown(path), reason(error, path))
        problem = _problem_of(data, limit)
        if problem:
            return Failure(self.shown(path), problem)
        made = Source.from_bytes(self.shown(where), data)
        self._sources[where] = made
        self._lies[made.path] = where
        return made


def exists(path: str) -> bool:
    """True if anything lies at a path, be it a broken link."""
    return os.path.lexists(path)


def is_folder(path: str) -> bool:
    """True if a path is a folder or a link to one."""
    return os.path.isdir(path)


def read_bytes(path: str, limit: int) -> bytes:
    """The bytes of a regular file; OSError for anything else, so that no pipe is waited for, and above `limit`."""
    found = os.stat(path)
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "is neither a file nor a folder", path)
    if found.st_size > limit:
        raise OSError(errno.EFBIG, _too_large(limit), path)
    with open(path, "rb") as file:
        return file.read(limit + 1)


def reason(error: OSError | ValueError, path: str) -> str:
    """Why a path could not be read or written, in a few plain words."""
    if isinstance(error, ValueError):
        return "is no valid path"
    if isinstance(error, FileNotFoundError):
        if os.path.exists(path):  # A link to what has no name, as /dev/stdin is to a pipe.
            return "is neither a file nor a folder"
        return "is a broken link" if os.path.islink(path) else "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    if error.errno == errno.ELOOP:
        return "is a link that leads in a circle"
    return error.strerror or "cannot be read"


def _problem_of(data: bytes, limit: int) -> str:
    if len(data) > limit:
        return _too_large(limit)
    if b"\0" in data[:_SNIFFED] and not data.startswith(_BYTE_ORDER_MARKS) and not _wide_text(data[:_SNIFFED]):
        return BINARY
    return ""


def _wide_text(data: bytes) -> bool:
    """True for what looks like UTF-16 that lost its byte order mark: text for people, if not for the tools that read
    it, so that rules can say so."""
    even, odd = data[0::2], data[1::2]
    zeros, letters = (even, odd) if even.count(0) > odd.count(0) else (odd, even)
    plain = len(letters.translate(None, _NOT_PRINTED))
    return len(data) > 16 and 10 * zeros.count(0) >= 8 * len(zeros) and 10 * plain >= 8 * len(letters)


def _too_large(limit: int) -> str:
    return f"is larger than {limit // MEGABYTE} MB, so it was not read"


def as_text(name: str) -> str:
    """A name of the operating system as the latin-1 image of its bytes, which is how texts hold it."""
    return name if name.isascii() else os.fsencode(name).decode("latin-1")


def as_name(text: str) -> str:
    """The inverse of `as_text`."""
    if text.isascii():
        return text
    try:
        return os.fsdecode(text.encode("latin-1"))
    except UnicodeEncodeError:  # Not read from a file: already as people write it.
        return text

"""What lies below the conversation: bytes from the editor, and what becomes of messages that are none."""

from __future__ import annotations

import re

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO

_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*([0-9]{1,12})[ \t]*\r?\n?", re.IGNORECASE)
_LONGEST = 64 * 1024 * 1024
"""Bytes of a message; no text of an editor is that long."""
_CHUNK = 1024 * 1024
_HEADER = 4096


class Input:
    """Standard input as pygls reads it, with headers in the one form that it knows and no message that is too long."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """The next header line, or a piece of what is none."""
        line = self._stream.readline(_HEADER)
        length = _LENGTH.fullmatch(line)
        if length is not None:
            return b"Content-Length: %d\r\n" % int(length[1])
        # What looks like a length but is no number must not be taken for one.
        return b"-\r\n" if line.lower().startswith(b"content-length") else line

    def read(self, length: int) -> bytes:
        """The next so many bytes; of what is too long only that it was there."""
        if length <= _LONGEST:
            return self._stream.read(length)
        while length > 0:
            piece = self._stream.read(min(length, _CHUNK))
            if not piece:
                return b""
            length -= len(piece)
        return b"null"


class Wire(LanguageServerProtocol):
    """pygls's protocol, but the server keeps the documents itself: pygls counts other characters as line ends than
    editors do. A request that cannot be understood is answered, as somebody waits for it."""

    def __init__(self, server: Any, converter: Any) -> None:
        super().__init__(server, converter)
        for name in (
            types.TEXT_DOCUMENT_DID_OPEN,
            types.TEXT_DOCUMENT_DID_CHANGE,
            types.TEXT_DOCUMENT_DID_CLOSE,
        ):
            del self.fm.builtin_features[name]

    def structure_message(self, data: dict[str, Any]) -> Any:
        """As pygls asks for it."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if isinstance(data.get("id"), (int, str)) and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

"""An editor as a language server sees one: a client over standard input and output, with files open in it.

It counts columns, applies edits and frames messages in its own way, so that the server's is held against another one.
"""

from __future__ import annotations

import json
import os
import queue
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PATIENCE = 60.0
"""Seconds after which a test fails instead of waiting for ever. Nothing passes or fails by being fast."""
_LINE_END = re.compile("\r\n|\r|\n")
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}

CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "tagSupport": {"valueSet": [1, 2]}, "versionSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source.fixAll"]}}},
    },
    "workspace": {
        "workspaceEdit": {"documentChanges": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
}


class Refused(Exception):
    """The server answered with an error."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class Gone(Exception):
    """The server ended."""


class Open(NamedTuple):
    version: int
    text: str


class Editor:
    """One server process, and the documents that are open in it."""

    def __init__(self, root: Path, capabilities: Mapping[str, Any] = CAPABILITIES, program: Sequence[str] = ()) -> None:
        command = program or (sys.executable, "-m", "torchlint", "server")
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=root,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        self.documents: dict[Path, Open] = {}
        self.diagnostics: dict[str, dict[str, Any]] = {}
        self.said: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._answers: dict[int, dict[str, Any]] = {}
        self._last = 0
        self.left = False
        self.errors: list[bytes] = []
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_errors, daemon=True).start()
        self.units = "utf-16"
        self.about: dict[str, Any] = self.request(
            "initialize", {"processId": os.getpid(), "rootUri": root.as_uri(), "capabilities": capabilities}
        )
        self.units = self.about["capabilities"].get("positionEncoding", "utf-16")
        self.notify("initialized", {})

    # Messages

    def send(self, message: Mapping[str, Any]) -> None:
        self.send_bytes(framed(json.dumps({"jsonrpc": "2.0", **message}).encode()))

    def send_bytes(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> int:
        """Send a request, and give its number."""
        self._last += 1
        self.send({"id": self._last, "method": method, "params": params})
        return self._last

    def answer(self, number: int) -> Any:
        """The result of a request. Raises Refused and Gone."""
        self.wait(lambda: number in self._answers)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise Refused(answer["error"]["code"], answer["error"]["message"])
        return answer["result"]

    def request(self, method: str, params: Any = None) -> Any:
        return self.answer(self.ask(method, params))

    def wait(self, done: Callable[[], bool]) -> None:
        """Take messages until something is so."""
        end = time.monotonic() + PATIENCE
        while not done():
            try:
                message = self._messages.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"the server said nothing of it; {self.said[-3:]}, {self.errors[-5:]}") from None
            if message is None:
                raise Gone(b"".join(self.errors).decode())
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            self._answers[message["id"]] = message
        elif message["method"] == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]
        elif "id" in message:
            self.asked.append(message)
            self.send({"id": message["id"], "result": None})
        else:
            self.said.append(message)

    def _read(self) -> None:
        assert self.process.stdout is not None
        stream = self.process.stdout
        while True:
            length = 0
            while (line := stream.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            body = stream.read(length) if length else b""
            if not body:
                self._messages.put(None)
                return
            self._messages.put(json.loads(body))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors.extend(self.process.stderr)

    # Documents

    def open(self, path: Path, text: str | None = None, language: str = "dockerfile") -> None:
        """Open a file, with a text of its own or the one on disk."""
        text = path.read_bytes().decode() if text is None else text
        self.documents[path] = Open(1, text)
        item = {"uri": path.as_uri(), "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def type(self, path: Path, start: int, end: int, text: str) -> None:
        """Replace what lies between two characters, told as a change of that range."""
        before = self.documents[path].text
        change = {"range": {"start": self.position(before, start), "end": self.position(before, end)}, "text": text}
        self._change(path, before[:start] + text + before[end:], change)

    def replace(self, path: Path, text: str) -> None:
        """Replace all of a text, told as a whole."""
        self._change(path, text, {"text": text})

    def _change(self, path: Path, text: str, change: dict[str, Any]) -> None:
        version = self.documents[path].version + 1
        self.documents[path] = Open(version, text)
        params = {"textDocument": {"uri": path.as_uri(), "version": version}, "contentChanges": [change]}
        self.notify("textDocument/didChange", params)

    def close(self, path: Path) -> None:
        del self.documents[path]
        self.notify("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})

    def save(self, path: Path) -> None:
        path.write_bytes(self.documents[path].text.encode())
        self.notify("textDocument/didSave", {"textDocument": {"uri": path.as_uri()}})

    def findings(self, path: Path) -> list[dict[str, Any]]:
        """What is said of the text that a document has now, hints left out."""
        version = self.documents[path].version
        self.wait(lambda: self.diagnostics.get(path.as_uri(), {}).get("version") == version)
        return [one for one in self.diagnostics[path.as_uri()]["diagnostics"] if one["severity"] < 4]

    def rules(self, path: Path) -> list[str]:
        return sorted(str(one.get("code")) for one in self.findings(path))

    def until(self, path: Path, done: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
        """What is said of a file once it is so, whether or not it is open."""
        found: list[dict[str, Any]] = []

        def settled() -> bool:
            found[:] = self.diagnostics.get(path.as_uri(), {}).get("diagnostics", [])
            return path.as_uri() in self.diagnostics and done(found)

        self.wait(settled)
        return found

    def hover(self, path: Path, words: str) -> str:
        """What is shown at the first letter of some words in a document."""
        self.findings(path)
        text = self.documents[path].text
        where = self.position(text, text.index(words))
        found = self.request("textDocument/hover", {"textDocument": {"uri": path.as_uri()}, "position": where})
        return "" if found is None else str(found["contents"]["value"])

    def actions(self, path: Path, words: str = "", only: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """What can be done at some words in a document; without any, in all of it."""
        self.findings(path)
        text = self.documents[path].text
        start, end = (text.index(words),) * 2 if words else (0, len(text))
        params = {
            "textDocument": {"uri": path.as_uri()},
            "range": {"start": self.position(text, start), "end": self.position(text, end)},
            "context": {"diagnostics": [], **({} if only is None else {"only": list(only)})},
        }
        return self.request("textDocument/codeAction", params) or []

    def applied(self, edit: Mapping[str, Any]) -> dict[Path, str]:
        """The texts of all files that an edit changes, as they are after it."""
        if "documentChanges" in edit:
            groups = [(each["textDocument"], each["edits"]) for each in edit["documentChanges"]]
        else:
            groups = [({"uri": uri}, edits) for uri, edits in edit["changes"].items()]
        texts = {}
        for document, edits in groups:
            path = Path(url2pathname(urlsplit(document["uri"]).path))
            opened = self.documents.get(path)
            if "documentChanges" in edit:
                assert document["version"] == (opened.version if opened else None)
            text = opened.text if opened else path.read_bytes().decode("utf-8-sig")
            spans = [(self.index(text, one["range"]["start"]), self.index(text, one["range"]["end"])) for one in edits]
            assert all(first[1] <= second[0] for first, second in zip(sorted(spans), sorted(spans)[1:], strict=False))
            for (start, end), one in sorted(zip(spans, edits, strict=True), key=lambda pair: pair[0], reverse=True):
                text = text[:start] + one["newText"] + text[end:]
            texts[path] = text
        return texts

    # Places

    def position(self, text: str, index: int) -> dict[str, int]:
        """The place of a character."""
        codec, size = _CODECS[self.units]
        starts = [0, *(end.end() for end in _LINE_END.finditer(text) if end.end() <= index)]
        line = text[starts[-1] : index].encode(codec, "surrogatepass")
        return {"line": len(starts) - 1, "character": len(line) // size}

    def index(self, text: str, place: Mapping[str, int]) -> int:
        """The character at a place."""
        codec, size = _CODECS[self.units]
        starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        if place["line"] >= len(starts):
            return len(text)
        start = starts[place["line"]]
        before = text[start:].encode(codec, "surrogatepass")[: place["character"] * size]
        return start + len(before.decode(codec, "surrogatepass"))

    # The end

    def leave(self) -> int:
        """Shut down in order, and give the exit code."""
        self.left = True
        self.request("shutdown")
        self.notify("exit", None)
        return self.process.wait(PATIENCE)

    def forget(self) -> None:
        """Close everything, for whoever uses the same server next."""
        if self.left or self.process.poll() is not None or self.process.stdin is None or self.process.stdin.closed:
            self.left = True
            return
        for path in list(self.documents):
            self.close(path)
        self.request("textDocument/hover", {"textDocument": {"uri": ""}, "position": {"line": 0, "character": 0}})
        self.diagnostics.clear()
        self.said.clear()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue


def framed(body: bytes) -> bytes:
    """A message as it goes over the wire."""
    return b"Content-Length: %d\r\n\r\n" % len(body) + body

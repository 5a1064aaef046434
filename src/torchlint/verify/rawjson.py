"""BuildKit's own words while it builds: JSON objects one after another, then plain text if it failed."""

from __future__ import annotations

import base64
import json
import re

from torchlint.verify.port import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from torchlint.verify.port import Heard

KEPT_LINES = 40
_LONG_LINE = 1 << 14
_PLACE = re.compile(rb"^[^\n:]*:(\d+)\n-{10,}\n", re.MULTILINE)
_CAUSE = re.compile(rb"^ERROR: (?:failed to solve: )?(.*)$", re.MULTILINE)


class Reader:
    """Takes the stream piece by piece; afterwards it knows which step failed, where, why and what it had said."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._waiting = b""
        self._plain = b""
        self._names: dict[str, str] = {}
        self._states: dict[str, str] = {}
        self._logs: dict[str, list[str]] = {}
        self._begun: dict[str, dict[int, bytes]] = {}
        self._errors: dict[str, str] = {}

    def take(self, piece: bytes) -> None:
        """Some bytes; objects may be cut anywhere."""
        self._waiting += piece
        while True:
            text = self._waiting.lstrip()
            if not text.startswith(b"{"):
                # A warning of the client's between two objects, or the plain words at the end.
                line, end, rest = text.partition(b"\n")
                if not end:
                    self._waiting = text
                    return
                self._plain += line + end
                self._waiting = rest
                continue
            end_of_object = text.find(b"\n}")
            if end_of_object < 0:
                self._waiting = text
                return
            whole, self._waiting = text[: end_of_object + 2], text[end_of_object + 2 :]
            try:
                self._object(json.loads(whole.decode("utf-8", "replace")))
            except ValueError:
                self._plain += whole + b"\n"

    @property
    def failed(self) -> str | None:
        """The digest of the step that failed by itself: others are only stopped with it."""
        own = [digest for digest, error in self._errors.items() if "context canceled" not in error]
        return next(iter(own or self._errors), None)

    @property
    def step(self) -> str:
        """The failing step as BuildKit names it."""
        return "" if self.failed is None else self._names.get(self.failed, "")

    @property
    def log(self) -> tuple[str, ...]:
        """The last lines that the failing step wrote."""
        if self.failed is None:
            return ()
        begun = [line for rest in self._begun.get(self.failed, {}).values() for line in _lines(rest)]
        return tuple([*self._logs.get(self.failed, ()), *begun][-KEPT_LINES:])

    @property
    def line(self) -> int | None:
        """The Dockerfile's line that BuildKit points to."""
        marks = re.findall(rb"^ *(\d+) \| >>> ", self._plain + self._waiting, re.MULTILINE)
        if marks:
            return int(marks[0])
        found = _PLACE.search(self._plain + self._waiting)
        return None if found is None else int(found[1])

    @property
    def cause(self) -> str:
        """Why it failed, in BuildKit's words."""
        found = _CAUSE.findall(self._plain + self._waiting)
        if found:
            return str(found[-1].decode("utf-8", "replace"))
        return "" if self.failed is None else self._errors[self.failed]

    def _object(self, said: dict[str, Any]) -> None:
        for vertex in said.get("vertexes") or ():
            digest = vertex["digest"]
            self._names[digest] = name = vertex.get("name", "")
            if vertex.get("error"):
                self._errors[digest] = vertex["error"]
            state = _state(vertex)
            if state and self._states.get(digest) != state:
                self._states[digest] = state
                self._heard(Progress(name, state))
        for log in said.get("logs") or ():
            # A piece is what a program wrote at once: ln writes a message in three.
            begun = self._begun.setdefault(log["vertex"], {})
            stream = log.get("stream") or 0
            data = begun.pop(stream, b"") + base64.b64decode(log.get("data") or "")
            end = max(data.rfind(b"\n"), data.rfind(b"\r", 0, -1)) + 1
            if len(data) - end > _LONG_LINE:
                end = len(data)
            if data[end:]:
                begun[stream] = data[end:]
            self._say(log["vertex"], data[:end])
        for vertex in said.get("vertexes") or ():
            if vertex.get("completed"):
                for rest in self._begun.pop(vertex["digest"], {}).values():
                    self._say(vertex["digest"], rest)

    def _say(self, digest: str, data: bytes) -> None:
        lines = self._logs.setdefault(digest, [])
        for line in _lines(data):
            lines.append(line)
            self._heard(Progress(self._names.get(digest, ""), "said", line))
        del lines[: -4 * KEPT_LINES]


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").splitlines()


def _state(vertex: dict[str, Any]) -> str:
    if vertex.get("error"):
        return "failed"
    if vertex.get("cached"):
        return "cached"
    if vertex.get("completed"):
        return "done"
    return "started" if vertex.get("started") else ""

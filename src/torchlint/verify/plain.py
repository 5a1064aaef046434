"""What engines without JSON write while they build: `#5 [2/3] RUN …` of BuildKit, `STEP 2/3: RUN …` of Buildah."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple
from torchlint.verify.port import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.verify.port import Heard

KEPT_LINES = 40
_BUILDKIT = re.compile(r"#(\d+) (?:\[(.*?)\] ?)?(.*)")
_BUILDAH = re.compile(r"(?:\[(\d+)/\d+\] )?STEP (\d+)/(\d+): (.*)")
_MARK = re.compile(r" *(\d+) \| >>> ")
_OWN = ("Error: building at STEP ", "Error: creating build container: ")
_TIMED = re.compile(r"\d+\.\d+ ")


class Place(NamedTuple):
    """Which instruction a step of Buildah's is: that number of `of`, from 1 with FROM, in the stage of that number."""

    stage: int
    step: int
    of: int


class Plain:
    """The same questions as `rawjson.Reader` answers; `line` is None where the engine does not say it: Buildah says
    `place`."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._waiting = b""
        self._names: dict[str, str] = {}
        self._logs: dict[str, list[str]] = {}
        self._current = ""
        self._failed = ""
        self._numbered = False
        self.cause = ""
        self.line: int | None = None
        self.place: Place | None = None

    def take(self, piece: bytes) -> None:
        """Some bytes; lines may be cut anywhere."""
        lines = (self._waiting + piece).split(b"\n")
        self._waiting = lines.pop()
        for line in lines:
            self._line(line.decode("utf-8", "replace").rstrip("\r"))

    @property
    def step(self) -> str:
        """The step that failed, or was the last."""
        return self._names.get(self._failed or self._current, "")

    @property
    def log(self) -> tuple[str, ...]:
        """The last lines of that step."""
        return tuple(self._logs.get(self._failed or self._current, [])[-KEPT_LINES:])

    def _line(self, line: str) -> None:
        mark = _MARK.match(line)
        if mark and self.line is None:
            self.line = int(mark[1])
        lower = line.lower()
        if lower.startswith("error:"):
            self.cause = line[6:].strip().removeprefix("failed to solve: ")
        if line.startswith(_OWN):
            return
        buildah = _BUILDAH.match(line)
        if buildah:
            self.place = Place(int(buildah[1] or 1), int(buildah[2]), int(buildah[3]))
            self._begin(f"{self.place.stage}.{self.place.step}", buildah[4])
            return
        found = _BUILDKIT.match(line)
        if found is None:
            if self._current and line and not self._numbered:
                self._say(self._current, line)
            return
        self._numbered = True
        number, place, rest = found[1], found[2], found[3]
        if place is not None and number not in self._names:
            self._begin(number, f"[{place}] {rest}")
        elif rest.startswith("ERROR"):
            self._failed = number
            self.cause = rest.partition(": ")[2] or self.cause
            self._heard(Progress(self._names.get(number, ""), "failed"))
        elif rest == "CACHED" or rest.startswith("DONE"):
            self._heard(Progress(self._names.get(number, ""), "cached" if rest == "CACHED" else "done"))
        elif rest:
            self._say(number, _TIMED.sub("", rest, count=1))

    def _begin(self, key: str, name: str) -> None:
        self._current = key
        self._names[key] = name
        self._heard(Progress(name, "started"))

    def _say(self, key: str, line: str) -> None:
        lines = self._logs.setdefault(key, [])
        lines.append(line)
        del lines[: -4 * KEPT_LINES]
        self._heard(Progress(self._names.get(key, ""), "said", line))

"""A build while it goes on: one moving line on a terminal, a line for each step elsewhere."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Self

    from torchlint.model.build import Build
    from torchlint.verify.port import Progress

_WIDTH = 110


class Live:
    """Use as a context; `hear` takes what the engine says."""

    def __init__(self, build: Build, moving: bool) -> None:
        self._path = build.source.path
        self._moving = moving
        self._status: Any = None

    def __enter__(self) -> Self:
        if self._moving:
            from rich.console import Console

            self._status = Console(stderr=True).status(f"building {self._path}", spinner="dots")
            self._status.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is not None:
            self._status.__exit__(kind, error, trace)

    def hear(self, progress: Progress) -> None:
        """Show a step, or on a terminal also what it says."""
        if progress.step.startswith("[internal]") or not progress.step:
            return
        said = _cut(f"{progress.step}" + (f": {progress.text}" if progress.text else ""))
        if self._status is not None:
            from rich.markup import escape

            self._status.update(escape(said))
        elif progress.state in ("started", "cached", "failed") and sys.stderr is not None:
            sys.stderr.write(f"  {'' if progress.state == 'started' else progress.state + ' '}{said}\n")
            sys.stderr.flush()


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 3]}..."

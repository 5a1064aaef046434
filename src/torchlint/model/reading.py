"""Texts that commands read inside the image: requirements files by the path a RUN uses."""

from __future__ import annotations

from torchlint.model.files import ContextFile, Found
from torchlint.record import TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from torchlint.model.files import Answer
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.requirements import RequirementsFile
    from torchlint.text import Source

Parsed = TypeVar("Parsed")

LONGEST = 4 * 1024 * 1024
"""Bytes of the longest lock file that is read: a large project's has more than one million."""


class Reading:
    """Requirements files of one build, and other files that commands read, each parsed once."""

    __slots__ = ("_others", "_parsed")

    def __init__(self) -> None:
        self._parsed: dict[int, tuple[Source, RequirementsFile]] = {}
        self._others: dict[tuple[int, object], tuple[Source, Any]] = {}

    def requirements(self, state: Snapshot, path: str | None) -> RequirementsFile | bool | None:
        """The requirements file at an absolute path of the container: False when it surely is not there, None when
        what it holds cannot be known."""
        if path is None:
            return None
        answer = state.find(path)
        source = self.text(answer)
        if source is None:
            return False if answer is False else None
        known = self._parsed.get(id(source))
        if known is None:
            from torchlint.syntax.requirements import parse

            known = self._parsed[id(source)] = (source, parse(source))
        return known[1]

    def other(self, answer: Answer, parse: Callable[[Source], Parsed]) -> tuple[Source, Parsed] | None:
        """A file that came from the build context, and what `parse` makes of it; None when its text is not known."""
        source = self.text(answer, LONGEST)
        if source is None:
            return None
        key = (id(source), parse)
        known = self._others.get(key)
        if known is None:
            known = self._others[key] = (source, parse(source))
        return known

    def documents(self) -> tuple[RequirementsFile, ...]:
        """Every requirements file that was read, in the order it was first asked for."""
        return tuple(document for _, document in self._parsed.values())

    @staticmethod
    def text(answer: Answer, longest: int = 1024 * 1024) -> Source | None:
        """The text of a file of up to `longest` bytes that came from the build context."""
        if isinstance(answer, Found) and isinstance(answer.content, ContextFile):
            return answer.content.context.read(answer.content.name, longest)
        return None

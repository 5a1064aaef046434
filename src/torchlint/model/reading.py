"""Texts that commands read inside the image: requirements files by the path a RUN uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint.model.files import ContextFile, Found
from torchlint.syntax import requirements

if TYPE_CHECKING:
    from torchlint.model.files import Answer
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.requirements import RequirementsFile
    from torchlint.text import Source


class Reading:
    """Requirements files of one build, each parsed once."""

    __slots__ = ("_parsed",)

    def __init__(self) -> None:
        self._parsed: dict[int, tuple[Source, RequirementsFile]] = {}

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
            known = self._parsed[id(source)] = (source, requirements.parse(source))
        return known[1]

    def documents(self) -> tuple[RequirementsFile, ...]:
        """Every requirements file that was read, in the order it was first asked for."""
        return tuple(document for _, document in self._parsed.values())

    @staticmethod
    def text(answer: Answer) -> Source | None:
        """The text of a file that came from the build context."""
        if isinstance(answer, Found) and isinstance(answer.content, ContextFile):
            return answer.content.context.read(answer.content.name)
        return None

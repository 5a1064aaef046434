"""Requirements files as subjects: the file, one line of it, and who installs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from torchlint.model.command import Install
    from torchlint.syntax.requirements import Requirement
    from torchlint.syntax.requirements import RequirementsFile as Document
    from torchlint.text import Place, Source


class RequirementLine(NamedTuple):
    """One requirement of a requirements file."""

    document: Document
    requirement: Requirement
    at: Place


class RequirementsFile(NamedTuple):
    """A requirements file. `reached_by`: the installs that read it, of every Dockerfile; empty when checked on its own.
    `constraint`: it is used only with -c."""

    document: Document
    source: Source
    reached_by: tuple[Install, ...] = ()
    constraint: bool = False

"""Requirements files as subjects: the file, one line of it, and who installs it."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.command import Install, Requested
    from torchlint.model.reading import Reading
    from torchlint.syntax.requirement import Requirement
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

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """What it asks for, line by line."""
        from torchlint.syntax.requirements import Requirement

        return tuple(line for line in self.document.lines if isinstance(line, Requirement))

    @property
    def left_behind(self) -> tuple[Requirement, ...]:
        """Its requirements that name a folder of the machine where a package was built."""
        from torchlint.model.local_sources import of_another_machine

        return tuple(one for one in self.requirements if of_another_machine(one))

    @property
    def contradictions(self) -> tuple[tuple[Requested, Requested, Install | None], ...]:
        """Pairs of lines that no release can fulfil together, the earlier one first: of each install that reads the
        file, or of the file alone, whatever the Python, when none does."""
        from torchlint.model.command import Requested
        from torchlint.model.contradictions import contradictions
        from torchlint.text import Place

        if not self.reached_by:
            lines = [Requested(one, Place(self.source, one.span), self.constraint) for one in self.requirements]
            return tuple((*pair, None) for pair in contradictions(lines, None))
        return tuple((*pair, one) for one in self.reached_by for pair in contradictions(one.requested, one.python))

    def said_elsewhere(self, one: Requirement) -> bool:
        """Whether each command that reads the file says itself what pip drops behind a requirement, or names an index
        of the build that this asks for; False if none is known to read it."""
        return bool(self.reached_by) and all(
            _says(install, use.name, use.value, one.specifier.partition("+")[2])
            for install in self.reached_by
            for use in one.ignored
        )

    @property
    def open(self) -> tuple[Requirement, ...]:
        """Its requirements for which the next install may take a newer release.

        Lines with a marker, which may not count, are left out, and those whose name another line, file or constraint
        of an install bounds. Empty where constraints are named that cannot be read.
        """
        from torchlint.syntax.requirements import Nested, Requirement

        lines = self.document.lines
        known = bool(self.reached_by) and all(one.complete for one in self.reached_by)
        if not known and any(isinstance(line, Nested) and line.constraint for line in lines):
            return ()
        if any("--constraint" in one.options and not one.complete for one in self.reached_by):
            return ()
        own = [line for line in lines if isinstance(line, Requirement)]
        asked = [*own, *(one.requirement for install in self.reached_by for one in install.requested)]
        bounded = {one.name for one in asked if not one.open}
        return tuple(one for one in own if one.open and one.marker is None and one.name not in bounded)


def _says(install: Install, option: str, value: str | None, label: str) -> bool:
    if option not in ("--index-url", "--extra-index-url", "--find-links"):
        return option in install.options
    urls = {(index.url or "").rstrip("/") for index in install.indexes or ()}
    shelf = install.shelf
    return (value or "").rstrip("/") in urls or (bool(label) and shelf is not None and shelf.holds(label))


def files_read(reading: Reading, readers: Mapping[int, list[Install]]) -> tuple[RequirementsFile, ...]:
    """The files that are read, `readers` by the identity of their sources."""
    return tuple(
        RequirementsFile(
            document,
            document.source,
            tuple(readers[id(document.source)]),
            constraint=all(
                one.constraint
                for install in readers[id(document.source)]
                for one in install.requested
                if one.at.source is document.source
            ),
        )
        for document in reading.documents()
        if id(document.source) in readers
    )

"""What an install asks for: its words, and the files and projects that they name, file by file."""

from __future__ import annotations

from torchlint.model.command import Requested
from torchlint.syntax.requirement import Requirement, parse_requirement
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.model.command import Argument, Command
    from torchlint.model.effects.words import Words
    from torchlint.model.run import Run
    from torchlint.syntax.requirements import Line, OptionLine
    from torchlint.text import Source


class Reader:
    """Collects what an install asks for, file by file."""

    def __init__(self, command: Command, run: Run, tool: str = "pip", words: Words | None = None) -> None:
        self.command = command
        self.run = run
        self.tool = tool
        self.words = words
        self.requested: list[Requested] = []
        self.options: list[tuple[OptionLine, Place]] = []
        self.files: list[Place] = []
        self.missing: list[tuple[str, Place]] = []
        self.complete = True
        self._read: set[tuple[str, bool]] = set()

    def word(self, word: Argument, *, editable: bool = False) -> None:
        """One requirement on the command line."""
        if word.value is None:
            self.complete = False
            return
        parsed = parse_requirement(word.value, editable=editable)
        if isinstance(parsed, Requirement):
            self._asked(parsed, word.at)
        else:
            self.complete = False

    def file(self, path: str | None, at: Place, constraint: bool, folder: str | None = None) -> None:
        """One -r or -c, and what it names in turn."""
        state = self.run.state
        if path is not None and path.endswith(".toml") and self.tool == "uv" and not constraint:
            self._project(state.absolute(path, folder or self.command.cwd))
            return
        if path is None or "://" in path or path.endswith((".toml", ".py", ".cfg")):
            self.complete = self.complete and constraint
            return
        where = state.absolute(path, folder or self.command.cwd)
        if where is None or (where, constraint) in self._read:
            self.complete = self.complete and where is not None
            return
        self._read.add((where, constraint))
        document = self.run.reading.requirements(state, where)
        if document is False:
            self.missing.append((where, at))
            self.complete = False
        if document is False or document is None or document is True:
            self.complete = False
            return
        self.files.append(Place(document.source, Span(0, 0)))
        self.lines(document.lines, document.source, where, constraint)

    def lines(self, lines: Iterable[Line], source: Source, where: str, constraint: bool) -> None:
        """The lines of a file that lies at `where`."""
        from torchlint.syntax.requirements import Nested, OptionLine

        for line in lines:
            if isinstance(line, Requirement):
                self._asked(line, Place(source, line.span), constraint)
            elif isinstance(line, OptionLine):
                self.options.append((line, Place(source, line.span)))
            elif isinstance(line, Nested):
                place = Place(source, line.span)
                self.file(line.path, place, constraint or line.constraint, where.rpartition("/")[0] or "/")

    def _asked(self, requirement: Requirement, at: Place, constraint: bool = False) -> None:
        """One requirement, and what the project asks for that it names."""
        self.requested.append(Requested(requirement, at, constraint))
        if requirement.kind in ("path", "url") and not constraint and requirement.wheel is None:
            from torchlint.model.local_sources import path_of

            folder = path_of(requirement.kind, requirement.url or "", self.run.state, self.command.cwd)
            if folder is not None and (self.words is None or "--no-deps" not in self.words.options):
                from torchlint.model.effects.declared import declared

                found, _ = declared(self.run, folder, self.tool, requirement.extras)
                self.requested += found

    def _project(self, file: str | None) -> None:
        """The pyproject.toml that uv takes for a requirements file, with the extras that the command names."""
        from torchlint.model.effects.declared import declared

        words, complete = self.words, False
        if file is not None and file.endswith("/pyproject.toml") and words is not None:
            extras = [word.value for word in words.all("--extra")]
            known = None not in extras and "--group" not in words.options
            wanted = None if "--all-extras" in words.options else tuple(one for one in extras if one is not None)
            found, complete = declared(self.run, file.rpartition("/")[0] or "/", self.tool, wanted)
            self.requested += found
            complete = complete and known
        self.complete = self.complete and complete

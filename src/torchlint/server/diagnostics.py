"""Findings as the editor shows them: by file, at its places, with what belongs to them."""

from __future__ import annotations

import os
import re

from lsprotocol import types

from torchlint.findings import Safety, Severity
from torchlint.project.files import Files
from torchlint.record import NamedTuple
from torchlint.server.documents import Places, uri_of
from torchlint.text import Span, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.findings import Finding
    from torchlint.server.documents import State
    from torchlint.server.sights import Sight
    from torchlint.text import Place, Source

NAME = "torchlint"
_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_AT_LINE = re.compile(r"\(at line (\d+)")
_START = types.Range(types.Position(0, 0), types.Position(0, 0))


class Abilities(NamedTuple):
    """What the editor can do. `units`: what its columns count."""

    units: str
    related: bool = True
    tags: bool = True
    versions: bool = True


class Shown:
    """The places of one sight as the editor has them."""

    def __init__(self, sight: Sight, able: Abilities) -> None:
        assert sight.seen is not None, "only what was seen has places"
        self.sight = sight
        self.able = able
        self._project = sight.seen.project
        self._places: dict[Source, Places] = {}

    def path(self, source: Source) -> str:
        """Where a source lies: under the name by which the editor knows it, if it does."""
        path = self._project.lies(source.path)
        return path if path in self.sight.state.documents else self._project.path_of(source.path)

    def uri(self, source: Source) -> str:
        """The URI of a source."""
        path = self.path(source)
        document = self.sight.state.documents.get(path)
        return uri_of(path) if document is None else document.uri

    def places(self, source: Source) -> Places:
        """The places of a source."""
        if source not in self._places:
            opened = self.path(source) in self.sight.state.documents
            self._places[source] = Places(source.text, self.able.units, marked=not opened)
        return self._places[source]

    def range(self, source: Source, span: Span) -> types.Range:
        """A span as the protocol says it."""
        places = self.places(source)
        start, end = (types.Position(*places.where(offset)) for offset in span)
        return types.Range(start, end)

    def location(self, place: Place) -> types.Location:
        """A place as the protocol says it."""
        return types.Location(self.uri(place.source), self.range(*place))

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        """A finding as the editor lists it."""
        help_ = f"\nhelp: {finding.help}" if finding.help else ""
        related = [
            types.DiagnosticRelatedInformation(self.location(one.at), one.message)
            for one in finding.related
            if self.able.related
        ]
        return types.Diagnostic(
            self.range(*finding.at),
            finding.message + help_,
            severity=_LEVELS[finding.severity],
            code=finding.rule,
            code_description=types.CodeDescription(finding.url) if finding.url else None,
            source=NAME,
            tags=[types.DiagnosticTag.Unnecessary] if self.able.tags and _needless(finding) else None,
            related_information=related or None,
        )


def of_sight(sight: Sight, able: Abilities) -> dict[str, list[types.Diagnostic]]:
    """What there is to say, by absolute path; files without any findings are among them."""
    found: dict[str, list[types.Diagnostic]] = {path: [] for path in sight.paths}
    if sight.seen is None:
        path, diagnostic = of_trouble(sight.trouble)
        if path:
            found[path] = [diagnostic]
        return found
    shown = Shown(sight, able)
    report = sight.seen.report
    for finding in report.findings:
        if finding.suppressed is None:
            found.setdefault(shown.path(finding.at.source), []).append(shown.diagnostic(finding))
    for unknown in report.unknowns:
        if unknown.at is not None:
            hint = types.Diagnostic(
                shown.range(*unknown.at),
                f"not judged: {decoded(unknown.message)}",
                severity=types.DiagnosticSeverity.Hint,
                source=NAME,
            )
            found.setdefault(shown.path(unknown.at.source), []).append(hint)
    for failure in report.failures:
        path = sight.seen.project.lies(failure.path)
        if path in found:
            found[path].append(
                types.Diagnostic(_START, failure.message, severity=types.DiagnosticSeverity.Error, source=NAME)
            )
    return found


def of_trouble(trouble: str) -> tuple[str, types.Diagnostic]:
    """What is wrong with a configuration, and the path of its file; "" if the words name none."""
    files = Files()
    name, _, words = trouble.partition(": ")
    path = files.absolute(name)
    diagnostic = types.Diagnostic(_START, trouble, severity=types.DiagnosticSeverity.Error, source=NAME)
    if not words or not os.path.isfile(path):
        return "", diagnostic
    diagnostic.message = words
    diagnostic.range = _named_in(path, words)
    return path, diagnostic


def _named_in(path: str, words: str) -> types.Range:
    """The line of a configuration file that a message is about, as well as that can be told."""
    told = _AT_LINE.search(words)
    key = words.partition(":")[0].rpartition(".")[2]
    try:
        with open(path, encoding="utf-8", errors="replace", newline="\n") as file:
            for number, line in enumerate(file):
                if number + 1 == int(told[1]) if told else re.match(rf"[ \t]*\[*\"?{re.escape(key)}\b", line):
                    return types.Range(types.Position(number, 0), types.Position(number + 1, 0))
    except OSError:
        pass
    return _START


def _needless(finding: Finding) -> bool:
    """True for what can go without any loss: a safe fix takes away all that the finding points at."""
    fix = finding.fix
    if fix is None or fix.safety is not Safety.SAFE or any(edit.text for edit in fix.edits):
        return False
    source, span = finding.at
    return any(edit.source is source and edit.span.contains(span) for edit in fix.edits)


def at(sight: Sight, path: str, span: Span, shown: Shown) -> Iterator[Finding]:
    """The findings in a file that touch a span."""
    assert sight.seen is not None, "only what was seen has findings"
    for finding in sight.seen.report.findings:
        source, (start, end) = finding.at
        if finding.suppressed is None and start <= span.end and span.start <= end and shown.path(source) == path:
            yield finding


def source_of(sight: Sight, path: str, shown: Shown) -> Source | None:
    """The text of a file as it was seen."""
    seen = sight.seen
    if seen is None:
        return None
    builds = seen.report.builds
    sources = [build.source for build in builds]
    sources += [*seen.project.requirements, *seen.project.environments]
    sources += [file.source for build in builds for file in build.requirements]
    return next((source for source in sources if shown.path(source) == path), None)


def version_of(state: State, path: str) -> int | None:
    """The version of a document that is open."""
    document = state.documents.get(path)
    return None if document is None else document.version

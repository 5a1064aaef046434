"""Secrets that a finding points at: an excerpt shows where they stand, and stars in their place."""

from __future__ import annotations

from torchlint.text import Place, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.findings import Finding


class Cover:
    """The sources of a report, with stars for every byte of every secret, so that places stay what they are."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._texts: dict[Source, str] = {}
        self._sources: dict[Source, Source] = {}
        for finding in findings:
            if finding.secret:
                source, span = finding.at
                text = self._texts.get(source, source.text)
                hidden = "".join(char if char in "\r\n" else "*" for char in text[span.start : span.end])
                self._texts[source] = text[: span.start] + hidden + text[span.end :]

    def over(self, place: Place) -> Place:
        """The same place in a text that may be shown."""
        text = self._texts.get(place.source)
        if text is None:
            return place
        if place.source not in self._sources:
            self._sources[place.source] = Source(place.source.path, text)
        return Place(self._sources[place.source], place.span)

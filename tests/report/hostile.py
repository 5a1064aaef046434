"""Reports that are hard to write down: names, texts and places that break formats which take them as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.report.reports import REPORTS, at, finding, report, source
from torchlint.check import Counts, Crash
from torchlint.findings import Confidence, Fix, Outcome, Related, Safety, Severity, Suppression
from torchlint.model.build import Unknown
from torchlint.project.files import Failure
from torchlint.report.rooted import Root
from torchlint.text import Edit, Place, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.check import Report

ROOT = Root("/home/me/project", "/home/me/project/api")
"""Where the reports below are made: in a folder of a repository."""

NAMES = (
    "größe/Dockerfile",
    "日本 語/Dockerfile",
    "a b/c#d?e%20f/Dockerfile",
    "with:colon,comma/Dockerfile",
    'quote"and<angle>&amp;/Dockerfile',
    "new\nline/Dockerfile",
    "bell\x07escape\x1b[31m/Dockerfile",
    "caf\\xe9/Dockerfile",
    "pipe|back`tick/Dockerfile",
    "half\udc80pair/Dockerfile",
    "\ufffe\uffff\x7f\x85/Dockerfile",
    "../Dockerfile",
    "../../elsewhere/Dockerfile",
    "/etc/Dockerfile",
    "-",
)
MESSAGES = (
    "a\nb\r\nc\td",
    "\x00\x01\x1b[2J\x7f\x85\ufffe\uffff",
    "]]> <b>&amp; --> ]](1) [here](https://example.com) {0} ${A}",
    "::error::%0A | `x` \\| <script>alert(1)</script> @everyone #1 * _",
    "half\udc80pair \u2028 \u202e",
    "x" * 100_000,
)


def _names() -> Report:
    found = []
    for name in sorted(NAMES):
        file = source("FROM a\nRUN b\n", name)
        found.append(finding(at(file, "RUN b"), related=(Related(at(file, "a"), f"see {name}"),), fingerprint=name))
    return report(*found)


def _messages() -> Report:
    file = source("FROM a\n")
    return report(
        *(
            finding(at(file, "a"), text, help=text, related=(Related(at(file, "FROM"), text),), fingerprint=str(number))
            for number, text in enumerate(MESSAGES)
        )
    )


def _fixes() -> Report:
    file = source('\ufeffFROM a\r\nLABEL ä="日本" b=c\r\nRUN d\r\n')
    other = source("torch\n", "requirements.txt")
    wide = Source.from_bytes("wide/Dockerfile", "FROM ä\nRUN b\n".encode("utf-16"))
    label, run = at(file, "b=c").span, at(file, "RUN").span
    one = (Edit(file, label, "b=\xc3\xa4"),)
    insert = (Edit(file, Span(run.start, run.start), "USER x\r\n"),)
    several = (Edit(file, run, "ADD"), Edit(other, Span(0, 5), "torch==2.6.0"), Edit(file, label, ""), *one[:0])
    return report(
        finding(at(file, "b=c"), "one edit", fixes=(Fix("Say it", one, Safety.SAFE),), fingerprint="1"),
        finding(at(file, "RUN"), "an insertion", fixes=(Fix("Insert", insert),), fingerprint="2"),
        finding(at(file, "RUN"), "two files", fixes=(Fix("Change all", several), Fix("Say", one)), fingerprint="3"),
        finding(at(other, "torch"), "of another file", fixes=(Fix("Elsewhere", one),), fingerprint="4"),
        finding(at(wide, "b"), "cannot be edited", fixes=(Fix("No", (Edit(wide, Span(0, 0), "x"),)),), fingerprint="5"),
    )


def _many() -> Report:
    file = source("FROM a\n")
    place = at(file, "a")
    return report(
        *(
            finding(place, f"number {number}", severity=severity, fingerprint=f"{severity}{number}")
            for severity, count in ((Severity.INFO, 11), (Severity.WARNING, 12), (Severity.ERROR, 15))
            for number in range(count)
        )
    )


def _mixed() -> Report:
    file = source("FROM a\nRUN b\n")
    return report(
        finding(Place(file, Span(0, 13)), "several lines", outcome=Outcome.RUN, stage="build", estimate_bytes=7),
        finding(at(file, "a"), "not so sure", family="security", confidence=Confidence.LOW, fingerprint="other"),
        finding(at(file, "RUN"), "hidden", suppressed=Suppression("inSource", "as <agreed>"), fingerprint="3"),
        finding(at(file, "b"), "known", suppressed=Suppression("baseline", ""), fingerprint="4"),
        unknowns=(Unknown("the base is unknown", at(file, "a")), Unknown("nothing is known", None)),
        failures=(Failure("secret|<x>/Dockerfile", "permission\ndenied"),),
        crashed=(Crash("some-rule", "Dockerfile", "KeyError: '<x>'"), Crash("other-rule", "", "ValueError")),
        counts=Counts(2, 0, 0, 2),
    )


HOSTILE: dict[str, Callable[[], Report]] = {
    "names": _names,
    "messages": _messages,
    "fixes": _fixes,
    "many": _many,
    "mixed": _mixed,
}
EVERY: dict[str, Callable[[], Report]] = {**REPORTS, **HOSTILE}

"""Reports in the formats that were asked for, each to where it was asked for."""

from __future__ import annotations

import os
import sys

from torchlint.cli.arguments import UsageError
from torchlint.cli.configuring import rules_of
from torchlint.cli.streams import dress_of, save, show, write
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from torchlint.catalog import Entry
    from torchlint.check import Report
    from torchlint.cli.asked import Check
    from torchlint.cli.streams import Dress
    from torchlint.report.rooted import Root
    from torchlint.report.styled import Piece

TEXTS = ("full", "concise", "grouped")


class Output(NamedTuple):
    """One report: its format, and its file if it does not go to standard output."""

    format: str
    file: str | None


def wanted(asked: Check) -> tuple[Output, ...]:
    """The reports that were asked for. Raises UsageError if two of them would be mixed."""
    found = []
    for written in asked.output_format or ("full",):
        name, _, file = written.partition("=")
        found.append(Output(name, file or None))
    if asked.output_file is not None:
        if all(output.file is not None for output in found):
            found.append(Output("full", None))
        found = [output if output.file is not None else output._replace(file=asked.output_file) for output in found]
    places = [output.file and os.path.abspath(output.file) for output in found]
    for output, place in zip(found, places, strict=True):
        if places.count(place) > 1:
            names = ", ".join(other.format for other, at in zip(found, places, strict=True) if at == place)
            to = output.file or "standard output"
            raise UsageError(f"--output-format: {names} would all go to {to}; give each a file, as in json=report.json")
    if asked.statistics and any(output.format not in TEXTS for output in found):
        raise UsageError("--statistics is text: it goes with full, concise and grouped only")
    return tuple(found)


def put(
    outputs: Sequence[Output],
    asked: Check,
    report: Report,
    *,
    empty: bool,
    evidence: Mapping[str, object] | None = None,
) -> None:
    """Write the reports, those in files first. With `empty`, where nothing was read, no text for people is printed.
    `evidence`: what building showed of the fixes, for the format that has a place for it."""
    for output in sorted(outputs, key=lambda one: one.file is None):
        if output.format not in TEXTS:
            root = root_of(os.curdir)
            text = machine(output.format, report, root, asked, evidence)
        else:
            dress = dress_of(sys.stdout if output.file is None else None, asked.color)
            pieces = _pieces(output.format, asked, report, dress)
            if output.file is None:
                if not empty:
                    show(pieces, dress)
                continue
            from torchlint.report.styled import plain

            text = plain(pieces)
        if output.file is None:
            write(text)
        else:
            save(output.file, text)


def _pieces(name: str, asked: Check, report: Report, dress: Dress) -> Iterator[Piece]:
    layout = dress.layout._replace(quiet=asked.quiet, verbose=asked.verbose)
    if asked.statistics:
        from torchlint.report import statistics

        return statistics.render(report, layout)
    if name == "concise":
        from torchlint.report import concise

        return concise.render(report, layout)
    if name == "grouped":
        from torchlint.report import grouped

        return grouped.render(report, layout)
    from torchlint.report import full

    return full.render(report, layout)


def machine(name: str, report: Report, root: Root, asked: Check, evidence: Mapping[str, object] | None = None) -> str:
    """The text of a format that programs read."""
    show_suppressed = asked.show_suppressed
    if name == "json-report":
        from torchlint.report import json_report

        return json_report.render(report, show_suppressed=show_suppressed, evidence=evidence)
    if name in ("json", "json-lines"):
        from torchlint.report import json_, json_lines

        module = {"json": json_, "json-lines": json_lines}[name]
        text: str = module.render(report, show_suppressed=show_suppressed)
        return text
    if name == "sarif":
        from torchlint import catalog
        from torchlint.report import sarif

        rules = rules_of(asked.pack)

        def entry_of(rule: str) -> Entry | None:
            return catalog.find(rule, rules)

        return sarif.render(report, root, entry_of=entry_of, page_of=page_of, show_suppressed=show_suppressed)
    if name == "github":
        from torchlint.report import github

        return github.render(report, root)
    if name == "gitlab":
        from torchlint.report import gitlab

        return gitlab.render(report, root)
    from torchlint.report import checkstyle, junit, markdown, rdjson

    by_name = {"junit": junit, "checkstyle": checkstyle, "rdjson": rdjson, "markdown": markdown}
    rendered: str = by_name[name].render(report)
    return rendered


def page_of(entry: Entry) -> str:
    """A rule's page as people read it."""
    from torchlint import catalog, page

    if not entry.module:
        from torchlint.shellcheck import codes

        return codes.page(entry.name)
    with open(catalog.page_path(entry), encoding="utf-8") as file:
        return page.shown(file.read())


def root_of(folder: str) -> Root:
    """Where paths begin for a code host: the repository that a folder lies in, or the folder if it lies in none."""
    from torchlint.project.ignored import repository
    from torchlint.report.rooted import Root

    here = os.path.realpath(folder)
    top = repository(here) or here
    return Root(top.replace(os.sep, "/"), here.replace(os.sep, "/"))

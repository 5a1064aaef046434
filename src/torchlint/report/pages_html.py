"""All pages as one document for a browser: no script, nothing fetched."""

from __future__ import annotations

from html import escape
from itertools import groupby

from torchlint import catalog
from torchlint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.catalog import Entry

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; }
pre { background: #f6f8fa; padding: .75rem; overflow-x: auto; border-radius: 6px; }
code { font: 14px/1.45 ui-monospace, monospace; } table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; padding: .2rem .6rem .2rem 0; vertical-align: top; border-bottom: 1px solid #d8dee4; }
section { border-top: 1px solid #d8dee4; margin-top: 2rem; } .error { color: #b3261e; } .warning { color: #8a5300; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; color: #e6edf3; } pre { background: #161b22; }
  td, th, section { border-color: #30363d; } .error { color: #ff7b72; } .warning { color: #d29922; }
  a { color: #58a6ff; } }
"""


def render(entries: Iterable[Entry]) -> str:
    """The document, its rules by family."""
    listed = list(entries)
    return "\n".join(
        ("<!DOCTYPE html>", *_head(), "<body>", *_table(listed), *_pages(listed), "</body>", "</html>", "")
    )


def _head() -> Iterator[str]:
    yield '<html lang="en">'
    yield f'<head><meta charset="utf-8"><title>torchlint {escape(__version__)}: rules</title>'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<style>{_STYLE}</style></head>"


def _table(entries: list[Entry]) -> Iterator[str]:
    yield f"<h1>Rules of torchlint {escape(__version__)}</h1>"
    for family, rules in groupby(entries, key=lambda entry: entry.family):
        yield f"<h2>{escape(family)}</h2>"
        yield "<table><tr><th>Rule</th><th>Severity</th><th>When it hurts</th><th></th></tr>"
        for entry in rules:
            name, severity = escape(entry.name), escape(entry.severity)
            yield (
                f'<tr><td><a href="#{name}">{name}</a></td><td class="{severity}">{severity}</td>'
                f"<td>{escape(entry.outcome)}</td><td>{escape(entry.title)}</td></tr>"
            )
        yield "</table>"


def _pages(entries: list[Entry]) -> Iterator[str]:
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False})
    for entry in entries:
        with open(catalog.page_path(entry), encoding="utf-8") as file:
            text = file.read()
        yield f'<section id="{escape(entry.name)}">{markdown.render(text)}</section>'

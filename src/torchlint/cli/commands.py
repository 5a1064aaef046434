"""The commands: each takes its words and returns an exit code."""

from __future__ import annotations

import sys

from torchlint.cli.arguments import UsageError, check_of, meant, values_of
from torchlint.cli.streams import dress_of, show, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from torchlint.catalog import Entry


def check(words: Sequence[str]) -> int:
    """`torchlint check`."""
    from torchlint.cli.checking import run

    return run(check_of(words))


def inspect(words: Sequence[str]) -> int:
    """`torchlint inspect [DOCKERFILE]`."""
    from torchlint.cli.asked import Inspect
    from torchlint.cli.inspecting import run

    values, operands = values_of("inspect", words)
    if len(operands) > 1:
        raise UsageError(f"inspect takes one Dockerfile, not {len(operands)}")
    return run(Inspect(operands[0] if operands else "Dockerfile", **values))


def bare() -> int:
    """`torchlint` alone: what it would check here, and one example."""
    from torchlint.cli.checking import found_here

    write(found_here())
    return 0


def explain(words: Sequence[str]) -> int:
    """`torchlint explain RULE ...`: the rules' pages."""
    from torchlint import catalog, page

    values, names = values_of("explain", words)
    if not names:
        raise UsageError("explain needs the name of a rule; `torchlint rules` lists them")
    entries = [_entry(name) for name in names]
    texts = []
    for entry in entries:
        with open(catalog.page_path(entry), encoding="utf-8") as file:
            texts.append(page.shown(file.read()))
    dress = dress_of(sys.stdout, values.get("color", "auto"))
    if dress.terminal or dress.colours:
        from torchlint.report import manual

        show(manual.render("\n".join(texts), width=dress.layout.width), dress)
    else:
        write("\n".join(texts))
    return 0


def _entry(name: str) -> Entry:
    from torchlint import catalog

    entry = catalog.find(name)
    if entry is None:
        known = [entry.name for entry in catalog.entries()]
        raise UsageError(f"there is no rule {name}{meant(name, known) or '; `torchlint rules` lists them'}")
    return entry


def rules(words: Sequence[str]) -> int:
    """`torchlint rules`: one line for each rule."""
    from torchlint import catalog
    from torchlint.report.styled import Piece, sentence

    values = _no_operands("rules", words)
    entries = catalog.entries()
    if values.get("output_format") == "json":
        import json

        keys = ("family", "severity", "outcome", "confidence", "by_date", "strict", "fixable", "title", "same_as")
        rows = [{"rule": entry.name, **{key: getattr(entry, key) for key in keys}} for entry in entries]
        write(json.dumps(rows, indent=2) + "\n")
        return 0
    wide = max((len(entry.name) for entry in entries), default=0)
    dress = dress_of(sys.stdout, values.get("color", "auto"))
    before = wide + 2 + 12 + 2 + 7 + 2 + 6 + 2
    pieces = []
    for entry in entries:
        pieces += [
            Piece(f"{entry.name:<{wide}}", "strong"),
            Piece(f"  {entry.family:<12}  "),
            Piece(f"{entry.severity:<7}", entry.severity),
            Piece(f"  {entry.outcome:<6}  "),
            Piece(sentence(entry.title, before, before, dress.layout.room) + "\n"),
        ]
    show(pieces, dress)
    return 0


def version(words: Sequence[str]) -> int:
    """`torchlint version`."""
    from torchlint.version import __version__

    values = _no_operands("version", words) if words else {}
    write(f"torchlint {__version__}\n")
    if values.get("knowledge"):
        from torchlint.world import KNOWLEDGE_DATE

        write(f"knowledge {KNOWLEDGE_DATE}\n")
    return 0


def completion(words: Sequence[str]) -> int:
    """`torchlint completion SHELL`."""
    from torchlint.cli.completion import script
    from torchlint.cli.options import SHELLS

    _, names = values_of("completion", words)
    if len(names) != 1 or names[0] not in SHELLS:
        said = meant(names[0], SHELLS) if names else ""
        raise UsageError(f"completion needs one shell of {', '.join(SHELLS)}{said}")
    write(script(names[0]))
    return 0


def _no_operands(command: str, words: Sequence[str]) -> dict[str, Any]:
    values, operands = values_of(command, words)
    if operands:
        raise UsageError(f"torchlint {command} takes no {operands[0]}")
    return values

"""The commands but `check`: each takes its words and returns an exit code."""

from __future__ import annotations

import sys

from torchlint.cli.arguments import UsageError, meant
from torchlint.cli.configuring import rules_of
from torchlint.cli.parsing import values_of
from torchlint.cli.streams import dress_of, show, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from torchlint.catalog import Entry


def fix(words: Sequence[str]) -> int:
    """`torchlint fix`."""
    from torchlint.cli.asked import Check
    from torchlint.cli.fixing import run

    values, paths = values_of("fix", words)
    return run(Check(paths, **values), told_all=True)


def inspect(words: Sequence[str]) -> int:
    """`torchlint inspect [DOCKERFILE]`."""
    from torchlint.cli.inspecting import Inspect, run

    values, operands = values_of("inspect", words)
    if len(operands) > 1:
        raise UsageError(f"inspect takes one Dockerfile, not {len(operands)}")
    return run(Inspect(operands[0] if operands else "Dockerfile", **values))


def verify(words: Sequence[str]) -> int:
    """`torchlint verify [DOCKERFILE]`."""
    from torchlint.cli.verifying import Verify, run

    values, operands = values_of("verify", words)
    if len(operands) > 1:
        raise UsageError(f"verify takes one Dockerfile, not {len(operands)}")
    return run(Verify(operands[0] if operands else "Dockerfile", **values))


def bare() -> int:
    """`torchlint` alone: what it would check here, and one example."""
    from torchlint.cli.checking import found_here

    write(found_here())
    return 0


def explain(words: Sequence[str]) -> int:
    """`torchlint explain RULE ...`: the rules' pages."""
    from torchlint.cli.outputs import page_of

    values, names = values_of("explain", words)
    if not names:
        raise UsageError("explain needs the name of a rule; `torchlint rules` lists them")
    known = rules_of(values.get("pack", ()))
    texts = [page_of(entry) for entry in [_entry(name, known) for name in names]]
    dress = dress_of(sys.stdout, values.get("color", "auto"))
    if dress.terminal or dress.colours:
        from torchlint.report import manual

        show(manual.render("\n".join(texts), width=dress.layout.width), dress)
    else:
        write("\n".join(texts))
    return 0


def _entry(name: str, known: Sequence[Entry]) -> Entry:
    from torchlint import catalog

    entry = catalog.find(name, known)
    if entry is None:
        said = meant(name, [entry.name for entry in known]) or "; `torchlint rules` lists them, --pack adds a pack's"
        raise UsageError(f"there is no rule {name}{said}")
    return entry


def rules(words: Sequence[str]) -> int:
    """`torchlint rules`: one line for each rule."""
    from torchlint.report.styled import Piece, sentence

    values = _no_operands("rules", words)
    entries = rules_of(values.get("pack", ()))
    if sum(bool(values.get(name)) for name in ("output_format", "hadolint", "html")) > 1:
        raise UsageError("--output-format, --hadolint and --html are three outputs: ask for one")
    if values.get("hadolint"):
        # Both have suppression comments that the other reads; what has no equal is not listed.
        equal = sorted((name, entry) for entry in entries for name in entry.same_as if name.startswith("DL"))
        write("".join(f"{name}  {entry.name:<28}{entry.title}\n" for name, entry in equal))
        return 0
    if values.get("html"):
        from torchlint.report import pages_html

        write(pages_html.render(entries))
        return 0
    if values.get("output_format") == "json":
        import json

        keys = ("family", "severity", "outcome", "confidence", "by_date", "strict", "fixable", "title", "same_as")
        rows = [
            {"rule": entry.name, **{key: getattr(entry, key) for key in keys}, "file": entry.file or None}
            for entry in entries
        ]
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


def test(words: Sequence[str]) -> int:
    """`torchlint test [PATH ...]`: whether rules do what their pages say."""
    from torchlint.cli.testing import run

    values, paths = values_of("test", words)
    return run(paths, **values)


def config(words: Sequence[str]) -> int:
    """`torchlint config`: the keys of a configuration, or their schema."""
    import json

    from torchlint.config import schema
    from torchlint.report.styled import Piece, sentence

    values = _no_operands("config", words)
    if values.get("schema"):
        known = rules_of(values.get("pack", ()))
        names = ("all", *dict.fromkeys(entry.family for entry in known), *(entry.name for entry in known))
        write(json.dumps(schema.of(names), indent=2) + "\n")
        return 0
    rows = schema.rows()
    wide = max(len(row.key) for row in rows)
    values_wide = max(len(row.values) for row in rows)
    dress = dress_of(sys.stdout, values.get("color", "auto"))
    before = wide + values_wide + 4
    pieces = []
    for row in rows:
        pieces += [
            Piece(f"{row.key:<{wide}}", "strong"),
            Piece(f"  {row.values:<{values_wide}}  ", "code"),
            Piece(sentence(row.meaning, before, before, dress.layout.room) + "\n"),
        ]
    show(pieces, dress)
    return 0


def server(words: Sequence[str]) -> int:
    """`torchlint server`: talk to an editor until it ends."""
    values = _no_operands("server", words)
    rules_of(values.get("pack", ()))  # What is wrong with a pack is said before an editor waits for an answer.
    from torchlint.server import run

    return run(values.get("pack", ()))


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

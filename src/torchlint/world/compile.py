"""Turns the tables of data/*.json into literal modules tables/*.py that load fast. A tool for developers.

    python -m torchlint.world.compile           write the modules
    python -m torchlint.world.compile --check   fail if a module is not what the data say

Sources and sureness are read in data/; the modules hold only what the questions need.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from pprint import pformat

from torchlint.world import compile_images, compile_packages, compile_torch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.world.compile_rows import Row, Table

HERE = Path(__file__).parent
TOPICS = {**compile_images.TOPICS, **compile_torch.TOPICS, **compile_packages.TOPICS}


def main(arguments: list[str]) -> int:
    """Writes or checks every module. 1 if a check fails."""
    modules = render()
    if arguments == ["--check"]:
        stale = [name for name, text in modules.items() if read(HERE / "tables" / f"{name}.py") != text]
        for name in stale:
            sys.stderr.write(f"tables/{name}.py is not what data/ says: run python -m torchlint.world.compile\n")
        return 1 if stale else 0
    for name, text in modules.items():
        (HERE / "tables" / f"{name}.py").write_text(text, encoding="ascii")
    return 0


def render() -> dict[str, str]:
    """The text of every module by name."""
    return {name: _module(build(rows)) for name, build in TOPICS.items()}


def rows(topic: str) -> list[Row]:
    """The rows of data/<topic>.json."""
    table: list[Row] = json.loads((HERE / "data" / f"{topic}.json").read_text(encoding="utf-8"))["rows"]
    return table


def read(path: Path) -> str | None:
    """A module's text; None if there is none."""
    return path.read_text(encoding="ascii") if path.exists() else None


def _module(table: Table) -> str:
    # A key is the name of a table, with its type where mypy would guess too narrow a one.
    # One entry a line: a change of one fact is a change of one line. A list is the lines of one text.
    lines = ["# Made by torchlint.world.compile from data/*.json.\n# ruff: noqa: E501, RUF100\n"]
    for name, value in table.items():
        if isinstance(value, dict):
            entries = "".join(f"    {key!r}: {_literal(entry)},\n" for key, entry in value.items())
            lines.append(f"{name} = {{\n{entries}}}\n")
        elif isinstance(value, list):
            lines.append("\n".join((f'{name} = """', *value, '"""\n')))
        else:
            lines.append(f"{name} = {_literal(value)}\n")
    return "\n".join(lines)


def _literal(value: object) -> str:
    return pformat(value, width=10**9, compact=True, sort_dicts=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

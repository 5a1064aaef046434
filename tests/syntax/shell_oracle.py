"""What shfmt, an independent reader, sees in a script; and the same asked of torchlint."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any, TypeAlias

from torchlint.syntax.shell import parse, simple_commands

Commands: TypeAlias = "list[tuple[tuple[int, int], ...]]"

SHFMT = shutil.which("shfmt", path=os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", ""))))


def shfmt_commands(script: bytes) -> Commands | None:
    """The byte range of every word of every simple command, sorted by start; None when shfmt refuses the script."""
    assert SHFMT is not None
    run = subprocess.run([SHFMT, "-ln", "bash", "--to-json"], input=script, capture_output=True, check=False)
    if run.returncode:
        return None
    found: Commands = []
    pending: list[Any] = [json.loads(run.stdout)]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending.extend(node)
            continue
        if not isinstance(node, dict):
            continue
        kind = node.get("Type")
        if kind == "CallExpr" and node.get("Args"):
            found.append(tuple(_range(word) for word in node["Args"]))
        elif kind == "DeclClause":
            found.append((_range(node["Variant"]), *(_range(word) for word in node.get("Args", ()))))
        pending.extend(node.values())
    return sorted(found)


def _range(node: dict[str, Any]) -> tuple[int, int]:
    return node["Pos"]["Offset"], node["End"]["Offset"]


def torchlint_commands(script: bytes) -> Commands:
    """The same from torchlint; `[[ … ]]` is left out, for shfmt it is no simple command."""
    text = script.decode("latin-1")
    return sorted(
        tuple((word.span.start, word.span.end) for word in command.words)
        for command in simple_commands(parse(text))
        if command.words and command.words[0].literal not in ("[[", "let")
    )

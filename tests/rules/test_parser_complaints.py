"""Everything the Dockerfile parser complains about is said by one rule of the syntax family."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import torchlint.syntax.dockerfile
from torchlint import catalog
from torchlint.rule import rule

READER = Path(torchlint.syntax.dockerfile.__file__).parent


def kinds() -> set[str]:
    """The kinds in calls of `SyntaxProblem(kind, ...)` and `reading.refuse(kind, ...)`, constants resolved."""
    found: set[str] = set()
    for path in READER.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                first = node.args[0]
                kind = constants.get(first.id) if isinstance(first, ast.Name) else getattr(first, "value", None)
                if called in ("SyntaxProblem", "refuse") and isinstance(kind, str):
                    found.add(kind)
    return found


def test_every_complaint_has_exactly_one_rule() -> None:
    words = Counter(word for entry in catalog.entries() if entry.subject == "Build" for word in entry.when)
    found = kinds()
    assert len(found) > 25
    assert {kind: words[kind] for kind in found} == dict.fromkeys(found, 1)
    documented = " ".join((rule.__doc__ or "").split())
    for word in set(words) - found:
        assert f'"{word}"' in documented, f"no complaint is called {word}, and rule() knows no such word of a Build"

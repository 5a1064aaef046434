"""Nothing about builds, starts and imports is left unproven without a reason; needs no engine."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.build import trial
from torchlint import catalog, scanning

HERE = Path(__file__).parent
PARTS = ("bad", "fixed", "near-miss")
KEYS = {"rule", "fact", "bases", "bad", "finding", "lives", "stubs", "wheels", "wrong"}
ASPECTS = {f"{part} {aspect}" for part in PARTS for aspect in ("prediction", "differences")}
ASPECTS |= {"fixed verdict", "near-miss verdict"}
EXPECTED = {path.parent.name: json.loads(path.read_text()) for path in sorted(HERE.glob("contexts/*/expect.json"))}


def test_each_rule_is_proven_or_has_a_reason() -> None:
    """Each rule is in a context, or in the README's table of what cannot be proven, and never in both."""
    provable = {one.name for one in scanning.scan(catalog.folder()) if one.outcome in trial.FAILING}
    proven = {expected["rule"] for expected in EXPECTED.values()}
    excused = set(re.findall(r"^\| `([a-z0-9-]+)` \| [^|]+ \|$", (HERE / "README.md").read_text(), re.MULTILINE))
    assert proven | excused == provable
    assert proven & excused == set()


def test_contexts_are_whole() -> None:
    assert len(EXPECTED) >= 40
    for name, expected in EXPECTED.items():
        assert set(expected) <= KEYS, name
        assert set(expected.get("wrong", {})) <= ASPECTS, name
        for part in PARTS:
            assert (HERE / "contexts" / name / part / "Dockerfile").is_file(), name

"""The `json-lines` format: the objects of `json`, each on a line of its own."""

from __future__ import annotations

import json

from torchlint.report import json_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.check import Report


def render(report: Report, *, show_suppressed: bool = False) -> str:
    """One line for each finding; nothing without findings."""
    found = json_.findings(report, show_suppressed=show_suppressed)
    return "".join(json.dumps(one, separators=(",", ":")) + "\n" for one in found)

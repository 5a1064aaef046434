"""Environment markers: `python_version < "3.12" and sys_platform == "linux"`."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=1)
def tokens() -> re.Pattern[str]:
    """The pattern of one token of a marker: "value", "compare", "join", "open" or "close"."""
    return re.compile(
        r"[ \t]*(?:(?P<value>\"[^\"]*\"|'[^']*'|\b(?:python_version|python_full_version|os[._]name|sys[._]platform"
        r"|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation"
        r"|implementation_(?:name|version)|extras?|dependency_groups)\b)"
        r"|(?P<compare>===|[=~!<>]=|[<>]|\bnot[ \t]+in\b|\bin\b)|(?P<join>\b(?:and|or)\b)|(?P<open>\()"
        r"|(?P<close>\)))[ \t]*",
        re.ASCII,
    )


@lru_cache(maxsize=256)
def valid_marker(marker: str) -> bool:
    """True if `marker` follows the grammar of environment markers."""
    if "${" in marker:
        return True
    pattern = tokens()
    position = depth = 0
    wanted = "item"
    while position < len(marker):
        match = pattern.match(marker, position)
        if match is None:
            return False
        position = match.end()
        kind = match.lastgroup
        if wanted == "item" and kind == "open":
            depth += 1
        elif wanted in ("item", "right") and kind == "value":
            wanted = "compare" if wanted == "item" else "join"
        elif wanted == "compare" and kind == "compare":
            wanted = "right"
        elif wanted == "join" and kind == "join":
            wanted = "item"
        elif wanted == "join" and kind == "close" and depth:
            depth -= 1
        else:
            return False
    return wanted == "join" and not depth

"""The wildcards of COPY: Go's filepath.Match, one name at a time."""

from __future__ import annotations

import re

from torchlint.text import decoded

_TOKEN = re.compile(r"\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|([*?])|([^\\\[*?]+)", re.DOTALL)
_RANGE = re.compile(r"(\\.|[^\\])(?:-(\\.|[^\\]))?", re.DOTALL)


def compiled(part: str) -> re.Pattern[str] | None:
    """One name's part of a pattern of Go's filepath.Match, for decoded names; None if it is malformed."""
    chunks = [""]
    at = 0
    part = decoded(part)
    while at < len(part):
        token = _TOKEN.match(part, at)
        if token is None:
            return None
        at = token.end()
        escaped, negated, members, wildcard, plain = token.groups()
        if wildcard == "*":
            chunks.append("")
        elif wildcard:
            chunks[-1] += "."
        elif members:
            ranges = [(low[-1:], (high or low)[-1:]) for low, high in _RANGE.findall(members)]
            inside = "".join(f"{re.escape(low)}-{re.escape(high)}" for low, high in ranges if low <= high)
            chunks[-1] += f"[{negated}{inside}]" if inside else ("." if negated else "(?!)")
        else:
            chunks[-1] += re.escape(escaped or plain)
    first, *others = chunks
    # The first place where what stands between two stars fits is as good as any other: atomic, so never exponential.
    inner = "".join(f"(?>.*?{chunk})" for chunk in others[:-1] if chunk)
    return re.compile(f"{first}{inner}.*{others[-1]}" if others else first, re.DOTALL)

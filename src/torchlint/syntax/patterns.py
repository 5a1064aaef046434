"""The wildcards of `${x#p}`, `${x%p}` and `${x/p/r}`: `*`, `?` and backslashes before them, no brackets."""

from __future__ import annotations

# Beyond this a value counts as unknown, so that no pattern can make the work grow with its square.
_LONGEST = 1000

_STAR = "star"
_ANY = "any"


def without_prefix(value: str, pattern: str, *, longest: bool) -> str | None:
    """`value` less what `pattern` matches at its start; None when the pattern is invalid or the value too long."""
    tokens = _tokens(pattern)
    if tokens is None or len(value) > _LONGEST:
        return None
    end = _match(tokens, value, 0, longest)
    return value if end is None else value[end:]


def without_suffix(value: str, pattern: str, *, longest: bool) -> str | None:
    """`value` less what `pattern` matches at its end."""
    tokens = _tokens(pattern)
    if tokens is None or len(value) > _LONGEST:
        return None
    end = _match(tokens[::-1], value[::-1], 0, longest)
    return value if end is None else value[: len(value) - end]


def replaced(value: str, pattern: str, replacement: str, *, everywhere: bool) -> str | None:
    """`value` with the first match of `pattern`, or every match, replaced; the longest match counts."""
    tokens = _tokens(pattern)
    if tokens is None or len(value) > _LONGEST or (everywhere and "$" in replacement):
        return None
    parts: list[str] = []
    done = start = 0
    last = -1
    while start <= len(value):
        end = _match(tokens, value, start, True)
        if end is None or (end == start == last):
            start += 1
            continue
        parts += (value[done:start], replacement)
        done = last = end
        if not everywhere:
            break
        start = end if end > start else start + 1
    parts.append(value[done:])
    return "".join(parts)


def _tokens(pattern: str) -> list[str] | None:
    """One token a character; None where a backslash stands before an ordinary character."""
    tokens: list[str] = []
    index = 0
    while index < len(pattern):
        char = pattern[index]
        index += 1
        if char == "\\":
            escaped = pattern[index : index + 1]
            if escaped in ("}", "/") and escaped:
                continue
            if escaped not in ("*", "?", "\\"):
                return None
            tokens.append(escaped)
            index += 1
        else:
            tokens.append(_STAR if char == "*" else _ANY if char == "?" else char)
    return tokens


def _match(tokens: list[str], value: str, start: int, longest: bool) -> int | None:
    """End of the shortest or longest match of `tokens` at `start`: all states at once, so no backtracking."""
    final = len(tokens)
    states = _through_stars(tokens, {0})
    found: int | None = None
    index = start
    while True:
        if final in states:
            found = index
            if not longest:
                break
        if index == len(value) or not states:
            break
        char = value[index]
        after: set[int] = set()
        for state in states:
            if state == final:
                continue
            token = tokens[state]
            if token == _STAR:
                if char != "\n":
                    after.add(state)
            elif token == char or (token == _ANY and char != "\n"):
                after.add(state + 1)
        states = _through_stars(tokens, after)
        index += 1
    return found


def _through_stars(tokens: list[str], states: set[int]) -> set[int]:
    reached = set(states)
    for state in states:
        while state < len(tokens) and tokens[state] == _STAR:
            state += 1
            reached.add(state)
    return reached

"""Whether an environment marker holds: decided for CPython on Linux as far as one can, else left open."""

from __future__ import annotations

from functools import lru_cache

from torchlint.record import NamedTuple
from torchlint.syntax.marker import tokens
from torchlint.syntax.wheelname import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Tree: TypeAlias = "tuple[str, Tree, Tree] | tuple[str, str, str, str] | None"


class Surroundings(NamedTuple):
    """What markers are asked about. `python`: minor version as "3.11"; None = unknown, as is a `machine` of None."""

    python: str | None
    machine: str | None = "x86_64"
    extras: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


FIXED = {
    "os_name": "posix",
    "os.name": "posix",
    "sys_platform": "linux",
    "sys.platform": "linux",
    "platform_system": "Linux",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "platform.python_implementation": "CPython",
    "python_implementation": "CPython",
}
"""What markers find in every Linux image with CPython."""

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def holds(marker: str, around: Surroundings) -> bool | None:
    """True, False, or None when it cannot be known."""
    return _value(_tree(marker), around)


def _value(tree: Tree, around: Surroundings) -> bool | None:
    if tree is None:
        return None
    if len(tree) == 4:
        return _compare(tree[0], tree[1], tree[2], tree[3] == "turned", around)
    joint, left, right = tree
    both = (_value(left, around), _value(right, around))
    decisive = joint == "or"
    if decisive in both:
        return decisive
    return None if None in both else not decisive


def _compare(name: str, operator: str, text: str, turned: bool, around: Surroundings) -> bool | None:
    if name in ("extra", "extras", "dependency_groups"):
        inside = normalize(text) in (around.groups if name == "dependency_groups" else around.extras)
        return inside if operator in ("==", "in") else not inside if operator in ("!=", "not in") else None
    if name in ("python_version", "python_full_version"):
        if around.python is None:
            return None
        if operator in ("in", "not in"):
            if turned or name != "python_version":
                return None
            return (around.python in text) == (operator == "in")
        asked = TURNED.get(operator, operator) if turned else operator
        return _version(around.python, name == "python_full_version", asked, text)
    value = around.machine if name in ("platform_machine", "platform.machine") else FIXED.get(name)
    if value is None:
        return None
    left, right = (text, value) if turned else (value, text)
    match operator:
        case "==" | "===":
            return left == right
        case "!=":
            return left != right
        case "in":
            return left in right
        case "not in":
            return left not in right
    return None


def _version(minor: str, full: bool, operator: str, text: str) -> bool | None:
    """Compare a Python of that minor version; a `full` one may have any patch number."""
    known = _numbers(minor)
    prefix = text.endswith(".*")
    asked = _numbers(text[:-2] if prefix else text)
    if known is None or asked is None:
        return None
    if prefix or operator == "~=":
        if prefix and operator not in ("==", "!="):
            return None
        head = asked if prefix else asked[:-1]
        if len(head) <= 2 or not full:
            same: bool | None = (*known, 0, 0)[: len(head)] == head
        else:
            same = None if known == head[:2] else False
        if prefix:
            return same if operator == "==" or same is None else not same
        above = _version(minor, full, ">=", text)
        return False if False in (same, above) else None if None in (same, above) else True
    asked = _trimmed(asked)
    if operator in ("==", "!=", "==="):
        if full:
            return None if (*asked, 0)[:2] == known else operator == "!="
        return (_trimmed(known) == asked) == (operator != "!=")
    ends = [(*known, 0), (*known, 10_000)] if full else [known]
    said = {_ordered(_trimmed(end), operator, asked) for end in ends}
    return said.pop() if len(said) == 1 else None


def _ordered(left: tuple[int, ...], operator: str, right: tuple[int, ...]) -> bool | None:
    match operator:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right
    return None


def _trimmed(numbers: tuple[int, ...]) -> tuple[int, ...]:
    while numbers and not numbers[-1]:
        numbers = numbers[:-1]
    return numbers


def _numbers(text: str) -> tuple[int, ...] | None:
    parts = text.strip(" ").split(".")
    return tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else None


@lru_cache(maxsize=2048)
def _tree(marker: str) -> Tree:
    """The marker's structure; None where it is none, or compares what cannot be compared."""
    found = []
    position = 0
    pattern = tokens()
    while position < len(marker):
        match = pattern.match(marker, position)
        if match is None:
            return None
        position = match.end()
        kind = match.lastgroup or ""
        found.append((kind, match[kind]))
    try:
        tree, end = _either(found, 0)
    except (IndexError, RecursionError):
        return None
    return tree if end == len(found) else None


def _either(found: list[tuple[str, str]], at: int) -> tuple[Tree, int]:
    left, at = _both(found, at)
    while at < len(found) and found[at] == ("join", "or"):
        right, at = _both(found, at + 1)
        left = ("or", left, right)
    return left, at


def _both(found: list[tuple[str, str]], at: int) -> tuple[Tree, int]:
    left, at = _item(found, at)
    while at < len(found) and found[at] == ("join", "and"):
        right, at = _item(found, at + 1)
        left = ("and", left, right)
    return left, at


def _item(found: list[tuple[str, str]], at: int) -> tuple[Tree, int]:
    kind, text = found[at]
    if kind == "open":
        inner, at = _either(found, at + 1)
        return inner, at + 1
    if kind != "value" or found[at + 1][0] != "compare" or found[at + 2][0] != "value":
        raise IndexError("a comparison has a value on each side")
    operator = "not in" if found[at + 1][1].startswith("not") else found[at + 1][1]
    other = found[at + 2][1]
    if text[0] in "'\"" and other[0] not in "'\"":
        return (other, operator, text[1:-1], "turned"), at + 3
    if text[0] not in "'\"" and other[0] in "'\"":
        return (text, operator, other[1:-1], ""), at + 3
    return None, at + 3

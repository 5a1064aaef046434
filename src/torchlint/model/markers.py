"""Environment markers: whether a requirement counts on Linux under a Python."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = ("${", "extra", "platform_release", "version(", "platform_version", "implementation_version", "group")
"""What only the machine that installs can tell."""

LINUX = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "x86_64",
    "platform_python_implementation": "CPython",
    "platform_system": "Linux",
    "sys_platform": "linux",
}

_ORDERS: dict[str, Callable[[object, object], bool]] = {
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,  # type: ignore[operator]
    "<=": lambda one, other: one <= other,  # type: ignore[operator]
    ">": lambda one, other: one > other,  # type: ignore[operator]
    ">=": lambda one, other: one >= other,  # type: ignore[operator]
}


def applies(marker: str | None, python: str | None) -> bool | None:
    """Whether a line with this marker counts on Linux x86_64 under that Python; None when that cannot be known."""
    if marker is None:
        return True
    if python is None or any(word in marker for word in UNKNOWN):
        return None
    answer = plain(marker, python)
    return _parsed(marker, python) if answer is None else answer


def plain(marker: str, python: str) -> bool | None:
    """`applies` of comparisons such as nearly all markers are made of, without packaging; None for any others."""
    any_of = False
    for part in marker.split(" or "):
        all_of = True
        for text in part.split(" and "):
            clause = _clause(text)
            holds = None if clause is None else _holds(*clause, python)
            if holds is None:
                return None
            all_of = all_of and holds
        any_of = any_of or all_of
    return any_of


def _clause(text: str) -> tuple[str, str, str] | None:
    """Name, operator and value of `name == "value"`; None for what is of another form or has odd signs."""
    text = text.strip(" ")
    quote = text[-1:]
    if quote not in ("'", '"'):
        return None
    before, opened, value = text[:-1].partition(quote)
    before = before.rstrip(" ")
    operator = next((one for one in _ORDERS if before.endswith(one)), "")
    name = before[: len(before) - len(operator)].rstrip(" ")
    letters = name.replace("_", "a")
    named = letters.isascii() and letters.isalpha() and letters.islower()
    rest = value.replace("_", "").replace(".", "").replace(" ", "").replace("-", "")
    known = not rest or (rest.isascii() and rest.isalnum())
    return (name, operator, value) if opened and operator and named and known else None


def _holds(name: str, operator: str, value: str, python: str) -> bool | None:
    if name in ("python_version", "python_full_version"):
        patches = ("",) if name == "python_version" else (".0", ".99")
        ones, other = [_numbers(python + patch) for patch in patches], _numbers(value)
        if other is None or None in ones:
            return None
        answers = {_ORDERS[operator](one, other) for one in ones}
        return answers.pop() if len(answers) == 1 else None
    return _ORDERS[operator](LINUX[name], value) if name in LINUX and operator in ("==", "!=") else None


def _numbers(version: str) -> tuple[int, ...] | None:
    parts = version.split(".")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return tuple(int(part) for part in (*parts, "0", "0")[:3])


def _parsed(marker: str, python: str) -> bool | None:
    """As packaging reads it; where a patch release decides, that cannot be known."""
    from packaging.markers import InvalidMarker, Marker, UndefinedComparison, UndefinedEnvironmentName

    answers = set()
    for patch in ("0", "99"):
        environment = {**LINUX, "python_full_version": f"{python}.{patch}", "python_version": python}
        try:
            answers.add(Marker(marker).evaluate(environment))
        except (InvalidMarker, UndefinedComparison, UndefinedEnvironmentName, RecursionError):
            return None
    return answers.pop() if len(answers) == 1 else None

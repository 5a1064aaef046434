"""What commands of a Dockerfile call by name in the folders that the whole build context went to."""

from __future__ import annotations

import re

from torchlint.project.asked import names, takes_all
from torchlint.syntax.dockerfile import Copy, Single

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.project.tree import Parts
    from torchlint.syntax.dockerfile import Dockerfile

_RUNS = ("RUN", "CMD", "ENTRYPOINT")
_CD = re.compile(r"""(?<![^ \t\n"'(;&|])(?:cd|pushd)[ \t]""")
_FILE = re.compile(
    r"""(?<![^ \t\n"'\[,(=])[A-Za-z0-9_./][A-Za-z0-9_./-]*"""
    r"""\.(?:py|sh|txt|toml|lock|ya?ml|cfg|json)(?![^ \t\n"'\],;&|)])"""
)
_PROJECT_HERE = re.compile(
    r"""\b(?:install|wheel|build)\b[^&|;\n]{0,200}[ \t"']\.(?:[\["' \t\n;&)]|$)|\buv sync\b""", re.ASCII
)
_PROJECT = ("pyproject.toml", "setup.py")
_MODULE = re.compile(
    r"""\bpython[0-9.]*["', \t]+-m["', \t]+([A-Za-z_][A-Za-z0-9_]*)"""
    r"""|\b(?:uvicorn|gunicorn)\b[^&|;\n]{0,200}?["' \t]([A-Za-z_][A-Za-z0-9_]*)[A-Za-z0-9_.]*:[A-Za-z_]""",
    re.ASCII,
)


def names_below(parsed: Dockerfile) -> list[tuple[Parts, ...]]:
    """What commands after a `COPY . .` call by name: for each the paths of which one is meant, from the context's root.

    Hints, not facts: a command before may have made the file.
    """
    found: dict[tuple[Parts, ...], None] = {}
    workdir = "/"
    roots: dict[str, None] = {}
    for instruction in parsed.instructions:
        value = instruction.value
        if instruction.keyword == "WORKDIR" and isinstance(value, Single):
            workdir = _absolute(workdir, value.word.text)
        elif isinstance(value, Copy) and takes_all(instruction):
            roots[_absolute(workdir, value.target.text)] = None
        elif roots and instruction.keyword in _RUNS:
            for text in (instruction.rest.text, *(one.text for one in instruction.heredocs)):
                for paths in _called(text):
                    below = [_below(roots, _absolute(workdir, path)) for path in paths]
                    known = tuple(parts for parts in below if parts)
                    if known:
                        found[known] = None
    return list(found)


def _called(text: str) -> Iterator[tuple[str, ...]]:
    # After `cd` nobody knows where a relative path leads.
    moved = _CD.search(text)
    end = len(text) if moved is None else moved.start()
    for match in _FILE.finditer(text):
        if match[0][0] == "/" or match.start() < end:
            yield (match[0],)
    if _PROJECT_HERE.search(text, 0, end):
        yield _PROJECT
    for match in _MODULE.finditer(text, 0, end):
        name = match[1] or match[2]
        yield name, name + ".py"


def _absolute(folder: str, text: str) -> str:
    path = text if text.startswith("/") else f"{folder}/{text}"
    return "/" + "/".join(names(path))


def _below(roots: Iterable[str], path: str) -> Parts:
    """The names of a path below the first of some folders that holds it; none where none does."""
    inside = (path[len(root.rstrip("/")) + 1 :] for root in roots if path.startswith(root.rstrip("/") + "/"))
    return names(next(inside, ""))

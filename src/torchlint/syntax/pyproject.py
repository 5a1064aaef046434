"""`pyproject.toml`: what a project depends on, each string with its place."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple
from torchlint.syntax import SyntaxProblem
from torchlint.syntax.requirement import Requirement, parse_requirement
from torchlint.text import Source, Span, decoded, encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Dependency(NamedTuple):
    """One dependency string. `span` is what stands between its quotes, None when it was not found in the text for
    sure. `requirement` is its reading, None when pip could not read it; its spans count from the file's first byte if
    `span` is known, else from the string's."""

    text: str
    span: Span | None
    requirement: Requirement | None


class PoetryDependency(NamedTuple):
    """One entry of a Poetry table: `constraint` as written, None for a table without `version`; `span` as above."""

    name: str
    constraint: str | None
    group: str | None
    span: Span | None


class Pyproject(NamedTuple):
    """A read file; every table that is absent is empty. `optional` and `groups`: name → dependencies, in order.
    `default_groups` is uv's setting, None when it is not told, ("*",) for "all".
    `sources` (name → value) and `indexes` are `[tool.uv.sources]` and `[[tool.uv.index]]` as TOML has them. `dynamic`:
    what the build says instead, `files`: where setuptools then reads the dependencies, () when nothing tells."""

    dependencies: tuple[Dependency, ...] = ()
    optional: tuple[tuple[str, tuple[Dependency, ...]], ...] = ()
    groups: tuple[tuple[str, tuple[Dependency, ...]], ...] = ()
    build_requires: tuple[Dependency, ...] = ()
    requires_python: str | None = None
    requires_python_span: Span | None = None
    poetry: tuple[PoetryDependency, ...] = ()
    sources: tuple[tuple[str, Any], ...] = ()
    indexes: tuple[dict[str, Any], ...] = ()
    problems: tuple[SyntaxProblem, ...] = ()
    name: str | None = None
    default_groups: tuple[str, ...] | None = None
    dynamic: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


# What a scan for strings has to tell apart: strings, comments, headers of tables, keys at the beginning of a line.
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|'
    r"\'\'\'(?:[^']|'(?!''))*'{3,5}|#[^\n]*"
    r"|^[ \t]*\[\[?([^\]\n]*)\]\]?[ \t]*(?=#|\r?$)"
    rf"|^[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=(?!=)"
    r"""|"((?:[^"\\\n]|\\[^\n])*)"|'([^'\n]*)'""",
    re.MULTILINE | re.DOTALL,
)


def parse(source: Source) -> Pyproject:
    """Read the dependency tables of a file. Text that is no TOML is one problem and nothing else."""
    import tomllib

    try:
        document = tomllib.loads(decoded(source.text).removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        return Pyproject(problems=(_problem(source, str(error)),))
    except RecursionError:
        return Pyproject(problems=(SyntaxProblem("invalid-toml", "the file is nested too deeply", source.whole()),))
    places = _Places(source)
    project = _table(document, "project")
    python = project.get("requires-python")
    span = places.take("project.requires-python", python) if isinstance(python, str) else None
    uv = _table(_table(document, "tool"), "uv")
    indexes = uv.get("index")
    name = project.get("name")
    return Pyproject(
        places.dependencies("project.dependencies", project.get("dependencies")),
        places.lists("project.optional-dependencies", _table(project, "optional-dependencies")),
        places.lists("dependency-groups", _table(document, "dependency-groups")),
        places.dependencies("build-system.requires", _table(document, "build-system").get("requires")),
        python if isinstance(python, str) else None,
        span,
        tuple(_poetry(_table(_table(document, "tool"), "poetry"), places)),
        tuple(_table(uv, "sources").items()),
        tuple(one for one in indexes if isinstance(one, dict)) if isinstance(indexes, list) else (),
        name=name if isinstance(name, str) else None,
        default_groups=_default_groups(uv.get("default-groups")),
        dynamic=_strings(project.get("dynamic")),
        files=_files(_table(_table(_table(document, "tool"), "setuptools"), "dynamic").get("dependencies")),
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _files(value: object) -> tuple[str, ...]:
    """The files of `dependencies = {file = ...}`, one or a list."""
    told = value.get("file") if isinstance(value, dict) else None
    return (told,) if isinstance(told, str) else _strings(told)


def _default_groups(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list):
        return tuple(one for one in value if isinstance(one, str))
    return ("*",) if value == "all" else None


class _Places:
    """Where strings stand: those behind each key, under its full path as `table.key`."""

    __slots__ = ("_found",)

    def __init__(self, source: Source) -> None:
        self._found: dict[tuple[str, str], list[Span]] = {}
        table = path = ""
        for match in _TOKEN.finditer(source.text):
            kind = match.lastindex
            if kind == 1:
                table = path = re.sub(r"[ \t\"']", "", match[1])
            elif kind == 2:
                path = f"{table}." + re.sub(r"[ \t\"']", "", match[2])
            elif kind is not None and "\\" not in match[kind]:
                self._found.setdefault((path, match[kind]), []).append(Span(*match.span(kind)))

    def take(self, path: str, value: str) -> Span | None:
        """The place of `value` behind the key `path`, also if a table is written inline; None when it cannot be told
        from the same text at another place."""
        held = encoded(value)
        for place in (path, path + ".version", path.rpartition(".")[0]):
            spans = self._found.get((place, held))
            if spans:
                return spans[0] if len(spans) == 1 else None
        return None

    def dependencies(self, path: str, value: object) -> tuple[Dependency, ...]:
        """The strings of a list, each with its place."""
        made = []
        for text in value if isinstance(value, list) else ():
            if isinstance(text, str):
                span = self.take(path, text)
                requirement = parse_requirement(encoded(text), span.start if span is not None else 0)
                read = requirement if isinstance(requirement, Requirement) else None
                made.append(Dependency(text, span, read))
        return tuple(made)

    def lists(self, path: str, value: dict[str, Any]) -> tuple[tuple[str, tuple[Dependency, ...]], ...]:
        """The lists of a table, each under its name."""
        return tuple((name, self.dependencies(f"{path}.{name}", listed)) for name, listed in value.items())


def _poetry(poetry: dict[str, Any], places: _Places) -> list[PoetryDependency]:
    tables: list[tuple[str | None, str, dict[str, Any]]] = [
        (None, "dependencies", poetry),
        ("dev", "dev-dependencies", poetry),
    ]
    for named, table in _table(poetry, "group").items():
        if isinstance(table, dict):
            tables.append((named, "dependencies", table))
    made = []
    for group, key, table in tables:
        above = "tool.poetry" if table is poetry else f"tool.poetry.group.{group}"
        for name, value in _table(table, key).items():
            version = value.get("version") if isinstance(value, dict) else value
            constraint = version if isinstance(version, str) else None
            span = places.take(f"{above}.{key}.{name}", constraint) if constraint is not None else None
            made.append(PoetryDependency(name, constraint, group, span))
    return made


def _table(holder: dict[str, Any], key: str) -> dict[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def _problem(source: Source, message: str) -> SyntaxProblem:
    """tomllib says where only in its words: "… (at line 3, column 7)"."""
    match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    if match is None:
        return SyntaxProblem("invalid-toml", message, source.whole())
    # What is missing at the end is missed on the last line that holds something.
    last = source.line_at(len(source.text.rstrip(" \t\r\n")))
    line = min(int(match[1]), source.line_count()) if match[1] else last
    words = message[: match.start()]
    return SyntaxProblem("invalid-toml", words[:1].lower() + words[1:], source.line_span(line))

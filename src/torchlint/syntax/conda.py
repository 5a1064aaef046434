"""Conda's package specifications and its `environment.yml`, the `pip:` list included."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple
from torchlint.syntax import SyntaxProblem
from torchlint.syntax.requirements import Line, parse_line
from torchlint.syntax.simple_yaml import Items, Node, Scalar, Table, read
from torchlint.text import Source, Span

_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?", re.ASCII)
_CLAUSE = r"[=!<>~]{0,2}(?:\d+!)?[^\s=!<>~,|()\[\]'\"]+"
_VERSION = re.compile(rf"({_CLAUSE}(?:[,|]{_CLAUSE})*)(?:[ =]([^\s=!<>~,|()\[\]'\"]+))?", re.ASCII)
_AROUND_OPERATOR = re.compile(r"[ \t]*([=!<>~,|]+)[ \t]*")
_FIELD = re.compile(r"[ \t]*(\w+)[ \t]*=[ \t]*(?:'([^']*)'|\"([^\"]*)\"|([^\s,\]'\"]+))[ \t]*(?:,|$)", re.ASCII)


class CondaSpec(NamedTuple):
    """One package. `name` is lower case. `version_spec` has no blanks: "=3.10" takes every 3.10.x, "==3.10" only that
    one (so written, or as `name 3.10`, or with a build behind it), None is any version. `version_span` covers the
    version as written, its operators included."""

    text: str
    name: str
    version_spec: str | None
    build: str | None
    channel: str | None
    span: Span
    name_span: Span
    version_span: Span | None


class CondaEnvironment(NamedTuple):
    """A read file. `complete`: nothing in name, channels and dependencies was beyond this reader; what was is left
    out. `pip` holds the lines of every `pip:` list."""

    name: str | None
    prefix: str | None
    channels: tuple[Scalar, ...]
    dependencies: tuple[CondaSpec, ...]
    pip: tuple[Line, ...]
    complete: bool
    problems: tuple[SyntaxProblem, ...]


def parse(source: Source) -> CondaEnvironment:
    """Read an environment file."""
    document = read(source)
    if not isinstance(document, Table):
        return CondaEnvironment(None, None, (), (), (), document is None, ())
    complete = True
    texts: list[str | None] = []
    for key in ("name", "prefix"):
        value = document.get(key)
        texts.append(value.text if isinstance(value, Scalar) else None)
        complete = complete and (value is None or isinstance(value, Scalar))
    channels, all_channels = _scalars(document.get("channels"))
    dependencies: list[CondaSpec] = []
    lines: list[Line] = []
    problems: list[SyntaxProblem] = []
    listed = document.get("dependencies")
    complete = complete and all_channels and (listed is None or isinstance(listed, Items))
    for node in listed.nodes if isinstance(listed, Items) else ():
        if isinstance(node, Scalar):
            spec = parse_spec(node.text, node.span.start)
            if spec is None:
                complete = False
            else:
                dependencies.append(spec)
        elif isinstance(node, Table) and [key.text for key, _ in node.pairs] == ["pip"]:
            requirements, all_read = _scalars(node.pairs[0][1])
            complete = complete and all_read
            for requirement in requirements:
                read_lines, read_problems = parse_line(requirement.text, requirement.span.start)
                lines.extend(read_lines)
                problems.extend(read_problems)
        else:
            complete = False
    name, prefix = texts
    return CondaEnvironment(name, prefix, channels, tuple(dependencies), tuple(lines), complete, tuple(problems))


def parse_spec(text: str, offset: int = 0) -> CondaSpec | None:
    """Read one argument of `conda install`, quotes removed; `offset` is where `text` begins in its source.

    None for files, URLs and whatever else does not name a package in the common forms.
    """
    content = text.strip(" \t")
    begin = text.index(content)
    channel, colons, _ = content.rpartition("::")
    position = len(channel) + len(colons)
    match = _NAME.match(content, position)
    if match is None or (colons and not channel) or any(blank in channel for blank in " \t[]"):
        return None
    start = offset + begin
    name_span = Span(start + match.start(), start + match.end())
    rest = content[match.end() :]
    version = build = None
    version_span = None
    if rest.startswith("["):
        fields = _fields(rest)
        if fields is None:
            return None
        version, build = fields.get("version"), fields.get("build")
        channel = channel or fields.get("channel", "")
        if version is not None:
            at = start + match.end() + rest.index(version)
            version_span = Span(at, at + len(version))
            version = _AROUND_OPERATOR.sub(r"\1", version)
            if version and version[0] not in "=!<>~*" and "*" not in version:
                version = "==" + version
    elif rest:
        if rest[0] not in " \t=!<>~":
            return None
        found = _VERSION.fullmatch(re.sub(r"[ \t]+", " ", _AROUND_OPERATOR.sub(r"\1", rest.strip(" \t"))))
        if found is None:
            return None
        version, build = found.groups()
        at = start + len(content) - len(rest.lstrip(" \t"))
        stop = start + len(content)
        if build is not None:
            stop = start + len(content[: len(content) - len(build)].rstrip(" \t="))
        version_span = Span(at, stop)
        single = "," not in version and "|" not in version
        if single and (version[0] not in "=!<>~*" or (build is not None and version[0] == "=" != version[1])):
            version = "==" + version.lstrip("=") if "*" not in version else version.lstrip("=")
    return CondaSpec(
        content,
        match[0].lower(),
        version or None,
        build,
        channel or None,
        Span(start, start + len(content)),
        name_span,
        version_span,
    )


def _fields(text: str) -> dict[str, str] | None:
    """The parts of `[version='>=1', build=abc]`; None when it is something else."""
    if not text.endswith("]"):
        return None
    inner = text[1:-1]
    fields: dict[str, str] = {}
    position = 0
    while position < len(inner):
        match = _FIELD.match(inner, position)
        if match is None:
            return None
        fields[match[1]] = next(value for value in match.groups()[1:] if value is not None)
        position = match.end()
    return fields


def _scalars(node: Node) -> tuple[tuple[Scalar, ...], bool]:
    """The scalars of a sequence, and whether it holds nothing else."""
    if not isinstance(node, Items):
        return (), node is None
    scalars = tuple(one for one in node.nodes if isinstance(one, Scalar))
    return scalars, len(scalars) == len(node.nodes)

"""Rule pages: manual for people, examples for the tests.

A page begins with `# rule-name: what is wrong`, says why up to the first `##`, and may list what others call the rule
in a line `Same as: hadolint DL3006, buildkit Name`. A fenced block whose info string says `bad` or `good` begins an
example (`dockerfile bad as-of=2026-11-21`). The blocks up to the next one belong to it: further files
(`text file=path`), a `report` with a line `file:line:column severity outcome: message` for each finding of this rule,
and files as they are after all fixes of this rule (`dockerfile fixed`). Blocks of Dockerfiles and requirements need no
`file=`.
"""

from __future__ import annotations

import re

from torchlint.record import NamedTuple

_FENCE = re.compile(r"(`{3,})[ \t]*([^`\n]*)$")
_REPORT = re.compile(r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+) (?P<severity>\w+) (?P<outcome>\w+): (?P<message>.+)$")
_FILES = {"dockerfile": "Dockerfile", "requirements": "requirements.txt"}


class PageError(Exception):
    """A page that is not of the agreed form."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line = line
        self.why = why


class Expected(NamedTuple):
    """One line of a `report` block."""

    path: str
    line: int
    column: int
    severity: str
    outcome: str
    message: str


class Example(NamedTuple):
    """One example: a small build context, what the rule says of it, and what its fixes make of it.

    `files` and `fixed` are (path, text) pairs, the file in question first; `at` is the line in the page, from 1.
    `as_of` is the day it is judged on, None for the knowledge date.
    """

    bad: bool
    files: tuple[tuple[str, str], ...]
    report: tuple[Expected, ...]
    fixed: tuple[tuple[str, str], ...]
    as_of: str | None
    at: int


class Page(NamedTuple):
    """A page, read."""

    name: str
    title: str
    prose: str
    examples: tuple[Example, ...]


class _Block(NamedTuple):
    """A fenced block: `marks` are the words of its info string without `key=value`, `options` those with."""

    language: str
    marks: tuple[str, ...]
    options: dict[str, str]
    text: str
    line: int

    @property
    def file(self) -> str:
        name = self.options.get("file") or _FILES.get(self.language)
        if name is None:
            raise PageError(self.line, f"a block of {self.language or 'no language'} must say file=")
        return name


def parse(text: str) -> Page:
    """Read a page. Raises PageError."""
    lines = text.split("\n")
    name, colon, title = lines[0].removeprefix("# ").partition(": ")
    if not lines[0].startswith("# ") or not colon or not title:
        raise PageError(1, "must begin with '# rule-name: what is wrong'")
    first = next((i for i, line in enumerate(lines) if line.startswith("## ")), len(lines))
    return Page(name, title, "\n".join(lines[1:first]).strip(), tuple(map(_example, _groups(lines))))


def shown(text: str) -> str:
    """The page as people read it: blocks that are data for the tests get a sentence that says what they are."""
    out: list[str] = []
    closing = ""
    for line in text.split("\n"):
        fence = _FENCE.match(line)
        if closing:
            closing = "" if line.rstrip() == closing else closing
            out.append(line)
        elif fence:
            closing = fence[1]
            language, marks, options = _info(fence[2])
            if language == "report":
                out += ["torchlint says:", ""]
                language = "text"
            elif "fixed" in marks:
                out += [f"After the fix{_of(options)}:", ""]
            elif "file" in options and not {"bad", "good"} & set(marks):
                out += [f"With `{options['file']}`:", ""]
            out.append(fence[1] + language)
        else:
            out.append(line)
    return "\n".join(out)


def _of(options: dict[str, str]) -> str:
    return f" `{options['file']}`" if "file" in options else ""


def _info(info: str) -> tuple[str, tuple[str, ...], dict[str, str]]:
    words = info.split()
    marks = tuple(word for word in words[1:] if "=" not in word)
    options = dict(word.split("=", 1) for word in words[1:] if "=" in word)
    return (words[0] if words else ""), marks, options


def _groups(lines: list[str]) -> list[list[_Block]]:
    """The blocks of each example: from one marked `bad` or `good` to the next."""
    groups: list[list[_Block]] = []
    i = 0
    while i < len(lines):
        fence = _FENCE.match(lines[i])
        if fence:
            end = next((j for j in range(i + 1, len(lines)) if lines[j].rstrip() == fence[1]), None)
            if end is None:
                raise PageError(i + 1, "this block is never closed")
            block = _Block(*_info(fence[2]), "".join(line + "\n" for line in lines[i + 1 : end]), i + 1)
            if {"bad", "good"} & set(block.marks):
                groups.append([block])
            elif groups:
                groups[-1].append(block)
            elif block.options or block.marks or block.language == "report":
                raise PageError(i + 1, "stands before the first block marked bad or good")
            i = end
        i += 1
    return groups


def _example(blocks: list[_Block]) -> Example:
    first = blocks[0]
    report = [block for block in blocks if block.language == "report"]
    others = [block for block in blocks[1:] if block.language != "report"]
    bad = "bad" in first.marks
    if bad != bool(report):
        raise PageError(first.line, "a bad example needs a report" if bad else "a good example has no report")
    return Example(
        bad=bad,
        files=tuple((block.file, block.text) for block in [first, *others] if "fixed" not in block.marks),
        report=tuple(expected for block in report for expected in _expected(block)),
        fixed=tuple((block.file, block.text) for block in others if "fixed" in block.marks),
        as_of=first.options.get("as-of"),
        at=first.line,
    )


def _expected(block: _Block) -> list[Expected]:
    found: list[Expected] = []
    for number, line in enumerate(block.text.splitlines(), block.line + 1):
        match = _REPORT.match(line)
        if match is None:
            raise PageError(number, "a report line reads 'file:line:column severity outcome: message'")
        path, at, column, severity, outcome, message = match.groups()
        found.append(Expected(path, int(at), int(column), severity, outcome, message))
    return found

"""The part of YAML that people write environment files in; whatever lies outside it reads as Unknown, never wrongly.

Block mappings and sequences, flow sequences of scalars, plain and quoted scalars of one line without escapes, comments.
"""

from __future__ import annotations

import re

from torchlint.record import NamedTuple
from torchlint.text import Source, Span


class Scalar(NamedTuple):
    """One value; `text` is exactly the bytes of `span`, quotes left out. `quoted`: it surely is a string."""

    text: str
    span: Span
    quoted: bool = False


class Items(NamedTuple):
    """A sequence."""

    nodes: tuple[Node, ...]


class Table(NamedTuple):
    """A mapping. Of a repeated key the last counts, as for every YAML reader conda uses."""

    pairs: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node:
        """The value of a key; None when it is absent or empty."""
        return next((value for name, value in reversed(self.pairs) if name.text == key), None)


class Unknown(NamedTuple):
    """Something outside the subset, or no YAML at all. `span` covers where it begins."""

    span: Span


Node = Scalar | Items | Table | Unknown | None

# Breaks that YAML knows beside LF and CR LF; a file with one of them is left alone.
_ODD_BREAK = re.compile("\r(?!\n)|\xc2\x85|\xe2\x80[\xa8\xa9]|\x00")
_KEY = re.compile(r"""("[^"\\\n]*"|'[^'\n]*'|[A-Za-z0-9_./][^\s:#'"\[\]{},&*!|>%@`]*)[ ]*:(?=[ ]|$)[ ]*""", re.ASCII)
_QUOTED = re.compile(r"""(?:"([^"\\]*)"|'((?:[^'])*)'(?!'))[ ]*(?:$|(?<= )#)""", re.ASCII)
# A value that surely ends on its line although it is not read: escapes, doubled quotes, flow mappings.
_CLOSED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\{[^{}\[\]"'#]*\}|\[[^{}\[\]"'#]*\])(?: +#.*)?""")
_DEEPEST = 24


class _Line(NamedTuple):
    indent: int
    text: str
    start: int


def read(source: Source) -> Node:
    """The document of a file; None when it is empty."""
    text = source.text
    if _ODD_BREAK.search(text):
        return Unknown(Span(0, len(text)))
    lines: list[_Line] = []
    marked = False
    start = 3 if text.startswith("\xef\xbb\xbf") else 0
    while start < len(text):
        newline = text.find("\n", start)
        stop = len(text) if newline < 0 else newline
        raw = text[start:stop].rstrip(" \r")
        content = raw.lstrip(" ")
        if content.startswith(("---", "...", "%")) and content == raw:
            if content != "---" or lines or marked:
                return Unknown(Span(start, stop))
            marked = True
        elif content.startswith("\t"):
            return Unknown(Span(start, stop))
        elif content and not content.startswith("#"):
            indent = len(raw) - len(content)
            lines.append(_Line(indent, content, start + indent))
        start = stop + 1
    if not lines:
        return None
    reader = _Reader(lines, text)
    node = reader.block(0, 0)
    return node if reader.position == len(lines) and not reader.lost else reader.unknown()


class _Reader:
    """Goes through the lines once; `position` is the line to be read next. `lost`: a quote or bracket does not close
    where it should, so nobody knows what the lines behind it belong to."""

    __slots__ = ("lines", "lost", "position", "source")

    def __init__(self, lines: list[_Line], source: str) -> None:
        self.lines = lines
        self.lost = False
        self.position = 0
        self.source = source

    def unknown(self) -> Unknown:
        """What stands at this line cannot be read."""
        if self.position >= len(self.lines):
            return Unknown(Span(len(self.source), len(self.source)))
        line = self.lines[self.position]
        return Unknown(Span(line.start, line.start + len(line.text)))

    def skip(self, indent: int) -> None:
        """Leave out the lines that are indented deeper."""
        while self.position < len(self.lines) and self.lines[self.position].indent > indent:
            self.position += 1

    def block(self, least: int, depth: int) -> Node:
        """The block that begins at this line, if it is indented by `least` or more; else None."""
        if self.position >= len(self.lines) or self.lines[self.position].indent < least:
            return None
        line = self.lines[self.position]
        if depth > _DEEPEST:
            node: Node = self.unknown()
            self.skip(least - 1)
            return node
        if _is_item(line.text):
            return self.items(line.indent, depth)
        if _KEY.match(line.text):
            return self.table(line.indent, depth)
        self.position += 1
        return self.inline(line, 0, line.indent - 1)

    def items(self, indent: int, depth: int) -> Node:
        nodes: list[Node] = []
        while self.position < len(self.lines):
            line = self.lines[self.position]
            if line.indent < indent or (line.indent == indent and not _is_item(line.text)):
                break
            if line.indent > indent:
                nodes.append(self.unknown())
                self.skip(indent)
                continue
            content = line.text[1:].lstrip(" ")
            width = len(line.text) - len(content)
            if not content or content.startswith("#"):
                self.position += 1
                nodes.append(self.block(indent + 1, depth + 1))
            elif _is_item(content) or _KEY.match(content):
                # What stands behind the dash is a block of its own, indented as far as it stands to the right.
                self.lines[self.position] = _Line(indent + width, content, line.start + width)
                nodes.append(self.block(indent + 1, depth + 1))
            else:
                self.position += 1
                nodes.append(self.inline(line, width, indent))
        return Items(tuple(nodes))

    def table(self, indent: int, depth: int) -> Node:
        pairs: list[tuple[Scalar, Node]] = []
        while self.position < len(self.lines):
            line = self.lines[self.position]
            if line.indent < indent:
                break
            match = _KEY.match(line.text) if line.indent == indent else None
            if match is None:
                return self.unknown()
            raw = match[1]
            quoted = raw[0] in "\"'"
            begin = line.start + quoted
            key = Scalar(raw[1:-1] if quoted else raw, Span(begin, begin + len(raw) - 2 * quoted), quoted)
            rest = line.text[match.end() :]
            self.position += 1
            if rest and not rest.startswith("#"):
                pairs.append((key, self.inline(line, match.end(), indent)))
                continue
            following = self.lines[self.position] if self.position < len(self.lines) else None
            # A sequence may stand right below its key, not indented.
            same = following is not None and following.indent == indent and _is_item(following.text)
            pairs.append((key, self.block(indent if same else indent + 1, depth + 1)))
        return Table(tuple(pairs))

    def inline(self, line: _Line, column: int, indent: int) -> Node:
        """The value at `column` of a line already passed; the block around it is indented by `indent`."""
        text = line.text[column:]
        start = line.start + column
        if text[0] == "[":
            return self.flow(start, indent)
        node: Node = _scalar(text, start)
        if isinstance(node, Unknown) and text[0] in "\"'{" and not _CLOSED.fullmatch(text):
            self.lost = True
        if self.position < len(self.lines) and self.lines[self.position].indent > indent:
            node = Unknown(Span(start, start + len(text)))
            self.skip(indent)
        return node

    def flow(self, start: int, indent: int) -> Node:
        """A flow sequence of scalars that begins at byte `start`, over as many lines as it takes."""
        found = _flow(self.source, start)
        if found is None:
            newline = self.source.find("\n", start)
            text = self.source[start : len(self.source) if newline < 0 else newline].rstrip(" \r")
            self.lost = self.lost or _CLOSED.fullmatch(text) is None
            self.skip(indent)
            return Unknown(Span(start, start + len(text)))
        node, stop = found
        while self.position < len(self.lines) and self.lines[self.position].start < stop:
            self.position += 1
        newline = self.source.find("\n", stop)
        rest = self.source[stop : len(self.source) if newline < 0 else newline]
        if rest.strip(" \t\r") and not re.match(r"[ \t]+#", rest):
            self.skip(indent)
            return Unknown(Span(start, stop))
        return node


def _is_item(text: str) -> bool:
    return text == "-" or text.startswith("- ")


def _scalar(text: str, start: int) -> Node:
    """A scalar of one line, with the comment behind it."""
    unknown = Unknown(Span(start, start + len(text)))
    if "\t" in text:
        # YAML allows tabs in places where PyYAML refuses them: then nobody knows what conda's reader does.
        return unknown
    if text[0] in "\"'":
        match = _QUOTED.match(text)
        if match is None:
            return unknown
        group = 1 if match[1] is not None else 2
        return Scalar(match[group], Span(start + match.start(group), start + match.end(group)), quoted=True)
    if text[0] in ",[]{}#&*!|>%@`" or (text[0] in "-?:" and text[1:2] in ("", " ")):
        return unknown
    value = text.partition(" #")[0].rstrip(" ")
    if ": " in value or value.endswith(":"):
        return unknown
    return Scalar(value, Span(start, start + len(value)))


_FLOW_PART = re.compile(
    r"""(?P<blank>(?:[ \t\r\n]|(?<=[ \t\r\n])\#[^\n]*)+)|(?P<close>\])|(?P<comma>,)|"(?P<double>[^"\\\n]*)"
    |'(?P<single>[^'\n]*)'(?!')
    |(?P<plain>[^\s,\[\]{}\#&*!|>%@`"'?:-](?:[^\s,\[\]{}:\#]|[ ](?=[^\s,\[\]{}:\#])|(?<=\S)\#)*)""",
    re.ASCII | re.VERBOSE,
)


def _flow(text: str, start: int) -> tuple[Items, int] | None:
    """The flow sequence that opens at `start`, and the byte behind it; None when it holds more than scalars."""
    position = start + 1
    nodes: list[Node] = []
    waiting = True
    while True:
        match = _FLOW_PART.match(text, position)
        if match is None:
            return None
        position = match.end()
        kind = match.lastgroup or ""
        if kind == "close":
            return Items(tuple(nodes)), position
        if kind == "comma":
            if waiting:
                return None
            waiting = True
        elif kind != "blank":
            if not waiting:
                return None
            waiting = False
            nodes.append(Scalar(match[kind], Span(*match.span(kind)), kind != "plain"))

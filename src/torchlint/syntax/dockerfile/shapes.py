"""What a Dockerfile is made of. Every shape knows where it was read."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from torchlint.syntax import SyntaxProblem
    from torchlint.syntax.joined import Joined
    from torchlint.text import Source, Span


class Directive(NamedTuple):
    """`# name=value` at the top of the file; `name` is lower-case, `span` runs from `#` to the line's end."""

    name: str
    value: str
    span: Span


class Comment(NamedTuple):
    """A line that is only a comment, also between the lines of one instruction. `text` is what follows the `#`."""

    text: str
    span: Span


class Flag(NamedTuple):
    """`--name=value`, quotes and escapes removed; `value` is None when there is no `=`.

    `value_span` covers the value as written, with its quotes."""

    name: str
    value: str | None
    span: Span
    value_span: Span | None


class Word(NamedTuple):
    """One word as written, quotes and variables still in. `literal`: an element of a JSON array, decoded."""

    text: str
    span: Span
    literal: bool


class Heredoc(NamedTuple):
    """A document that follows the instruction's line.

    `span` runs from the first line of the body to the end of the closing line, `body` holds the lines between as
    written, `text` is what the program gets. `marker` is the `<<NAME` on the instruction's own line. Without
    `expand` variables in the body stay as they are; `chomp` is `<<-`; `fd` is 0 unless a number was written.
    """

    name: str
    span: Span
    body: Span
    text: str
    expand: bool
    chomp: bool
    fd: int
    marker: Span


class From(NamedTuple):
    """FROM image [AS alias]."""

    image: Word
    platform: Flag | None
    alias: Word | None


class Copy(NamedTuple):
    """COPY or ADD. A heredoc source is a Word that starts with `<<`."""

    sources: tuple[Word, ...]
    target: Word
    add: bool


class Pair(NamedTuple):
    """name=value of ENV or LABEL."""

    name: Word
    value: Word
    span: Span


class Pairs(NamedTuple):
    """ENV or LABEL. `legacy`: the one pair is written `name value`, and the value is the rest of the line."""

    items: tuple[Pair, ...]
    legacy: bool


class ArgItem(NamedTuple):
    """One name of an ARG, with its default if it has one."""

    name: str
    name_span: Span
    default: Word | None
    span: Span


class Arg(NamedTuple):
    """ARG name[=default] ..."""

    items: tuple[ArgItem, ...]


class Exec(NamedTuple):
    """A command: `argv` in JSON form, else `script` for the shell, with the markers of its heredocs."""

    argv: tuple[Word, ...] | None
    script: Joined | None


class Single(NamedTuple):
    """USER, WORKDIR, STOPSIGNAL, MAINTAINER: the whole rest of the line is one word."""

    word: Word


class Many(NamedTuple):
    """EXPOSE, VOLUME."""

    words: tuple[Word, ...]


class Healthcheck(NamedTuple):
    """HEALTHCHECK NONE or HEALTHCHECK CMD; the timing is in the instruction's flags."""

    none: bool
    test: Exec | None


class Onbuild(NamedTuple):
    """ONBUILD: an instruction kept for whoever builds on this image."""

    inner: Instruction


Value: TypeAlias = "From | Copy | Pairs | Arg | Exec | Single | Many | Healthcheck | Onbuild"


class Instruction:
    """One instruction, with its typed reading.

    `keyword` is upper-case; `span` runs to the last byte of the last line, heredocs included, without its line end.
    `rest` is the argument text after the flags. `exec_form`: the arguments are a JSON array, as BuildKit decides it.
    `value` is None when the instruction is unknown or malformed.
    """

    __slots__ = ("exec_form", "flags", "heredocs", "keyword", "keyword_span", "rest", "span", "value")

    def __init__(
        self,
        keyword: str,
        keyword_span: Span,
        span: Span,
        flags: tuple[Flag, ...],
        rest: Joined,
        exec_form: bool,
        heredocs: tuple[Heredoc, ...],
        value: Value | None,
    ) -> None:
        self.keyword = keyword
        self.keyword_span = keyword_span
        self.span = span
        self.flags = flags
        self.rest = rest
        self.exec_form = exec_form
        self.heredocs = heredocs
        self.value = value

    def flag(self, name: str) -> Flag | None:
        """The first flag of that name."""
        for flag in self.flags:
            if flag.name == name:
                return flag
        return None

    def __repr__(self) -> str:
        return f"Instruction({self.keyword} {self.rest.text!r} at {self.span.start})"


TEMPLATE = ("{{", "{%", "<%")
"""How statements of templates begin."""


class Dockerfile:
    """A whole file. `problems` are what BuildKit refuses; `notes` are what it takes, but hardly as it was meant.

    `escape` is the character that continues lines. `comments` are in file order and hold no directives.
    """

    __slots__ = ("comments", "directives", "escape", "instructions", "notes", "problems", "source")

    def __init__(
        self,
        source: Source,
        directives: tuple[Directive, ...],
        escape: str,
        instructions: tuple[Instruction, ...],
        comments: tuple[Comment, ...],
        problems: tuple[SyntaxProblem, ...],
        notes: tuple[SyntaxProblem, ...],
    ) -> None:
        self.source = source
        self.directives = directives
        self.escape = escape
        self.instructions = instructions
        self.comments = comments
        self.problems = problems
        self.notes = notes

    @property
    def template(self) -> bool:
        """True if a line is a statement of a template, or FROM holds one: only what is made of it is a Dockerfile."""
        text = self.source.text
        return any(
            text.startswith(TEMPLATE, one.span.start)
            if one.kind == "unknown-instruction"
            else one.kind == "from-arguments" and any(mark in text[one.span.start : one.span.end] for mark in TEMPLATE)
            for one in self.problems
        )

    @property
    def fragment(self) -> bool:
        """True if it lacks no more than a FROM, under a name that docker does not look for: a piece that something
        puts into a Dockerfile."""
        kinds = {one.kind for one in self.problems}
        named = self.source.path.rpartition("/")[2].lower() not in ("dockerfile", "containerfile", "-")
        return named and "no-from" in kinds and "unknown-instruction" not in kinds

    def __repr__(self) -> str:
        return f"Dockerfile({self.source.path!r}, {len(self.instructions)} instructions)"


class Mount(NamedTuple):
    """One `--mount=` of a RUN. `options` are its fields in order, keys lower-case, value None without `=`.

    The named fields repeat the options of those names, aliases resolved; `span` is the flag's value.
    """

    type: str
    options: tuple[tuple[str, str | None], ...]
    source: str | None
    target: str | None
    from_: str | None
    id: str | None
    span: Span

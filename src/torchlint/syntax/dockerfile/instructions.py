"""From logical lines to instructions, and from instructions to a file."""

from __future__ import annotations

import re

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.blanks import skipped, trimmed
from torchlint.syntax.dockerfile.directives import is_foreign, read_directives
from torchlint.syntax.dockerfile.lines import LONGEST_LINE, Lines
from torchlint.syntax.dockerfile.reading import Reading
from torchlint.syntax.dockerfile.shapes import Dockerfile, Instruction, Onbuild
from torchlint.syntax.dockerfile.values import READERS
from torchlint.text import Span, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.dockerfile.heredocs import Documents
    from torchlint.syntax.dockerfile.shapes import Directive, Flag, Heredoc, Value
    from torchlint.syntax.joined import Joined
    from torchlint.text import Source

# The keyword ends at a plain blank; after it, and before flags, any byte that Latin-1 calls blank is skipped.
_HEAD = re.compile(r"([^\t\v\f\r ]*+)[\t-\r \x85\xa0]*+")
# Patterns kept as texts are needed by few files: `re` compiles and remembers them when they are.
_TRIGGER_REFUSED = r"(?:ONBUILD|FROM|MAINTAINER)(?=[\t\v\f\r ]|\Z)"
# How the lost rest of a command begins; no instruction does.
_LOST = r"&&|\|\|?|--?[a-zA-Z]"
# BuildKit reads an ONBUILD's instruction no further than this; the rest is for whoever builds on the image.
_ONBUILD_PROBLEMS = ("missing-value", "json-elements", "unterminated-heredoc")
_HEREDOC_KEYWORDS = ("RUN", "COPY", "ADD")
_COMMANDS = ("RUN", "CMD", "ENTRYPOINT")


def parse(source: Source) -> Dockerfile:
    """Read a whole Dockerfile; after a bad line reading goes on with the next."""
    lines = Lines(source)
    problems: list[SyntaxProblem] = []
    if len(source.text) > LONGEST_LINE:
        problems += _long_lines(lines)
    directives = read_directives(lines, problems)
    reader = _Reader(lines, directives)
    escape = reader.escape
    instructions: list[Instruction] = []
    from_seen = False
    early: SyntaxProblem | None = None
    while joined := lines.next(escape):
        instruction = reader.read(joined, lines.first, problems)
        keyword = instruction.keyword
        if keyword == "FROM":
            from_seen = True
        elif keyword not in READERS and keyword != "ONBUILD":
            problems += _unknown(instruction, instructions, reader.foreign)
        elif not from_seen and early is None and keyword != "ARG":
            early = SyntaxProblem("before-from", f"{keyword} comes before the first FROM", instruction.keyword_span)
        instructions.append(instruction)
    if not instructions:
        problems.append(SyntaxProblem("no-instructions", "there are no instructions in this file", Span(0, 0)))
    elif not from_seen:
        # An ARG may stand above the FROM: BuildKit stops at what may not.
        first = instructions[0].keyword_span if early is None else early.span
        problems.append(SyntaxProblem("no-from", "there is no FROM in this file", first))
    elif early:
        problems.append(early)
    return Dockerfile(
        source,
        directives,
        escape,
        tuple(instructions),
        tuple(lines.comments),
        tuple(sorted(problems, key=_place)),
        tuple(sorted(lines.notes, key=_place)),
    )


def _place(problem: SyntaxProblem) -> Span:
    return problem.span


class _Reader:
    """Reads the instructions of one file."""

    __slots__ = ("documents", "escape", "foreign", "lines")

    def __init__(self, lines: Lines, directives: tuple[Directive, ...]) -> None:
        self.lines = lines
        self.documents: Documents | None = None
        self.escape = next((item.value for item in directives if item.name == "escape"), "\\")
        self.foreign = is_foreign(directives)

    def read(self, joined: Joined, first: int, problems: list[SyntaxProblem]) -> Instruction:
        """The instruction whose logical line is `joined` and begins at byte `first`, and its heredocs after it."""
        text = joined.text
        start, end = 0, len(text)
        if not " " < text[-1:] < "\x80":
            end = trimmed(text, 0, end)
        if not " " < text[:1] < "\x80":
            start = skipped(text, 0, end)
        found = _HEAD.match(text, start, end)
        start, stop = found.span(1) if found else (0, 0)
        word = text[start:stop]
        keyword = word if word in READERS else _upper(word)
        keyword_span = joined.span(start, stop)
        stop = found.end() if found else end
        flags: tuple[Flag, ...] = ()
        if text.startswith("--", stop, end):
            from torchlint.syntax.dockerfile.flags import read_flags

            flags, stop = read_flags(joined, stop, end, self.escape)
            stop = skipped(text, stop, end)
        elif text[stop : stop + 1] > "\xc1":
            stop = skipped(text, stop, end)
        reading = Reading(keyword, keyword_span, flags, joined.part(stop, end), self.escape, problems, self.lines.notes)
        value: Value | None = None
        heredocs: tuple[Heredoc, ...] = ()
        if keyword == "ONBUILD":
            inner = self.read_trigger(reading)
            if inner:
                value = Onbuild(inner)
                heredocs = inner.heredocs
        elif keyword in READERS:
            value = READERS[keyword](reading)
        if flags:
            from torchlint.syntax.dockerfile.flags import flag_problems

            flag_problems(reading, self.foreign)
        if keyword in _HEREDOC_KEYWORDS and reading.array is None and "<<" in text:
            heredocs = self.read_documents(joined, problems)
        span = Span(first, self.lines.end(self.lines.index - 1))
        return Instruction(keyword, keyword_span, span, flags, reading.rest, reading.array is not None, heredocs, value)

    def read_documents(self, joined: Joined, problems: list[SyntaxProblem]) -> tuple[Heredoc, ...]:
        """The documents that this logical line begins."""
        from torchlint.syntax.dockerfile.heredocs import Documents, read_markers

        if self.documents is None:
            self.documents = Documents(self.lines)
        return self.documents.read(read_markers(joined), problems)

    def read_trigger(self, reading: Reading) -> Instruction | None:
        """The instruction an ONBUILD keeps."""
        rest = reading.rest
        refused = re.match(_TRIGGER_REFUSED, rest.text, re.IGNORECASE | re.ASCII)
        if not rest.text:
            reading.refuse("missing-arguments", "ONBUILD needs an instruction")
        elif refused:
            message = "ONBUILD takes no FROM, MAINTAINER or second ONBUILD"
            reading.refuse("onbuild-trigger", message, rest.span(0, refused.end()))
        else:
            problems: list[SyntaxProblem] = []
            inner = self.read(rest, rest.whole.start, problems)
            reading.problems += [problem for problem in problems if problem.kind in _ONBUILD_PROBLEMS]
            return inner
        return None


def _upper(word: str) -> str:
    return word.upper() if word.isascii() else "".join([char.upper() if char < "\x80" else char for char in word])


def _unknown(instruction: Instruction, before: list[Instruction], foreign: bool) -> list[SyntaxProblem]:
    """What to say of a line whose first word is no instruction."""
    word = instruction.keyword
    above = before[-1] if before else None
    open_ended = above is not None and above.keyword in _COMMANDS and above.rest.text.endswith(("&&", "|"))
    lost = above is not None and re.match(_LOST, word) and (above.keyword in READERS or re.match(_LOST, above.keyword))
    if open_ended or lost:
        message = "this line goes on with a command, but the line before does not end in a continuation"
        return [SyntaxProblem("lost-continuation", message, instruction.keyword_span)]
    if foreign:
        return []
    message = f"there is no instruction {decoded(word)}" if word else "a continuation leads to no instruction"
    return [SyntaxProblem("unknown-instruction", message, instruction.keyword_span)]


def _long_lines(lines: Lines) -> list[SyntaxProblem]:
    message = f"BuildKit takes no line of more than {LONGEST_LINE} bytes"
    return [
        SyntaxProblem("long-line", message, Span(lines.starts[index], lines.end(index)))
        for index, line in enumerate(lines.lines)
        if len(line) > LONGEST_LINE
    ]

"""Changes to the files of an example that mean nothing, and how to compare across them."""

from __future__ import annotations

import codecs
import re

from torchlint.record import NamedTuple
from torchlint.syntax.dockerfile import From, Instruction, Onbuild, mounts, parse
from torchlint.text import Edit, Source, Span, apply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COMMENT = "# a comment that says nothing\n"
INSTRUCTIONS = re.compile(
    "ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME"
    "|WORKDIR"
)


class Change(NamedTuple):
    """`make` changes a file. `level` makes text (of a file, or of a message with the path "") of before and after the
    change alike: it is applied to both sides of a comparison, with the names of the stages before the change."""

    name: str
    make: Callable[[str, str], str]
    level: Callable[[str, str, frozenset[str]], str]


def is_dockerfile(path: str) -> bool:
    return "ockerfile" in path.rpartition("/")[2]


def instructions(source: Source) -> Iterator[Instruction]:
    """Every instruction, those behind ONBUILD too."""
    for instruction in parse(source).instructions:
        yield instruction
        if isinstance(instruction.value, Onbuild):
            yield instruction.value.inner


def stage_names(text: str) -> frozenset[str]:
    """What the stages are called, and words of --from that begin like one of them and may be meant for it; nothing
    where a variable may call them too."""
    names: set[str] = set()
    asked: set[str] = set()
    for instruction in instructions(Source("Dockerfile", text)):
        flag = instruction.flag("from")
        if isinstance(instruction.value, From):
            if instruction.value.alias is not None:
                names.add(instruction.value.alias.text)
            if "$" in instruction.value.image.text and names:
                return frozenset()
        elif flag is not None and "$" in (flag.value or ""):
            return frozenset()
        elif flag is not None and flag.value is not None and flag.value.isalpha():
            asked.add(flag.value)
    return frozenset(names | {word for word in asked if any(word[:2] == name[:2] for name in names)})


def turned(name: str) -> str:
    """Another name of the same length; twice gives the first back."""
    return codecs.encode(name, "rot13")


def renamed(text: str, names: frozenset[str]) -> str:
    """The text with those stage names turned, where they are given and where they are used."""
    source = Source("Dockerfile", text)
    known = {name.lower() for name in names}
    edits: list[Edit] = []

    def turn(span: Span) -> None:
        written = text[span.start : span.end]
        if written.lower() in known:
            edits.append(Edit(source, span, turned(written)))

    for instruction in instructions(source):
        if isinstance(instruction.value, From):
            turn(instruction.value.image.span)
            if instruction.value.alias is not None:
                turn(instruction.value.alias.span)
            continue
        flag = instruction.flag("from")
        if flag is not None and flag.value_span is not None:
            turn(flag.value_span)
        for mount in mounts(instruction):
            for found in re.finditer(r"\bfrom=([^,\s\"]+)", text[mount.span.start : mount.span.end]):
                turn(Span(mount.span.start + found.start(1), mount.span.start + found.end(1)))
    return apply(text, edits)


def lowered(path: str, text: str) -> str:
    if not is_dockerfile(path):
        return text
    source = Source(path, text)
    edits = []
    for instruction in parse(source).instructions:
        if INSTRUCTIONS.fullmatch(instruction.keyword):
            edits.append(Edit(source, instruction.keyword_span, instruction.keyword.lower()))
        if isinstance(instruction.value, From) and instruction.value.alias is not None:
            between = Span(instruction.value.image.span.end, instruction.value.alias.span.start)
            edits.append(Edit(source, between, text[between.start : between.end].lower()))
    return apply(text, edits)


def commented(path: str, text: str) -> str:
    if is_dockerfile(path):
        source = Source(path, text)
        starts = {text.rfind("\n", 0, one.span.start) + 1 for one in parse(source).instructions}
        return apply(text, [Edit(source, Span(start, start), COMMENT) for start in starts])
    name = path.rpartition("/")[2]
    return COMMENT + text if name.startswith(("requirements", "constraints", "environment")) else text


def with_crlf(path: str, text: str) -> str:
    """The line ends of Windows, which a script cannot have."""
    return text if text.startswith("#!") else text.replace("\n", "\r\n")


def _turn_back(path: str, text: str, names: frozenset[str]) -> str:
    if is_dockerfile(path):
        return renamed(text, frozenset(map(turned, names)))
    for name in names:
        text = re.sub(rf"(?<![\w.-]){re.escape(turned(name))}(?![\w-])", name, text)
    return text


CHANGES = (
    Change("as-written", lambda path, text: text, lambda path, text, names: text),
    Change("crlf", with_crlf, lambda path, text, names: text.replace("\r\n", "\n")),
    Change("commented", commented, lambda path, text, names: text.replace(COMMENT, "")),
    Change("lower-case", lowered, lambda path, text, names: lowered(path, text)),
    Change(
        "renamed-stages",
        lambda path, text: renamed(text, stage_names(text)) if is_dockerfile(path) else text,
        _turn_back,
    ),
)


def moved(change: Change, path: str, text: str) -> dict[int, int]:
    """Where each line of the file stands after the change."""
    after = change.make(path, text).split("\n")
    lines: dict[int, int] = {}
    here = 0
    for number in range(1, text.count("\n") + 2):
        here += 1
        while change.name == "commented" and here < len(after) and after[here - 1] + "\n" == COMMENT:
            here += 1
        lines[number] = here
    return lines

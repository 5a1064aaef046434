"""A reader that others wrote sees the same instructions: dockerfile-parse, where it can read the file."""

from __future__ import annotations

import re

from torchlint.fix.shapes import Fault
from torchlint.text import MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.fix.moves import Moves
    from torchlint.syntax.dockerfile import Dockerfile

# What it is known to read otherwise than BuildKit: two escape characters at a line's end, blanks beyond ASCII's,
# control characters that it takes for the end of a line or for blanks, and a last instruction that never ends.
_BEYOND = re.compile(r"\\[ \t]*\\[ \t\r]*$|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)", re.MULTILINE)


def second_fault(before: Dockerfile, after: Dockerfile, moves: Moves, path: str) -> Fault | None:
    """Whether it, too, sees every instruction that no change touches as it was."""
    old = _seen(before)
    if (old is None and _readable(before)) or not _readable(after):
        return None
    new = _seen(after)
    if new is None:
        return Fault(f"a second reader does not see the instructions of {path} that the first one sees", ours=True)
    if old is None:
        return None
    numbers = {one.span: number for number, one in enumerate(after.instructions)}
    for one, said in zip(before.instructions, old, strict=True):
        if not moves.touches(one.span):
            number = numbers.get(moves.span(one.span))
            if number is not None and new[number] != said:
                line = before.source.line_at(one.span.start)
                return Fault(f"a second reader sees line {line} of {path} otherwise", ours=True)
    return None


def _readable(read: Dockerfile) -> bool:
    text = read.source.text
    if read.escape != "\\" or text.startswith(MARK) or _BEYOND.search(text) or _goes_on(text):
        return False
    if any(one.heredocs for one in read.instructions) or any(one.kind == "empty-continuation" for one in read.notes):
        return False
    try:
        return text.isascii() or not _holds_wide_blanks(text.encode("latin-1").decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _goes_on(text: str) -> bool:
    """Whether the last line that is no comment ends as if another one came."""
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip(" \t\r")
        if line and not line.startswith("#"):
            return line.endswith("\\")
        end = start - 1
    return False


def _holds_wide_blanks(text: str) -> bool:
    return any(char.isspace() for char in text if char > "\x7f")


def _seen(read: Dockerfile) -> list[tuple[str, str]] | None:
    """Keyword and arguments of each instruction as it sees them; None if it cannot read the file as BuildKit does."""
    if not _readable(read):
        return None
    from io import BytesIO

    from dockerfile_parse import DockerfileParser

    structure = DockerfileParser(fileobj=BytesIO(read.source.to_bytes())).structure
    found = [(one["instruction"], one["value"]) for one in structure if one["instruction"] != "COMMENT"]
    keywords = [one.keyword.encode("latin-1").decode("utf-8").upper() for one in read.instructions]
    return found if [keyword for keyword, _ in found] == keywords else None

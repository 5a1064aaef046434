"""What reads like a comment behind an instruction's arguments: BuildKit knows comments only as whole lines."""

from __future__ import annotations

from torchlint.syntax import SyntaxProblem
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.syntax.dockerfile.reading import Reading

KIND = "trailing-comment"


def refuse_remark(reading: Reading, span: Span) -> None:
    """Note a remark, whose `#` begins `span`, that makes BuildKit refuse the instruction."""
    reading.refuse(KIND, "a # behind an instruction begins no comment", _line(reading, span.start))


def note_remark(reading: Reading, words: Sequence[Span], needed: int) -> None:
    """Note the first of `words` that begins with `#` if `needed` words are left without its remark."""
    text = reading.rest.source.text
    for span in words[1:]:
        if text[span.start] == "#":
            remark = _line(reading, span.start)
            if sum(not remark.contains(word) for word in words) >= needed:
                reading.notes.append(SyntaxProblem(KIND, "a # behind an instruction begins no comment", remark))
            return


def note_remark_in(reading: Reading, start: int) -> None:
    """Note a `#` behind a blank in the one word that begins at index `start` of the arguments, outside of quotes."""
    text = reading.rest.text
    found = min((at for blank in " \t" if (at := text.find(f"{blank}#", start)) >= 0), default=-1)
    if found >= 0 and not any(text.count(quote, start, found) % 2 for quote in "\"'"):
        remark = _line(reading, reading.rest.offset(found + 1))
        reading.notes.append(SyntaxProblem(KIND, "a # behind an instruction begins no comment", remark))


def _line(reading: Reading, start: int) -> Span:
    """From `start` to the end of the line, without blanks and the sign that continues it."""
    source, end = reading.rest.source, reading.rest.whole.end
    newline = source.text.find("\n", start, end)
    text = source.text[start : end if newline < 0 else newline].rstrip(" \t\r")
    if newline >= 0:
        text = text.removesuffix(reading.escape).rstrip(" \t")
    return Span(start, start + len(text))

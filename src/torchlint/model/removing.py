"""Taking a word out of a command."""

from __future__ import annotations

from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Place


def without(word: Place) -> Edit | None:
    """The edit that takes a word out, with the comma before it in an exec form, or with a line of its own.

    None for the first word of an exec form, for a last word on a line of its own, and below a comment.
    """
    source, (start, end) = word
    text = source.text
    if text[start - 1 : start] == '"' == text[end : end + 1]:
        before = text[max(start - 80, 0) : start - 1].rstrip(" \t")
        if not before.endswith(","):
            return None
        begin = start - 1
        while text[begin] != ",":
            begin -= 1
        return Edit(source, Span(begin, end + 1), "")
    begin = start
    while begin and text[begin - 1] in " \t":
        begin -= 1
    if begin and text[begin - 1] != "\n":
        return Edit(source, Span(begin, end), "")
    stop = text.find("\n", end)
    rest = text[end : len(text) if stop < 0 else stop].strip(" \t\r")
    if rest in ("\\", "`"):
        return Edit(source, Span(begin, stop + 1), "")
    while text[end : end + 1] in (" ", "\t"):
        end += 1
    # What is left of the line must go on with something.
    return Edit(source, Span(start, end), "") if rest and rest[0] not in "#\\" else None

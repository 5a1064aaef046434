"""An option for all of a requirements file, where such files have theirs: above the first requirement."""

from __future__ import annotations

from torchlint.text import MARK, Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Source


def option_line(source: Source, option: str) -> Edit:
    """The edit that adds a line with the option: below the options that stand there and below a comment on the whole
    file, which an empty line follows, but above the comment on the first requirement."""
    text = source.text
    at = len(MARK) if text.startswith(MARK) else 0
    end = at
    while end < len(text):
        start = end
        end = text.find("\n", start) + 1 or len(text)
        line = text[start:end].strip(" \t\r\n")
        if (line.startswith("-") and not line.startswith(("-e", "--editable"))) or not line:
            at = end
        elif not line.startswith("#"):
            break
    # A last line that does not end would take the option in.
    if at == len(text) and text and not text.endswith("\n"):
        at = len(MARK) if text.startswith(MARK) else 0
    return Edit(source, Span(at, at), f"{option}{source.newline}")

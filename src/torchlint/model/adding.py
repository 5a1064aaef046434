"""Words put into a command, as its form has them: between blanks, or as elements of the list of an exec form."""

from __future__ import annotations

from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Place

BLANKS = " \t\r\n"


def added(word: Place, words: tuple[str, ...], *, before: bool = False) -> Edit | None:
    """Puts these words behind a word of a command, or before it; `words` as a shell reads them.

    None where they cannot be elements of a list: one would need quotes of its own.
    """
    source, (start, end) = word
    text = source.text
    # The place of what stands in quotes may leave these out.
    if text[start - 1 : start] in ("'", '"') and text[start - 1 : start] == text[end : end + 1]:
        start, end = start - 1, end + 1
    at = start if before else end
    if not _element(text, start, end):
        told = " ".join(words)
        return Edit(source, Span(at, at), f"{told} " if before else f" {told}")
    if any(sign in one for one in words for sign in "\"'\\ $"):
        return None
    told = ", ".join(f'"{one}"' for one in words)
    return Edit(source, Span(at, at), f"{told}, " if before else f", {told}")


def _element(text: str, start: int, end: int) -> bool:
    """Whether what stands there is an element of a JSON list."""
    if not text.startswith('"', start) or not text.endswith('"', start + 1, end):
        return False
    before = text[max(start - 200, 0) : start].rstrip(f"{BLANKS}\\`")
    behind = text[end : end + 200].lstrip(f"{BLANKS}\\`")
    return before.endswith(("[", ",")) and behind.startswith(("]", ","))

"""Text with style marks: what every report for people is made of. Plain text is the same without the marks."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Piece(NamedTuple):
    """A run of text. `style` says what it is (a severity, "place", "gutter", …), never how it looks; `link` is what a
    terminal may open for it."""

    text: str
    style: str = ""
    link: str | None = None


class Layout(NamedTuple):
    """How much room there is and how much to say. Source lines are cut to `width` columns, with `cut` where something
    was left out; `fold` breaks sentences at `width`, too, which is for people and not for searching. `quiet`: no
    summary. `verbose`: nothing left out of it."""

    width: int = 120
    cut: str = "…"
    fold: bool = False
    quiet: bool = False
    verbose: bool = False

    @property
    def room(self) -> int | None:
        """The columns for a sentence, None if it is to stay on one line."""
        return self.width if self.fold else None


def plain(pieces: Iterable[Piece]) -> str:
    """The text alone."""
    return "".join([piece[0] for piece in pieces])


def shown(text: str) -> str:
    """`text` on one line and unable to steer a terminal: tabs as blanks, control characters as pictures of them."""
    if text.isprintable():
        return text
    return text.expandtabs(4).translate(_pictures()) if "\t" in text else text.translate(_pictures())


_LONGEST = 600
_BEHIND = 150


def brief(text: str, cut: str) -> str:
    """`text` without the middle of one that no person would read: a message may quote a line of a megabyte."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - _BEHIND]}{cut}{text[-_BEHIND:]}"


def _pictures() -> dict[int, int]:
    if not _PICTURES:
        _PICTURES.update({code: 0x2400 + code for code in range(0x20)})
        _PICTURES[0x7F] = 0x2421
        # C1 controls, line separators and everything that turns the direction of writing.
        hidden = (*range(0x80, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
        _PICTURES.update(dict.fromkeys(hidden, 0xFFFD))
    return _PICTURES


_PICTURES: dict[int, int] = {}


def columns(text: str) -> int:
    """How many terminal columns `text`, already `shown`, takes."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    # Marks and format characters lie over the letter before them.
    return sum(
        0 if category(letter) in ("Mn", "Me", "Cf") else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )


def folded(text: str, room: int) -> list[str]:
    """`text` in lines of at most `room` columns, broken at blanks only: a longer word stays whole."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and columns(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def sentence(text: str, before: int, indent: int, room: int | None) -> str:
    """`text` as it is shown after `before` columns: in one line, or broken for `room` columns with later lines
    indented."""
    text = shown(text)
    if room is None or before + columns(text) <= room:
        return text
    # A line that begins further right has the less room; a word that does not fit there opens the next line.
    lines = folded("\0" * (before - indent) + text, room - indent)
    return f"\n{' ' * indent}".join(lines).replace("\0", "")

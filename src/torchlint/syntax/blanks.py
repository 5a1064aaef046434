"""What BuildKit takes for a blank, in UTF-8 held as latin-1."""

from __future__ import annotations

ASCII = " \t\r\v\f\n"
# Go's unicode.IsSpace beyond ASCII: NEL, NBSP, U+1680, U+2000..U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
WIDE = r"\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80"
LEADS = "\xc2\xe1\xe2\xe3"
_TWO = ("\xc2\x85", "\xc2\xa0")
_THREE = frozenset(
    (
        *("\xe1\x9a\x80", "\xe2\x81\x9f", "\xe3\x80\x80", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf"),
        *["\xe2\x80" + chr(last) for last in range(0x80, 0x8B)],
    )
)


def blank_at(text: str, index: int) -> int:
    """How many bytes the blank at `index` takes; 0 if there is none."""
    char = text[index]
    if char < "\x80":
        return int(char in ASCII)
    if char not in LEADS:
        return 0
    return 2 if text[index : index + 2] in _TWO else 3 if text[index : index + 3] in _THREE else 0


def skipped(text: str, start: int, end: int) -> int:
    """Index of the first character in `text[start:end]` that is no blank, else `end`."""
    while start < end and (width := blank_at(text, start)):
        start += width
    return min(start, end)


def unblank(text: str, start: int) -> int:
    """Index of the first blank from `start` on, else the length."""
    while start < len(text) and not blank_at(text, start):
        start += 1
    return start


def trimmed(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` ends without its trailing blanks."""
    while end > start:
        if text[end - 1] in ASCII:
            end -= 1
        elif text[max(end - 2, start) : end] in _TWO:
            end -= 2
        elif text[max(end - 3, start) : end] in _THREE:
            end -= 3
        else:
            break
    return end

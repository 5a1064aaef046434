"""What BuildKit takes for a blank, in UTF-8 held as latin-1."""

from __future__ import annotations

import re

# Go's unicode.IsSpace beyond ASCII: NEL, NBSP, U+1680, U+2000..U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
WIDE = r"\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80"
LEADS = r"\xc2\xe1\xe2\xe3"

ASCII = " \t\r\v\f\n"
LEADING = re.compile(rf"(?:[\t-\r ]|{WIDE})*+")


def skipped(text: str, start: int, end: int) -> int:
    """Index of the first character in `text[start:end]` that is no blank, else `end`."""
    match = LEADING.match(text, start, end)
    return match.end() if match else start


def trimmed(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` ends without its trailing blanks."""
    while end > start:
        last = text[end - 1]
        if last in ASCII:
            end -= 1
        elif last < "\x80" or not (width := _wide_before(text, start, end)):
            break
        else:
            end -= width
    return end


def _wide_before(text: str, start: int, end: int) -> int:
    for width in (2, 3):
        if end - width >= start and skipped(text, end - width, end) == end and text[end - width] >= "\xc2":
            return width
    return 0

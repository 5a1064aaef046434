"""Text in XML: escaped, and without what XML 1.0 has no way to write."""

from __future__ import annotations

# Controls become pictures of themselves, as on a terminal; noncharacters and halves of pairs become U+FFFD.
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (9, 10, 13)}
_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_CONTENT: dict[int, str | int] = {**_CONTROLS, **_MARKUP, 13: "&#13;", 0x7F: 0x2421}
_CONTENT |= dict.fromkeys((0xFFFE, 0xFFFF, *range(0x80, 0xA0), *range(0xD800, 0xE000)), 0xFFFD)
_ATTRIBUTE = {**_CONTENT, ord('"'): "&quot;", 9: "&#9;", 10: "&#10;"}

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def content(text: str) -> str:
    """`text` between tags."""
    return text.translate(_CONTENT)


def attributes(values: dict[str, str | int]) -> str:
    """Attributes of a tag, each with a blank before it."""
    return "".join(f' {name}="{str(value).translate(_ATTRIBUTE)}"' for name, value in values.items())

"""Comments that ask to leave something as it is."""

from __future__ import annotations

import re

from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.text import Edit

_BLANKS = " \t\r\n"
_SIGN = re.compile(r"(?:^|(?<=[ \t]))#+", re.MULTILINE)
_SENTENCE = re.compile(r"(?:[^.;!?]|[.;!?](?=[^ \t\r\n]))+")
_WORDS = re.compile(r"[a-z0-9][a-z0-9_+'-]*")
_NOT = r"\b(?:don'?t|never|not|no\s+longer|cannot|can't|mustn't|shouldn't)\b"
_KEEPING = r"\b(?:keep|preserve|leave|(?:is|are|be|still)\s+(?:needed|required|kept))\b"
_NEEDING = r"(?:keep|preserve|leave|need|needed|required)\b"
_FORBIDS = re.compile(
    rf"(?P<unkept>(?:{_NOT}|\bno)\s+(?:\w+\s+){{0,3}}?{_NEEDING})"
    rf"|(?P<change>{_NOT}\s+(?:change|touch|edit|modify|remove|delete|drop|replace|rename|move|upgrade|update|bump)\b)"
    rf"|(?P<no>{_NOT})|(?P<keep>{_KEEPING})",
    re.ASCII,
)
_REMOVAL = frozenset({"rm", "remove", "delete", "clean", "cleanup", "purge"})
_SAYING_NOTHING = frozenset(
    {"the", "and", "for", "run", "var", "lib", "etc", "usr", "all", "yes", "this", "that", "not"}
)


def objection(edit: Edit, around: Span) -> Place | None:
    """The comment that forbids an edit: one that says not to do it, or to keep what it takes away. `around`: the lines
    whose comments are about it."""
    source, text = edit.source, edit.source.text
    code = _named(_code(text[around.start : around.end]))
    gone = _named(_code(text[edit.span.start : edit.span.end]))
    put = _named(_code(edit.text))
    added, kept = put - code, gone - put
    if _REMOVAL & {*put, *_WORDS.findall(edit.text.lower())}:
        added |= _REMOVAL
        kept |= added
    # What an option turns off.
    options = [word.split("-") for word in put - gone if word.startswith("no-")]
    kept |= {part for parts in options for part in parts[1:] if len(part) > 2} - code
    for span, words in _comments(text, around):
        found = {one.lastgroup for one in _FORBIDS.finditer(words)}
        # A comment that goes itself says nothing of the rest.
        if not found or "unkept" in found or span.overlaps(edit.span):
            continue
        named = _named(words)
        about = [added] if found & {"no", "change"} else []
        about += [kept] if "keep" in found else []
        about += [gone | put] if "change" in found and gone else []
        if any(_meets(some, named) for some in about):
            return Place(source, span)
    return None


def _comments(text: str, around: Span) -> Iterator[tuple[Span, str]]:
    """The sentences of the comments there, in lower case, each with its place."""
    blocks: list[tuple[int, int]] = []
    start = around.start
    while start < around.end:
        end = text.find("\n", start)
        end = around.end if end < 0 else min(end, around.end)
        sign = _SIGN.search(text, start, end)
        if sign is not None:
            # Lines below each other are one text.
            if blocks and blocks[-1][1] == start - 1 and not text[start : sign.start()].strip(_BLANKS):
                blocks[-1] = blocks[-1][0], end
            else:
                blocks.append((sign.start(), end))
        start = end + 1
    for begin, stop in blocks:
        block = _SIGN.sub(lambda sign: " " * len(sign[0]), text[begin:stop]).lower()
        for one in _SENTENCE.finditer(block):
            words = one[0].strip(_BLANKS)
            if words:
                first = begin + one.start() + one[0].index(words)
                yield Span(first, first + len(words)), words


def _code(text: str) -> str:
    """The text without its comments."""
    return "\n".join([_SIGN.split(line, maxsplit=1)[0] for line in text.split("\n")])


def _named(text: str) -> set[str]:
    """The words of a text that may tell what it is about, without the s of the plural and the dashes of options."""
    words = {word.removesuffix("s") for word in _WORDS.findall(text.lower()) if len(word) > 2}
    return words - _SAYING_NOTHING


def _meets(words: set[str], named: set[str]) -> bool:
    """Whether one is named, also as the begin of a longer word: clean, cleaning."""
    return any(word in named or (len(word) > 3 and any(one.startswith(word) for one in named)) for word in words)

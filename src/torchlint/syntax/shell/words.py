"""Shell words: their parts, and what they become when the shell expands them."""

from __future__ import annotations

from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import ClassVar, TypeAlias

    from torchlint.syntax.shell.nodes import List

Lookup: TypeAlias = "Callable[[str], str | None]"


class Shape:
    """Anything that has a place in the text; equal when of one class with equal fields. Never changed once made."""

    __slots__ = ("span",)
    __match_args__: ClassVar[tuple[str, ...]] = ("span",)
    inner: ClassVar[tuple[str, ...]] = ()
    span: Span

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and all(
            getattr(self, name) == getattr(other, name) for name in self.__match_args__
        )

    def __hash__(self) -> int:
        return hash((type(self), self.span))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(repr(getattr(self, name)) for name in self.__match_args__)})"


class Literal(Shape):
    """Text that stands for itself: the slice at `span`, or one decoded escape (`\\"`, `\\n` in `$'…'`).

    `quoted`, here and on the other parts: neither split into words nor matched against file names, because it is
    in quotes or because the place (an assignment's value) does neither. The span leaves the quotes out.
    """

    __slots__ = ("quoted", "text")
    __match_args__ = ("text", "span", "quoted")

    def __init__(self, text: str, span: Span, quoted: bool) -> None:
        self.text = text
        self.span = span
        self.quoted = quoted


class Parameter(Shape):
    """`$name` or `${name…}`.

    `operator` is None or one of `:- - := = :? ? :+ + # ## % %% / // /# /% : ^ ^^ , ,,`, or "length" for `${#name}`, or
    "other" for anything else (an index, `${!name}`, `${name@Q}`). `argument` is the word after the operator.
    """

    __slots__ = ("argument", "name", "operator", "quoted")
    __match_args__ = ("name", "operator", "argument", "span", "quoted")
    inner = ("argument",)

    def __init__(self, name: str, operator: str | None, argument: Word | None, span: Span, quoted: bool) -> None:
        self.name = name
        self.operator = operator
        self.argument = argument
        self.span = span
        self.quoted = quoted


class Substitution(Shape):
    """`$( … )`, `` `…` ``, or with `process` `<( … )` and `>( … )`."""

    __slots__ = ("body", "process", "quoted")
    __match_args__ = ("body", "span", "quoted", "process")
    inner = ("body",)

    def __init__(self, body: List, span: Span, quoted: bool, process: bool = False) -> None:
        self.body = body
        self.span = span
        self.quoted = quoted
        self.process = process


class Glob(Shape):
    """A pattern for file names: `*`, `?`, `[…]`, `@(…)`. `text` is as written."""

    __slots__ = ("text",)
    __match_args__ = ("text", "span")

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.span = span


class Tilde(Shape):
    """`~` or `~user` at the start of a word, of an assignment's value, or after a colon in it."""

    __slots__ = ("user",)
    __match_args__ = ("user", "span")

    def __init__(self, user: str, span: Span) -> None:
        self.user = user
        self.span = span


class Opaque(Shape):
    """Read over, not understood: arithmetic, brace expansion, C-style `for`. `inside` is what was found in it."""

    __slots__ = ("inside",)
    __match_args__ = ("span", "inside")
    inner = ("inside",)

    def __init__(self, span: Span, inside: tuple[Part | List, ...] = ()) -> None:
        self.span = span
        self.inside = inside


Part: TypeAlias = "Literal | Parameter | Substitution | Glob | Tilde | Opaque"


class Word(Shape):
    """One word of a command. `span` is the word as written, quotes included; the parts stand in it in order."""

    __slots__ = ("parts",)
    __match_args__ = ("span", "parts")
    inner = ("parts",)

    def __init__(self, span: Span, parts: tuple[Part, ...]) -> None:
        self.span = span
        self.parts = parts

    @property
    def literal(self) -> str | None:
        """The value when the word is nothing but text, else None."""
        parts = self.parts
        if len(parts) == 1:
            only = parts[0]
            return only.text if type(only) is Literal else None
        texts = []
        for part in parts:
            if type(part) is not Literal:
                return None
            texts.append(part.text)
        return "".join(texts)

    def fields(self, lookup: Lookup, *, patterns: bool = False) -> tuple[str, ...] | None:
        """The arguments that the word becomes: one, several or none after splitting; None when unknown.

        `lookup` gives a parameter's value, "" when unset, None when unknown. With `patterns`, patterns for file
        names stay as written, which is what the shell does when no file matches.
        """
        parts = self.parts
        if len(parts) == 1 and type(parts[0]) is Literal:
            return (parts[0].text,)
        from torchlint.syntax.shell.values import expanded

        return expanded(parts, lookup, patterns)

    def value(self, lookup: Lookup, *, patterns: bool = False) -> str | None:
        """The one argument that the word becomes; None when it is unknown or not exactly one."""
        fields = self.fields(lookup, patterns=patterns)
        return fields[0] if fields is not None and len(fields) == 1 else None

    def place(self, start: int, end: int) -> Span | None:
        """Where characters `start` to `end` of `literal` stand in the text; None when the word is not literal.

        An escape is one character of `literal` and two or more of the text: it is covered whole.
        """
        first: int | None = None
        last = self.span.start
        index = 0
        for part in self.parts:
            if type(part) is not Literal:
                return None
            here, length = part.span, len(part.text)
            escape = here.end - here.start != length
            if first is None and start < index + length:
                first = here.start if escape else here.start + max(start - index, 0)
            if length and end > index:
                last = here.end if escape else min(here.start + end - index, here.end)
            index += length
        if first is None:
            first = self.parts[-1].span.end if self.parts else self.span.end
        return Span(first, max(first, last) if end > start else first)


def empty(pos: int) -> Word:
    """The value of `name=`: a word of no characters."""
    span = Span(pos, pos)
    return Word(span, (Literal("", span, True),))


def merged(parts: list[Part], text: str) -> tuple[Part, ...]:
    """The parts, with plain text that was read piece by piece as one Literal."""
    merged: list[Part] = []
    at, count = 0, len(parts)
    while at < count:
        first = last = parts[at]
        at += 1
        if type(first) is Literal and len(first.text) == first.span.end - first.span.start:
            while at < count:
                other = parts[at]
                if (
                    type(other) is not Literal
                    or other.quoted != first.quoted
                    or other.span.start != last.span.end
                    or len(other.text) != other.span.end - other.span.start
                ):
                    break
                last = other
                at += 1
            if last is not first:
                span = Span(first.span.start, last.span.end)
                first = Literal(text[span.start : span.end], span, first.quoted)
        merged.append(first)
    return tuple(merged)


def expansions(words: Iterable[Word]) -> list[Part]:
    """What is not plain text in these words."""
    return [part for word in words for part in word.parts if type(part) is not Literal]

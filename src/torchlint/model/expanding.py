"""From the shell's words to arguments: what a command gets after expansion, and what of it cannot be known."""

from __future__ import annotations

from torchlint.model.command import Argument
from torchlint.syntax import shell
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.syntax.joined import Joined


WHICH = (("which",), ("command", "-v"), ("type", "-P"))
"""Commands that say where a program is."""


def arguments(
    word: shell.Word,
    text: Joined,
    lookup: Callable[[str], str | None],
    home: Callable[[], str | None],
    where: Callable[[str], str | None] | None = None,
) -> list[Argument]:
    """The arguments that a word becomes, each with the word's place: several when an unquoted variable holds blanks,
    none when it is empty, one without a value when it cannot be known. `where`: the path of a program."""
    at = Place(text.source, text.span(word.span.start, word.span.end))
    written = text.text[word.span.start : word.span.end]
    literal = word.literal
    if literal is not None:
        return [Argument(literal, at, written)]
    leading = word.parts[0] if word.parts else None
    if isinstance(leading, shell.Tilde):
        rest = text.text[leading.span.end : word.span.end]
        folder = home() if not leading.user else None
        plain = all(isinstance(part, shell.Literal) for part in word.parts[1:])
        if folder is None or not plain:
            pattern = folder + rest if folder is not None and not {"$", "`"} & set(rest) else None
            return [Argument(None, at, written, pattern)]
        return [Argument(folder + "".join(p.text for p in word.parts[1:] if isinstance(p, shell.Literal)), at, written)]
    if isinstance(leading, shell.Substitution) and where is not None:
        asked = _asked_for(word, lookup)
        return [Argument(None if asked is None else where(asked), at, written)]
    fields = word.fields(lookup)
    if fields is not None:
        return [Argument(field, at, written) for field in fields]
    kept = word.fields(lookup, patterns=True)
    if kept is None or len(kept) != 1:
        return [Argument(None, at, written, _braced(word))]
    # `name[extra]` is a pattern too, but no file is called that: the shell hands it on as it stands.
    named = "*" not in kept[0] and "?" not in kept[0]
    return [Argument(kept[0] if named else None, at, written, kept[0])]


def _asked_for(word: shell.Word, lookup: Callable[[str], str | None]) -> str | None:
    """The program in `$(which program)`, if the word is nothing else."""
    part = word.parts[0]
    if len(word.parts) != 1 or not isinstance(part, shell.Substitution) or part.process or len(part.body.items) != 1:
        return None
    node = part.body.items[0].node
    if not isinstance(node, shell.Simple) or node.assignments or node.redirects:
        return None
    *asking, name = (one.value(lookup) for one in node.words) if node.words else (None,)
    return name if tuple(asking) in WHICH else None


def _braced(word: shell.Word) -> str | None:
    """`/var/lib/{apt,dpkg}` as a pattern: which names the braces stand for, only the shell that runs it says."""
    pieces = ["?*" if isinstance(part, shell.Opaque) else getattr(part, "text", None) for part in word.parts]
    plain = all(isinstance(part, (shell.Literal, shell.Glob, shell.Opaque)) for part in word.parts)
    return "".join(piece for piece in pieces if piece) if plain else None

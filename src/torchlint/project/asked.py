"""What a Dockerfile takes from its build context, as far as it is written out."""

from __future__ import annotations

from torchlint.syntax.dockerfile import Copy, mounts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.project.tree import Parts
    from torchlint.syntax.dockerfile import Dockerfile, Instruction

_NOT_LITERAL = frozenset("$*?[\\\"'`")


def sources(parsed: Dockerfile) -> list[Parts]:
    """The literal sources of COPY, ADD and bind mounts, each once."""
    found: dict[Parts, None] = {}
    for instruction in parsed.instructions:
        copy = instruction.value
        if isinstance(copy, Copy) and instruction.flag("from") is None:
            written = [word.text for word in copy.sources]
        elif instruction.flags and instruction.keyword == "RUN":
            bound = mounts(instruction)
            written = [one.source or "" for one in bound if one.type == "bind" and one.from_ is None]
        else:
            continue
        for text in written:
            if _NOT_LITERAL.isdisjoint(text) and "://" not in text and not text.startswith(("<<", "git@")):
                # A source with `..` stops at the root, wherever that is.
                parts = names(text)
                if parts:
                    found[parts] = None
    return list(found)


def copies_all(parsed: Dockerfile) -> bool:
    """True if a COPY or ADD takes the whole context."""
    return any(takes_all(one) for one in parsed.instructions)


def takes_all(instruction: Instruction) -> bool:
    """True if it is a COPY or ADD of the whole context."""
    copy = instruction.value
    return (
        isinstance(copy, Copy)
        and instruction.flag("from") is None
        and any(word.text in (".", "./") for word in copy.sources)
    )


def names(text: str) -> Parts:
    """The names in a path."""
    return tuple(part for part in text.split("/") if part not in ("", ".", ".."))

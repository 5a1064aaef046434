"""What a shell makes of the text of a RUN before any command runs: what no shell reads, and what is bash's alone."""

from __future__ import annotations

import re

from torchlint.model.obstacles import has_dash
from torchlint.model.steps import interpreter, script_of
from torchlint.record import NamedTuple
from torchlint.syntax import shell
from torchlint.syntax.dockerfile import Exec
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.step import Step
    from torchlint.syntax.joined import Joined

ALIKE = frozenset({"sh", "bash", "dash", "ash"})
"""Shells whose grammar is that of POSIX or more."""

TEMPLATES = ("{{", "{%", "<%")
"""What stands in templates: the text that a shell gets is another one."""

BENT = ("/", "^", ",")
"""How the operators of `${name…}` begin that POSIX does not have."""

_LIST = re.compile(r"\{[\w./*?+@%,{}$-]+\}", re.ASCII)
"""Braces around words that nothing quotes: JSON and programs of awk have quotes, colons or blanks."""

LONGEST_ADDRESS = 200
"""So far before a brace the beginning of an address is looked for."""


class Refused(NamedTuple):
    """What a shell cannot read. `kind`: as the reader calls it; `said`: what is wrong there, as a sentence's end."""

    kind: str
    said: str
    at: Place


class OfBash(NamedTuple):
    """What bash has and dash has not. `kind`: "syntax", which keeps dash from reading the script at all; "test", a
    `[[`; "substitution", a `${name//…}`, at which dash ends; "list", a `{a,b}` that dash takes for a name.

    `surely`: the script comes there, in its own shell, unless it fails before.
    """

    kind: str
    written: str
    at: Place
    surely: bool = False


def refused(step: Step) -> Refused | None:
    """The first thing that surely keeps the shell of a RUN from reading its script."""
    base, text = step.before.base, _text(step) if step.problems else None
    first = step.problems[0] if step.problems else None
    if text is None or first is None or first.kind == "nested-too-deeply" or _shell_of(step, text) not in ALIKE:
        return None
    # Of an image that nobody knows the shell may be that of Windows.
    if base.libc is None and step.before.shell.at is None:
        return None
    if "extglob" in text.text or any(mark in text.text for mark in TEMPLATES):
        return None
    start = min(first.span.start, max(len(text.text) - 1, 0))
    end = start + 1 if first.kind.startswith("unterminated") else max(first.span.end, start + 1)
    said = first.message[:1].lower() + first.message[1:]
    return Refused(first.kind, said, Place(text.source, text.span(start, min(end, len(text.text)))))


def of_bash(step: Step) -> Iterator[OfBash]:
    """What is bash's in a script that the dash of Debian or Ubuntu reads: what no script survives first."""
    text = _text(step)
    if text is None or step.problems or _shell_of(step, text) not in ("sh", "dash") or not has_dash(step.before):
        return
    body = shell.parse(text.text).body
    found = sorted(_found(body, text, frozenset(map(id, _sure(body)))), key=lambda one: one.at.span.start)
    yield from (one._replace(surely=True) for one in found if one.kind == "syntax")
    for one in found:
        if one.kind == "test":
            starts = [command for command in step.commands if command.words[0].at.span.start == one.at.span.start]
            if starts:
                yield one._replace(surely=all(command.fatal and command.certain for command in starts))
        elif one.kind != "syntax":
            yield one


def _text(step: Step) -> Joined | None:
    """The whole script of a RUN in shell form, or of its one heredoc."""
    value = step.instruction.value
    if step.instruction.keyword != "RUN" or not isinstance(value, Exec) or value.script is None:
        return None
    text = script_of(step.instruction, value.script)
    return None if text is value.script and step.instruction.heredocs else text


def _shell_of(step: Step, text: Joined) -> str:
    words = step.before.shell.value
    return interpreter(text.text) or (words[0].rpartition("/")[2] if words else "")


def _sure(body: shell.List) -> Iterator[shell.Simple]:
    """The commands that run in the shell of the script itself, unless one before them fails or ends it."""
    for item in body.items:
        node = item.node
        parts: tuple[shell.Node, ...] = (node,)
        if isinstance(node, shell.AndOr):
            number = next((n for n, sign in enumerate(node.operators) if sign == "||"), len(node.operators))
            parts = node.items[: number + 1]
        for part in parts:
            if isinstance(part, shell.Simple) and not item.background:
                if part.words and part.words[0].literal in ("exit", "exec", "return"):
                    return
                yield part


def _found(body: shell.List, text: Joined, sure: frozenset[int]) -> Iterator[OfBash]:
    pending: list[tuple[object, bool]] = [(body, False)]
    while pending:
        shape, surely = pending.pop()
        if isinstance(shape, tuple):
            pending += ((one, surely) for one in shape)
            continue
        if not isinstance(shape, shell.Shape):
            continue
        if isinstance(shape, shell.Substitution):
            surely = False
        elif isinstance(shape, shell.Simple):
            surely = id(shape) in sure
        kind, span = _kind(shape, text.text), shape.span
        if isinstance(shape, shell.Simple) and kind:
            span = shape.words[0].span
        if kind:
            yield OfBash(kind, text.text[slice(*span)], Place(text.source, text.span(*span)), surely)
        if kind != "test":
            pending += ((getattr(shape, name), surely) for name in shape.inner)


def _kind(shape: shell.Shape, text: str) -> str:
    match shape:
        case shell.Substitution(process=True) | shell.Redirect(operator="<<<"):
            return "syntax"
        case shell.Assignment(array=tuple()):
            return "syntax"
        case shell.Simple(words=(first, *_)) if first.literal == "[[":
            return "test"
        case shell.Parameter(operator=str(operator)) if operator.startswith(BENT) or operator in (":", "other"):
            return "substitution"
        case shell.Opaque(span=(start, end)) if text[start] == "{" and _LIST.fullmatch(text, start, end):
            written, before = text[start:end], text[max(start - LONGEST_ADDRESS, 0) : start]
            # curl makes a list of the braces in an address itself.
            address = "://" in before.rpartition(" ")[2]
            return "list" if ("," in written or ".." in written) and not address else ""
    return ""

"""The text that a RUN, CMD or ENTRYPOINT hands to a shell, read for what the shell passes over."""

from __future__ import annotations

from torchlint.model.invocation import SHELLS
from torchlint.model.steps import script_of
from torchlint.syntax import shell
from torchlint.syntax.dockerfile import Exec
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.step import Step


def swallowing(step: Step) -> tuple[Place, ...]:
    """The comments that go on behind the line they begin in, over what is not blank there."""
    value, words = step.instruction.value, step.before.shell.value
    if not isinstance(value, Exec) or value.script is None or not words or words[0].rpartition("/")[2] not in SHELLS:
        return ()
    text = script_of(step.instruction, value.script)
    if text is None or "#" not in text.text:
        return ()
    found = []
    for comment in shell.parse(text.text).comments:
        span = text.span(comment.start, comment.end)
        first = text.source.line_span(text.source.line_at(span.start))
        below = comment.start + next(
            (index for index in range(comment.end - comment.start) if text.offset(comment.start + index) >= first.end),
            comment.end - comment.start,
        )
        if text.text[below : comment.end].strip(" \t\r") and "\n" not in text.text[comment.start : comment.end]:
            found.append(Place(text.source, span))
    return tuple(found)

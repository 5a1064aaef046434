"""The texts of a build that shells read, each with what its shell finds there."""

from __future__ import annotations

import re

from torchlint.model.steps import interpreter, script_of
from torchlint.record import NamedTuple
from torchlint.shellcheck.dialects import of_name, of_words
from torchlint.syntax.dockerfile import Exec, Healthcheck
from torchlint.syntax.joined import Joined
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.build import Build
    from torchlint.model.snapshot import Snapshot, Variable
    from torchlint.model.step import Step
    from torchlint.shellcheck.dialects import Dialect
    from torchlint.syntax.dockerfile import Instruction

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_UNKNOWN = '"$TORCHLINT"'
"""A value of which ShellCheck knows nothing."""


class Script(NamedTuple):
    """`text`: what the shell reads. `given`: commands that tell ShellCheck what the shell finds. `building`: it is run
    by the builder, and not when a container starts."""

    text: Joined
    dialect: Dialect
    given: str
    step: Step
    building: bool


def of_build(build: Build) -> Iterator[Script]:
    """Every script of a Dockerfile that is read by a shell that ShellCheck knows, but for arrays that are none."""
    meant = [note.span for note in build.dockerfile.notes if note.kind == "malformed-json"]
    for stage in build.stages:
        for step in stage.steps:
            script = _of_step(step, build)
            if script is None or not script.text.text.strip(" \t\r\n"):
                continue
            at = script.text.whole
            if script.text.source is not build.source or not any(span.overlaps(at) for span in meant):
                yield script


def _of_step(step: Step, build: Build) -> Script | None:
    instruction, value = step.instruction, step.instruction.value
    test = value.test if isinstance(value, Healthcheck) else value
    if instruction.keyword not in ("RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK") or not isinstance(test, Exec):
        return None
    line = test.script
    text = None if line is None else script_of(instruction, line)
    if line is None or text is None:
        return None
    dialect = of_words(step.before.shell.value, step, build)
    if text is not line:
        # A body that says what reads it is a program of its own.
        named = interpreter(text.text)
        dialect = dialect if named is None else of_name(named, f"/bin/{named}", step, build)
    elif instruction.heredocs:
        text = _with_documents(instruction, line)
    if dialect is None or text is None:
        return None
    building = instruction.keyword == "RUN"
    return Script(text, dialect, _given(text.text, dialect, step.before, building), step, building)


def _with_documents(instruction: Instruction, line: Joined) -> Joined | None:
    """A line with the documents behind it, as BuildKit hands both to the shell; None for one without an end."""
    source = line.source
    parts = [line]
    end = source.text.find("\n", line.whole.end)
    for document in instruction.heredocs:
        closing = source.text.find(document.name, document.body.end, document.span.end)
        if end < 0 or closing < 0:
            return None
        parts.append(Joined.of(source, Span(end, end + 1)))
        parts.append(Joined.of(source, document.body))
        parts.append(Joined.of(source, Span(closing, closing + len(document.name))))
        end = source.text.find("\n", document.span.end)
    return Joined.glued(parts)


def _given(text: str, dialect: Dialect, state: Snapshot, building: bool) -> str:
    """The options of the shell, and those of the variables that the text may mention."""
    variables = {**state.env, **state.args} if building else state.env
    named = set(_NAME.findall(text)) & variables.keys()
    given = [f"export {name}={_value(variables[name])}" for name in sorted(named) if name != "PATH"]
    return "".join(f"{line}\n" for line in ([f"set{dialect.options}"] if dialect.options else []) + given)


def _value(variable: Variable) -> str:
    """A value that is like a variable's to ShellCheck, which asks whether it is a number and whether a shell would
    split it; the variable's own may be a secret. An empty one is not split."""
    value = variable.value
    if value is None or re.search(r"[ \t\n*?\[\\]", value):
        return _UNKNOWN
    return "1" if value.isdigit() and value.isascii() else "x"

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Safety, Severity, Span, Step, rule

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-${}")


@rule(Step, Severity.WARNING, Outcome.RISK, when=("cd last", "pushd last"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    last = step.commands[-1] if step.commands else None
    # One in a branch or in a loop may be meant as a test.
    if last is None or last.name not in ("cd", "pushd") or not last.certain or not last.fatal or last.fed:
        return
    folder = last.values[0] if len(last.values) == 1 else None
    written = last.arguments[0].written if len(last.values) == 1 else ""
    if folder is not None and last.before.absolute(folder, last.cwd) == step.after.workdir.value:
        return
    # Many end a long RUN by going back to where they were: that is tidy and harmless.
    if any(one.name not in ("cd", "pushd") for one in step.commands) and not (written and written[0].isalnum()):
        return
    fix = None
    if len(step.commands) == 1 and not step.instruction.flags and written and set(written) <= PLAIN:
        below = _said_below(step, last.before.absolute(folder, last.cwd) if folder is not None else None, on)
        fix = below or Fix(f"use WORKDIR {written}", (Edit(step.at.source, step.at.span, f"WORKDIR {written}"),))
    elif len(step.commands) > 1:
        fix = _behind(step, last, folder)
    yield Problem(
        last.at,
        "this cd has no effect on what follows: each RUN begins in WORKDIR again",
        f"write WORKDIR {written or 'DIR'}, or join the commands that need it: RUN cd {written or 'DIR'} && ...",
        fix,
    )


def _said_below(step: Step, folder: str | None, on: Context) -> Fix | None:
    """The fix that takes the step away, where a WORKDIR right below it leads to the same folder."""
    steps, source = on.stage_of(step).steps, step.at.source
    following = steps[step.index + 1] if step.index + 1 < len(steps) else None
    if following is None or following.instruction.keyword != "WORKDIR" or following.after.workdir.value != folder:
        return None
    start = source.text.rfind("\n", 0, step.at.span.start) + 1
    end = source.text.find("\n", step.at.span.end) + 1
    if not end or source.text[start : step.at.span.start].strip(" \t"):
        return None
    below = source.text[end : following.at.span.start]
    span = Span(start, end + len(below) - len(below.lstrip(" \t\r\n")))
    return Fix("remove the cd, as WORKDIR says the same", (Edit(source, span, ""),), Safety.SAFE)


def _behind(step: Step, last: Command, folder: str | None) -> Fix | None:
    """A WORKDIR below the RUN, in place of the cd that ends it."""
    source, whole = step.at
    where = last.before.absolute(folder, last.cwd) if folder is not None else None
    end = step.commands[-2].at.span.end
    joint = source.text[end : last.at.span.start].replace("\r", "").replace("\\\n", "").strip(" \t")
    rest = source.text[last.at.span.end : whole.end].strip(" \t;")
    if where is None or not set(where) <= PLAIN - {"$", "{", "}"} or joint != "&&" or rest or step.instruction.heredocs:
        return None
    return Fix(f"use WORKDIR {where}", (Edit(source, Span(end, whole.end), f"{source.newline}WORKDIR {where}"),))

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Severity, Step, rule

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
        fix = Fix(f"use WORKDIR {written}", (Edit(step.at.source, step.at.span, f"WORKDIR {written}"),))
    yield Problem(
        last.at,
        "this cd has no effect on what follows: each RUN begins in WORKDIR again",
        f"write WORKDIR {written or 'DIR'}, or join the commands that need it: RUN cd {written or 'DIR'} && ...",
        fix,
    )

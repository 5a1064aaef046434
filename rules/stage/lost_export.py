from __future__ import annotations

import re
from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Severity, Step, rule

SIGNS = frozenset("`\\'\n;&|<>()*?~#")


@rule(Step, Severity.WARNING, Outcome.RISK, when=("export",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    last = step.commands[-1] if step.commands else None
    if last is None or last.name != "export" or not last.certain or not last.fatal:
        return
    assigned = [word for word in last.arguments if "=" in word.written and not word.written.startswith("-")]
    if not assigned:
        return
    names = ", ".join(word.written.partition("=")[0] for word in assigned)
    text = " ".join(word.written for word in assigned)
    fix = None
    alone = len(step.commands) == 1 and not step.instruction.flags and len(assigned) == len(last.arguments)
    if alone and not SIGNS & set(text) and all(map(step.before.variable, read(text))):
        fix = Fix(f"use ENV for {names}", (Edit(step.at.source, step.at.span, f"ENV {text}"),))
    yield Problem(
        last.at,
        f"{names} is set for nothing: what a RUN exports ends with it",
        f"write ENV {text if fix else names + '=...'}, or export it in the RUN that needs it",
        fix,
    )


def read(text: str) -> Iterator[str]:
    """The variables that the values of NAME=VALUE words read, but for one that goes on from what it sets itself."""
    for word in text.split(" "):
        name, _, value = word.partition("=")
        yield from (one for one in re.findall(r"\$\{?([A-Za-z_][A-Za-z0-9_]*)", value) if one != name)

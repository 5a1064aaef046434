from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

SHELL = 'put SHELL ["/bin/bash", "-c"] above'
DASH = "/bin/sh is dash here"
WIDE = 40
"""So much of what is written stands in a message."""


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("RUN of bash",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    found = step.of_bash
    if not found or on.another_sh(on.stage_of(step)):
        return
    # Where the script cannot be read nothing of it runs; else the first of each kind stands for the others.
    firsts = {one.kind: one for one in reversed(found)}
    for one in [firsts["syntax"]] if "syntax" in firsts else [one for one in found if one is firsts[one.kind]]:
        written = one.written if len(one.written) < WIDE else f"{one.written[:WIDE]}..."
        said, mend, stops = told(one.kind, written, surely=one.surely)
        if stops:
            yield Problem(one.at, said, mend)
        else:
            yield Problem(one.at, said, mend, severity=Severity.WARNING, outcome=Outcome.RISK)


def told(kind: str, written: str, *, surely: bool) -> tuple[str, str, bool]:
    """What dash makes of it, what to do, and whether the build surely stops."""
    ending = " and the build stops" if surely else ""
    if kind == "syntax":
        return f"dash cannot read {written}{ending}: {DASH}, and that is of bash", SHELL, surely
    if kind == "test":
        what = ending or ", so this is never true"
        return f"[[ is not found{what}: {DASH}, which knows only [", f"write [ ... ], with = for ==, or {SHELL}", surely
    if kind == "substitution":
        return f"dash ends at {written} with Bad substitution{ending}: {DASH}, and that is of bash", SHELL, surely
    said = f"{written} stays as it is: {DASH}, and only bash makes several words of it"
    return said, f"write out each word, or {SHELL}", False

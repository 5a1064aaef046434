from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

MENDS = {
    "unterminated-quote": "close the quote; between single quotes a backslash protects nothing",
    "unterminated-command": "write the word that ends what begins here",
    "unterminated-test": "write ]] with a blank before it",
    "missing-command": "write the command that belongs there, or drop the sign",
    "missing-redirect-target": "name the file, or put the sign in quotes",
    "unexpected-operator": "drop the sign, or write the command that belongs before it",
}


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("RUN misread",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    refused = step.refused
    # A script that ends where it should not may be one of which another mistake has cut off the rest.
    if refused is None or on.build is None or on.build.dockerfile.problems:
        return
    source, span = refused.at
    sign = source.text[span.start : span.end]
    mend = MENDS.get(refused.kind)
    if mend is None and sign == "}":
        mend = "write a blank behind the { that it belongs to, or drop it"
    elif mend is None and sign in ("(", ")"):
        mend = f"write \\{sign} if a program is to get it, or put the word in quotes"
    yield Problem(
        refused.at, f"no shell can read this script and the build stops: {refused.said}", mend or "correct the script"
    )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule

APPROVED = ("2.6.0", "2.7.1")


@rule(Install, Severity.WARNING, Outcome.RISK, when=("torch==",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    for one in install.requested:
        if one.requirement.name != "torch":
            continue
        for operator, version, _ in one.requirement.clauses:
            # `2.6.0+cu124` is the 2.6.0 for one CUDA.
            if operator == "==" and version.partition("+")[0] not in APPROVED:
                yield Problem(
                    one.at,
                    f"torch {version} is not approved: the models of the platform were not tried with it",
                    f"take {' or '.join(APPROVED)}",
                )

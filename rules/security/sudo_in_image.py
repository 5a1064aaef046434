from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule


@rule(Step, Severity.INFO, Outcome.RISK, when=("apt-get", "apt", "apk", "dnf", "yum", "microdnf"), strict=True)
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    for package in step.adds:
        if package.name == "sudo" and package.at is not None:
            yield Problem(
                package.at,
                "sudo in the image lets a program that is not root become it: USER then protects nothing",
                "leave it out; what needs root belongs before USER, or between USER root and USER app",
            )

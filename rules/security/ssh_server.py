from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

SERVERS = frozenset({"openssh-server", "openssh-sftp-server", "dropbear", "dropbear-bin"})


@rule(Step, Severity.INFO, Outcome.RISK, when=("apt-get", "apt", "apk", "dnf", "yum", "microdnf"), strict=True)
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    for package in step.adds:
        if package.name in SERVERS and package.at is not None:
            yield Problem(
                package.at,
                f"{package.name} puts a second way into the container, with host keys that all containers of it share",
                "use docker exec or kubectl exec, and leave the server out",
            )

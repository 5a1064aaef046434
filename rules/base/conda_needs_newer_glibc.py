from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Related, Severity, Step, rule

OLDER = "Miniconda3-py310_23.11.0-2-Linux-x86_64.sh"


@rule(Step, Severity.ERROR, Outcome.BUILD, mentions=("miniconda3-",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    for command in step.commands:
        refused = on.installer_refused(command) if command.fatal and command.certain else None
        if refused is None:
            continue
        base, distro = command.before.base, refused.distro
        what = "Miniconda's newest installer" if "-latest-" in refused.installer else refused.installer
        yield Problem(
            command.at,
            f"{what} needs glibc 2.28, {distro.family} {distro.release} has {distro.glibc}: it stops, and the build "
            "with it",
            f"begin from a newer {distro.family}, or fetch an older installer by its name, such as {OLDER}",
            related=(Related(base.at, f"{distro.family} {distro.release} comes from here"),),
        )
        return

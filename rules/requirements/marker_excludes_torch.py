from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule

# A marker about the system says that this line is for another machine: torch comes from elsewhere here.
ABOUT_SYSTEM = ("sys_platform", "platform_system", "os_name")


@rule(Install, Severity.WARNING, Outcome.IMPORT, when=("torch;",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    lines = list(install.asks("torch"))
    if not lines or on.build is None or install.python is None or install.has("torch") is not False:
        return
    if any(install.applies(one) is not False for one in lines):
        return
    if any(word in (one.requirement.marker or "") for one in lines for word in ABOUT_SYSTEM):
        return
    if on.build.machine(install.stage) != "x86_64" or not install.complete:
        return
    if any(one is not install and any(one.asks("torch")) for one in on.build.installs()):
        return
    marker = (lines[0].requirement.marker or "").replace('"', "'")
    yield Problem(
        lines[0].at,
        f"torch is not installed: its line holds only where {marker}, and this is Python {install.python} on x86_64",
        f"add a line for this Python, or begin from an image where {marker}",
    )

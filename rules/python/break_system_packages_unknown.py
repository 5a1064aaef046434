from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, Span, rule

SINCE = (23, 0, 1)
OPTION = "--break-system-packages"


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("--break-system-packages",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    environment, state = install.environment, install.command.before
    if install.tool != "pip" or environment is None or environment.kind != "system" or not install.stops_build:
        return
    pip = on.world.system_pip(state.base.os) if state.base.os is not None else None
    package = state.packages.get("python3-pip")
    # A pip that was installed by pip is newer, and an unknown program may have brought one.
    if pip is None or package is None or not environment.complete or "pip" in environment.packages:
        return
    if tuple(int(part) for part in pip.split(".")) >= SINCE:
        return
    word = next((word for word in install.command.words if word.value == OPTION), None)
    if word is None:
        return
    source, span = word.at
    fix = None
    if word.written == OPTION and source.text[span.start - 1] == " ":
        fix = Fix(f"drop {OPTION}", (Edit(source, Span(span.start - 1, span.end), ""),), Safety.SAFE)
    yield Problem(
        word.at,
        f"pip {pip} of {state.base.name} has no option {OPTION}, and the build stops",
        "drop it: this Python is not marked as managed; for several releases, set ENV PIP_BREAK_SYSTEM_PACKAGES=1",
        fix,
        related=() if package.at is None else (Related(package.at, f"brings pip {pip}"),),
    )

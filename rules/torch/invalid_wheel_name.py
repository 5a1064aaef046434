from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("a wheel",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    if not install.stops_build:
        return
    for one in install.requested:
        file = on.misnamed_wheel(one)
        if file is None or one.constraint or one.requirement.marker is not None:
            continue
        yield Problem(
            one.at,
            f"{file} is not the name of a wheel: {install.tool} reads version, Python and platform from the name, "
            "and the build stops",
            "keep the name that the wheel was made with: NAME-VERSION-PYTHON-ABI-PLATFORM.whl",
        )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("missing-file",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    if not (install.command.fatal and install.command.certain) or install.interpreter is False:
        return
    for path, at in install.missing:
        yield Problem(
            at,
            f"{install.tool} stops the build: {path} is not in the image at this step",
            f"copy it before this RUN: COPY {path.rsplit('/', 1)[-1]} {path}",
        )

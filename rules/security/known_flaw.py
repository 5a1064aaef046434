from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule


@rule(Install, Severity.INFO, Outcome.RISK, when=("torch==",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    pin = install.pin("torch")
    if pin is None or on.build is None or "--dry-run" in install.options or not on.build.in_shipped(install.stage):
        return
    flaw = on.world.advisory("torch", pin.version)
    if flaw is not None:
        yield Problem(
            pin.requested.at,
            f"torch {pin.version} has {flaw.id}: {flaw.what}",
            f"take torch {flaw.below} or newer, or load safetensors files only",
        )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("torch==",), by_date=True)
def check(install: Install, on: Context) -> Iterator[Problem]:
    base, environment, shelf, pin = on.stage_of(install).base, install.environment, install.shelf, install.pin("torch")
    least = base.python_least
    if least is None or install.python is not None or pin is None or shelf is None or environment is None:
        return
    if not install.stops_build or base.libc != "glibc" or environment.at != base.at:
        return
    if on.build is None or on.build.machine(install.stage) != "x86_64":
        return
    pythons = [one for one in shelf.pythons(pin.version, on.world) or () if not one.endswith("t")]
    if not pythons or install.satisfied("torch", pin.version) is not False:
        return
    newest = max(pythons, key=_minor)
    if _minor(newest) >= _minor(least):
        return
    tag = base.reference.tag if base.reference is not None else None
    variant = [part for part in (tag or "latest").split("-") if part not in ("3", "latest")]
    yield Problem(
        pin.requested.at,
        f"torch {pin.version} has wheels up to Python {newest}, and {base.name} has become {least} or newer: "
        f"{install.tool} finds none and the build stops",
        f"begin from python:{'-'.join((newest, *variant))}",
        related=(Related(base.at, "this tag goes on to each new Python"),),
    )


def _minor(python: str) -> tuple[int, ...]:
    return tuple(int(part) for part in python.split("."))

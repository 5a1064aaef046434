from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("a wheel",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    environment, build = install.environment, on.build
    if not install.stops_build or environment is None or build is None:
        return
    base = on.stage_of(install).base
    for one in install.requested:
        wheel, why = one.requirement.wheel, on.misfit(install, one)
        if wheel is None or why is None or one.constraint:
            continue
        heres = {
            "python": f"Python {install.python}",
            "system": "Linux",
            "machine": f"{build.machine(install.stage)}",
            "musl": "glibc",
            "glibc": "musl" if base.libc == "musl" else f"the older one of {base.os}",
        }
        here = heres[why.kind]
        needs, is_here = why.needs, here
        if why.besides is not None:
            needs, is_here = f"{needs} and {why.besides.needs}", f"{here} and {heres[why.besides.kind]}"
        told = environment.at if why.kind == "python" and environment.at is not None else base.at
        change = "name the wheel for Linux" if why.kind == "system" else f"name the wheel for {here}"
        release = on.world.torch_release(wheel.version.partition("+")[0]) if wheel.name == "torch" else None
        if why.kind == "python" and release is not None and install.python not in release.pythons:
            change = f"ask for a newer release: torch {release.version} has no wheel for {here}"
        elif why.kind != "system" and all(tag.startswith("win") for tag in wheel.platform_tags):
            change += " and Linux"
        yield Problem(
            one.at,
            f"this wheel of {wheel.name} {wheel.version} is for {needs}, not for {is_here}: "
            f"{install.tool} refuses it and the build stops",
            "begin from a newer release of the system" if base.libc == "glibc" and why.kind == "glibc" else change,
            related=(Related(told, f"{here} comes from here"),) if why.kind == "python" else (),
        )

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, World, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("torch==", "torch<", "torch~="))
def check(install: Install, on: Context) -> Iterator[Problem]:
    base, build, shelf, world = on.stage_of(install).base, on.build, install.shelf, on.world
    distro = world.distro_of(base.os) if base.os is not None else None
    line = next(install.asks("torch"), None)
    if distro is None or distro.glibc is None or shelf is None or build is None or line is None:
        return
    if not install.stops_build or build.machine(install.stage) != "x86_64":
        return
    versions = install.torch_versions(world)
    if not versions or not all(on.lacks(install, "torch", version) for version in versions):
        return
    for version in versions:
        release, pythons = world.torch_release(version), shelf.pythons(version, world)
        # Where no wheel is for the Python, another rule speaks.
        if release is None or pythons is None or install.python not in pythons or not release.glibc_sure:
            return
        if older(release.glibc_min, distro.glibc) or not tagged(version, shelf.variants, shelf.everything, world):
            return
    last = next(
        (one for one in reversed(world.torch_releases()) if suits(one, distro.glibc, install.python, world)), None
    )
    system = f"{distro.family} {distro.release}"
    needed = world.torch_release(versions[0])
    what = versions[0] if len(versions) == 1 else f"{versions[0]} to {versions[-1]}"
    assert needed is not None
    yield Problem(
        line.at,
        f"torch {what} needs glibc {needed.glibc_min}, {system} has {distro.glibc}: no wheel fits and the build stops",
        f"begin from a newer {distro.family}" + (f", or ask for torch=={last}" if last else ""),
        related=(Related(base.at, f"{system} comes from here"),),
    )


def tagged(version: str, variants: tuple[str, ...], everything: bool, world: World) -> bool:
    """True if all wheels of these folders say which glibc they need; plain linux_x86_64 is let through by pip."""
    wheels = [world.torch_wheels(version, variant) for variant in variants]
    return not everything and all(one is not None and one.any_libc is False for one in wheels)


def suits(version: str, glibc: str, python: str | None, world: World) -> bool:
    """True if a release has a wheel for that Python which surely runs with that glibc."""
    release = world.torch_release(version)
    return release is not None and older(release.glibc_min, glibc) and python in release.pythons


def older(one: str, other: str) -> bool:
    """True unless `one` is the newer of two versions."""
    return [int(part) for part in one.split(".")] <= [int(part) for part in other.split(".")]

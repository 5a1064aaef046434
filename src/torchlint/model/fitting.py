"""Which release of torch or of a companion surely can be installed where one is asked for without a version."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install
    from torchlint.world import World


def fitting(install: Install, name: str, world: World) -> str | None:
    """The newest release that surely can be installed there beside its torch; None where nobody can tell."""
    shelf, python, base = install.shelf, install.python, install.command.before.base
    today = world.newest_torch()
    if shelf is None or python is None or today is None or "--pre" in install.options or base.libc == "musl":
        return None
    distro = world.distro_of(base.os) if base.os is not None else None
    glibc = _numbers(distro.glibc) if distro is not None and distro.glibc is not None else None
    there = None if install.environment is None else install.environment.packages.get("torch")
    kept = name != "torch" and there is not None and not any(install.asks("torch"))
    torches = (there.version,) if kept and there is not None else tuple(reversed(world.torch_releases()))
    for version in torches:
        release = world.torch_release(version or "")
        if release is None:
            return None
        if _numbers(release.version) > _numbers(today):
            continue
        wheels = shelf.pythons(release.version, world)
        old = glibc is None or _numbers(release.glibc_min) > glibc
        if not kept and (wheels is None or python not in wheels or old or not install.admits("torch", release.version)):
            continue
        if name == "torch":
            return release.version
        for one in reversed(world.companions_of(release.version, name)):
            made = world.companion(name, one)
            if made is not None and made.runs_on(python) and install.admits(name, one):
                return one
        if kept:
            return None
    return None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))

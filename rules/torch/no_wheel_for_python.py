from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Install, Outcome, Problem, Related, Severity, World, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("torch", "torchvision", "torchaudio"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    python, environment, build = install.python, install.environment, on.build
    if not install.stops_build or python is None or environment is None or build is None:
        return
    base = on.stage_of(install).base
    if base.libc == "musl" or build.machine(install.stage) != "x86_64":
        return
    for name in ("torch", "torchvision", "torchaudio"):
        line = next(install.asks(name), None)
        what = None if line is None else _missing(install, name, python, on.world)
        if line is None or what is None:
            continue
        pin = install.pin(name)
        line = line if pin is None else pin.requested
        told = [Related(at, f"the default of {arg} is used here") for arg, at in install.defaults(line)]
        told.append(Related(environment.at or base.at, f"Python {python} comes from here"))
        yield Problem(
            line.at,
            f"{what} for Python {python}: {install.tool} finds none and the build stops",
            _help(install, name, python, on.world),
            _fix(install, name, python, on),
            related=tuple(told),
        )
        return


def _missing(install: Install, name: str, python: str, world: World) -> str | None:
    """What has no wheel, in words; None unless that is sure."""
    shelf, pin = install.shelf, install.pin(name)
    if shelf is None:
        return None
    if name == "torch":
        versions = install.torch_versions(world)
        wheels = [shelf.pythons(version, world) for version in versions]
        if not versions or not all(pythons and python not in pythons for pythons in wheels):
            return None
        sure = all(install.satisfied("torch", version) is False for version in versions)
        what = f"torch {versions[0]} has no wheel" if pin else f"torch {versions[0]} to {versions[-1]} have no wheel"
        return what if sure else None
    made = None if pin is None else world.companion(name, pin.version)
    if pin is None or made is None or made.pythons is None or made.torch_exact is None:
        return None
    # The PyTorch index has wheels of a companion for the Pythons that torch itself has them for, and for no other.
    folders = shelf._replace(public=False).pythons(made.torch_exact, world)
    if (
        folders is None
        or python in folders
        or python in made.pythons
        or install.satisfied(name, pin.version) is not False
    ):
        return None
    return f"{name} {made.version} has no wheel"


def _help(install: Install, name: str, python: str, world: World) -> str:
    if name != "torch":
        return f"choose a {name} that has a wheel for Python {python}, with its torch, or another Python"
    version = install.torch_versions(world)[-1]
    known = world.torch_release(version)
    pythons = () if known is None else known.pythons
    releases = world.torch_releases()
    fitting = [one for one in releases if (made := world.torch_release(one)) and python in made.pythons]
    change = f"begin from Python {pythons[-1]}" if pythons else "begin from another Python"
    if not fitting:
        return change
    first = releases.index(fitting[0]) > releases.index(version)
    which = ("first", fitting[0]) if first else ("last", fitting[-1])
    return f"{change}, or ask for torch=={which[1]}, the {which[0]} with such a wheel"


def _fix(install: Install, name: str, python: str, on: Context) -> Fix | None:
    """The same image with the nearest Python that the newest torch has a wheel for, of those it may take."""
    base, environment, shelf = on.stage_of(install).base, install.environment, install.shelf
    reference = base.reference
    versions = install.torch_versions(on.world)
    if environment is None or shelf is None or reference is None or reference.tag is None or not versions:
        return None
    companion = None if name == "torch" else install.pin(name)
    made = None if companion is None else on.world.companion(name, companion.version)
    pythons = shelf.pythons(versions[-1], on.world) if name == "torch" else (made.pythons if made is not None else None)
    if base.kind != "python" or environment.at != base.at or not pythons:
        return None
    minors = sorted((int(one[2:]) for one in pythons if one.startswith("3.")), reverse=True)
    here = int(python.partition(".")[2])
    minor = next((one for one in minors if one < here), minors[-1])
    tag = "-".join((f"3.{minor}", *reference.tag.split("-")[1:]))
    edit = base.retagged(tag) if on.world.python_tag_exists(tag) else None
    return None if edit is None else Fix(f"begin from Python 3.{minor}", (edit,))

from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Install, Outcome, Problem, Related, Severity, rule


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
        missing = None if line is None else on.wheelless(install, name)
        if line is None or missing is None:
            continue
        pin = install.pin(name)
        line = line if pin is None else pin.requested
        told = [Related(at, f"the default of {arg} is used here") for arg, at in install.defaults(line)]
        told.append(Related(environment.at or base.at, f"Python {python} comes from here"))
        fix = _fix(install, missing.pythons, python, on)
        yield Problem(
            line.at,
            f"{missing.said} for Python {python}: {install.tool} finds none and the build stops",
            _help(name, missing.version, fix.title if fix else "begin from another Python", python, on),
            fix,
            related=tuple(told),
        )
        return


def _help(name: str, version: str, change: str, python: str, on: Context) -> str:
    if name != "torch":
        return f"choose a {name} that has a wheel for Python {python}, with its torch, or another Python"
    releases = on.world.torch_releases()
    fitting = [one for one in releases if (made := on.world.torch_release(one)) and python in made.pythons]
    if not fitting:
        return change
    first = version not in releases or releases.index(fitting[0]) > releases.index(version)
    which = ("first", fitting[0]) if first else ("last", fitting[-1])
    return f"{change}, or ask for torch=={which[1]}, the {which[0]} with such a wheel"


def _fix(install: Install, pythons: tuple[str, ...], python: str, on: Context) -> Fix | None:
    """The same image with the nearest Python that there is a wheel for."""
    minors = sorted((int(one[2:]) for one in pythons if one.startswith("3.")), reverse=True)
    if not minors:
        return None
    here = int(python.partition(".")[2])
    minor = next((one for one in minors if one < here), minors[-1])
    edit = on.of_python(install, minor)
    return None if edit is None else Fix(f"begin from Python 3.{minor}", (edit,))

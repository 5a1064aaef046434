from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Severity, Span, World, rule

CPU_INDEX = "https://download.pytorch.org/whl/cpu"


@rule(Install, Severity.WARNING, Outcome.WASTE, when=("torch",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    build, shelf, line = on.build, install.shelf, next(install.asks("torch"), None)
    if build is None or shelf is None or not shelf.only_public or line is None or line.requirement.kind != "named":
        return
    stages = [build.stages[index] for index in sorted(build.shipped)]
    stages = [one for one in stages if install.stage in {below.index for below in build.lineage(one.index)}]
    if build.machine(install.stage) != "x86_64" or not stages or not install.command.certain:
        return
    if install.has("torch") is not False or any(on.uses_gpu(one) is not False for one in stages):
        return
    pin = install.pin("torch")
    if pin is not None and pin.label is not None:
        return
    if any(other.shelf is not None and other.shelf.holds("cpu") for other in build.installs()):
        # The build for the CPU is asked for elsewhere: that it comes too late is another matter.
        return
    spared = _spared(install, pin.version if pin is not None else None, on.world)
    much = f": about {spared / 1e9:.1f} GB that are never used" if spared is not None else ""
    yield Problem(
        line.at,
        f"nothing here uses a GPU, but this torch brings CUDA with it{much}",
        f"take the CPU build: pip install torch --index-url {CPU_INDEX}",
        _fix(install, on) or _with_index(install, line.at, on, free=line.requirement.open),
        estimate_bytes=spared,
    )


def _spared(install: Install, version: str | None, world: World) -> int | None:
    """Bytes that the CUDA build of a release, or of the newest for this Python, has more than one for the CPU."""
    releases = [one for name in world.torch_releases() if (one := world.torch_release(name)) is not None]
    largest_of_cpu = max((one.cpu_unpacked_bytes or 0 for one in releases), default=0)
    chosen = world.torch_release(version) if version is not None else None
    if version is None:
        chosen = next((one for one in reversed(releases) if install.python in one.pythons), None)
    return chosen.unpacked_bytes - largest_of_cpu if chosen is not None else None


def _fix(install: Install, on: Context) -> Fix | None:
    """The same release from the CPU folder, where a requirements file pins it."""
    pin = install.pin("torch")
    wheels = on.world.torch_wheels(pin.version, "cpu") if pin is not None else None
    known = wheels is not None and wheels.pythons is not None and install.python in wheels.pythons
    at = pin.requested.place_of(pin.version) if pin is not None and known else None
    if pin is None or at is None or at.source is install.at.source or pin.requested.declared:
        return None
    index = on.option_line(at.source, f"--extra-index-url {CPU_INDEX}")
    return Fix("take torch from the CPU index", (index, Edit(at.source, Span(at.span.end, at.span.end), "+cpu")))


def _with_index(install: Install, at: Place, on: Context, *, free: bool) -> Fix | None:
    """The CPU folder as the index of a command for torch and its companions alone, beside the public one elsewhere.

    pip takes the build with the label of the two, as that counts as the later version.
    """
    pin, python = install.pin("torch"), install.python
    newest = on.world.newest_torch() if free else None
    version = pin.version if pin is not None else on.open_torch(install) or newest or ""
    wheels = on.world.torch_wheels(version, "cpu")
    if wheels is None or wheels.pythons is None or python not in wheels.pythons or install.indexes:
        return None
    if at.source is not install.at.source:
        # What a project declares is no requirements file, where options may stand.
        if install.tool != "pip" or all(at.source is not place.source for place in install.files):
            return None
        index = on.option_line(at.source, f"--extra-index-url {CPU_INDEX}")
        return Fix("take torch from the CPU index", (index,))
    others = [one for one in install.requested if one.requirement.name not in ("torch", "torchvision", "torchaudio")]
    if others and install.tool != "pip" or len(at.source.show(at.span).split()) != 1:
        return None
    option = "--extra-index-url" if others else "--index-url"
    edit = on.added(at, option, CPU_INDEX, before=True)
    return None if edit is None else Fix("take torch from the CPU index", (edit,))

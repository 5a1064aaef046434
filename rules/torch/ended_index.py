from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule

FAMILY = ("torch", "torchvision", "torchaudio", "torchtext", "xformers")


@rule(Install, Severity.WARNING, Outcome.RISK, when=("torch & asks index", "torch & asks extra"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf, build, python = install.shelf, on.build, install.python
    if shelf is None or build is None or shelf.everything or len(shelf.variants) != 1:
        return
    variant, line = shelf.variants[0], next(install.asks("torch"), None)
    held = on.world.ended_index(variant)
    if held is None or line is None or build.machine(install.stage) != "x86_64" or not install.command.certain:
        return
    asked = [one.requirement for one in install.requested if one.requirement.name in FAMILY]
    if any(one.kind != "named" or one.marker for one in asked) or install.pin("torch") or install.has("torch"):
        return
    # Where a companion has a version, that decides which torch is taken.
    if any(one.specifier for one in asked if one.name != "torch"):
        return
    wheels = {version: on.world.torch_wheels(version, variant) for version in held}
    fitting = [
        version
        for version, one in wheels.items()
        if one is not None
        and one.pythons is not None
        and python in (None, *one.pythons)
        and install.admits("torch", version)
    ]
    indexes = [one for one in install.indexes or () if one.kind != "find-links"]
    # What a page of links ends with is the matter of stable-page-ended.
    if not indexes:
        return
    place = next((one.at for one in indexes if one.at is not None), None)
    told = () if place is None else (Related(place, "this index is asked"),)
    ends = f"the index for {variant} ends with torch {held[-1]}"
    change = "choose the index of a CUDA that is still built for, or name the version that is wanted"
    if shelf.public:
        public = on.world.torch_release(on.open_torch(install) or "")
        if public is not None and public.version not in fitting:
            last = on.world.torch_release(on.world.torch_releases()[-1])
            newer = " or newer" if last is None or python in last.pythons else ""
            yield Problem(
                line.at,
                f"{ends}: pip takes the newest of both indexes, which is torch {public.version}{newer} of the public "
                f"one, for CUDA {public.default_cuda}",
                change,
                related=told,
                outcome=Outcome.RUN,
            )
    elif not fitting and python is not None and install.stops_build and install.has("torch") is False:
        what = f"torch{line.requirement.specifier}"
        yield Problem(
            line.at,
            f"{ends} and has no {what} for Python {python}: {install.tool} finds none and the build stops",
            change,
            related=told,
            severity=Severity.ERROR,
            outcome=Outcome.BUILD,
        )
    elif fitting and all(not one.specifier for one in asked):
        release = on.world.torch_release(fitting[-1])
        since = f" of {release.date[:4]}" if release is not None else ""
        yield Problem(
            line.at,
            f"{ends}: {install.tool} takes {fitting[-1]}{since}, and no newer one will come",
            change,
            related=told,
        )

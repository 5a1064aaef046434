from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule

PACKAGES = ("torch", "torchvision", "torchaudio", "torchtext")


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("torch==", "torchvision==", "torchaudio==", "torchtext=="))
def check(install: Install, on: Context) -> Iterator[Problem]:
    if not install.stops_build or install.shelf is None:
        return
    for name in PACKAGES:
        pin = install.pin(name) if any(install.asks(name)) else None
        if pin is None or on.world.published(name, pin.version) is not False:
            continue
        torch = install.pin("torch") if name != "torch" else None
        made = on.world.companions_of(torch.version, name) if torch is not None else ()
        near = made[-1] if made else _nearest(pin.version, on.world.releases(name))
        place = pin.requested.place_of(pin.version)
        fix = None
        if place is not None and pin.label is None:
            fix = Fix(f"ask for {name} {near}", (Edit(*place, near),), Safety.UNSAFE)
        yield Problem(
            pin.requested.at,
            f"{name} {pin.version} was never published: {install.tool} finds none and the build stops",
            f"ask for {name}=={near}"
            + (f", made for torch {torch.version}" if made and torch else ", the nearest one"),
            fix,
            related=tuple(
                Related(at, f"the default of {arg} is used here") for arg, at in install.defaults(pin.requested)
            ),
        )


def _nearest(version: str, releases: tuple[str, ...]) -> str:
    """The last release before a version, or the first of its series where that begins later."""
    wanted = _numbers(version)
    below = [one for one in releases if _numbers(one) < wanted]
    series = [one for one in releases if _numbers(one)[:2] == wanted[:2]]
    return series[0] if series and series[0] not in below else below[-1]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())

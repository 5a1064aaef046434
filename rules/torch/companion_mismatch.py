from __future__ import annotations

from collections.abc import Iterator

from torchlint import Confidence, Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Safety, Severity, rule

OVERRIDING = ("--override", "--overrides")
COMPANIONS = ("torchvision", "torchaudio", "torchtext", "xformers", "vllm")


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=("torchvision==", "torchaudio==", "torchtext==", "xformers==", "vllm=="),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    environment, torch = install.environment, install.pin("torch")
    if not install.command.certain or any(option in install.options for option in OVERRIDING):
        return
    if install.shelf is None and (torch is None or install.indexes is not None):
        return
    there = None if environment is None else environment.packages.get("torch")
    if torch is None:
        if environment is None or there is None or any(install.asks("torch")):
            return
        change = on.torch_change(install)
        before = change.before if change is not None else None
        # An earlier companion may have brought the torch that is there by now.
        if before is None or not before.exact or not (environment.complete or there.source == "base"):
            return
        version, place = (before.version or "").partition("+")[0], before.at
    else:
        version, place = torch.version, torch.requested.at
    release = on.world.torch_release(version or "")
    if release is None:
        return
    for name in COMPANIONS:
        pin = install.pin(name) if any(install.asks(name)) else None
        made = on.world.companion(name, pin.version) if pin is not None else None
        if pin is None or made is None:
            continue
        if made.breaks_with(release.version) and not install.satisfied(name, pin.version):
            yield Problem(
                pin.requested.at,
                f"{name} {made.version} is compiled for a torch before {made.breaks_from}: it accepts torch "
                f"{release.version}, and its import fails",
                f"do without {name}, which has no newer release, or ask for an older torch",
                related=_of_torch(place, release.version, asked=torch is not None),
                outcome=Outcome.IMPORT,
            )
        if made.torch_exact is None or made.torch_exact == release.version:
            continue
        # Where xformers has no wheel its source is taken, which asks for any torch.
        source = name == "xformers" and install.python is not None and not made.runs_on(install.python)
        if source or install.satisfied(name, pin.version):
            continue
        # Without a wheel of either it does not come to the pair.
        python = install.python
        if python is not None and name.startswith("torch"):
            if not made.runs_on(python) or (torch is not None and python not in release.pythons):
                continue
        what = f"{name} {made.version} is made for torch {made.torch_exact}"
        pair = f"{what}, not {release.version}"
        harm = on.harm(name, made.torch_exact, release.version)
        severity, outcome = Severity.WARNING, Outcome.RISK
        if harm is not None:
            severity, outcome = (Severity.ERROR, Outcome.IMPORT) if harm.at_import else (severity, Outcome.RUN)
        fails = "nobody tried the two together" if harm is None else harm.told
        if "--no-deps" in install.options and name == "xformers" and harm is None:
            # Where torch has all that its library calls, it may well load.
            continue
        if "--no-deps" in install.options:
            message = f"{pair}: --no-deps installs it all the same, and {fails}"
        elif torch is None:
            severity, outcome = Severity.WARNING, Outcome.WASTE
            message = f"{what}: this install replaces torch {release.version}, which keeps its place in a lower layer"
        elif not install.refuses_conflicts:
            severity = Severity.ERROR
            message = f"{pair}: an old pip installs the pair and {fails}, a newer one stops the build"
        elif install.stops_build:
            severity, outcome = Severity.ERROR, Outcome.BUILD
            message = f"{pair}: {install.tool} refuses the pair and the build stops"
        else:
            continue
        fitting = on.world.companions_of(release.version, name)
        place_of = pin.requested.place_of(pin.version)
        fix = None
        if fitting and place_of is not None:
            title = f"ask for {name} {fitting[-1]}, made for torch {release.version}"
            fix = Fix(title, (Edit(*place_of, fitting[-1]),), Safety.UNSAFE)
        yield Problem(
            pin.requested.at,
            message,
            f"ask for {name}=={fitting[-1]}" if fitting else f"ask for torch=={made.torch_exact}",
            fix,
            related=_of_torch(place, release.version, asked=torch is not None),
            severity=severity,
            outcome=outcome,
            confidence=None if install.shelf is not None else Confidence.MEDIUM,
        )


def _of_torch(place: Place | None, version: str, *, asked: bool) -> tuple[Related, ...]:
    return (
        () if place is None else (Related(place, f"torch {version} {'is asked for' if asked else 'comes from'} here"),)
    )

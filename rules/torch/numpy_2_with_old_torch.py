from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule

MINORS = ("3.9", "3.10", "3.11", "3.12")
"""The Pythons for which there are both a numpy 2 and a torch that was built before it."""

FAILS = "tensor.numpy() and from_numpy fail with 'Numpy is not available'"


@rule(
    Install,
    Severity.WARNING,
    Outcome.RUN,
    when=(
        "numpy",
        "torch==",
        "torch<",
        "torch~=",
        "accelerate",
        "albumentations",
        "datasets",
        "diffusers",
        "easyocr",
        "facexlib",
        "insightface",
        "matplotlib",
        "mediapipe",
        "mmengine",
        "opencv-contrib-python",
        "opencv-contrib-python-headless",
        "opencv-python",
        "opencv-python-headless",
        "pandas",
        "scikit-image",
        "scikit-learn",
        "scipy",
        "tensorboard",
        "torchvision",
        "transformers",
        "ultralytics",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    line, build = next(install.asks("numpy"), None), on.build
    environment, python = install.environment, install.python
    if build is None or environment is None or not install.command.certain or install.shelf is None:
        return
    torch = on.torch_of_numpy_1(install) if "--resolution" not in install.options else None
    second = "2.0.2" if python == "3.9" else "2.2.6"
    pin, there = install.pin("numpy"), environment.packages.get("numpy")
    two = pin.version.startswith("2.") if pin is not None else install.admits("numpy", second)
    if torch is not None and torch.second is not None and torch.at is not None:
        if not _later(install, build, on):
            name = torch.second.requirement.name
            which = "which is there already" if name == "numpy" else f"which {name} brought already"
            said, came = f"{torch.told} was built before numpy 2, {which}", torch.second.at
            helped, related = "write numpy<2 there, or use torch 2.3 or newer", Related(came, "numpy 2 comes from here")
            yield Problem(torch.at, f"{said}: {FAILS}", helped, related=(related,))
        return
    if torch is None or python in ("2.7", "3.5", "3.6", "3.7", "3.8") or not two:
        return
    forced = line is not None and (pin is not None or install.admits("numpy", "1.26.4") is False)
    bringer = on.numpy_bringer(install)
    demander = bringer.demander if bringer is not None and python in MINORS and not forced else None
    # What is there of numpy 2 was said where it came.
    first = there is not None and (there.source == "base" or (there.version or "").startswith("1."))
    if demander is not None and there is not None and not first:
        return
    renewed = line is not None and any(option in install.options for option in ("--upgrade", "--force-reinstall"))
    if not (forced or demander) and (python not in MINORS or (install.has("numpy") is not False and not renewed)):
        return
    if not forced and not on.numpy_open(install, demanded=demander is not None or renewed):
        return
    at = line.at if line is not None and demander is None else bringer.requested.at if bringer is not None else None
    if at is None or _later(install, build, on):
        return
    fix = None
    if demander is not None and bringer is not None:
        name = bringer.requested.requirement.name
        how = f"which {name} brings here, as " + ("it" if name == demander else f"its {demander}") + " wants numpy>=2"
        helped = f"write {demander}<4.12 and numpy<2, or use torch 2.3 or newer"
        if not demander.startswith("opencv-"):
            helped = f"take an older {demander} and numpy<2, or use torch 2.3 or newer"
    elif line is None and bringer is not None:
        how, helped = f"which {bringer.requested.requirement.name} brings here", "install numpy<2 with it, or torch 2.3"
    else:
        how, helped = f"which is what {install.tool} takes here", "write numpy<2, or use torch 2.3 or newer"
        if forced:
            how = (
                f"and numpy {pin.version} is pinned here" if pin is not None else "and no older one is let through here"
            )
        if (
            line is not None
            and not (line.requirement.specifier or line.requirement.options)
            and line.at.source is not install.at.source
        ):
            edit = Edit(line.at.source, line.at.span._replace(start=line.at.span.end), "<2")
            fix = Fix("keep numpy below 2", (edit,), Safety.UNSAFE)
    yield Problem(
        at,
        f"{torch.told} was built before numpy 2, {how}: {FAILS}",
        helped,
        fix,
        related=() if torch.at is None else (Related(torch.at, f"{torch.told} comes from here"),),
        severity=Severity.ERROR if forced or (demander and bringer and bringer.exact) else None,
    )


def _later(install: Install, build: Build, on: Context) -> bool:
    """True if a later install, in this stage or in one built on it, speaks of numpy or torch again, or may keep numpy
    below 2."""
    installs = build.installs()
    return any(
        any(one.asks("numpy", "torch")) or not one.complete or not on.numpy_open(one)
        for one in installs[installs.index(install) + 1 :]
        if build.stages[install.stage] in build.lineage(one.stage)
    )

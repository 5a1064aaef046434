from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule

MINORS = ("3.9", "3.10", "3.11", "3.12")
"""The Pythons for which there are both a numpy 2 and a torch that was built before it."""


@rule(
    Install,
    Severity.WARNING,
    Outcome.RUN,
    when=(
        "numpy",
        "torch==",
        "accelerate",
        "datasets",
        "diffusers",
        "matplotlib",
        "opencv-python",
        "opencv-python-headless",
        "pandas",
        "scikit-image",
        "scikit-learn",
        "scipy",
        "tensorboard",
        "torchvision",
        "transformers",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    line, torch, build = next(install.asks("numpy"), None), install.pin("torch"), on.build
    environment, python = install.environment, install.python
    if build is None or environment is None or not install.command.certain:
        return
    there = environment.packages.get("torch") if not any(install.asks("torch")) else None
    version = torch.version if torch is not None else there.version if there is not None else None
    release = on.world.torch_release(version or "")
    if release is None or release.numpy2_ok or install.shelf is None or "--resolution" in install.options:
        return
    second = "2.0.2" if python == "3.9" else "2.2.6"
    pin = install.pin("numpy")
    two = pin.version.startswith("2.") if pin is not None else install.admits("numpy", second)
    if python in ("2.7", "3.5", "3.6", "3.7", "3.8") or not two or _later(install, build, on):
        return
    forced = line is not None and (pin is not None or install.admits("numpy", "1.26.4") is False)
    if not forced and (python not in MINORS or install.has("numpy") is not False or not on.numpy_open(install)):
        return
    bringer = line or on.numpy_bringer(install)
    if bringer is None:
        return
    at = torch.requested.at if torch is not None else there.at if there is not None else None
    fix = None
    if line is None:
        how = f"which {bringer.requirement.name} brings here"
    else:
        how = f"which is what {install.tool} takes here"
        if forced:
            how = (
                f"and numpy {pin.version} is pinned here" if pin is not None else "and no older one is let through here"
            )
        if not line.requirement.specifier and not line.requirement.options and line.at.source is not install.at.source:
            edit = Edit(line.at.source, line.at.span._replace(start=line.at.span.end), "<2")
            fix = Fix("keep numpy below 2", (edit,), Safety.UNSAFE)
    yield Problem(
        bringer.at,
        f"torch {release.version} was built before numpy 2, {how}: "
        "tensor.numpy() and from_numpy fail with 'Numpy is not available'",
        "write numpy<2, or use torch 2.3 or newer" if line is not None else "install numpy<2 with it, or torch 2.3",
        fix,
        related=() if at is None else (Related(at, f"torch {release.version} comes from here"),),
        severity=Severity.ERROR if forced else None,
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

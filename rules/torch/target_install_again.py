from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Related, Severity, rule

BESIDE = ("--target", "--prefix")
INDEXES = ("--index-url", "--extra-index-url", "--find-links")


@rule(
    Install,
    Severity.WARNING,
    Outcome.WASTE,
    when=(
        "torch & --target",
        "torchvision & --target",
        "accelerate & --target",
        "peft & --target",
        "timm & --target",
        "sentence-transformers & --target",
        "ultralytics & --target",
        "easyocr & --target",
        "openai-whisper & --target",
        "lightning & --target",
        "pytorch-lightning & --target",
        "torchmetrics & --target",
        "torch & --prefix",
        "torchvision & --prefix",
        "accelerate & --prefix",
        "peft & --prefix",
        "timm & --prefix",
        "sentence-transformers & --prefix",
        "ultralytics & --prefix",
        "easyocr & --prefix",
        "openai-whisper & --prefix",
        "lightning & --prefix",
        "pytorch-lightning & --prefix",
        "torchmetrics & --prefix",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    where, build = _target(install), on.build
    if (
        where is None
        or build is None
        or not install.command.certain
        or any(name in install.options for name in INDEXES)
    ):
        return
    if install.indexes or "--no-deps" in install.options:
        return
    brings = _brings(install, on)
    for first in build.installs():
        if first is install:
            return
        before = _brings(first, on) if first.stage == install.stage and _target(first) == where else None
        if before is None or brings is None or not any(name in first.options for name in INDEXES):
            continue
        if _stops(first, on):
            return
        yield Problem(
            brings,
            f"pip install {where[0]} does not look at what lies in {install.options[where[0]].value}: torch is chosen "
            "and downloaded again, now from the public index with its packages for CUDA",
            "install all of it in one command, or give both the same index",
            related=(Related(before, "this has brought torch"),),
        )
        return


def _stops(install: Install, on: Context) -> bool:
    """Whether the system may be too old for the wheels of the torch that it asks for: then the build ends here."""
    os, pin = install.command.before.base.os, install.pin("torch")
    distro = on.world.distro_of(os) if os is not None else None
    release = on.world.torch_release(pin.version) if pin is not None else None
    if distro is None or distro.glibc is None or release is None:
        return False
    needs, has = ([int(part) for part in one.split(".")] for one in (release.glibc_min, distro.glibc))
    return needs > has


def _target(install: Install) -> tuple[str, str] | None:
    """The option that names a folder beside the Python, and that folder."""
    named = [one for one in BESIDE if one in install.options]
    told = install.options[named[0]].value if len(named) == 1 else None
    if install.tool != "pip" or told is None:
        return None
    folder = install.command.before.absolute(told, install.command.cwd)
    # In the folder of the Python itself pip does look.
    own = {"/", "/usr", "/usr/local", *(one.root for one in install.command.before.environments.values())}
    if folder is None or (named[0] == "--prefix" and (folder in own or install.environment is None)):
        return None
    return named[0], folder


def _brings(install: Install, on: Context) -> Place | None:
    """What surely brings torch."""
    named = (one for one in install.requested if not one.constraint and one.requirement.marker is None)
    return next(
        (one.at for one in named if one.requirement.name == "torch" or on.world.needs_torch(one.requirement.name)), None
    )

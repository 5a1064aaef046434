from __future__ import annotations

from collections.abc import Iterator

from torchlint import Confidence, Context, Install, Outcome, Place, Problem, Related, Severity, rule

FAMILY = ("torch", "torchvision", "torchaudio", "vllm", "xformers", "fairseq", "fastai")
"""Distributions that are made for one torch, or keep it below a bound."""


@rule(
    Install,
    Severity.ERROR,
    Outcome.IMPORT,
    when=(
        "a wheel",
        "torch-scatter",
        "torch-sparse",
        "torch-cluster",
        "torch-spline-conv",
        "pyg-lib",
        "mmcv",
        "mmcv-full",
        "detectron2",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    told: set[Place] = set()
    for one in install.requested:
        made = on.built_for(install, one)
        if made is None or one.constraint or one.requirement.marker is not None or made.at in told:
            continue
        if _comes_again(install, one.requirement.name, on):
            continue
        found = _torch(install, on)
        if found is None or not install.command.certain:
            return
        version, cuda, at, wheel, sure = found
        cxx11 = on.world.torch_cxx11(version) if wheel else None
        needs, holds = f"torch {made.torch}", f"torch {version}"
        if made.cuda not in (None, "cpu") and cuda is not None and cuda.split(".")[0] != f"{made.cuda}".split(".")[0]:
            needs, holds = f"{needs} with CUDA {made.cuda}", f"{holds} for {cuda if cuda == 'cpu' else f'CUDA {cuda}'}"
        elif f"{version}.".startswith(f"{made.torch}."):
            # FALSE in a name says that nobody forced the new interface: a torch that has it builds with it anyway.
            if not made.cxx11 or cxx11 is not False:
                continue
            needs, holds = f"{needs} with another C++ interface", f"{holds}, which needs cxx11abiFALSE"
        told.add(made.at)
        yield Problem(
            made.at,
            f"{one.requirement.name} of this {'page' if made.page else 'wheel'} is compiled for {needs}, "
            f"but the image holds {holds}: its import fails",
            f"take the one for {holds.partition(',')[0]}, or install torch {made.torch}",
            related=() if at is None else (Related(at, f"torch {version} comes from here"),),
            severity=Severity.WARNING if made.page else None,
            confidence=None if sure else Confidence.MEDIUM,
        )


def _comes_again(install: Install, name: str, on: Context) -> bool:
    """Whether a later install may put another build of a distribution in its place: from a folder, an address, or as
    another version."""
    build = on.build
    every = build.installs() if build is not None else ()
    for later in every[every.index(install) + 1 :]:
        if build is None or install.stage not in {one.index for one in build.lineage(later.stage)}:
            continue
        places = {one.prefix for one in (install.environment, later.environment) if one is not None}
        if len(places) > 1:
            continue
        for one in later.requested:
            if one.requirement.kind == "path":
                where = later.command.before.absolute(one.requirement.url or "", later.command.cwd) or ""
                if name in (one.requirement.name, where.rpartition("/")[2].lower().replace("_", "-")):
                    return True
            elif one.requirement.name == name and not one.constraint:
                again = one.requirement.kind != "named" or one.requirement.specifier
                if again or not {"--upgrade", "--force-reinstall"}.isdisjoint(later.options):
                    return True
    return False


def _torch(install: Install, on: Context) -> tuple[str, str | None, Place | None, bool, bool] | None:
    """Version, CUDA and place of the torch that the extension finds in the end; whether it is of the public index, and
    whether that surely is the one."""
    environment, build = install.environment, on.build
    if environment is not None:
        held, change = on.torch_held(install.stage).get(environment.prefix), on.torch_change(install)
        sure = held is not None and held.version is not None
        if held is None or held.version is None:
            # What follows names no torch: it may bring one, but hardly takes another than the one that is there.
            later = build.installs()[build.installs().index(install) + 1 :] if build is not None else ()
            held = change.after if change is not None and not any(any(one.asks(*FAMILY)) for one in later) else None
        # What NVIDIA and others build themselves has an interface of its own.
        if held is None or not held.exact or held.version is None or "a0" in held.version:
            return None
        return held.version.partition("+")[0], held.cuda, held.at, held.source in ("pip", "uv"), sure
    # Where nobody knows the environment, one and the same word still starts the same pip.
    same = [
        other
        for other in (build.installs() if build is not None else ())
        if other.stage == install.stage
        and other.environment is None
        and any(other.asks("torch"))
        and other.command.words[0].value == install.command.words[0].value
    ]
    pin = same[-1].pin("torch") if same and same[-1].command.certain else None
    if pin is None:
        return None
    cuda = "cpu" if pin.label == "cpu" else on.world.variant_cuda(pin.label or "")
    return pin.version, cuda, pin.requested.at, False, False
